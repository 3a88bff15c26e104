import Foundation
import Glibc

/// Citizens who write without pause and insist: after an error the same request goes again under the same
/// key, until it is acknowledged.
// Sendable: what the threads share stands behind `lock`.
final class LoadClient: @unchecked Sendable {
    struct Chat: Sendable {
        var reference: String
        var texts: [String]
    }

    private let desk: DeskFolder
    private let lock = NSLock()
    private var isStopping = false
    private var chats: [Chat] = []
    private var refusals: [String] = []
    private var retries = 0
    private var running = 0

    init(_ desk: DeskFolder, citizens: Int) {
        self.desk = desk
        running = citizens
        for citizen in 0..<citizens {
            Thread { [self] in
                live(citizen)
                locked { running -= 1 }
            }.start()
        }
    }

    private func locked<T>(_ body: () -> T) -> T {
        lock.lock()
        defer { lock.unlock() }
        return body()
    }

    struct Tally: Sendable {
        var chats: [Chat]
        /// Answers that are neither yes nor "later".
        var refusals: [String]
        var retries: Int
    }

    /// Lets every citizen finish what it began.
    func stop() throws -> Tally {
        locked { isStopping = true }
        try eventually("the citizens end", within: 60) { locked { running } == 0 }
        return locked { Tally(chats: chats, refusals: refusals, retries: retries) }
    }

    var acknowledged: Int { locked { chats.reduce(0) { $0 + $1.texts.count } } }

    private var goesOn: Bool { locked { !isStopping } }

    private func live(_ citizen: Int) {
        var number = 0
        while goesOn {
            let question = "Spørsmål \(citizen)-\(number) æøå"
            guard let answer = insist("/api/v1/chats", ["question": question], until: 201),
                let token = answer["token"] as? String, let reference = answer["reference"] as? String
            else { return }
            var chat = Chat(reference: reference, texts: [question])
            locked { chats.append(chat) }
            let index = locked { chats.count - 1 }
            for message in 0..<60 where goesOn {
                let text = "Melding \(citizen)-\(number)-\(message)"
                guard insist("/api/v1/chats/\(token)/messages", ["text": text], until: 202) != nil
                else { return }
                chat.texts.append(text)
                locked { note(chat, near: index) }
                Waiting.pause(milliseconds: 10)
            }
            number += 1
        }
    }

    private func note(_ chat: Chat, near index: Int) {
        let place = chats[...index].lastIndex { $0.reference == chat.reference }
        if let place { chats[place] = chat }
    }

    /// nil when the answer was a refusal.
    private func insist(_ path: String, _ value: [String: Any], until wanted: Int) -> [String: Any]? {
        let key = UUID().uuidString
        for _ in 0..<6_000 {
            guard let place = desk.gateway,
                let reply = try? WebClient(host: place.host, port: place.port).post(path, value, key: key),
                reply.status != 503, reply.status != 429, reply.status != 500
            else {
                locked { retries += 1 }
                Waiting.pause(milliseconds: 20)
                continue
            }
            if reply.status == wanted { return reply.object }
            locked { refusals.append("\(path): \(reply.status) \(reply.body)") }
            return nil
        }
        locked { refusals.append("\(path): never acknowledged") }
        return nil
    }
}

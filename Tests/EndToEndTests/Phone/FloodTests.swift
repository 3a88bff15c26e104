import Foundation
import Glibc
import Testing

extension EndToEnd {
    private static let secret = "a-secret-of-the-municipality"

    /// Thousands of posts, each told up to three times and in any order, while a citizen chats and is answered:
    /// every call once, and the chat is none the slower for it than the flood itself.
    @Test func aFloodOfCalls() throws {
        let desk = try DeskFolder()
        desk.variables["SKRANKE_CTI_TOKEN"] = Self.secret
        let gateway = try desk.start(["serve"])
        defer { gateway.kill(SIGTERM) }
        let web = try desk.gatewayAnswers()
        let flood = CallLoad(desk, path: "/cti/" + Self.secret, calls: 700, threads: 8, seed: 4)
        let chat = try web.ask("Når åpner dere?", name: "Kari")
        var sent = 0
        while !flood.isDone {
            let reply = try web.post(
                "/api/v1/chats/\(chat.token)/messages", ["text": "Hallo \(sent)"], key: UUID().uuidString)
            #expect(reply.status == 202 || reply.status == 429, "\(reply.status) \(reply.body)")
            if reply.status == 202 { sent += 1 }
            #expect(try web.get("/healthz").status == 200)
        }
        #expect(sent > 0)
        #expect(flood.posts > 2_000)
        try flood.compare(desk, besides: 1)
    }

    /// kill -9 of the gateway at random points of a busy hour: a post that was not acknowledged is told again,
    /// one that was is never lost, and every call is there once.
    @Test func killsLoseAndDoubleNoCall() throws {
        let desk = try DeskFolder()
        desk.variables["SKRANKE_CTI_TOKEN"] = Self.secret
        desk.listen = try DeskFolder.quietPort()
        var gateway = try desk.start(["serve"])
        var random = SeededNumbers(11)
        _ = try desk.gatewayAnswers()
        let load = CallLoad(desk, path: "/cti/" + Self.secret, calls: 500, threads: 4, seed: 5)
        var kills = 0
        while !load.isDone, kills < 30 {
            let before = load.acknowledged
            try eventually("calls are acknowledged") { load.acknowledged > before + 5 || load.isDone }
            Waiting.pause(milliseconds: Int(random.next() % 200))
            gateway.kill(SIGKILL)
            gateway.wait()
            kills += 1
            gateway = try desk.start(["serve"])
            _ = try desk.gatewayAnswers()
        }
        try eventually("the last call is told", within: 180) { load.isDone }
        #expect(kills >= 10, "only \(kills) kills")
        #expect(load.retries > 0, "no post was ever hit")
        try load.compare(desk, besides: 0)
        gateway.kill(SIGTERM)
    }
}

/// A telephone system that insists: each event until it is acknowledged, some twice or thrice, in any order.
// Sendable: what the threads share stands behind `lock`.
final class CallLoad: @unchecked Sendable {
    private let lock = NSLock()
    private var running: Int
    private var told = 0
    private var repeated = 0
    private var faults: [String] = []
    private let calls: Int
    private let desk: DeskFolder
    private let path: String

    init(_ desk: DeskFolder, path: String, calls: Int, threads: Int, seed: UInt64) {
        self.desk = desk
        self.path = path
        self.calls = calls
        running = threads
        for thread in 0..<threads {
            Thread { [self] in
                var random = SeededNumbers(seed &* 1_000 &+ UInt64(thread))
                for call in stride(from: thread, to: calls, by: threads) { ring(call, &random) }
                locked { running -= 1 }
            }.start()
        }
    }

    private func locked<T>(_ body: () -> T) -> T {
        lock.lock()
        defer { lock.unlock() }
        return body()
    }

    var isDone: Bool { locked { running == 0 } }
    var acknowledged: Int { locked { told } }
    var posts: Int { locked { told } }
    var retries: Int { locked { repeated } }

    /// Every third caller leaves; the rest are answered by somebody whom the desk does not know.
    private func ring(_ call: Int, _ random: inout SeededNumbers) {
        let number = "+4759\(100_000 + call)"
        let isLost = call % 3 == 0
        var events = isLost ? ["newCall", "hangup"] : ["newCall", "answer", "hangup"]
        events += events.filter { _ in random.next() % 2 == 0 }
        events += events.filter { _ in random.next() % 4 == 0 }
        // A hangup before the answer is disorder too, but then the caller was called back for a moment.
        events.shuffle(using: &random)
        for event in events {
            var fields = ["event": event, "callId": "load-\(call)", "from": number]
            if event == "hangup" { fields["cause"] = isLost ? "cancel" : "normalClearing" }
            if event == "answer" { fields["user"] = "en-sentral" }
            insist(fields)
        }
    }

    private func insist(_ fields: [String: String]) {
        for _ in 0..<2_000 {
            if let place = desk.gateway,
                let reply = try? WebClient(host: place.host, port: place.port).post(path, fields)
            {
                if reply.status == 200 { return locked { told += 1 } }
                if reply.status < 500, reply.status != 429 {
                    return locked { faults.append("\(reply.status) \(reply.body)") }
                }
            }
            locked { repeated += 1 }
            Waiting.pause(milliseconds: 20)
        }
        locked { faults.append("never acknowledged: \(fields)") }
    }

    /// Every call is an inquiry, and one only: those who left are owed a callback, the others are not.
    func compare(_ desk: DeskFolder, besides others: Int) throws {
        #expect(locked { faults } == [])
        let rows = try desk.json("inquiry", "list", "--limit", "10000")
        let channels = Dictionary(grouping: rows) { $0["channel"] as? String ?? "" }.mapValues(\.count)
        let lost = (calls + 2) / 3
        #expect(channels["callback"] == lost)
        #expect(channels["phone"] == calls - lost)
        #expect(rows.count == calls + others)
        #expect(try desk.problems() == [])
    }
}

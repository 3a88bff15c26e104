import CCurl
import Glibc

/// A mailbox read over IMAP. libcurl connects, proves the certificate and logs in; what follows are the few
/// commands that the desk needs. Nothing is ever marked as read, and nothing is deleted (lessons 1).
///
/// Blocks: for a thread of its own, used by one thread at a time.
public final class IMAPClient {
    public struct Folder: Equatable, Sendable {
        /// When it changes, every number means another message.
        public var uidValidity: UInt32
        public var exists: Int
    }
    public enum News: Equatable, Sendable { case changed, quiet, stopped }

    private let handle: CurlHandle
    private var reader = IMAPReader(limit: MailLimits.messageBytes)
    private var tag = 0
    private let timeout: Int32
    private(set) var exists = 0

    public init(_ server: MailServer) throws(MailFault) {
        handle = try CurlHandle(server, scheme: "imap")
        handle.set(CURLOPT_CONNECT_ONLY, 1)
        timeout = Int32(server.timeoutSeconds) * 1_000
        let code = curl_easy_perform(handle.handle)
        guard code == CURLE_OK else { throw handle.fault(code) }
    }

    /// Opens a folder for reading only.
    public func open(_ name: String) throws(MailFault) -> Folder {
        var validity: UInt32 = 0
        let answers: [IMAPReader.Response]
        do throws(MailFault) {
            answers = try command("EXAMINE " + Self.quoted(name))
        } catch {
            if case .protocolBroken(let words) = error, words.hasPrefix("NO") { throw .noFolder(name) }
            throw error
        }
        for answer in answers {
            if let match = answer.text.firstMatch(of: /\[UIDVALIDITY (\d+)\]/), let value = UInt32(match.1) {
                validity = value
            }
        }
        guard validity > 0 else { throw .protocolBroken("UIDVALIDITY") }
        return Folder(uidValidity: validity, exists: exists)
    }

    /// The numbers of all messages in the folder after `last`, in order, with their sizes in bytes.
    public func messages(after last: UInt32) throws(MailFault) -> [(uid: UInt32, size: Int)] {
        guard last < UInt32.max else { return [] }
        var found: [(uid: UInt32, size: Int)] = []
        for answer in try command("UID FETCH \(last + 1):* (UID RFC822.SIZE)") {
            guard let uid = answer.text.firstMatch(of: /[( ]UID (\d+)/).flatMap({ UInt32($0.1) }),
                // `n:*` names the last message even where it is older.
                uid > last
            else { continue }
            let size = answer.text.firstMatch(of: /RFC822\.SIZE (\d+)/).flatMap { Int($0.1) } ?? 0
            found.append((uid, size))
        }
        return found.sorted { $0.uid < $1.uid }
    }

    /// The message's bytes as they are; nil where it is no longer there.
    public func fetch(_ uid: UInt32) throws(MailFault) -> [UInt8]? {
        for answer in try command("UID FETCH \(uid) (UID BODY.PEEK[])") {
            guard answer.text.contains("FETCH"), let body = answer.literals.first,
                answer.text.firstMatch(of: /[( ]UID (\d+)/).flatMap({ UInt32($0.1) }) == uid
            else { continue }
            return body
        }
        return nil
    }

    /// The headers alone, of a message that is too large; nil where it is no longer there.
    public func fetchHeader(_ uid: UInt32) throws(MailFault) -> [UInt8]? {
        for answer in try command("UID FETCH \(uid) (UID BODY.PEEK[HEADER])") {
            if answer.text.contains("FETCH"), let head = answer.literals.first { return head }
        }
        return nil
    }

    /// Waits for news of the folder, at most `seconds` (under 29 minutes, RFC 2177), and until `isStopped`.
    public func idle(seconds: Int, isStopped: () -> Bool) throws(MailFault) -> News {
        let name = try send("IDLE")
        var isGranted = false
        var left = seconds
        var news = News.quiet
        while !isGranted || left > 0 {
            if isStopped() { news = .stopped }
            if news != .quiet, isGranted { break }
            guard let answer = try receive(milliseconds: isGranted ? 1_000 : timeout) else {
                if !isGranted { throw .timedOut }
                left -= 1
                continue
            }
            if answer.text.hasPrefix("+") { isGranted = true }
            if answer.text.hasPrefix(name) {
                throw .protocolBroken(String(answer.text.dropFirst(name.count + 1)))
            }
            if note(answer) { news = .changed }
        }
        try write("DONE\r\n")
        _ = try finish(name)
        return news
    }

    public func logout() { _ = try? command("LOGOUT") }

    // The wire

    private func command(_ text: String) throws(MailFault) -> [IMAPReader.Response] {
        try finish(try send(text))
    }

    private func send(_ text: String) throws(MailFault) -> String {
        tag += 1
        let name = "S\(tag)"
        try write(name + " " + text + "\r\n")
        return name
    }

    private func finish(_ name: String) throws(MailFault) -> [IMAPReader.Response] {
        var answers: [IMAPReader.Response] = []
        while true {
            guard let answer = try receive(milliseconds: timeout) else { throw .timedOut }
            if answer.text.hasPrefix(name + " ") {
                let result = answer.text.dropFirst(name.count + 1)
                if result.uppercased().hasPrefix("OK") { return answers + [answer] }
                throw .protocolBroken(OneLine.clean(String(result)))
            }
            note(answer)
            answers.append(answer)
        }
    }

    /// Whether the folder has changed.
    @discardableResult
    private func note(_ answer: IMAPReader.Response) -> Bool {
        if let match = answer.text.firstMatch(of: /^\* (\d+) EXISTS/), let count = Int(match.1) {
            exists = count
            return true
        }
        return answer.text.contains(/^\* \d+ EXPUNGE/)
    }

    private func write(_ text: String) throws(MailFault) {
        let bytes = Array(text.utf8)
        var place = 0
        while place < bytes.count {
            var sent = 0
            let code = bytes[place...].withUnsafeBytes {
                curl_easy_send(handle.handle, $0.baseAddress, $0.count, &sent)
            }
            place += sent
            if code == CURLE_AGAIN {
                guard wait(for: Int16(POLLOUT), milliseconds: timeout) else { throw .timedOut }
            } else if code != CURLE_OK {
                throw handle.fault(code)
            }
        }
    }

    /// nil when nothing came in time.
    private func receive(milliseconds: Int32) throws(MailFault) -> IMAPReader.Response? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let whole = try reader.next() { return whole }
            var count = 0
            let code = buffer.withUnsafeMutableBytes {
                curl_easy_recv(handle.handle, $0.baseAddress, $0.count, &count)
            }
            if code == CURLE_AGAIN {
                guard wait(for: Int16(POLLIN), milliseconds: milliseconds) else { return nil }
                continue
            }
            guard code == CURLE_OK else { throw handle.fault(code) }
            if count == 0 { throw .unreachable("EOF") }
            reader.feed(buffer[..<count])
        }
    }

    private func wait(for events: Int16, milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: handle.socket, events: events, revents: 0)
        return poll(&entry, 1, milliseconds) > 0
    }

    /// A folder's name as a quoted string; those that need more are refused by the settings.
    private static func quoted(_ name: String) -> String {
        "\""
            + name.filter { $0 != "\r" && $0 != "\n" }.replacing("\\", with: "\\\\").replacing(
                "\"", with: "\\\"")
            + "\""
    }
}

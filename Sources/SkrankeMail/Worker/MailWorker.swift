import Foundation
import Glibc

/// What the reading process answers about one original.
public struct ReadOriginal: Codable, Equatable, Sendable {
    public var mail: ReceivedMail
    /// The sender's new words, without what he quotes.
    public var newText: String
    public init(mail: ReceivedMail, newText: String) {
        self.mail = mail
        self.newText = newText
    }
}

/// The process that reads anybody's bytes: originals come in, JSON goes out, one after the other, until the
/// other end is gone. Its memory is limited; whoever started it watches the time and ends it.
///
/// On the wire both ways: four bytes of length, the highest first, and as many bytes.
public enum MailWorker {
    /// Address space that reading may take beyond what the program has at its start.
    public static let memory = 512 << 20
    public static let largest = MailLimits.messageBytes + 1_000

    /// Serves `socket` until it closes. Blocks.
    ///
    /// - Parameter own: the desk's own addresses, lower case.
    public static func serve(_ socket: Int32, own: Set<String>) {
        limitMemory()
        while let bytes = MailWire.read(socket, limit: largest, deadline: nil) {
            let mail = MailReader.read(bytes, own: own) ?? ReceivedMail()
            let answer = ReadOriginal(mail: mail, newText: ReplyCut.cut(mail.text))
            guard let json = try? JSONEncoder().encode(answer), MailWire.write(Array(json), to: socket) else {
                return
            }
        }
    }

    /// A message that asks for more ends this process, and nobody else.
    private static func limitMemory() {
        var core = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &core)
        guard let pages = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let count = pages.split(separator: " ").first.flatMap({ UInt($0) })
        else { return }
        let size = rlim_t(count) * rlim_t(sysconf(Int32(_SC_PAGESIZE))) + rlim_t(memory)
        var limit = rlimit(rlim_cur: size, rlim_max: size)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    }
}

/// Blocks of bytes over a socket.
public enum MailWire {
    /// The next block; nil at the end, for a block that is too long, and at the deadline.
    ///
    /// - Parameter deadline: milliseconds that each part of it may take; nil waits for ever.
    public static func read(_ socket: Int32, limit: Int, deadline: Int32?) -> [UInt8]? {
        guard let head = exactly(4, socket, deadline) else { return nil }
        let count = head.reduce(0) { $0 << 8 | Int($1) }
        guard count <= limit else { return nil }
        return exactly(count, socket, deadline)
    }

    /// Whether all of it is on its way. A peer that is gone is no signal.
    public static func write(_ bytes: [UInt8], to socket: Int32) -> Bool {
        let count = UInt32(bytes.count)
        let head = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> UInt32($0)) }
        return all(head, socket) && all(bytes, socket)
    }

    private static func all(_ bytes: [UInt8], _ socket: Int32) -> Bool {
        var place = 0
        while place < bytes.count {
            let sent = bytes[place...].withUnsafeBytes {
                send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if sent < 0, errno == EINTR { continue }
            guard sent > 0 else { return false }
            place += sent
        }
        return true
    }

    private static func exactly(_ count: Int, _ socket: Int32, _ deadline: Int32?) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var place = 0
        while place < count {
            if let deadline {
                var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
                let ready = poll(&entry, 1, deadline)
                if ready < 0, errno == EINTR { continue }
                guard ready > 0 else { return nil }
            }
            let got = bytes[place...].withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return nil }
            place += got
        }
        return bytes
    }
}

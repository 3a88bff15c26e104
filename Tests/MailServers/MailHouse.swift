import Foundation
import Glibc

/// Real mail servers on this machine for one test: Dovecot with IMAP and LMTP, and aiosmtpd as the world.
/// Both are installed by the README's test command; a missing one fails the test that needs it.
public final class MailHouse: @unchecked Sendable {
    public struct Trouble: Error, CustomStringConvertible {
        public var description: String
        public init(_ description: String) { self.description = description }
    }
    public let folder: String
    public let imap: Int
    public let imaps: Int
    public let lmtp: Int
    /// A certificate that nobody has signed but itself.
    public var certificate: String { folder + "/cert.pem" }
    private var processes: [Process] = []

    public init() throws {
        folder = NSTemporaryDirectory() + "/skranke-mail-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder + "/mail", withIntermediateDirectories: true)
        (imap, imaps, lmtp) = (Self.freePort(), Self.freePort(), Self.freePort())
        try makeCertificate()
        try write(Self.dovecot(folder, imap: imap, imaps: imaps, lmtp: lmtp), "dovecot.conf")
        if geteuid() == 0 { try hand(folder + "/mail") }
        try startDovecot()
    }

    deinit {
        for process in processes { Self.end(process) }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Stops the mail server; `startDovecot` brings it back with the same boxes.
    public func stopDovecot() {
        guard !processes.isEmpty else { return }
        Self.end(processes.removeFirst())
    }

    /// Signals that a test's thread blocks are blocked in its children: only this one is always heard.
    private static func end(_ process: Process) {
        let pid = process.processIdentifier
        let children = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        kill(pid, SIGSTOP)
        for child in children.compactMap({ pid_t($0) }) {
            let stat = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ""
            let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
            if fields.count > 1, pid_t(fields[1]) == pid { kill(child, SIGKILL) }
        }
        kill(pid, SIGKILL)
        for _ in 0..<500 where process.isRunning { pause() }
    }

    /// Between two looks at a process or a port that tells nobody when it changes.
    private static func pause() {
        poll(nil, 0, 10)
    }

    public func startDovecot() throws {
        processes.insert(try start("/usr/sbin/dovecot", ["-F", "-c", folder + "/dovecot.conf"]), at: 0)
        try Self.await(port: imap)
        try Self.await(port: lmtp)
    }

    /// Delivers by LMTP, as a mail server would.
    public func deliver(_ message: String, to box: String = "desk@kongsvinger.example", from: String = "a@b.example")
        throws
    {
        try deliver(Array(message.utf8), to: box, from: from)
    }

    public func deliver(_ bytes: [UInt8], to box: String = "desk@kongsvinger.example", from: String = "a@b.example")
        throws
    {
        let line = try Line(port: lmtp)
        _ = try line.answer()
        try line.say("LHLO test", "250 ")
        try line.say("MAIL FROM:<\(from)>", "250 ")
        try line.say("RCPT TO:<\(box)>", "250 ")
        try line.say("DATA", "354 ")
        let text = bytes.split(separator: 10, omittingEmptySubsequences: false)
            .map { ($0.first == UInt8(ascii: ".") ? [UInt8(ascii: ".")] : []) + $0.filter { $0 != 13 } }
            .joined(separator: [13, 10])
        try line.send(Array(text) + (bytes.last == 10 ? [] : Array("\r\n".utf8)))
        try line.say(".", "250 ")
    }

    /// A server of SMTP that does as `behaviour` says and writes what it accepts into `folder/out`, one file
    /// a message. Its port.
    public func startWorld(_ behaviour: String = "accept", tls: Bool = false) throws -> Int {
        let port = Self.freePort()
        try FileManager.default.createDirectory(atPath: folder + "/out", withIntermediateDirectories: true)
        try write(World.script, "world.py")
        let words =
            [folder + "/world.py", "\(port)", folder + "/out", behaviour]
            + (tls ? [certificate, folder + "/key.pem"] : [])
        processes.append(try start(World.python, words))
        try Self.await(port: port)
        return port
    }

    /// What the world has accepted, the oldest first.
    public func accepted() throws -> [[UInt8]] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/out")) ?? []
        return try files.sorted().filter { $0.hasSuffix(".eml") }.map {
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/out/" + $0)))
        }
    }

    /// The messages in a box of the mail server, the oldest first.
    public func box(_ user: String) throws -> [String] {
        var files: [String] = []
        for part in ["new", "cur"] {
            let place = folder + "/mail/" + user + "/" + part
            files += ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).map {
                place + "/" + $0
            }
        }
        func file(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
        return try files.sorted { file($0) < file($1) }.map {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self)
        }
    }

    /// Puts bytes into a box as they are, as if another server had delivered them.
    public func place(_ bytes: [UInt8], named name: String, in box: String = "desk") throws {
        let path = folder + "/mail/" + box
        FileManager.default.createFile(
            atPath: path + "/tmp/" + name, contents: Data(bytes), attributes: [.posixPermissions: 0o644])
        guard rename(path + "/tmp/" + name, path + "/new/" + name) == 0 else {
            throw Trouble("\(path): \(errno)")
        }
    }

    /// From now on every number means another message.
    public func renumber(_ box: String = "desk") {
        let files = [
            "dovecot-uidlist", "dovecot.index", "dovecot.index.log", "dovecot.index.cache",
            "dovecot-uidvalidity",
        ]
        for file in files {
            unlink(folder + "/mail/" + box + "/" + file)
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/mail/" + box)) ?? []
        for name in names where name.hasPrefix("dovecot-uidvalidity.") {
            unlink(folder + "/mail/" + box + "/" + name)
        }
    }

    private func write(_ text: String, _ name: String) throws {
        try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }

    private func hand(_ path: String) throws {
        guard let nobody = getpwnam("nobody") else { throw Trouble("nobody") }
        chown(path, nobody.pointee.pw_uid, nobody.pointee.pw_gid)
        chmod(folder, 0o755)
    }

    private func makeCertificate() throws {
        let process = try start(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", folder + "/key.pem", "-out",
                certificate,
            ])
        for _ in 0..<3_000 where process.isRunning { Self.pause() }
        guard !process.isRunning, process.terminationStatus == 0 else { throw Trouble("openssl") }
    }

    private func start(_ program: String, _ words: [String]) throws -> Process {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw Trouble("\(program) is not installed")
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = words
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle(forWritingAtPath: "/dev/null")
        try process.run()
        return process
    }

    public static func freePort() -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                guard bind(socket, plain, size) == 0, getsockname(socket, plain, &size) == 0 else { return 0 }
                return Int(UInt16(bigEndian: pointer.pointee.sin_port))
            }
        }
    }

    static func await(port: Int) throws {
        for _ in 0..<1_000 {
            if (try? Line(port: port)) != nil { return }
            pause()
        }
        throw Trouble("nothing listens on \(port)")
    }
}

import Foundation
import Glibc

/// A desk of a test's own: data files that keep it open at every hour, a store, an environment.
final class DeskFolder: @unchecked Sendable {
    let folder: String
    var data: String { folder + "/data" }
    /// The account's own place, so that the first command of a test may make it.
    var store: String { folder + "/state/skranke/skranke.db" }
    var gatewayNote: String { folder + "/state/skranke/gateway.json" }

    /// Where its gateway listens.
    var listen = "127.0.0.1:0"
    /// The locale of its processes: none that names a language.
    var locale = "C.UTF-8"
    /// What its processes find besides.
    var more: [String: String] = [:]
    /// What a test sets besides.
    var variables: [String: String] = [:]

    init() throws {
        var template = Array((NSTemporaryDirectory() + "/skranke-desk-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw Trouble("mkdtemp: \(errno)") }
        folder = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        try FileManager.default.copyItem(
            atPath: URL(fileURLWithPath: Repository.root + "/Data").resolvingSymlinksInPath().path,
            toPath: data)
        try Self.alwaysOpen(data)
    }

    deinit {
        if let pid = gateway?.pid { _ = kill(pid, SIGKILL) }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// What a process of this desk sees; nothing of the tester's own settings.
    var environment: [String: String] {
        let own = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder,
            "TMPDIR": folder, "TERM": "xterm-256color", "LANG": locale,
            "XDG_STATE_HOME": folder + "/state", "SKRANKE_DATA": data, "SKRANKE_LISTEN": listen,
        ]
        return own.merging(variables.merging(more) { _, last in last }) { _, set in set }
    }

    func start(_ words: [String]) throws -> Child {
        try Child([Repository.program] + words, environment: environment)
    }

    @discardableResult
    func run(_ words: String...) throws -> Child.Outcome { try start(words).outcome() }

    /// Runs a command with `--json` that must succeed; its lines.
    func json(_ words: String...) throws -> [[String: Any]] {
        let outcome = try start(words + ["--json"]).outcome()
        guard outcome.status == 0 else { throw Trouble("\(words): \(outcome.status) \(outcome.err)") }
        return try outcome.out.split(separator: "\n").map { try Self.object(String($0)) }
    }

    /// Registers an inquiry by hand; its reference.
    func register(_ text: String, channel: String = "email", _ more: String...) throws -> String {
        let words = ["inquiry", "register", "--channel", channel, "--text", text, "--json"] + more
        let outcome = try start(words).outcome()
        guard outcome.status == 0 else { throw Trouble("register: \(outcome.status) \(outcome.err)") }
        return try (Self.object(outcome.out)["reference"] as? String).orTrouble("no reference")
    }

    /// The journal proves clean, or the test has found something.
    func problems() throws -> [String] {
        let outcome = try run("journal", "verify", "--json")
        return try (Self.object(outcome.out)["problems"] as? [String]).orTrouble(outcome.err)
    }

    static func object(_ text: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try (value as? [String: Any]).orTrouble("no JSON object: \(text)")
    }

    // MARK: The gateway

    struct GatewayPlace {
        var pid: pid_t
        var host: String
        var port: UInt16
    }

    /// What the gateway's note says; nil while there is none, or no address yet.
    var gateway: GatewayPlace? {
        guard let text = try? String(contentsOfFile: gatewayNote, encoding: .utf8),
            let note = try? Self.object(text), let pid = note["pid"] as? Int,
            let address = note["address"] as? String, let url = URL(string: address),
            let host = url.host, let port = url.port
        else { return nil }
        return GatewayPlace(pid: pid_t(pid), host: host, port: UInt16(port))
    }

    /// Waits until a living gateway answers.
    func gatewayAnswers(within seconds: Double = 30, besides old: pid_t = 0) throws -> WebClient {
        try eventually("a gateway that answers", within: seconds) { () -> WebClient? in
            guard let place = gateway, place.pid != old, kill(place.pid, 0) == 0 else { return nil }
            let client = WebClient(host: place.host, port: place.port)
            return (try? client.get("/healthz"))?.status == 200 ? client : nil
        }
    }

    /// An address whose port the kernel gives to nobody by itself.
    static func quietPort() throws -> String {
        for number in 0..<100 {
            let port = 20_000 + (Int(getpid()) * 7 + number) % 10_000
            if (try? WebClient(host: "127.0.0.1", port: UInt16(port)).get("/")) == nil {
                return "127.0.0.1:\(port)"
            }
        }
        throw Trouble("no port is free")
    }

    // MARK: Data

    private static func alwaysOpen(_ data: String) throws {
        let path = data + "/desk.toml"
        var lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
        for (index, line) in lines.enumerated() {
            if let day = days.first(where: { line.hasPrefix($0 + " =") }) {
                lines[index] = "\(day) = [\"00:00-24:00\"]"
            }
            if line.hasPrefix("messages_per_token_per_minute") {
                lines[index] = "messages_per_token_per_minute = 1000"
            }
        }
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        try holidayFarAway.write(toFile: data + "/holidays.toml", atomically: true, encoding: .utf8)
    }

    private static let days = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// The one holiday that the file must have lies half a year from today.
    private static var holidayFarAway: String {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        let month = (Int(parts.tm_mon) + 6) % 12 + 1
        return """
            exception = []

            [[holiday]]
            month = \(month)
            day = 15
            name.nb = "Langt unna"
            name.nn = "Langt unna"
            name.en = "Far away"

            """
    }
}

extension Optional {
    func orTrouble(_ text: @autoclosure () -> String) throws -> Wrapped {
        guard let self else { throw Trouble(text()) }
        return self
    }
}

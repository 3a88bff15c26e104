import Foundation
import Glibc

/// A process of ours: its output goes to files, so that nothing it says can block it.
// Sendable: everything but the status, which its lock guards, is constant.
final class Child: @unchecked Sendable {
    struct Outcome: Sendable {
        var status: Int32
        var out: String
        var err: String
    }

    let pid: pid_t
    private let out: String
    private let err: String
    private let lock = NSLock()
    private var ended: Int32?

    /// Starts `words[0]`, looked up on the PATH, with an environment of exactly these values.
    /// - Parameter terminal: a terminal's path, which becomes input, output and controlling terminal.
    init(
        _ words: [String], environment: [String: String], input: Int32? = nil, terminal: String? = nil
    ) throws {
        let name = NSTemporaryDirectory() + "/skranke-e2e-\(UUID().uuidString)"
        out = name + ".out"
        err = name + ".err"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The test runner's threads block signals: a child that inherited that would hear no SIGTERM.
        var nothing = sigset_t()
        sigemptyset(&nothing)
        posix_spawnattr_setsigmask(&attributes, &nothing)
        // A session of its own; the first terminal that it opens becomes its own.
        posix_spawnattr_setflags(&attributes, Self.ownMask | (terminal == nil ? 0 : Self.newSession))
        if let terminal {
            posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        } else if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        if terminal != nil {
            posix_spawn_file_actions_adddup2(&actions, 0, 1)
        } else {
            posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        posix_spawn_file_actions_addopen(&actions, 2, err, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let arguments = words.map { strdup($0) } + [nil]
        let values = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + values).forEach { free($0) } }
        var pid: pid_t = 0
        let fault = posix_spawnp(&pid, words[0], &actions, &attributes, arguments, values)
        guard fault == 0 else { throw Trouble("\(words[0]): \(String(cString: strerror(fault)))") }
        self.pid = pid
    }

    /// POSIX_SPAWN_SETSID, which Swift's Glibc module hides behind _GNU_SOURCE.
    private static let newSession: Int16 = 0x80
    /// POSIX_SPAWN_SETSIGMASK.
    private static let ownMask: Int16 = 0x08

    deinit {
        kill(SIGKILL)
        _ = wait(within: 10)
        unlink(out)
        unlink(err)
    }

    /// The exit code, or minus the signal; nil while it runs.
    var status: Int32? {
        lock.lock()
        defer { lock.unlock() }
        if let ended { return ended }
        var word: Int32 = 0
        guard waitpid(pid, &word, WNOHANG) == pid else { return nil }
        ended = word & 0x7F == 0 ? (word >> 8) & 0xFF : -(word & 0x7F)
        return ended
    }

    /// Sends a signal to the process, if it still runs.
    func kill(_ signal: Int32) {
        if status == nil { _ = Glibc.kill(pid, signal) }
    }

    @discardableResult
    func wait(within seconds: Double = 60) -> Int32? {
        _ = Waiting.until(within: seconds) { status != nil }
        return status
    }

    var output: String { (try? String(contentsOfFile: out, encoding: .utf8)) ?? "" }
    var errors: String { (try? String(contentsOfFile: err, encoding: .utf8)) ?? "" }

    /// Waits for the end and returns all it said.
    func outcome(within seconds: Double = 60) throws -> Outcome {
        guard let status = wait(within: seconds) else {
            kill(SIGKILL)
            throw Trouble("did not end within \(seconds) s; it said: \(output) \(errors)")
        }
        return Outcome(status: status, out: output, err: errors)
    }
}

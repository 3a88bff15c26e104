import CPosix
import Glibc

/// Starts the gateway's process and tells how it ended; a seam for tests.
public protocol GatewayStarter: Sendable {
    /// The new process's id.
    func start() throws(GatewayTrouble) -> Int32
    /// nil while it runs; else how it ended: the exit code, or minus the signal.
    func ending(of pid: Int32) -> Int32?
}

/// `skranke serve --attached` in a session of its own (DESIGN §5).
public struct GatewayCommand: GatewayStarter {
    private let executable: String
    private let arguments: [String]
    private let log: String

    /// - Parameters:
    ///   - arguments: after the program's name; paths absolute.
    ///   - log: what it says before its own log is open; appended to, 0600.
    public init(executable: String, arguments: [String], log: String) {
        self.executable = executable
        self.arguments = arguments
        self.log = log
    }

    public func start() throws(GatewayTrouble) -> Int32 {
        if let slash = log.lastIndex(of: "/") { try? PrivateFolder.make(String(log[..<slash])) }
        var words = ([executable] + arguments).map { strdup($0) }
        defer { words.forEach { free($0) } }
        words.append(nil)
        var pid: pid_t = 0
        let error = skr_launch_detached(executable, &words, log, &pid)
        guard error == 0 else { throw .startFailed(String(cString: strerror(error))) }
        return pid
    }

    public func ending(of pid: Int32) -> Int32? {
        var status: Int32 = 0
        let found = waitpid(pid, &status, WNOHANG)
        if found == 0 { return nil }
        // Somebody else reaped it.
        guard found == pid else { return 0 }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : -signal
    }
}

import Glibc

/// The user's own folders, by the XDG base directory specification.
public struct StatePaths: Equatable, Sendable {
    /// `$XDG_STATE_HOME/skranke`, else `~/.local/state/skranke`: the store, and the logs.
    public let folder: String

    public init(environment: [String: String]) throws(PathFault) {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            folder = state + "/skranke"
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            folder = home + "/.local/state/skranke"
        } else {
            throw .noHome
        }
    }

    public var logs: String { folder + "/log" }
    public func log(_ part: String) -> String { logs + "/" + part + ".log" }
}

/// What a process of ours sets before it opens anything.
public enum ProcessSetup {
    /// Files and folders are for this account alone (DESIGN §4), a closed pipe is an error, not an end, and
    /// a crash spills nothing.
    public static func begin() {
        umask(0o077)
        signal(SIGPIPE, SIG_IGN)
        crashQuietly(getenv("SWIFT_BACKTRACE").map { String(cString: $0) })
    }

    /// Swift's backtracer is called by signal handlers that the runtime installed before `main`. On a
    /// terminal it asks a question there for thirty seconds (stack §2), and its report prints the memory that
    /// registers point to, which is what citizens wrote (law 5). So it is taken out of the way, and no core
    /// is dumped either, unless somebody who looks for a fault set SWIFT_BACKTRACE. Executing the program
    /// anew with other settings would do it too, at 5 ms of every launch.
    static func crashQuietly(_ settings: String?) {
        guard settings == nil else { return }
        for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS, SIGQUIT] {
            signal(number, SIG_DFL)
        }
        var limit = rlimit()
        let cores = __rlimit_resource_t(RLIMIT_CORE.rawValue)
        guard getrlimit(cores, &limit) == 0 else { return }
        limit.rlim_cur = 0
        setrlimit(cores, &limit)
    }

    /// The path of this program's file, also after a new version took its place.
    public static func executable() -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0, count < buffer.count else { return nil }
        let path = String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
        let mark = " (deleted)"
        return path.hasSuffix(mark) ? String(path.dropLast(mark.count)) : path
    }
}

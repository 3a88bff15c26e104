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
    /// Files and folders are for this account alone (DESIGN §4), and a closed pipe is an error, not an end.
    public static func begin() {
        umask(0o077)
        signal(SIGPIPE, SIG_IGN)
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

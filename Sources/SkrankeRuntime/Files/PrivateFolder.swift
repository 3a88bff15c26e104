import Glibc

/// Folders that belong to one account (DESIGN §4): 0700, ours, nobody else may write.
public enum PrivateFolder {
    /// Makes `path` and what is missing above it, each 0700, and checks that it is ours alone to write.
    public static func prepare(_ path: String) throws(PathFault) {
        try make(path)
        switch try kind(of: path) {
        case .own: return
        case .foreign: throw .notOwned(path)
        case .shared, .sticky: throw .openToOthers(path)
        }
    }

    enum Kind {
        case own
        case foreign
        /// Others may write.
        case shared
        /// Others may write, but not touch what is ours: /tmp.
        case sticky
    }

    static func kind(of path: String) throws(PathFault) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .failed("stat", path: path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path) }
        if status.st_mode & 0o022 != 0 { return status.st_mode & S_ISVTX != 0 ? .sticky : .shared }
        return status.st_uid == geteuid() ? .own : .foreign
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func make(_ path: String) throws(PathFault) {
        if exists(path) { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try make(String(path[..<slash])) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .failed("mkdir", path: path, errno: errno)
        }
    }
}

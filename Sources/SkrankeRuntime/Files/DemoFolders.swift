import Glibc

/// Temporary folders of demonstrations: `skranke-demo-<uid>-<pid>-XXXXXX` with a lock in it, so that the
/// next start sweeps what a killed one left, and never one that still runs.
public struct DemoFolder: Sendable {
    public let path: String
    private let lock: FileLock
    private static let lockName = "demo.lock"

    /// A new folder in `parent` ($TMPDIR or /tmp), 0700, locked while the value lives.
    public static func make(in parent: String) throws(PathFault) -> DemoFolder {
        var template = Array("\(parent)/\(prefix)\(getpid())-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .failed("mkdtemp", path: parent, errno: errno) }
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard let lock = try FileLock.tryLock(path + "/" + lockName) else { throw .openToOthers(path) }
        return DemoFolder(path: path, lock: lock)
    }

    /// Removes folders of demonstrations of this account that nobody runs any more. Returns how many.
    @discardableResult
    public static func sweep(_ parent: String) -> Int {
        var swept = 0
        for name in FolderTree.names(in: parent) where name.hasPrefix(prefix) {
            let path = parent + "/" + name
            guard let kind = try? PrivateFolder.kind(of: path), case .own = kind,
                FolderTree.isRealFolder(path), let lock = try? FileLock.tryLock(path + "/" + lockName)
            else { continue }
            FolderTree.remove(path)
            lock.release()
            swept += 1
        }
        return swept
    }

    public func remove() {
        FolderTree.remove(path)
        lock.release()
    }

    private static var prefix: String { "skranke-demo-\(geteuid())-" }
}

/// Reading and removing folders without following links out of them.
enum FolderTree {
    static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder), names.count < 10_000 {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// A folder itself, not a link to one.
    static func isRealFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func remove(_ path: String, depth: Int = 0) {
        if isRealFolder(path), depth < 16 {
            for name in names(in: path) { remove(path + "/" + name, depth: depth + 1) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}

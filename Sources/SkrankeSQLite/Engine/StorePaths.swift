import Glibc
import SkrankeJournal

/// The files of a store. All are readable by their owner only: whoever can open the store is past every
/// gate (DESIGN §4), so another account's folder or file is refused.
public struct StorePaths: Sendable, Equatable {
    public let store: String
    public init(_ store: String) { self.store = store }

    /// Held by the one process that writes at this moment.
    public var lock: String { store + ".lock" }
    /// Held by the one that is next, so that nobody starves.
    public var turnstile: String { store + ".next" }
    /// Held, shared, by every process that uses the store.
    public var presence: String { store + ".presence" }
    /// Identifiers of what was erased: `restore` forgets them again (law 10).
    public var erased: String { store + ".erased" }
    public var log: String { store + "-wal" }
    public var sharedMemory: String { store + "-shm" }

    public var folder: String {
        guard let slash = store.lastIndex(of: "/") else { return "." }
        return slash == store.startIndex ? "/" : String(store[..<slash])
    }

    /// Makes folder and file where they are missing, and refuses those of somebody else.
    func prepare() throws(StoreFault) {
        try makeFolder()
        try StorePaths.own(folder)
        let file = try StorePaths.open(store, flags: O_RDWR | O_CREAT)
        Glibc.close(file)
    }

    private func makeFolder() throws(StoreFault) {
        var path = ""
        var isFirst = true
        for part in folder.split(separator: "/", omittingEmptySubsequences: true) {
            path += isFirst && !folder.hasPrefix("/") ? String(part) : "/" + part
            isFirst = false
            if mkdir(path, 0o700) != 0, errno != EEXIST {
                throw .unreadable("\(path): \(StorePaths.reason())")
            }
        }
    }

    private static func own(_ path: String) throws(StoreFault) {
        var info = stat()
        guard stat(path, &info) == 0 else { throw .unreadable("\(path): \(reason())") }
        guard info.st_uid == geteuid() else { throw .notOwned(path) }
    }

    /// Opens a file that is ours, makes it 0600, and returns its descriptor.
    static func open(_ path: String, flags: Int32) throws(StoreFault) -> Int32 {
        let descriptor = Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            if errno == EACCES {
                var info = stat()
                if stat(path, &info) == 0, info.st_uid != geteuid() { throw .notOwned(path) }
            }
            throw errno == ENOSPC ? .full : .unreadable("\(path): \(reason())")
        }
        var info = stat()
        guard fstat(descriptor, &info) == 0, info.st_uid == geteuid() else {
            Glibc.close(descriptor)
            throw .notOwned(path)
        }
        if info.st_mode & 0o077 != 0 { _ = fchmod(descriptor, 0o600) }
        return descriptor
    }

    static func reason() -> String { String(cString: strerror(errno)) }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// A rename or a new file is durable only when its folder is.
    static func syncFolder(_ path: String) {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        Glibc.close(descriptor)
    }
}

extension StorePaths {
    /// Bytes of a file; 0 where there is none.
    static func size(_ path: String) -> Int {
        var info = stat()
        return stat(path, &info) == 0 ? Int(info.st_size) : 0
    }

    static func bytes(_ path: String) throws(StoreFault) -> [UInt8] {
        let file = try open(path, flags: O_RDONLY)
        defer { Glibc.close(file) }
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            guard count >= 0 else { throw .unreadable("\(path): \(reason())") }
            if count == 0 { return result }
            result += buffer.prefix(count)
        }
    }
}

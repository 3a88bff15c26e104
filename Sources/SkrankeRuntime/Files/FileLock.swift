import Glibc

/// An advisory lock on a file, held until it is released or the process ends, kill -9 included.
///
/// It is the lock of an open file description: several in one process exclude each other, threads do not
/// matter, and asking who holds it takes nothing. The holder's process id stands in the file. The file is
/// never deleted: a lock on a deleted file would protect nothing.
///
/// The store's own lock (SkrankeSQLite) is another kind on purpose. This one is asked about by everybody once
/// a second (`look`), which `flock` has no way to do: whoever tried it for a look would for that instant be
/// its holder, and a gateway that starts right then would believe that another one works. The store's is
/// taken and let go hundreds of times a second and never asked about, and as a `flock` any script can hold it
/// (`flock skranke.db.lock cp ...`).
public final class FileLock: Sendable {
    private let descriptor: Int32

    /// What `look` found.
    public enum Holder: Equatable, Sendable {
        case nobody
        /// nil where the file does not tell.
        case process(Int32?)
    }

    /// The lock on `path`, or nil where somebody else holds it. The file is made where it is missing (0600).
    public static func tryLock(_ path: String) throws(PathFault) -> FileLock? {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .failed("open", path: path, errno: errno) }
        var wish = request()
        guard fcntl(descriptor, setLock, &wish) == 0 else {
            let error = errno
            close(descriptor)
            if error == EAGAIN || error == EACCES { return nil }
            throw .failed("lock", path: path, errno: error)
        }
        let lock = FileLock(descriptor)
        lock.sign()
        return lock
    }

    /// Who holds the lock on `path`, without touching it. A file that cannot be read counts as not held.
    public static func look(_ path: String) -> Holder {
        let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return .nobody }
        defer { close(descriptor) }
        var question = request()
        guard fcntl(descriptor, getLock, &question) == 0, question.l_type != Int16(F_UNLCK) else {
            return .nobody
        }
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let digits = bytes.prefix(max(0, count)).prefix { (48...57).contains($0) }
        return .process(Int32(String(decoding: digits, as: UTF8.self)))
    }

    /// Waits, on this thread, until nobody holds the lock on `path`; returns at once where there is no file.
    /// For children that live as long as a lock is held.
    public static func waitUntilFree(_ path: String) {
        let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var wish = request()
        wish.l_type = Int16(F_RDLCK)
        while fcntl(descriptor, setLockWaiting, &wish) != 0, errno == EINTR {}
    }

    public func release() {
        var wish = Self.request()
        wish.l_type = Int16(F_UNLCK)
        _ = fcntl(descriptor, Self.setLock, &wish)
    }

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Writes who holds it; a full disk costs only the name.
    private func sign() {
        let text = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, text, text.count, 0)
    }

    /// F_OFD_GETLK, F_OFD_SETLK and F_OFD_SETLKW of Linux, which Swift's Glibc module hides behind
    /// _GNU_SOURCE.
    private static let getLock: Int32 = 36
    private static let setLock: Int32 = 37
    private static let setLockWaiting: Int32 = 38

    private static func request() -> flock {
        var wish = flock()
        wish.l_type = Int16(F_WRLCK)
        wish.l_whence = Int16(SEEK_SET)
        return wish
    }
}

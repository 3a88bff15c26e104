import Glibc

/// Small files of ours that others read while we write: whole or not at all, mode 0600.
public enum AtomicFile {
    /// Replaces `path` by `bytes` in one step. Not synced to the disk: for what a new start writes anew.
    public static func write(_ bytes: [UInt8], to path: String) throws(PathFault) {
        let temporary = path + ".\(getpid()).new"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .failed("open", path: temporary, errno: errno) }
        let written = Glibc.write(descriptor, bytes, bytes.count)
        let error = errno
        close(descriptor)
        guard written == bytes.count else {
            unlink(temporary)
            throw .failed("write", path: temporary, errno: written < 0 ? error : ENOSPC)
        }
        guard rename(temporary, path) == 0 else {
            let error = errno
            unlink(temporary)
            throw .failed("rename", path: path, errno: error)
        }
    }

    /// The file's bytes, at most `limit`; nil where it is missing, too long or no plain file.
    public static func read(_ path: String, limit: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        return count == bytes.count ? bytes : nil
    }
}

extension AtomicFile {
    /// What is gone already is well gone.
    public static func remove(_ path: String) { unlink(path) }
}

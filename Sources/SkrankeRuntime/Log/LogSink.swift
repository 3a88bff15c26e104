import Glibc
import Synchronization

/// A log file that several processes may write: whole lines, 0600, put aside when it has grown.
///
/// A log that cannot be written is silent: nothing else may fail for it.
public final class LogSink: Sendable {
    private struct State {
        var descriptor: Int32 = -1
        var inode: UInt = 0
    }
    private let state = Mutex(State())
    public let path: String
    private let limit: Int
    private let kept: Int

    /// - Parameters:
    ///   - limit: bytes after which the file is put aside.
    ///   - kept: how many old ones stay, `<path>.1` the youngest.
    public init(path: String, limit: Int = 5_000_000, kept: Int = 3) {
        self.path = path
        self.limit = limit
        self.kept = kept
    }

    deinit { state.withLock { if $0.descriptor >= 0 { close($0.descriptor) } } }

    /// Appends one line in one write.
    public func write(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        state.withLock { state in
            reopenIfMoved(&state)
            guard state.descriptor >= 0 else { return }
            _ = Glibc.write(state.descriptor, bytes, bytes.count)
        }
    }

    /// Another process may have put our file aside; ours may be full.
    private func reopenIfMoved(_ state: inout State) {
        var status = stat()
        let isThere = lstat(path, &status) == 0
        if isThere, status.st_size >= limit {
            rotate()
        } else if isThere, state.descriptor >= 0, status.st_ino == state.inode {
            return
        }
        if state.descriptor >= 0 { close(state.descriptor) }
        state.descriptor = open(
            path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard state.descriptor >= 0, fstat(state.descriptor, &status) == 0 else { return }
        state.inode = status.st_ino
    }

    /// One process at a time; who comes second finds a small file.
    private func rotate() {
        guard let lock = try? FileLock.tryLock(path + ".lock") else { return }
        defer { lock.release() }
        var status = stat()
        guard lstat(path, &status) == 0, status.st_size >= limit else { return }
        for number in stride(from: kept, to: 1, by: -1) {
            rename("\(path).\(number - 1)", "\(path).\(number)")
        }
        rename(path, path + ".1")
    }
}

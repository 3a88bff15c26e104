import CPosix
import Glibc

/// Standard error, led away while the screen is up: libraries and fatal-error texts write into it and
/// would stand in the middle of a frame.
final class ErrorStream {
    private let file: Int32
    private var saved: Int32 = -1
    /// Without a file of its own the text is kept in memory and told afterwards.
    private let isKept: Bool

    /// Appends to `path` (mode 0600); nil, or a file that can't be opened, keeps the text in memory.
    init(path: String?) {
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW
        let opened = path.map { open($0, flags, 0o600) } ?? -1
        isKept = opened < 0
        file = isKept ? skr_memfd("skranke-errors") : opened
    }

    deinit {
        giveBack()
        if file >= 0 { close(file) }
    }

    func leadAway() {
        guard saved < 0, file >= 0 else { return }
        saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        if saved >= 0 { dup2(file, STDERR_FILENO) }
    }

    /// Standard error is where it was; what was kept is told, its last 64 kB at most.
    func giveBack() {
        guard saved >= 0 else { return }
        dup2(saved, STDERR_FILENO)
        close(saved)
        saved = -1
        if isKept { tell() }
    }

    private func tell() {
        let end = lseek(file, 0, SEEK_END)
        let begin = max(0, end - 65536)
        guard end > begin else { return }
        let text = [UInt8](unsafeUninitializedCapacity: Int(end - begin)) { buffer, filled in
            filled = max(0, pread(file, buffer.baseAddress, buffer.count, begin))
        }
        ftruncate(file, 0)
        lseek(file, 0, SEEK_SET)
        // Control characters of others stay off the terminal here as well.
        let clean = text.map { $0 == 0x0A || $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) ? $0 : 0x3F }
        _ = clean.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

import CPosix
import Glibc
import SkrankeScreen

/// Our own non-blocking description of the terminal: the shell's descriptors keep their flags.
final class TerminalLine {
    let fd: Int32
    /// The modes as they were found.
    private(set) var original: termios

    enum Received: Equatable {
        case bytes([UInt8])
        case nothing
        /// Hung up, or the window was closed.
        case gone
    }

    enum Sent: Equatable {
        case sent(Int)
        case full
        case gone
    }

    /// The terminal behind the first of these descriptors that is one.
    init(of candidates: [Int32] = [STDIN_FILENO, STDOUT_FILENO]) throws(TerminalFailure) {
        guard let source = candidates.first(where: { isatty($0) == 1 }) else { throw .notATerminal }
        let opened = skr_tty_reopen(source)
        guard opened >= 0 else { throw .system(call: "open", number: errno) }
        var modes = termios()
        guard tcgetattr(opened, &modes) == 0 else {
            let number = errno
            Glibc.close(opened)
            throw .system(call: "tcgetattr", number: number)
        }
        fd = opened
        original = modes
    }

    deinit { Glibc.close(fd) }

    /// Keys come one by one, without echo, signals or flow control; nothing is done to what we write.
    func makeRaw() {
        var raw = original
        cfmakeraw(&raw)
        raw.c_iflag &= ~tcflag_t(IXOFF | IXANY | INPCK)
        // A read that finds nothing must say so (EAGAIN): 0 is a dead line.
        withUnsafeMutableBytes(of: &raw.c_cc) { bytes in
            bytes[Int(VMIN)] = 1
            bytes[Int(VTIME)] = 0
        }
        // TCSANOW: draining would hang on a terminal that does not read.
        tcsetattr(fd, TCSANOW, &raw)
    }

    func restore() { tcsetattr(fd, TCSANOW, &original) }

    /// nil when the line doesn't know.
    var size: Size? {
        var columns: Int32 = 0
        var rows: Int32 = 0
        guard skr_tty_size(fd, &columns, &rows) else { return nil }
        return Size(width: Int(columns), height: Int(rows))
    }

    func receive() -> Received {
        var count = 0
        var number: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, filled in
            count = Glibc.read(fd, buffer.baseAddress, 4096)
            number = errno
            filled = max(0, count)
        }
        if count > 0 { return .bytes(bytes) }
        return count < 0 && (number == EAGAIN || number == EINTR) ? .nothing : .gone
    }

    func send(_ bytes: ArraySlice<UInt8>) -> Sent {
        let count = bytes.withUnsafeBytes { Glibc.write(fd, $0.baseAddress, $0.count) }
        if count >= 0 { return .sent(count) }
        return errno == EAGAIN || errno == EINTR ? .full : .gone
    }

    /// Waits until the terminal takes bytes; false after `milliseconds` without.
    func waitUntilWritable(milliseconds: Int32) -> Bool {
        var wait = pollfd(fd: fd, events: Int16(POLLOUT), revents: 0)
        return poll(&wait, 1, milliseconds) > 0 && wait.revents & Int16(POLLOUT) != 0
    }
}

import CPosix
import Glibc
import Testing

/// A pseudo-terminal: the test sits where the terminal's window would. Waits in poll only.
// Sendable: a test hands it to one driver thread and waits for that thread's end.
final class Pty: @unchecked Sendable {
    let master: Int32
    let path: String
    /// Kept open, so that the line's modes can be read after a child is gone.
    let slave: Int32
    private(set) var seen: [UInt8] = []

    init(columns: Int = 80, rows: Int = 24) throws {
        var name = [CChar](repeating: 0, count: 64)
        master = skr_pty_open(&name, name.count)
        try #require(master >= 0)
        path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(slave >= 0)
        resize(columns: columns, rows: rows)
    }

    private var isHungUp = false
    deinit {
        hangUp()
        close(slave)
    }

    func hangUp() {
        if !isHungUp { close(master) }
        isHungUp = true
    }

    func resize(columns: Int, rows: Int) { _ = skr_tty_set_size(master, Int32(columns), Int32(rows)) }

    var modes: String {
        var modes = termios()
        tcgetattr(slave, &modes)
        return "\(modes.c_iflag) \(modes.c_oflag) \(modes.c_cflag) \(modes.c_lflag) \(modes.c_cc)"
    }

    func setModes(_ modes: termios) {
        var modes = modes
        tcsetattr(slave, TCSANOW, &modes)
    }

    var rawModes: termios {
        var modes = termios()
        tcgetattr(slave, &modes)
        return modes
    }

    func type(_ bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    func type(_ text: String) { type(text.utf8) }

    /// Reads what has come; false when the other side is gone or nothing came for `milliseconds`.
    @discardableResult
    func read(milliseconds: Int32) -> Bool {
        var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, milliseconds) > 0, wait.revents & Int16(POLLIN) != 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = Glibc.read(master, &buffer, buffer.count)
        if count > 0 { seen += buffer[..<count] }
        return count > 0
    }

    /// Everything that is there already.
    func drain() { while read(milliseconds: 0) {} }

    var text: String { String(decoding: seen, as: UTF8.self) }

    /// Reads until the text has come; 20 s are only there to end a test that failed.
    func wait(for wanted: String) -> Bool {
        while !text.contains(wanted) { if !read(milliseconds: 20_000) { return false } }
        return true
    }

    func forget() { seen = [] }
}

/// Counts what happens on another thread; waits in poll.
final class Counter: Sendable {
    private let fd = skr_eventfd()
    deinit { close(fd) }

    func add() { skr_eventfd_signal(fd) }

    /// Waits until `count` happened; false after 20 s of nothing.
    func wait(for count: UInt64) -> Bool {
        var total: UInt64 = 0
        while total < count {
            var wait = pollfd(fd: fd, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, 20_000) > 0 else { return false }
            var more: UInt64 = 0
            guard read(fd, &more, 8) == 8 else { return false }
            total += more
        }
        return total == count
    }
}

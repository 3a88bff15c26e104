import CPosix
import Foundation
import Glibc

/// The program on a pseudo-terminal whose other end is the test: every byte that it sends can be looked at.
// Sendable: used by one test at a time; the suite is serialised.
final class RawTerminal: @unchecked Sendable {
    let child: Child
    private let master: Int32
    private var isHungUp = false
    private(set) var bytes: [UInt8] = []

    init(_ desk: DeskFolder, _ words: [String] = [], columns: Int, rows: Int) throws {
        var name = [CChar](repeating: 0, count: 64)
        master = skr_pty_open(&name, name.count)
        guard master >= 0 else { throw Trouble("pty: \(errno)") }
        let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        _ = skr_tty_set_size(master, Int32(columns), Int32(rows))
        child = try Child([Repository.program] + words, environment: desk.environment, terminal: path)
    }

    deinit {
        child.kill(SIGKILL)
        hangUp()
    }

    func hangUp() {
        if !isHungUp { close(master) }
        isHungUp = true
    }

    func type(_ keys: [UInt8]) { _ = keys.withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }
    func type(_ text: String) { type(Array(text.utf8)) }

    func forget() { bytes = [] }

    /// Reads what is there.
    func drain() { while read(milliseconds: 0) {} }

    private func read(milliseconds: Int32) -> Bool {
        var wish = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&wish, 1, milliseconds) > 0, wish.revents & Int16(POLLIN) != 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(master, &buffer, buffer.count)
        if count > 0 { bytes += buffer[..<count] }
        return count > 0
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Reads until the text went by; good for words that are sent in one piece.
    func shows(_ wanted: String, within seconds: Double = 30) throws {
        let came = Waiting.until(within: seconds) {
            drain()
            return text.contains(wanted) || child.status != nil
        }
        guard came, text.contains(wanted) else {
            throw Trouble("the terminal never got \(wanted): \(child.status ?? 0) \(text.suffix(3_000))")
        }
    }

    /// Reads until nothing more comes for a while.
    func settle() { while read(milliseconds: 700) {} }
}

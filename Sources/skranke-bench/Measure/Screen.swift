import CPosix
import Glibc

/// A full-screen program in a pseudo-terminal of 120x36: keys in, bytes out, each with its time. Every program
/// measured here, ours and the companions, is driven by this and nothing else.
final class Screen {
    let pid: pid_t
    let startedAt: UInt64
    private let master: Int32
    private var isOver = false
    /// The program asked for the other form of the arrow keys.
    private var wantsApplicationKeys = false

    static let columns: Int32 = 120
    static let rows: Int32 = 36

    init(_ words: [String], environment: [String: String] = [:]) throws {
        var name = [CChar](repeating: 0, count: 64)
        master = skr_pty_open(&name, name.count)
        guard master >= 0 else { throw BenchFault("no pseudo-terminal: \(String(cString: strerror(errno)))") }
        _ = skr_tty_set_size(master, Screen.columns, Screen.rows)
        var environment = environment
        environment["TERM"] = "xterm-256color"
        environment["LC_ALL"] = "C.UTF-8"
        let line = name
        startedAt = nanoseconds()
        pid = try Spawn.start(words, environment) { files in
            posix_spawn_file_actions_addopen(&files, 0, line, O_RDWR, 0)
            posix_spawn_file_actions_adddup2(&files, 0, 1)
            posix_spawn_file_actions_adddup2(&files, 0, 2)
        }
    }

    /// What came, and when.
    struct Output {
        var bytes: [UInt8] = []
        var first: UInt64?
        var last: UInt64?
        /// When the first frame ended, of a program that puts its frames in synchronized-output brackets.
        var frameEnd: UInt64?
        /// Frames in brackets.
        var frames = 0
        /// The end of the repaint.
        var end: UInt64? { frameEnd ?? last }
    }

    private static let frameMark = Array("\u{1B}[?2026l".utf8)
    private static let keyMark = Array("\u{1B}[?1h".utf8)

    /// Reads until nothing came for `quiet` ms after something came, or `limit` ms went by, or `enough` says so.
    func listen(quiet: Int32, limit: Int32, enough: (Output) -> Bool = { _ in false }) -> Output {
        var output = Output()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let deadline = nanoseconds() + UInt64(limit) * 1_000_000
        while true {
            let now = nanoseconds()
            guard now < deadline else { return output }
            let left = Int32(min((deadline - now) / 1_000_000 + 1, UInt64(Int32.max)))
            var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            let ready = poll(&wait, 1, output.bytes.isEmpty ? left : min(quiet, left))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return output }
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return output }
            take(buffer[..<count], &output)
            if enough(output) { return output }
        }
    }

    private func take(_ bytes: ArraySlice<UInt8>, _ output: inout Output) {
        let now = nanoseconds()
        output.first = output.first ?? now
        output.last = now
        let before = max(0, output.bytes.count - Screen.frameMark.count + 1)
        output.bytes += bytes
        let fresh = output.bytes[before...]
        let frames = Screen.count(Screen.frameMark, in: fresh)
        if frames > 0 {
            output.frames += frames
            output.frameEnd = output.frameEnd ?? now
        }
        if !wantsApplicationKeys, Screen.count(Screen.keyMark, in: fresh) > 0 { wantsApplicationKeys = true }
    }

    static func count(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int {
        guard let first = mark.first else { return 0 }
        var found = 0
        var rest = bytes
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: mark) { found += 1 }
            rest = rest.dropFirst()
        }
        return found
    }

    /// - Returns: when it was written.
    @discardableResult
    func type(_ text: String) -> UInt64 {
        let bytes = Array(text.utf8)
        let now = nanoseconds()
        _ = write(master, bytes, bytes.count)
        return now
    }

    var down: String { wantsApplicationKeys ? "\u{1B}OB" : "\u{1B}[B" }
    var up: String { wantsApplicationKeys ? "\u{1B}OA" : "\u{1B}[A" }

    /// Ends the program, by its own key first.
    func end(_ key: String) {
        guard !isOver else { return }
        isOver = true
        type(key)
        _ = listen(quiet: 100, limit: 400)
        kill(pid, SIGTERM)
        _ = listen(quiet: 100, limit: 300)
        kill(pid, SIGKILL)
        close(master)
        Spawn.wait(for: pid)
    }

    deinit {
        if !isOver {
            kill(pid, SIGKILL)
            close(master)
            Spawn.wait(for: pid)
        }
    }
}

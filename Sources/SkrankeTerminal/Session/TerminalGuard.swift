import CPosix
import Glibc

/// The terminal is left as it was found, whatever ends the program (habit 20): exit(), a signal that ends
/// it, a trap. kill -9 can't be caught: `reset` helps then.
///
/// Swift's own backtracer asks a question on the terminal when the program crashes ("Press space to
/// interact ... (30s)"), so it is only called where SWIFT_BACKTRACE says `interactive=no`. Without that
/// variable the program has taken it out of the way at its start: its report would spill citizens' words.
enum TerminalGuard {
    static func arm(_ line: TerminalLine, reset: String, farewell: String) {
        let reset = Array(reset.utf8)
        let farewell = Array(farewell.utf8)
        var original = line.original
        skr_guard_arm(
            line.fd, &original, reset, reset.count, farewell, farewell.count, isBacktracerQuiet)
    }

    /// Whether the backtracer keeps its hands off the terminal.
    private static var isBacktracerQuiet: Bool {
        guard let value = getenv("SWIFT_BACKTRACE").map({ String(cString: $0) }) else { return false }
        return value.split(separator: ",").contains { $0 == "interactive=no" || $0 == "enable=no" }
    }

    static func disarm() { skr_guard_disarm() }
}

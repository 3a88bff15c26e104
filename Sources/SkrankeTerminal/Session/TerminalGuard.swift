import CPosix
import Glibc

/// The terminal is left as it was found, whatever ends the program (habit 20): exit(), a signal that ends
/// it, a trap. kill -9 can't be caught: `reset` helps then.
///
/// Swift's own backtracer asks a question on the terminal when the program crashes ("Press space to
/// interact ... (30s)"), so it is only called where SWIFT_BACKTRACE says `interactive=no`;
/// `CrashTrace` sees to that.
enum TerminalGuard {
    static func arm(_ line: TerminalLine, reset: String, farewell: String) {
        let reset = Array(reset.utf8)
        let farewell = Array(farewell.utf8)
        var original = line.original
        skr_guard_arm(
            line.fd, &original, reset, reset.count, farewell, farewell.count, CrashTrace.isQuiet)
    }

    static func disarm() { skr_guard_disarm() }
}

/// Where Swift's backtracer writes when the program crashes. It reads its settings before `main`, so they
/// have to be in the environment already: the program executes itself once more.
public enum CrashTrace {
    /// Whether the backtracer keeps its hands off the terminal.
    static var isQuiet: Bool {
        guard let value = getenv("SWIFT_BACKTRACE").map({ String(cString: $0) }) else { return false }
        return value.split(separator: ",").contains { $0 == "interactive=no" || $0 == "enable=no" }
    }

    /// Call first thing in an interactive subcommand. Unless SWIFT_BACKTRACE is set, sets it so that a trace
    /// goes to `file` without colour and without a question, and executes the program anew (about
    /// 5 ms). Returns when there is nothing to do or it isn't possible; then a crash leaves no trace, but
    /// the terminal is restored all the same.
    public static func reexecuteIfNeeded(file: String) {
        guard getenv("SWIFT_BACKTRACE") == nil, !file.contains(",") else { return }
        setenv("SWIFT_BACKTRACE", "enable=yes,interactive=no,color=no,output-to=\(file)", 1)
        var arguments: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.map { strdup($0) }
        arguments.append(nil)
        execv("/proc/self/exe", &arguments)
        for argument in arguments { free(argument) }
    }
}

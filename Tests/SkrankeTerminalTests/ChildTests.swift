import CPosix
import Foundation
import Glibc
import SkrankeScreen
import Testing

@testable import SkrankeTerminal

/// What happens in a child, on the terminal whose path it was given: its standard streams are that
/// terminal, its session's own.
enum Child {
    static let shown = "skjermen står"

    static func takeLine(_ path: String) {
        setsid()
        let line = Glibc.open(path, O_RDWR)
        for standard in 0...2 as ClosedRange<Int32> { dup2(line, standard) }
        close(line)
    }

    static func open(_ path: String, farewell: String = "") throws -> NcursesTerminal {
        takeLine(path)
        var options = NcursesTerminal.Options()
        options.term = "xterm-256color"
        options.farewell = farewell
        let terminal = try NcursesTerminal(options)
        guard try terminal.present(Draw.frame([shown], Size(width: 80, height: 24))) else { exit(3) }
        return terminal
    }

    @inline(never) static func recurse(_ depth: Int) -> Int {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 512) { room in
            room.initialize(repeating: depth)
            return recurse(depth + 1) &+ room[depth % 512]
        }
    }
}

/// The terminal is restored whatever ends the program. The children are processes of their own, on a
/// pseudo-terminal each.
@Suite(.serialized) struct ChildTests {
    let pty: Pty
    let before: String
    let path: String

    init() throws {
        pty = try Pty()
        before = pty.modes
        path = pty.path
    }

    private func expectRestored(_ last: String = "\u{1B}[?1049l") {
        pty.drain()
        #expect(pty.text.contains(Child.shown))
        for mode in ["?2004l", "?1004l", "?1002l", "?1006l", "?2026l", "?1049l"] {
            #expect(pty.text.contains(mode), "\(mode)")
        }
        #expect(pty.modes == before)
        // Nothing is drawn after the screen was left.
        let end = pty.text.range(of: "\u{1B}[?1049l").map { pty.text[$0.upperBound...] } ?? ""
        #expect(!end.contains(Child.shown))
    }

    /// A locale that is not UTF-8, or not installed, still shows Norwegian letters.
    @Test(arguments: ["C", "POSIX", "nb_NO.ISO-8859-1", "xx_XX.UTF-8", "", "C.UTF-8"])
    func inAnyLocale(_ name: String) async {
        await #expect(processExitsWith: .exitCode(0)) { [path = path as String, name = name as String] in
            for variable in ["LC_ALL", "LC_CTYPE", "LANG"] { setenv(variable, name, 1) }
            let terminal = try Child.open(path)
            terminal.close()
            exit(0)
        }
        expectRestored()
    }

    @Test func afterExit() async {
        await #expect(processExitsWith: .exitCode(7)) { [path = path as String] in
            let terminal = try Child.open(path)
            withExtendedLifetime(terminal) { exit(7) }
        }
        expectRestored()
    }

    @Test func afterClose() async {
        await #expect(processExitsWith: .exitCode(0)) { [path = path as String] in
            let terminal = try Child.open(path)
            let message = Array("til feilstrømmen\n".utf8)
            write(STDERR_FILENO, message, message.count)
            terminal.close()
            exit(0)
        }
        expectRestored()
        // What was written to standard error meanwhile comes afterwards.
        let parts = pty.text.components(separatedBy: "\u{1B}[?1049l")
        #expect(parts.first?.contains("feilstr") == false && parts.last?.contains("til feilstr") == true)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func afterASignal(_ number: Int32) async {
        await #expect(processExitsWith: .signal(number)) {
            [path = path as String, number = number as Int32] in
            let terminal = try Child.open(path, farewell: "programfeil")
            withExtendedLifetime(terminal) {
                _ = kill(getpid(), number)
                // Any thread may get it; this one must not end the program first.
                while true { pause() }
            }
        }
        expectRestored()
        #expect(!pty.text.contains("programfeil"))
    }

    @Test func afterASegmentationFault() async {
        await #expect(processExitsWith: .signal(SIGSEGV)) { [path = path as String] in
            let terminal = try Child.open(path, farewell: "programfeil, se loggen")
            UnsafeMutablePointer<Int>(bitPattern: terminal.size.width)?.pointee = 1
        }
        expectRestored()
        #expect(pty.text.contains("programfeil, se loggen"))
    }

    @Test func afterATrap() async {
        await #expect(processExitsWith: .failure) { [path = path as String] in
            let terminal = try Child.open(path)
            preconditionFailure("\(terminal.size)")
        }
        expectRestored()
    }

    @Test func afterAbort() async {
        await #expect(processExitsWith: .signal(SIGABRT)) { [path = path as String] in
            let terminal = try Child.open(path)
            withExtendedLifetime(terminal) { abort() }
        }
        expectRestored()
    }

    @Test func afterAStackOverflowOnTheLoop() async {
        await #expect(processExitsWith: .signal(SIGSEGV)) { [path = path as String] in
            let loop = try PollLoop(name: "deep")
            loop.perform {
                let terminal = try? Child.open(path)
                withExtendedLifetime(terminal) { _ = Child.recurse(0) }
            }
            try loop.start()
            loop.waitUntilStopped()
        }
        expectRestored()
    }

    @Test func afterACrashWhileTheTerminalDoesNotRead() async {
        await #expect(processExitsWith: .signal(SIGABRT)) { [path = path as String] in
            let terminal = try Child.open(path)
            var number = 0
            while !terminal.wantsWrite {
                number += 1
                let line = String(repeating: number % 2 == 0 ? "x" : "y", count: 80)
                _ = try terminal.present(Draw.frame(Array(repeating: line, count: 24), terminal.size))
            }
            abort()
        }
        pty.drain()
        #expect(pty.modes == before)
    }
}

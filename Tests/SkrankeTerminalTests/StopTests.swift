import CPosix
import Glibc
import SkrankeScreen
import Testing

@testable import SkrankeTerminal

/// Ctrl-Z, as a shell sees it.
@Suite(.serialized, .timeLimit(.minutes(2))) struct StopTests {
    static func runChild(_ path: String) throws {
        Child.takeLine(path)
        let loop = try PollLoop(name: "stop")
        let console = TypedConsole(loop: loop)
        let holder = SessionHolder()
        let session = TerminalSession(
            loop: loop,
            hooks: TerminalHooks(
                handle: { event in
                    console.assumeIsolated { $0.handle(event) }
                    if event == .key(.control("z")) { holder.session?.suspend() }
                    if event == .key(.control("q")) {
                        holder.session?.closeHere()
                        loop.stop()
                    }
                },
                frame: { size in console.assumeIsolated { $0.frame(size) } },
                beforeStop: { go in
                    write(1, "<sperre>", 8)
                    go()
                },
                afterStop: { write(1, "<fri>", 5) },
                gone: { exit(4) }))
        session.stopsAlways = true
        holder.session = session
        loop.perform {
            var options = NcursesTerminal.Options()
            options.term = "xterm-256color"
            do { try session.openHere(options) } catch { exit(5) }
        }
        try loop.start()
        loop.waitUntilStopped()
        exit(0)
    }

    // Sendable: set before the loop starts, read on its thread only.
    final class SessionHolder: @unchecked Sendable { var session: TerminalSession? }

    @Test func stopsAndComesBack() async throws {
        let pty = try Pty()
        let path = pty.path
        let driver = try PollLoop(name: "driver")
        let done = Counter()
        // What the driver does blocks in poll and waitid, so it has a thread of its own.
        driver.perform {
            Driver(pty: pty).run()
            done.add()
        }
        try driver.start()
        await #expect(processExitsWith: .exitCode(0)) { [path = path as String] in
            try StopTests.runChild(path)
        }
        #expect(done.wait(for: 1))
        driver.stop()
        driver.waitUntilStopped()
    }

    /// The window and the shell of the child.
    struct Driver {
        let pty: Pty
        let before: String
        let found: termios

        init(pty: Pty) {
            self.pty = pty
            before = pty.modes
            found = pty.rawModes
        }

        func run() {
            #expect(pty.wait(for: "nr=0 "))
            let child = tcgetpgrp(pty.master)
            defer { kill(child, SIGKILL) }
            let raw = pty.modes
            controlZ(child, raw)
            resizedWhileStopped(child)
            stoppedByOthers(child, raw)
            pty.type([0x11])
            #expect(pty.wait(for: "\u{1B}[?1049l"))
            var info = siginfo_t()
            _ = waitid(P_PID, id_t(child), &info, WEXITED | WNOWAIT)
            #expect(pty.modes == before)
        }

        private func waitUntilStopped(_ child: pid_t) {
            var info = siginfo_t()
            #expect(waitid(P_PID, id_t(child), &info, WSTOPPED) == 0)
        }

        private func controlZ(_ child: pid_t, _ raw: String) {
            pty.forget()
            pty.type([0x1A])
            waitUntilStopped(child)
            pty.drain()
            #expect(pty.modes == before)
            #expect(pty.text.contains("<sperre>"))
            #expect(pty.text.contains("\u{1B}[?2004l") && pty.text.contains("\u{1B}[?1049l"))
            #expect(!pty.text.contains("BBBB"), "nothing is drawn before the stop")
            pty.forget()
            kill(child, SIGCONT)
            #expect(pty.wait(for: "nr=1 ") && pty.wait(for: ModeSequences.endFrame))
            #expect(pty.text.contains("<fri>"))
            #expect(pty.text.contains("\u{1B}[?1049h") && pty.text.contains("\u{1B}[?2004h"))
            #expect(pty.modes == raw)
        }

        private func resizedWhileStopped(_ child: pid_t) {
            pty.type([0x1A])
            waitUntilStopped(child)
            pty.drain()
            pty.forget()
            pty.resize(columns: 100, rows: 30)
            kill(child, SIGCONT)
            #expect(pty.wait(for: String(repeating: "D", count: 100)))
        }

        private func stoppedByOthers(_ child: pid_t, _ raw: String) {
            #expect(pty.wait(for: ModeSequences.endFrame))
            kill(child, SIGSTOP)
            waitUntilStopped(child)
            pty.setModes(found)
            pty.drain()
            pty.forget()
            kill(child, SIGCONT)
            #expect(pty.wait(for: "nr=3 ") && pty.wait(for: ModeSequences.endFrame))
            #expect(pty.modes == raw)
            pty.forget()
            kill(child, SIGTSTP)
            waitUntilStopped(child)
            #expect(pty.modes == before)
            kill(child, SIGCONT)
            #expect(pty.wait(for: "nr=3 "))
        }
    }
}

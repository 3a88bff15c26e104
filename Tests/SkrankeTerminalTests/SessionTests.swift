import CPosix
import Glibc
import SkrankeScreen
import Synchronization
import Testing

@testable import SkrankeTerminal

/// A console in small: an actor on the loop that shows what was typed.
actor TypedConsole {
    private nonisolated let loop: PollLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
    private(set) var events: [InputEvent] = []
    private(set) var news = 0
    private(set) var frames = 0

    init(loop: PollLoop) { self.loop = loop }

    func handle(_ event: InputEvent) { events.append(event) }
    func hear() { news += 1 }

    /// The whole screen changes with every event.
    func frame(_ size: Size) -> Frame {
        frames += 1
        let letter = Character(UnicodeScalar(UInt8(0x41 + events.count % 26)))
        let line = String(repeating: letter, count: size.width)
        let title = "nr=\(events.count) nytt=\(news);"
        return Draw.frame(Array(repeating: line, count: size.height), size, title: title)
    }
}

extension RealNcurses {
    @Suite(.serialized) final class SessionTests {
        let pty: Pty
        let loop: PollLoop
        let console: TypedConsole
        let session: TerminalSession
        let handled = Counter()
        let gone = Counter()

        init() throws {
            pty = try Pty()
            loop = try PollLoop(name: "test")
            let (console, handled, gone) = (TypedConsole(loop: loop), handled, gone)
            self.console = console
            session = TerminalSession(
                loop: loop,
                hooks: TerminalHooks(
                    handle: { event in
                        console.assumeIsolated { $0.handle(event) }
                        handled.add()
                    },
                    frame: { size in console.assumeIsolated { $0.frame(size) } },
                    gone: { gone.add() }))
            try loop.start()
        }

        deinit {
            loop.stop()
            loop.waitUntilStopped()
        }

        private func open() async throws {
            var options = NcursesTerminal.Options()
            options.term = "xterm-256color"
            options.descriptors = [pty.slave]
            options.leadErrorsAway = false
            try await session.open(options)
            #expect(pty.wait(for: "nr=0 "))
        }

        @Test func aKeyBecomesAFrameAndTheTerminalIsLeftAsItWasFound() async throws {
            let before = pty.modes
            try await open()
            #expect(pty.modes != before)
            #expect(pty.text.hasPrefix(ModeSequences.beginFrame))
            for mode in ["?1049h", "?2004h", "?1004h", "?1002h", "?1006h"] {
                #expect(pty.text.contains(mode))
            }
            // The shell's own description stays blocking.
            #expect(fcntl(pty.slave, F_GETFL) & O_NONBLOCK == 0)
            pty.type("æ")
            #expect(pty.wait(for: "BBBB"))
            pty.type([0xC3])
            pty.type([0xB8])
            #expect(pty.wait(for: "CCCC"))
            #expect(await console.events == typed("æø"))
            await session.close()
            #expect(pty.modes == before)
            pty.drain()
            for mode in ["?1049l", "?2004l", "?1004l", "?1002l", "?1006l"] {
                #expect(pty.text.contains(mode))
            }
        }

        @Test func aLoneEscapeComesAfterSilence() async throws {
            try await open()
            pty.type("\u{1B}")
            #expect(handled.wait(for: 1))
            #expect(await console.events == [.key(Key(.escape))])
            await session.close()
        }

        @Test func aTerminalThatDoesNotReadHoldsUpNoKeys() async throws {
            try await open()
            // One by one, so that each could have been a frame.
            for number in 0..<300 {
                pty.type([UInt8(0x61 + number % 26)])
                try #require(handled.wait(for: 1))
            }
            // Frames were not piled up, and the newest comes when the terminal reads again.
            #expect(await console.frames < 100)
            #expect(pty.wait(for: "nr=300 "))
            await session.close()
        }

        @Test func closingDoesNotWaitForATerminalThatDoesNotRead() async throws {
            let before = pty.modes
            try await open()
            for number in 0..<100 {
                pty.type([UInt8(0x61 + number % 26)])
                try #require(handled.wait(for: 1))
            }
            await session.close()
            #expect(pty.modes == before)
        }

        @Test func newsFromAnotherThreadIsShown() async throws {
            try await open()
            for _ in 0..<50 {
                await console.hear()
                session.requestFrame(.news)
            }
            #expect(pty.wait(for: "nytt=50;"))
            #expect(await console.frames < 50)
            await session.close()
        }

        @Test func resizeIsAnEventAndARepaint() async throws {
            try await open()
            pty.forget()
            pty.resize(columns: 120, rows: 36)
            kill(getpid(), SIGWINCH)
            #expect(handled.wait(for: 1))
            #expect(await console.events == [.resize(Size(width: 120, height: 36))])
            #expect(pty.wait(for: String(repeating: "B", count: 120)))
            await session.close()
        }

        @Test func aPasteIsOneEvent() async throws {
            try await open()
            pty.type("\u{1B}[200~linje 1\rlin")
            pty.type("je 2\u{1B}[201~")
            #expect(handled.wait(for: 1))
            #expect(await console.events == [.paste("linje 1\rlinje 2")])
            await session.close()
        }

        @Test func aDeadLineIsTold() async throws {
            try await open()
            pty.hangUp()
            #expect(gone.wait(for: 1))
            let session = session
            await withCheckedContinuation { done in
                loop.perform {
                    #expect(session.size == Size(width: 0, height: 0))
                    done.resume()
                }
            }
            await session.close()
        }

        @Test func withoutATerminalThereIsAnError() async throws {
            var options = NcursesTerminal.Options()
            let null = Glibc.open("/dev/null", O_RDWR | O_CLOEXEC)
            defer { close(null) }
            options.descriptors = [null]
            await #expect(throws: TerminalFailure.notATerminal) { try await session.open(options) }
            try await open()
            await session.close()
        }
    }
}

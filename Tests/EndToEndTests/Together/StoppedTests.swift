import CPosix
import Foundation
import Glibc
import Testing

extension EndToEnd {
    /// A console that the kernel stopped in the middle holds up nobody.
    @Test func aStoppedConsoleHoldsUpNobody() throws {
        let desk = try DeskFolder()
        let console = try TmuxConsole(desk)
        try console.shows("Ingen venter i chat.", "http://127.0.0.1:")
        let web = try desk.gatewayAnswers()
        let pid = try console.pid
        kill(pid, SIGSTOP)
        defer { kill(pid, SIGCONT) }
        for round in 1...5 {
            _ = try desk.register("Mens konsollen står stille \(round)")
            _ = try web.ask("Mens konsollen står stille \(round)?")
        }
        kill(pid, SIGCONT)
        try console.shows("5 venter")
        // The last one here is told of those who wait, and asked.
        try console.press("C-q")
        try console.shows("5 innbyggere i chatkøen")
        try console.press("q")
        try eventually("the console ends") { try console.isDead }
        #expect(try desk.problems() == [])
    }

    /// Ctrl-Z gives the shell its terminal back, `fg` the screen; meanwhile the others work.
    @Test func ctrlZHoldsUpNobody() throws {
        let desk = try DeskFolder()
        let shell = try TmuxConsole(desk, nil)
        try shell.type("PS1='ready> '; \(Repository.program)")
        try shell.press("Enter")
        try shell.shows("Ingen venter i chat.", "http://127.0.0.1:")
        let web = try desk.gatewayAnswers()
        try shell.press("C-z")
        try shell.shows("ready> ")
        for round in 1...3 {
            _ = try desk.register("Etter Ctrl-Z \(round)")
            _ = try web.ask("Etter Ctrl-Z \(round)?")
        }
        try shell.type("echo alive-$((40+2)); fg")
        try shell.press("Enter")
        try shell.shows("3 venter", "Etter Ctrl")
        try shell.press("C-q")
        try shell.shows("3 innbyggere i chatkøen")
        try shell.press("q")
        try shell.shows("alive-42", "ready> ")
        #expect(try desk.problems() == [])
    }

    /// A line whose other end reads nothing: the console waits with its frames, nobody else waits.
    @Test func aDeadLineHoldsUpNobody() throws {
        let desk = try DeskFolder()
        let line = try RawTerminal(desk, columns: 120, rows: 36)
        try line.shows("Ingen venter")
        let web = try desk.gatewayAnswers()
        // From here on nothing is read, while every change wants a frame.
        for _ in 1...40 { line.type("\u{1B}OQ") }
        for round in 1...40 { _ = try web.ask("Linjen er død \(round)?") }
        _ = try desk.register("Linjen er død")
        #expect(try desk.problems() == [])
        // Drawn anew until the last one is among them: a frame that only changes a number is no text.
        try eventually("all forty stand on the screen", within: 60) {
            line.settle()
            line.forget()
            line.type([0x0C])
            line.settle()
            return line.text.contains("40 venter")
        }
        line.type([0x11])
        try line.shows("40 innbyggere i chatkøen")
        line.type("q")
        try eventually("the console ends") {
            line.drain()
            return line.child.status != nil
        }
        #expect(line.child.status == 0)
    }

    /// The line goes away: the console ends by itself, and what it had written is kept.
    @Test func aConsoleWhoseLineIsGoneEnds() throws {
        let desk = try DeskFolder()
        let line = try RawTerminal(desk, columns: 80, rows: 24)
        try line.shows("Ingen venter")
        line.hangUp()
        #expect(line.child.wait(within: 20) != nil, "it lives on without a terminal")
        _ = try desk.register("Etterpå")
        #expect(try desk.problems() == [])
    }
}

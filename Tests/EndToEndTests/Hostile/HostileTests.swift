import Foundation
import Glibc
import Testing

extension EndToEnd {
    struct Window: Sendable, CustomTestStringConvertible {
        var columns: Int
        var rows: Int
        var testDescription: String { "\(columns)x\(rows)" }
    }
    static let windows = [Window(columns: 80, rows: 24), Window(columns: 120, rows: 36)]

    /// Law 5: no control and no bidirectional character of a citizen's reaches the agent's terminal, whatever
    /// field it came in by; and nothing is refused without a word.
    @Test(arguments: windows)
    func noForbiddenByteReachesTheTerminal(_ window: Window) throws {
        let desk = try DeskFolder()
        let clean = try Self.visit(desk, window, items: 1)
        #expect(clean.findings == [])
        let web = try desk.gatewayAnswers()
        for text in HostileTexts.all { try Self.send(text, web) }
        for text in HostileTexts.all.prefix(24) { try Self.register(text, desk) }
        let seen = try Self.visit(desk, window, items: 20)
        #expect(seen.findings == [])
        // The texts were there, only harmless.
        let words = ["combining", "RED", "private", "invisible", "gnp.exe", "deep", "tabs", "open"]
        #expect(words.filter { seen.text.contains($0) }.count > 3)
        #expect(seen.kinds.subtracting(clean.kinds).subtracting(Self.harmless) == [])
        #expect(try desk.problems() == [])
    }

    /// Cursor movement and erasing that a short visit may not need.
    private static let harmless: Set = [
        "[H", "[A", "[B", "[C", "[D", "[G", "[d", "[K", "[J", "[X", "[P", "[@", "[L", "[M", "[b", "[r", "[S",
        "[T", "M", "D", "[m", "(B", "[h", "[l", "[?h", "[?l",
    ]

    /// Through HTTP: question, name, message.
    private static func send(_ text: String, _ web: WebClient) throws {
        let name = String(text.prefix(60))
        let reply = try web.post(
            "/api/v1/chats", ["question": text, "contact": ["name": name]], key: UUID().uuidString)
        guard reply.status == 201, let token = reply.object["token"] as? String else {
            expectRefusal(reply, text)
            return
        }
        let path = "/api/v1/chats/\(token)/messages"
        let message = try web.post(path, ["text": text], key: UUID().uuidString)
        if message.status != 202 { expectRefusal(message, text) }
    }

    private static func expectRefusal(_ reply: WebClient.Reply, _ text: String) {
        let code = reply.object["code"] as? String
        let title = reply.object["title"] as? String
        #expect(
            (400..<500).contains(reply.status), "\(reply.status) for \(text.debugDescription.prefix(100))")
        #expect(code != nil && title?.isEmpty == false, "a refusal without a word: \(reply.body)")
    }

    /// By the command line, which takes no NUL.
    private static func register(_ text: String, _ desk: DeskFolder) throws {
        let text = text.filter { !$0.unicodeScalars.contains("\u{0}") }
        let channels = ["email", "callback", "visit"]
        let channel = channels[text.utf8.count % channels.count]
        let line = String(text.filter { !$0.isNewline }.prefix(60))
        let outcome = try desk.run(
            "inquiry", "register", "--channel", channel, "--text=" + text, "--name=" + line,
            "--phone=" + line, "--email=" + line)
        if outcome.status == 0 { return }
        #expect(outcome.status == 1 || outcome.status == 64, "\(outcome.status) \(outcome.err)")
        #expect(outcome.err.count > 10, "refused without a word")
        #expect(TerminalBytes(Array(outcome.err.utf8)).findings == [])
        // What is refused with its address may be kept without.
        let again = try desk.run("inquiry", "register", "--channel", "email", "--text=" + text)
        if again.status != 0 { #expect(again.err.count > 10) }
    }

    /// Opens one inquiry after the other in every pane, goes to the overview, leaves.
    private static func visit(_ desk: DeskFolder, _ window: Window, items: Int) throws -> TerminalBytes {
        let line = try RawTerminal(desk, columns: window.columns, rows: window.rows)
        try line.shows("Skranke")
        line.settle()
        for pane in 1...4 {
            for item in 0..<items {
                line.type("\(pane)")
                if item > 0 { line.type("\u{1B}OB") }
                line.type("\r")
                line.pause()
                line.type("z")
                line.pause()
                line.type("z")
            }
        }
        line.type("\u{1B}OQ")
        line.settle()
        line.type("\u{1B}OQ")
        line.type([0x0C])
        line.settle()
        line.type([0x11])
        try eventually("the console ends") {
            line.drain()
            return line.child.status != nil
        }
        #expect(line.child.status == 0)
        return TerminalBytes(line.bytes)
    }
}

extension RawTerminal {
    /// A little time for the frame that a key wants; reads meanwhile.
    func pause() {
        Waiting.pause(milliseconds: 40)
        drain()
    }
}

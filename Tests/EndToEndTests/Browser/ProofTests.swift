import Foundation
import Glibc
import Testing

extension EndToEnd {
    /// Issue 9's proof: from a citizen's browser to the agent's screen and back.
    @Test func aQuestionGoesFromTheBrowserToTheScreenAndBack() throws {
        let desk = try DeskFolder()
        let question = "Når åpner biblioteket på Øya?"
        let answer = "Hei! Klokka ti på lørdag, året rundt. Velkommen 😀 – æøå"
        let console = try TmuxConsole(desk)
        try console.shows("Ingen venter i chat.", "http://127.0.0.1:")
        let web = try desk.gatewayAnswers()
        let citizen = try Citizen(base: web.base, question: question, answer: answer)
        try citizen.says("ASKED")
        try console.shows("1 venter", "Når åpner")
        try console.press("n")
        try console.shows("er din")
        try console.press("s")
        try console.shows("Svar til 1-")
        try console.type(answer)
        try console.shows("😀 – æøå")
        try console.press("C-s")
        try citizen.says("ANSWERED")
        try console.shows("Sendt til 1-")
        try Self.close(console)
        let reference = try #require(try Self.reference(desk, console))
        try citizen.tell(reference)
        try citizen.says("SEEN")
        try citizen.tell("bye")
        try citizen.says("DONE")
        try Self.wholeStory(desk, reference, question, answer)
        try console.press("C-q")
        try eventually("the console ends") { try console.isDead }
        #expect(try desk.problems() == [])
    }

    /// `l`, the result by its letter, the topic by searching.
    static func close(_ console: TmuxConsole) throws {
        try console.press("Escape")
        try console.shows("s: svar")
        try console.press("l")
        try console.shows("Hvordan endte det?")
        try console.press("l")
        try console.shows("Hva gjaldt det?")
        try console.type("biblio")
        try console.shows(">  Bibliotek")
        try console.press("Enter")
        try console.shows("er avsluttet. n: neste")
    }

    /// The whole reference of what the desk's only chat became, as the screen shows it.
    private static func reference(_ desk: DeskFolder, _ console: TmuxConsole) throws -> String? {
        let export = try desk.run("journal", "export").out
        let year = try console.text.firstMatch(of: /H\d\d-\d{6}-[0-9A-Z]/)
        if let year { return String(year.0) }
        return export.firstMatch(of: /H\d\d-\d{6}-[0-9A-Z]/).map { String($0.0) }
    }

    private static func wholeStory(
        _ desk: DeskFolder, _ reference: String, _ question: String, _ answer: String
    ) throws {
        let show = try #require(try desk.json("inquiry", "show", reference).first)
        #expect(show["reference"] as? String == reference)
        #expect(show["channel"] as? String == "chat")
        #expect(show["state"] as? String == "closed")
        #expect(show["topic"] as? String == "bibliotektjenester")
        let messages = try #require(show["messages"] as? [[String: Any]])
        #expect(messages.first?["text"] as? String == question)
        #expect(messages.first?["from"] as? String == "citizen")
        let said = messages.filter { $0["from"] as? String == "agent" }
        #expect(said.map { $0["text"] as? String } == [answer])
        let receipts = try #require(show["receipts"] as? [[String: Any]])
        #expect(receipts.count == 1)
        #expect((receipts.first?["text"] as? String)?.contains(reference) == true)
        #expect(receipts.first?["expectedAt"] is String)
        let deadlines = try #require(show["deadlines"] as? [[String: Any]])
        #expect(deadlines.contains { $0["kind"] as? String == "chat-first-reply" })
        #expect(deadlines.allSatisfy { $0["state"] as? String != "running" })
        let events = try #require(show["events"] as? [[String: Any]]).compactMap { $0["type"] as? String }
        for type in [
            "InquiryReceived", "ChatMessageSent", "ReceiptSent", "InquiryClaimed", "TopicSet",
            "InquiryClosed",
        ] {
            #expect(events.contains(type), "no \(type) in \(events)")
        }
    }
}

/// The browser's process, and the lines that it and the test exchange.
private final class Citizen {
    private let child: Child
    private let input: Int32

    init(base: String, question: String, answer: String) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Trouble("pipe: \(errno)") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        input = ends[1]
        defer { Glibc.close(ends[0]) }
        child = try Child(
            ["python3", "-c", CitizenScript.source, base, question, answer],
            environment: ProcessInfo.processInfo.environment, input: ends[0])
    }

    deinit { Glibc.close(input) }

    func tell(_ line: String) throws {
        let bytes = Array((line + "\n").utf8)
        guard write(input, bytes, bytes.count) == bytes.count else { throw Trouble("the browser is gone") }
    }

    func says(_ word: String) throws {
        let came = Waiting.until(within: 90) {
            child.output.split(separator: "\n").contains(Substring(word)) || child.status != nil
        }
        guard came, child.output.split(separator: "\n").contains(Substring(word)) else {
            throw Trouble("the browser never said \(word): \(child.output) \(child.errors.suffix(2_000))")
        }
    }
}

import SkrankeDomain
import SkrankeJournal
import Testing

@Suite struct JSONTests {
    @Test(arguments: [
        #"{"a":[1,-2,3.5,true,false,null,"x"],"b":{}}"#, "[]", "0", #""æøå 🏳️‍🌈""#, #"{"":""}"#,
        #""\"\\\n\t\r\u001b""#, "-9223372036854775808",
    ])
    func whatIsReadIsWrittenTheSame(_ text: String) throws {
        #expect(try JSONValue.parse(text).text == text)
    }

    @Test func escapesAreRead() throws {
        #expect(try JSONValue.parse(#" "\u00e5\/\ud83d\ude00\b\f" "#) == .string("å/😀\u{8}\u{C}"))
    }

    @Test(arguments: [
        "", "{", "[1,]", #"{"a"}"#, #"{"a":}"#, "tru", "nul", "+1", ".5", "1 2", #""\x""#, #""\ud800""#,
        #""\ud800A""#, "\"\u{1}\"", "\"open", "'a'", "{a:1}", "1e999", "--1", #"{"a":1,}"#,
    ])
    func whatIsNoJSONIsRefused(_ text: String) {
        #expect(throws: JSONFault.self) { try JSONValue.parse(text) }
    }

    @Test func depthHasALimit() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONFault.tooDeep) { try JSONValue.parse(deep) }
    }

    @Test func answersSurviveTheirText() throws {
        var answer = CommandAnswer()
        answer.reference = PublicReference(year: 2026, number: 17)
        answer.inquiry = ID(Identifier(high: 3, low: 4))
        answer.state = .citizenIdle
        answer.version = 12
        answer.expectedAt = Moment(milliseconds: 5)
        let text = try JSONCoder.encode(answer)
        #expect(try JSONCoder.decode(CommandAnswer.self, from: text) == answer)
        #expect(try JSONCoder.decode(CommandAnswer.self, from: "{}") == CommandAnswer())
    }

    @Test(arguments: [
        TimerKind.chatIdle, .chatTimeout, .deadlineDue(.emailAnswer), .deadlineWarning(.walkInWait),
        .heldText(ID(Identifier(high: 1, low: 9))),
    ])
    func timersSurviveTheirNames(_ kind: TimerKind) { #expect(TimerKind(name: kind.name) == kind) }

    @Test(arguments: ["", "held-text/", "held-text/xyz", "deadline-due/never", "chat-idle/x", "nonsense"])
    func otherNamesAreNoTimers(_ name: String) { #expect(TimerKind(name: name) == nil) }

    @Test(arguments: [
        Actor.newcomer, .agent(AgentID("kari/ola")), .citizen(ID(Identifier(high: 1, low: 2))),
        .system(.outbox),
    ])
    func actorsSurviveTheirText(_ actor: Actor) {
        #expect(CallerText.actor(CallerText.actor(actor)) == actor)
    }
}

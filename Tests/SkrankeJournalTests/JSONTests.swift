import SkrankeDomain
import SkrankeJournal
import Testing

@Suite struct JSONTests {
    @Test(arguments: [
        #"{"a":[1,-2,3.5,true,false,null,"x"],"b":{}}"#, "[]", "0", "1", #""æøå/🏳️‍🌈""#, #"{"":""}"#,
        #""\"\\\n\t\r\u001b""#, "-9223372036854775808", "9223372036854775807", "null", "true",
    ])
    func whatUpcastersReadIsWrittenTheSame(_ text: String) throws {
        #expect(try JSONCoder.encode(JSONCoder.decode(JSONValue.self, from: text)) == text)
    }

    @Test func whatIsDeepIsReadOrRefused() throws {
        let deep = String(repeating: "[", count: 400) + String(repeating: "]", count: 400)
        #expect(try JSONCoder.encode(JSONCoder.decode(JSONValue.self, from: deep)) == deep)
        let bottomless = String(repeating: "[", count: 100_000)
        #expect(throws: DecodingError.self) { try JSONCoder.decode(JSONValue.self, from: bottomless) }
    }

    @Test func valuesKeepTheirKinds() throws {
        let text = #"{"a":1,"b":[true,null,0.5],"c":"\u00e5\/\ud83d\ude00"}"#
        var value = try JSONCoder.decode(JSONValue.self, from: text)
        #expect(
            value
                == .object([
                    "a": .integer(1), "b": .array([.bool(true), .null, .number(0.5)]), "c": .string("å/😀"),
                ]))
        value["a"] = nil
        value["b"] = .number(.infinity)
        #expect(value["a"] == nil && value["c"] == .string("å/😀") && value["b"]?["x"] == nil)
        #expect(throws: EncodingError.self) { try JSONCoder.encode(value) }
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
        TimerKind.chatIdle, .chatTimeout, .citizenReminder, .citizenSilence, .callSilence, .claimIdle,
        .appointmentReminder,
        .deadlineDue(.emailAnswer),
        .deadlineWarning(.walkInWait),
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

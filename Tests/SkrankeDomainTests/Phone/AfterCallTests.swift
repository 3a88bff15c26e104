import SkrankeDomain
import Testing

/// What follows a call: the minute after it, its outcome, what is forgotten and stays forgotten.
@Suite struct AfterCallTests {
    static let id = CallTests.id

    @Test func theMinuteAfter() throws {
        var rules = try CallTests.told("NA", step: 10)
        #expect(rules.decisions.last?.leases == [.take(Self.id, "kari")], "a call is a share of his capacity")
        try rules.run(.callReported(Self.id, CallTests.event("H")), as: CallTests.intake)
        let until = rules.now + .seconds(60)
        #expect(rules[Self.id].interaction?.state == .wrapUp)
        #expect(rules.decisions.last?.timers.contains(.set(Self.id, .callWrapUp, due: until)) == true)
        #expect(rules.decisions.last?.leases.isEmpty == true, "he is not free yet")
        rules.now = until
        try rules.run(.timerFired(Self.id, .callWrapUp, due: until), as: Rules.clock)
        #expect(rules[Self.id].interaction?.state == .ended)
        #expect(rules[Self.id].interaction?.call?.afterWork == .seconds(60))
        #expect(rules.decisions.last?.leases == [.drop(Self.id)])
    }

    @Test(arguments: [PhoneOutcome.reachedPerson, .helpedByOther, .toldWhenAndHow, .none])
    func closingEndsIt(outcome: PhoneOutcome) throws {
        var rules = try CallTests.told("NAH", step: 10)
        var details = ClosingDetails(result: .solvedAtDesk, topic: "byggesak", phoneOutcome: outcome)
        if outcome == .none {
            #expect(throws: Refusal.reasonMissing) {
                try rules.run(.close(Self.id, details, seen: rules.seen(Self.id)))
            }
            details.reason = "Feil nummer"
        }
        try rules.run(.close(Self.id, details, seen: rules.seen(Self.id)))
        #expect(rules[Self.id].state == .closed)
        #expect((rules[Self.id].closing?.reason != nil) == (outcome == .none))
        #expect(rules[Self.id].interaction?.call?.afterWork == .seconds(10))
        #expect(rules.decisions.last?.timers.contains(.cancel(Self.id, .callWrapUp)) == true)
    }

    @Test func withoutAnOutcomeItStaysOpen() throws {
        var rules = try CallTests.told("NAH")
        let details = ClosingDetails(result: .solvedAtDesk, topic: "byggesak")
        #expect(throws: Refusal.phoneOutcomeMissing) {
            try rules.run(.close(Self.id, details, seen: rules.seen(Self.id)))
        }
    }

    /// His screen is gone, his telephone is not.
    @Test func aLostScreenLosesNoCall() throws {
        var rules = try CallTests.told("NA")
        try rules.run(.loseSession(Self.id, "kari"), as: Rules.clock)
        #expect(rules[Self.id].owner == "kari")
        #expect(rules[Self.id].interaction?.state == .active)
        #expect(rules.decisions.last?.leases == [.drop(Self.id)])
        #expect(rules.decisions.last?.events.isEmpty == true)
    }

    /// What the agent promises in the call, its end does not take back.
    @Test func aCallbackAgreedInTheCallStands() throws {
        var rules = try CallTests.told("NA")
        try rules.run(.moveChannel(Self.id, to: .callback, .none, reason: nil))
        try rules.run(.callReported(Self.id, CallTests.event("H")), as: CallTests.intake)
        #expect(rules[Self.id].channel == .callback)
        #expect(rules[Self.id].deadline(.callback)?.state == .running)
    }

    /// A late duplicate after erasure stores no number again.
    @Test(arguments: ["N", "A", "H", "F"]) func erasedStaysErased(letter: String) throws {
        var rules = try CallTests.told("NH")
        try rules.run(.eraseContent(Self.id), as: Caller(.agent("arne"), roles: [.admin]))
        for character in letter {
            let decision = try rules.run(
                .callReported(Self.id, CallTests.event(character)), as: CallTests.intake)
            #expect(decision.contacts.isEmpty && decision.contents.isEmpty)
        }
        #expect(rules[Self.id].contact == nil)
    }
}

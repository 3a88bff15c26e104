import SkrankeDomain
import Testing

@Suite struct RefusalTests {
    @Test func theSecondClaimIsToldWhoWon() throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        rules.now = Rules.tuesday(10, 2)
        #expect(throws: Refusal.alreadyClaimed(by: "kari", at: Rules.tuesday(10, 0))) {
            try rules.run(.claim(id), as: Rules.liv)
        }
        // What is one's own is claimed again without an event.
        #expect(try rules.run(.claim(id)).events.isEmpty)
    }

    @Test func whatMovedSinceIsRefused() throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        let seen = rules.seen(id)
        try rules.run(.citizenWrites(id, text: "Vent"), as: Caller(.citizen(id)))
        let now = rules.seen(id)
        #expect(throws: Refusal.movedSince(seen: seen, now: now)) {
            try rules.run(.sendMessage(id, text: "Svar", seen: seen, final: false, immediately: false))
        }
        // A note is nothing that the citizen sees.
        try rules.run(.addNote(id, text: "intern"))
        try rules.run(.sendMessage(id, text: "Svar", seen: now, final: false, immediately: false))
    }

    @Test func nobodyButTheOwnerSpeaks() throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        #expect(throws: Refusal.notOwner(owner: "kari")) {
            try rules.run(
                .sendMessage(id, text: "Svar", seen: rules.seen(id), final: false, immediately: false),
                as: Rules.liv)
        }
    }

    @Test(arguments: [
        (ClosingDetails(result: .solvedAtDesk), Refusal.topicMissing),
        (ClosingDetails(result: .solvedAtDesk, topic: "byggesak"), Refusal.answerMissing),
        (ClosingDetails(result: .referred, topic: "byggesak"), Refusal.referralMissing),
        (ClosingDetails(result: .referred, topic: "byggesak", referredTo: "månen"), Refusal.unknownUnit),
    ])
    func closingAsksForWhatIsMissing(details: ClosingDetails, refusal: Refusal) throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        #expect(throws: refusal) { try rules.run(.close(id, details, seen: rules.seen(id))) }
    }

    @Test func closingWaitsForHeldText() throws {
        var rules = Rules()
        let id = try rules.register(.email, topic: "byggesak")
        try rules.run(.claim(id))
        try rules.run(.sendMessage(id, text: "Svar", seen: rules.seen(id), final: true, immediately: false))
        #expect(rules[id].heldMessages.count == 1)
        let details = ClosingDetails(result: .solvedAtDesk, archive: .notArchived)
        #expect(throws: Refusal.heldTextWaiting) { try rules.run(.close(id, details, seen: rules.seen(id))) }
        let message = rules[id].heldMessages[0].id
        rules.now = rules.now + .seconds(5)
        try rules.run(.timerFired(id, .heldText(message), due: rules.now), as: Rules.clock)
        #expect(rules[id].state == .answered)
        #expect(throws: Refusal.archiveDecisionMissing) {
            try rules.run(.close(id, ClosingDetails(result: .solvedAtDesk), seen: rules.seen(id)))
        }
        try rules.run(.close(id, details, seen: rules.seen(id)))
        #expect(rules[id].state == .closed)
    }

    @Test func undoStopsHeldText() throws {
        var rules = Rules()
        let id = try rules.register(.email, topic: "byggesak")
        try rules.run(.claim(id))
        try rules.run(.sendMessage(id, text: "Svar", seen: rules.seen(id), final: true, immediately: false))
        let message = rules[id].heldMessages[0].id
        try rules.run(.withdrawMessage(id, message))
        rules.now = rules.now + .seconds(6)
        // The late timer is for nothing, and no error.
        #expect(
            try rules.run(.timerFired(id, .heldText(message), due: rules.now), as: Rules.clock).events.isEmpty
        )
        #expect(rules[id].answeredAt == nil)
        #expect(throws: Refusal.nothingToWithdraw) { try rules.run(.withdrawMessage(id, message)) }
    }

    @Test func transferNeedsAReceiptAndKeepsTheClock() throws {
        var rules = Rules()
        let id = try rules.register(.email, topic: "byggesak")
        #expect(throws: Refusal.receiptMissing) {
            try rules.run(.transferToUnit(id, "byggesak", brief: "Se på"))
        }
        try rules.run(.sendReceipt(id, expectedAt: nil))
        #expect(throws: Refusal.unknownUnit) { try rules.run(.transferToUnit(id, "nav", brief: "Se på")) }
        try rules.run(.transferToUnit(id, "byggesak", brief: "Se på"))
        #expect(rules[id].deadline(.emailAnswer)?.state == .running)
        #expect(rules[id].deadline(.unitResponse)?.state == .running)
        #expect(rules[id].highestLine == 2)
        try rules.run(.returnToDesk(id, reason: "Hører til dere"))
        #expect(rules[id].state == .received)
        #expect(rules[id].highestLine == 2)
    }

    @Test func textLimitsAreRefusals() throws {
        var rules = Rules()
        let long = String(repeating: "å", count: Limits.messageLength + 1)
        #expect(throws: Refusal.textTooLong(limit: Limits.messageLength)) { try rules.chat(long) }
        #expect(throws: Refusal.textMissing) { try rules.chat(" \n\u{200B}") }
    }
}

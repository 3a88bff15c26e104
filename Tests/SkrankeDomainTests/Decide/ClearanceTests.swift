import SkrankeDomain
import Testing

/// An answer that others must agree to (samordning, model §5.5).
@Suite struct ClearanceTests {
    static let leader = Caller(.agent("tor"), roles: [.leader])

    @Test func noAnswerLeavesBeforeItIsCleared() throws {
        var rules = Rules()
        let id = try rules.register(.email, topic: "byggesak")
        try rules.run(.claim(id))
        try rules.run(.requestClearance(id, reason: "Gjelder to enheter"))
        #expect(InquiryHead(rules[id], name: nil, subject: nil).clearance == .requested)
        for immediately in [true, false] {
            #expect(throws: Refusal.clearanceMissing) {
                try rules.run(
                    .sendMessage(
                        id, text: "Ja", seen: rules.seen(id), final: true, immediately: immediately))
            }
        }
        #expect(throws: Refusal.clearanceMissing) {
            try rules.run(.giveSpokenAnswer(id, summary: "Ja", seen: rules.seen(id)))
        }
        // A question back is no answer.
        try rules.run(.askCitizen(id, text: "Hvor?", seen: rules.seen(id)))
        #expect(throws: Refusal.reasonMissing) {
            try rules.run(.refuseClearance(id, reason: " "), as: Self.leader)
        }
        try rules.run(.refuseClearance(id, reason: "Feil tall"), as: Self.leader)
        #expect(throws: Refusal.clearanceMissing) {
            try rules.run(.giveSpokenAnswer(id, summary: "Ja", seen: rules.seen(id)))
        }
        try rules.run(.requestClearance(id, reason: "Rettet"))
        try rules.run(.clearMessage(id), as: Self.leader)
        try rules.run(.giveSpokenAnswer(id, summary: "Ja", seen: rules.seen(id)))
        #expect(rules[id].state == .answered)
        #expect(throws: Refusal.clearanceNotRequested) { try rules.run(.clearMessage(id), as: Self.leader) }
    }

    @Test func aChatGoesOnButIsNotClosedAsAnswered() throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        try rules.run(.requestClearance(id, reason: "Uklart"))
        try rules.run(
            .sendMessage(id, text: "Et øyeblikk", seen: rules.seen(id), final: false, immediately: false))
        let details = ClosingDetails(result: .solvedAtDesk, topic: "byggesak")
        #expect(throws: Refusal.clearanceMissing) {
            try rules.run(.close(id, details, seen: rules.seen(id)))
        }
        try rules.run(.clearMessage(id), as: Rules.boss)
        try rules.run(.close(id, details, seen: rules.seen(id)))
    }

    @Test func whatIsAboutToLeaveIsStoppedFirst() throws {
        var rules = Rules()
        let id = try rules.register(.email, topic: "byggesak")
        try rules.run(.claim(id))
        try rules.run(.sendMessage(id, text: "Ja", seen: rules.seen(id), final: true, immediately: false))
        #expect(throws: Refusal.heldTextWaiting) {
            try rules.run(.requestClearance(id, reason: "Uklart"))
        }
    }
}

/// A citizen's reply that an agent notes by hand (model §5.2: citizenReplied).
@Suite struct NotedReplyTests {
    @Test func theDeskWaitsNoLonger() throws {
        var rules = Rules()
        let id = try rules.register(.email, topic: "byggesak")
        try rules.run(.claim(id))
        try rules.run(.askCitizen(id, text: "Hvor?", seen: rules.seen(id)))
        let due = try #require(rules[id].deadline(.emailAnswer)?.due)
        rules.now = rules.now + .days(1)
        let decision = try rules.run(.noteReply(id, text: "Ved elva"))
        #expect(rules[id].state == .inProgress)
        #expect(rules[id].owner == "kari")
        #expect(rules[id].deadline(.emailAnswer)?.state == .running)
        #expect(try #require(rules[id].deadline(.emailAnswer)?.due) > due)
        #expect(decision.timers.contains(.cancel(id, .citizenReminder)))
        #expect(decision.timers.contains(.cancel(id, .citizenSilence)))
        #expect(rules[id].messages.last?.author == .citizen)
        #expect(rules[id].messages.last?.isPublic == true)
    }

    @Test func whatHadEndedIsWorkAgain() throws {
        var rules = Rules()
        let id = try rules.register(.email, topic: "byggesak")
        try rules.run(.claim(id))
        try rules.run(.sendMessage(id, text: "Ja", seen: rules.seen(id), final: true, immediately: true))
        try rules.run(.noteReply(id, text: "Men garasjen?"))
        #expect(rules[id].state == .inProgress)
        #expect(rules[id].owner == "kari")
        #expect(rules[id].nextDeadline?.state == .running)
        let answer = Intent.sendMessage(id, text: "Nei", seen: rules.seen(id), final: true, immediately: true)
        try rules.run(answer)
        let details = ClosingDetails(result: .solvedAtDesk, archive: .notArchived)
        try rules.run(.close(id, details, seen: rules.seen(id)))
        rules.now = rules.now + .days(29)
        try rules.run(.noteReply(id, text: "Og boden?"), as: Rules.liv)
        #expect(rules[id].state == .received)
        #expect(rules[id].owner == nil)
        #expect(rules[id].nextDeadline?.state == .running)
    }

    @Test func afterThirtyDaysItIsANewInquiry() throws {
        var rules = Rules()
        let id = try rules.register(.phone, topic: "byggesak")
        let details = ClosingDetails(result: .solvedAtDesk, phoneOutcome: .reachedPerson)
        try rules.run(.close(id, details, seen: rules.seen(id)))
        rules.now = rules.now + .days(31)
        #expect(throws: Refusal.wrongState(.closed)) { try rules.run(.noteReply(id, text: "Hei")) }
    }

    @Test func inALiveChatHeWritesHimself() throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        #expect(throws: Refusal.wrongChannel(.chat)) { try rules.run(.noteReply(id, text: "Hei")) }
    }
}

/// Why it ends without an answer (model §5.2).
@Suite struct ClosingReasonTests {
    @Test(
        arguments: [ClosingResult.withdrawn, .noReply, .referred],
        [InquiryState.received, .inProgress, .awaitingCitizen])
    func theReasonIsAskedForAndKept(result: ClosingResult, state: InquiryState) throws {
        var rules = Rules()
        let id = try rules.register(.email, topic: "byggesak")
        try rules.run(.sendReceipt(id, expectedAt: nil))
        if state != .received { try rules.run(.claim(id)) }
        if state == .awaitingCitizen {
            try rules.run(.askCitizen(id, text: "Hvor?", seen: rules.seen(id)))
        }
        var details = ClosingDetails(result: result, archive: .notArchived, referredTo: "nav")
        #expect(throws: Refusal.reasonMissing) { try rules.run(.close(id, details, seen: rules.seen(id))) }
        details.reason = " \u{200B}"
        #expect(throws: Refusal.reasonMissing) { try rules.run(.close(id, details, seen: rules.seen(id))) }
        details.reason = String(repeating: "x", count: Limits.messageLength + 1)
        #expect(throws: Refusal.textTooLong(limit: Limits.messageLength)) {
            try rules.run(.close(id, details, seen: rules.seen(id)))
        }
        details.reason = "Innbyggeren ringte"
        let decision = try rules.run(.close(id, details, seen: rules.seen(id)))
        #expect(rules[id].closing?.reason != nil)
        #expect(decision.contents.map(\.text) == ["Innbyggeren ringte"])
        #expect(decision.contents.map(\.kind) == [.reason])
    }

    @Test func anAnsweredOneNeedsNone() throws {
        var rules = Rules()
        let id = try rules.register(.phone, topic: "byggesak")
        let details = ClosingDetails(result: .solvedAtDesk, phoneOutcome: .reachedPerson, reason: "x")
        let decision = try rules.run(.close(id, details, seen: rules.seen(id)))
        #expect(decision.contents.isEmpty)
    }
}

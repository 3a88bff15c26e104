import SkrankeDomain
import Testing

@Suite struct ChatTests {
    @Test func aQuestionInOpeningHoursWaitsWithAReceipt() throws {
        var rules = Rules()
        let id = try rules.chat()
        let inquiry = rules[id]
        #expect(inquiry.state == .received)
        #expect(inquiry.interaction?.state == .waiting)
        #expect(inquiry.reference.text == "H26-000001-X" || inquiry.reference.text.hasPrefix("H26-000001-"))
        // R50, model §5.9: the chat's date is the day's closing time.
        #expect(inquiry.receipts.map(\.expectedAt) == [Rules.tuesday(15, 30)])
        #expect(inquiry.deadline(.chatFirstReply)?.due == Rules.tuesday(10, 1))
    }

    @Test func aQuestionOutOfHoursIsKeptWithTheGoldenDate() throws {
        var rules = Rules()
        // Saturday 2026-11-28 20:00 -> Wednesday 2 December 08:00 (facts §3.9).
        rules.now = Rules.tuesday(20, 0) + .days(4)
        let id = try rules.chat()
        #expect(rules[id].interaction?.state == .left)
        #expect(rules[id].receipts.map(\.expectedAt) == [Rules.tuesday(8, 0) + .days(8)])
        #expect(rules[id].deadline(.emailAnswer)?.due == Rules.tuesday(8, 0) + .days(8))
    }

    @Test func aQuestionWithNobodyThereIsKept() throws {
        var rules = Rules()
        rules.staffing = Staffing()
        let id = try rules.chat()
        #expect(rules[id].interaction?.state == .left)
    }

    @Test func theWholeConversation() throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        #expect(rules[id].owner == "kari")
        #expect(rules[id].interaction?.state == .active)
        try rules.run(.sendMessage(id, text: "Hei!", seen: rules.seen(id), final: false, immediately: false))
        #expect(rules[id].deadline(.chatFirstReply)?.state == .met)
        try rules.run(.citizenWrites(id, text: "Takk"), as: Caller(.citizen(id)))
        try rules.run(.setTopic(id, "byggesak"))
        try rules.run(.close(id, ClosingDetails(result: .solvedAtDesk), seen: rules.seen(id)))
        #expect(rules[id].state == .closed)
        #expect(rules[id].answeredAt == rules.now)
        #expect(rules[id].nextDeadline == nil)
        #expect(rules[id].interaction?.state == .ended)
    }

    @Test func aMessageAfterTheEndReopens() throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        try rules.run(.sendMessage(id, text: "Hei!", seen: rules.seen(id), final: false, immediately: false))
        try rules.run(.setTopic(id, "byggesak"))
        try rules.run(.close(id, ClosingDetails(result: .solvedAtDesk), seen: rules.seen(id)))
        try rules.run(.citizenWrites(id, text: "En ting til"), as: Caller(.citizen(id)))
        #expect(rules[id].state == .received)
        #expect(rules[id].interaction?.state == .waiting)
        #expect(rules[id].owner == nil)
        #expect(rules[id].interactions.count == 2)
    }

    /// The answer names the place of the citizen's words, whatever stands before and behind them in the same
    /// command: an outside client finds them in its stream by that (DESIGN §5).
    @Test func theAnswerNamesThePlaceOfTheMessage() throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        for isOver in [false, true] {
            if isOver { try rules.run(.citizenEndsChat(id), as: Caller(.citizen(id))) }
            let before = rules[id].version
            let decision = try rules.run(.citizenWrites(id, text: "Hallo?"), as: Caller(.citizen(id)))
            let index = try #require(
                decision.events.firstIndex {
                    if case .chatMessageSent(_, _, .citizen) = $0.event { true } else { false }
                })
            #expect(decision.answer.messageVersion == before + index + 1)
            if isOver { #expect(decision.events.count > 1) }
        }
    }

    @Test func silenceIsNoticedAndEnds() throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        try rules.run(.sendMessage(id, text: "Hei!", seen: rules.seen(id), final: false, immediately: false))
        rules.now = Rules.tuesday(10, 3)
        try rules.run(.timerFired(id, .chatIdle, due: rules.now), as: Rules.clock)
        #expect(rules[id].interaction?.state == .citizenIdle)
        try rules.run(.timerFired(id, .chatTimeout, due: rules.now), as: Rules.clock)
        #expect(rules[id].interaction?.state == .ended)
        #expect(rules[id].state == .inProgress)
    }

    @Test func closingTimeKeepsTheQuestion() throws {
        var rules = Rules()
        let id = try rules.chat()
        rules.now = Rules.tuesday(15, 30)
        try rules.run(.leaveQuestion(id, .closingTime), as: Rules.clock)
        #expect(rules[id].interaction?.state == .left)
        #expect(rules[id].receipts.count == 2)
        #expect(rules[id].deadline(.chatFirstReply)?.state == .cancelled)
        // Closed at 15:30: the count begins Wednesday 08:00 and ends Friday 08:00 (K4).
        #expect(rules[id].promisedAt == Rules.tuesday(8, 0) + .days(3))
    }

    @Test func theAnswerToAKeptQuestionKeepsThePromise() throws {
        var rules = Rules()
        rules.staffing = Staffing()
        let id = try rules.chat()
        try rules.run(.claim(id))
        try rules.run(.sendMessage(id, text: "Svar", seen: rules.seen(id), final: false, immediately: false))
        #expect(rules[id].deadline(.emailAnswer)?.state == .met)
        #expect(rules[id].state == .answered)
    }

    @Test func aCitizenWhoLeavesTheQueueWithdraws() throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.citizenEndsChat(id), as: Caller(.citizen(id)))
        #expect(rules[id].state == .closed)
        #expect(rules[id].closing?.result == .withdrawn)
    }

    @Test func aLostSessionReturnsTheChatToTheFrontWithItsWait() throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        rules.now = Rules.tuesday(10, 5)
        try rules.run(.loseSession(id, "kari"), as: Rules.clock)
        #expect(rules[id].owner == nil)
        #expect(rules[id].interaction?.state == .waiting)
        #expect(rules[id].interaction?.startedAt == Rules.tuesday(10, 0))
    }

    @Test func capacityIsLimited() throws {
        var rules = Rules()
        let id = try rules.chat()
        rules.staffing = Staffing(members: ["kari": .init(presence: .available, live: 3)])
        #expect(throws: Refusal.tooManyLive(limit: 3)) { try rules.run(.claim(id)) }
    }
}

@Suite struct ResumedChatTests {
    /// A chat that timed out while its case is still open.
    private func timedOut(_ rules: inout Rules) throws -> InquiryID {
        let id = try rules.chat()
        try rules.run(.claim(id))
        try rules.run(.sendMessage(id, text: "Hei!", seen: rules.seen(id), final: false, immediately: false))
        try rules.run(.timerFired(id, .chatIdle, due: rules.now), as: Rules.clock)
        try rules.run(.timerFired(id, .chatTimeout, due: rules.now), as: Rules.clock)
        return id
    }

    @Test func theOwnerWhoIsThereGetsItBack() throws {
        var rules = Rules()
        let id = try timedOut(&rules)
        try rules.run(.citizenWrites(id, text: "Er her igjen"), as: Caller(.citizen(id)))
        #expect(rules[id].owner == "kari")
        #expect(rules[id].interaction?.state == .active)
    }

    @Test func withTheOwnerGoneItWaitsForAnybody() throws {
        var rules = Rules()
        let id = try timedOut(&rules)
        rules.staffing = Staffing(members: ["liv": .init(presence: .available, live: 0)])
        try rules.run(.citizenWrites(id, text: "Er her igjen"), as: Caller(.citizen(id)))
        #expect(rules[id].owner == nil)
        #expect(rules[id].interaction?.state == .waiting)
    }
}

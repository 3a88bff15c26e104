import SkrankeDomain
import Testing

@Suite struct MeetingTests {
    @Test func aCallbackIsRungThreeTimesThenGivenUp() throws {
        var rules = Rules()
        let id = try rules.register(.callback)
        // The default window ends with the next working day (model §5.7).
        #expect(rules[id].deadline(.callback)?.due == Rules.tuesday(15, 30) + .days(1))
        try rules.run(.claim(id))
        #expect(throws: Refusal.attemptsLeft(3)) { try rules.run(.giveUpCallback(id)) }
        for _ in 1...3 {
            try rules.run(.attemptCallback(id, .noAnswer))
            rules.now = rules.now + .minutes(30)
        }
        #expect(throws: Refusal.attemptsLeft(0)) { try rules.run(.attemptCallback(id, .noAnswer)) }
        #expect(throws: Refusal.messageNotLeft) { try rules.run(.giveUpCallback(id)) }
        try rules.run(.attemptCallback(id, .messageLeft))
        #expect(throws: Refusal.attemptsLeft(0)) { try rules.run(.attemptCallback(id, .messageLeft)) }
        try rules.run(.giveUpCallback(id))
        #expect(rules[id].interaction?.state == .givenUp)
    }

    @Test func aReachedCitizenIsAnAnswer() throws {
        var rules = Rules()
        let id = try rules.register(.callback, topic: "byggesak")
        try rules.run(.claim(id))
        try rules.run(.attemptCallback(id, .reached))
        #expect(rules[id].deadline(.callback)?.state == .met)
        #expect(throws: Refusal.phoneOutcomeMissing) {
            try rules.run(.close(id, ClosingDetails(result: .solvedAtDesk), seen: rules.seen(id)))
        }
        let details = ClosingDetails(result: .solvedAtDesk, phoneOutcome: .helpedByOther)
        try rules.run(.close(id, details, seen: rules.seen(id)))
        #expect(rules[id].state == .closed)
    }

    @Test func ticketsCountByLocalDay() throws {
        var rules = Rules()
        let first = try rules.register(.visit)
        let second = try rules.register(.visit)
        rules.now = Rules.tuesday(0, 30) + .days(1)
        let third = try rules.register(.visit)
        #expect([first, second, third].map { rules[$0].interaction?.visit?.ticket } == [1, 2, 1])
        #expect(rules[first].reference.number == 1 && rules[third].reference.number == 3)
    }

    @Test func aVisitorIsCalledServedAndDone() throws {
        var rules = Rules()
        let id = try rules.register(.visit, topic: "byggesak")
        try rules.run(.callVisitor(id, counter: "2"))
        #expect(rules[id].owner == "kari")
        #expect(rules[id].deadline(.walkInWait)?.state == .met)
        #expect(throws: Refusal.self) { try rules.run(.callVisitor(id, counter: "3"), as: Rules.liv) }
        try rules.run(.startVisit(id))
        try rules.run(.finishVisit(id))
        try rules.run(.close(id, ClosingDetails(result: .solvedAtDesk), seen: rules.seen(id)))
        #expect(rules[id].state == .closed)
    }

    @Test func aSlotIsTakenOnce() throws {
        var rules = Rules()
        let from = Rules.tuesday(12, 0) + .days(2)
        let target = ChannelTarget.slot(host: "truls", from: from, until: from + .minutes(30))
        let id = try rules.register(.appointment, target: target)
        #expect(rules[id].state == .scheduled)
        let overlapping = ChannelTarget.slot(
            host: "truls", from: from + .minutes(15), until: from + .minutes(45))
        #expect(throws: Refusal.slotTaken) { try rules.register(.appointment, target: overlapping) }
        try rules.run(.cancelAppointment(id, byCitizen: false))
        _ = try rules.register(.appointment, target: overlapping)
    }

    @Test func aMeetingLiesWithinEightDays() throws {
        var rules = Rules()
        // Tuesday 24 November + 8 days = Wednesday 2 December.
        let late = Rules.tuesday(10, 0) + .days(9)
        #expect(throws: Refusal.slotInvalid) {
            try rules.register(
                .appointment, target: .slot(host: "truls", from: late, until: late + .minutes(30)))
        }
        let sunday = Rules.tuesday(10, 0) + .days(5)
        #expect(throws: Refusal.dateNotOpen) {
            try rules.register(
                .appointment, target: .slot(host: "truls", from: sunday, until: sunday + .minutes(30)))
        }
    }

    @Test func aChatBecomesACallbackAndKeepsEverything() throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        let reference = rules[id].reference
        let receipts = rules[id].receipts.count
        try rules.run(.moveChannel(id, to: .callback, .none, reason: "lettere å snakke"))
        let moved = rules[id]
        #expect(moved.reference == reference)
        #expect(moved.channel == .callback)
        #expect(moved.interactions.map(\.state) == [.moved, .waiting])
        #expect(moved.receipts.count == receipts + 1)
        #expect(moved.messages.contains { $0.author == .citizen })
        #expect(throws: Refusal.moveNotAllowed(from: .callback, to: .chat)) {
            try rules.run(.moveChannel(id, to: .chat, .none, reason: nil))
        }
    }

    @Test func aBrokenPromiseStaysBrokenWhenItIsSettled() throws {
        var rules = Rules()
        let id = try rules.register(.email, topic: "byggesak")
        let due = try #require(rules[id].deadline(.emailAnswer)?.due)
        #expect(due == Rules.tuesday(10, 0) + .days(2))
        rules.now = due + .seconds(60)
        try rules.run(.timerFired(id, .deadlineDue(.emailAnswer), due: due), as: Rules.clock)
        try rules.run(.claim(id))
        try rules.run(.sendMessage(id, text: "Svar", seen: rules.seen(id), final: true, immediately: true))
        #expect(rules[id].deadline(.emailAnswer)?.state == .missed)
        #expect(rules[id].deadline(.emailAnswer)?.settledAt == rules.now)
    }
}

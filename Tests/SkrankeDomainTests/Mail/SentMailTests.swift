import SkrankeDomain
import Testing

/// Letters of ours: from the queue to the server's word, and back.
@Suite struct SentMailTests {
    private func answered() throws -> (Rules, InquiryID, MessageID) {
        var rules = Rules.withMail()
        let id = try rules.write()
        let message = try rules.answer(id)
        return (rules, id, message)
    }

    @Test func anAnswerIsQueuedToWhoeverWroteLast() throws {
        let (rules, id, message) = try answered()
        let mail = try #require(rules[id].mail[message])
        #expect(mail.purpose == .answer && mail.state == .onItsWay)
        #expect(mail.answers == rules[id].messages[0].id)
        #expect(rules.decisions.last?.outbox == [.enqueue(message, id)])
    }

    @Test func heldTextIsQueuedWhenItsGraceHasPassed() throws {
        var rules = Rules.withMail()
        let id = try rules.write()
        try rules.run(.claim(id))
        let held = try rules.run(
            .sendMessage(id, text: "I morgen.", seen: rules.seen(id), final: true, immediately: false))
        let message = try #require(held.answer.message)
        #expect(rules[id].mail[message] == nil)
        rules.now = rules.now + .seconds(6)
        let released = try rules.run(.timerFired(id, .heldText(message), due: rules.now), as: Rules.clock)
        #expect(released.outbox == [.enqueue(message, id)])
        #expect(rules[id].state == .answered && rules[id].mail[message]?.state == .onItsWay)
    }

    @Test func anAgentNamesWhomHeWritesTo() throws {
        var rules = Rules.withMail()
        let id = try rules.write()
        try rules.run(.claim(id))
        func send(_ to: [String], _ cc: [String] = []) -> Intent {
            .sendEmail(id, text: "Hei", to: to, cc: cc, seen: rules.seen(id), immediately: true)
        }
        for wrong in [[], ["ingen"], ["a@b.example\nBcc: x@y.example"], ["-oX@b.example"], ["a b@c.example"]]
        {
            #expect(throws: Refusal.invalidContact, "\(wrong)") { try rules.run(send(wrong)) }
        }
        let decision = try rules.run(send(["ola@b.example"], ["siri@b.example"]))
        let message = try #require(decision.answer.message)
        let row = try #require(rules[id].mail.envelopes[message])
        let text = try #require(decision.contents.first { $0.id == row }?.text)
        let envelope = MailEnvelope(text: text)
        #expect(envelope.to.map(\.address) == ["ola@b.example"])
        #expect(envelope.cc.map(\.address) == ["siri@b.example"])
    }

    /// Results in a row and the state that is left; A accepted, R refused, U unknown, b late, B bounced.
    @Test(arguments: [
        ("A", SentMail.State.accepted), ("R", .refused), ("U", .unknown), ("UA", .accepted),
        ("AA", .accepted),
        ("AR", .accepted), ("Ab", .delayed), ("AB", .bounced), ("AbB", .bounced), ("ABb", .bounced),
        ("UB", .bounced), ("AU", .accepted),
    ])
    func states(_ letters: String, _ state: SentMail.State) throws {
        var (rules, id, message) = try answered()
        for letter in letters {
            switch letter {
            case "A": try rules.run(.mailSettled(id, message, .accepted), as: Rules.outbox)
            case "R": try rules.run(.mailSettled(id, message, .refused(status: "550")), as: Rules.outbox)
            case "U": try rules.run(.mailSettled(id, message, .unknown), as: Rules.outbox)
            default:
                let news = DeliveryNews(isFinal: letter == "B", status: "5.1.1", sentence: "no such user")
                try rules.run(.deliveryReported(id, message, news), as: Rules.intake)
            }
        }
        #expect(rules[id].mail[message]?.state == state)
    }

    @Test(arguments: [false, true]) func anAnswerThatDidNotArriveIsWorkAgain(_ isBounce: Bool) throws {
        var (rules, id, message) = try answered()
        if isBounce {
            try rules.run(.mailSettled(id, message, .accepted), as: Rules.outbox)
            let details = ClosingDetails(result: .solvedAtDesk, topic: "byggesak", archive: .notArchived)
            try rules.run(.close(id, details, seen: rules.seen(id)))
            try rules.run(.deliveryReported(id, message, DeliveryNews(isFinal: true)), as: Rules.intake)
        } else {
            try rules.run(.mailSettled(id, message, .refused(status: nil)), as: Rules.outbox)
        }
        #expect(rules[id].state == .inProgress && rules[id].owner == "kari")
        #expect(rules[id].deadline(.emailAnswer)?.state == .running)
        try rules.run(.resendEmail(id, message))
        #expect(rules[id].mail[message]?.state == .onItsWay)
        #expect(rules.decisions.last?.outbox == [.enqueue(message, id)])
        #expect(throws: Refusal.nothingToWithdraw) { try rules.run(.resendEmail(id, message)) }
    }

    @Test func aReceiptThatDidNotArriveIsNobodysWork() throws {
        var rules = Rules.withMail()
        let id = try rules.write()
        let message = rules[id].mail.sent[0].message
        try rules.run(.mailSettled(id, message, .refused(status: "550")), as: Rules.outbox)
        #expect(rules[id].state == .received && rules[id].receipts.isEmpty)
    }

    @Test func aNewDateIsWrittenToTheCitizen() throws {
        var rules = Rules.withMail()
        let id = try rules.write()
        try rules.run(.claim(id))
        let date = Rules.tuesday(12, 0) + .days(7)
        try rules.run(.changeExpectedDate(id, to: date, reason: "Sykdom", seen: rules.seen(id)))
        #expect(rules.queued(id) == [.receipt, .receipt])
        let message = try #require(rules[id].mail.sent.last?.message)
        try rules.run(.mailSettled(id, message, .accepted), as: Rules.outbox)
        #expect(rules[id].promisedAt == date)
    }

    @Test func aCitizenWhoDoesNotReplyIsReminded() throws {
        var rules = Rules.withMail()
        let id = try rules.write()
        try rules.run(.claim(id))
        try rules.run(.askCitizen(id, text: "Hvilket hus?", seen: rules.seen(id)))
        rules.now = rules.now + .days(14)
        try rules.run(.timerFired(id, .citizenReminder, due: rules.now), as: Rules.clock)
        #expect(rules[id].state == .awaitingCitizen)
        #expect(rules.queued(id) == [.receipt, .question, .reminder])
    }
}

import SkrankeDomain
import Testing

/// Letters that come in: what they begin, go on with, open again, and what they are told.
@Suite struct ReceiveEmailTests {
    @Test func aLetterBecomesAnInquiryWithAPromiseAndAReceiptOnItsWay() throws {
        var rules = Rules.withMail()
        let key = OriginalKey(mailbox: "m", validity: 1, mark: "4")
        let id = try rules.write { $0.original = key }
        let inquiry = rules[id]
        #expect(inquiry.state == .received && inquiry.channel == .email && inquiry.contact != nil)
        #expect(inquiry.mail.category == .citizen && inquiry.messages.count == 1)
        let promise = try #require(inquiry.deadline(.emailAnswer))
        #expect(promise.due == PromiseDates(policy: rules.policy).emailAnswer(received: rules.now).due)
        #expect(rules.queued(id) == [.receipt])
        // Said only when the server has it.
        #expect(inquiry.receipts.isEmpty && inquiry.mail.sent[0].expectedAt == promise.due)
        #expect(rules.decisions.last?.originals == [.init(key: key, state: .read, inquiry: id)])
        #expect(rules.decisions.last?.outbox == [.enqueue(inquiry.mail.sent[0].message, id)])
        let texts = rules.decisions.last?.contents.map(\.kind)
        #expect(texts == [.subject, .message, .envelope, .receipt])
        try rules.run(
            .mailSettled(id, inquiry.mail.sent[0].message, .accepted), as: Rules.outbox)
        #expect(rules[id].receipts.map(\.expectedAt) == [promise.due])
    }

    /// Category, promised, purpose of what leaves.
    @Test(arguments: [
        (EmailCategory.citizen, true, [MailPurpose.receipt]), (.official, true, [.receipt]),
        (.colleague, true, [.receipt]), (.other, false, [.explanation]), (.personal, false, [.explanation]),
    ])
    func theCategoryDecidesWhetherThereIsADate(
        _ category: EmailCategory, _ isPromised: Bool, _ leaves: [MailPurpose]
    ) throws {
        var rules = Rules.withMail()
        let id = try rules.write { $0.category = category }
        #expect((rules[id].deadline(.emailAnswer) != nil) == isPromised)
        #expect(rules.queued(id) == leaves)
    }

    @Test func machinesUnreadableLettersAndHouseholdsWithoutMailGetNoReceipt() throws {
        var rules = Rules.withMail()
        #expect(try rules.queuedBy({ $0.isAutomatic = true }).isEmpty)
        #expect(try rules.queuedBy({ $0.isUnreadable = true }).isEmpty)
        #expect(try rules.queuedBy({ $0.envelope.from = [] }).isEmpty)
        #expect(try rules.queuedBy({ $0.envelope.from[0].address = "x\n@y.example" }).isEmpty)
        var none = Rules()
        #expect(try none.queuedBy().isEmpty)
    }

    @Test func aThreadGetsOneReceiptInADay() throws {
        var rules = Rules.withMail()
        let id = try rules.write()
        for _ in 0..<5 {
            rules.now = rules.now + .hours(4)
            try rules.again(id)
        }
        #expect(rules.queued(id) == [.receipt])
        rules.now = rules.now + .hours(5)
        try rules.again(id)
        #expect(rules.queued(id) == [.receipt, .receipt])
        #expect(rules[id].messages.count == 7)
    }

    @Test func theBreakerHoldsBackAndSaysSo() throws {
        var rules = Rules.withMail()
        rules.policy.mail = MailPolicy(receiptsToOnePerDay: 2, receiptsPerHour: 3)
        for _ in 0..<2 { _ = try rules.write() }
        let third = try rules.write()
        #expect(rules.queued(third).isEmpty)
        #expect(rules.decisions.last?.answer.withheld == .tooManyToOne)
        func other(_ mail: inout IncomingEmail) { mail.senderKey = "ola" }
        #expect(try rules.queuedBy(other) == [.receipt])
        #expect(try rules.queuedBy(other).isEmpty)
        #expect(rules.decisions.last?.answer.withheld == .tooManyAtOnce)
        rules.now = rules.now + .hours(1)
        #expect(try rules.queuedBy(other) == [.receipt])
        // What was held back is promised all the same.
        #expect(rules[third].deadline(.emailAnswer)?.state == .running)
    }

    @Test func aReplyOpensWhatWasClosedForThirtyDays() throws {
        var rules = Rules.withMail()
        let id = try rules.write()
        _ = try rules.answer(id)
        let details = ClosingDetails(result: .solvedAtDesk, topic: "byggesak", archive: .notArchived)
        try rules.run(.close(id, details, seen: rules.seen(id)))
        rules.now = rules.now + .days(29)
        // A holiday's greeting opens nothing.
        try rules.again(id) { $0.isAutomatic = true }
        #expect(rules[id].state == .closed)
        var late = rules
        try rules.again(id)
        #expect(rules[id].state == .received && rules[id].deadline(.emailAnswer)?.state == .running)
        late.now = late.now + .days(2)
        #expect(throws: Refusal.wrongState(.closed)) { try late.again(id) }
    }

    @Test func aReplyToAnAnswerIsItsOwnersWorkAgain() throws {
        var rules = Rules.withMail()
        let id = try rules.write()
        _ = try rules.answer(id)
        #expect(rules[id].state == .answered)
        try rules.again(id)
        #expect(rules[id].state == .inProgress && rules[id].owner == "kari")
        #expect(rules[id].deadline(.emailAnswer)?.state == .running)
        #expect(InquiryHead(rules[id], name: nil, subject: nil).unread == 1)
    }

    @Test func aQuestionBackIsAnsweredByAReplyAndNotByAMachine() throws {
        var rules = Rules.withMail()
        let id = try rules.write()
        try rules.run(.claim(id))
        try rules.run(.askCitizen(id, text: "Hvilket hus?", seen: rules.seen(id)))
        #expect(rules.queued(id) == [.receipt, .question])
        try rules.again(id) { $0.isAutomatic = true }
        #expect(rules[id].state == .awaitingCitizen)
        #expect(InquiryHead(rules[id], name: nil, subject: nil).unread == 0)
        try rules.again(id)
        #expect(rules[id].state == .inProgress)
        #expect(rules[id].deadline(.emailAnswer)?.state == .running)
    }

    @Test func aSuggestedLinkIsSeenInBothDirectionsOfNothing() throws {
        var rules = Rules.withMail()
        let first = try rules.write()
        let reference = rules[first].reference
        let second = try rules.write {
            $0.link = EmailLink(reason: .named, other: first, reference: reference)
        }
        #expect(rules[second].links.map(\.kind) == [.suggested] && rules[first].links.isEmpty)
        // Forgetting one person's words forgets nobody else's.
        let admin = Caller(.agent("adm"), roles: [.admin])
        let erasure = try rules.run(.eraseContent(second), as: admin)
        #expect(erasure.erases.map(\.inquiry) == [second])
    }

    /// What is too long is cut where it shows, and empty texts are texts.
    @Test func everyTextFits() throws {
        var rules = Rules.withMail()
        let long = String(repeating: "ord ", count: 20_000)
        let id = try rules.write { $0.text = long }
        let text = try #require(rules.decisions.last?.contents.first { $0.kind == .message }?.text)
        #expect(text.unicodeScalars.count == Limits.messageLength && text.hasSuffix("…"))
        #expect(rules[id].messages.count == 1)
        let empty = try rules.write {
            $0.text = " "
            $0.envelope.subject = ""
        }
        #expect(rules[empty].messages.count == 1)
    }

    @Test func onlyTheGatewayMayBringLetters() throws {
        var rules = Rules.withMail()
        let mail = rules.letter()
        #expect(throws: Refusal.notPermitted) { try rules.run(.receiveEmail(rules.id(), mail)) }
        let id = try rules.write()
        let message = rules[id].mail.sent[0].message
        #expect(throws: Refusal.notPermitted) { try rules.run(.mailSettled(id, message, .accepted)) }
    }
}

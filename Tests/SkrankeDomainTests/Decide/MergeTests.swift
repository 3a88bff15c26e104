import SkrankeDomain
import Testing

/// Duplicates are one inquiry, and no promise gets lost on the way (R89, model §5.2).
@Suite struct MergeTests {
    @Test func theDuplicateEndsAndBothKnow() throws {
        var rules = Rules()
        let target = try rules.register(.email)
        let source = try rules.register(.email)
        try rules.run(.merge(source, into: target))
        #expect(rules[source].state == .voided)
        #expect(rules[source].voided == .duplicate)
        #expect(rules[source].mergedInto?.reference == rules[target].reference)
        #expect(rules[target].links.map(\.kind) == [.duplicate])
        #expect(rules[target].links.first?.other == source)
        #expect(rules[target].state == .received)
        #expect(rules[source].deadlines.allSatisfy { $0.state == .cancelled })
    }

    /// The duplicate was there first: what it promised presses on the inquiry that goes on.
    @Test func theEarlierPromiseGoesOn() throws {
        var rules = Rules()
        let source = try rules.register(.email)
        let promised = try #require(rules[source].deadline(.emailAnswer)?.due)
        rules.now = Rules.tuesday(14, 0)
        let target = try rules.register(.email, topic: "byggesak", kind: .caseWork)
        let own = try #require(rules[target].deadline(.expectedFinal))
        #expect(own.due > promised)
        try rules.run(.merge(source, into: target))
        #expect(rules[target].nextDeadline?.due == promised)
        #expect(rules[target].deadline(.expectedFinal) == own)
        // A receipt given now says no later date.
        try rules.run(.sendReceipt(target, expectedAt: nil))
        #expect(rules[target].promisedAt == promised)
        // One answer keeps both.
        try rules.run(.claim(target))
        try rules.run(
            .sendMessage(target, text: "Ja", seen: rules.seen(target), final: true, immediately: true))
        #expect(rules[target].deadlines.allSatisfy { $0.state == .met })
    }

    @Test func aLaterPromiseChangesNothing() throws {
        var rules = Rules()
        let target = try rules.register(.email)
        rules.now = Rules.tuesday(14, 0)
        let source = try rules.register(.email)
        let before = rules[target].deadlines
        try rules.run(.merge(source, into: target))
        #expect(rules[target].deadlines == before)
    }

    @Test func aBrokenPromiseIsBrokenWhereItMustBeMadeGood() throws {
        var rules = Rules()
        let source = try rules.register(.email)
        let due = try #require(rules[source].deadline(.emailAnswer)?.due)
        rules.now = due + .hours(20)
        let target = try rules.register(.email)
        try rules.run(.timerFired(source, .deadlineDue(.emailAnswer), due: due), as: Rules.clock)
        try rules.run(.merge(source, into: target))
        #expect(rules[target].deadline(.inherited)?.state == .missed)
        #expect(InquiryHead(rules[target], name: nil, subject: nil).isOverdue)
        #expect(!InquiryHead(rules[source], name: nil, subject: nil).isOverdue)
    }

    @Test func whatStandsAgainstIt() throws {
        var rules = Rules()
        let target = try rules.register(.email)
        let chat = try rules.chat()
        #expect(throws: Refusal.liveContact) { try rules.run(.merge(chat, into: target)) }
        #expect(throws: Refusal.sameInquiry) { try rules.run(.merge(target, into: target)) }
        let unknown: InquiryID = rules.id()
        #expect(throws: Refusal.notFound) { try rules.run(.merge(target, into: unknown)) }
        let hers = try rules.register(.email)
        try rules.run(.claim(hers), as: Rules.liv)
        #expect(throws: Refusal.notOwner(owner: "liv")) { try rules.run(.merge(hers, into: target)) }
        try rules.run(
            .sendMessage(hers, text: "Hei", seen: 99, final: true, immediately: false), as: Rules.liv)
        #expect(throws: Refusal.heldTextWaiting) {
            try rules.run(.merge(hers, into: target), as: Rules.liv)
        }
        let withUnit = try rules.register(.email, topic: "byggesak")
        try rules.run(.sendReceipt(withUnit, expectedAt: nil))
        try rules.run(.transferToUnit(withUnit, "byggesak", brief: "Se på"))
        #expect(throws: Refusal.wrongState(.withUnit)) { try rules.run(.merge(withUnit, into: target)) }
    }

    @Test func anEndedInquiryTakesNoDuplicates() throws {
        var rules = Rules()
        let (a, b, c) = (try rules.register(.email), try rules.register(.email), try rules.register(.email))
        try rules.run(.merge(a, into: b))
        #expect(throws: Refusal.targetNotOpen(.voided)) { try rules.run(.merge(c, into: a)) }
        #expect(throws: Refusal.wrongState(.voided)) { try rules.run(.merge(a, into: c)) }
    }

    /// Who writes on the duplicate's page is not lost: it opens again with the one who has the other.
    @Test func aLaterWordReachesTheOneWhoHasTheOther() throws {
        var rules = Rules()
        rules.staffing = Staffing()
        let first = try rules.chat()
        rules.staffing = Staffing(members: ["liv": .init(presence: .available, live: 0)])
        let (middle, last) = (try rules.register(.email), try rules.register(.email))
        try rules.run(.merge(first, into: middle))
        try rules.run(.merge(middle, into: last))
        try rules.run(.claim(last), as: Rules.liv)
        try rules.run(.citizenWrites(first, text: "Hallo?"), as: Caller(.citizen(first)))
        #expect(rules[first].state == .inProgress)
        #expect(rules[first].owner == "liv")
        #expect(rules[first].voided == nil)
        #expect(rules[first].links.map(\.kind) == [.mergedInto])
        #expect(rules[first].nextDeadline != nil)
    }

    @Test func afterThirtyDaysTheDuplicateStaysClosed() throws {
        var rules = Rules()
        rules.staffing = Staffing()
        let (first, last) = (try rules.chat(), try rules.register(.email))
        try rules.run(.merge(first, into: last))
        rules.now = rules.now + .days(31)
        #expect(throws: Refusal.wrongState(.voided)) {
            try rules.run(.citizenWrites(first, text: "Hallo?"), as: Caller(.citizen(first)))
        }
    }

    @Test func forgettingOneForgetsWhatItIsLinkedTo() throws {
        var rules = Rules()
        let (a, b) = (try rules.register(.email), try rules.register(.email))
        try rules.run(.merge(a, into: b))
        let part: InquiryID = rules.id()
        try rules.run(.split(b, new: part, text: "Og boden?", topic: nil))
        let admin = Caller(.agent("arne"), roles: [.admin])
        let decision = try rules.run(.eraseContent(a), as: admin)
        #expect(Set(decision.erases.map(\.inquiry)) == [a, b, part])
        #expect(Set(decision.events.compactMap(\.stream.inquiry)) == [a, b, part])
    }
}

/// One inquiry holds two questions (model §5.5: split).
@Suite struct SplitTests {
    @Test(arguments: [
        (Channel.email, Channel.email), (.letter, .letter), (.phone, .callback), (.callback, .callback),
        (.visit, .email),
    ])
    func theNewOneIsAsOldAndPromisedNoLater(channel: Channel, expected: Channel) throws {
        var rules = Rules()
        let id = try rules.register(channel, topic: "byggesak")
        let promised = rules[id].openPromiseForTests
        rules.now = Rules.tuesday(14, 0)
        let new: InquiryID = rules.id()
        let answer = try rules.run(.split(id, new: new, text: "Og parkering?", topic: "byggesak")).answer
        #expect(answer.inquiry == new)
        #expect(rules[new].reference != rules[id].reference)
        #expect(rules[new].receivedAt == rules[id].receivedAt)
        #expect(rules[new].channel == expected)
        #expect(rules[new].contactType == rules[id].contactType)
        #expect(rules[new].state == .received)
        #expect(rules[new].links.map(\.kind) == [.splitFrom])
        #expect(rules[id].links.map(\.kind) == [.splitOff])
        let due = try #require(rules[new].nextDeadline?.due)
        if let promised { #expect(due <= promised) }
    }

    /// He reads the receipt where he is: in the conversation.
    @Test func aChatsCitizenIsToldTheNewReference() throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        let new: InquiryID = rules.id()
        let decision = try rules.run(.split(id, new: new, text: "Og parkering?", topic: nil))
        #expect(rules[new].isReceipted)
        #expect(rules[new].promisedAt == rules[id].promisedAt)
        let said = decision.contents.last { $0.inquiry == id }
        #expect(said?.text.contains(rules[new].reference.description) == true)
        #expect(rules[id].state == .inProgress)
    }

    @Test func refusals() throws {
        var rules = Rules()
        let id = try rules.register(.email)
        let new: InquiryID = rules.id()
        #expect(throws: Refusal.textMissing) { try rules.run(.split(id, new: new, text: " ", topic: nil)) }
        try rules.run(.claim(id), as: Rules.liv)
        #expect(throws: Refusal.notOwner(owner: "liv")) {
            try rules.run(.split(id, new: new, text: "x", topic: nil))
        }
        let other = try rules.register(.email)
        #expect(throws: Refusal.sameInquiry) {
            try rules.run(.split(id, new: other, text: "x", topic: nil), as: Rules.liv)
        }
        rules.policy.topics = ["byggesak"]
        #expect(throws: Refusal.unknownTopic) {
            try rules.run(.split(id, new: new, text: "x", topic: "måne"), as: Rules.liv)
        }
    }
}

extension Inquiry {
    /// The earliest date by which its citizen expects an answer.
    fileprivate var openPromiseForTests: Moment? {
        let kinds: [DeadlineKind] = [.emailAnswer, .expectedFinal, .sameDay, .callback]
        return deadlines.filter { kinds.contains($0.kind) && $0.settledAt == nil }.map(\.due).min()
    }
}

import SkrankeDomain
import Testing

/// A caller who is put through: one wait, two linked inquiries, nobody lost and nobody rung back for nothing.
@Suite struct TransferTests {
    static let second = InquiryID(Identifier(high: 78, low: 1 << 20))

    static func second(_ kind: PhoneEvent.Kind, users: [String] = []) -> Intent {
        .callReported(
            second, PhoneEvent(kind, from: CallTests.number, users: users, origin: CallTests.id))
    }

    /// Twenty seconds in the queue, then put through, answered ten seconds later: he waited for thirty.
    @Test func theWaitGoesAlong() throws {
        var rules = try CallTests.told("N", step: 20)
        let begin = Rules.tuesday(10, 0)
        try rules.run(Self.second(.newCall), as: CallTests.intake)
        try rules.run(.callReported(CallTests.id, CallTests.event("F")), as: CallTests.intake)
        #expect(rules[CallTests.id].voided == .putThrough)
        #expect(rules[Self.second].deadline(.phoneAnswer)?.due == begin + .seconds(30))
        rules.now = begin + .seconds(31)
        try rules.run(Self.second(.answer, users: ["101"]), as: CallTests.intake)
        #expect(rules[Self.second].interactions.first?.call?.wait(at: rules.now) == .seconds(31))
        #expect(rules[Self.second].links.map(\.kind) == [.continuedFrom])
        #expect(rules[CallTests.id].links.map(\.kind) == [.continuedIn])
        var figures = CallFigures()
        for inquiry in rules.inquiries.values {
            for call in inquiry.interactions.compactMap(\.call) { figures.count(call, at: rules.now) }
        }
        #expect((figures.offered, figures.answeredLater, figures.forwarded) == (1, 1, 1))
    }

    /// The system says `cancel` where it put the caller through, before or after the second call is told of.
    @Test(arguments: [true, false]) func nobodyIsRungBackForNothing(hangupFirst: Bool) throws {
        var rules = try CallTests.told(hangupFirst ? "NH" : "N")
        try rules.run(Self.second(.newCall), as: CallTests.intake)
        if !hangupFirst {
            try rules.run(.callReported(CallTests.id, CallTests.event("h")), as: CallTests.intake)
        }
        #expect(rules[CallTests.id].voided == .putThrough)
        #expect(rules[CallTests.id].deadlines.allSatisfy { $0.state != .running })
        #expect(rules[Self.second].state == .received)
        // The second caller is lost like any other.
        try rules.run(Self.second(.hangup), as: CallTests.intake)
        #expect(rules[Self.second].channel == .callback)
    }

    /// After an answer the wait begins anew; topic and caller go along, each told once.
    @Test func afterAnAnswer() throws {
        var rules = try CallTests.told("NA")
        try rules.run(.setTopic(CallTests.id, "byggesak"))
        let intent = Intent.callReported(Self.second, PhoneEvent(.newCall, origin: CallTests.id))
        for _ in 1...3 { try rules.run(intent, as: CallTests.intake) }
        let inquiry = rules[Self.second]
        #expect(inquiry.interactions.first?.call?.waitingSince == nil)
        #expect(inquiry.topic == "byggesak")
        #expect(inquiry.contact == rules[CallTests.id].contact)
        #expect(inquiry.links.count == 1)
        #expect(rules[CallTests.id].owner == "kari")
    }

    /// Repetition writes nothing more.
    @Test func forwardedIsSaidOnce() throws {
        var rules = try CallTests.told("NF")
        #expect(rules[CallTests.id].voided == .putThrough)
        let version = rules[CallTests.id].version
        for _ in 1...3 {
            try rules.run(.callReported(CallTests.id, CallTests.event("F")), as: CallTests.intake)
        }
        #expect(rules[CallTests.id].version == version)
        try rules.run(.callReported(CallTests.id, CallTests.event("A")), as: CallTests.intake)
        #expect(rules[CallTests.id].state == .inProgress)
    }

    @Test func anUnknownOriginIsNoFault() throws {
        var rules = CallTests.rules()
        try rules.run(Self.second(.newCall), as: CallTests.intake)
        #expect(rules[Self.second].links.isEmpty)
        #expect(rules[Self.second].state == .received)
    }
}

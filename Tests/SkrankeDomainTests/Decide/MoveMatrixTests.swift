import SkrankeDomain
import Testing

/// Every channel to every other, against the matrix of model §5.10: allowed ones keep the reference, the
/// time of
/// receipt, the story and every promise; the others are refused and write nothing.
@Suite struct MoveMatrixTests {
    static let allowed: [Channel: Set<Channel>] = [
        .mia: [.chat, .callback, .email, .appointment],
        .chat: [.callback, .phone, .email, .appointment],
        .phone: [.callback, .email, .appointment, .visit],
        .media: [.callback, .email, .appointment, .visit],
        .callback: [.callback, .email, .appointment, .visit],
        .visit: [.appointment, .callback, .email],
        .appointment: [.appointment, .callback, .email],
        .email: [.callback, .appointment], .letter: [.callback, .appointment],
        .sms: [.callback, .appointment], .social: [.callback, .appointment],
    ]
    static let pairs: [(Channel, Channel)] = Channel.allCases.flatMap { from in
        Channel.allCases.map { (from, $0) }
    }

    private func target(_ channel: Channel) -> ChannelTarget {
        let at = Rules.tuesday(13, 0) + .days(1)
        return channel == .appointment ? .slot(host: "truls", from: at, until: at + .minutes(30)) : .none
    }

    private func inquiry(in channel: Channel, _ rules: inout Rules) throws -> InquiryID {
        let early = Rules.tuesday(9, 0) + .days(2)
        let slot = ChannelTarget.slot(host: "liv", from: early, until: early + .minutes(30))
        let id = try rules.register(channel, target: channel == .appointment ? slot : .none)
        if rules[id].owner == nil { try rules.run(.claim(id)) }
        if rules[id].receipts.isEmpty { try rules.run(.sendReceipt(id, expectedAt: nil)) }
        return id
    }

    @Test(arguments: pairs) func cell(from: Channel, to: Channel) throws {
        var rules = Rules()
        let id = try inquiry(in: from, &rules)
        let before = rules[id]
        let move = Intent.moveChannel(id, to: to, target(to), reason: "lettere slik")
        guard Self.allowed[from]?.contains(to) == true else {
            #expect(throws: Refusal.moveNotAllowed(from: from, to: to)) { try rules.run(move) }
            #expect(rules[id] == before)
            return
        }
        rules.now = rules.now + .minutes(2)
        try rules.run(move)
        let after = rules[id]
        #expect(after.channel == to && after.reference == before.reference)
        #expect(after.receivedAt == before.receivedAt && after.firstChannel == from)
        #expect(after.highestLine == 1 && after.owner == before.owner)
        #expect(after.messages.starts(with: before.messages))
        #expect(after.interactions[before.interactions.count - 1].state.hasEnded)
        #expect(after.interactions.count == before.interactions.count + 1)
        keepsPromises(before, after)
    }

    /// What was promised is still due by then, or another date was told with a new receipt.
    private func keepsPromises(_ before: Inquiry, _ after: Inquiry) {
        #expect(after.receipts.starts(with: before.receipts))
        let isTold = after.receipts.count > before.receipts.count
        let told = before.promisedAt
        let due = after.deadlines.filter {
            $0.state == .running && $0.kind != .chatFirstReply && $0.kind != .walkInWait
        }.map(\.due).min()
        if !isTold, let told { #expect(due.map { $0 <= told } == true, "\(told) is nobody's deadline") }
        // Answers that were promised run on, whatever the new channel is.
        for old in before.deadlines
        where old.state == .running && [.emailAnswer, .expectedFinal].contains(old.kind) {
            #expect(after.deadline(old.kind) == old)
        }
    }

    /// Every channel reaches a unit, with the receipt given (model: chat, phone, visit, e-mail to unit).
    @Test(arguments: Channel.allCases.filter { $0 != .mia }) func toAUnit(from: Channel) throws {
        var rules = Rules()
        let id = try inquiry(in: from, &rules)
        let before = rules[id]
        try rules.run(.transferToUnit(id, "byggesak", brief: "Trenger fagperson"))
        #expect(rules[id].state == .withUnit && rules[id].reference == before.reference)
        #expect(rules[id].deadlines.contains { $0.kind == .unitResponse && $0.state == .running })
    }

    @Test func aPromiseToRingIsNotKeptByWriting() throws {
        var rules = Rules()
        let id = try rules.register(.callback)
        try rules.run(.claim(id))
        let due = try #require(rules[id].deadline(.callback)?.due)
        try rules.run(.moveChannel(id, to: .email, .none, reason: "vil ha det skriftlig"))
        #expect(rules[id].deadline(.callback)?.state == .cancelled)
        #expect(rules[id].deadlines.contains { $0.state == .running && $0.due <= due })
    }

    @Test func aVisitorWhoLeavesCountsAsAMiss() throws {
        var rules = Rules()
        let id = try rules.register(.visit)
        rules.now = rules.now + .minutes(2)
        try rules.run(.visitorLeft(id))
        #expect(rules[id].deadline(.walkInWait)?.state == .missed)
        #expect(rules[id].deadline(.walkInWait)?.settledAt == rules.now)
    }
}

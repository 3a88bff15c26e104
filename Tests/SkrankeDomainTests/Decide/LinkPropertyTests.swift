import SkrankeDomain
import Testing

/// Days of chance on a desk: whatever is merged, split, closed and written again, no promise is lost.
@Suite struct LinkPropertyTests {
    /// Numbers in a row from a seed (SplitMix64).
    struct Chance: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func noPromiseIsLost(seed: UInt64) throws {
        var chance = Chance(state: seed)
        var rules = Rules()
        var merges = 0
        for _ in 0..<80 {
            rules.now = rules.now + .minutes(Int64.random(in: 1...200, using: &chance))
            let ids = rules.inquiries.keys.sorted()
            guard ids.count > 2, Int.random(in: 0..<6, using: &chance) > 0 else {
                _ = try? rules.register(
                    [.email, .letter, .phone, .callback].randomElement(using: &chance) ?? .email,
                    topic: "byggesak", kind: Bool.random(using: &chance) ? .simple : .caseWork)
                continue
            }
            guard let id = ids.randomElement(using: &chance), let other = ids.randomElement(using: &chance)
            else { continue }
            let intent = Self.intent(id, other, &rules, &chance)
            let before = rules.inquiries
            do {
                try rules.run(intent, as: Self.anybody)
            } catch {
                #expect(rules.inquiries == before, "a refusal changes nothing")
                continue
            }
            if case .merge = intent {
                merges += 1
                try Self.expectKept(before[id], before[other], rules[other])
            }
        }
        for inquiry in rules.inquiries.values {
            let isOver = inquiry.state == .closed || inquiry.state == .voided
            let open = inquiry.deadlines.filter { $0.settledAt == nil && $0.state != .cancelled }
            if isOver { #expect(open.isEmpty, "\(inquiry.reference) ended with \(open.map(\.kind))") }
            for link in inquiry.links {
                let back = rules[link.other].links.contains { $0.other == inquiry.id }
                #expect(back, "links lead both ways")
                #expect(link.reference == rules[link.other].reference)
            }
        }
        #expect(Set(rules.inquiries.values.map(\.reference)).count == rules.inquiries.count)
        #expect(merges > 0, "a day without a merge proves nothing")
    }

    private static let anybody = Caller(.agent("kari"), roles: [.agent, .supervisor, .leader])

    private static func intent(
        _ id: InquiryID, _ other: InquiryID, _ rules: inout Rules, _ chance: inout Chance
    ) -> Intent {
        let seen = rules.seen(id)
        switch Int.random(in: 0..<12, using: &chance) {
        case 0, 1: return .merge(id, into: other)
        case 2: return .split(id, new: rules.id(), text: "x", topic: nil)
        case 3: return .claim(id)
        case 4: return .sendReceipt(id, expectedAt: nil)
        case 5: return .askCitizen(id, text: "x", seen: seen)
        case 6: return .noteReply(id, text: "x")
        case 7: return .sendMessage(id, text: "x", seen: seen, final: true, immediately: true)
        case 8: return .requestClearance(id, reason: "x")
        case 9: return .clearMessage(id)
        case 10: return .release(id, reason: nil)
        default:
            let result: ClosingResult = Bool.random(using: &chance) ? .withdrawn : .solvedAtDesk
            return .close(
                id,
                ClosingDetails(
                    result: result, archive: .notArchived, phoneOutcome: .helpedByOther, reason: "x"),
                seen: seen)
        }
    }

    /// What the duplicate owed by a date, the other owes by that date or before.
    private static func expectKept(_ source: Inquiry?, _ target: Inquiry?, _ after: Inquiry) throws {
        let source = try #require(source)
        guard let owed = owed(source, running: true) else { return }
        let due = try #require(Self.owed(after, running: false), "nothing is owed any more")
        #expect(due <= owed, "\(source.reference) into \(after.reference)")
    }

    private static func owed(_ inquiry: Inquiry, running: Bool) -> Moment? {
        if inquiry.answeredAt != nil, running { return nil }
        let kinds: [DeadlineKind] = [.emailAnswer, .expectedFinal, .sameDay, .callback, .inherited]
        return inquiry.deadlines.filter {
            kinds.contains($0.kind) && $0.settledAt == nil && ($0.state == .running || $0.state == .missed)
        }.map(\.due).min()
    }
}

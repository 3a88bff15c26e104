import SkrankeDomain
import Testing

/// A call as its events come: in order, in disorder, twice, and with gaps.
@Suite struct CallTests {
    static let intake = Caller(.system(.intake))
    static let id = InquiryID(Identifier(high: 77, low: 1 << 20))
    static let number = "+4762888000"

    static func rules() -> Rules {
        var rules = Rules()
        rules.policy.staff["kari"] = StaffPolicy(name: "Kari", roles: [.agent], phoneUser: "101")
        rules.policy.staff["liv"] = StaffPolicy(name: "Liv", roles: [.agent], phoneUser: "102")
        return rules
    }

    /// N newCall, n newCall without a number, A answer by Kari, a answer by nobody known, H hangup, h hangup
    /// without a number, F forwarded.
    static func event(_ letter: Character) -> PhoneEvent {
        switch letter {
        case "N": PhoneEvent(.newCall, from: number)
        case "n": PhoneEvent(.newCall)
        case "A": PhoneEvent(.answer, from: number, users: ["101"])
        case "a": PhoneEvent(.answer, users: ["ukjent"])
        case "F": PhoneEvent(.hangup, from: number, cause: .forwarded)
        case "h": PhoneEvent(.hangup, cause: .cancel)
        default: PhoneEvent(.hangup, from: number, cause: .normalClearing)
        }
    }

    static func told(_ letters: String, step: Int64 = 2, at: Moment = Rules.tuesday(10, 0)) throws -> Rules {
        var rules = rules()
        rules.now = at
        for letter in letters {
            try rules.run(.callReported(id, event(letter)), as: intake)
            rules.now = rules.now + .seconds(step)
        }
        return rules
    }

    /// State of the inquiry, its channel, owner, and how the call ended.
    @Test(arguments: [
        ("N", "received phone - waiting"), ("NA", "in-progress phone kari talking"),
        ("NAH", "in-progress phone kari answered"), ("NH", "received callback - abandoned"),
        ("Na", "received phone - talking"), ("NaH", "received phone - answered"),
        ("nh", "voided phone - abandoned"), ("nA", "in-progress phone kari talking"),
        ("NF", "voided phone - forwarded"), ("NAF", "in-progress phone kari answered"),
        // Gaps.
        ("A", "in-progress phone kari talking"), ("AH", "in-progress phone kari answered"),
        ("H", "received callback - abandoned"), ("h", "voided phone - abandoned"),
        // Disorder.
        ("AN", "in-progress phone kari talking"), ("NHA", "in-progress phone kari answered"),
        ("HNA", "in-progress phone kari answered"), ("HAN", "in-progress phone kari answered"),
        ("hN", "received callback - abandoned"), ("hnA", "in-progress phone kari answered"),
        ("NaA", "in-progress phone kari talking"),
        // Repetition.
        ("NNN", "received phone - waiting"), ("NNAAHH", "in-progress phone kari answered"),
        ("NHNH", "received callback - abandoned"), ("nhnh", "voided phone - abandoned"),
    ])
    func orders(letters: String, expected: String) throws {
        let rules = try Self.told(letters)
        let inquiry = try #require(rules.inquiries[Self.id])
        let call = try #require(inquiry.interactions.first?.call)
        let owner = inquiry.owner?.rawValue ?? "-"
        let found = "\(inquiry.state.rawValue) \(inquiry.channel.rawValue) \(owner) \(call.outcome)"
        #expect(found == expected, "\(letters)")
    }

    @Test func anAbandonedCallIsPromisedACallback() throws {
        let rules = try Self.told("NH")
        let inquiry = try #require(rules.inquiries[Self.id])
        #expect(inquiry.interaction?.callback != nil)
        #expect(inquiry.deadline(.callback)?.state == .running)
        #expect(inquiry.deadline(.phoneAnswer)?.state == .cancelled)
        // One inquiry, one reference: the contact that failed and the one that is owed.
        #expect(inquiry.interactions.map(\.state) == [.abandoned, .waiting])
    }

    @Test func aLateAnswerTakesTheCallbackBack() throws {
        let rules = try Self.told("NHA")
        let inquiry = try #require(rules.inquiries[Self.id])
        #expect(inquiry.deadline(.callback)?.state == .cancelled)
        #expect(inquiry.open(.callback) == nil)
    }

    /// Scenario 4: no deadline runs outside hours, and the caller is offered a callback all the same.
    @Test func outsideHours() throws {
        let rules = try Self.told("NH", at: Rules.tuesday(15, 31))
        let inquiry = try #require(rules.inquiries[Self.id])
        #expect(inquiry.deadline(.phoneAnswer) == nil)
        #expect(inquiry.deadline(.callback)?.state == .running)
        var figures = CallFigures()
        figures.count(try #require(inquiry.interactions.first?.call), at: rules.now)
        #expect((figures.offered, figures.outsideHours) == (0, 1))
    }

    /// An hour after its end the number belongs to another call: nothing more is written here.
    @Test func aNumberThatIsUsedAgain() throws {
        var rules = try Self.told("NAH")
        let version = try #require(rules.inquiries[Self.id]?.version)
        rules.now = rules.now + .hours(2)
        try rules.run(.callReported(Self.id, Self.event("N")), as: Self.intake)
        #expect(rules.inquiries[Self.id]?.version == version)
    }

    /// A hangup that never comes: after an hour nobody waits any more, and the caller is owed a callback.
    @Test func aCallThatNeverEnds() throws {
        var rules = try Self.told("N")
        let due = Rules.tuesday(11, 0)
        #expect(rules.decisions.last?.timers.contains(.set(Self.id, .callSilence, due: due)) == true)
        rules.now = due - .seconds(1)
        try rules.run(.timerFired(Self.id, .callSilence, due: due), as: Rules.clock)
        #expect(rules.inquiries[Self.id]?.channel == .phone)
        rules.now = due
        try rules.run(.timerFired(Self.id, .callSilence, due: due), as: Rules.clock)
        #expect(rules.inquiries[Self.id]?.channel == .callback)
        let answered = try Self.told("NA")
        #expect(answered.decisions.last?.timers.contains(.cancel(Self.id, .callSilence)) == true)
    }

    @Test func whoeverAnswersHasIt() throws {
        var rules = try Self.told("N")
        try rules.run(.claim(Self.id), as: Rules.liv)
        try rules.run(.callReported(Self.id, Self.event("A")), as: Self.intake)
        #expect(rules.inquiries[Self.id]?.owner == "kari")
        #expect(rules.inquiries[Self.id]?.interaction?.agent == "kari")
    }

    @Test func nobodyElseMayReport() {
        let intent = Intent.callReported(Self.id, Self.event("N"))
        for role in StaffRole.allCases {
            #expect(!Gate.permits(intent, Caller(.agent("kari"), roles: [role]), owner: nil))
        }
        #expect(!Gate.permits(intent, Caller(.newcomer), owner: nil))
        #expect(Gate.permits(intent, Self.intake, owner: nil))
    }

    /// A call that rings is no work that `n` may take.
    @Test func ringingIsNotTakeable() throws {
        let rules = try Self.told("N")
        let head = InquiryHead(try #require(rules.inquiries[Self.id]), name: nil, subject: nil)
        #expect(head.isRinging)
        #expect(!head.isTakeable)
    }

    /// Any shuffle of a call's events, any of them twice, gives the counts and the outcome of the right order.
    @Test(arguments: ["NAH", "NH", "nh", "nah", "NF", "NAF", "NaAH"])
    func disorderChangesNoCount(letters: String) throws {
        let expected = try Self.summary(try Self.told(letters, step: 0))
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let extra = letters.filter { _ in Bool.random(using: &generator) }
            let shuffled = String((letters + extra).shuffled(using: &generator))
            #expect(try Self.summary(try Self.told(shuffled, step: 0)) == expected, "\(shuffled)")
        }
    }

    private struct Summary: Equatable {
        var figures: CallFigures
        var channel: Channel
        var state: InquiryState
        var owner: AgentID?
        var owed: Int
    }

    private static func summary(_ rules: Rules) throws -> Summary {
        let inquiry = try #require(rules.inquiries[id])
        var figures = CallFigures()
        for call in inquiry.interactions.compactMap(\.call) { figures.count(call, at: rules.now) }
        return Summary(
            figures: figures, channel: inquiry.channel, state: inquiry.state, owner: inquiry.owner,
            owed: inquiry.deadlines.count { $0.kind == .callback && $0.state == .running })
    }
}

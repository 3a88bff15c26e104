import SkrankeDomain
import Testing

/// The expected wait by hand: places x handling / counters.
@Suite struct VisitWaitTests {
    struct Row: Sendable {
        var arrived: Int64
        var called: Int64?
        var ended: Int64?
        var agent: AgentID?
        var state: InteractionState
    }
    static func served(_ arrived: Int64, _ called: Int64, _ ended: Int64, _ agent: AgentID = "kari") -> Row {
        Row(arrived: arrived, called: called, ended: ended, agent: agent, state: .done)
    }
    static func waits(_ arrived: Int64) -> Row {
        Row(arrived: arrived, called: nil, ended: nil, agent: nil, state: .waiting)
    }
    static func here(_ arrived: Int64, _ called: Int64, _ agent: AgentID) -> Row {
        Row(arrived: arrived, called: called, ended: nil, agent: agent, state: .active)
    }

    /// Three visits of six, ten and eight minutes: eight on average.
    static let history = [served(0, 1, 7), served(1, 7, 17), served(2, 17, 25)]

    /// The visitor comes at minute 30.
    static let cases: [(String, [Row], ahead: Int, seconds: Int64?)] = [
        ("an empty house says nothing", [], 0, nil),
        ("two visits are no ground", [served(0, 1, 7), served(1, 7, 17)], 0, nil),
        ("one counter, free", history, 0, 0),
        ("one counter, busy", history + [here(26, 27, "kari")], 0, 480),
        ("one counter, busy, two ahead", history + [here(26, 27, "kari"), waits(28), waits(29)], 2, 1_440),
        (
            "two counters, both busy, two ahead",
            history + [here(26, 27, "kari"), here(26, 27, "liv"), waits(28), waits(29)], 2, 720
        ),
        ("whoever comes later is not ahead", history + [here(26, 27, "kari"), waits(31)], 0, 480),
        (
            "called after he came: he was ahead",
            history + [Row(arrived: 29, called: 31, ended: 40, agent: "kari", state: .done)], 1, 480
        ),
        (
            "nobody left at a counter",
            [served(-90, -89, -80), served(-90, -80, -70), served(-90, -70, -60)], 0, nil
        ),
    ]

    @Test(arguments: cases.indices)
    func byHand(index: Int) throws {
        let (name, rows, ahead, seconds) = Self.cases[index]
        let own = try Self.record(Self.waits(30), ticket: 50)
        let wait = VisitWait(of: own, among: try Self.records(rows) + [own])
        #expect(wait.ahead == ahead, Comment(rawValue: name))
        #expect(wait.seconds == seconds, Comment(rawValue: name))
    }

    /// The answer to a repeated request is the same, whatever happened since.
    @Test func laterEventsChangeNothing() throws {
        let own = try Self.record(Self.waits(30), ticket: 50)
        let before = VisitWait(
            of: own, among: try Self.records(Self.history + [Self.here(26, 27, "kari")]))
        var later = try Self.record(Self.waits(30), ticket: 50)
        later.calledAt = Self.at(40)
        later.endedAt = Self.at(50)
        later.state = .done
        let rows = Self.history + [Self.served(26, 27, 39), Self.waits(41)]
        let after = VisitWait(of: later, among: try Self.records(rows))
        #expect(before == after)
    }

    static func at(_ minute: Int64) -> Moment { Rules.tuesday(10, 0) + .minutes(minute) }

    static func records(_ rows: [Row]) throws -> [VisitRecord] {
        try rows.enumerated().map { try record($1, ticket: $0 + 1) }
    }

    static func record(_ row: Row, ticket: Int) throws -> VisitRecord {
        var rules = Rules()
        rules.now = at(row.arrived)
        let id = try rules.register(.visit)
        var record = try #require(VisitRecord(rules[id]))
        record.inquiry = InquiryID(Identifier(high: 7, low: UInt64(ticket)))
        record.ticket = ticket
        record.calledAt = row.called.map(at)
        record.endedAt = row.ended.map(at)
        record.agent = row.agent
        record.state = row.state
        return record
    }
}

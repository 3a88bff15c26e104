import SkrankeDomain

/// A desk in a test: folds what is decided, like a store with no disk.
struct Rules {
    var inquiries: [InquiryID: Inquiry] = [:]
    var counters: [Counter: Int] = [:]
    var reservations: [UniqueKey: StreamID] = [:]
    var staffing = Staffing(members: ["kari": .init(presence: .available, live: 0)])
    var policy = Rules.policy()
    var now = Rules.tuesday(10, 0)
    var decisions: [Decision] = []
    var times: [Moment] = []
    private var made: UInt64 = 0

    static let kari = Caller(.agent("kari"), roles: [.agent])
    static let liv = Caller(.agent("liv"), roles: [.agent])
    static let boss = Caller(.agent("bjorg"), roles: [.supervisor])
    static let clock = Caller(.system(.timekeeper))

    /// Tuesday 24 November 2026 in Oslo.
    static func tuesday(_ hour: Int, _ minute: Int, second: Int = 0) -> Moment {
        let day = CivilDate(year: 2026, month: 11, day: 24)!
        return oslo.moment(of: WallTime(date: day, time: ClockTime(hour, minute))) + .seconds(Int64(second))
    }

    static let oslo = TimeZoneRules(
        name: "Europe/Oslo", firstOffset: 3_600,
        transitions: [
            .init(at: Moment(seconds: 1_774_746_000), offset: 7_200),
            .init(at: Moment(seconds: 1_792_890_000), offset: 3_600),
            .init(at: Moment(seconds: 1_806_195_600), offset: 7_200),
        ])

    static func policy() -> DeskPolicy {
        let hours = [OpeningCalendar.Interval(opens: ClockTime(8, 0), closes: ClockTime(15, 30))]
        let days: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        let calendar = OpeningCalendar(
            zone: oslo, weekly: Dictionary(uniqueKeysWithValues: days.map { ($0, hours) }), holidays: .norway)
        let texts = CitizenTexts(
            texts: Dictionary(
                uniqueKeysWithValues: CitizenTexts.Key.allCases.map {
                    ($0, [.nb: "\($0.rawValue) {reference} {expected}"])
                }))
        return DeskPolicy(
            calendar: calendar,
            services: [
                "byggesak": ServicePolicy(
                    unit: "byggesak", deskStep: 2, target: .calendarDays(21), name: [.nb: "Byggesøknad"])
            ],
            units: [
                "byggesak": UnitPolicy(name: [.nb: "Byggesak"], leader: "Tor"),
                "nav": UnitPolicy(name: [.nb: "NAV"], leader: "", isExternal: true),
            ],
            texts: texts)
    }

    mutating func id<Kind>() -> ID<Kind> {
        made += 1
        return ID(Identifier(high: 1, low: made << 16))
    }

    @discardableResult
    mutating func run(_ intent: Intent, as caller: Caller = Rules.kari) throws(Refusal) -> Decision {
        made += 1
        let named = intent.counters(now: now, zone: Rules.oslo)
        let context = DecisionContext(
            now: now, caller: caller, policy: policy,
            identifiers: IdentifierSupply(base: Identifier(high: 2, low: made << 16)),
            counters: Dictionary(uniqueKeysWithValues: named.map { ($0, counters[$0, default: 0] + 1) }),
            reservations: reservations, staffing: staffing)
        let decision = try Decide.decide(
            intent, Loaded(for: intent) { inquiries[$0] }, context)
        for counter in decision.usedCounters { counters[counter, default: 0] += 1 }
        for key in decision.frees { reservations[key] = nil }
        for key in decision.reserves { reservations[key] = intent.stream }
        for item in decision.events {
            guard let id = item.stream.inquiry else { continue }
            let version = (inquiries[id]?.version ?? 0) + 1
            inquiries[id] = Evolve.apply(item.event, id: id, version: version, at: now, to: inquiries[id])
        }
        decisions.append(decision)
        times.append(now)
        return decision
    }

    /// A chat that waits, asked by a citizen.
    mutating func chat(_ question: String = "Må jeg søke om bod?") throws(Refusal) -> InquiryID {
        let id: InquiryID = id()
        try run(.startChat(id: id, question: question, language: .nb, contact: nil), as: Caller(.newcomer))
        return id
    }

    mutating func register(
        _ channel: Channel, topic: TopicCode? = nil, target: ChannelTarget = .none, kind: ErrandKind = .simple
    ) throws(Refusal) -> InquiryID {
        let id: InquiryID = id()
        let registration = Registration(
            channel: channel, text: "Gjelder bod", topic: topic, kind: kind, target: target)
        try run(.registerInquiry(id: id, registration))
        return id
    }

    /// What the store would read of an agent before his command.
    mutating func holds(_ agent: AgentID) {
        var load = Load()
        for inquiry in inquiries.values where inquiry.owner == agent {
            load.add(inquiry.channel, inquiry.interaction?.state, inquiry.state)
        }
        staffing.members[agent, default: .init(presence: .available, live: 0)].load = load
    }

    subscript(id: InquiryID) -> Inquiry { inquiries[id]! }

    func seen(_ id: InquiryID) -> Int { self[id].version }
}

extension AgentID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
extension TopicCode: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
extension UnitCode: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

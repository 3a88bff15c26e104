import Logging
import SkrankeDomain
import SkrankeJournal
import Synchronization

@testable import SkrankeWeb

/// A clock that stands still until a test moves it.
final class TestClock: SkrankeDomain.Clock {
    private let state: Mutex<Moment>
    init(_ text: String) { state = Mutex(Moment(rfc3339: text) ?? Moment(seconds: 0)) }
    var now: Moment { state.withLock { $0 } }
    var monotonic: Int64 { state.withLock { $0.milliseconds } }
    func advance(_ span: SkrankeDomain.Span) { state.withLock { $0 = $0 + span } }
}

/// A municipality that does not exist, with its store in memory.
struct TestDesk: Sendable {
    static let monday = "2026-05-04T10:00:00+02:00"
    static let sunday = "2026-05-03T10:00:00+02:00"

    let clock: TestClock
    let store = MemoryStore()
    let bus = LocalBus()
    let desk: CommandDesk
    let policy: DeskPolicy
    let agent = Caller(.agent(AgentID("ingrid")), roles: [.agent], terminal: "test")

    init(at time: String = TestDesk.monday) {
        let clock = TestClock(time)
        let policy = TestDesk.policy
        let counter = Mutex<UInt64>(0)
        let shared = CounterBox(counter)
        self.clock = clock
        self.policy = policy
        desk = CommandDesk(store: store, clock: clock, policy: { policy }) {
            let number = shared.next()
            return Identifier(high: UInt64(clock.now.milliseconds) << 8, low: number << 16)
        }
    }

    /// Ingrid is at work, so that chats wait instead of being left.
    func openDesk(_ presence: Presence = .available) async throws {
        try await store.heartbeat(
            SessionRow(
                id: "s1", agent: AgentID("ingrid"), terminal: "test", presence: presence, since: clock.now,
                seen: clock.now))
    }

    @discardableResult
    func act(_ intent: Intent) async throws -> CommandAnswer {
        switch try await desk.submit(intent, by: agent) {
        case .committed(let answer, _), .repeated(let answer): return answer
        case .refused(let refusal): throw refusal
        case .conflict: throw Refusal.notPermitted
        }
    }

    func say(_ text: String, in inquiry: InquiryID) async throws {
        let seen = try await store.file(inquiry)?.inquiry.visibleVersion ?? 0
        try await act(.sendMessage(inquiry, text: text, seen: seen, final: false, immediately: true))
    }

    func server(_ change: (inout WebConfiguration) -> Void = { _ in }) throws -> WebServer {
        var configuration = WebConfiguration(port: 0, profile: TestDesk.profile)
        configuration.limits.messages = .init(burst: 10_000, perMinute: 60)
        change(&configuration)
        let policy = policy
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return try WebServer(
            configuration: configuration, desk: desk, bus: bus, clock: clock, policy: { policy },
            tokenKey: Array(repeating: 7, count: 32), logger: logger)
    }

    static let profile = CitizenProfile(
        municipality: [.nb: "Prøvedal kommune", .nn: "Prøvedal kommune", .en: "Prøvedal Municipality"],
        phone: "62 00 00 00", email: "post@provedal.example", visitingAddress: "Torget 1, Prøvedal",
        website: "https://www.provedal.example/", privacyURL: "https://www.provedal.example/personvern",
        accessibilityURL: "https://uustatus.no/nb/erklaringer/publisert/0")

    static let zone = TimeZoneRules(name: "Europe/Oslo", firstOffset: 7_200, transitions: [])

    /// One agent calls up several visitors, so that tests need not serve each.
    static let policy: DeskPolicy = {
        var policy = ordinary
        policy.channels.capacity.fills[.visit] = 0
        return policy
    }()

    private static let ordinary = DeskPolicy(
        calendar: OpeningCalendar.norwegianDefault(zone: zone),
        services: [
            "byggesak": ServicePolicy(
                unit: UnitCode("plan"), deskStep: 1, target: nil,
                name: [.nb: "Byggesak", .nn: "Byggjesak", .en: "Building"])
        ],
        staff: [:], texts: CitizenTexts(texts: texts), visits: visits)

    /// Truls receives every weekday from nine, half an hour each.
    private static let visits: VisitPolicy = {
        var policy = VisitPolicy(kioskTopics: ["byggesak"], counters: ["1", "2"])
        let hours = [OpeningCalendar.Interval(opens: ClockTime(9, 0), closes: ClockTime(12, 0))]
        let days: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        policy.hosts = [
            HostPolicy(
                id: "truls",
                name: [.nb: "Byggesaksveiledning", .nn: "Byggjesaksrettleiing", .en: "Building guidance"],
                hours: Dictionary(uniqueKeysWithValues: days.map { ($0, hours) }), noticeMinutes: 0,
                place: [.nb: "Rom 1", .nn: "Rom 1", .en: "Room 1"])
        ]
        return policy
    }()

    private static let receipt: [Language: String] = [
        .nb: "Takk, vi har mottatt spørsmålet ditt {received}. Referansen er {reference}. "
            + "Du får endelig svar senest {expected}.",
        .nn: "Takk, vi har motteke spørsmålet ditt {received}. Referansen er {reference}. "
            + "Du får endeleg svar seinast {expected}.",
        .en: "Thank you, we received your question {received}. The reference is {reference}. "
            + "You get the final answer by {expected} at the latest.",
    ]

    private static let texts: [CitizenTexts.Key: [Language: String]] = {
        var texts: [CitizenTexts.Key: [Language: String]] = [:]
        for key in CitizenTexts.Key.allCases { texts[key] = [.nb: key.rawValue] }
        for key in [CitizenTexts.Key.receiptChat, .leftClosed, .leftNobodyThere, .leftClosingTime] {
            texts[key] = receipt
        }
        texts[.kioskWelcome] = [
            .nb: "Velkommen til {municipality}", .nn: "Velkomen til {municipality}", .en: "Welcome to {municipality}",
        ]
        texts[.needWheelchair] = [.nb: "Plass til rullestol", .en: "Wheelchair access"]
        texts[.needHearing] = [.nb: "Hører dårlig", .en: "Hard of hearing"]
        texts[.needSight] = [.nb: "Ser dårlig", .en: "Low vision"]
        texts[.needInterpreter] = [.nb: "Trenger tolk", .en: "Needs an interpreter"]
        texts[.needSeat] = [.nb: "Kan ikke stå lenge", .en: "Cannot stand for long"]
        texts[.appointmentBooked] = [.nb: "Du har time {when}: {host}. {place}."]
        texts[.appointmentMoved] = [.nb: "Timen er flyttet til {when}."]
        texts[.appointmentCancelled] = [.nb: "Timen {when} er avbestilt."]
        texts[.chatGreeting] = [.nb: "Velkommen til {municipality}.", .en: "Welcome to {municipality}."]
        texts[.chatEndedByCitizen] = [.nb: "Du avsluttet samtalen."]
        texts[.chatEndedByAgent] = [.nb: "Samtalen er avsluttet. Takk for at du tok kontakt."]
        return texts
    }()
}

extension TopicCode: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

/// A counter for identifiers, shared by value types.
final class CounterBox: Sendable {
    private let value: Mutex<UInt64>
    init(_ value: consuming Mutex<UInt64>) { self.value = value }
    func next() -> UInt64 {
        value.withLock {
            $0 += 1
            return $0
        }
    }
}

import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import Synchronization

/// A desk on a store in memory: Monday to Friday 08:00-15:30 by Norwegian winter time.
struct TestDesk {
    let time: TestTime
    let store: any JournalStore
    let desk: CommandDesk

    /// Wednesday 25 November 2026, 09:00 in Norway.
    static let start = Moment(rfc3339: "2026-11-25T08:00:00Z") ?? Moment(seconds: 0)
    static let zone = TimeZoneRules(name: "test", firstOffset: 3_600, transitions: [])
    static let hours: OpeningCalendar.Hours = [.init(opens: ClockTime(8, 0), closes: ClockTime(15, 30))]
    /// 15:30.
    static let closing = start + .minutes(6 * 60 + 30)

    static var policy: DeskPolicy {
        let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        let weekly = Dictionary(uniqueKeysWithValues: weekdays.map { ($0, hours) })
        let calendar = OpeningCalendar(zone: zone, weekly: weekly, holidays: Holidays(rules: []))
        let texts = CitizenTexts.Key.allCases.map { ($0, [Language.nb: "text \($0.rawValue) {expected}"]) }
        var policy = DeskPolicy(
            calendar: calendar, texts: CitizenTexts(texts: Dictionary(uniqueKeysWithValues: texts)))
        policy.channels.grace[.chat] = .seconds(5)
        return policy
    }

    init(at start: Moment = TestDesk.start, store: any JournalStore = MemoryStore()) {
        time = TestTime(start)
        self.store = store
        let identifiers = Identifiers(clock: time)
        desk = CommandDesk(
            store: store, clock: time, policy: { TestDesk.policy }, identifiers: { identifiers.next() })
    }

    static func agent(_ name: String) -> Caller {
        Caller(.agent(AgentID(name)), roles: [.agent], terminal: "test")
    }

    func submit(_ intent: Intent, by caller: Caller) async throws -> CommandAnswer {
        switch try await desk.submit(intent, by: caller) {
        case .committed(let answer, _), .repeated(let answer): return answer
        case .refused(let refusal): throw refusal
        case .conflict: throw Refusal.notFound
        }
    }

    /// The agent is at the desk, as of now.
    func beat(_ name: String, session: String? = nil, presence: Presence = .available) async throws {
        let row = SessionRow(
            id: session ?? name, agent: AgentID(name), terminal: "test", presence: presence, since: time.now,
            seen: SessionRow.seen(by: time))
        try await store.heartbeat(row)
    }

    /// A citizen asks in chat.
    func chat() async throws -> InquiryID {
        let id: InquiryID = desk.newID()
        _ = try await submit(
            .startChat(id: id, question: "Når åpner dere?", language: .nb, contact: nil),
            by: Caller(.newcomer))
        return id
    }

    /// A chat that `name` has claimed.
    func claimed(by name: String) async throws -> InquiryID {
        let id = try await chat()
        _ = try await submit(.claim(id), by: Self.agent(name))
        return id
    }

    func inquiry(_ id: InquiryID) async throws -> Inquiry? { try await store.file(id)?.inquiry }

    func state(_ id: InquiryID) async throws -> InteractionState? {
        try await inquiry(id)?.interaction?.state
    }

    /// Says `text` as the owner, after the grace of five seconds.
    func say(_ text: String, _ id: InquiryID, by name: String) async throws -> MessageID? {
        let seen = try await inquiry(id)?.visibleVersion ?? 0
        return try await submit(
            .sendMessage(id, text: text, seen: seen, final: false, immediately: false), by: Self.agent(name)
        ).message
    }

    func delivery(_ message: MessageID?, in id: InquiryID) async throws -> Message.Delivery? {
        try await inquiry(id)?.messages.first { $0.id == message }?.delivery
    }

    /// The events of an inquiry from a version on.
    func events(_ id: InquiryID, after version: Int = 0) async throws -> [Event] {
        try await store.events(of: .inquiry(id), after: version).map(\.event)
    }

    func isClean() async throws -> Bool { try await store.verify().problems.isEmpty }
}

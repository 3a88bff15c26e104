/// What the municipality has decided about visitors: what the kiosk offers and who can be booked
/// (`visits.toml`).
public struct VisitPolicy: Sendable, Equatable {
    /// The topics that the kiosk shows, in that order.
    public var kioskTopics: [TopicCode]
    /// Names of the counters, as the display calls them.
    public var counters: [String]
    public var hosts: [HostPolicy]
    /// Minutes before a meeting at which its citizen is reminded; 0 = never.
    public var reminderMinutes: Int64 = 24 * 60

    public init(kioskTopics: [TopicCode] = [], counters: [String] = [], hosts: [HostPolicy] = []) {
        self.kioskTopics = kioskTopics
        self.counters = counters
        self.hosts = hosts
    }

    public func host(_ id: String) -> HostPolicy? { hosts.first { $0.id == id } }
}

/// Somebody with whom citizens can have a meeting (vert), with his bookable hours (R52).
public struct HostPolicy: Sendable, Equatable {
    public enum Mode: String, CaseIterable, Sendable, Codable { case visit, phone, video }

    /// A code that never changes: reservations name it. No slash, which separates in their names.
    public var id: String
    public var name: [Language: String]
    /// The colleague whose console hears of it; nil = a room or a service that several take turns at.
    public var person: AgentID?
    public var topics: [TopicCode]
    /// Hours in which he receives, within the desk's own opening hours.
    public var hours: [Weekday: OpeningCalendar.Hours]
    /// Minutes of one meeting; a multiple of five.
    public var minutes: Int64
    /// Minutes that a meeting is booked ahead at least.
    public var noticeMinutes: Int64
    public var mode: Mode
    /// Where it is, as citizens read it.
    public var place: [Language: String]

    public init(
        id: String, name: [Language: String], person: AgentID? = nil, topics: [TopicCode] = [],
        hours: [Weekday: OpeningCalendar.Hours], minutes: Int64 = 30, noticeMinutes: Int64 = 60,
        mode: Mode = .visit, place: [Language: String] = [:]
    ) {
        self.id = id
        self.name = name
        self.person = person
        self.topics = topics
        self.hours = hours
        self.minutes = minutes
        self.noticeMinutes = noticeMinutes
        self.mode = mode
        self.place = place
    }

    public func name(_ language: Language) -> String { name[language] ?? name[.nb] ?? id }
    public func place(_ language: Language) -> String { place[language] ?? place[.nb] ?? "" }
}

/// Who works for the municipality, as the desk needs it to find somebody for a caller (R25, reference data §6.4).
///
/// Made from `directory.toml` and `absence.toml` at the rim; who is away just now is not in it but in the journal
/// (`Absence`).
public struct StaffDirectory: Sendable, Equatable {
    public var people: [AgentID: StaffEntry]
    public var codes: [AbsenceCodeEntry]

    public init(people: [StaffEntry] = [], codes: [AbsenceCodeEntry] = []) {
        self.people = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.codes = codes
    }

    public subscript(id: AgentID) -> StaffEntry? { people[id] }

    public func code(_ code: String) -> AbsenceCodeEntry? { codes.first { $0.code == code } }

    /// In the order of the Norwegian alphabet, by the key that the rim made.
    public var ordered: [StaffEntry] { people.values.sorted { ($0.sortKey, $0.id) < ($1.sortKey, $1.id) } }
}

/// A person of the directory: what may be found, and what may be told.
public struct StaffEntry: Sendable, Equatable {
    public var id: AgentID
    public var name: String
    /// Collation key of family name and given name in nb_NO (aa = å, æ ø å last), made at the rim (law 4).
    public var sortKey: String
    public var title: String
    public var unit: UnitCode
    public var topics: [TopicCode]
    /// The direct number or extension: read out to transfer by.
    public var phone: String?
    public var mobile: String?
    /// The mobile number may be told to citizens.
    public var mobileMayBeTold: Bool
    /// Calls may be put through to the mobile.
    public var mobileTakesCalls: Bool
    public var email: String
    public var deputies: [AgentID]
    public var workDays: Set<Weekday>
    public var lunch: OpeningCalendar.Interval?
    public var electedRole: String?

    public init(
        id: AgentID, name: String, sortKey: String = "", title: String = "", unit: UnitCode,
        topics: [TopicCode] = [], phone: String? = nil, mobile: String? = nil, mobileMayBeTold: Bool = false,
        mobileTakesCalls: Bool = false, email: String = "", deputies: [AgentID] = [],
        workDays: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday],
        lunch: OpeningCalendar.Interval? = nil, electedRole: String? = nil
    ) {
        self.id = id
        self.name = name
        self.sortKey = sortKey.isEmpty ? name.lowercased() : sortKey
        self.title = title
        self.unit = unit
        self.topics = topics
        self.phone = phone
        self.mobile = mobile
        self.mobileMayBeTold = mobileMayBeTold
        self.mobileTakesCalls = mobileTakesCalls
        self.email = email
        self.deputies = deputies
        self.workDays = workDays
        self.lunch = lunch
        self.electedRole = electedRole
    }
}

/// A word for why somebody is away (`MØT`, `LUN`; facts §3.11), of `absence.toml`.
public struct AbsenceCodeEntry: Sendable, Equatable {
    public var code: String
    /// For colleagues.
    public var name: [Language: String]
    /// What a citizen is told.
    public var told: [Language: String]
    /// Calls are put through unless the entry says otherwise.
    public var phoneOpen: Bool
    public init(code: String, name: [Language: String], told: [Language: String], phoneOpen: Bool) {
        self.code = code
        self.name = name
        self.told = told
        self.phoneOpen = phoneOpen
    }
}

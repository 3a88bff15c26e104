import SkrankeDomain

/// One who works for or is elected in the municipality (reference data §6.4). Where he is just now is
/// not here: absences and follow-me are the desk's, not the file's.
public struct Person: Sendable, Equatable {
    public var id: AgentID
    public var givenName: String
    public var familyName: String
    public var title: String
    public var unit: UnitCode
    /// What he may do in Skranke; empty = he is only found, and has no access.
    public var roles: Set<StaffRole>
    public var topics: [TopicCode]
    /// The direct number.
    public var phone: String?
    public var mobile: String?
    /// What the telephone system calls him: extension, name or account. It tells who answered a call.
    public var phoneUser: String?
    /// The mobile number may be told to citizens.
    public var mobileMayBeTold: Bool
    /// Calls may be put through to the mobile.
    public var mobileTakesCalls: Bool
    public var email: String
    public var deputies: [AgentID]
    public var workDays: Set<Weekday>
    public var lunch: OpeningCalendar.Interval?
    public var languages: [Language]
    /// E.g. `ordfører`; nil = not elected.
    public var electedRole: String?
    /// Shown to citizens and in searches.
    public var isVisible: Bool

    public init(
        id: AgentID, givenName: String, familyName: String, title: String, unit: UnitCode,
        roles: Set<StaffRole> = [], topics: [TopicCode] = [], phone: String? = nil, mobile: String? = nil,
        phoneUser: String? = nil,
        mobileMayBeTold: Bool = false, mobileTakesCalls: Bool = false, email: String,
        deputies: [AgentID] = [],
        workDays: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday],
        lunch: OpeningCalendar.Interval? = nil, languages: [Language] = Language.allCases,
        electedRole: String? = nil, isVisible: Bool = true
    ) {
        self.id = id
        self.givenName = givenName
        self.familyName = familyName
        self.title = title
        self.unit = unit
        self.roles = roles
        self.topics = topics
        self.phone = phone
        self.mobile = mobile
        self.phoneUser = phoneUser
        self.mobileMayBeTold = mobileMayBeTold
        self.mobileTakesCalls = mobileTakesCalls
        self.email = email
        self.deputies = deputies
        self.workDays = workDays
        self.lunch = lunch
        self.languages = languages
        self.electedRole = electedRole
        self.isVisible = isVisible
    }

    public var name: String { givenName.isEmpty ? familyName : "\(givenName) \(familyName)" }
}

/// An operating system's account and the people who work under it (DESIGN §5).
public struct Account: Sendable, Equatable {
    public var name: String
    /// Whom the account may be; the first by default.
    public var people: [AgentID]
    /// Everyone enters by a forced SSH command that sets `SKRANKE_AGENT`: only then is it believed.
    public var isForced: Bool

    public init(name: String, people: [AgentID], isForced: Bool) {
        self.name = name
        self.people = people
        self.isForced = isForced
    }
}

/// The people of a municipality, in the order of its file.
public struct Directory: Sendable, Equatable {
    public let people: [Person]
    public let accounts: [Account]
    private let index: [AgentID: Int]

    public init(people: [Person], accounts: [Account]) {
        self.people = people
        self.accounts = accounts
        index = Dictionary(people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(id: AgentID) -> Person? { index[id].map { people[$0] } }

    public func account(_ name: String) -> Account? { accounts.first { $0.name == name } }
}

/// What a municipality has decided, as the core needs it: made from `Data/` by `SkrankeReference`,
/// an argument of every decision (laws 4 and 8).
public struct DeskPolicy: Sendable {
    /// The desk's opening hours; telephone, chat and counter keep the same (R47, R51).
    public var calendar: OpeningCalendar
    /// The municipality's own language, used where the citizen's is unknown.
    public var language: Language
    public var promises: PromisePolicy
    public var channels: ChannelPolicy
    public var services: [TopicCode: ServicePolicy]
    public var units: [UnitCode: UnitPolicy]
    /// Names of staff who may own inquiries.
    public var staff: [AgentID: StaffPolicy]
    public var texts: CitizenTexts
    /// Topics that exist; empty = any.
    public var topics: Set<TopicCode>
    /// nil where the desk has no mail server: then a letter is written by hand, outside.
    public var mail: MailPolicy?
    /// Why somebody may be away, in the order of the file; empty = no code is asked for.
    public var absences: [AbsencePolicy] = []
    /// The kiosk, the counters, and who can be booked.
    public var visits: VisitPolicy
    public var phone = PhonePolicy()
    /// Who works here, and why somebody may be away.
    public var directory = StaffDirectory()

    public init(
        calendar: OpeningCalendar, language: Language = .nb, promises: PromisePolicy = PromisePolicy(),
        channels: ChannelPolicy = ChannelPolicy(), services: [TopicCode: ServicePolicy] = [:],
        units: [UnitCode: UnitPolicy] = [:], staff: [AgentID: StaffPolicy] = [:], texts: CitizenTexts,
        topics: Set<TopicCode> = [], mail: MailPolicy? = nil, visits: VisitPolicy = VisitPolicy()
    ) {
        self.mail = mail
        self.calendar = calendar
        self.language = language
        self.promises = promises
        self.channels = channels
        self.services = services
        self.units = units
        self.staff = staff
        self.texts = texts
        self.topics = topics
        self.visits = visits
    }
}

/// The timed promises and how they are counted (K1-K8).
public struct PromisePolicy: Sendable, Equatable {
    /// K4: false = two working days, true = 48 hours by the clock.
    public var literal48Hours: Bool = false
    /// Working days for simple e-mail and left questions (K4).
    public var emailWorkingDays: Int = 2
    /// Calendar days for a meeting and for a complaint (K6).
    public var appointmentDays: Int = 8
    public var complaintDays: Int = 8
    /// K6: true = a day 8 that is no working day rolls forward instead of back.
    public var rollsForward: Bool = false
    /// Local goals, in seconds (model §5.8).
    public var chatFirstReplySeconds: Int64 = 60
    public var walkInWaitSeconds: Int64 = 300
    public var phoneAnswerSeconds: Int64 = 30
    /// Working days for a unit's answer where its agreement says nothing (model §5.7).
    public var unitWorkingDays: Int = 2
    /// Working days of a callback's default window.
    public var callbackWorkingDays: Int = 1
    /// Days after a question back to the citizen at which he is reminded, and at which the desk no longer
    /// waits and may close for want of a reply (model §5.2).
    public var reminderDays: Int64 = 14
    public var silenceDays: Int64 = 28
    public init() {}
}

public struct ChannelPolicy: Sendable, Equatable {
    /// How long text waits before the citizen has it: undo is real meanwhile (craft §4.4).
    public var grace: [Channel: Span] = [.chat: .zero, .email: .seconds(5)]
    public var parallelChats: Int = Limits.parallelChats
    /// Citizen's silence after which he is asked, and after which the chat ends (model §5.4).
    public var chatIdleMinutes: Int64 = 3
    public var chatTimeoutMinutes: Int64 = 10
    /// Minutes before closing at which agents are warned of chats that wait.
    public var closingWarningMinutes: Int64 = 10
    /// How much one agent may hold at once, over all channels.
    public var capacity = CapacityPolicy()
    /// After-work after a call, in seconds; it ends by itself (model §5.4).
    public var wrapUpSeconds: Int64 = 60
    /// Opening hours for which written work may lie untouched in somebody's hands (model §5.10).
    public var idleClaimHours: Int64 = 2
    public init() {}
    public func grace(_ channel: Channel) -> Span { grace[channel] ?? .zero }
}

/// A service: who owns it and when its answer comes (R12).
public struct ServicePolicy: Sendable, Equatable {
    public enum Target: Sendable, Equatable {
        case calendarDays(Int)
        case workingDays(Int)
    }
    public var unit: UnitCode
    /// The highest step of the stair that the desk itself may do (model §5.3).
    public var deskStep: Int
    public var target: Target?
    public var name: [Language: String]
    public init(unit: UnitCode, deskStep: Int, target: Target?, name: [Language: String]) {
        self.unit = unit
        self.deskStep = deskStep
        self.target = target
        self.name = name
    }
}

public struct UnitPolicy: Sendable, Equatable {
    public var name: [Language: String]
    public var leader: String
    /// Working days in which the unit answers the desk.
    public var responseWorkingDays: Int?
    public var isExternal: Bool
    public var phone: String?
    public var email: String?
    public init(
        name: [Language: String], leader: String, responseWorkingDays: Int? = nil, isExternal: Bool = false,
        phone: String? = nil, email: String? = nil
    ) {
        self.name = name
        self.leader = leader
        self.responseWorkingDays = responseWorkingDays
        self.isExternal = isExternal
        self.phone = phone
        self.email = email
    }
}

public struct StaffPolicy: Sendable, Equatable {
    public var name: String
    public var roles: Set<StaffRole>
    public var unit: UnitCode?
    /// What the telephone system calls him: extension, name or account; nil = he answers no calls.
    public var phoneUser: String?
    /// What he knows best; empty = the directory does not say.
    public var topics: Set<TopicCode>
    /// In which languages he answers; empty = all (model §5.10).
    public var languages: Set<Language> = []
    public init(
        name: String, roles: Set<StaffRole>, unit: UnitCode? = nil, phoneUser: String? = nil,
        topics: Set<TopicCode> = []
    ) {
        self.topics = topics
        self.phoneUser = phoneUser
        self.name = name
        self.roles = roles
        self.unit = unit
    }
}

/// A reason for being away, by its code (R129).
public struct AbsencePolicy: Sendable, Equatable {
    /// E.g. `LUN`.
    public var code: String
    public var name: [Language: String]
    public init(code: String, name: [Language: String]) {
        self.code = code
        self.name = name
    }
}

/// What the municipality says to citizens by itself, by key and language; `{name}` is a place to fill.
public struct CitizenTexts: Sendable, Equatable {
    public enum Key: String, CaseIterable, Sendable {
        /// Places: reference, topic, received, expected, phone, municipality.
        case receiptChat = "receipt.chat"
        case receiptEmail = "receipt.email"
        case receiptPhone = "receipt.phone"
        case receiptVisit = "receipt.visit"
        case receiptCallback = "receipt.callback"
        case receiptAppointment = "receipt.appointment"
        /// To be read out when a message was left for a colleague: places as above, person, after.
        case receiptStaffMessage = "receipt.staff-message"
        /// The question was kept: places as above.
        case leftClosed = "left.closed"
        case leftNobodyThere = "left.nobody-there"
        case leftClosingTime = "left.closing-time"
        /// On top of the page where citizens ask, open or closed.
        case chatGreeting = "chat.greeting"
        case chatIdle = "chat.idle"
        case chatEndedByAgent = "chat.ended-by-agent"
        case chatEndedByCitizen = "chat.ended-by-citizen"
        case chatTimedOut = "chat.timed-out"
        case agentLost = "chat.agent-lost"
        /// The desk has asked the citizen something and still waits for his reply.
        case citizenReminder = "chat.reminder"
        /// The question was the same as in another inquiry of his, in which its answer comes.
        case chatMerged = "chat.merged"
        case expectedDateChanged = "promise.changed"
        /// What a receipt says it is about, while nobody has set a topic.
        case topicUnknown = "topic.unknown"
        /// The order in which letters are answered: stands below every receipt by e-mail.
        case mailCategories = "mail.categories"
        /// To whom the order promises no date: why. Place: reference.
        case mailExplanation = "mail.explanation"
        /// On the kiosk: places phone and municipality.
        case kioskWelcome = "kiosk.welcome"
        /// What a visitor needs, in one or two words.
        case needWheelchair = "need.wheelchair"
        case needHearing = "need.hearing"
        case needSight = "need.sight"
        case needInterpreter = "need.interpreter"
        case needSeat = "need.seat"
        /// About a meeting: places when, host, place, reference.
        case appointmentBooked = "appointment.booked"
        case appointmentMoved = "appointment.moved"
        case appointmentCancelled = "appointment.cancelled"
        case appointmentReminder = "appointment.reminder"
    }
    public var texts: [Key: [Language: String]]
    public init(texts: [Key: [Language: String]]) { self.texts = texts }

    /// The text in `language`, else in bokmål, with its places filled. Values are inserted as they are:
    /// data is never read as a pattern.
    public func text(_ key: Key, _ language: Language, _ places: [String: String] = [:]) -> String {
        let template = texts[key]?[language] ?? texts[key]?[.nb] ?? ""
        var result = ""
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            let after = rest[rest.index(after: open)...]
            guard let close = after.firstIndex(of: "}"), let value = places[String(after[..<close])] else {
                result += "{"
                rest = after
                continue
            }
            result += value
            rest = after[after.index(after: close)...]
        }
        return result + rest
    }
}

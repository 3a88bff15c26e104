import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// All that the console knows: a value. Frames derive from it alone, actions change it alone.
public struct AppState: Sendable {
    // Who and where
    public internal(set) var agent: AgentID
    public internal(set) var caller: Caller
    public internal(set) var policy: DeskPolicy
    public internal(set) var names: DeskNames
    public internal(set) var language: Language
    public internal(set) var settings: ConsoleSettings

    // Time and size, as the last tick and resize told
    public internal(set) var now: Moment
    public internal(set) var uptime: Uptime = 0
    public internal(set) var size: Size

    // The desk
    public internal(set) var board: QueueBoard
    public internal(set) var lists: [QueueList]
    /// Rows are still streaming in behind the first frame.
    public internal(set) var isLoading = true
    public internal(set) var sessions: [SessionRow] = []
    public internal(set) var presence: Presence = .available
    /// What every agent does and which queues he serves, by the journal.
    public internal(set) var agents: [AgentID: AgentState] = [:]
    public internal(set) var pile = PileState()
    public internal(set) var gateway: GatewayStatus = .unknown
    /// The store's last fault; nil while it answers.
    public internal(set) var fault: StoreFault?
    var signs: [Sign] = []
    /// Inquiries that were this agent's a moment ago, with the version that he knew: who has them now?
    var lost: [InquiryID: Int] = [:]
    /// Inquiries that became this agent's by somebody else's hand: by whose, and with which note?
    var gained: [InquiryID: Int] = [:]

    /// Who is away, by person; handed in about once a second.
    public internal(set) var absences: [AgentID: AbsenceRow] = [:]
    /// The call that this agent's telephone opened, while it lasts and for the minute after.
    public internal(set) var call: CallInHand?

    /// The caller whom this agent has just answered: how often his number was here before is being asked.
    var answeredCaller: InquiryHead?

    // What is open
    public internal(set) var tabs: [OpenInquiry] = []
    public internal(set) var current: InquiryID?
    public internal(set) var drafts = DraftBox()

    // The hand
    public internal(set) var screen: ConsoleScreen = .desk
    public internal(set) var focus: Focus = .queue(.chat)
    /// The queue pane that was last in focus: the one that is unfolded at 80x24.
    public internal(set) var lastQueue: QueuePane = .chat
    public internal(set) var isZoomed = false
    public internal(set) var overlay: Overlay?
    public internal(set) var prompt: Prompt?
    public internal(set) var overview = OverviewState()
    var lastKeyAt: Uptime = -10_000
    /// When the view last changed by itself.
    var surprisedAt: Uptime = -10_000
    /// Until when what is typed was meant for a field that did not open: it does nothing.
    var deafUntil: Uptime = -10_000

    // Telling
    public internal(set) var flash: Flash?
    public internal(set) var flashes: [Flash] = []
    var pending: [Correlation: Pending] = [:]
    var nextCorrelation = 1
    var undo: [UndoStep] = []
    var memory = Memory()
    var promptHistory = PromptHistory()
    public internal(set) var debug = DebugFigures()

    public init(
        caller: Caller, agent: AgentID, policy: DeskPolicy, names: DeskNames, language: Language? = nil,
        settings: ConsoleSettings = ConsoleSettings(), now: Moment, size: Size
    ) {
        self.caller = caller
        self.agent = agent
        self.policy = policy
        self.names = names
        self.language = language ?? policy.language
        self.settings = settings
        self.now = now
        self.size = ScreenLimits.usable(size)
        board = QueueBoard(me: agent)
        lists = Array(repeating: QueueList(), count: QueuePane.allCases.count)
        Settle.apply(&self)
    }

    public var texts: Texts { Texts(language) }
    public var zone: TimeZoneRules { policy.calendar.zone }

    /// Commands on their way to the store, e.g. "3 venter på lagring".
    public var pendingCount: Int { pending.count }

    /// When the console next needs a tick, on the uptime clock, beside the one a second that moves the
    /// clocks; nil where nothing is due: a draft, a flash's end, a list that waits for the hand.
    public var nextWake: Uptime? {
        var times: [Uptime] = []
        if let due = drafts.nextDue { times.append(due) }
        if let flash, flash.kind == .info { times.append(flash.since + Flash.length) }
        for list in lists where list.isStale {
            times.append(min(lastKeyAt + HandTiming.listsRest, list.staleSince + HandTiming.listsLimit))
        }
        if let sign = signs.map(\.until).min() { times.append(sign) }
        return times.min()
    }

    public func list(_ pane: QueuePane) -> QueueList { lists[pane.rawValue - 1] }

    public var currentTab: OpenInquiry? { current.flatMap { id in tabs.first { $0.id == id } } }

    /// May see citizens' data at all (law 5).
    public var mayRead: Bool { Gate.mayReadInquiries(caller) }
}

/// Names a command on its way: made by the reducer, comes back with the answer.
public struct Correlation: Hashable, Sendable {
    public let value: Int
    init(_ value: Int) { self.value = value }
}

/// What a command on its way was for.
struct Pending: Sendable {
    var intents: [Intent]
    var inquiry: InquiryID?
    var draft: DraftKey?
    /// Shown when it is done.
    var done: Done?
    var undo: UndoStep?
    /// The form that it came from, given back where it was refused.
    var form: Form?
    /// A line of a live chat, after which the agent writes on.
    var isConversation = false

    enum Done: Sendable {
        case claimed, released, sent, held, noted, receipt, transferred, returned
        case moved(Channel)
        case closed
        case attempted(AttemptResult)
        case gaveUp, called, started, finished, left, booked, rescheduled, cancelled
        case arrived, heldMeeting, noShow, registered, withdrawn
        case presence(Presence)
        case undone, reopened, voided
        /// Done since, and not to be taken back: `u` does not reach behind it.
        case final
        case erased, answered, endedChat, topic, tookOver, contact, promised
        /// Into the one of that number.
        case merged(String)
        /// So many to a colleague, or to the queue.
        case handedOver(Int, AgentID?)
        case assigned(AgentID)
        case movedAgent(AgentID, [QueuePane])
        case split, replyNoted, clearanceAsked, cleared, clearanceRefused
        /// A visitor parked, served further, handed over.
        case visit(MeetingAction)
        /// A message to that colleague.
        case staffMessage(String)
        /// Of that colleague; nil: back again.
        case absence(String, String?)
    }
}

/// How to take back what was done: submitted by `u`.
struct UndoStep: Sendable {
    var intents: [Intent]
    var label: Pending.Done
    var inquiry: InquiryID?
}

/// A fleeting sign from elsewhere (law 1).
struct Sign: Sendable {
    var ephemeral: Ephemeral
    var until: Uptime
}

/// What the agent chose last time, offered first next time.
struct Memory: Sendable {
    var registered: Channel = .phone
    /// The registration that was left half-way, with every field.
    var unfinished: Form?
    var closingWarned: CivilDate?
    var typingSentAt: Uptime = -10_000
    var figuresAskedAt: Uptime = -1_000_000
    var brokenBell: Int = 0
    /// Letters near their date that the bell has told of.
    var nearBell: Int = 0
    /// The first screen is chosen once, before any key.
    var hasChosenFirstScreen = false
    /// The counter at which this agent sits, as the display calls it.
    var counter: String?
}

/// What F12 shows; filled by whoever runs the console.
public struct DebugFigures: Equatable, Sendable {
    public var journalHead: Int64 = 0
    public var cursor: Int64 = 0
    public var framesPerSecond = 0
    public var bytesPerFrame = 0
    public var store = ""
    public var terminal = ""
    var effects = 0
    var lastEffect = ""
    public init() {}
}

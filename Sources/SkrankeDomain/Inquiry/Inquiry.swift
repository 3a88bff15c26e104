/// The case in the citizen's head (henvendelse): the aggregate that every command about it decides on.
///
/// A fold of the events of its stream (`Evolve`); never written by anything else. Texts and names are
/// not here but in `content` and `contact` (law 10): the aggregate names their rows.
public struct Inquiry: Equatable, Sendable {
    public let id: InquiryID
    public var reference: PublicReference
    public var receivedAt: Moment
    public var firstChannel: Channel
    public var channel: Channel
    public var language: Language
    public var contact: ContactID?
    public var contactType: ContactType
    public var topic: TopicCode?
    public var kind: ErrandKind = .simple
    /// The row of `content` that holds the first words: what a list shows as "gjelder".
    public var subject: ContentID?
    public var state: InquiryState = .received
    public var owner: AgentID?
    public var claimedAt: Moment?
    public var unit: UnitCode?
    /// 1 desk, 2 unit, 3 leader or expert (K19).
    public var line: Int = 1
    /// Highest line that it ever reached: the 90 % counts what never left the desk (R84, K9).
    public var highestLine: Int = 1
    /// Events in the stream so far.
    public var version: Int = 0
    /// The version at which the owner or what the citizen can see last changed (law 3, `movedSince`).
    public var visibleVersion: Int = 0
    public var interactions: [Interaction] = []
    public var messages: [Message] = []
    public var receipts: [Receipt] = []
    public var deadlines: [Deadline] = []
    public var answeredAt: Moment?
    public var closing: Closing?
    public var voided: VoidReason?
    /// Other inquiries that this one was merged or split with, in the order in which it happened.
    public var links: [InquiryLink] = []
    /// Whether others must agree to the answer, and do; nil where nobody asked.
    public var clearance: Clearance?
    /// What is known of its e-mails beside their texts.
    public var mail = MailThread()
    /// Since when its owner has left it alone, once that was too long (model §5.10).
    public var idleSince: Moment?
    /// When the final answer was promised for the first time (G4).
    public var firstPromisedAt: Moment? { receipts.first?.expectedAt }
    /// Its words and its citizen were forgotten: nothing that comes late stores them again (law 10).
    public var isErased = false

    public init(
        id: InquiryID, reference: PublicReference, receivedAt: Moment, channel: Channel, language: Language,
        contact: ContactID?, contactType: ContactType, topic: TopicCode?, subject: ContentID?
    ) {
        self.id = id
        self.reference = reference
        self.receivedAt = receivedAt
        firstChannel = channel
        self.channel = channel
        self.language = language
        self.contact = contact
        self.contactType = contactType
        self.topic = topic
        self.subject = subject
    }
}

/// The common life cycle (model §5.2).
public enum InquiryState: String, CaseIterable, Sendable, Codable {
    case received
    case inProgress = "in-progress"
    case awaitingCitizen = "awaiting-citizen"
    case withUnit = "with-unit"
    case scheduled
    case answered
    case closed
    case voided

    /// Still somebody's work.
    public var isOpen: Bool { self != .closed && self != .voided }
}

/// How an inquiry ended; kept when it is reopened (model §5.2).
public struct Closing: Equatable, Sendable, Codable {
    public var at: Moment
    public var by: AgentID?
    public var result: ClosingResult
    public var archive: ArchiveDecision?
    public var phoneOutcome: PhoneOutcome?
    /// The body that the citizen was referred to, whose contact data he was given (R91).
    public var referredTo: UnitCode?
    public var reason: ContentID?

    public init(
        at: Moment, by: AgentID?, result: ClosingResult, archive: ArchiveDecision? = nil,
        phoneOutcome: PhoneOutcome? = nil, referredTo: UnitCode? = nil, reason: ContentID? = nil
    ) {
        self.at = at
        self.by = by
        self.result = result
        self.archive = archive
        self.phoneOutcome = phoneOutcome
        self.referredTo = referredTo
        self.reason = reason
    }
}

extension Inquiry {
    /// The contact that is under way, or the latest that was.
    public var interaction: Interaction? { interactions.last }

    /// The interaction in `channel` that has not ended.
    public func open(_ channel: Channel) -> Interaction? {
        interactions.last { $0.channel == channel && !$0.state.hasEnded }
    }

    /// Text that waits for its grace to pass, not yet seen by the citizen.
    public var heldMessages: [Message] { messages.filter { $0.isHeld } }

    /// When the citizen was last told that the final answer comes, if he was.
    public var promisedAt: Moment? { receipts.last?.expectedAt }

    /// A receipt was given, or the answer came at once and is the receipt (R50, K18).
    public var isReceipted: Bool { !receipts.isEmpty || answeredAt != nil }

    public func deadline(_ kind: DeadlineKind) -> Deadline? { deadlines.last { $0.kind == kind } }

    /// The promise that presses most: a broken one that is still to be made good, else the running one that
    /// comes first.
    public var nextDeadline: Deadline? {
        deadlines.filter { $0.state == .running || ($0.state == .missed && $0.settledAt == nil) }
            .min { $0.due < $1.due }
    }
}

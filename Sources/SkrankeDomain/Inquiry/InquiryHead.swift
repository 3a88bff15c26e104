/// What lists, urgency, `n` and guards need of an inquiry: one row of columns, nothing to decode.
///
/// Derived from the aggregate by `InquiryHead.init(_:texts:)` in the transaction that changed it;
/// `journal verify` proves that the stored rows say what a refold says.
public struct InquiryHead: Equatable, Sendable, Identifiable {
    public var id: InquiryID
    public var reference: PublicReference
    public var channel: Channel
    public var state: InquiryState
    public var contactState: InteractionState?
    public var owner: AgentID?
    public var topic: TopicCode?
    public var contact: ContactID?
    public var language: Language
    public var receivedAt: Moment
    /// Since when the citizen waits for us: his last word that nobody answered.
    public var waitingSince: Moment?
    /// The running deadline that comes first.
    public var due: Moment?
    public var dueKind: DeadlineKind?
    /// When that deadline started: with `due` it tells what is "snart".
    public var dueStart: Moment?
    /// When the citizen was told that the final answer comes.
    public var promisedAt: Moment?
    public var isReceipted: Bool
    public var isAnswered: Bool
    public var isOverdue: Bool
    public var hasHeldText: Bool
    /// Citizen's messages since the agent's last.
    public var unread: Int
    public var line: Int
    public var unit: UnitCode?
    /// Ticket of a visit.
    public var ticket: Int?
    /// Start of an appointment's slot or a callback's window; after an attempt, when to try again.
    public var scheduledAt: Moment?
    public var attempts: Int
    public var version: Int
    public var visibleVersion: Int
    public var closedAt: Moment?
    /// Whether others must agree to its answer; nil where nobody asked.
    public var clearance: Clearance.State?
    /// Since when its owner has left it alone, once that was too long.
    public var idleSince: Moment?
    /// Copies of erasable text (law 10): the citizen's name and the first words.
    public var name: String?
    public var subject: String?

    public init(_ inquiry: Inquiry, name: String?, subject: String?) {
        id = inquiry.id
        reference = inquiry.reference
        channel = inquiry.channel
        state = inquiry.state
        contactState = inquiry.interaction?.state
        owner = inquiry.owner
        topic = inquiry.topic
        contact = inquiry.contact
        language = inquiry.language
        receivedAt = inquiry.receivedAt
        let next = inquiry.nextDeadline
        due = next?.due
        dueKind = next?.kind
        dueStart = next?.start
        promisedAt = inquiry.promisedAt
        isReceipted = inquiry.isReceipted
        isAnswered = inquiry.answeredAt != nil
        isOverdue = inquiry.deadlines.contains { $0.state == .missed && $0.settledAt == nil }
        hasHeldText = inquiry.messages.contains { $0.isHeld }
        line = inquiry.line
        unit = inquiry.unit
        ticket = inquiry.interaction?.visit?.ticket
        scheduledAt =
            inquiry.interaction?.appointment?.from
            ?? inquiry.interaction?.callback.map { $0.nextAt ?? $0.from }
        attempts = inquiry.interaction?.callback?.attempts.count ?? 0
        version = inquiry.version
        visibleVersion = inquiry.visibleVersion
        closedAt = inquiry.closing?.at
        clearance = inquiry.clearance?.state
        idleSince = inquiry.idleSince
        self.name = name
        self.subject = subject
        (unread, waitingSince) = InquiryHead.unanswered(in: inquiry)
    }

    /// The citizen's words after our last, and when the first of them came.
    private static func unanswered(in inquiry: Inquiry) -> (Int, Moment?) {
        guard inquiry.state.isOpen, inquiry.state != .answered else { return (0, nil) }
        var count = 0
        var since: Moment?
        for message in inquiry.messages.reversed() {
            switch message.author {
            // What his machine wrote by itself waits for nobody.
            case .citizen where message.delivery == .internalOnly: continue
            case .citizen:
                count += 1
                since = message.at
            case .agent where message.delivery != .withdrawn: return (count, since)
            default: continue
            }
        }
        return (count, since ?? inquiry.receivedAt)
    }
}

extension InquiryHead {
    /// A caller waits at the telephone at this moment. Calls registered by hand begin with their answer.
    public var isRinging: Bool { channel == .phone && contactState == .waiting && state.isOpen }
}

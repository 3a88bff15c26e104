/// What `Decide` wants written: events and all that stands or falls with them in one transaction.
public struct Decision: Sendable {
    public struct StreamEvent: Equatable, Sendable {
        public var stream: StreamID
        public var event: Event
    }
    public var events: [StreamEvent] = []
    public var contents: [Content] = []
    public var contacts: [Contact] = []
    public var timers: [TimerChange] = []
    /// Keys that the stream takes, and keys that it lets go.
    public var reserves: [UniqueKey] = []
    public var frees: [UniqueKey] = []
    public var usedCounters: Set<Counter> = []
    /// Live claims that begin or end here.
    public var leases: [LeaseChange] = []
    /// The writer's draft goes with the text that was sent.
    public var deletesDraft: Bool = false
    /// Text rows and contact to erase, with all copies (law 10).
    public var erases: [Erasure] = []
    public var outbox: [OutboxChange] = []
    /// Received bytes whose words are an inquiry's from now on.
    public var originals: [OriginalSettlement] = []
    /// The words of an absence: they live as long as it, in its row, and no longer (law 10).
    public var absenceTexts: [ContentID: String] = [:]
    public var answer = CommandAnswer()

    public init() {}

    /// Adds what another stream's part of the same command wants written.
    mutating func add(_ other: Decision) {
        events += other.events
        contents += other.contents
        contacts += other.contacts
        timers += other.timers
        reserves += other.reserves
        frees += other.frees
        usedCounters.formUnion(other.usedCounters)
        leases += other.leases
        erases += other.erases
        outbox += other.outbox
        originals += other.originals
        absenceTexts.merge(other.absenceTexts) { first, _ in first }
    }
}

public enum TimerChange: Equatable, Sendable {
    case set(InquiryID, TimerKind, due: Moment)
    case cancel(InquiryID, TimerKind)
}

public enum LeaseChange: Equatable, Sendable {
    case take(InquiryID, AgentID)
    case drop(InquiryID)
}

/// A row of the outbox: text on its way to a citizen.
public enum OutboxChange: Equatable, Sendable {
    case hold(MessageID, InquiryID, Channel, until: Moment)
    case ready(MessageID)
    case withdraw(MessageID)
    /// A letter that may leave at once; also one that is sent again.
    case enqueue(MessageID, InquiryID)
    /// What came of it.
    case settle(MessageID, OutboxEnd)
}

/// How a letter's row of the outbox ends.
public enum OutboxEnd: String, Sendable { case sent, refused, unknown }

public struct Erasure: Equatable, Sendable {
    public var inquiry: InquiryID
    public var contents: [ContentID]
    public var contact: ContactID?
}

/// What the caller is told when it was done; kept under the idempotency key for repetitions.
public struct CommandAnswer: Equatable, Sendable, Codable {
    public var inquiry: InquiryID?
    public var reference: PublicReference?
    public var state: InteractionState?
    public var inquiryState: InquiryState?
    public var message: MessageID?
    /// The version at which the caller's own words stand in the stream: their place in a citizen's stream
    /// of events (DESIGN §5). Nil for a command that writes none.
    public var messageVersion: Int?
    /// The stream's version after the command.
    public var version: Int?
    public var expectedAt: Moment?
    public var ticket: Int?
    /// Why a letter got no receipt though a human being wrote it.
    public var withheld: ReceiptWithheld?
    public init() {}
}

/// The state that a decision is about.
public struct Loaded: Sendable {
    public var inquiry: Inquiry?
    /// The other inquiries that the decision looks at or writes to, as `Intent.others(of:)` names them.
    public var others: [InquiryID: Inquiry]
    /// Whether an e-mail address of its citizen is known. Read where `Intent.mayWrite` says so.
    public var hasEmailAddress = false
    public init(inquiry: Inquiry? = nil, others: [InquiryID: Inquiry] = [:]) {
        self.inquiry = inquiry
        self.others = others
    }

    /// Reads what `intent` is decided on; every store does it this way, inside its transaction.
    public init<Fault: Error>(
        for intent: Intent, read: (InquiryID) throws(Fault) -> Inquiry?
    ) throws(Fault) {
        self.init()
        guard let id = intent.inquiry else { return }
        inquiry = try read(id)
        var next: [InquiryID]
        if let inquiry {
            next = intent.others(of: inquiry)
        } else if case .callReported(_, let event) = intent {
            // A call that begins may go on from another.
            next = [event.origin].compactMap { $0 }
        } else {
            return
        }
        var asked: Set<InquiryID> = [id]
        while let other = next.popLast(), others.count < Limits.linksPerInquiry {
            guard asked.insert(other).inserted, let found = try read(other) else { continue }
            others[other] = found
            if intent.followsLinks { next += intent.others(of: found) }
        }
    }
}

extension Intent {
    /// The other inquiries that a decision about `inquiry` needs.
    func others(of inquiry: Inquiry) -> [InquiryID] {
        switch self {
        case .merge(_, let target): [target]
        case .callReported(_, let event): [event.origin].compactMap { $0 }
        case .split(_, let new, _, _): [new]
        case .citizenWrites: inquiry.mergedInto.map { [$0.other] } ?? []
        case .eraseContent: inquiry.links.filter(\.kind.sharesWords).map(\.other)
        default: []
        }
    }

    /// Goes on from link to link: to where a chain of duplicates ends, or to all that must be forgotten.
    var followsLinks: Bool {
        switch self {
        case .citizenWrites, .eraseContent: true
        default: false
        }
    }
}

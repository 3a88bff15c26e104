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
    public var erases: Erasure?
    public var outbox: [OutboxChange] = []
    public var answer = CommandAnswer()

    public init() {}
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
}

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
    public init() {}
}

/// The state that a decision is about.
public struct Loaded: Sendable {
    public var inquiry: Inquiry?
    public init(inquiry: Inquiry? = nil) { self.inquiry = inquiry }
}

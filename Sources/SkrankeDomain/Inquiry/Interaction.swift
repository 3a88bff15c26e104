/// One contact episode in one channel (kontakt). A channel move adds one; it never makes a new inquiry.
public struct Interaction: Equatable, Sendable {
    public let id: InteractionID
    public let channel: Channel
    public var state: InteractionState
    public let startedAt: Moment
    public var answeredAt: Moment?
    public var endedAt: Moment?
    public var agent: AgentID?
    public var callback: Callback?
    public var visit: Visit?
    public var appointment: Appointment?
    public var endedBy: EndedBy?
    /// What the telephone system told; nil for a call that was registered by hand.
    public var call: Call?
    /// How it ended for the caller, where that followed from what was done (R126).
    public var outcome: PhoneOutcome?

    public init(id: InteractionID, channel: Channel, state: InteractionState, startedAt: Moment) {
        self.id = id
        self.channel = channel
        self.state = state
        self.startedAt = startedAt
    }
}

/// Where a contact stands, over all channels (model §5.4). Which states a channel knows is
/// `InteractionState.states(of:)`.
public enum InteractionState: String, CaseIterable, Sendable, Codable {
    /// Chat and visit: in the queue. Callback: asked for.
    case waiting
    /// Chat: the question was kept because the desk is closed or nobody is there.
    case left
    /// Chat: agent and citizen talk. Call: connected. Visit: at the desk.
    case active
    /// Chat: the citizen has been silent for three minutes.
    case citizenIdle = "citizen-idle"
    /// Visit: the ticket was called.
    case called
    /// Visit: the visitor fills in a form and comes back to the same agent.
    case parked
    /// Callback: somebody is on it.
    case dialling
    /// Appointment: agreed.
    case booked
    /// Appointment: the visitor is here.
    case arrived
    /// Call: over for the caller; whoever answered writes up what was said (etterarbeid).
    case wrapUp = "wrap-up"
    /// The contact is over and did what it was for.
    case done
    /// Chat: over, by agent, citizen or time. Call: over.
    case ended
    /// Callback: three attempts and a message.
    case givenUp = "given-up"
    /// Visit: the citizen went away. Appointment: did not come.
    case noShow = "no-show"
    case cancelled
    /// Call: the caller left before anybody answered.
    case abandoned
    /// The inquiry went on in another channel.
    case moved

    public var hasEnded: Bool {
        switch self {
        case .wrapUp, .done, .ended, .givenUp, .noShow, .cancelled, .abandoned, .moved: true
        default: false
        }
    }

    /// A live contact, in which a human being waits at the other end at this moment.
    public var isLive: Bool {
        switch self {
        case .waiting, .active, .citizenIdle, .called, .dialling, .arrived: true
        default: false
        }
    }
}

/// Who ended a live contact.
public enum EndedBy: String, Sendable, Codable {
    case agent, citizen, timeout
    case closingTime = "closing-time"
}

/// A promise to ring (tilbakeringing).
public struct Callback: Equatable, Sendable, Codable {
    /// The window within which we ring; its end is the promise.
    public var from: Moment
    public var until: Moment
    public var attempts: [Attempt] = []
    /// When it is worth while to try again; nil before the first attempt.
    public var nextAt: Moment?

    public struct Attempt: Equatable, Sendable, Codable {
        public var at: Moment
        public var by: AgentID
        public var result: AttemptResult
        public init(at: Moment, by: AgentID, result: AttemptResult) {
            self.at = at
            self.by = by
            self.result = result
        }
    }
    public init(from: Moment, until: Moment) {
        self.from = from
        self.until = until
    }
}

public enum AttemptResult: String, CaseIterable, Sendable, Codable {
    case reached
    case noAnswer = "no-answer"
    case busy
    case messageLeft = "message-left"
}

/// A visitor at the counter (oppmøte) with the day's ticket.
public struct Visit: Equatable, Sendable, Codable {
    public var ticket: Int
    public var calledTimes: Int = 0
    public var counter: String?
    /// When the ticket was called for the first time.
    public var calledAt: Moment?
    /// He was sent to fill in a form at least once.
    public var wasParked: Bool = false
    /// Further services in the same visit, in the order in which they were taken up.
    public var services: [TopicCode] = []
    /// The colleague for whom he waits, where he was handed over.
    public var host: AgentID?
    public init(ticket: Int) { self.ticket = ticket }
}

/// An agreed meeting (avtale) with a host.
public struct Appointment: Hashable, Sendable, Codable {
    public var host: String
    public var from: Moment
    public var until: Moment
    /// When its citizen was reminded of it.
    public var remindedAt: Moment?
    public init(host: String, from: Moment, until: Moment) {
        self.host = host
        self.from = from
        self.until = until
    }
}

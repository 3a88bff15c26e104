/// The way from an inquiry to another that it was merged or split with; kept in both (model §5.2).
public struct InquiryLink: Equatable, Sendable {
    public enum Kind: Sendable, Equatable {
        /// This is the duplicate; the other goes on.
        case mergedInto
        /// The other was a duplicate of this.
        case duplicate
        /// This began as a second question in the other.
        case splitFrom
        /// The other began as a second question in this.
        case splitOff
        /// This letter names the other, whose participant its sender is not: perhaps it belongs there.
        case suggested
        /// This goes on from the other, which could take no more words.
        case follows
        /// The same caller's call goes on there.
        case continuedIn
        /// This call goes on from there.
        case continuedFrom
    }
    public let kind: Kind
    public let other: InquiryID
    public let reference: PublicReference
    public let at: Moment
    public init(kind: Kind, other: InquiryID, reference: PublicReference, at: Moment) {
        self.kind = kind
        self.other = other
        self.reference = reference
        self.at = at
    }
}

/// Where an answer stands that others must agree to (samordning, model §5.5).
public struct Clearance: Equatable, Sendable {
    public enum State: String, CaseIterable, Sendable, Codable {
        case requested, cleared, refused
    }
    public var state: State
    public var by: AgentID
    public var at: Moment
    /// Why it was asked for, or refused.
    public var reason: ContentID?
    public init(state: State, by: AgentID, at: Moment, reason: ContentID? = nil) {
        self.state = state
        self.by = by
        self.at = at
        self.reason = reason
    }
    /// No answer may leave yet.
    public var isHolding: Bool { state != .cleared }
}

extension InquiryLink.Kind {
    /// Both hold the same person's same words, so that one is not forgotten without the other.
    var sharesWords: Bool { self != .suggested && self != .follows }
}

extension Inquiry {
    /// The inquiry that this one was merged into, as long as nobody has written in this one again.
    public var mergedInto: InquiryLink? {
        guard state == .voided else { return nil }
        return links.last { $0.kind == .mergedInto }
    }

    /// A human being is at the other end at this moment: in the queue, on the line, at the counter.
    public var isInLiveContact: Bool {
        guard let contact = interaction else { return false }
        switch contact.channel {
        case .chat, .mia: return [.waiting, .active, .citizenIdle].contains(contact.state) && !isKeptQuestion
        case .phone, .media: return contact.state == .active
        case .callback: return contact.state == .dialling || contact.state == .active
        case .visit: return [.waiting, .called, .active].contains(contact.state)
        case .appointment: return contact.state == .arrived
        case .email, .letter, .sms, .social: return false
        }
    }

    /// A chat's question that was kept for later and is answered like a letter.
    private var isKeptQuestion: Bool {
        guard let promise = deadline(.emailAnswer) else { return false }
        return promise.settledAt == nil && interaction?.state != .waiting
    }

    /// What it promises as a whole: the date that the citizen was told, or an earlier deadline, whether it
    /// runs, stands still or is broken; nil where an answer was given or nothing was promised.
    var openPromise: Deadline? {
        if answeredAt != nil { return nil }
        let open = deadlines.filter {
            $0.kind.promisesAnswer && $0.settledAt == nil && $0.state != .cancelled
        }
        let first = open.min { $0.due < $1.due }
        guard let told = promisedAt, told < first?.due ?? told + .days(1) else { return first }
        return Deadline(kind: .sameDay, start: min(receivedAt, told), due: told)
    }
}

extension Deadline {
    /// Runs towards an answer, or was broken and is still to be made good.
    var pressesForAnswer: Bool {
        kind.promisesAnswer && settledAt == nil && (state == .running || state == .missed)
    }
}

extension DeadlineKind {
    /// The citizen waits for words of ours by then.
    var promisesAnswer: Bool {
        switch self {
        case .emailAnswer, .expectedFinal, .sameDay, .legalMonth, .complaint, .callback, .appointment,
            .inherited:
            true
        case .phoneAnswer, .receipt, .walkInWait, .chatFirstReply, .unitResponse, .gapTriage, .accessRequest:
            false
        }
    }
}

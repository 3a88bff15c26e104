/// A call that the telephone system told about: the facts of one, whatever order they came in (model §5.4).
///
/// A set of facts, not a sequence: what a fact says does not hang on which came first, so disorder and
/// repetition change no count.
public struct Call: Equatable, Sendable {
    /// When it was offered; nil where no `newCall` came, and then its wait is not known.
    public private(set) var offeredAt: Moment?
    public private(set) var answeredAt: Moment?
    public private(set) var endedAt: Moment?
    public private(set) var cause: CallCause?
    /// The desk was open when we first heard of it; else it is in no denominator (scenario 4).
    public private(set) var isInHours = true
    /// Within how long it was to be answered, as the desk had decided then.
    public private(set) var goal = CallFigures.goal
    /// The inquiry of the call that it goes on from.
    public private(set) var origin: InquiryID?
    /// Since when its caller waits, where he was put through to it before anybody had answered.
    public private(set) var waitingSince: Moment?
    /// Another call goes on from it.
    public private(set) var isContinued = false
    /// Until when at the latest whoever answered writes up; nil where the call left no such work.
    public private(set) var wrapUpUntil: Moment?
    public private(set) var wrapUpEndedAt: Moment?

    public init() {}

    mutating func inherit(waitingSince: Moment?) { self.waitingSince = self.waitingSince ?? waitingSince }
    mutating func goOn() { isContinued = true }
    mutating func wrapUp(until: Moment) { wrapUpUntil = wrapUpUntil ?? until }
    mutating func endWrapUp(at: Moment) { wrapUpEndedAt = wrapUpEndedAt ?? at }

    /// Time spent on it after the caller was gone; nil while that goes on and where there was none.
    public var afterWork: Span? {
        guard let endedAt, let wrapUpEndedAt, let wrapUpUntil else { return nil }
        return max(.zero, min(wrapUpEndedAt, wrapUpUntil) - endedAt)
    }

    /// How a call stands or ended.
    public enum Outcome: Equatable, Sendable {
        case waiting, talking, answered, abandoned
        /// Put through before anybody here answered.
        case forwarded
    }

    public var outcome: Outcome {
        if answeredAt != nil { return endedAt == nil ? .talking : .answered }
        if endedAt == nil { return .waiting }
        return cause == .forwarded || isContinued ? .forwarded : .abandoned
    }

    /// Time without a human voice, until `now` at the latest; nil where we never heard it begin. A fact that
    /// came before the one that it follows waited nothing.
    public func wait(at now: Moment) -> Span? {
        guard let begin = waitingSince ?? offeredAt else { return nil }
        return max(.zero, (answeredAt ?? endedAt ?? now) - begin)
    }

    /// It is over for so long that its number may belong to another call.
    public func isLongOver(at now: Moment) -> Bool {
        endedAt.map { $0 + .seconds(Limits.callNumberSeconds) < now } ?? false
    }

    /// Takes a fact; of two that say the same the first holds. Events about other things change nothing.
    public mutating func apply(_ event: Event, at: Moment) {
        switch event {
        case .callReported(_, let isInHours, let goal):
            self.isInHours = isInHours
            self.goal = goal
        case .callOffered(_, let from):
            offeredAt = offeredAt ?? at
            origin = origin ?? from
        case .callAnswered: answeredAt = answeredAt ?? at
        case .callEnded(_, let why):
            guard endedAt == nil else { return }
            endedAt = at
            cause = why
        default: break
        }
    }
}

/// The calls of one or of many streams, out of their events (law 3: the same fold for every engine).
public struct CallFold: Sendable {
    public private(set) var calls: [InteractionID: Call] = [:]
    /// The reported contact of each stream.
    private var contacts: [InquiryID: InteractionID] = [:]
    public init() {}

    /// Contacts that no telephone system reported, registered by hand, are none of these.
    public mutating func apply(_ event: Event, at: Moment, of inquiry: InquiryID?) {
        if case .callContinued(_, _, let from, _, let since) = event, let inquiry, let id = contacts[inquiry] {
            if from == inquiry { calls[id]?.goOn() } else { calls[id]?.inherit(waitingSince: since) }
        }
        guard let id = event.callContact else { return }
        if case .callReported = event, calls[id] == nil {
            calls[id] = Call()
            if let inquiry { contacts[inquiry] = id }
        }
        calls[id]?.apply(event, at: at)
    }
}

extension Event {
    /// The contact of an event that is a fact about a call.
    public var callContact: InteractionID? {
        switch self {
        case .callReported(let id, _, _), .callOffered(let id, _), .callAnswered(let id, _),
            .callEnded(let id, _):
            id
        default: nil
        }
    }
}

/// A visit of the day, as far as waiting hangs on it.
public struct VisitRecord: Equatable, Sendable {
    public var inquiry: InquiryID
    public var ticket: Int
    public var arrivedAt: Moment
    /// First call of the ticket, or the start where nobody called.
    public var calledAt: Moment?
    public var endedAt: Moment?
    public var agent: AgentID?
    public var state: InteractionState
    /// He was sent to fill in a form, so the time between says nothing about handling.
    public var wasParked: Bool

    /// Nil where the inquiry has seen no visit.
    public init?(_ inquiry: Inquiry) {
        guard let contact = inquiry.interactions.last(where: { $0.visit != nil }), let visit = contact.visit
        else { return nil }
        self.inquiry = inquiry.id
        ticket = visit.ticket
        arrivedAt = contact.startedAt
        calledAt = visit.calledAt ?? contact.answeredAt
        endedAt = contact.endedAt
        agent = contact.agent
        state = contact.state
        wasParked = visit.wasParked
    }
}

/// How long a visitor waits, told honestly: out of what was counted, or not at all (issue 10).
///
/// `wait = places x handling / counters`, where
/// - `places` are those ahead and the visitor himself, less the counters that are free at that moment;
/// - `handling` is the mean of the last 20 visits that ended within two hours, from call to end, at least
///   three of them, without those that were parked;
/// - `counters` are the agents who were with a visitor within the last 30 minutes.
///
/// Too few ended visits or no counter at work: nil, for there is no ground for a figure. Everything is as of
/// the visitor's arrival, so the answer to a repeated request is the same.
public struct VisitWait: Equatable, Sendable {
    public var ahead: Int
    public var seconds: Int64?

    static let handled = 20
    static let leastHandled = 3
    static let handledWithin = Span.hours(2)
    static let counterWithin = Span.minutes(30)

    public init(of visitor: VisitRecord, among day: some Sequence<VisitRecord>) {
        let at = visitor.arrivedAt
        let others = day.filter { $0.inquiry != visitor.inquiry }
        ahead = others.count { other in
            (other.arrivedAt, other.ticket) < (at, visitor.ticket)
                && (other.calledAt.map { $0 > at } ?? true) && (other.endedAt.map { $0 > at } ?? true)
        }
        let handling = Self.handling(others, before: at)
        let counters = Self.counters(others, before: at)
        guard let handling, counters > 0 else { return }
        let busy = others.count { other in
            other.calledAt.map { $0 <= at } == true && (other.endedAt.map { $0 > at } ?? true)
                && (other.state.hasEnded || other.state == .called || other.state == .active)
        }
        let places = Int64(max(0, ahead + 1 - max(0, counters - busy)))
        seconds = places * handling / Int64(counters)
    }

    /// Seconds of one visit; nil where too few ended.
    private static func handling(_ day: [VisitRecord], before at: Moment) -> Int64? {
        let lengths = day.compactMap { record -> (ended: Moment, length: Int64)? in
            guard let called = record.calledAt, let ended = record.endedAt, ended <= at,
                ended + handledWithin > at, !record.wasParked, record.state == .done
            else { return nil }
            return (ended, (ended - called).milliseconds)
        }
        let recent = lengths.sorted { $0.ended > $1.ended }.prefix(handled)
        guard recent.count >= leastHandled else { return nil }
        return recent.reduce(0) { $0 + $1.length } / Int64(recent.count) / 1_000
    }

    private static func counters(_ day: [VisitRecord], before at: Moment) -> Int {
        Set(
            day.compactMap { record -> AgentID? in
                guard let called = record.calledAt, called <= at,
                    record.endedAt.map({ $0 + counterWithin > at }) ?? true
                else { return nil }
                return record.agent
            }
        ).count
    }
}

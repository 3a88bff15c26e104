/// When a promise falls due, and why.
public struct DeadlineComputation: Sendable, Hashable, Codable {
    public let kind: DeadlineKind
    public let received: Moment
    /// From when the desk's time counts: `received`, or the opening after it.
    public let start: Moment
    /// After `received`; an answer at this very moment is in time.
    public let due: Moment
    public let why: WhyLine

    public init(kind: DeadlineKind, received: Moment, start: Moment, due: Moment, why: WhyLine) {
        self.kind = kind
        self.received = received
        self.start = start
        self.due = due
        self.why = why
    }
}

/// Why no deadline could be set.
public enum DeadlineFault: Error, Hashable, Sendable {
    /// The calendar has no opening within its horizon (ten years) that the rule could end at.
    case neverOpen
    /// The promised window ends before the promise is made, or before it begins.
    case promiseInPast
    /// The rule's length is negative, or longer than a hundred years.
    case badLength
}

extension DeadlineComputation {
    /// The deadline after the citizen's clock stood still for a while (waiting for the citizen, or one
    /// of the law's reasons, facts §3.3): it moves by the opening time of the pause, or by its clock time
    /// where the rule counts day and night.
    ///
    /// What of the pause lies before the start does not count, nor does a pause that begins when the
    /// deadline is missed already. Pauses are applied one after the other, in the order of time.
    public func paused(
        from: Moment, until: Moment, calendar: OpeningCalendar
    ) throws(DeadlineFault) -> DeadlineComputation {
        guard from < due else { return self }
        let from = max(from, start)
        let byClock = if case .clock = why.method { true } else { false }
        let length = byClock ? until - from : calendar.openingTime(from: from, to: until)
        guard length > .zero else { return self }
        guard let moved = byClock ? due + length : calendar.moment(after: length, from: due) else {
            throw .neverOpen
        }
        var why = why
        why.steps.append(.paused(length))
        why.due = WhyLine.Point(calendar.zone.wallTime(at: moved))
        return DeadlineComputation(kind: kind, received: received, start: start, due: moved, why: why)
    }
}

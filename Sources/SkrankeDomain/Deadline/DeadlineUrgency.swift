/// How near a deadline is (model §5.7); each level has its own word, symbol and colour.
public enum DeadlineUrgency: Int, Comparable, CaseIterable, Sendable {
    /// Nothing to hurry for.
    case normal
    /// At least three quarters used, or less than an hour of opening time left.
    case soon
    /// The due moment has passed.
    case over

    public static func < (a: DeadlineUrgency, b: DeadlineUrgency) -> Bool { a.rawValue < b.rawValue }
}

extension DeadlineComputation {
    /// How near the deadline is at `now`. Rules that count clock time are measured in it, the others
    /// in opening time; a deadline of less than an hour in all is soon by the three quarters alone.
    public func urgency(at now: Moment, calendar: OpeningCalendar) -> DeadlineUrgency {
        if now > due { return .over }
        let left = timeLeft(at: now, calendar: calendar)
        let whole = timeLeft(at: start, calendar: calendar)
        if left.milliseconds * 4 <= whole.milliseconds { return .soon }
        let lastHour = whole >= .hours(1) && left < .hours(1)
        return lastHour ? .soon : .normal
    }

    /// What is left at `now` in the time that the rule counts in: opening time, or clock time where
    /// it counts day and night. Zero once it has passed.
    public func timeLeft(at now: Moment, calendar: OpeningCalendar) -> Span {
        if case .clock = why.method { return max(.zero, due - now) }
        return calendar.openingTime(from: max(now, start), to: due)
    }
}

/// Why a deadline falls where it does: what the agent sees beside the date, and what the citizen
/// may be told. Data, so that each language says it in its own words: `text(language:)`.
public struct WhyLine: Sendable, Hashable, Codable {
    /// A place on the wall calendar.
    public struct Point: Sendable, Hashable, Codable {
        public var date: CivilDate
        public var time: ClockTime
        public init(_ wall: WallTime) {
            date = wall.date
            time = wall.time
        }
    }

    /// Why a day is no working day.
    public enum Closed: Sendable, Hashable, Codable {
        /// The desk is never open on this day of the week.
        case weekly
        /// Holidays, each with its names by language code.
        case holiday([[String: String]])
        /// A dated exception with its reason by language code.
        case exception([String: String])
    }

    public enum Step: Sendable, Hashable, Codable {
        /// It came while the desk was closed: time counts from the next opening.
        case startRolledToOpening(Point)
        /// Days that do not count, from the first to the last.
        case skippedNonWorkingDays(CivilDate, through: CivilDate, Closed)
        /// The day that the count ends on is no working day: the one before it.
        case rolledToPreceding(from: CivilDate, Closed)
        /// The day that the count ends on is no working day: the one after it.
        case rolledToFollowing(from: CivilDate, Closed)
        /// The count ends when the desk has already closed for good: the next working day.
        case closingHasPassed(CivilDate)
        /// The clock time lies after that day's closing time: due when it closes.
        case cappedAtClosing
        /// The clock time lies before the desk opens that day, or in a break: due when it opens.
        case movedToOpening
        /// The desk's closing time of the day is what counts.
        case dueAtClosing
        /// The citizen's clock stood still for so much opening time.
        case paused(Span)
    }

    public var kind: DeadlineKind
    public var method: DeadlineRule.Method
    public var steps: [Step]
    public var due: Point

    public init(kind: DeadlineKind, method: DeadlineRule.Method, steps: [Step], due: Point) {
        self.kind = kind
        self.method = method
        self.steps = steps
        self.due = due
    }
}

extension OpeningCalendar {
    /// Why a date is no working day; nil where it is one.
    public func closedReason(_ date: CivilDate) -> WhyLine.Closed? {
        if isWorkingDay(date) { return nil }
        if let exception = exceptions[date] { return .exception(exception.reason) }
        let names = holidays.names(on: date)
        // A holiday on a Sunday is first of all a Sunday.
        return (weekly[date.weekday] ?? []).isEmpty || names.isEmpty ? .weekly : .holiday(names)
    }

    /// The non-working days strictly between two dates, neighbours with the same reason in one step.
    func skipped(after first: CivilDate, before last: CivilDate) -> [WhyLine.Step] {
        var steps: [WhyLine.Step] = []
        guard first.daysSinceEpoch + 1 < last.daysSinceEpoch else { return steps }
        for day in first.daysSinceEpoch + 1..<last.daysSinceEpoch {
            let date = CivilDate(daysSinceEpoch: day)
            guard let reason = closedReason(date) else { continue }
            if case .skippedNonWorkingDays(let from, through: let through, let last)? = steps.last,
                last == reason, through.daysSinceEpoch + 1 == day
            {
                steps[steps.count - 1] = .skippedNonWorkingDays(from, through: date, reason)
            } else {
                steps.append(.skippedNonWorkingDays(date, through: date, reason))
            }
        }
        return steps
    }
}

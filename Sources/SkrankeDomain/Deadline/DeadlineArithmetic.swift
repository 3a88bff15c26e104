extension DeadlineRule {
    /// When an inquiry that was received at a moment must be answered, by this rule and the desk's calendar.
    public func computation(
        received: Moment, calendar: OpeningCalendar
    ) throws(DeadlineFault) -> DeadlineComputation {
        var count = DeadlineCount(received: received, calendar: calendar)
        let due = try count.run(method)
        let why = WhyLine(
            kind: kind, method: method, steps: count.steps,
            due: WhyLine.Point(calendar.zone.wallTime(at: due)))
        return DeadlineComputation(kind: kind, received: received, start: count.start, due: due, why: why)
    }
}

/// One run of a method; collects the reasons on its way.
private struct DeadlineCount {
    let received: Moment
    let calendar: OpeningCalendar
    var start: Moment
    var steps: [WhyLine.Step] = []

    /// The longest rule: a hundred years.
    static let longest = 36_525

    init(received: Moment, calendar: OpeningCalendar) {
        self.received = received
        self.calendar = calendar
        start = received
    }

    mutating func run(_ method: DeadlineRule.Method) throws(DeadlineFault) -> Moment {
        switch method {
        case .clock(let span):
            return received + (try checked(span))
        case .openingTime(let span):
            let span = try checked(span)
            try rollStart()
            return try found(calendar.moment(after: span, from: start))
        case .workingDays(let count):
            let date = try workingDay(count)
            return try sameClockTime(on: date)
        case .workingDaysToClosing(let count):
            let date = try workingDay(count)
            return try closing(of: date)
        case .calendarDays(let count, let roll):
            try check(count, limit: Self.longest)
            return try rolled(receivedDate.adding(days: count), roll)
        case .months(let count, let roll):
            try check(count, limit: 1_200)
            return try rolled(receivedDate.adding(months: count), roll)
        case .nextWorkingDay:
            let date = try found(calendar.nextWorkingDay(after: receivedDate))
            steps += calendar.skipped(after: receivedDate, before: date)
            return try closing(of: date)
        case .sameDay:
            return try rolled(receivedDate, .following)
        case .promised(let from, let until):
            guard received < until, from < until else { throw .promiseInPast }
            start = max(received, from)
            return until
        }
    }

    private var receivedDate: CivilDate { calendar.zone.date(at: received) }

    // MARK: Working days

    /// The date so many working days after the start, which is rolled to an opening first.
    private mutating func workingDay(_ count: Int) throws(DeadlineFault) -> CivilDate {
        try check(count, limit: Self.longest)
        try rollStart()
        let from = calendar.zone.date(at: start)
        let date = try found(calendar.adding(workingDays: count, to: from))
        steps += calendar.skipped(after: from, before: date)
        return date
    }

    private mutating func rollStart() throws(DeadlineFault) {
        start = try found(calendar.nextOpening(atOrAfter: received))
        if start > received {
            steps.append(.startRolledToOpening(WhyLine.Point(calendar.zone.wallTime(at: start))))
        }
    }

    /// The start's clock time on `date`, moved into the opening hours; closing time itself is within.
    private mutating func sameClockTime(on date: CivilDate) throws(DeadlineFault) -> Moment {
        let time = calendar.zone.wallTime(at: start).milliseconds
        let due = calendar.zone.moment(of: WallTime(date: date, milliseconds: time))
        let windows = calendar.windows(on: date)
        let last = try found(windows.last)
        if due > last.closes {
            steps.append(.cappedAtClosing)
            return last.closes
        }
        let window = try found(windows.first { due <= $0.closes })
        if due < window.opens { steps.append(.movedToOpening) }
        return max(due, window.opens)
    }

    // MARK: Days of the calendar

    /// Closing time of `target` or of the working day that it rolls to; always after receipt.
    private mutating func rolled(_ target: CivilDate, _ roll: Roll) throws(DeadlineFault) -> Moment {
        guard let reason = calendar.closedReason(target) else {
            if let closing = calendar.closing(on: target), closing > received {
                return try self.closing(of: target)
            }
            steps.append(.closingHasPassed(target))
            return try closing(of: found(calendar.nextWorkingDay(after: target)))
        }
        // Where nothing is left between receipt and target, only the way forward is open.
        if roll == .preceding, let date = calendar.previousWorkingDay(before: target),
            let due = calendar.closing(on: date), due > received
        {
            steps.append(.rolledToPreceding(from: target, reason))
            return try closing(of: date)
        }
        steps.append(.rolledToFollowing(from: target, reason))
        return try closing(of: found(calendar.nextWorkingDay(after: target)))
    }

    private mutating func closing(of date: CivilDate) throws(DeadlineFault) -> Moment {
        steps.append(.dueAtClosing)
        return try found(calendar.closing(on: date))
    }

    // MARK: Faults

    private func found<T>(_ value: T?) throws(DeadlineFault) -> T {
        guard let value else { throw .neverOpen }
        return value
    }

    private func check(_ count: Int, limit: Int) throws(DeadlineFault) {
        guard (0...limit).contains(count) else { throw .badLength }
    }

    private func checked(_ span: Span) throws(DeadlineFault) -> Span {
        guard (Span.zero...Span.days(Int64(Self.longest))).contains(span) else { throw .badLength }
        return span
    }
}

// Counting in opening time.

extension OpeningCalendar {
    /// How much opening time lies between two moments; zero where `end` is not after `start`.
    ///
    /// Half-open, hence additive: a to b and b to c make a to c, to the millisecond. Elapsed time
    /// is counted, so a window in which clocks change is an hour shorter or longer.
    public func openingTime(from start: Moment, to end: Moment) -> Span {
        guard start < end else { return .zero }
        let first = zone.date(at: start).daysSinceEpoch
        let last = zone.date(at: end).daysSinceEpoch
        var sum = clipped(first, start, end)
        if last > first { sum += clipped(last, start, end) }
        if last - first > 1 { sum += whole(first + 1..<last) }
        return Span(milliseconds: sum)
    }

    /// Whole minutes of opening time between two moments, rounded down.
    public func openingMinutes(from start: Moment, to end: Moment) -> Int {
        Int(openingTime(from: start, to: end).milliseconds / 60_000)
    }

    /// The earliest moment `m` with `openingTime(from: start, to: m) == span`.
    ///
    /// It may be a closing time; for a span of zero or less it is `start` itself, open or not.
    /// nil where the calendar has so little opening time within the horizon.
    public func moment(after span: Span, from start: Moment) -> Moment? {
        guard span > .zero else { return start }
        var left = span.milliseconds
        let first = zone.date(at: start).daysSinceEpoch
        for day in first...first + Self.horizon {
            for window in windows(on: CivilDate(daysSinceEpoch: day)) where start < window.closes {
                let opens = max(start, window.opens)
                let length = window.closes.milliseconds - opens.milliseconds
                if left <= length { return Moment(milliseconds: opens.milliseconds + left) }
                left -= length
            }
        }
        return nil
    }

    /// The day's opening time that lies between two moments.
    private func clipped(_ day: Int, _ start: Moment, _ end: Moment) -> Int64 {
        var sum: Int64 = 0
        for window in windows(on: CivilDate(daysSinceEpoch: day)) {
            let length = min(window.closes, end).milliseconds - max(window.opens, start).milliseconds
            sum += max(0, length)
        }
        return sum
    }

    /// The opening time of whole days: weeks by multiplication, then the days that differ from the week.
    private func whole(_ days: Range<Int>) -> Int64 {
        if days.count <= 21 { return days.reduce(0) { $0 + length(of: $1) } }
        var usual: [Int64] = []
        for day in days.prefix(7) { usual.append(weekLength(CivilDate(daysSinceEpoch: day).weekday)) }
        var sum = usual.reduce(0, +) * Int64(days.count / 7)
        for offset in 0..<days.count % 7 { sum += usual[offset] }
        for day in unusual(days) { sum += length(of: day) - usual[(day - days.lowerBound) % 7] }
        return sum
    }

    private func length(of day: Int) -> Int64 {
        windows(on: CivilDate(daysSinceEpoch: day))
            .reduce(0) { $0 + $1.closes.milliseconds - $1.opens.milliseconds }
    }

    private func weekLength(_ weekday: Weekday) -> Int64 {
        (weekly[weekday] ?? [])
            .reduce(0) { $0 + Int64(max(0, $1.closes.minutes - $1.opens.minutes)) * 60_000 }
    }

    /// Days whose hours are not the week's, or on which clocks change.
    private func unusual(_ days: Range<Int>) -> Set<Int> {
        var found = Set<Int>()
        let firstYear = CivilDate(daysSinceEpoch: days.lowerBound).year
        let lastYear = CivilDate(daysSinceEpoch: days.upperBound - 1).year
        for year in firstYear...lastYear {
            for rule in holidays.rules { rule.date(in: year).map { _ = found.insert($0.daysSinceEpoch) } }
        }
        for date in exceptions.keys { found.insert(date.daysSinceEpoch) }
        // A change of clocks moves times of the day before and of the day after at most.
        let from = Moment(seconds: Int64(days.lowerBound - 2) * 86_400)
        let to = Moment(seconds: Int64(days.upperBound + 2) * 86_400)
        for transition in zone.transitions(in: from..<to) {
            let day = zone.date(at: transition.at).daysSinceEpoch
            found.formUnion(day - 1...day + 1)
        }
        return found.filter { days.contains($0) }
    }
}

extension TimeZoneRules {
    /// The transitions within a range of time.
    func transitions(in range: Range<Moment>) -> ArraySlice<Transition> {
        let first = index(of: range.lowerBound)
        return transitions[first..<max(first, index(of: range.upperBound))]
    }

    /// The index of the first transition at or after `moment`.
    private func index(of moment: Moment) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].at < moment { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

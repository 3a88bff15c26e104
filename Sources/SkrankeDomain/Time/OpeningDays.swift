// What one date's opening hours are, and counting in working days.

extension OpeningCalendar {
    /// How far a search for an opening goes before it says that there is none: ten years.
    public static let horizon = 3_660

    /// The opening hours on a date: an exception beats a holiday, a holiday beats the week (K3).
    public func hours(on date: CivilDate) -> Hours {
        if let exception = exceptions[date] { return exception.hours }
        let usual = weekly[date.weekday] ?? []
        return usual.isEmpty || holidays.isHoliday(date) ? [] : usual
    }

    /// Whether the desk opens at all on a date; a short day is a working day.
    public func isWorkingDay(_ date: CivilDate) -> Bool {
        hours(on: date).contains { $0.opens < $0.closes }
    }

    /// The first working day after `date`; nil where there is none within the horizon.
    public func nextWorkingDay(after date: CivilDate) -> CivilDate? { search(from: date, step: 1) }

    /// The last working day before `date`; nil where there is none within the horizon.
    public func previousWorkingDay(before date: CivilDate) -> CivilDate? { search(from: date, step: -1) }

    /// `count` working days on (or back, where negative); 0 gives the date itself, closed or not.
    /// nil where the calendar has too few working days.
    public func adding(workingDays count: Int, to date: CivilDate) -> CivilDate? {
        var day = date
        for _ in 0..<count.magnitude {
            guard let next = search(from: day, step: count.signum()) else { return nil }
            day = next
        }
        return day
    }

    /// How many working days lie in the range, both ends included.
    public func workingDays(in range: ClosedRange<CivilDate>) -> Int {
        (range.lowerBound.daysSinceEpoch...range.upperBound.daysSinceEpoch)
            .count { isWorkingDay(CivilDate(daysSinceEpoch: $0)) }
    }

    private func search(from date: CivilDate, step: Int) -> CivilDate? {
        var day = date.daysSinceEpoch
        for _ in 0..<Self.horizon {
            day += step
            let candidate = CivilDate(daysSinceEpoch: day)
            if isWorkingDay(candidate) { return candidate }
        }
        return nil
    }
}

/// What is wrong with the opening hours of a day.
public enum HoursFault: Error, Hashable, Sendable {
    /// A time outside of 00:00-24:00.
    case outsideOfDay(index: Int)
    /// The desk closes before it opens, or at once.
    case closesBeforeOpening(index: Int)
    /// An interval that begins before the one in front of it has ended.
    case overlap(index: Int)
}

extension OpeningCalendar {
    /// The first fault of a day's hours; nil where they are sound. Whoever reads `Data/` asks this:
    /// the calculations rely on ascending intervals that lie apart.
    public static func fault(in hours: Hours) -> HoursFault? {
        var end = 0
        for (index, interval) in hours.enumerated() {
            let (opens, closes) = (interval.opens.minutes, interval.closes.minutes)
            if opens < 0 || closes > 1_440 { return .outsideOfDay(index: index) }
            if closes <= opens { return .closesBeforeOpening(index: index) }
            if opens < end { return .overlap(index: index) }
            end = closes
        }
        return nil
    }
}

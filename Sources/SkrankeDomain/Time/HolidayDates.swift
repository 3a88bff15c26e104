// Which dates the holiday rules name.

extension CivilDate {
    /// Easter Sunday of a Gregorian year (the "Butcher" algorithm; facts §3.8).
    public static func easterSunday(year: Int) -> CivilDate {
        let golden = year % 19
        let (century, yearOfCentury) = (year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let shift = (golden + 11 * epact + 22 * weekday) / 451
        let dayOfMarch = epact + weekday - 7 * shift + 22
        return CivilDate(daysSinceEpoch: firstOfMarch(year) + dayOfMarch - 1)
    }

    private static func firstOfMarch(_ year: Int) -> Int {
        CivilDate(year: year, month: 3, day: 1)?.daysSinceEpoch ?? 0
    }
}

/// One public holiday: two of them may share a date (17 May 2027 is Whit Monday too).
public struct Holiday: Sendable, Hashable {
    public let date: CivilDate
    /// By language code (nb, nn, en).
    public let name: [String: String]
    public init(date: CivilDate, name: [String: String]) {
        self.date = date
        self.name = name
    }
}

extension Holidays.Rule {
    /// The rule's date in `year`; nil where the year has none (29 February, or an offset that leaves it).
    public func date(in year: Int) -> CivilDate? {
        switch day {
        case .fixed(let month, let day): CivilDate(year: year, month: month, day: day)
        case .easter(let offset): Self.inYear(CivilDate.easterSunday(year: year).adding(days: offset), year)
        }
    }

    private static func inYear(_ date: CivilDate, _ year: Int) -> CivilDate? {
        date.year == year ? date : nil
    }
}

extension Holidays {
    /// All holidays of a year in order of date, Sundays and Saturdays included; one for each rule.
    public func holidays(in year: Int) -> [Holiday] {
        rules.compactMap { rule in rule.date(in: year).map { Holiday(date: $0, name: rule.name) } }
            .enumerated()
            .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
            .map(\.element)
    }

    public func isHoliday(_ date: CivilDate) -> Bool {
        let easter = CivilDate.easterSunday(year: date.year).daysSinceEpoch
        return rules.contains { $0.falls(on: date, easter: easter) }
    }

    /// The names of the holidays on a date; empty where it is none.
    public func names(on date: CivilDate) -> [[String: String]] {
        let easter = CivilDate.easterSunday(year: date.year).daysSinceEpoch
        return rules.filter { $0.falls(on: date, easter: easter) }.map(\.name)
    }
}

extension Holidays.Rule {
    /// Whether the rule names `date`, in a year whose Easter Sunday is day `easter` since the epoch.
    fileprivate func falls(on date: CivilDate, easter: Int) -> Bool {
        switch day {
        case .fixed(let month, let day): date.month == month && date.day == day
        case .easter(let offset): date.daysSinceEpoch == easter + offset
        }
    }
}

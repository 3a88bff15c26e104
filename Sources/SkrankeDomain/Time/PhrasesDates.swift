// Dates and times of day in words.

extension Phrases {
    /// «onsdag 2. desember 2026 kl. 15.30», "Wednesday 2 December 2026 at 15:30".
    public func dateAndTime(_ wall: WallTime) -> String {
        "\(date(wall.date)) \(language == .en ? "at" : "kl.") \(time(wall.time))"
    }

    /// «onsdag 2. desember 2026», "Wednesday 2 December 2026".
    public func date(_ date: CivilDate) -> String {
        "\(name(of: date.weekday)) \(dayAndMonth(date)) \(date.year)"
    }

    /// «2. desember», "2 December".
    public func dayAndMonth(_ date: CivilDate) -> String {
        "\(date.day)\(language == .en ? "" : ".") \(name(ofMonth: date.month))"
    }

    /// A time of day in running text: «15.30», "15:30".
    public func time(_ time: ClockTime) -> String {
        "\(padded(time.hour, to: 2))\(language == .en ? ":" : ".")\(padded(time.minute, to: 2))"
    }

    /// «ti 24.11 10:42», "Tue 24 Nov 10:42".
    public func shortDateAndTime(_ wall: WallTime) -> String { "\(shortDate(wall.date)) \(wall.time.iso)" }

    /// «ti 24.11», "Tue 24 Nov".
    public func shortDate(_ date: CivilDate) -> String {
        "\(shortName(of: date.weekday)) \(numericDay(date))"
    }

    /// «24.11», "24 Nov".
    public func numericDay(_ date: CivilDate) -> String {
        language == .en ? "\(date.day) \(name(ofMonth: date.month).prefix(3))" : "\(date.day).\(date.month)"
    }

    /// As short as it stays clear in a list: today the time alone, this year «ti 24.11 10:42»,
    /// else the date with its year («24.11.2025», "24 Nov 2025").
    public func brief(_ wall: WallTime, today: CivilDate) -> String {
        if wall.date == today { return wall.time.iso }
        if wall.date.year == today.year { return shortDateAndTime(wall) }
        return numericDay(wall.date) + (language == .en ? " " : ".") + String(wall.date.year)
    }
}

import SkrankeDomain

extension Rule where Value == CivilDate {
    /// A date: 2026-12-24, with or without quotes.
    static let date = Rule(placeholder: CivilDate(daysSinceEpoch: 0)) { node in
        switch node {
        case .date(let year, let month, let day):
            dated(year, month, day)
        case .text(let text):
            written(text)
        default:
            .bad(.format(.date))
        }
    }

    private static func dated(_ year: Int, _ month: Int, _ day: Int) -> Reading {
        guard (1900...2199).contains(year), let date = CivilDate(year: year, month: month, day: day) else {
            return .bad(.format(.date))
        }
        return .good(date)
    }

    private static func written(_ text: String) -> Reading {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], let year = Digits.number(parts[0]),
            let month = Digits.number(parts[1]), let day = Digits.number(parts[2])
        else { return .bad(.format(.date)) }
        return dated(year, month, day)
    }
}

extension Rule where Value == OpeningCalendar.Interval {
    /// Hours: `08:00-15:30`, a hyphen or a dash between, closing after opening.
    static let hours = text(.format(.openingHours), placeholder: midnight) { text in
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
        guard parts.count == 2, let opens = Digits.clock(parts[0]), let closes = Digits.clock(parts[1]),
            opens < closes
        else { return nil }
        return Value(opens: opens, closes: closes)
    }

    private static let midnight = Value(opens: ClockTime(0, 0), closes: ClockTime(0, 0))
}

extension TableReader {
    /// A day's opening hours: a list of intervals, ascending and apart; an empty list is a closed day.
    func openingHours(_ key: String) -> OpeningCalendar.Hours {
        let hours = list(key, .hours, count: 0...6)
        for (earlier, later) in zip(hours, hours.dropFirst()) where earlier.closes >= later.opens {
            if later.opens < later.closes && earlier.opens < earlier.closes {
                report(key, .format(.hoursApart))
            }
        }
        return hours
    }
}

/// Numbers as data files write them: ASCII digits only.
enum Digits {
    static func number(_ text: Substring) -> Int? {
        let isPlain = !text.isEmpty && text.utf8.count <= 9 && text.utf8.allSatisfy { (48...57).contains($0) }
        return isPlain ? Int(text) : nil
    }

    /// 00:00 to 24:00, two digits each.
    static func clock(_ text: Substring) -> ClockTime? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 2, parts[1].utf8.count == 2,
            let hour = number(parts[0]), let minute = number(parts[1]), minute < 60
        else { return nil }
        let time = ClockTime(hour, minute)
        return time <= ClockTime(24, 0) ? time : nil
    }
}

extension TableReader {
    /// A name in bokmål, nynorsk and English: `{ nb = "…", nn = "…", en = "…" }`.
    func names(_ key: String, _ rule: Rule<String> = .line(max: 120)) -> [Language: String] {
        section(key) { table in
            var names: [Language: String] = [:]
            for language in Language.allCases { names[language] = table.value(language.rawValue, rule) }
            return names
        }
    }
}

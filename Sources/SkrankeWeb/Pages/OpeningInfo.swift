import SkrankeDomain

/// The desk's hours as the page tells them, computed from the municipality's calendar (R47, R48, K3).
struct OpeningInfo: Sendable {
    struct Day: Sendable {
        var days: String
        var hours: String
    }
    var isOpen: Bool
    /// «Åpent nå» and what follows: «stenger kl. 15.30».
    var now: String
    var then: String
    var week: [Day]
    /// Days of the next two weeks that differ from the usual week.
    var special: [Day]

    init(_ calendar: OpeningCalendar, at now: Moment, _ language: Language) {
        let words = PageWords.of(language)
        let phrases = Phrases(language)
        let today = calendar.zone.date(at: now)
        let window = calendar.windows(on: today).first { $0.contains(now) }
        isOpen = window != nil
        self.now = isOpen ? words.ask.openNow : words.ask.closedNow
        if let window {
            let closes = calendar.zone.wallTime(at: window.closes).time
            then = Self.fill(words.ask.closesAt, ["time": phrases.time(closes)])
        } else if let opens = calendar.nextOpening(atOrAfter: now) {
            let wall = calendar.zone.wallTime(at: opens)
            let day =
                switch wall.date.daysSinceEpoch - today.daysSinceEpoch {
                case 0: words.ask.today
                case 1: words.ask.tomorrow
                case 2..<7: phrases.name(of: wall.date.weekday)
                default: "\(phrases.name(of: wall.date.weekday)) \(phrases.dayAndMonth(wall.date))"
                }
            then = Self.fill(words.ask.opensAt, ["day": day, "time": phrases.time(wall.time)])
        } else {
            then = ""
        }
        week = Self.week(calendar, words, phrases)
        special = Self.special(calendar, from: today, words, phrases)
    }

    /// Neighbouring days with the same hours in one line.
    private static func week(_ calendar: OpeningCalendar, _ words: PageWords, _ phrases: Phrases) -> [Day] {
        var lines: [(first: Weekday, last: Weekday, hours: String)] = []
        for weekday in Weekday.allCases {
            let hours = text(calendar.weekly[weekday] ?? [], words, phrases)
            if let last = lines.last, last.hours == hours {
                lines[lines.count - 1].last = weekday
            } else {
                lines.append((weekday, weekday, hours))
            }
        }
        return lines.map { line in
            let first = phrases.name(of: line.first)
            let days = line.first == line.last ? first : "\(first)–\(phrases.name(of: line.last))"
            return Day(days: capitalised(days), hours: line.hours)
        }
    }

    private static func special(
        _ calendar: OpeningCalendar, from today: CivilDate, _ words: PageWords, _ phrases: Phrases
    ) -> [Day] {
        (0..<14).compactMap { offset in
            let date = today.adding(days: offset)
            let usual = calendar.weekly[date.weekday] ?? []
            let hours = calendar.hours(on: date)
            guard hours != usual else { return nil }
            let reason: String? =
                switch calendar.closedReason(date) {
                case .holiday(let names): names.compactMap { phrases.language.pick($0) }.first
                case .exception(let names): phrases.language.pick(names)
                case .weekly, nil: calendar.exceptions[date].flatMap { phrases.language.pick($0.reason) }
                }
            let name = "\(phrases.name(of: date.weekday)) \(phrases.dayAndMonth(date))"
            let text = text(hours, words, phrases)
            return Day(days: capitalised(name), hours: reason.map { "\(text) (\($0))" } ?? text)
        }
    }

    private static func text(_ hours: OpeningCalendar.Hours, _ words: PageWords, _ phrases: Phrases) -> String
    {
        if hours.isEmpty { return words.frame.closedDay }
        return hours.map { "\(phrases.time($0.opens))–\(phrases.time($0.closes))" }.joined(separator: ", ")
    }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    static func fill(_ pattern: String, _ places: [String: String]) -> String {
        CitizenTexts(texts: [.chatGreeting: [.nb: pattern]]).text(.chatGreeting, .nb, places)
    }
}

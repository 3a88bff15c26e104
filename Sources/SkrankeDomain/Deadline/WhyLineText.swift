// The reason of a deadline in one line, e.g. «48 t = 2 arbeidsdager → 17. mai hoppes over → ti 18.5 10:12».

extension WhyLine {
    /// The reason as one line, its parts in order of time with arrows between them.
    public func text(language: Language) -> String {
        let words = WhyWords(phrases: Phrases(language))
        var parts = [words.length(self)]
        var days: [String] = []
        for step in steps {
            if case .skippedNonWorkingDays(let from, through: let through, let reason) = step {
                days.append(words.days(from, through, reason))
                continue
            }
            if !days.isEmpty { parts.append(words.skipped(days)) }
            days = []
            if let part = words.step(step) { parts.append(part) }
        }
        if !days.isEmpty { parts.append(words.skipped(days)) }
        let end = "\(words.phrases.shortDate(due.date)) \(due.time.iso)"
        parts.append(steps.contains(.dueAtClosing) ? words.closing(end) : end)
        return parts.joined(separator: " → ")
    }
}

/// The words of a reason in one language.
private struct WhyWords {
    let phrases: Phrases
    var language: Language { phrases.language }

    func say(_ nb: String, _ nn: String, _ en: String) -> String {
        switch language {
        case .nb: nb
        case .nn: nn
        case .en: en
        }
    }

    /// What the rule gives, before the calendar has its say.
    func length(_ why: WhyLine) -> String {
        switch why.method {
        case .clock(let span):
            let length = phrases.duration(span)
            return say("\(length) på klokka", "\(length) på klokka", "\(length) on the clock")
        case .openingTime(let span):
            let length = phrases.duration(span)
            return say("\(length) åpningstid", "\(length) opningstid", "\(length) of opening time")
        case .workingDays(let count), .workingDaysToClosing(let count):
            let promise = why.kind == .emailAnswer && count == 2 ? say("48 t = ", "48 t = ", "48 h = ") : ""
            return promise + workingDays(count)
        case .calendarDays(let count, _): return calendarDays(count)
        case .months(let count, _):
            return count == 1
                ? say("1 måned", "1 månad", "1 month")
                : say("\(count) måneder", "\(count) månader", "\(count) months")
        case .nextWorkingDay: return say("neste arbeidsdag", "neste arbeidsdag", "next working day")
        case .sameDay: return say("samme dag", "same dag", "same day")
        case .promised: return say("avtalt tid", "avtalt tid", "agreed time")
        }
    }

    func workingDays(_ count: Int) -> String {
        count == 1
            ? say("1 arbeidsdag", "1 arbeidsdag", "1 working day")
            : say("\(count) arbeidsdager", "\(count) arbeidsdagar", "\(count) working days")
    }

    func calendarDays(_ count: Int) -> String {
        count == 1
            ? say("1 kalenderdag", "1 kalenderdag", "1 calendar day")
            : say("\(count) kalenderdager", "\(count) kalenderdagar", "\(count) calendar days")
    }

    func step(_ step: WhyLine.Step) -> String? {
        switch step {
        case .startRolledToOpening(let point):
            return say("teller fra åpning ", "tel frå opning ", "counts from opening ")
                + "\(phrases.shortDate(point.date)) \(point.time.iso)"
        case .rolledToPreceding(let date, let reason):
            return closed(date, reason)
                + say(", arbeidsdagen før", ", arbeidsdagen før", ", the working day before")
        case .rolledToFollowing(let date, let reason):
            return closed(date, reason)
                + say(", arbeidsdagen etter", ", arbeidsdagen etter", ", the working day after")
        case .closingHasPassed(let date):
            let day = phrases.shortDate(date)
            return say(
                "stengt for dagen \(day), neste arbeidsdag", "stengt for dagen \(day), neste arbeidsdag",
                "closed for the day \(day), next working day")
        case .cappedAtClosing:
            return say("senest ved stengetid", "seinast ved stengjetid", "at closing time at the latest")
        case .movedToOpening: return say("når det åpner", "når det opnar", "when the desk opens")
        case .paused(let span): return say("pause ", "pause ", "paused ") + phrases.duration(span)
        case .dueAtClosing, .skippedNonWorkingDays: return nil
        }
    }

    func closing(_ end: String) -> String {
        say("\(end) (stengetid)", "\(end) (stengjetid)", "\(end) (closing time)")
    }

    func skipped(_ days: [String]) -> String {
        let list = days.joined(separator: ", ")
        return say("\(list) hoppes over", "\(list) blir hoppa over", "\(list) skipped")
    }

    /// «lø–sø», «17. mai», «Kristi himmelfartsdag 6.5», «julestengt 24.12–31.12».
    func days(_ from: CivilDate, _ through: CivilDate, _ reason: WhyLine.Closed) -> String {
        let isOne = from == through
        guard let name = name(reason) else {
            let short = from.daysSinceEpoch + 7 > through.daysSinceEpoch
            if !short { return "\(phrases.numericDay(from))–\(phrases.numericDay(through))" }
            let first = phrases.shortName(of: from.weekday)
            return isOne ? first : "\(first)–\(phrases.shortName(of: through.weekday))"
        }
        if isOne, name == phrases.dayAndMonth(from) { return name }
        let dates = phrases.numericDay(from) + (isOne ? "" : "–\(phrases.numericDay(through))")
        return "\(name) \(dates)"
    }

    /// «lø 5.12 er stengt», «to 6.5 er Kristi himmelfartsdag».
    func closed(_ date: CivilDate, _ reason: WhyLine.Closed) -> String {
        let day = phrases.shortDate(date)
        let name = name(reason) ?? say("stengt", "stengt", "closed")
        return say("\(day) er \(name)", "\(day) er \(name)", "\(day) is \(name)")
    }

    /// The reason's name; nil for an ordinary closed day and for a reason without a name.
    func name(_ reason: WhyLine.Closed) -> String? {
        switch reason {
        case .weekly: return nil
        case .holiday(let names):
            let picked = names.compactMap { language.pick($0) }
            return picked.isEmpty ? nil : picked.joined(separator: " / ")
        case .exception(let names): return language.pick(names)
        }
    }
}

import SkrankeDomain

/// What `holidays.toml` says: public holidays by rule, and dates with other hours (facts §3.8).
struct HolidaysFile {
    var holidays: Holidays
    var exceptions: [CivilDate: OpeningCalendar.Exception]

    static func read(_ log: FileLog) -> HolidaysFile {
        TableReader.read(log) { root in
            let rules = root.sections("holiday", count: 1...60, rule)
            var exceptions: [CivilDate: OpeningCalendar.Exception] = [:]
            let dated = root.sections("exception", count: 0...500, exception)
            for (date, exception) in dated { exceptions[date] = exception }
            return HolidaysFile(holidays: Holidays(rules: rules), exceptions: exceptions)
        }
    }

    private static func rule(_ table: TableReader) -> Holidays.Rule {
        let month = table.optional("month", .integer(1...12))
        let day = table.optional("day", .integer(1...31))
        let easter = table.optional("easter", .integer(-100...100))
        let name = table.names("name").byCode
        switch (month, day, easter) {
        case (let month?, let day?, nil):
            // 29 February is a date too: a leap year decides which one is none.
            if CivilDate(year: 2_000, month: month, day: day) == nil {
                table.report("day", .format(.date), found: "\(day)")
            }
            return Holidays.Rule(.fixed(month: month, day: day), name: name)
        case (nil, nil, let offset?):
            return Holidays.Rule(.easter(offset: offset), name: name)
        default:
            table.report(.exactlyOne(["month + day", "easter"]))
            return Holidays.Rule(.easter(offset: 0), name: name)
        }
    }

    private static func exception(_ table: TableReader) -> (CivilDate, OpeningCalendar.Exception) {
        let date = table.value("date", .date)
        if table.has("date") { table.log.define(.date, date.isoText, at: table.place("date")) }
        let hours = table.openingHours("hours")
        return (date, OpeningCalendar.Exception(hours: hours, reason: table.names("reason").byCode))
    }
}

extension [Language: String] {
    /// By the language's code, as `OpeningCalendar` has it.
    var byCode: [String: String] {
        var result: [String: String] = [:]
        for (language, text) in self { result[language.rawValue] = text }
        return result
    }
}

extension CivilDate {
    /// 2026-12-24
    var isoText: String {
        let parts = [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(year)-\(parts[0])-\(parts[1])"
    }
}

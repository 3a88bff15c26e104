import SkrankeDomain

/// The rule at the end of a TZif file, e.g. `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX TZ with the
/// extensions of RFC 8536: quoted names, hours from -167 to 167).
public struct PosixTimeZone: Sendable, Hashable {
    /// When in a year clocks change.
    public struct Change: Sendable, Hashable {
        public enum Day: Sendable, Hashable {
            /// `Mm.w.d`: the w-th weekday d (0 = Sunday) of month m; week 5 is the last.
            case weekday(month: Int, week: Int, day: Int)
            /// `Jn`: day 1...365, 29 February never counted.
            case julian(Int)
            /// `n`: day 0...365, 29 February counted.
            case zeroBased(Int)
        }
        public var day: Day
        /// Seconds after midnight on the clocks that are in force before the change.
        public var seconds: Int
    }

    public struct Summer: Sendable, Hashable {
        /// Seconds ahead of UTC.
        public var offset: Int
        public var begins: Change
        public var ends: Change
    }

    /// Seconds ahead of UTC in standard time.
    public let offset: Int
    public let summer: Summer?

    /// The rule, or nil where the text is none.
    public init?(_ text: String) {
        var reader = PosixReader(text)
        guard reader.name(), let west = reader.time(maxHours: 24) else { return nil }
        offset = -west
        if reader.atEnd {
            summer = nil
            return
        }
        guard reader.name() else { return nil }
        var ahead = offset + 3_600
        if !reader.startsWith(",") {
            guard let west = reader.time(maxHours: 24) else { return nil }
            ahead = -west
        }
        guard reader.take(","), let begins = reader.change(), reader.take(","), let ends = reader.change(),
            reader.atEnd
        else { return nil }
        summer = Summer(offset: ahead, begins: begins, ends: ends)
    }

    /// The changes of clocks in `years`, ascending, one for each instant.
    public func transitions(in years: ClosedRange<Int>) -> [TimeZoneRules.Transition] {
        guard let summer else { return [] }
        var all: [TimeZoneRules.Transition] = []
        for year in years {
            let begin = summer.begins.moment(in: year, offset: offset)
            let end = summer.ends.moment(in: year, offset: summer.offset)
            let pair = [
                TimeZoneRules.Transition(at: begin, offset: summer.offset),
                TimeZoneRules.Transition(at: end, offset: offset),
            ]
            for transition in begin <= end ? pair : pair.reversed() {
                // Summer time the whole year: it ends in the instant in which it begins anew.
                if let last = all.last, last.at >= transition.at { all.removeLast() }
                all.append(transition)
            }
        }
        return all
    }
}

extension PosixTimeZone.Change {
    /// The instant of the change in `year`, where clocks are `offset` seconds ahead of UTC before it.
    func moment(in year: Int, offset: Int) -> Moment {
        Moment(seconds: Int64(dayNumber(in: year) * 86_400 + seconds - offset))
    }

    /// Days since 1970-01-01.
    private func dayNumber(in year: Int) -> Int {
        let newYear = Self.day(year, 1)
        switch day {
        case .julian(let number):
            let isLeap = CivilDate.daysIn(month: 2, year: year) == 29
            return newYear + number - (isLeap && number >= 60 ? 0 : 1)
        case .zeroBased(let number):
            return newYear + number
        case .weekday(let month, let week, let weekday):
            let first = Self.day(year, month)
            let firstWeekday = CivilDate(daysSinceEpoch: first).weekday.rawValue % 7
            let day = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
            return first + (day < CivilDate.daysIn(month: month, year: year) ? day : day - 7)
        }
    }

    private static func day(_ year: Int, _ month: Int) -> Int {
        CivilDate(year: year, month: month, day: 1)?.daysSinceEpoch ?? 0
    }
}

/// Reads the parts of a POSIX TZ text.
private struct PosixReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var atEnd: Bool { rest.isEmpty }

    func startsWith(_ character: Unicode.Scalar) -> Bool { rest.first == UInt8(ascii: character) }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard startsWith(character) else { return false }
        rest.removeFirst()
        return true
    }

    /// An abbreviation: three letters or more, or `<+0530>`.
    mutating func name() -> Bool {
        if take("<") {
            let length = rest.prefix { $0 != UInt8(ascii: ">") }.count
            guard length >= 3, length < rest.count else { return false }
            rest = rest.dropFirst(length + 1)
            return true
        }
        let length = rest.prefix { (0x41...0x5A).contains($0 & 0xDF) }.count
        rest = rest.dropFirst(length)
        return length >= 3
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard (1...3).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return range.contains(value) ? value : nil
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time(maxHours: Int) -> Int? {
        let sign = take("-") ? -1 : 1
        if sign == 1 { _ = take("+") }
        guard let hours = number(0...maxHours) else { return nil }
        var seconds = hours * 3_600
        for unit in [60, 1] {
            guard take(":") else { break }
            guard let value = number(0...59) else { return nil }
            seconds += value * unit
        }
        return sign * seconds
    }

    mutating func change() -> PosixTimeZone.Change? {
        guard let day = day() else { return nil }
        guard take("/") else { return PosixTimeZone.Change(day: day, seconds: 7_200) }
        return time(maxHours: 167).map { PosixTimeZone.Change(day: day, seconds: $0) }
    }

    private mutating func day() -> PosixTimeZone.Change.Day? {
        if take("J") { return number(1...365).map { .julian($0) } }
        guard take("M") else { return number(0...365).map { .zeroBased($0) } }
        guard let month = number(1...12), take("."), let week = number(1...5), take("."),
            let day = number(0...6)
        else { return nil }
        return .weekday(month: month, week: week, day: day)
    }
}

import Foundation
import SkrankeDomain
import SkrankeRuntime
import Testing

/// Calendars and times that the tests of this room share.
enum Desks {
    /// Norway's clocks by the rule of the European Union, in force since 1996.
    static let oslo: TimeZoneRules = {
        let rule = PosixTimeZone("CET-1CEST,M3.5.0,M10.5.0/3")
        return TimeZoneRules(
            name: "Europe/Oslo", firstOffset: 3_600, transitions: rule?.transitions(in: 1_996...2_100) ?? [])
    }()

    /// Monday to Friday 08:00-15:30, public holidays closed, no short days.
    static let desk = OpeningCalendar.norwegianDefault(zone: oslo)

    /// The desk with its usual short days and a week closed by decision.
    static let shortDays: OpeningCalendar = {
        var exceptions: [CivilDate: OpeningCalendar.Exception] = [:]
        let short = OpeningCalendar.Exception(hours: hours("08:00-12:00"))
        for year in 2_020...2_045 {
            exceptions[CivilDate.easterSunday(year: year).adding(days: -4)] = short
            exceptions[date("\(year)-12-24")] = short
            exceptions[date("\(year)-12-31")] = short
        }
        let closed = ["nb": "flytting", "nn": "flytting", "en": "moving house"]
        for day in 0..<5 {
            exceptions[date("2026-07-06").adding(days: day)] = .init(hours: [], reason: closed)
        }
        return OpeningCalendar(zone: oslo, weekly: desk.weekly, holidays: .norway, exceptions: exceptions)
    }()

    /// Closed for lunch, late on Thursdays, a short Saturday; and open on Sunday nights for the clocks' sake.
    static let lunch: OpeningCalendar = {
        let day = hours("08:00-11:30", "12:15-15:30")
        var weekly: [Weekday: OpeningCalendar.Hours] = [:]
        for weekday in [Weekday.monday, .tuesday, .wednesday, .friday] { weekly[weekday] = day }
        weekly[.thursday] = hours("10:00-12:00", "12:30-18:00")
        weekly[.saturday] = hours("10:00-13:00")
        weekly[.sunday] = hours("01:30-02:30", "02:45-04:00")
        return OpeningCalendar(zone: oslo, weekly: weekly, holidays: .norway)
    }()

    /// Day and night, every day.
    static let always = OpeningCalendar(
        zone: oslo,
        weekly: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, hours("00:00-24:00")) }),
        holidays: Holidays(rules: []))

    static let never = OpeningCalendar(zone: oslo, weekly: [:], holidays: .norway)

    static func hours(_ intervals: String...) -> OpeningCalendar.Hours {
        intervals.compactMap { text in
            let ends = text.split(separator: "-").compactMap { ClockTime(iso: String($0)) }
            return ends.count == 2 ? .init(opens: ends[0], closes: ends[1]) : nil
        }
    }
}

/// `2026-11-23`; a text that is no date fails the test.
func date(_ text: String) -> CivilDate {
    guard let date = CivilDate(iso: text) else {
        Issue.record("no date: \(text)")
        return CivilDate(daysSinceEpoch: 0)
    }
    return date
}

/// `2026-11-23 09:00` on Norway's clocks.
func local(_ text: String, zone: TimeZoneRules = Desks.oslo) -> Moment {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 2, let time = ClockTime(iso: parts[1]) else {
        Issue.record("no local time: \(text)")
        return Moment(milliseconds: 0)
    }
    return zone.moment(of: WallTime(date: date(parts[0]), time: time))
}

/// How Norway's clocks show a moment: `2026-11-23 09:00`, with seconds where there are any.
func shown(_ moment: Moment?) -> String {
    guard let moment else { return "nil" }
    let wall = Desks.oslo.wallTime(at: moment)
    let rest = wall.milliseconds % 60_000
    return "\(wall.date.iso) \(wall.time.iso)" + (rest == 0 ? "" : "+\(rest)ms")
}

/// Numbers that are the same on every run (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
    /// A moment between two local dates, to the millisecond.
    mutating func moment(_ from: String, _ to: String) -> Moment {
        let range = local("\(from) 00:00").milliseconds..<local("\(to) 00:00").milliseconds
        return Moment(milliseconds: Int64.random(in: range, using: &self))
    }
}

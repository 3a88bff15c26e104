import SkrankeDomain
import Testing

/// Laws of opening time over twenty years, on calendars of every shape (lessons rows 26 and 27).
@Suite struct OpeningPropertyTests {
    static let calendars = [Desks.desk, Desks.shortDays, Desks.lunch, Desks.always]

    @Test(arguments: 0..<4)
    func openingTimeIsAdditiveAndMonotone(index: Int) {
        let calendar = Self.calendars[index]
        var random = SplitMix(UInt64(index) + 1)
        for _ in 0..<400 {
            let times = (0..<3).map { _ in random.moment("2025-01-01", "2045-01-01") }.sorted()
            let whole = calendar.openingTime(from: times[0], to: times[2])
            let first = calendar.openingTime(from: times[0], to: times[1])
            let second = calendar.openingTime(from: times[1], to: times[2])
            #expect(first.milliseconds + second.milliseconds == whole.milliseconds)
            #expect(first >= .zero && whole <= times[2] - times[0])
        }
    }

    /// Weeks are counted by multiplication: the sum over the days' windows must be the same.
    @Test(arguments: 0..<4)
    func theShortCutAgreesWithTheDays(index: Int) {
        let calendar = Self.calendars[index]
        var random = SplitMix(UInt64(index) + 11)
        for _ in 0..<25 {
            let start = random.moment("2025-01-01", "2044-01-01")
            let end = start + .days(Int64.random(in: 20...800, using: &random)) + .minutes(17)
            var sum: Int64 = 0
            let first = calendar.zone.date(at: start).daysSinceEpoch
            for day in first...calendar.zone.date(at: end).daysSinceEpoch {
                for window in calendar.windows(on: CivilDate(daysSinceEpoch: day)) {
                    sum += max(0, (min(end, window.closes) - max(start, window.opens)).milliseconds)
                }
            }
            #expect(calendar.openingTime(from: start, to: end).milliseconds == sum)
        }
    }

    /// The slow truth: each minute of the weekends on which clocks change is asked whether it is open.
    @Test(arguments: 0..<4, ["2026-03-27", "2026-10-23", "2027-03-26", "2027-10-29"])
    func minutesOfAWeekendOfChange(index: Int, friday: String) {
        let calendar = Self.calendars[index]
        let start = local("\(friday) 12:00")
        var open = 0
        for minute in 0..<Int64(3 * 1_440) {
            #expect(calendar.openingMinutes(from: start, to: start + .minutes(minute)) == open)
            if calendar.isOpen(at: start + .minutes(minute)) { open += 1 }
        }
    }

    @Test(arguments: 0..<4)
    func momentAfterIsTheInverse(index: Int) throws {
        let calendar = Self.calendars[index]
        var random = SplitMix(UInt64(index) + 21)
        for _ in 0..<200 {
            let start = random.moment("2025-01-01", "2044-01-01")
            let span = Span(milliseconds: Int64.random(in: 1...90_000_000, using: &random))
            let end = try #require(calendar.moment(after: span, from: start))
            #expect(calendar.openingTime(from: start, to: end) == span)
            let before = Moment(milliseconds: end.milliseconds - 1)
            #expect(calendar.isOpen(at: before), "\(shown(end)) is not the earliest such moment")
        }
    }

    @Test(arguments: 0..<4)
    func nextOpeningIsTheFirstOpenMoment(index: Int) throws {
        let calendar = Self.calendars[index]
        var random = SplitMix(UInt64(index) + 31)
        for _ in 0..<400 {
            let now = random.moment("2025-01-01", "2045-01-01")
            let next = try #require(calendar.nextOpening(atOrAfter: now))
            #expect(next >= now && calendar.isOpen(at: next))
            #expect(calendar.openingTime(from: now, to: next) == .zero)
            #expect(calendar.isOpen(at: now) == (next == now))
        }
    }

    /// The service day is the local day: 00:30 in Norway is still yesterday in UTC.
    @Test(arguments: [
        ("2026-06-30T21:30:00Z", "2026-06-30"), ("2026-06-30T22:30:00Z", "2026-07-01"),
        ("2026-12-31T22:30:00Z", "2026-12-31"), ("2026-12-31T23:30:00Z", "2027-01-01"),
    ])
    func theDayIsTheLocalDay(text: String, expected: String) throws {
        let moment = try #require(Moment(rfc3339: text))
        #expect(Desks.oslo.date(at: moment).iso == expected)
    }
}

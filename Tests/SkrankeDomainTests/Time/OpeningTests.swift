import SkrankeDomain
import Testing

@Suite struct OpeningTests {
    @Test(arguments: [
        ("2026-11-27 07:59", false), ("2026-11-27 08:00", true), ("2026-11-27 15:29", true),
        ("2026-11-27 15:30", false), ("2026-11-28 10:00", false), ("2026-05-14 10:00", false),
        ("2027-05-17 10:00", false), ("2026-12-24 11:59", true), ("2026-12-24 12:00", false),
        ("2026-07-08 10:00", false),
    ])
    func openness(at text: String, expected: Bool) {
        #expect(Desks.shortDays.isOpen(at: local(text)) == expected)
    }

    @Test(arguments: [
        ("2026-11-27 07:00", "2026-11-27 08:00"), ("2026-11-27 10:17", "2026-11-27 10:17"),
        ("2026-11-27 15:30", "2026-11-30 08:00"), ("2026-04-01 12:00", "2026-04-07 08:00"),
        ("2026-12-31 23:59", "2027-01-04 08:00"), ("2026-07-03 16:00", "2026-07-13 08:00"),
    ])
    func nextOpening(after text: String, expected: String) {
        #expect(shown(Desks.shortDays.nextOpening(atOrAfter: local(text))) == expected)
    }

    @Test(arguments: [
        ("2026-11-27 23:30", "2026-11-27 15:30"), ("2026-12-24 06:00", "2026-12-24 12:00"),
        ("2026-11-28 10:00", "nil"),
    ])
    func closingOfTheDay(of text: String, expected: String) {
        #expect(shown(Desks.shortDays.closing(onDayOf: local(text))) == expected)
    }

    @Test func nextClosingSkipsThePassedOne() {
        #expect(shown(Desks.desk.nextClosing(after: local("2026-11-27 15:29"))) == "2026-11-27 15:30")
        #expect(shown(Desks.desk.nextClosing(after: local("2026-11-27 15:30"))) == "2026-11-30 15:30")
    }

    @Test(arguments: [
        ("2026-11-27", 1, "2026-11-30"), ("2026-11-28", 1, "2026-11-30"), ("2026-04-01", 2, "2026-04-08"),
        ("2026-04-08", -2, "2026-04-01"), ("2026-11-28", 0, "2026-11-28"), ("2026-12-23", 2, "2026-12-28"),
    ])
    func addingWorkingDays(from text: String, count: Int, expected: String) {
        #expect(Desks.shortDays.adding(workingDays: count, to: date(text))?.iso == expected)
    }

    @Test(arguments: [
        ("2026-11-27 15:00", "2026-11-30 08:30", 60), ("2026-11-27 15:30", "2026-11-30 08:00", 0),
        ("2026-11-30 08:30", "2026-11-27 15:00", 0), ("2026-04-01 11:00", "2026-04-07 09:00", 120),
        ("2026-12-24 00:00", "2026-12-25 00:00", 240), ("2026-11-23 00:00", "2026-11-30 00:00", 2_250),
    ])
    func openingMinutes(from: String, to: String, expected: Int) {
        #expect(Desks.shortDays.openingMinutes(from: local(from), to: local(to)) == expected)
    }

    /// A year of 253 working days has 253 times 450 minutes, however it is counted.
    @Test func openingMinutesOfAYear() {
        #expect(
            Desks.desk.openingMinutes(from: local("2026-01-01 00:00"), to: local("2027-01-01 00:00"))
                == 113_850)
    }

    @Test(arguments: [
        ("2026-11-27 15:00", 60, "2026-11-30 08:30"), ("2026-11-27 15:00", 30, "2026-11-27 15:30"),
        ("2026-11-28 15:00", 0, "2026-11-28 15:00"), ("2026-11-28 15:00", 1, "2026-11-30 08:01"),
        ("2026-11-27 15:30", 450, "2026-11-30 15:30"),
    ])
    func momentAfterOpeningTime(from: String, minutes: Int64, expected: String) {
        #expect(shown(Desks.desk.moment(after: .minutes(minutes), from: local(from))) == expected)
    }

    @Test func aCalendarThatNeverOpensGivesNil() {
        let now = local("2026-11-27 10:00")
        #expect(Desks.never.nextOpening(atOrAfter: now) == nil)
        #expect(Desks.never.nextClosing(after: now) == nil)
        #expect(Desks.never.nextWorkingDay(after: date("2026-11-27")) == nil)
        #expect(Desks.never.previousWorkingDay(before: date("2026-11-27")) == nil)
        #expect(Desks.never.adding(workingDays: 1, to: date("2026-11-27")) == nil)
        #expect(Desks.never.moment(after: .minutes(1), from: now) == nil)
        #expect(Desks.never.openingTime(from: now, to: now + .days(3_650)) == .zero)
    }

    /// Clocks change at 02:00 and 03:00: the day has 23 or 25 hours.
    @Test(arguments: [
        ("2026-03-29", 23 * 60), ("2026-10-25", 25 * 60), ("2026-03-28", 24 * 60),
    ])
    func openDayAndNightWhereClocksChange(day: String, minutes: Int) {
        let next = date(day).adding(days: 1).iso
        #expect(
            Desks.always.openingMinutes(from: local("\(day) 00:00"), to: local("\(next) 00:00"))
                == minutes)
        #expect(Desks.always.windows(on: date(day)).count == 1)
    }

    @Test(arguments: [
        ("08:00-12:00 12:30-15:30", nil), ("", nil), ("00:00-24:00", nil),
        ("08:00-08:00", HoursFault.closesBeforeOpening(index: 0)),
        ("08:00-12:00 11:59-15:30", HoursFault.overlap(index: 1)),
        ("12:30-15:30 08:00-12:00", HoursFault.overlap(index: 1)),
    ])
    func faultsOfHours(text: String, expected: HoursFault?) {
        let hours = text.split(separator: " ").flatMap { Desks.hours(String($0)) }
        #expect(OpeningCalendar.fault(in: hours) == expected)
    }

    @Test func hoursOutsideOfTheDayAreAFault() {
        let hours = [OpeningCalendar.Interval(opens: ClockTime(8, 0), closes: ClockTime(25, 0))]
        #expect(OpeningCalendar.fault(in: hours) == .outsideOfDay(index: 0))
    }
}

import SkrankeDomain
import Testing

/// The golden values of facts §3.9, and the corners around them.
@Suite struct DeadlineGoldenTests {
    private func due(_ rule: DeadlineRule, _ received: String, _ calendar: OpeningCalendar) throws -> String {
        shown(try rule.computation(received: local(received), calendar: calendar).due)
    }

    @Test(arguments: [
        ("2026-11-23 09:00", "2026-11-23 09:00", "2026-11-25 09:00"),
        ("2026-11-27 14:00", "2026-11-27 14:00", "2026-12-01 14:00"),
        ("2026-11-27 15:30", "2026-11-30 08:00", "2026-12-02 08:00"),
        ("2026-11-28 20:00", "2026-11-30 08:00", "2026-12-02 08:00"),
        ("2026-04-01 09:00", "2026-04-01 09:00", "2026-04-08 09:00"),
        ("2026-11-23 00:30", "2026-11-23 08:00", "2026-11-25 08:00"),
        ("2026-11-23 23:30", "2026-11-24 08:00", "2026-11-26 08:00"),
        ("2026-10-23 14:00", "2026-10-23 14:00", "2026-10-27 14:00"),
        ("2026-03-27 14:00", "2026-03-27 14:00", "2026-03-31 14:00"),
    ])
    func emailAnswer(received: String, start: String, due: String) throws {
        let computation = try DeadlineRule.emailAnswer().computation(
            received: local(received), calendar: Desks.desk)
        #expect(shown(computation.start) == start)
        #expect(shown(computation.due) == due)
        #expect(computation.kind == .emailAnswer && computation.received == local(received))
    }

    @Test(arguments: [
        // Never after closing time: 29 December's two working days end on the 31st, which closes at 12.
        ("2026-12-29 14:00", "2026-12-31 12:00"), ("2026-12-29 11:00", "2026-12-31 11:00"),
        // A short day is a working day.
        ("2026-12-23 14:00", "2026-12-28 14:00"), ("2026-03-30 14:00", "2026-04-01 12:00"),
    ])
    func emailAnswerAroundShortDays(received: String, expected: String) throws {
        #expect(try due(.emailAnswer(), received, Desks.shortDays) == expected)
    }

    @Test(arguments: [
        // Thursday opens at 10 only; 11:45 on a Friday is lunch, which ends at 12:15.
        ("2026-11-24 08:30", "2026-11-26 10:00"), ("2026-11-25 11:30", "2026-11-27 12:15"),
        ("2026-11-25 11:00", "2026-11-27 11:00"), ("2026-11-26 17:00", "2026-11-28 13:00"),
    ])
    func emailAnswerWithSeveralWindows(received: String, expected: String) throws {
        let workdays = OpeningCalendar(
            zone: Desks.oslo, weekly: Desks.lunch.weekly.filter { $0.key != .sunday }, holidays: .norway)
        #expect(try due(.emailAnswer(), received, workdays) == expected)
    }

    @Test func emailAnswerOnTheClock() throws {
        #expect(try due(.emailAnswer(literal48h: true), "2026-11-27 14:00", Desks.desk) == "2026-11-29 14:00")
        #expect(try due(.emailAnswer(literal48h: true), "2026-10-24 14:00", Desks.desk) == "2026-10-26 13:00")
    }

    @Test(arguments: [
        ("2026-11-27 10:00", Roll.preceding, "2026-12-04 15:30"),
        ("2026-11-27 10:00", .following, "2026-12-07 15:30"),
        ("2026-03-27 10:00", .preceding, "2026-04-01 12:00"),
        ("2026-03-27 10:00", .following, "2026-04-07 15:30"),
        ("2026-11-23 10:00", .preceding, "2026-12-01 15:30"),
        ("2026-11-23 23:59", .preceding, "2026-12-01 15:30"),
    ])
    func eightCalendarDays(received: String, roll: Roll, expected: String) throws {
        #expect(try due(.appointment(roll: roll), received, Desks.shortDays) == expected)
        #expect(try due(.complaint(roll: roll), received, Desks.shortDays) == expected)
    }

    /// A desk that is closed from receipt to day 8 can only answer afterwards: due is never in the past.
    @Test func precedingNeverFallsBeforeReceipt() throws {
        let target = ServiceTarget(days: 2, unit: .calendarDays)
        #expect(try due(.expectedFinal(target), "2026-07-03 16:00", Desks.shortDays) == "2026-07-13 15:30")
        #expect(try due(.expectedFinal(target), "2026-07-03 15:00", Desks.shortDays) == "2026-07-03 15:30")
    }

    @Test(arguments: [
        ("2027-01-31 10:00", "2027-03-01 15:30"), ("2026-11-23 10:00", "2026-12-23 15:30"),
        ("2026-11-25 10:00", "2026-12-28 15:30"), ("2028-01-31 10:00", "2028-02-29 15:30"),
    ])
    func legalMonth(received: String, expected: String) throws {
        #expect(try due(.legalMonth, received, Desks.desk) == expected)
    }

    @Test(arguments: [
        (ServiceTarget(days: 21, unit: .calendarDays), "2026-11-23 10:00", "2026-12-14 15:30"),
        (ServiceTarget(days: 20, unit: .calendarDays), "2026-11-23 10:00", "2026-12-11 15:30"),
        (
            ServiceTarget(days: 20, unit: .calendarDays, roll: .following), "2026-11-23 10:00",
            "2026-12-14 15:30"
        ),
        (ServiceTarget(days: 5, unit: .workingDays), "2026-11-23 10:00", "2026-11-30 15:30"),
        (ServiceTarget(days: 5, unit: .workingDays), "2026-11-28 10:00", "2026-12-07 15:30"),
        (ServiceTarget(days: 0, unit: .calendarDays), "2026-11-23 16:00", "2026-11-24 15:30"),
        (ServiceTarget(days: 0, unit: .workingDays), "2026-11-23 10:00", "2026-11-23 15:30"),
    ])
    func expectedFinal(target: ServiceTarget, received: String, expected: String) throws {
        #expect(try due(.expectedFinal(target), received, Desks.desk) == expected)
    }

    @Test(arguments: [
        ("2026-11-23 10:00", "2026-11-24 15:30"), ("2026-11-27 10:00", "2026-11-30 15:30"),
        ("2026-11-28 10:00", "2026-11-30 15:30"), ("2026-12-23 10:00", "2026-12-24 12:00"),
    ])
    func callback(received: String, expected: String) throws {
        #expect(try due(.callback, received, Desks.shortDays) == expected)
    }

    @Test func callbackInAPromisedWindow() throws {
        let rule = DeadlineRule.callback(from: local("2026-11-24 13:00"), until: local("2026-11-24 14:00"))
        let computation = try rule.computation(received: local("2026-11-23 10:00"), calendar: Desks.desk)
        #expect(shown(computation.start) == "2026-11-24 13:00")
        #expect(shown(computation.due) == "2026-11-24 14:00")
        #expect(throws: DeadlineFault.promiseInPast) {
            try rule.computation(received: local("2026-11-24 14:00"), calendar: Desks.desk)
        }
    }

    @Test(arguments: [
        ("2026-11-23 07:00", "2026-11-23 15:30"), ("2026-11-23 15:29", "2026-11-23 15:30"),
        ("2026-11-23 15:30", "2026-11-24 15:30"), ("2026-11-28 10:00", "2026-11-30 15:30"),
        ("2026-12-24 11:00", "2026-12-24 12:00"), ("2026-12-24 12:00", "2026-12-28 15:30"),
    ])
    func sameDay(received: String, expected: String) throws {
        #expect(try due(.sameDay, received, Desks.shortDays) == expected)
    }

    @Test(arguments: [
        DeadlineRule.emailAnswer(), .appointment(), .complaint(), .legalMonth, .callback, .sameDay,
        .unitResponse(),
        DeadlineRule(.walkInWait, .openingTime(.minutes(5))),
    ])
    func aCalendarThatNeverOpensIsAFault(rule: DeadlineRule) {
        #expect(throws: DeadlineFault.neverOpen) {
            try rule.computation(received: local("2026-11-23 10:00"), calendar: Desks.never)
        }
    }

    @Test(arguments: [
        DeadlineRule.Method.workingDays(-1), .workingDays(.max), .calendarDays(.min, .preceding),
        .calendarDays(40_000, .following), .months(-1, .following), .months(.max, .following),
        .clock(Span(milliseconds: -1)), .clock(Span(milliseconds: .max)),
        .openingTime(Span(milliseconds: .min)),
    ])
    func absurdLengthsAreAFault(method: DeadlineRule.Method) {
        #expect(throws: DeadlineFault.badLength) {
            try DeadlineRule(.expectedFinal, method)
                .computation(received: local("2026-11-23 10:00"), calendar: Desks.desk)
        }
    }
}

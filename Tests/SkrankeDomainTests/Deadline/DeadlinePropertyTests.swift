import Foundation
import SkrankeDomain
import Testing

/// Laws that hold for every receipt over twenty years.
@Suite struct DeadlinePropertyTests {
    static let rules: [DeadlineRule] = [
        .emailAnswer(), .appointment(), .complaint(), .appointment(roll: .following), .legalMonth, .callback,
        .sameDay, .unitResponse(), .expectedFinal(ServiceTarget(days: 0, unit: .calendarDays)),
        .expectedFinal(ServiceTarget(days: 21, unit: .calendarDays)),
        .expectedFinal(ServiceTarget(days: 15, unit: .workingDays)),
        DeadlineRule(.phoneAnswer, .openingTime(.hours(20))),
    ]
    static let calendars = [Desks.desk, Desks.shortDays, Desks.lunch, Desks.always]

    /// Facts §3.9: on calendars without short days, "2 working days" equals 900 opening minutes.
    @Test func twoWorkingDaysAre900OpeningMinutes() throws {
        var random = SplitMix(48)
        for _ in 0..<4_000 {
            let received = random.moment("2025-01-01", "2045-01-01")
            let deadline = try DeadlineRule.emailAnswer().computation(
                received: received, calendar: Desks.desk)
            #expect(Desks.desk.openingTime(from: deadline.start, to: deadline.due) == .minutes(900))
            #expect(Desks.desk.openingTime(from: received, to: deadline.due) == .minutes(900))
        }
    }

    @Test(arguments: 0..<4)
    func dueIsInTheFutureAndWhileTheDeskIsOpen(index: Int) throws {
        let calendar = Self.calendars[index]
        var random = SplitMix(UInt64(index) + 100)
        for _ in 0..<300 {
            let received = random.moment("2025-01-01", "2045-01-01")
            for rule in Self.rules {
                let deadline = try rule.computation(received: received, calendar: calendar)
                #expect(deadline.due > received && deadline.start >= received)
                #expect(deadline.start <= deadline.due)
                let windows =
                    calendar.windows(on: calendar.zone.date(at: deadline.due - .seconds(1)))
                    + calendar.windows(on: calendar.zone.date(at: deadline.due))
                #expect(
                    windows.contains { $0.opens <= deadline.due && deadline.due <= $0.closes },
                    "\(rule.kind) received \(shown(received)) is due \(shown(deadline.due))")
                let why = deadline.why.due
                #expect(WhyLine.Point(calendar.zone.wallTime(at: deadline.due)) == why)
            }
        }
    }

    /// Who comes later is never due earlier.
    @Test(arguments: 0..<4)
    func monotone(index: Int) throws {
        let calendar = Self.calendars[index]
        var random = SplitMix(UInt64(index) + 200)
        for _ in 0..<300 {
            let first = random.moment("2025-01-01", "2045-01-01")
            let second = first + Span(milliseconds: Int64.random(in: 0...400_000_000, using: &random))
            for rule in Self.rules {
                let one = try rule.computation(received: first, calendar: calendar)
                let two = try rule.computation(received: second, calendar: calendar)
                #expect(one.due <= two.due, "\(rule.kind): \(shown(first)) and \(shown(second))")
            }
        }
    }

    /// A promise is not stretched: rolling back never passes day 8, unless the desk is closed all along.
    @Test func precedingStaysWithinEightDays() throws {
        var random = SplitMix(8)
        for _ in 0..<2_000 {
            let received = random.moment("2025-01-01", "2045-01-01")
            let due = try DeadlineRule.complaint().computation(received: received, calendar: Desks.desk).due
            let limit = Desks.oslo.date(at: received).adding(days: 8)
            #expect(Desks.oslo.date(at: due) <= limit)
            let following = try DeadlineRule.complaint(roll: .following)
                .computation(received: received, calendar: Desks.desk).due
            #expect(Desks.oslo.date(at: following) >= limit && due <= following)
        }
    }

    @Test func pausesMoveTheDeadlineByTheirOpeningTime() throws {
        let calendar = Desks.desk
        let deadline = try DeadlineRule.emailAnswer().computation(
            received: local("2026-11-23 09:00"), calendar: calendar)
        func paused(_ from: String, _ until: String) throws -> String {
            shown(try deadline.paused(from: local(from), until: local(until), calendar: calendar).due)
        }
        #expect(try paused("2026-11-24 09:00", "2026-11-24 10:00") == "2026-11-25 10:00")
        #expect(try paused("2026-11-24 15:30", "2026-11-25 08:00") == "2026-11-25 09:00")
        #expect(try paused("2026-11-24 09:00", "2026-11-30 09:00") == "2026-12-01 09:00")
        #expect(try paused("2026-11-25 09:00", "2026-11-30 09:00") == "2026-11-25 09:00")
        #expect(try paused("2026-11-24 10:00", "2026-11-24 09:00") == "2026-11-25 09:00")
        let literal = try DeadlineRule.emailAnswer(literal48h: true).computation(
            received: local("2026-11-27 14:00"), calendar: calendar)
        let moved = try literal.paused(
            from: local("2026-11-28 00:00"), until: local("2026-11-28 05:00"), calendar: calendar)
        #expect(shown(moved.due) == "2026-11-29 19:00")
    }

    @Test(arguments: [
        ("2026-11-23 09:00", DeadlineUrgency.normal), ("2026-11-24 12:44", .normal),
        ("2026-11-24 12:45", .soon),
        ("2026-11-25 09:00", .soon), ("2026-11-25 09:01", .over),
    ])
    func urgencyOfTwoWorkingDays(now: String, expected: DeadlineUrgency) throws {
        let deadline = try DeadlineRule.emailAnswer().computation(
            received: local("2026-11-23 09:00"), calendar: Desks.desk)
        #expect(deadline.urgency(at: local(now), calendar: Desks.desk) == expected)
    }

    @Test(arguments: [
        (Int64(0), DeadlineUrgency.normal), (22, .normal), (23, .soon), (30, .soon), (31, .over),
    ])
    func urgencyOfThirtySeconds(seconds: Int64, expected: DeadlineUrgency) throws {
        let received = local("2026-11-23 09:00")
        let deadline = try DeadlineRule(.phoneAnswer, .clock(.seconds(30))).computation(
            received: received, calendar: Desks.desk)
        #expect(deadline.urgency(at: received + .seconds(seconds), calendar: Desks.desk) == expected)
    }

    @Test(arguments: rules)
    func computationsSurviveJSON(rule: DeadlineRule) throws {
        let deadline = try rule.computation(received: local("2027-05-14 16:00"), calendar: Desks.shortDays)
        let data = try JSONEncoder().encode(deadline)
        #expect(try JSONDecoder().decode(DeadlineComputation.self, from: data) == deadline)
        #expect(try JSONDecoder().decode(DeadlineRule.self, from: JSONEncoder().encode(rule)) == rule)
    }
}

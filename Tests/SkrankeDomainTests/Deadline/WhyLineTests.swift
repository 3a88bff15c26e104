import SkrankeDomain
import Testing

@Suite struct WhyLineTests {
    private func why(_ rule: DeadlineRule, _ received: String, _ language: Language) throws -> String {
        try rule.computation(
            received: local(received), calendar: Desks.shortDays
        ).why.text(language: language)
    }

    @Test(arguments: [
        (
            Language.nb,
            "48 t = 2 arbeidsdager → lø–sø, 17. mai / 2. pinsedag 17.5 hoppes over → on 19.5 10:12"
        ),
        (.nn, "48 t = 2 arbeidsdagar → la–sø, 17. mai / 2. pinsedag 17.5 blir hoppa over → on 19.5 10:12"),
        (
            .en,
            "48 h = 2 working days → Sat–Sun, Constitution Day / Whit Monday 17 May skipped"
                + " → Wed 19 May 10:12"
        ),
    ])
    func aHolidayIsSkipped(language: Language, expected: String) throws {
        #expect(try why(.emailAnswer(), "2027-05-14 10:12", language) == expected)
    }

    @Test(arguments: [
        ("2026-11-23 09:00", "48 t = 2 arbeidsdager → on 25.11 09:00"),
        ("2026-11-28 20:00", "48 t = 2 arbeidsdager → teller fra åpning ma 30.11 08:00 → on 2.12 08:00"),
        ("2026-12-29 14:00", "48 t = 2 arbeidsdager → senest ved stengetid → to 31.12 12:00"),
        ("2028-05-16 12:00", "48 t = 2 arbeidsdager → 17. mai hoppes over → fr 19.5 12:00"),
        (
            "2026-07-02 09:00",
            "48 t = 2 arbeidsdager → lø–sø, flytting 6.7–10.7, lø–sø hoppes over → ma 13.7 09:00"
        ),
    ])
    func emailAnswer(received: String, expected: String) throws {
        #expect(try why(.emailAnswer(), received, .nb) == expected)
    }

    @Test(arguments: [
        (
            DeadlineRule.complaint(), "2026-11-27 10:00",
            "8 kalenderdager → lø 5.12 er stengt, arbeidsdagen før → fr 4.12 15:30 (stengetid)"
        ),
        (.complaint(), "2026-11-23 10:00", "8 kalenderdager → ti 1.12 15:30 (stengetid)"),
        (
            .legalMonth, "2027-01-31 10:00",
            "1 måned → sø 28.2 er stengt, arbeidsdagen etter → ma 1.3 15:30 (stengetid)"
        ),
        (
            .complaint(), "2026-05-06 10:00",
            "8 kalenderdager → to 14.5 er Kristi himmelfartsdag, arbeidsdagen før"
                + " → on 13.5 15:30 (stengetid)"
        ),
        (
            .sameDay, "2026-11-23 16:00",
            "samme dag → stengt for dagen ma 23.11, neste arbeidsdag → ti 24.11 15:30 (stengetid)"
        ),
        (.callback, "2026-11-27 10:00", "neste arbeidsdag → lø–sø hoppes over → ma 30.11 15:30 (stengetid)"),
        (.emailAnswer(literal48h: true), "2026-11-27 14:00", "48 t på klokka → sø 29.11 14:00"),
        (.unitResponse(), "2026-11-23 09:00", "2 arbeidsdager → on 25.11 09:00"),
        (
            DeadlineRule(.receipt, .openingTime(.minutes(90))), "2026-11-23 09:00",
            "1 t 30 min åpningstid → ma 23.11 10:30"
        ),
    ])
    func otherRules(rule: DeadlineRule, received: String, expected: String) throws {
        #expect(try why(rule, received, .nb) == expected)
    }

    @Test(arguments: [
        (Language.nn, "8 kalenderdagar → la 5.12 er stengt, arbeidsdagen før → fr 4.12 15:30 (stengjetid)"),
        (
            .en,
            "8 calendar days → Sat 5 Dec is closed, the working day before → Fri 4 Dec 15:30 (closing time)"
        ),
    ])
    func otherLanguages(language: Language, expected: String) throws {
        #expect(try why(.complaint(), "2026-11-27 10:00", language) == expected)
    }

    @Test func pausesAreSaid() throws {
        let deadline = try DeadlineRule.emailAnswer().computation(
            received: local("2026-11-23 09:00"), calendar: Desks.desk)
        let paused = try deadline.paused(
            from: local("2026-11-24 09:00"), until: local("2026-11-24 10:30"), calendar: Desks.desk)
        #expect(paused.why.text(language: .nb) == "48 t = 2 arbeidsdager → pause 1 t 30 min → on 25.11 10:30")
    }

    /// A desk closed for years gives one step, not one for each day.
    @Test func longClosuresStayShort() throws {
        var exceptions: [CivilDate: OpeningCalendar.Exception] = [:]
        for day in 0..<1_000 { exceptions[date("2026-11-24").adding(days: day)] = .init(hours: []) }
        let calendar = OpeningCalendar(
            zone: Desks.oslo, weekly: Desks.desk.weekly, holidays: .norway, exceptions: exceptions)
        let deadline = try DeadlineRule.emailAnswer().computation(
            received: local("2026-11-23 09:00"), calendar: calendar)
        #expect(deadline.why.steps.count < 5)
    }
}

import SkrankeDomain
import Testing

@Suite struct PhrasesTests {
    private func wall(_ text: String) -> WallTime { Desks.oslo.wallTime(at: local(text)) }

    @Test(arguments: [
        (Language.nb, "2026-12-02 15:30", "onsdag 2. desember 2026 kl. 15.30"),
        (.nn, "2026-12-02 15:30", "onsdag 2. desember 2026 kl. 15.30"),
        (.en, "2026-12-02 15:30", "Wednesday 2 December 2026 at 15:30"),
        (.nb, "2027-05-18 08:05", "tirsdag 18. mai 2027 kl. 08.05"),
        (.nn, "2027-05-18 08:05", "tysdag 18. mai 2027 kl. 08.05"),
        (.nn, "2026-11-30 00:00", "måndag 30. november 2026 kl. 00.00"),
        (.nn, "2026-11-28 23:59", "laurdag 28. november 2026 kl. 23.59"),
        (.nb, "2026-11-29 12:00", "søndag 29. november 2026 kl. 12.00"),
        (.en, "2028-02-29 09:00", "Tuesday 29 February 2028 at 09:00"),
    ])
    func long(language: Language, text: String, expected: String) {
        #expect(Phrases(language).dateAndTime(wall(text)) == expected)
    }

    @Test(arguments: [
        (Language.nb, "ti 24.11 10:42"), (.nn, "ty 24.11 10:42"), (.en, "Tue 24 Nov 10:42"),
    ])
    func short(language: Language, expected: String) {
        #expect(Phrases(language).shortDateAndTime(wall("2026-11-24 10:42")) == expected)
    }

    @Test(arguments: [
        (Language.nb, "2026-11-24 10:42", "10:42"), (.nb, "2026-11-23 10:42", "ma 23.11 10:42"),
        (.nn, "2026-11-28 10:42", "la 28.11 10:42"), (.nb, "2025-11-23 10:42", "23.11.2025"),
        (.en, "2025-11-23 10:42", "23 Nov 2025"),
    ])
    func brief(language: Language, text: String, expected: String) {
        #expect(Phrases(language).brief(wall(text), today: date("2026-11-24")) == expected)
    }

    @Test(arguments: [
        (Int64(0), "0 s", "0 s"), (59_999, "59 s", "59 s"), (60_000, "1 min", "1 min"),
        (3_600_000, "1 t", "1 h"), (7_800_000, "2 t 10 min", "2 h 10 min"), (111_600_000, "31 t", "31 h"),
        (-7_800_000, "-2 t 10 min", "-2 h 10 min"), (-999, "0 s", "0 s"),
    ])
    func durations(milliseconds: Int64, nb: String, en: String) {
        let span = Span(milliseconds: milliseconds)
        #expect(Phrases(.nb).duration(span) == nb)
        #expect(Phrases(.nn).duration(span) == nb)
        #expect(Phrases(.en).duration(span) == en)
    }

    @Test(arguments: [
        (Int64(12), "12 s"), (719, "11 min"), (3_600, "1 t"), (111_600, "31 t"), (172_799, "47 t"),
        (172_800, "2 d"), (475_000, "5 d"), (-5, "0 s"),
    ])
    func ages(seconds: Int64, expected: String) {
        #expect(Phrases(.nb).age(.seconds(seconds)) == expected)
    }

    @Test(arguments: [
        (Int64(192), "03:12"), (0, "00:00"), (3_599, "59:59"), (3_792, "1:03:12"), (-4, "00:00"),
    ])
    func stopwatch(seconds: Int64, expected: String) {
        #expect(Phrases.stopwatch(.seconds(seconds)) == expected)
    }

    @Test func countdowns() {
        let span = Span.minutes(130)
        #expect(Phrases(.nb).leftInOpeningTime(span) == "2 t 10 min igjen i åpningstid")
        #expect(Phrases(.nn).leftInOpeningTime(span) == "2 t 10 min att i opningstida")
        #expect(Phrases(.en).leftInOpeningTime(span) == "2 h 10 min left in opening hours")
        #expect(Phrases(.nb).overdue(.minutes(65)) == "1 t 5 min over frist")
        #expect(Phrases(.nn).overdue(.minutes(65)) == "1 t 5 min over fristen")
        #expect(Phrases(.en).overdue(.minutes(65)) == "1 h 5 min overdue")
    }

    /// Short names must tell the seven days apart in each language.
    @Test(arguments: Language.allCases)
    func shortNamesAreDistinct(language: Language) {
        #expect(Set(Weekday.allCases.map { Phrases(language).shortName(of: $0) }).count == 7)
        #expect(Set((1...12).map { Phrases(language).name(ofMonth: $0) }).count == 12)
    }
}

import SkrankeDomain
import Testing

@Suite struct HolidayTests {
    @Test(arguments: [
        (1_995, "1995-04-16"), (2_000, "2000-04-23"), (2_008, "2008-03-23"), (2_019, "2019-04-21"),
        (2_026, "2026-04-05"), (2_027, "2027-03-28"), (2_038, "2038-04-25"), (2_285, "2285-03-22"),
    ])
    func easterSunday(year: Int, expected: String) {
        #expect(CivilDate.easterSunday(year: year).iso == expected)
    }

    /// Facts §3.8: the holidays that fall on a Monday to Friday.
    @Test(arguments: [
        (2_026, "01-01 04-02 04-03 04-06 05-01 05-14 05-25 12-25"),
        (2_027, "01-01 03-25 03-26 03-29 05-06 05-17"),
    ])
    func weekdayHolidays(year: Int, expected: String) {
        let dates = Set(Holidays.norway.holidays(in: year).map(\.date))
            .filter { $0.weekday.rawValue <= 5 }
            .sorted()
        #expect(dates.map { String($0.iso.dropFirst(5)) }.joined(separator: " ") == expected)
    }

    @Test(arguments: [(2_026, 253), (2_027, 255), (2_028, 251), (2_029, 251), (2_030, 251)])
    func workingDaysOfAYear(year: Int, expected: Int) {
        #expect(Desks.desk.workingDays(in: date("\(year)-01-01")...date("\(year)-12-31")) == expected)
    }

    @Test func twoHolidaysShareADate() {
        let names = Holidays.norway.names(on: date("2027-05-17")).compactMap { Language.nb.pick($0) }
        #expect(names == ["17. mai", "2. pinsedag"])
        #expect(Holidays.norway.holidays(in: 2_027).filter { $0.date.iso == "2027-05-17" }.count == 2)
        #expect(Holidays.norway.names(on: date("2008-05-01")).count == 2)
    }

    @Test(arguments: 1_995...2_099)
    func listAndPredicateAgree(year: Int) {
        let listed = Set(Holidays.norway.holidays(in: year).map(\.date))
        let first = date("\(year)-01-01").daysSinceEpoch
        let asked = (first..<date("\(year + 1)-01-01").daysSinceEpoch)
            .map { CivilDate(daysSinceEpoch: $0) }
            .filter { Holidays.norway.isHoliday($0) }
        #expect(asked == listed.sorted())
    }

    @Test func rulesWithoutADateInTheYearGiveNone() {
        let odd = Holidays(rules: [.init(.fixed(month: 2, day: 29)), .init(.easter(offset: 300))])
        #expect(odd.holidays(in: 2_027).isEmpty)
        #expect(odd.holidays(in: 2_028).map(\.date.iso) == ["2028-02-29"])
    }

    /// Every holiday of Norway 1995-2050 as Python's `holidays` package has it (it has no other Sundays).
    @Test func agreesWithThePythonPackage() throws {
        let script = """
            import holidays
            days = holidays.Norway(years=range(1995, 2051), include_sundays=False)
            for day in sorted(days): print(day.isoformat())
            """
        let oracle = try PythonOracle.lines(script, needs: "the package holidays (pip install holidays)")
        let ours = (1_995...2_050).flatMap { Set(Holidays.norway.holidays(in: $0).map(\.date)).sorted() }
        #expect(oracle.count > 600)
        #expect(ours.map(\.iso) == oracle.map(String.init))
    }
}

extension Holidays {
    /// Norway's public holidays (facts §3.8): the holidays of the church by law, 1 May and 17 May.
    ///
    /// The fallback of a bare executable; a municipality's own list stands in `Data/`.
    public static let norway = Holidays(rules: [
        rule(.fixed(month: 1, day: 1), "1. nyttårsdag", "1. nyårsdag", "New Year's Day"),
        rule(.easter(offset: -3), "skjærtorsdag", "skjertorsdag", "Maundy Thursday"),
        rule(.easter(offset: -2), "langfredag", "langfredag", "Good Friday"),
        rule(.easter(offset: 0), "1. påskedag", "1. påskedag", "Easter Sunday"),
        rule(.easter(offset: 1), "2. påskedag", "2. påskedag", "Easter Monday"),
        rule(.fixed(month: 5, day: 1), "1. mai", "1. mai", "Labour Day"),
        rule(.fixed(month: 5, day: 17), "17. mai", "17. mai", "Constitution Day"),
        rule(.easter(offset: 39), "Kristi himmelfartsdag", "Kristi himmelfartsdag", "Ascension Day"),
        rule(.easter(offset: 49), "1. pinsedag", "1. pinsedag", "Whit Sunday"),
        rule(.easter(offset: 50), "2. pinsedag", "2. pinsedag", "Whit Monday"),
        rule(.fixed(month: 12, day: 25), "1. juledag", "1. juledag", "Christmas Day"),
        rule(.fixed(month: 12, day: 26), "2. juledag", "2. juledag", "Boxing Day"),
    ])

    private static func rule(_ day: Rule.Day, _ nb: String, _ nn: String, _ en: String) -> Rule {
        Rule(day, name: ["nb": nb, "nn": nn, "en": en])
    }
}

extension OpeningCalendar {
    /// Monday to Friday 08:00-15:30 the whole year but public holidays (R48, K3), without short days.
    ///
    /// The fallback of a bare executable; a municipality's own hours stand in `Data/`.
    public static func norwegianDefault(zone: TimeZoneRules) -> OpeningCalendar {
        let day = [Interval(opens: ClockTime(8, 0), closes: ClockTime(15, 30))]
        let week: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        return OpeningCalendar(
            zone: zone, weekly: Dictionary(uniqueKeysWithValues: week.map { ($0, day) }), holidays: .norway)
    }
}

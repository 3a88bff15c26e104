import SkrankeDomain

/// A municipality for tests: opening hours 08:00-15:30 in Norwegian time, holidays, two services and units,
/// texts in three languages. Nothing is read from outside.
public enum TestPolicy {
    /// The clocks of Norway from 2025 to 2028: the last Sundays of March and October, 01:00 UTC.
    public static let oslo = TimeZoneRules(
        name: "Europe/Oslo", firstOffset: 3_600,
        transitions: [
            (2025, 3, 30, 7_200), (2025, 10, 26, 3_600), (2026, 3, 29, 7_200), (2026, 10, 25, 3_600),
            (2027, 3, 28, 7_200), (2027, 10, 31, 3_600), (2028, 3, 26, 7_200), (2028, 10, 29, 3_600),
        ].compactMap { year, month, day, offset in
            CivilDate(year: year, month: month, day: day).map { date in
                .init(at: Moment(seconds: Int64(date.daysSinceEpoch) * 86_400 + 3_600), offset: offset)
            }
        })

    public static let calendar = OpeningCalendar(
        zone: oslo,
        weekly: Dictionary(
            uniqueKeysWithValues: [Weekday.monday, .tuesday, .wednesday, .thursday, .friday].map {
                ($0, [.init(opens: ClockTime(8, 0), closes: ClockTime(15, 30))])
            }),
        holidays: .norway)

    public static let kari = AgentID("kari")
    public static let ola = AgentID("ola")
    public static let ingrid = AgentID("ingrid")
    public static let per = AgentID("per")

    public static let policy = withDirectory(plain)

    private static let plain = DeskPolicy(
        calendar: calendar,
        services: [
            TopicCode("byggesak"): ServicePolicy(
                unit: UnitCode("plan"), deskStep: 2, target: .workingDays(15),
                name: [.nb: "Byggesak", .nn: "Byggesak", .en: "Building permit"]),
            TopicCode("barnehage"): ServicePolicy(
                unit: UnitCode("oppvekst"), deskStep: 3, target: .calendarDays(21),
                name: [.nb: "Barnehage", .nn: "Barnehage", .en: "Kindergarten"]),
        ],
        units: [
            UnitCode("plan"): UnitPolicy(
                name: [.nb: "Plan og bygg"], leader: "Siri Li", responseWorkingDays: 2),
            UnitCode("oppvekst"): UnitPolicy(name: [.nb: "Oppvekst"], leader: "Tor Moe"),
            UnitCode("nav"): UnitPolicy(name: [.nb: "Nav"], leader: "-", isExternal: true, phone: "55553333"),
        ],
        staff: [
            kari: StaffPolicy(name: "Kari Nordmann", roles: [.agent], phoneUser: "101"),
            ola: StaffPolicy(name: "Ola Dahl", roles: [.agent]),
            ingrid: StaffPolicy(name: "Ingrid Vang", roles: [.agent, .supervisor, .admin]),
            per: StaffPolicy(name: "Per Berg", roles: [.specialist], unit: UnitCode("plan")),
        ],
        texts: CitizenTexts(texts: texts))

    private static let texts: [CitizenTexts.Key: [Language: String]] = Dictionary(
        uniqueKeysWithValues: CitizenTexts.Key.allCases.map { key in
            let isReceipt = key.rawValue.hasPrefix("receipt") || key.rawValue.hasPrefix("left")
            let places = isReceipt || key == .expectedDateChanged ? " {reference}: {expected}" : ""
            return (
                key,
                [
                    .nb: "\(key.rawValue) på bokmål\(places)", .nn: "\(key.rawValue) på nynorsk\(places)",
                    .en: "\(key.rawValue) in English\(places)",
                ]
            )
        })
}

import SkrankeConsole
import SkrankeDomain

extension TopicCode: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

/// An invented municipality to test with: a few units, services and people, none of them real.
enum Demo {
    static let kari = AgentID("kari")
    static let liv = AgentID("liv")
    static let per = AgentID("per")
    static let admin = AgentID("arne")

    /// Central European time without the system's tz database: winter time, and the summers of the test's
    /// years.
    static let zone = TimeZoneRules(
        name: "Europe/Oslo", firstOffset: 3_600,
        transitions: [
            .init(at: Moment(seconds: 1_774_746_000), offset: 7_200),
            .init(at: Moment(seconds: 1_792_890_000), offset: 3_600),
        ])

    /// Tuesday 24 November 2026 10:42:17.
    static let now = at(24, 10, 42, 17)

    static func at(_ day: Int, _ hour: Int, _ minute: Int, _ second: Int = 0, month: Int = 11) -> Moment {
        let date = CivilDate(year: 2026, month: month, day: day) ?? CivilDate(daysSinceEpoch: 0)
        return zone.moment(
            of: WallTime(date: date, milliseconds: ((hour * 60 + minute) * 60 + second) * 1_000))
    }

    static func caller(_ agent: AgentID = kari, _ roles: Set<StaffRole> = [.agent]) -> Caller {
        Caller(.agent(agent), roles: roles, terminal: "test")
    }

    static func policy(language: Language = .nb) -> DeskPolicy {
        var channels = ChannelPolicy()
        channels.grace = [.chat: .zero, .email: .seconds(5)]
        return DeskPolicy(
            calendar: .norwegianDefault(zone: zone), language: language, channels: channels,
            services: services,
            units: units, staff: staff, texts: CitizenTexts(texts: texts))
    }

    static let names = DeskNames(
        municipality: "Lillevik kommune",
        topics: [TopicCode("apningstider"): [.nb: "Åpningstider", .nn: "Opningstider", .en: "Opening hours"]])

    private static let services: [TopicCode: ServicePolicy] = [
        TopicCode("barnehage"): service("oppvekst", "Barnehage", "Barnehage", "Kindergarten"),
        TopicCode("byggesak"): service("byggesak", "Byggesak", "Byggesak", "Building permit"),
        TopicCode("renovasjon"): service("teknisk", "Renovasjon", "Renovasjon", "Waste collection"),
        TopicCode("parkering"): service("teknisk", "Parkering", "Parkering", "Parking"),
        TopicCode("startlan"): service("velferd", "Startlån", "Startlån", "Start-up loan"),
    ]

    private static func service(_ unit: String, _ nb: String, _ nn: String, _ en: String) -> ServicePolicy {
        ServicePolicy(unit: UnitCode(unit), deskStep: 2, target: nil, name: [.nb: nb, .nn: nn, .en: en])
    }

    private static let units: [UnitCode: UnitPolicy] = [
        UnitCode("byggesak"): UnitPolicy(name: [.nb: "Byggesak"], leader: "Jon Eik", responseWorkingDays: 2),
        UnitCode("oppvekst"): UnitPolicy(name: [.nb: "Oppvekst"], leader: "Nora Berg"),
        UnitCode("teknisk"): UnitPolicy(
            name: [.nb: "Teknisk drift", .en: "Technical services"], leader: "Ole Moe"),
        UnitCode("velferd"): UnitPolicy(name: [.nb: "Velferd"], leader: "Iris Vik"),
        UnitCode("skatt"): UnitPolicy(
            name: [.nb: "Skatteetaten"], leader: "", isExternal: true, phone: "59 00 00 90"),
    ]

    private static let staff: [AgentID: StaffPolicy] = [
        kari: StaffPolicy(name: "Kari Nes", roles: [.agent], phoneUser: "101"),
        liv: StaffPolicy(name: "Liv Tangen", roles: [.agent, .supervisor]),
        per: StaffPolicy(name: "Per Olsen", roles: [.agent]),
        admin: StaffPolicy(name: "Arne Data", roles: [.admin]),
    ]

    private static let texts: [CitizenTexts.Key: [Language: String]] = {
        var texts: [CitizenTexts.Key: [Language: String]] = [:]
        for key in CitizenTexts.Key.allCases
        where key.rawValue.hasPrefix("receipt") || key.rawValue.hasPrefix("left") {
            texts[key] = [
                .nb: "Vi har fått henvendelsen din ({reference}). Du får endelig svar senest {expected}.",
                .nn: "Vi har fått førespurnaden din ({reference}). Du får endeleg svar seinast {expected}.",
                .en:
                    "We have received your inquiry ({reference}). You will have a final answer "
                    + "by {expected}.",
            ]
        }
        texts[.expectedDateChanged] = [.nb: "Ny dato for {reference}: {expected}."]
        texts[.chatEndedByAgent] = [.nb: "Chatten er avsluttet. Takk for praten!"]
        texts[.chatEndedByCitizen] = [.nb: "Du avsluttet chatten."]
        return texts
    }()
}

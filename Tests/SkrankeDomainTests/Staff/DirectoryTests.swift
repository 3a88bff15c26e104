import SkrankeDomain
import Testing

/// Who can be had, who stands in, and who may say that somebody is away.
@Suite struct DirectoryTests {
    static let people = [
        StaffEntry(
            id: "truls", name: "Truls Tjenestad", sortKey: "tjenestad", title: "Byggesaksbehandler",
            unit: "byggesak", topics: ["byggesak"], phone: "59 00 00 41", deputies: ["siri", "per"],
            lunch: .init(opens: ClockTime(11, 30), closes: ClockTime(12, 0))),
        StaffEntry(
            id: "siri", name: "Siri Aas", sortKey: "{3s", title: "Arkitekt", unit: "byggesak",
            mobile: "900 00 001",
            deputies: ["nina"]),
        StaffEntry(
            id: "per", name: "Per Østby", sortKey: "{2stby", title: "Ingeniør", unit: "teknisk",
            workDays: [.monday, .wednesday]),
        StaffEntry(
            id: "nina", name: "Nina Ærlig", sortKey: "{1rlig", title: "Leder", unit: "teknisk",
            mobile: "900 00 002", mobileMayBeTold: true),
    ]
    static let directory = StaffDirectory(
        people: people,
        codes: [
            AbsenceCodeEntry(code: "MØT", name: [.nb: "Møte"], told: [.nb: "i møte"], phoneOpen: false),
            AbsenceCodeEntry(code: "UTE", name: [.nb: "Ute"], told: [.nb: "ute"], phoneOpen: true),
        ])

    static func absence(_ person: AgentID, _ code: String, until: Moment?, open: Bool = false) -> Absence {
        Absence(
            person: person, code: code, from: Rules.tuesday(9, 0), until: until, phoneOpen: open, by: person,
            at: Rules.tuesday(9, 0))
    }

    @Test func inAMeetingUntilHalfPastTen() {
        let calendar = Rules.policy().calendar
        let back = Rules.tuesday(10, 30)
        let absences = ["truls": Self.absence("truls", "MØT", until: back)] as [AgentID: Absence]
        let status = Self.directory.status(of: "truls", absences, at: Rules.tuesday(10, 0), calendar)
        #expect(status.kind == .away(code: "MØT", phoneOpen: false))
        #expect(status.returnsAt == back)
        #expect(status.deputy == "siri")
        let after = Self.directory.status(of: "truls", absences, at: back, calendar)
        #expect(after == StaffStatus(kind: .available))
    }

    /// The deputy is away, his own deputy is asked before the next; a circle ends.
    @Test func theDeputysDeputy() {
        let calendar = Rules.policy().calendar
        var absences = ["truls": Self.absence("truls", "MØT", until: nil)] as [AgentID: Absence]
        absences["siri"] = Self.absence("siri", "MØT", until: nil)
        let now = Rules.tuesday(10, 0)
        #expect(Self.directory.status(of: "truls", absences, at: now, calendar).deputy == "nina")
        absences["nina"] = Self.absence("nina", "UTE", until: nil, open: true)
        #expect(Self.directory.status(of: "truls", absences, at: now, calendar).deputy == "nina")
        absences["nina"] = Self.absence("nina", "MØT", until: nil)
        // Tuesday is no day of Per's.
        #expect(Self.directory.status(of: "truls", absences, at: now, calendar).deputy == nil)
    }

    /// Back at the next opening of a day on which he works.
    @Test func returns() {
        let calendar = Rules.policy().calendar
        let per = Self.directory.status(of: "per", [:], at: Rules.tuesday(10, 0), calendar)
        #expect(per.kind == .offDuty)
        #expect(per.returnsAt == Rules.tuesday(8, 0) + .days(1))
        let evening =
            ["truls": Self.absence("truls", "MØT", until: Rules.tuesday(17, 0))] as [AgentID: Absence]
        let truls = Self.directory.status(of: "truls", evening, at: Rules.tuesday(10, 0), calendar)
        #expect(truls.returnsAt == Rules.tuesday(8, 0) + .days(1))
        let lunch = Self.directory.status(of: "truls", [:], at: Rules.tuesday(11, 45), calendar)
        #expect(lunch.kind == .usualLunch && lunch.returnsAt == Rules.tuesday(12, 0))
    }

    @Test(arguments: [
        ("", ["truls", "nina", "per", "siri"]), ("tru", ["truls"]), ("byggesak", ["truls", "siri"]),
        ("ås", ["siri"]), ("aas", ["siri"]), ("øst", ["per"]), ("tek", ["nina", "per"]),
        ("590000", ["truls"]),
        ("per ing", ["per"]), ("90000002", ["nina"]), ("90000001", []), ("xyz", []),
    ])
    func finding(text: String, found: [AgentID]) {
        let names: [UnitCode: String] = ["byggesak": "Byggesak", "teknisk": "Teknisk drift"]
        let result = Self.directory.find(text, unit: { names[$0] ?? "" }, topic: { $0.rawValue })
        #expect(result.map(\.id) == found)
    }

    private static func rules() -> Rules {
        var rules = Rules()
        rules.policy.directory = directory
        rules.policy.staff["siri"] = StaffPolicy(name: "Siri", roles: [.leader], unit: "byggesak")
        return rules
    }

    /// Role x whose absence (model §5.5).
    @Test(arguments: [
        (StaffRole.agent, true, true), (.specialist, true, false), (.leader, true, true),
        (.supervisor, true, true), (.editor, true, false), (.admin, true, true),
    ])
    func permissions(role: StaffRole, own: Bool, other: Bool) {
        let caller = Caller(.agent("truls"), roles: [role])
        #expect(Gate.permits(.clearAbsence("truls"), caller, owner: nil) == own)
        #expect(Gate.permits(.setAbsence("per", AbsenceDetails(code: "MØT")), caller, owner: nil) == other)
        #expect(!Gate.permits(.clearAbsence("truls"), Caller(.newcomer), owner: nil))
        #expect(!Gate.permits(.clearAbsence("truls"), CallTests.intake, owner: nil))
    }

    @Test func aLeaderSpeaksForHisUnit() throws {
        var rules = Self.rules()
        let siri = Caller(.agent("siri"), roles: [.leader])
        try rules.run(.setAbsence("truls", AbsenceDetails(code: "MØT")), as: siri)
        #expect(throws: Refusal.notPermitted) { try rules.run(.clearAbsence("nina"), as: siri) }
    }

    @Test func settingOne() throws {
        var rules = Self.rules()
        let details = AbsenceDetails(code: "UTE", until: Rules.tuesday(12, 0), text: "På befaring")
        let decision = try rules.run(.setAbsence("truls", details))
        let event = try #require(decision.events.first)
        #expect(event.stream == .absence("truls"))
        let absence = try #require(Absence.after(event.event, at: rules.now, nil))
        #expect(absence.phoneOpen, "as the code says")
        #expect(absence.text.flatMap { decision.absenceTexts[$0] } == "På befaring")
        #expect(absence.isActive(at: rules.now) && !absence.isActive(at: Rules.tuesday(12, 0)))
        #expect(Absence.after(.absenceCleared(person: "truls", by: "kari"), at: rules.now, absence) == nil)
    }

    @Test(
        arguments: [
            ("truls", "XXX", nil, Refusal.unknownAbsenceCode), ("ukjent", "MØT", nil, .unknownAgent),
            ("truls", "MØT", -5, .slotInvalid),
        ] as [(AgentID, String, Int64?, Refusal)])
    func refused(person: AgentID, code: String, minutes: Int64?, refusal: Refusal) throws {
        var rules = Self.rules()
        let until = minutes.map { rules.now + .minutes($0) }
        #expect(throws: refusal) {
            try rules.run(.setAbsence(person, AbsenceDetails(code: code, until: until)))
        }
    }
}

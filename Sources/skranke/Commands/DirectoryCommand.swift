import ArgumentParser
import SkrankeConsole
import SkrankeDomain
import SkrankeJournal

/// Who works here and who is away, for scripts: the same commands through the same gate as the console.
struct DirectoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory",
        abstract: HelpWords.say(
            nb: "Finn kolleger, og si hvem som er borte.", nn: "Finn kollegaer, og sei kven som er borte.",
            en: "Find colleagues, and say who is away."),
        subcommands: [DirectoryFind.self, DirectoryAbsence.self])
}

private let person: String = HelpWords.say(
    nb: """
        --json: {"id","name","title","unit","topics","phone","mobile","email","status","code","returnsAt",
        "deputy","words","takesCalls"}; mobile bare når det kan oppgis, null der det ikke er noe.
        """,
    nn: """
        --json: {"id","name","title","unit","topics","phone","mobile","email","status","code","returnsAt",
        "deputy","words","takesCalls"}; mobile berre når det kan opplysast, null der det ikkje er noko.
        """,
    en: """
        --json: {"id","name","title","unit","topics","phone","mobile","email","status","code","returnsAt",
        "deputy","words","takesCalls"}; mobile only where it may be told, null where there is nothing.
        """)

struct DirectoryFind: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: HelpWords.say(
            nb: "Finn noen etter navn, emne, enhet eller nummer.",
            nn: "Finn nokon etter namn, emne, eining eller nummer.",
            en: "Find somebody by name, topic, unit or number."), discussion: person)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(
        help: HelpWords.say(
            nb: "Begynnelsen av ord; uten: alle.", nn: "Byrjinga på ord; utan: alle.",
            en: "Beginnings of words; without: everybody."))
    var words: [String] = []

    func run() async throws {
        let desk = try await OpenDesk.open(options, .reads)
        let rows = try await desk.absences()
        let policy = desk.data.policy
        let found = policy.directory.find(
            words.joined(separator: " "),
            unit: { desk.name(policy.units[$0]?.name) ?? $0.rawValue },
            topic: { desk.name(desk.data.topics[$0]?.name) ?? $0.rawValue })
        for entry in found { try StaffLine(entry, rows, desk).tell(desk, output) }
        await desk.store.close()
    }
}

struct DirectoryAbsence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "absence",
        abstract: HelpWords.say(
            nb: "Si at noen er borte, eller er tilbake; uten flagg: vis det.",
            nn: "Sei at nokon er borte, eller er tilbake; utan flagg: vis det.",
            en: "Say that somebody is away, or back; without flags: show it."), discussion: person)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(
        help: HelpWords.say(
            nb: "Personens id i directory.toml.", nn: "Id-en til personen i directory.toml.",
            en: "The person's id in directory.toml."))
    var id: String
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(
            nb: "Fraværskode i absence.toml, som MØT.", nn: "Fråværskode i absence.toml, som MØT.",
            en: "A code of absence.toml, such as MØT."))
    var code: String?
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(
            nb: "Når personen er tilbake, RFC 3339.", nn: "Når personen er tilbake, RFC 3339.",
            en: "When the person is back, RFC 3339."))
    var until: String?
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(nb: "Til kolleger.", nn: "Til kollegaer.", en: "For colleagues."))
    var text: String?
    @Flag(help: HelpWords.say(nb: "Er tilbake.", nn: "Er tilbake.", en: "Is back."))
    var clear = false

    func run() async throws {
        let language = try Usage.language(options.language)
        let back = try until.map { try Usage.moment($0, "--until", language) }
        guard code != nil || until == nil && text == nil, !(clear && code != nil) else {
            throw Usage.failure(
                language.choose(
                    nb: "--until og --text hører til --code; --clear står alene.",
                    nn: "--until og --text høyrer til --code; --clear står åleine.",
                    en: "--until and --text belong to --code; --clear stands alone."))
        }
        let desk = try await OpenDesk.open(options, code == nil && !clear ? .reads : .mayBeMade)
        let agent = AgentID(id)
        if clear {
            _ = try await desk.submit(.clearAbsence(agent), about: id)
        } else if let code {
            let details = AbsenceDetails(code: code, until: back, text: text)
            _ = try await desk.submit(.setAbsence(agent, details), about: id)
        }
        guard let entry = desk.data.policy.directory[agent] else {
            throw Failure(Texts(desk.language).unknownColleague)
        }
        try StaffLine(entry, try await desk.absences(), desk).tell(desk, output)
        await desk.store.close()
    }
}

/// A person and his status, as JSON or on a line.
private struct StaffLine: Encodable {
    let id: String
    let name: String
    let title: String
    let unit: String
    let topics: [String]
    let phone: String?
    let mobile: String?
    let email: String
    /// `available`, `away`, `usual-lunch`, `off-duty`.
    let status: String
    let code: String?
    let returnsAt: String?
    let deputy: String?
    let words: String?
    let takesCalls: Bool

    init(_ entry: StaffEntry, _ rows: [AgentID: AbsenceRow], _ desk: OpenDesk) {
        let policy = desk.data.policy
        let now = desk.clock.now
        let found = policy.directory.status(
            of: entry.id, rows.mapValues(\.absence), at: now, policy.calendar)
        (id, name, title, unit) = (entry.id.rawValue, entry.name, entry.title, entry.unit.rawValue)
        topics = entry.topics.map(\.rawValue)
        phone = entry.phone
        mobile = entry.mobileMayBeTold ? entry.mobile : nil
        email = entry.email
        switch found.kind {
        case .available: (status, code) = ("available", nil)
        case .away(let word, _): (status, code) = ("away", word)
        case .usualLunch: (status, code) = ("usual-lunch", nil)
        case .offDuty: (status, code) = ("off-duty", nil)
        }
        returnsAt = found.returnsAt?.rfc3339(zone: policy.calendar.zone)
        deputy = found.deputy?.rawValue
        words = rows[entry.id].flatMap { $0.absence.isActive(at: now) ? $0.words : nil }
        takesCalls = found.takesCalls
    }

    /// Every key is there, with null where there is nothing.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: InquiryJSON.Key.self)
        try container.encode(id, forKey: "id")
        try container.encode(name, forKey: "name")
        try container.encode(title, forKey: "title")
        try container.encode(unit, forKey: "unit")
        try container.encode(topics, forKey: "topics")
        try container.encode(phone, forKey: "phone")
        try container.encode(mobile, forKey: "mobile")
        try container.encode(email, forKey: "email")
        try container.encode(status, forKey: "status")
        try container.encode(code, forKey: "code")
        try container.encode(returnsAt, forKey: "returnsAt")
        try container.encode(deputy, forKey: "deputy")
        try container.encode(words, forKey: "words")
        try container.encode(takesCalls, forKey: "takesCalls")
    }

    func tell(_ desk: OpenDesk, _ output: OutputOptions) throws {
        if output.json { return Shell.say(try JSONCoder.encode(self)) }
        let state = [status, code, returnsAt, deputy.map { "-> \($0)" }].compactMap { $0 }
        Shell.say(
            [Plain.field(name), unit, phone ?? "-", state.joined(separator: " ")].joined(separator: "  "))
    }
}

extension OpenDesk {
    fileprivate func absences() async throws -> [AgentID: AbsenceRow] {
        let rows = try await Told.store(language) { () async throws(StoreFault) in try await store.absences()
        }
        return Dictionary(rows.map { ($0.person, $0) }, uniquingKeysWith: { _, last in last })
    }

    fileprivate func name(_ names: [Language: String]?) -> String? { names?[language] ?? names?[.nb] }
}

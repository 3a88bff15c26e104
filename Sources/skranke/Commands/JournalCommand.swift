import ArgumentParser
import SkrankeDomain
import SkrankeJournal

/// The journal itself: proven, followed, given away (DESIGN §4).
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: HelpWords.say(
            nb: "Kontroller, følg og eksporter journalen.",
            nn: "Kontroller, følg og eksporter journalen.",
            en: "Verify, follow and export the journal."),
        subcommands: [JournalVerify.self, JournalTail.self, JournalExport.self])
}

struct JournalVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: HelpWords.say(
            nb: "Bevis at radene sier det hendelsene sier, og at ingenting mangler.",
            nn: "Prov at radene seier det hendingane seier, og at ingenting manglar.",
            en: "Prove that rows say what the events say, and that nothing is missing."),
        discussion: HelpWords.say(
            nb: """
                Avslutningskode 1 der det er feil, hver på sin linje. --json: {"events","inquiries","problems"}.
                """,
            nn: """
                Avslutningskode 1 der det er feil, kvar på si linje. --json: {"events","inquiries","problems"}.
                """,
            en: """
                Exit code 1 where there are problems, each on a line. --json: {"events","inquiries","problems"}.
                """))
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions

    struct Report: Encodable {
        var events: Int64
        var inquiries: Int
        var problems: [String]
    }

    func run() async throws {
        let desk = try await OpenDesk.open(options, .reads)
        let report = try await Told.store(desk.language, path: desk.location.path) {
            () async throws(StoreFault) in
            try await desk.store.verify()
        }
        let shown = Report(events: report.events, inquiries: report.inquiries, problems: report.problems)
        if output.json {
            Shell.say(try JSONCoder.encode(shown))
        } else {
            report.problems.forEach { Shell.say(Plain.field($0)) }
            Shell.say(JournalVerify.summary(report, desk.language))
        }
        await desk.store.close()
        guard !report.problems.isEmpty else { return }
        if !output.json { Shell.complain(JournalVerify.advice(desk.language)) }
        throw ExitCode(1)
    }

    static func summary(_ report: VerifyReport, _ language: Language) -> String {
        let (events, inquiries, problems) = (report.events, report.inquiries, report.problems.count)
        return switch language {
        case .nb: "\(events) hendelser, \(inquiries) henvendelser, \(problems) feil"
        case .nn: "\(events) hendingar, \(inquiries) førespurnader, \(problems) feil"
        case .en: "\(events) events, \(inquiries) inquiries, \(problems) problems"
        }
    }

    /// What an administrator does about a damaged store; what was found stands above it.
    static func advice(_ language: Language) -> String {
        language.choose(
            nb:
                "Lageret er skadet. Ta vare på filene, hent tilbake siste sikkerhetskopi med «skranke restore FIL», "
                + "og se på disken. Det som ennå kan leses, gir «skranke journal export».",
            nn:
                "Lageret er skadd. Ta vare på filene, hent att siste tryggleikskopi med «skranke restore FIL», og "
                + "sjå på disken. Det som enno kan lesast, gjev «skranke journal export».",
            en:
                "The store is damaged. Keep its files, bring back the last backup by “skranke restore FILE”, and "
                + "check the disk. What can still be read comes from “skranke journal export”.")
    }
}

struct JournalExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: HelpWords.say(
            nb: "Alle hendelser som JSON-linjer, med journalens konvolutt.",
            nn: "Alle hendingar som JSON-linjer, med konvolutten til journalen.",
            en: "All events as JSON lines, with the envelope of the journal."),
        discussion: HelpWords.say(
            nb: """
                Én linje for hver hendelse: {"id","sequence","at","actor","role","terminal","aggregate","version","type",
                "payload","causation","correlation"}, og "form" der innholdets form ikke er den første.
                """,
            nn: """
                Éi linje for kvar hending: {"id","sequence","at","actor","role","terminal","aggregate","version","type",
                "payload","causation","correlation"}, og "form" der forma til innhaldet ikkje er den første.
                """,
            en: """
                One line for each event: {"id","sequence","at","actor","role","terminal","aggregate","version","type",
                "payload","causation","correlation"}, and "form" where a payload's is not the first.
                """))
    @OptionGroup var options: DeskOptions
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(
            nb: "Bare hendelser etter dette løpenummeret.",
            nn: "Berre hendingar etter dette løpenummeret.",
            en: "Only events after this sequence."))
    var after: Int64 = 0

    func run() async throws {
        try Usage.notNegative(after, "--after", Usage.language(options.language))
        let desk = try await OpenDesk.open(options, .reads)
        try desk.requireReading()
        _ = try await JournalLines.print(desk, after: after)
        await desk.store.close()
    }
}

struct JournalTail: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail",
        abstract: HelpWords.say(
            nb: "Hendelser etter hvert som de kommer, som JSON-linjer; slutter med Ctrl-C.",
            nn: "Hendingar etter kvart som dei kjem, som JSON-linjer; sluttar med Ctrl-C.",
            en: "Events as they come, as JSON lines; ends with Ctrl-C."))
    @OptionGroup var options: DeskOptions
    @Flag(
        help: HelpWords.say(
            nb: "Skriv ut det som finnes, og avslutt.",
            nn: "Skriv ut det som finst, og avslutt.",
            en: "Print what is there and end."))
    var once = false
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(
            nb: "Begynn med så mange av de siste hendelsene.",
            nn: "Byrj med så mange av dei siste hendingane.",
            en: "Begin with the last so many events."))
    var last: Int64 = 10

    func run() async throws {
        try Usage.notNegative(last, "--last", Usage.language(options.language))
        let desk = try await OpenDesk.open(options, .reads)
        try desk.requireReading()
        let head = try await Told.store(desk.language, path: desk.location.path) {
            () async throws(StoreFault) in
            try await desk.store.headSequence()
        }
        var cursor = try await JournalLines.print(desk, after: max(0, head - last))
        if !once {
            let news = try desk.news()
            for await _ in news.stream { cursor = try await JournalLines.print(desk, after: cursor) }
        }
        await desk.store.close()
    }
}

enum JournalLines {
    /// Prints every event after `sequence`, and has it on its way when it returns; the last one's sequence.
    static func print(_ desk: OpenDesk, after sequence: Int64) async throws -> Int64 {
        var cursor = sequence
        while true {
            let events = try await Told.store(desk.language, path: desk.location.path) {
                () async throws(StoreFault) in try await desk.store.events(after: cursor, limit: 1_000)
            }
            for event in events { Shell.say(try EnvelopeJSON.line(event)) }
            guard let last = events.last else { break }
            cursor = last.sequence
        }
        Shell.flush()
        return cursor
    }
}

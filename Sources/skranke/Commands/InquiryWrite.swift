import ArgumentParser
import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

struct InquiryClaim: InquiryAct {
    static let configuration = CommandConfiguration(
        commandName: "claim",
        abstract: HelpWords.say(
            nb: "Ta en henvendelse.",
            nn: "Ta ei henvending.",
            en: "Take an inquiry."), discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String

    func intent(_ language: Language) throws -> @Sendable (InquiryID) -> Intent {
        { .claim($0) }
    }
}

struct InquiryAnswer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: HelpWords.say(
            nb: "Svar på en henvendelse som er din; sendes med en gang, uten angrefrist.",
            nn: "Svar på ei henvending som er di; blir send med ein gong, utan angrefrist.",
            en: "Answer an inquiry that you own; sent at once, without grace."),
        discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(
            nb: "Svaret, eller det som ble sagt der det ble gitt muntlig; - leser standard inngang.",
            nn: "Svaret, eller det som vart sagt der det vart gitt munnleg; - les standard inngang.",
            en: "The answer, or what was said where it was given by word of mouth; - reads standard input."))
    var text: String
    @Option(
        help: HelpWords.say(
            nb: "E-post: hvem svaret går til, om ikke til den som skrev sist. Kan gjentas.",
            nn: "E-post: kven svaret går til, om ikkje til den som skreiv sist. Kan takast opp att.",
            en: "E-mail: whom the answer goes to, if not who wrote last. May be repeated."))
    var to: [String] = []
    @Option(
        help: HelpWords.say(
            nb: "E-post: hvem som får kopi. Krever --to.", nn: "E-post: kven som får kopi. Krev --to.",
            en: "E-mail: who gets a copy. Needs --to."))
    var cc: [String] = []

    func run() async throws {
        let text = try OutsideText.text(text, Usage.language(options.language))
        let desk = try await OpenDesk.open(options, .mustExist)
        let file = try await desk.file(reference)
        let seen = file.inquiry.visibleVersion
        let intent: Intent =
            switch file.inquiry.channel {
            case .email where !to.isEmpty || !cc.isEmpty:
                .sendEmail(
                    file.inquiry.id, text: text, to: to, cc: cc, seen: seen, immediately: true)
            case .phone, .callback, .visit, .appointment, .media:
                .giveSpokenAnswer(file.inquiry.id, summary: text, seen: seen)
            default: .sendMessage(file.inquiry.id, text: text, seen: seen, final: false, immediately: true)
            }
        let answer = try await desk.submit(intent, about: file.inquiry.reference.text)
        try desk.tell(answer, output)
        await desk.store.close()
    }
}

struct InquiryClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: HelpWords.say(
            nb: "Avslutt en henvendelse med resultatet.",
            nn: "Avslutt ei henvending med resultatet.",
            en: "Close an inquiry with its result."), discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(
        help: HelpWords.say(
            nb: "solved-at-desk, solved-by-unit, referred, appointment-held, no-reply eller withdrawn.",
            nn: "solved-at-desk, solved-by-unit, referred, appointment-held, no-reply eller withdrawn.",
            en: "solved-at-desk, solved-by-unit, referred, appointment-held, no-reply or withdrawn."))
    var result: String
    @Option(
        help: HelpWords.say(
            nb: "Et emne fra topics.toml, der henvendelsen ikke har noe ennå.",
            nn: "Eit emne frå topics.toml, der henvendinga ikkje har noko enno.",
            en: "A topic of topics.toml, where the inquiry has none yet."))
    var topic: String?
    @Option(
        help: HelpWords.say(
            nb: "E-post: journal eller not-archived.",
            nn: "E-post: journal eller not-archived.",
            en: "E-mail: journal or not-archived."))
    var archive: String?
    @Option(
        help: HelpWords.say(
            nb: "Telefon: a, b, c eller none.",
            nn: "Telefon: a, b, c eller none.",
            en: "Telephone: a, b, c or none."))
    var phoneOutcome: String?
    @Option(
        help: HelpWords.say(
            nb: "Henvist: instansens kode i units.toml.",
            nn: "Vist vidare: koden til instansen i units.toml.",
            en: "Referred: the body's code in units.toml."))
    var referredTo: String?
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(
            nb: "Henvist, ikke svar eller trukket: hvorfor det slutter uten svar; - leser standard inngang.",
            nn: "Vist vidare, ikkje svar eller trekt: kvifor det sluttar utan svar; - les standard inngang.",
            en: "Referred, no-reply or withdrawn: why it ends without an answer; - reads standard input."))
    var reason: String?

    /// Mia closes for herself.
    private static let results = ClosingResult.allCases.filter { $0 != .solvedByMia }

    func run() async throws {
        let language = try Usage.language(options.language)
        let details = ClosingDetails(
            result: try Usage.word(result, of: Self.results, "--result", language),
            topic: topic.map { TopicCode($0) },
            archive: try archive.map {
                try Usage.word($0, of: ArchiveDecision.allCases, "--archive", language)
            },
            phoneOutcome: try phoneOutcome.map {
                try Usage.word($0, of: PhoneOutcome.allCases, "--phone-outcome", language)
            },
            referredTo: referredTo.map { UnitCode($0) },
            reason: try reason.map { try OutsideText.text($0, language) })
        let desk = try await OpenDesk.open(options, .mustExist)
        let file = try await desk.file(reference)
        let answer = try await desk.submit(
            .close(file.inquiry.id, details, seen: file.inquiry.visibleVersion),
            about: file.inquiry.reference.text)
        try desk.tell(answer, output)
        await desk.store.close()
    }
}

extension OpenDesk {
    /// What a command that wrote prints: its reference and where it stands. The other processes of this host are
    /// told that the journal moved.
    func tell(_ answer: CommandAnswer, _ output: OutputOptions) throws {
        poke()
        let line = InquiryJSON.Answer(answer, zone: data.policy.calendar.zone)
        Shell.say(output.json ? try JSONCoder.encode(line) : line.reference)
    }

    private func poke() {
        guard let pokes = try? Pokes(folder: location.pokes, clock: SystemClock()) else { return }
        pokes.send(.moved)
        pokes.stop()
    }
}

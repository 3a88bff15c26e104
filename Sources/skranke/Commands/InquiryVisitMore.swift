import ArgumentParser
import SkrankeDomain
import SkrankeJournal

struct InquiryService: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "service",
        abstract: HelpWords.say(
            nb: "En tjeneste til i samme besøk.", nn: "Ei teneste til i same besøk.",
            en: "One more service in the same visit."), discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(
        help: HelpWords.say(
            nb: "Et emne fra topics.toml.", nn: "Eit emne frå topics.toml.", en: "A topic of topics.toml."))
    var topic: String

    func run() async throws {
        let desk = try await OpenDesk.open(options, .mustExist)
        let id = try await desk.id(of: reference)
        try desk.tell(
            try await desk.submit(.addService(id, TopicCode(topic)), about: reference), output)
        await desk.store.close()
    }
}

struct InquiryHandOver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hand-over",
        abstract: HelpWords.say(
            nb: "Overlat en besøkende til en kollega, som får beskjed.",
            nn: "Overlat ein besøkjande til ein kollega, som får beskjed.",
            en: "Hand a visitor to a colleague, who is told."), discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(
        help: HelpWords.say(
            nb: "Kollegaen, en id fra directory.toml.", nn: "Kollegaen, ein id frå directory.toml.",
            en: "The colleague, an id of directory.toml."))
    var to: String
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(
            nb: "Hvorfor; - leser standard inngang.", nn: "Kvifor; - les standard inngang.",
            en: "Why; - reads standard input."))
    var reason: String?

    func run() async throws {
        let language = try Usage.language(options.language)
        let reason = try reason.map { try OutsideText.text($0, language) }
        let desk = try await OpenDesk.open(options, .mustExist)
        let id = try await desk.id(of: reference)
        let intent = Intent.handVisitor(id, to: AgentID(to), reason: reason)
        try desk.tell(try await desk.submit(intent, about: reference), output)
        await desk.store.close()
    }
}

struct InquiryArrived: InquiryAct {
    static let configuration = CommandConfiguration(
        commandName: "arrived",
        abstract: HelpWords.say(
            nb: "Den som har en avtale, er her.", nn: "Den som har ein avtale, er her.",
            en: "Whoever has an appointment is here."), discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String

    func intent(_ language: Language) throws -> @Sendable (InquiryID) -> Intent {
        { .visitorForAppointment($0) }
    }
}

struct InquiryFreeTimes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "free-times",
        abstract: HelpWords.say(
            nb: "Ledige tider hos en vert i visits.toml, til slutten av de åtte dagene.",
            nn: "Ledige tider hos ein vert i visits.toml, til slutten av dei åtte dagane.",
            en: "A host's free times (visits.toml), to the end of the eight days."),
        discussion: HelpWords.say(
            nb: #"--json: én linje for hver, {"host","from","until"}, tider etter RFC 3339."#,
            nn: #"--json: éi linje for kvar, {"host","from","until"}, tider etter RFC 3339."#,
            en: #"--json: one line for each, {"host","from","until"}, times in RFC 3339."#))
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(
        help: HelpWords.say(
            nb: "Verten, en id fra visits.toml.", nn: "Verten, ein id frå visits.toml.",
            en: "The host, an id of visits.toml."))
    var host: String

    private struct Line: Encodable {
        var host: String
        var from: String
        var until: String
    }

    func run() async throws {
        let desk = try await OpenDesk.open(options, .reads)
        let policy = desk.data.policy
        guard let found = policy.visits.host(host) else {
            throw Failure(RefusalSentence.text(.slotInvalid, desk), word: Refusal.slotInvalid.word)
        }
        let now = desk.desk.now
        let due = PromiseDates(policy: policy).appointment(requested: now).due
        let taken = try await Told.store(desk.language) { () async throws(StoreFault) in
            try await desk.store.reservations(of: host, from: now, until: due)
        }
        let zone = policy.calendar.zone
        for slot in FreeSlots.of(found, calendar: policy.calendar, taken: taken, now: now, due: due) {
            let line = Line(
                host: slot.host, from: slot.from.rfc3339(zone: zone), until: slot.until.rfc3339(zone: zone))
            Shell.say(output.json ? try JSONCoder.encode(line) : "\(line.from)\t\(line.until)")
        }
        await desk.store.close()
    }
}

import ArgumentParser
import SkrankeDomain
import SkrankeJournal

struct InquiryMerge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: HelpWords.say(
            nb: "Slå sammen et duplikat med henvendelsen som fortsetter.",
            nn: "Slå saman eit duplikat med henvendinga som går vidare.",
            en: "Merge a duplicate into the inquiry that goes on."),
        discussion: HelpWords.say(
            nb: """
                Duplikatet annulleres og viser til den andre; det tidligste av løftene deres gjelder.
                \(InquiryJSON.answerHelp)
                """,
            nn: """
                Duplikatet blir annullert og viser til den andre; det tidlegaste av løfta deira gjeld.
                \(InquiryJSON.answerHelp)
                """,
            en: """
                The duplicate is annulled and points to the other; the earlier of their promises stands.
                \(InquiryJSON.answerHelp)
                """))
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(
        help: HelpWords.say(
            nb: "Referansen til henvendelsen som fortsetter.",
            nn: "Referansen til henvendinga som går vidare.",
            en: "The reference of the inquiry that goes on."))
    var into: String

    func run() async throws {
        let desk = try await OpenDesk.open(options, .mustExist)
        let (duplicate, target) = (try await desk.id(of: reference), try await desk.id(of: into))
        try desk.tell(try await desk.submit(.merge(duplicate, into: target), about: reference), output)
        await desk.store.close()
    }
}

struct InquirySplit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: HelpWords.say(
            nb: "Gi et spørsmål nummer to i en henvendelse sin egen referanse.",
            nn: "Gje eit spørsmål nummer to i ei henvending sin eigen referanse.",
            en: "Give a second question in an inquiry a reference of its own."),
        discussion: HelpWords.say(
            nb: """
                Skriver ut den nye referansen. Den nye henvendelsen er like gammel som den den kom fra.
                \(InquiryJSON.answerHelp)
                """,
            nn: """
                Skriv ut den nye referansen. Den nye henvendinga er like gammal som den ho kom frå.
                \(InquiryJSON.answerHelp)
                """,
            en: """
                Prints the new reference. The new inquiry is as old as the one that it came from.
                \(InquiryJSON.answerHelp)
                """))
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(
            nb: "Spørsmålet; - leser standard inngang.",
            nn: "Spørsmålet; - les standard inngang.",
            en: "The question; - reads standard input."))
    var text: String
    @Option(
        help: HelpWords.say(
            nb: "Et emne fra topics.toml.",
            nn: "Eit emne frå topics.toml.",
            en: "A topic of topics.toml."))
    var topic: String?

    func run() async throws {
        let text = try OutsideText.text(text, Usage.language(options.language))
        let desk = try await OpenDesk.open(options, .mustExist)
        let id = try await desk.id(of: reference)
        let intent = Intent.split(id, new: desk.desk.newID(), text: text, topic: topic.map { TopicCode($0) })
        try desk.tell(try await desk.submit(intent, about: reference), output)
        await desk.store.close()
    }
}

struct InquiryReplyReceived: InquiryAct {
    static let configuration = CommandConfiguration(
        commandName: "reply-received",
        abstract: HelpWords.say(
            nb: "Noter det innbyggeren svarte på e-post, i brev, på telefon eller i skranken.",
            nn: "Noter det innbyggjaren svarte på e-post, i brev, på telefon eller i skranken.",
            en: "Note what the citizen replied by e-mail, letter, telephone or at the counter."),
        discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(
            nb: "Innbyggerens ord; - leser standard inngang.",
            nn: "Orda til innbyggjaren; - les standard inngang.",
            en: "The citizen's words; - reads standard input."))
    var text: String

    func intent(_ language: Language) throws -> @Sendable (InquiryID) -> Intent {
        let text = try OutsideText.text(text, language)
        return { .noteReply($0, text: text) }
    }
}

struct InquiryRequestClearance: InquiryAct {
    static let configuration = CommandConfiguration(
        commandName: "request-clearance",
        abstract: HelpWords.say(
            nb: "Hold svaret tilbake til det er klarert.",
            nn: "Hald svaret att til det er klarert.",
            en: "Hold the answer back until it has been cleared."),
        discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(
            nb: "Hvorfor andre må godta svaret; - leser standard inngang.",
            nn: "Kvifor andre må godta svaret; - les standard inngang.",
            en: "Why others must agree to the answer; - reads standard input."))
    var reason: String

    func intent(_ language: Language) throws -> @Sendable (InquiryID) -> Intent {
        let reason = try OutsideText.text(reason, language)
        return { .requestClearance($0, reason: reason) }
    }
}

struct InquiryClear: InquiryAct {
    static let configuration = CommandConfiguration(
        commandName: "clear",
        abstract: HelpWords.say(
            nb: "Klarer et svar (leder, vaktleder).",
            nn: "Klarer eit svar (leiar, vaktleiar).",
            en: "Clear an answer (leader, supervisor)."), discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String

    func intent(_ language: Language) throws -> @Sendable (InquiryID) -> Intent {
        { .clearMessage($0) }
    }
}

struct InquiryRefuseClearance: InquiryAct {
    static let configuration = CommandConfiguration(
        commandName: "refuse-clearance",
        abstract: HelpWords.say(
            nb: "Ikke klarer et svar (leder, vaktleder).",
            nn: "Ikkje klarer eit svar (leiar, vaktleiar).",
            en: "Do not clear an answer (leader, supervisor)."),
        discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(
            nb: "Hvorfor ikke; - leser standard inngang.",
            nn: "Kvifor ikkje; - les standard inngang.",
            en: "Why not; - reads standard input."))
    var reason: String

    func intent(_ language: Language) throws -> @Sendable (InquiryID) -> Intent {
        let reason = try OutsideText.text(reason, language)
        return { .refuseClearance($0, reason: reason) }
    }
}

import ArgumentParser
import SkrankeDomain
import SkrankeJournal

/// What a promise made at a moment would be, and why: the domain's own rules on the desk's own calendar.
struct DeadlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline",
        abstract: HelpWords.say(
            nb: "Når noe som kom inn på et tidspunkt, har frist, og hvorfor.",
            nn: "Når noko som kom inn på eit tidspunkt, har frist, og kvifor.",
            en: "When something received at a moment is due, and why."),
        discussion: HelpWords.say(
            nb: """
                Tider skrives etter RFC 3339, f.eks. 2026-11-27T14:00:00+01:00. Leser datafilene, ikke noe lager.
                --json: {"kind","received","starts","due","why"}; opening-minutes: {"minutes","why"}.
                """,
            nn: """
                Tider blir skrivne etter RFC 3339, t.d. 2026-11-27T14:00:00+01:00. Les datafilene, ikkje noko lager.
                --json: {"kind","received","starts","due","why"}; opening-minutes: {"minutes","why"}.
                """,
            en: """
                Times are in RFC 3339, e.g. 2026-11-27T14:00:00+01:00. Reads the data files, no store.
                --json: {"kind","received","starts","due","why"}; opening-minutes: {"minutes","why"}.
                """),
        subcommands: [
            Due<EmailAnswer>.self, Due<Complaint>.self, Due<AppointmentDate>.self, Due<LegalMonth>.self,
            ExpectedFinal.self, OpeningMinutes.self,
        ])

    struct Inputs: ParsableArguments {
        @Option(
            help: HelpWords.say(
                nb: "Mappen med kommunens datafiler.",
                nn: "Mappa med datafilene til kommunen.",
                en: "The folder of the municipality's data files."))
        var data: String?
        @Option(
            help: HelpWords.say(
                nb: "Språket i begrunnelsen: nb, nn eller en.",
                nn: "Språket i grunngivinga: nb, nn eller en.",
                en: "Language of the reason: nb, nn or en."))
        var language: String?
        @OptionGroup var output: OutputOptions

        func words() throws -> Language { try Usage.language(language) }

        func policy() throws -> (DeskPolicy, Language) {
            var options = DeskOptions()
            options.data = data
            options.language = language
            let policy = try options.loadData().data.policy
            return (policy, try Language.chosen(language, Shell.environment) ?? policy.language)
        }

        /// Computes what was received at `text`, and prints when it is due and why.
        func tell(
            _ text: String, _ compute: (PromiseDates, Moment) throws -> DeadlineComputation
        ) throws {
            let received = try Usage.moment(text, "RECEIVED-AT", words())
            let (policy, language) = try policy()
            let computed = try compute(PromiseDates(policy: policy), received)
            let zone = policy.calendar.zone
            let answer = Answer(
                kind: computed.kind.rawValue, received: computed.received.rfc3339(zone: zone),
                starts: computed.start.rfc3339(zone: zone), due: computed.due.rfc3339(zone: zone),
                why: computed.why.text(language: language))
            if output.json { return Shell.say(try JSONCoder.encode(answer)) }
            Shell.say(Phrases(language).dateAndTime(zone.wallTime(at: computed.due)))
            Shell.say(answer.why)
        }
    }

    struct Answer: Encodable {
        var kind: String
        var received: String
        var starts: String
        var due: String
        var why: String
    }
}

/// One kind of promise: its word, what it is, and its rule.
protocol DueKind: Sendable {
    static var name: String { get }
    static var abstract: String { get }
    static func due(_ dates: PromiseDates, _ received: Moment) throws -> DeadlineComputation
}

/// `deadline KIND RECEIVED-AT`, the same for all kinds.
struct Due<Kind: DueKind>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: Kind.name, abstract: Kind.abstract)
    }
    @OptionGroup var inputs: DeadlineCommand.Inputs
    @Argument(
        help: HelpWords.say(
            nb: "Når det kom inn (RFC 3339).",
            nn: "Når det kom inn (RFC 3339).",
            en: "When it was received (RFC 3339)."))
    var receivedAt: String
    func run() throws { try inputs.tell(receivedAt, Kind.due) }
}

enum EmailAnswer: DueKind {
    static let name = "email-answer"
    static let abstract: String = HelpWords.say(
        nb: "En enkel e-post eller et etterlatt spørsmål: 48 timer, regnet som to virkedager.",
        nn: "Ein enkel e-post eller eit etterlate spørsmål: 48 timar, rekna som to virkedagar.",
        en: "A simple e-mail or left question: 48 hours, as two working days.")
    static func due(_ dates: PromiseDates, _ received: Moment) -> DeadlineComputation {
        dates.emailAnswer(received: received)
    }
}

enum Complaint: DueKind {
    static let name = "complaint"
    static let abstract: String = HelpWords.say(
        nb: "En tjenesteklage: ansvarlig leder innen åtte dager.",
        nn: "Ei tenesteklage: ansvarleg leiar innan åtte dagar.",
        en: "A service complaint: the responsible leader within eight days.")
    static func due(_ dates: PromiseDates, _ received: Moment) -> DeadlineComputation {
        dates.complaint(received: received)
    }
}

enum AppointmentDate: DueKind {
    static let name = "appointment"
    static let abstract: String = HelpWords.say(
        nb: "Et møte: holdt innen åtte dager etter ønsket.",
        nn: "Eit møte: halde innan åtte dagar etter ønsket.",
        en: "A meeting: held within eight days of the request.")
    static func due(_ dates: PromiseDates, _ received: Moment) -> DeadlineComputation {
        dates.appointment(requested: received)
    }
}

enum LegalMonth: DueKind {
    static let name = "legal-month"
    static let abstract: String = HelpWords.say(
        nb: "Det foreløpige svaret som loven krever innen en måned.",
        nn: "Det førebelse svaret som lova krev innan ein månad.",
        en: "The preliminary reply that the law wants within a month.")
    static func due(_ dates: PromiseDates, _ received: Moment) throws -> DeadlineComputation {
        try DeadlineRule.legalMonth.computation(received: received, calendar: dates.policy.calendar)
    }
}

extension DeadlineCommand {
    struct ExpectedFinal: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "expected-final",
            abstract: HelpWords.say(
                nb: "Det endelige svaret i en tjenestes saksbehandling.",
                nn: "Det endelege svaret i saksbehandlinga til ei teneste.",
                en: "The final answer of a service's case work."),
            discussion: HelpWords.say(
                nb: "En tjeneste uten egen frist lover det samme som en enkel henvendelse.",
                nn: "Ei teneste utan eigen frist lovar det same som ei enkel henvending.",
                en: "A service without a target of its own promises what a simple inquiry does."))
        @OptionGroup var inputs: Inputs
        @Option(
            help: HelpWords.say(
                nb: "Tjenestens emne, som i services.toml.",
                nn: "Emnet til tenesta, som i services.toml.",
                en: "The service's topic, as in services.toml."))
        var service: String
        @Argument(
            help: HelpWords.say(
                nb: "Når det kom inn (RFC 3339).",
                nn: "Når det kom inn (RFC 3339).",
                en: "When it was received (RFC 3339)."))
        var receivedAt: String

        func run() throws {
            let topic = TopicCode(service)
            let language = try inputs.words()
            try inputs.tell(receivedAt) { dates, received in
                guard dates.policy.services[topic] != nil else {
                    let known = dates.policy.services.keys.sorted().map(\.rawValue).joined(separator: ", ")
                    throw Failure(
                        language.choose(
                            nb: "services.toml har ingen tjeneste «\(service)». Velg en av: \(known).",
                            nn: "services.toml har inga teneste «\(service)». Vel ei av: \(known).",
                            en: "services.toml has no service “\(service)”. Choose one of: \(known)."),
                        word: "unknown-service")
                }
                return dates.expectedFinal(topic: topic, received: received)
            }
        }
    }

    struct OpeningMinutes: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "opening-minutes",
            abstract: HelpWords.say(
                nb: "Minutter åpningstid mellom to tidspunkter.",
                nn: "Minutt opningstid mellom to tidspunkt.",
                en: "Minutes of opening time between two moments."))
        @OptionGroup var inputs: Inputs
        @Argument(
            help: HelpWords.say(
                nb: "Fra når (RFC 3339).",
                nn: "Frå når (RFC 3339).",
                en: "From when (RFC 3339)."))
        var from: String
        @Argument(
            help: HelpWords.say(
                nb: "Til når (RFC 3339).",
                nn: "Til når (RFC 3339).",
                en: "Until when (RFC 3339)."))
        var to: String

        struct Minutes: Encodable {
            var minutes: Int
            var why: String
        }

        func run() throws {
            let words = try inputs.words()
            let (start, end) = (try Usage.moment(from, "FROM", words), try Usage.moment(to, "TO", words))
            guard start <= end else {
                throw Usage.failure(
                    words.choose(
                        nb: "FROM må ikke ligge etter TO.", nn: "FROM må ikkje liggje etter TO.",
                        en: "FROM must not be later than TO."))
            }
            let (policy, language) = try inputs.policy()
            let calendar = policy.calendar
            let minutes = calendar.openingMinutes(from: start, to: end)
            let days = calendar.workingDays(in: calendar.zone.date(at: start)...calendar.zone.date(at: end))
            let why =
                language.choose(
                    nb: "\(minutes) minutter åpent, \(days) arbeidsdager berørt",
                    nn: "\(minutes) minutt ope, \(days) arbeidsdagar rørte",
                    en: "\(minutes) minutes open, \(days) working days touched")
            if inputs.output.json {
                return Shell.say(try JSONCoder.encode(Minutes(minutes: minutes, why: why)))
            }
            Shell.say("\(minutes)")
            Shell.say(why)
        }
    }
}

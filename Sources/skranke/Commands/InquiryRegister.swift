import ArgumentParser
import SkrankeDomain
import SkrankeJournal

struct InquiryRegister: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: HelpWords.say(
            nb: "Registrer det som har nådd servicetorget, i hvilken som helst kanal.",
            nn: "Registrer det som har nådd servicetorget, i kva kanal som helst.",
            en: "Register what reached the desk in any channel."),
        discussion: HelpWords.say(
            nb: """
                --json: {"reference","state","version","expectedAt","ticket"}; null der det ikke er noe.
                Et lager som er navngitt, må finnes: en feilskrevet sti lager ikke noe nytt.
                """,
            nn: """
                --json: {"reference","state","version","expectedAt","ticket"}; null der det ikkje er noko.
                Eit lager som er namngitt, må finnast: ein feilskriven stig lagar ikkje noko nytt.
                """,
            en: """
                --json: {"reference","state","version","expectedAt","ticket"}; null where there is nothing.
                A store that is named must exist: a mistyped path makes no new desk.
                """))
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Option(
        help: HelpWords.say(
            nb: "chat, callback, visit, appointment, email, phone, letter, sms, social eller media.",
            nn: "chat, callback, visit, appointment, email, phone, letter, sms, social eller media.",
            en: "chat, callback, visit, appointment, email, phone, letter, sms, social or media."))
    var channel: String
    @Option(
        help: HelpWords.say(
            nb: "Et emne fra topics.toml.",
            nn: "Eit emne frå topics.toml.",
            en: "A topic of topics.toml."))
    var topic: String?
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(
            nb: "Hva det gjelder, med innbyggerens ord; - leser standard inngang.",
            nn: "Kva det gjeld, med orda til innbyggjaren; - les standard inngang.",
            en: "What it is about, in the citizen's words; - reads standard input."))
    var text: String
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(
            nb: "Innbyggerens navn.",
            nn: "Namnet til innbyggjaren.",
            en: "The citizen's name."))
    var name: String?
    @Option(
        help: HelpWords.say(
            nb: "Innbyggerens e-postadresse.",
            nn: "E-postadressa til innbyggjaren.",
            en: "The citizen's e-mail address."))
    var email: String?
    @Option(
        help: HelpWords.say(
            nb: "Innbyggerens telefonnummer.",
            nn: "Telefonnummeret til innbyggjaren.",
            en: "The citizen's telephone number."))
    var phone: String?
    @Flag(
        help: HelpWords.say(
            nb: "Saksbehandling: tjenestens frist i stedet for 48 timer.",
            nn: "Saksbehandling: fristen til tenesta i staden for 48 timar.",
            en: "Case work: the service's date instead of 48 hours."))
    var caseWork = false
    @Option(
        help: HelpWords.say(
            nb: "Avtale: vertens navn i directory.toml.",
            nn: "Avtale: namnet til verten i directory.toml.",
            en: "Appointment: the host's name in directory.toml."))
    var host: String?
    @Option(
        help: HelpWords.say(
            nb: "Avtale eller tidsrom for tilbakeringing: fra (RFC 3339).",
            nn: "Avtale eller tidsrom for tilbakeringing: frå (RFC 3339).",
            en: "Appointment or callback window: begins (RFC 3339)."))
    var from: String?
    @Option(
        help: HelpWords.say(
            nb: "Avtale eller tidsrom for tilbakeringing: til (RFC 3339).",
            nn: "Avtale eller tidsrom for tilbakeringing: til (RFC 3339).",
            en: "Appointment or callback window: ends (RFC 3339)."))
    var until: String?

    /// Mia registers for herself.
    private static let channels = Channel.allCases.filter { $0 != .mia }

    func run() async throws {
        let language = try Usage.language(options.language)
        let channel = try Usage.word(channel, of: Self.channels, "--channel", language)
        let target = try target(channel, language)
        let text = try OutsideText.text(text, language)
        let desk = try await OpenDesk.open(options, .mustExistWhereNamed)
        let details = ContactDetails(
            name: name.map(Normal.form), email: email.map(Normal.form), phone: phone.map(Normal.form))
        let registration = Registration(
            channel: channel, text: text, topic: topic.map { TopicCode($0) },
            contact: details.isEmpty ? nil : details, kind: caseWork ? .caseWork : .simple, target: target)
        let answer = try await desk.submit(.registerInquiry(id: desk.desk.newID(), registration))
        try desk.tell(answer, output)
        await desk.store.close()
    }

    /// What the channel needs to know, no more and no less: a window that nobody reads would be a broken promise.
    private func target(_ channel: Channel, _ language: Language) throws -> ChannelTarget {
        if from == nil, until == nil, host == nil, channel != .appointment { return .none }
        switch channel {
        case .callback where host == nil: break
        case .appointment where host != nil: break
        default: throw Usage.failure(Self.words(language))
        }
        guard let from, let until else { throw Usage.failure(Self.words(language)) }
        let (start, end) = (
            try Usage.moment(from, "--from", language), try Usage.moment(until, "--until", language)
        )
        return host.map { .slot(host: Normal.form($0), from: start, until: end) }
            ?? .window(from: start, until: end)
    }

    private static func words(_ language: Language) -> String {
        language.choose(
            nb:
                "En avtale trenger --host, --from og --until. En tilbakeringing kan ha --from og --until. Andre "
                + "kanaler har ingen av dem.",
            nn:
                "Ein avtale treng --host, --from og --until. Ei tilbakeringing kan ha --from og --until. Andre "
                + "kanalar har ingen av dei.",
            en:
                "An appointment needs --host, --from and --until. A callback may have --from and --until. Other "
                + "channels have none of them.")
    }
}

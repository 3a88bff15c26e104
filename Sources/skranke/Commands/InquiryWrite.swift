import ArgumentParser
import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

struct InquiryRegister: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Register what reached the desk in any channel.")
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "chat, callback, visit, appointment, email, phone, letter, sms, social or media.")
    var channel: String
    @Option(help: "A topic of topics.toml.")
    var topic: String?
    @Option(help: "What it is about, in the citizen's words.")
    var text: String
    @Option var name: String?
    @Option var email: String?
    @Option var phone: String?
    @Flag(help: "Case work: the service's date instead of 48 hours.")
    var caseWork = false
    @Option(help: "Appointment: the host's name in directory.toml.")
    var host: String?
    @Option(help: "Appointment or callback window: begins (RFC 3339).")
    var from: String?
    @Option(help: "Appointment or callback window: ends (RFC 3339).")
    var until: String?

    func run() async throws {
        guard let channel = Channel(rawValue: channel) else { throw ValidationError("--channel: \(channelNames)") }
        let desk = try await OpenDesk.open(options)
        let details = ContactDetails(
            name: name.map(Normal.form), email: email.map(Normal.form), phone: phone.map(Normal.form))
        let registration = Registration(
            channel: channel, text: Normal.form(text), topic: topic.map { TopicCode($0) },
            contact: details.isEmpty ? nil : details, kind: caseWork ? .caseWork : .simple, target: try target())
        let answer = try await desk.submit(.registerInquiry(id: desk.desk.newID(), registration))
        desk.poke()
        try tell(answer, desk, output)
        await desk.store.close()
    }

    private var channelNames: String { Channel.allCases.map(\.rawValue).joined(separator: ", ") }

    private func target() throws -> ChannelTarget {
        guard let from, let until else { return .none }
        guard let start = Moment(rfc3339: from), let end = Moment(rfc3339: until) else {
            throw ValidationError("--from and --until: RFC 3339, e.g. 2026-11-27T14:00:00+01:00")
        }
        return host.map { .slot(host: $0, from: start, until: end) } ?? .window(from: start, until: end)
    }
}

struct InquiryClaim: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "claim", abstract: "Take an inquiry.")
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument var reference: String

    func run() async throws {
        let desk = try await OpenDesk.open(options)
        let answer = try await desk.submit(.claim(try await desk.id(of: reference)))
        desk.poke()
        try tell(answer, desk, output)
        await desk.store.close()
    }
}

struct InquiryAnswer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Answer an inquiry that you own; sent at once, without grace.")
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument var reference: String
    @Option var text: String

    func run() async throws {
        let desk = try await OpenDesk.open(options)
        let file = try await desk.file(reference)
        let text = Normal.form(text)
        let seen = file.inquiry.visibleVersion
        let intent: Intent =
            switch file.inquiry.channel {
            case .phone, .callback, .visit, .appointment, .media:
                .giveSpokenAnswer(file.inquiry.id, summary: text, seen: seen)
            default: .sendMessage(file.inquiry.id, text: text, seen: seen, final: false, immediately: true)
            }
        let answer = try await desk.submit(intent)
        desk.poke()
        try tell(answer, desk, output)
        await desk.store.close()
    }
}

struct InquiryClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: "Close an inquiry with its result.")
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument var reference: String
    @Option(help: "solved-at-desk, solved-by-unit, referred, appointment-held, no-reply or withdrawn.")
    var result: String
    @Option var topic: String?
    @Option(help: "E-mail: journal or not-archived.")
    var archive: String?
    @Option(help: "Telephone: a, b, c or none.")
    var phoneOutcome: String?
    @Option(help: "Referred: the body's code in units.toml.")
    var referredTo: String?

    func run() async throws {
        guard let result = ClosingResult(rawValue: result) else {
            throw ValidationError("--result: \(ClosingResult.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let details = ClosingDetails(
            result: result, topic: topic.map { TopicCode($0) }, archive: try code(archive, "--archive"),
            phoneOutcome: try code(phoneOutcome, "--phone-outcome"), referredTo: referredTo.map { UnitCode($0) })
        let desk = try await OpenDesk.open(options)
        let file = try await desk.file(reference)
        let answer = try await desk.submit(
            .close(file.inquiry.id, details, seen: file.inquiry.visibleVersion))
        desk.poke()
        try tell(answer, desk, output)
        await desk.store.close()
    }

    private func code<Code: RawRepresentable & CaseIterable>(
        _ text: String?, _ flag: String
    ) throws -> Code? where Code.RawValue == String {
        guard let text else { return nil }
        guard let code = Code(rawValue: text) else {
            throw ValidationError("\(flag): \(Code.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return code
    }
}

/// What a command that wrote prints: its reference and where it stands.
private func tell(_ answer: CommandAnswer, _ desk: OpenDesk, _ output: OutputOptions) throws {
    let line = InquiryJSON.Answer(answer, zone: desk.data.policy.calendar.zone)
    Shell.say(output.json ? try JSONText.line(line) : line.reference)
}

extension OpenDesk {
    /// Tells the other processes of this host that the journal moved.
    func poke() {
        guard let pokes = try? Pokes(folder: location.pokes, clock: SystemClock()) else { return }
        pokes.send(.moved)
        pokes.stop()
    }
}

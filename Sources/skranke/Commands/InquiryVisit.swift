import ArgumentParser
import SkrankeDomain
import SkrankeJournal

struct InquiryCall: InquiryAct {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: HelpWords.say(
            nb: "Kall inn en besøkende; nummeret ropes opp på tavlen.",
            nn: "Kall inn ein besøkjande; nummeret blir ropt opp på tavla.",
            en: "Call a visitor; the number is shown on the display."), discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(
        help: HelpWords.say(
            nb: "Skranken, for eksempel 2.", nn: "Skranken, til dømes 2.", en: "The counter, e.g. 2."))
    var counter: String?

    func intent(_ language: Language) throws -> @Sendable (InquiryID) -> Intent {
        let counter = counter
        return { .callVisitor($0, counter: counter) }
    }
}

struct InquiryRecall: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recall",
        abstract: HelpWords.say(
            nb: "Rop opp et nummer en gang til.", nn: "Rop opp eit nummer ein gong til.",
            en: "Call a number once more."), discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String

    func run() async throws {
        let desk = try await OpenDesk.open(options, .mustExist)
        let id = try await desk.id(of: reference)
        let file = try await Told.store(desk.language) { () async throws(StoreFault) in
            try await desk.store.file(id)
        }
        let contact = file?.inquiry.open(.visit)
        guard contact?.state == .called else {
            throw Failure(
                RefusalSentence.text(.contactNotReady, desk, reference), word: Refusal.contactNotReady.word)
        }
        let intent = Intent.callVisitor(id, counter: contact?.visit?.counter)
        try desk.tell(try await desk.submit(intent, about: reference), output)
        await desk.store.close()
    }
}

struct InquiryStart: InquiryAct {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: HelpWords.say(
            nb: "Den besøkende er ved skranken, også igjen etter å ha ventet.",
            nn: "Den besøkjande er ved skranken, også igjen etter å ha venta.",
            en: "The visitor is at the counter, also again after having been parked."), discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String

    func intent(_ language: Language) throws -> @Sendable (InquiryID) -> Intent {
        { .startVisit($0) }
    }
}

struct InquiryPark: InquiryAct {
    static let configuration = CommandConfiguration(
        commandName: "park",
        abstract: HelpWords.say(
            nb: "Sett en besøkende på vent, for eksempel for å fylle ut et skjema.",
            nn: "Set ein besøkjande på vent, til dømes for å fylle ut eit skjema.",
            en: "Park a visitor, e.g. to fill in a form."), discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String

    func intent(_ language: Language) throws -> @Sendable (InquiryID) -> Intent {
        { .parkVisit($0) }
    }
}

struct InquiryFinish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "finish",
        abstract: HelpWords.say(
            nb: "Besøket er ferdig, eller avtalen er holdt.",
            nn: "Besøket er ferdig, eller avtalen er halden.",
            en: "The visit is over, or the appointment was held."), discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String

    func run() async throws {
        let desk = try await OpenDesk.open(options, .mustExist)
        let id = try await desk.id(of: reference)
        let intent: Intent =
            try await desk.channel(of: id) == .appointment ? .holdAppointment(id) : .finishVisit(id)
        try desk.tell(try await desk.submit(intent, about: reference), output)
        await desk.store.close()
    }
}

struct InquiryNoShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "no-show",
        abstract: HelpWords.say(
            nb: "Den besøkende er gått, eller møtte ikke til avtalen.",
            nn: "Den besøkjande er gått, eller møtte ikkje til avtalen.",
            en: "The visitor has left, or did not come to the appointment."), discussion: InquiryJSON.answerHelp)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String

    func run() async throws {
        let desk = try await OpenDesk.open(options, .mustExist)
        let id = try await desk.id(of: reference)
        let intent: Intent =
            try await desk.channel(of: id) == .appointment ? .appointmentNoShow(id) : .visitorLeft(id)
        try desk.tell(try await desk.submit(intent, about: reference), output)
        await desk.store.close()
    }
}

extension OpenDesk {
    /// The channel in which the inquiry is now; the visit's where there is none.
    func channel(of id: InquiryID) async throws -> Channel {
        let file = try await Told.store(language) { () async throws(StoreFault) in
            try await store.file(id)
        }
        return file?.inquiry.channel ?? .visit
    }
}

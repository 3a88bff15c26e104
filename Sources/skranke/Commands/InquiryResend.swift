import ArgumentParser
import SkrankeDomain
import SkrankeJournal

/// A letter that may not have arrived is sent again: only a human being decides that (DESIGN §4).
struct InquiryResend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resend",
        abstract: HelpWords.say(
            nb: "Send den siste e-posten som ikke kom fram, en gang til.",
            nn: "Send den siste e-posten som ikkje kom fram, ein gong til.",
            en: "Send the last e-mail that did not arrive once more."))
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String

    func run() async throws {
        let desk = try await OpenDesk.open(options, .mustExist)
        let file = try await desk.file(reference)
        let lost = file.inquiry.mail.sent.last { $0.state.needsHelp } ?? file.inquiry.mail.sent.last
        guard let lost else { throw Failure(RefusalSentence.text(.notFound, desk), word: "not-found") }
        try desk.tell(
            try await desk.submit(.resendEmail(file.inquiry.id, lost.message), about: reference), output)
        await desk.store.close()
    }
}

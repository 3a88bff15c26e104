import ArgumentParser
import SkrankeDomain

/// A subcommand that does one thing to one inquiry, and prints where that stands afterwards.
protocol InquiryAct: AsyncParsableCommand {
    var options: DeskOptions { get }
    var output: OutputOptions { get }
    var reference: String { get }

    /// What is to be done, with all that comes from outside (standard input) read before a desk is opened.
    func intent(_ language: Language) throws -> @Sendable (InquiryID) -> Intent
}

extension InquiryAct {
    func run() async throws {
        let intent = try intent(try Usage.language(options.language))
        let desk = try await OpenDesk.open(options, .mustExist)
        let id = try await desk.id(of: reference)
        try desk.tell(try await desk.submit(intent(id), about: reference), output)
        await desk.store.close()
    }
}

extension InquiryJSON {
    /// What `--json` prints of a command that wrote.
    static let answerHelp: String = HelpWords.say(
        nb: """
            --json: {"reference","state","version","expectedAt","ticket"}; null der det ikke er noe.
            """,
        nn: """
            --json: {"reference","state","version","expectedAt","ticket"}; null der det ikkje er noko.
            """,
        en: """
            --json: {"reference","state","version","expectedAt","ticket"}; null where there is nothing.
            """)
}

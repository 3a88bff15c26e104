import ArgumentParser
import SkrankeDomain
import SkrankeJournal

private let writes = """
    --json: {"reference","state","version","expectedAt","ticket"}; null where there is nothing.
    """

struct InquiryMerge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Merge a duplicate into the inquiry that goes on.",
        discussion: """
            The duplicate is annulled and points to the other; the earlier of their promises stands.
            \(writes)
            """)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(help: "The reference of the inquiry that goes on.")
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
        commandName: "split", abstract: "Give a second question in an inquiry a reference of its own.",
        discussion: """
            Prints the new reference. The new inquiry is as old as the one that it came from.
            \(writes)
            """)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(parsing: .unconditional, help: "The question; - reads standard input.")
    var text: String
    @Option(help: "A topic of topics.toml.")
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

struct InquiryReplyReceived: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply-received",
        abstract: "Note what the citizen replied by e-mail, letter, telephone or at the counter.",
        discussion: writes)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(parsing: .unconditional, help: "The citizen's words; - reads standard input.")
    var text: String

    func run() async throws {
        let text = try OutsideText.text(text, Usage.language(options.language))
        let desk = try await OpenDesk.open(options, .mustExist)
        let id = try await desk.id(of: reference)
        try desk.tell(try await desk.submit(.noteReply(id, text: text), about: reference), output)
        await desk.store.close()
    }
}

struct InquiryRequestClearance: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request-clearance", abstract: "Hold the answer back until it has been cleared.",
        discussion: writes)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(parsing: .unconditional, help: "Why others must agree to the answer; - reads standard input.")
    var reason: String

    func run() async throws {
        let reason = try OutsideText.text(reason, Usage.language(options.language))
        let desk = try await OpenDesk.open(options, .mustExist)
        let id = try await desk.id(of: reference)
        try desk.tell(try await desk.submit(.requestClearance(id, reason: reason), about: reference), output)
        await desk.store.close()
    }
}

struct InquiryClear: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clear", abstract: "Clear an answer (leader, supervisor).", discussion: writes)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String

    func run() async throws {
        let desk = try await OpenDesk.open(options, .mustExist)
        let id = try await desk.id(of: reference)
        try desk.tell(try await desk.submit(.clearMessage(id), about: reference), output)
        await desk.store.close()
    }
}

struct InquiryRefuseClearance: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse-clearance", abstract: "Do not clear an answer (leader, supervisor).",
        discussion: writes)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String
    @Option(parsing: .unconditional, help: "Why not; - reads standard input.")
    var reason: String

    func run() async throws {
        let reason = try OutsideText.text(reason, Usage.language(options.language))
        let desk = try await OpenDesk.open(options, .mustExist)
        let id = try await desk.id(of: reference)
        try desk.tell(try await desk.submit(.refuseClearance(id, reason: reason), about: reference), output)
        await desk.store.close()
    }
}

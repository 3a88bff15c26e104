import ArgumentParser
import SkrankeDomain
import SkrankeJournal

/// The journal itself: proven, followed, given away (DESIGN §4).
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Verify, follow and export the journal.",
        subcommands: [JournalVerify.self, JournalTail.self, JournalExport.self])
}

struct JournalVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Prove that rows say what the events say, and that nothing is missing.")
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions

    struct Report: Encodable {
        var events: Int64
        var inquiries: Int
        var problems: [String]
    }

    func run() async throws {
        let desk = try await OpenDesk.open(options)
        let report = try await Told.store(desk.language, path: desk.location.path) { () async throws(StoreFault) in
            try await desk.store.verify()
        }
        let shown = Report(events: report.events, inquiries: report.inquiries, problems: report.problems)
        if output.json {
            Shell.say(try JSONText.line(shown))
        } else {
            report.problems.forEach { Shell.say(Plain.field($0)) }
            Shell.say(JournalVerify.summary(report, desk.language))
        }
        await desk.store.close()
        if !report.problems.isEmpty { throw ExitCode(1) }
    }

    static func summary(_ report: VerifyReport, _ language: Language) -> String {
        let (events, inquiries, problems) = (report.events, report.inquiries, report.problems.count)
        return switch language {
        case .nb: "\(events) hendelser, \(inquiries) henvendelser, \(problems) feil"
        case .nn: "\(events) hendingar, \(inquiries) førespurnader, \(problems) feil"
        case .en: "\(events) events, \(inquiries) inquiries, \(problems) problems"
        }
    }
}

struct JournalExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "All events as JSON lines, with the envelope of the journal.")
    @OptionGroup var options: DeskOptions
    @Option(help: "Only events after this sequence.")
    var after: Int64 = 0

    func run() async throws {
        let desk = try await OpenDesk.open(options)
        try desk.requireReading()
        _ = try await JournalLines.print(desk, after: after)
        await desk.store.close()
    }
}

struct JournalTail: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail", abstract: "Events as they come, as JSON lines; ends with Ctrl-C.")
    @OptionGroup var options: DeskOptions
    @Flag(help: "Print what is there and end.")
    var once = false
    @Option(help: "Begin with the last so many events.")
    var last: Int64 = 10

    func run() async throws {
        let desk = try await OpenDesk.open(options)
        try desk.requireReading()
        let head = try await Told.store(desk.language) { () async throws(StoreFault) in
            try await desk.store.headSequence()
        }
        var cursor = try await JournalLines.print(desk, after: max(0, head - last))
        if !once {
            let news = try desk.news()
            for await _ in news.stream { cursor = try await JournalLines.print(desk, after: cursor) }
        }
        await desk.store.close()
    }
}

enum JournalLines {
    /// Prints every event after `sequence`; returns the last one's.
    static func print(_ desk: OpenDesk, after sequence: Int64) async throws -> Int64 {
        var cursor = sequence
        while true {
            let events = try await Told.store(desk.language) { () async throws(StoreFault) in
                try await desk.store.events(after: cursor, limit: 1_000)
            }
            for event in events { Shell.say(try EnvelopeJSON.line(event)) }
            guard let last = events.last else { return cursor }
            cursor = last.sequence
        }
    }
}

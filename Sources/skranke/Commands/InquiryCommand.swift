import ArgumentParser
import SkrankeDomain
import SkrankeJournal

/// Inquiries for scripts: the same commands through the same gate as the console (DESIGN §5).
struct InquiryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inquiry", abstract: "List, show, register, claim, answer and close inquiries.",
        subcommands: [
            InquiryList.self, InquiryShow.self, InquiryRegister.self, InquiryClaim.self, InquiryAnswer.self,
            InquiryClose.self,
        ])
}

struct InquiryList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Open inquiries, the most urgent first.")
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "At most so many; 0 = all.")
    var limit = 0

    func run() async throws {
        let desk = try await OpenDesk.open(options)
        try desk.requireReading()
        var last: Urgency?
        var left = limit == 0 ? Int.max : limit
        while left > 0 {
            let heads = try await Told.store(desk.language) { () async throws(StoreFault) in
                try await desk.store.openHeads(after: last, limit: min(left, 1_000))
            }
            for head in heads { try tell(head, desk) }
            guard let end = heads.last, heads.count == min(left, 1_000) else { break }
            last = Urgency(end)
            left -= heads.count
        }
        await desk.store.close()
    }

    private func tell(_ head: InquiryHead, _ desk: OpenDesk) throws {
        let line = InquiryJSON.Line(head, zone: desk.data.policy.calendar.zone)
        if output.json { return Shell.say(try JSONText.line(line)) }
        let parts = [
            line.reference, line.channel, line.state, line.due ?? "-", line.owner ?? "-", line.topic ?? "-",
            Plain.field(head.subject ?? ""),
        ]
        Shell.say(parts.joined(separator: "\t"))
    }
}

struct InquiryShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One inquiry with its messages, receipts, deadlines and events.")
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "The public reference, e.g. H26-004217-X.")
    var reference: String

    func run() async throws {
        let desk = try await OpenDesk.open(options)
        try desk.requireReading()
        let file = try await desk.file(reference)
        let shown = InquiryJSON.Whole(file, zone: desk.data.policy.calendar.zone)
        if output.json {
            Shell.say(try JSONText.line(shown))
        } else {
            InquiryText.lines(shown, desk.language).forEach { Shell.say(Plain.field($0)) }
        }
        await desk.store.close()
    }
}

extension OpenDesk {
    /// The one gate for reading citizens' data (law 5).
    func requireReading() throws {
        guard Gate.mayReadInquiries(caller) else { throw Failure(RefusalSentence.text(.notPermitted, self)) }
    }

    /// The inquiry of a reference as typed.
    func id(of text: String) async throws -> InquiryID {
        guard let reference = PublicReference(text) else {
            throw Failure(RefusalSentence.noReference(text, language))
        }
        let id = try await Told.store(language) { () async throws(StoreFault) in try await store.find(reference) }
        guard let id else { throw Failure(RefusalSentence.text(.notFound, self)) }
        return id
    }

    func file(_ text: String) async throws -> InquiryFile {
        let id = try await id(of: text)
        let file = try await Told.store(language) { () async throws(StoreFault) in try await store.file(id) }
        guard let file else { throw Failure(RefusalSentence.text(.notFound, self)) }
        return file
    }

    /// Submits, and says no where it was refused.
    @discardableResult
    func submit(_ intent: Intent, key: IdempotencyKey? = nil) async throws -> CommandAnswer {
        let result = try await Told.store(language) { () async throws(StoreFault) in
            try await desk.submit(intent, by: caller, key: key)
        }
        switch result {
        case .committed(let answer, _), .repeated(let answer): return answer
        case .conflict: throw Failure("idempotency key")
        case .refused(let refusal): throw Failure(RefusalSentence.text(refusal, self))
        }
    }
}

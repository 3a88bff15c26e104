import ArgumentParser
import SkrankeDomain
import SkrankeJournal

/// Inquiries for scripts: the same commands through the same gate as the console (DESIGN §5).
struct InquiryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inquiry",
        abstract: "List, show, register, claim, answer, merge, split and close inquiries.",
        subcommands: [
            InquiryList.self, InquiryShow.self, InquiryRegister.self, InquiryClaim.self, InquiryAnswer.self,
            InquiryClose.self, InquiryMerge.self, InquirySplit.self, InquiryReplyReceived.self,
            InquiryRequestClearance.self, InquiryClear.self, InquiryRefuseClearance.self,
        ])
}

struct InquiryList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Open inquiries, the most urgent first.",
        discussion: """
            --json: one line for each, {"reference","channel","state","topic","owner","due","version"};
            null where there is nothing, times in RFC 3339.
            """)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "At most so many; 0 = all.")
    var limit = 0

    func run() async throws {
        try Usage.notNegative(limit, "--limit", Usage.language(options.language))
        let desk = try await OpenDesk.open(options, .mustExist)
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
        if output.json { return Shell.say(try JSONCoder.encode(line)) }
        let parts = [
            line.reference, line.channel, line.state, line.due ?? "-", line.owner ?? "-", line.topic ?? "-",
            Plain.field(head.subject ?? ""),
        ]
        Shell.say(parts.joined(separator: "\t"))
    }
}

struct InquiryShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One inquiry with its messages, receipts, deadlines and events.",
        discussion: """
            --json: one document, the keys of `list` with "messages", "receipts", "deadlines", "links",
            "clearance" and "events".
            """)
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String

    func run() async throws {
        let desk = try await OpenDesk.open(options, .mustExist)
        try desk.requireReading()
        let file = try await desk.file(reference)
        let shown = InquiryJSON.Whole(file, zone: desk.data.policy.calendar.zone)
        if output.json {
            Shell.say(try JSONCoder.encode(shown))
        } else {
            InquiryText.lines(shown, desk.language).forEach { Shell.say(Plain.field($0)) }
        }
        await desk.store.close()
    }
}

extension OpenDesk {
    /// The one gate for reading citizens' data (law 5).
    func requireReading() throws {
        guard Gate.mayReadInquiries(caller) else {
            throw Failure(RefusalSentence.text(.notPermitted, self), word: "not-permitted")
        }
    }

    /// Submits, and says no where it was refused.
    /// - Parameter reference: the inquiry that it is about, for the way out.
    @discardableResult
    func submit(_ intent: Intent, about reference: String? = nil) async throws -> CommandAnswer {
        let result = try await Told.store(language, path: location.path) { () async throws(StoreFault) in
            try await desk.submit(intent, by: caller)
        }
        switch result {
        case .committed(let answer, _), .repeated(let answer): return answer
        // Only what carries an idempotency key can conflict, and nothing here does.
        case .conflict: throw Failure(RefusalSentence.text(.beingSent, self), word: "conflict")
        case .refused(let refusal):
            throw Failure(RefusalSentence.text(refusal, self, reference), word: refusal.word)
        }
    }
}

extension Refusal {
    /// Its name in JSON, e.g. `topic-missing`: the case's own, which no language changes.
    var word: String {
        let name = "\(self)".prefix { $0.isLetter }
        return name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }
}

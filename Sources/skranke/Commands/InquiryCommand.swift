import ArgumentParser
import SkrankeDomain
import SkrankeJournal

/// Inquiries for scripts: the same commands through the same gate as the console (DESIGN §5).
struct InquiryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inquiry",
        abstract: HelpWords.say(
            nb: "List opp, vis, registrer, ta, svar på, slå sammen, del og avslutt henvendelser.",
            nn: "List opp, vis, registrer, ta, svar på, slå saman, del og avslutt henvendingar.",
            en: "List, show, register, claim, answer, merge, split and close inquiries."),
        subcommands: [
            InquiryList.self, InquiryShow.self, InquiryRegister.self, InquiryClaim.self, InquiryAnswer.self,
            InquiryClose.self, InquiryResend.self, InquiryMerge.self, InquirySplit.self, InquiryReplyReceived.self,
            InquiryRequestClearance.self, InquiryClear.self, InquiryRefuseClearance.self,
            InquiryCall.self, InquiryRecall.self, InquiryStart.self, InquiryPark.self, InquiryFinish.self,
            InquiryNoShow.self, InquiryService.self, InquiryHandOver.self, InquiryArrived.self,
            InquiryFreeTimes.self,
        ])
}

struct InquiryList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: HelpWords.say(
            nb: "Åpne henvendelser, den som haster mest først.",
            nn: "Opne henvendingar, den som hastar mest først.",
            en: "Open inquiries, the most urgent first."),
        discussion: HelpWords.say(
            nb: """
                --json: én linje for hver, {"reference","channel","state","topic","owner","due","version"};
                null der det ikke er noe, tider etter RFC 3339.
                """,
            nn: """
                --json: éi linje for kvar, {"reference","channel","state","topic","owner","due","version"};
                null der det ikkje er noko, tider etter RFC 3339.
                """,
            en: """
                --json: one line for each, {"reference","channel","state","topic","owner","due","version"};
                null where there is nothing, times in RFC 3339.
                """))
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Option(
        parsing: .unconditional,
        help: HelpWords.say(
            nb: "Høyst så mange; 0 = alle.",
            nn: "Høgst så mange; 0 = alle.",
            en: "At most so many; 0 = all."))
    var limit = 0

    func run() async throws {
        try Usage.notNegative(limit, "--limit", Usage.language(options.language))
        let desk = try await OpenDesk.open(options, .reads)
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
        commandName: "show",
        abstract: HelpWords.say(
            nb: "Én henvendelse med meldinger, kvitteringer, frister og hendelser.",
            nn: "Éi henvending med meldingar, kvitteringar, fristar og hendingar.",
            en: "One inquiry with its messages, receipts, deadlines and events."),
        discussion: HelpWords.say(
            nb: """
                --json: ett dokument, nøklene fra `list` med "messages", "receipts", "deadlines", "links",
                "letters", "clearance" og "events".
                """,
            nn: """
                --json: eitt dokument, nøklane frå `list` med "messages", "receipts", "deadlines", "links",
                "letters", "clearance" og "events".
                """,
            en: """
                --json: one document, the keys of `list` with "messages", "receipts", "deadlines", "links",
                "letters", "clearance" and "events".
                """))
    @OptionGroup var options: DeskOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ReferenceArgument.help)
    var reference: String

    func run() async throws {
        let desk = try await OpenDesk.open(options, .reads)
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

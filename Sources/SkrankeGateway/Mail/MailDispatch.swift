import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

/// Hands letters to whoever takes them: `sending` is committed before the server is contacted, and what is
/// found so after a kill is `unknown`, which nobody sends again but a human being (DESIGN §4).
actor MailDispatch: Duty {
    nonisolated let name = "mail-dispatch"
    private let desk: CommandDesk
    private let sender: any MailSender
    private let clock: any Clock
    private let report: @Sendable (MailTrouble?) -> Void
    private let log: @Sendable (String) -> Void
    private var hasLookedBack = false
    /// The server cannot be used: it is not asked again before then (monotonic).
    private var restsUntil = Int64.min
    private var failures: Int64 = 0

    static let batch = 20
    /// Seconds before the second attempt; doubled for each further one, up to the last.
    static let firstPause: Int64 = 15
    static let longestPause: Int64 = 3_600

    init(
        desk: CommandDesk, sender: any MailSender, clock: any Clock,
        report: @escaping @Sendable (MailTrouble?) -> Void, log: @escaping @Sendable (String) -> Void
    ) {
        self.desk = desk
        self.sender = sender
        self.clock = clock
        self.report = report
        self.log = log
    }

    func work() async throws(StoreFault) -> DutyResult {
        if !hasLookedBack { try await lookBack() }
        guard clock.monotonic >= restsUntil else { return DutyResult() }
        for row in try await desk.store.dueMail(at: clock.now, limit: Self.batch) {
            if Task.isCancelled { break }
            guard try await dispatch(row) else { return DutyResult() }
        }
        let more = try await desk.store.dueMail(at: clock.now, limit: 1)
        return DutyResult(next: more.isEmpty ? nil : clock.now)
    }

    /// What the gateway before this one was handing over when it was killed.
    private func lookBack() async throws(StoreFault) {
        for row in try await desk.store.mailBeingSent() {
            log("a letter was being sent when the gateway ended: unknown")
            try await settle(row, .unknown)
        }
        hasLookedBack = true
    }

    /// Whether the server can be asked for more.
    private func dispatch(_ row: OutboxRow) async throws(StoreFault) -> Bool {
        guard let file = try await desk.store.file(row.inquiry), let letter = file.letter(row.message) else {
            // Forgotten meanwhile, or queued by a program that had no mail.
            try await desk.store.markOutbox(row.message, .withdrawn)
            return true
        }
        if letter.to.isEmpty {
            try await settle(row, .refused(status: nil))
            return true
        }
        try await desk.store.markOutbox(row.message, .sending)
        switch await sender.send(letter) {
        case .accepted:
            try await settle(row, .accepted)
            report(nil)
            failures = 0
        case .refused(let status): try await settle(row, .refused(status: status))
        case .unknown: try await settle(row, .unknown)
        case .later(let why):
            try await postpone(row)
            report(MailTrouble(.outgoing, .refusing, why))
        case .trouble(let trouble):
            // Not the letter's fault: its turn comes when the server's does.
            try await desk.store.postponeMail(row.message, until: clock.now)
            report(trouble)
            failures = min(failures + 1, 7)
            restsUntil = clock.monotonic + min(30_000, 250 << failures)
            return false
        }
        return true
    }

    private func postpone(_ row: OutboxRow) async throws(StoreFault) {
        let pause = min(Self.longestPause, Self.firstPause << Int64(min(row.attempts, 20)))
        try await desk.store.postponeMail(row.message, until: clock.now + clock.real(.seconds(pause)))
    }

    private func settle(_ row: OutboxRow, _ result: MailResult) async throws(StoreFault) {
        let answer = try await desk.submit(
            .mailSettled(row.inquiry, row.message, result), by: .outbox)
        guard case .refused(let refusal) = answer else { return }
        log("a letter could not be settled: \(refusal)")
        try await desk.store.markOutbox(row.message, .unknown)
    }
}

extension InquiryFile {
    /// The letter as it leaves; nil where its text is gone or it is no letter.
    func letter(_ message: MessageID) -> MailLetter? {
        guard let mail = inquiry.mail[message], mail.state == .onItsWay, let text = texts[mail.content] else {
            return nil
        }
        let answered = mail.answers.flatMap { envelope(of: $0) } ?? latestEnvelope
        let own = envelope(of: message)
        var letter = MailLetter(
            id: MailMessageID(reference: inquiry.reference, message: message), date: mail.queuedAt,
            to: own?.to ?? answered?.answerAddress.map { [$0] } ?? contactAddress,
            subject: subject(answering: answered), text: text, isAutomatic: mail.purpose.isAutomatic,
            language: inquiry.language)
        letter.cc = own?.cc ?? []
        letter.to = letter.to.filter(\.isPlausible)
        letter.references = (answered?.references ?? []) + [answered?.messageID].compactMap { $0 }
        return letter
    }

    /// That of the last letter, though a machine wrote it: an agent may answer even that.
    private var latestEnvelope: MailEnvelope? {
        inquiry.messages.last { $0.author == .citizen && inquiry.mail.envelopes[$0.id] != nil }
            .flatMap { envelope(of: $0.id) }
    }

    private var contactAddress: [EmailAddress] {
        guard let email = contact?.email, !email.isEmpty else { return [] }
        return [EmailAddress(name: contact?.name ?? "", address: email)]
    }

    /// The citizen's own subject with our reference; never the question's words where there was none.
    private func subject(answering envelope: MailEnvelope?) -> String {
        let mark = "[\(inquiry.reference.text)]"
        let title = envelope?.subject ?? ""
        if title.isEmpty {
            let word =
                switch inquiry.language {
                case .nb: "Henvendelse"
                case .nn: "Førespurnad"
                case .en: "Inquiry"
                }
            return word + " " + mark
        }
        let isReply = ["re:", "sv:", "vs:"].contains { title.lowercased().hasPrefix($0) }
        return (isReply ? "" : "Re: ") + title + (title.contains(mark) ? "" : " " + mark)
    }
}

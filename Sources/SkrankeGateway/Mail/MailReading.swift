import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

/// Turns kept originals into inquiries: each is parsed by a process of its own, and settled in the transaction
/// that writes the inquiry's events, so that a kill at any point doubles and loses nothing.
actor MailReading: Duty {
    nonisolated let name = "mail-reading"
    private let desk: CommandDesk
    private let setup: MailSetup
    private let policy: @Sendable () -> DeskPolicy
    private let report: @Sendable (MailTrouble?) -> Void
    private let log: @Sendable (String) -> Void
    private let clock: any Clock
    /// Until when it is said that receipts were held back (monotonic).
    private var alarmUntil: Int64?

    static let alarm: Int64 = 3_600_000
    static let batch = 40
    /// Attempts are counted before they begin, and five times more for each death that was seen: two deaths, or
    /// twelve beginnings after which nobody was left to say anything. A gateway that is killed again and again
    /// must not make an unreadable letter of a good one.
    static let lastAttempt = 12
    static let death = 5
    /// Scalars of raw text that are shown of what nobody could read.
    static let rawText = 4_000

    init(
        desk: CommandDesk, setup: MailSetup, clock: any Clock,
        policy: @escaping @Sendable () -> DeskPolicy,
        report: @escaping @Sendable (MailTrouble?) -> Void, log: @escaping @Sendable (String) -> Void
    ) {
        self.desk = desk
        self.setup = setup
        self.clock = clock
        self.policy = policy
        self.report = report
        self.log = log
    }

    private struct Job {
        var row: OriginalRow
        var mail: ParsedMail
        var isUnreadable = false
    }

    func work() async throws(StoreFault) -> DutyResult {
        var result = DutyResult()
        if let alarm = alarmUntil, clock.monotonic >= alarm {
            alarmUntil = nil
            report(nil)
        }
        while !Task.isCancelled {
            let rows = try await desk.store.unreadOriginals(limit: Self.batch)
            if rows.isEmpty { break }
            guard try await read(rows, &result) else { break }
        }
        return result
    }

    /// Whether it is worth going on.
    private func read(_ rows: [OriginalRow], _ result: inout DutyResult) async throws(StoreFault) -> Bool {
        // What has been tried before is tried alone: the others are not to blame for it.
        let suspects = rows.filter { $0.attempts > 0 }
        let part = suspects.isEmpty ? rows : [suspects[0]]
        var jobs: [Job] = []
        if part[0].attempts >= Self.lastAttempt {
            jobs.append(Job(row: part[0], mail: try await raw(part[0]), isUnreadable: true))
        } else {
            try await desk.store.countAttempts(part.map(\.key))
            for row in part {
                switch try await parsed(row) {
                case .mail(let mail): jobs.append(Job(row: row, mail: mail))
                case .died:
                    log("an original killed its parser, attempt \(row.attempts + 1)")
                    for _ in 0..<Self.death { try await desk.store.countAttempts([row.key]) }
                case .unavailable(let why):
                    report(MailTrouble(.incoming, .parser, why))
                    return false
                }
                if Task.isCancelled { return false }
            }
        }
        if alarmUntil == nil { report(nil) }
        return try await file(jobs, &result)
    }

    private func parsed(_ row: OriginalRow) async throws(StoreFault) -> ParseResult {
        guard let bytes = try await desk.store.originalBytes(row.key) else { return .mail(ParsedMail()) }
        return await setup.parser.parse(bytes)
    }

    /// The raw text: whatever can be shown of it.
    private func raw(_ row: OriginalRow) async throws(StoreFault) -> ParsedMail {
        var mail = ParsedMail()
        let bytes = try await desk.store.originalBytes(row.key) ?? []
        let text = String(decoding: bytes.prefix(Self.rawText * 4), as: UTF8.self)
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(Self.rawText) where scalar != "\r" {
            let isPlain = scalar == "\n" || scalar.properties.generalCategory != .control
            shown.append(isPlain ? scalar : "\u{FFFD}")
        }
        mail.text = String(shown)
        mail.envelope.isCut = true
        return mail
    }

    /// Letters of one thread one after the other, threads side by side.
    private func file(_ jobs: [Job], _ result: inout DutyResult) async throws(StoreFault) -> Bool {
        var threads: [InquiryID: [(Job, MailPlace.Found, Bool)]] = [:]
        var order: [InquiryID] = []
        let year = policy().calendar.zone.date(at: desk.now).year
        let place = MailPlace(store: desk.store, secrets: setup.secrets, year: year)
        for job in jobs {
            let (found, isForged) =
                job.isUnreadable ? (MailPlace.Found.new(nil), false) : try await place.find(job.mail)
            let thread: InquiryID =
                switch found {
                case .known(let id), .report(let id, _): id
                case .new: desk.newID()
                }
            if threads[thread] == nil { order.append(thread) }
            threads[thread, default: []].append((job, found, isForged))
        }
        var isWhole = true
        var faults: [StoreFault] = []
        await withTaskGroup(of: Result<Bool, StoreFault>.self) { group in
            for thread in order {
                let letters = threads[thread] ?? []
                group.addTask { await self.file(letters, in: thread) }
            }
            for await outcome in group {
                switch outcome {
                case .success(let isDone): isWhole = isWhole && isDone
                case .failure(let fault): faults.append(fault)
                }
            }
        }
        if let fault = faults.first(where: \.concernsAll) { throw fault }
        if let fault = faults.first { result.trouble = fault }
        return isWhole && faults.isEmpty
    }

    private func file(
        _ letters: [(Job, MailPlace.Found, Bool)], in thread: InquiryID
    ) async -> Result<Bool, StoreFault> {
        do throws(StoreFault) {
            var isWhole = true
            for (job, found, isForged) in letters {
                isWhole = try await file(job, found, isForged, thread) && isWhole
            }
            return .success(isWhole)
        } catch { return .failure(error) }
    }

    private func file(
        _ job: Job, _ found: MailPlace.Found, _ isForged: Bool, _ thread: InquiryID
    ) async throws(StoreFault) -> Bool {
        switch found {
        case .report(let id, let message):
            guard let report = job.mail.report, report.outcome != .other else {
                return try await submit(.receiveEmail(id, incoming(job, isKnown: true, isForged)), job)
            }
            let news = DeliveryNews(
                isFinal: report.outcome == .failed, status: report.status, sentence: report.sentence,
                original: job.row.key)
            return try await submit(.deliveryReported(id, message, news), job)
        case .known(let id):
            return try await submit(.receiveEmail(id, incoming(job, isKnown: true, isForged)), job)
        case .new(let link):
            var mail = incoming(job, isKnown: false, isForged)
            mail.link = link
            return try await submit(.receiveEmail(thread, mail), job)
        }
    }

    /// Whether the original is settled now.
    private func submit(_ intent: Intent, _ job: Job) async throws(StoreFault) -> Bool {
        switch try await desk.submit(intent, by: .intake) {
        case .committed(let answer, _), .repeated(let answer):
            if let why = answer.withheld {
                log("a receipt was held back: \(why.rawValue)")
                alarmUntil = clock.monotonic + Self.alarm
                report(MailTrouble(.incoming, .breaker))
            }
            return true
        // Settled before, by whoever read it first.
        case .refused(.notFound): return true
        case .refused(let refusal):
            if case .receiveEmail(let id, var mail) = intent, let file = try await desk.store.file(id),
                !job.isUnreadable
            {
                // It ended too long ago, or can take no more words: a new one that goes on from it.
                mail.link = EmailLink(reason: .follows, other: id, reference: file.inquiry.reference)
                mail.text = job.mail.text
                let again = try await desk.submit(.receiveEmail(desk.newID(), mail), by: .intake)
                if case .committed = again { return true }
            }
            log("a letter was refused: \(refusal)")
            return false
        case .conflict: return false
        }
    }

    private func incoming(_ job: Job, isKnown: Bool, _ isForged: Bool) -> IncomingEmail {
        var envelope = job.mail.envelope
        envelope.isForged = isForged
        let sender = envelope.answerAddress?.key ?? ""
        var mail = IncomingEmail(
            envelope: envelope, text: isKnown ? job.mail.newText : job.mail.text,
            receivedAt: job.row.storedAt, senderKey: setup.secrets.pseudonym(sender))
        mail.original = job.row.key
        mail.isUnreadable = job.isUnreadable
        mail.isAutomatic = job.mail.isAutomatic
        mail.category = category(job.mail, sender)
        return mail
    }

    /// By the sender's domain; what nobody can tell counts as an inhabitant's (K5).
    private func category(_ mail: ParsedMail, _ sender: String) -> EmailCategory {
        if mail.isBulk { return .other }
        let domain = sender.split(separator: "@").last.map(String.init) ?? ""
        func isOf(_ domains: Set<String>) -> Bool {
            domains.contains { domain == $0 || domain.hasSuffix("." + $0) }
        }
        if isOf(setup.internalDomains) { return .colleague }
        return isOf(setup.officialDomains) ? .official : .citizen
    }
}

extension Caller {
    /// The gateway, for what comes from outside.
    static let intake = Caller(.system(.intake), terminal: "gateway")
    /// The gateway, for what became of our letters.
    static let outbox = Caller(.system(.outbox), terminal: "gateway")
}

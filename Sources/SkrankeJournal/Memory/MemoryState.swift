import SkrankeDomain

/// Everything that a store holds, as plain values: the reference for what every engine must do.
struct MemoryState: Sendable {
    struct Answered: Sendable {
        var fingerprint: String
        var answer: CommandAnswer
        var inquiry: InquiryID?
        var at: Moment
    }
    struct KeyName: Hashable, Sendable {
        var scope: String
        var key: String
    }
    struct DraftKey: Hashable, Sendable {
        var agent: AgentID
        var inquiry: InquiryID?
        var kind: Draft.Kind
    }
    struct TimerKey: Hashable, Sendable {
        var inquiry: InquiryID
        var kind: TimerKind
    }
    /// A text that can be found, in the order of writing.
    struct Document: Sendable {
        var row: Int64
        var inquiry: InquiryID
        var text: String
        var content: ContentID?
        var contact: ContactID?
    }

    var journal: [Envelope] = []
    var streams: [StreamID: [Int]] = [:]
    var inquiries: [InquiryID: Inquiry] = [:]
    var heads: [InquiryID: InquiryHead] = [:]
    var changed: [InquiryID: Int64] = [:]
    var references: [PublicReference: InquiryID] = [:]
    var contents: [ContentID: Content] = [:]
    var contacts: [ContactID: Contact] = [:]
    var documents: [Document] = []
    var lastDocument: Int64 = 0
    var erased: Set<ContentID> = []
    var timers: [TimerKey: Moment] = [:]
    var outbox: [MessageID: OutboxRow] = [:]
    var drafts: [DraftKey: Draft] = [:]
    var leases: [InquiryID: HeldLease] = [:]
    var sessions: [String: SessionRow] = [:]
    var counters: [String: Int] = [:]
    var reservations: [UniqueKey: StreamID] = [:]
    var absences: [AgentID: AbsenceRow] = [:]
    var answers: [KeyName: Answered] = [:]
    var metadata: [String: String] = [:]
    /// Received e-mails, in the order in which they came.
    var originals: [KeptOriginal] = []
    var originalPlaces: [OriginalKey: Int] = [:]
    var isClosed = false
    var agents: [AgentID: AgentState] = [:]

    var sequence: Int64 { Int64(journal.count) }

    func events(of stream: StreamID, after version: Int) -> [Envelope] {
        (streams[stream] ?? []).dropFirst(max(0, version)).map { journal[$0] }
    }

    func streamState(_ stream: StreamID) -> StreamState {
        var state = StreamState(
            version: streams[stream]?.count ?? 0, inquiry: stream.inquiry.flatMap { inquiries[$0] })
        if case .agent(let id) = stream { state.agent = agents[id] }
        return state
    }

    func staffing(at now: Moment) -> Staffing {
        var live: [AgentID: Int] = [:]
        for held in leases.values { live[held.lease.agent, default: 0] += 1 }
        return Staffing(sessions: Array(sessions.values), live: live, now: now)
    }
}

extension MemoryState {
    mutating func transact(_ transaction: Transaction) -> TransactionResult {
        if let key = transaction.key, let before = answered(key, at: transaction.now) {
            return before.fingerprint == key.fingerprint ? .repeated(before.answer) : .conflict
        }
        let decision: Decision
        do {
            decision = try transaction.decide(read(for: transaction))
            try check(decision)
        } catch { return .refused(error) }
        let command = transaction.command
        write(
            decision, command: command.id, correlation: command.correlation, caller: command.caller,
            at: transaction.now)
        if decision.deletesDraft, let agent = command.caller.actor.agent {
            let kind = command.intent.draftKind
            let inquiry = kind == .registration ? nil : command.intent.inquiry
            drafts[DraftKey(agent: agent, inquiry: inquiry, kind: kind)] = nil
        }
        if let key = transaction.key, decision.erases.isEmpty {
            answers[KeyName(scope: key.scope, key: key.key)] = Answered(
                fingerprint: key.fingerprint, answer: decision.answer, inquiry: decision.answer.inquiry,
                at: transaction.now)
        }
        return .committed(decision.answer, sequence: sequence)
    }

    private mutating func answered(_ key: IdempotencyKey, at now: Moment) -> Answered? {
        let name = KeyName(scope: key.scope, key: key.key)
        guard let before = answers[name] else { return nil }
        if before.at + IdempotencyKey.lifetime >= now { return before }
        answers[name] = nil
        return nil
    }

    private func read(for transaction: Transaction) -> TransactionState {
        var next: [Counter: Int] = [:]
        for counter in transaction.counters { next[counter] = (counters[counter.name] ?? 0) + 1 }
        var held: [UniqueKey: StreamID] = [:]
        for key in transaction.uniqueKeys { held[key] = reservations[key] }
        var loaded = Loaded(for: transaction.command.intent) { inquiries[$0] }
        if transaction.command.intent.mayWrite, let contact = loaded.inquiry?.contact {
            loaded.hasEmailAddress = contacts[contact]?.email?.isEmpty == false
        }
        return TransactionState(
            loaded: loaded, counters: next,
            reservations: held,
            staffing: staffing(for: transaction))
    }

    private func staffing(for transaction: Transaction) -> Staffing {
        var staffing = staffing(at: transaction.now)
        guard let agent = transaction.command.intent.claimant(transaction.command.caller) else {
            return staffing
        }
        staffing.know(agent, load(of: agent), agents[agent])
        return staffing
    }

    private func load(of agent: AgentID) -> Load {
        var load = Load()
        for head in heads.values where head.owner == agent && head.state.isOpen {
            load.add(head.channel, head.contactState, head.state)
        }
        return load
    }

    /// What only the store can know: a slot that was taken, a message that is just being sent.
    func check(_ decision: Decision) throws(Refusal) {
        let stream = decision.events.first?.stream
        for key in decision.reserves where !decision.frees.contains(key) {
            if let holder = reservations[key], holder != stream { throw .slotTaken }
        }
        let erased = Set(decision.erases.map(\.inquiry))
        if outbox.values.contains(where: { erased.contains($0.inquiry) && $0.state == .sending }) {
            throw .beingSent
        }
        for item in decision.originals where original(item.key)?.state != .unread { throw .notFound }
    }

    mutating func write(
        _ decision: Decision, command: CommandID, correlation: CommandID?, caller: Caller, at: Moment
    ) {
        var states: [StreamID: StreamState] = [:]
        for stream in decision.streams { states[stream] = streamState(stream) }
        let application = Application(
            decision, command: command, correlation: correlation, caller: caller, at: at, after: sequence,
            streams: states)
        for envelope in application.envelopes {
            streams[envelope.stream, default: []].append(journal.count)
            journal.append(envelope)
            if let id = envelope.stream.inquiry { changed[id] = envelope.sequence }
            if let person = envelope.stream.absentee {
                absences[person] = AbsenceRow.after(envelope, absences[person], decision.absenceTexts)
                forgetWordsOfThePast(at: envelope.at, besides: person)
            }
        }
        store(decision, inquiry: decision.streams.lazy.compactMap(\.inquiry).first)
        for erasure in decision.erases { erase(erasure) }
        for agent in application.agents { agents[agent.id] = agent }
        for inquiry in application.inquiries {
            inquiries[inquiry.id] = inquiry
            references[inquiry.reference] = inquiry.id
            heads[inquiry.id] = head(of: inquiry)
        }
        writeLive(decision, at: at)
    }

    /// Words of an absence that is over.
    private mutating func forgetWordsOfThePast(at now: Moment, besides person: AgentID) {
        for (other, row) in absences where other != person {
            if let until = row.absence.until, until <= now { absences[other]?.words = nil }
        }
    }

    func head(of inquiry: Inquiry) -> InquiryHead {
        InquiryHead(
            inquiry, name: inquiry.contact.flatMap { contacts[$0]?.name },
            subject: inquiry.subject.flatMap { contents[$0] }.map { InquiryHead.firstWords(of: $0.text) })
    }

    private mutating func store(_ decision: Decision, inquiry: InquiryID?) {
        for content in decision.contents {
            contents[content.id] = content
            if content.kind != .receipt {
                document(content.text, inquiry: content.inquiry, content: content.id, contact: nil)
            }
        }
        for contact in decision.contacts {
            contacts[contact.id] = contact
            if let inquiry, let text = contact.searchText {
                document(text, inquiry: inquiry, content: nil, contact: contact.id)
            }
        }
    }

    private mutating func document(
        _ text: String, inquiry: InquiryID, content: ContentID?, contact: ContactID?
    ) {
        lastDocument += 1
        documents.append(
            Document(row: lastDocument, inquiry: inquiry, text: text, content: content, contact: contact))
    }

    private mutating func writeLive(_ decision: Decision, at: Moment) {
        for change in decision.timers {
            switch change {
            case .set(let id, let kind, let due): timers[TimerKey(inquiry: id, kind: kind)] = due
            case .cancel(let id, let kind): timers[TimerKey(inquiry: id, kind: kind)] = nil
            }
        }
        for change in decision.leases {
            switch change {
            case .take(let id, let agent):
                leases[id] = HeldLease(Lease(inquiry: id, agent: agent), takenAt: at)
            case .drop(let id): leases[id] = nil
            }
        }
        for change in decision.outbox {
            switch change {
            case .hold(let message, let inquiry, let channel, let until):
                outbox[message] = OutboxRow(
                    message: message, inquiry: inquiry, channel: channel, state: .held, until: until)
            case .ready(let message): outbox[message]?.makeReady()
            case .withdraw(let message): outbox[message]?.state = .withdrawn
            case .enqueue(let message, let inquiry):
                outbox[message] = OutboxRow(
                    message: message, inquiry: inquiry, channel: .email, state: .ready, until: at)
            case .settle(let message, let end): outbox[message]?.settle(end)
            }
        }
        for key in decision.frees { reservations[key] = nil }
        if let stream = decision.events.first?.stream {
            for key in decision.reserves { reservations[key] = stream }
        }
        for settlement in decision.originals { settle(settlement) }
        for counter in decision.usedCounters { counters[counter.name, default: 0] += 1 }
    }

    /// All rows that the history names, with copies (law 10).
    private mutating func erase(_ erasure: Erasure) {
        let named = NamedRows(events(of: .inquiry(erasure.inquiry), after: 0))
        let contentIDs = Set(named.contents + erasure.contents)
        let contactIDs = Set(named.contacts + [erasure.contact].compactMap { $0 })
        for id in contentIDs { contents[id] = nil }
        for id in contactIDs { contacts[id] = nil }
        erased.formUnion(contentIDs)
        documents.removeAll { document in
            document.content.map { contentIDs.contains($0) } ?? false
                || document.contact.map { contactIDs.contains($0) } ?? false
        }
        eraseOriginals(of: erasure.inquiry)
        drafts = drafts.filter { $0.key.inquiry != erasure.inquiry }
        outbox = outbox.filter { $0.value.inquiry != erasure.inquiry }
        answers = answers.filter { $0.value.inquiry != erasure.inquiry }
    }
}

extension OutboxRow {
    /// Its grace has passed. A chat's text has arrived with that: its citizens read the journal.
    public mutating func makeReady() { state = channel == .chat || channel == .mia ? .sent : .ready }

    /// Something is still to be done about it.
    public var isOnItsWay: Bool { state != .sent && state != .withdrawn && state != .refused }

    public mutating func settle(_ end: OutboxEnd) {
        switch end {
        case .sent: state = .sent
        case .refused: state = .refused
        case .unknown: state = .unknown
        }
    }
}

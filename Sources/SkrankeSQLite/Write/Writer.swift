import GRDB
import SkrankeDomain
import SkrankeJournal

/// What happens on the writer's connection: decisions, rows, erasure. Lives on the writer's thread alone,
/// inside a transaction that the thread began.
final class Writer {
    let sql: SQL
    let codec: EventCodec
    private(set) var cache = InquiryCache()
    /// The journal's last sequence, within the running transaction.
    private(set) var sequence: Int64 = 0
    private var dataVersion: Int64 = -1
    private var staffing: (sessions: [SessionRow], live: [AgentID: Int])?
    /// Erased words may still stand in the index and the log: the thread has steps to do.
    var owesErasure = false
    /// Erased in the running transaction: the list beside the store gets them before the commit.
    var erasedIDs: [Identifier] = []

    init(_ database: Database, codec: EventCodec) {
        sql = SQL(database)
        self.codec = codec
    }

    /// At the start of each transaction: what did others write meanwhile?
    func begin() throws(StoreFault) {
        let version = try sql.integer("PRAGMA data_version")
        if version != dataVersion {
            dataVersion = version
            cache.foreignCommit()
            staffing = nil
        }
        sequence = try sql.integer("SELECT max(sequence) FROM event")
    }

    /// The transaction, or a part of it, was rolled back.
    func undone() {
        cache.forgetAll()
        staffing = nil
        dataVersion = -1
    }

    func sessionsChanged() { staffing = nil }

    // Reading

    func inquiry(_ id: InquiryID) throws(StoreFault) -> Inquiry? {
        let known = cache.look(id)
        if let known, known.isSure { return known.inquiry }
        let version = try sql.first("SELECT version FROM inquiry WHERE id = ?", [SQLValue(id)]) { $0.int(0) }
        guard let version else { return nil }
        var inquiry = known?.inquiry
        if inquiry?.version != version {
            if inquiry?.version ?? 0 > version { inquiry = nil }
            for envelope in try EventRows.ofStream(sql, .inquiry(id), after: inquiry?.version ?? 0, codec) {
                inquiry = Evolve.apply(envelope, to: inquiry)
            }
        }
        if let inquiry { cache.keep(inquiry) }
        return inquiry
    }

    func state(of stream: StreamID) throws(StoreFault) -> StreamState {
        if let id = stream.inquiry {
            let inquiry = try inquiry(id)
            return StreamState(version: inquiry?.version ?? 0, inquiry: inquiry)
        }
        let version = try sql.integer("SELECT max(version) FROM event WHERE stream = ?", [SQLValue(stream)])
        guard case .agent(let id) = stream else { return StreamState(version: Int(version)) }
        return StreamState(version: Int(version), agent: try AgentRows.known(sql, id, codec))
    }

    private func read(for transaction: Transaction) throws(StoreFault) -> TransactionState {
        var counters: [Counter: Int] = [:]
        for counter in transaction.counters {
            let value = try sql.integer("SELECT value FROM counter WHERE name = ?", [.text(counter.name)])
            counters[counter] = Int(value) + 1
        }
        var held: [UniqueKey: StreamID] = [:]
        for key in transaction.uniqueKeys { held[key] = try holder(of: key) }
        var loaded = try Loaded(for: transaction.command.intent) { (id: InquiryID) throws(StoreFault) in
            try inquiry(id)
        }
        if transaction.command.intent.mayWrite, let contact = loaded.inquiry?.contact {
            loaded.hasEmailAddress =
                try sql.integer(
                    "SELECT EXISTS(SELECT 1 FROM contact WHERE id = ? AND email <> '')", [SQLValue(contact)])
                > 0
        }
        return TransactionState(
            loaded: loaded, counters: counters, reservations: held, staffing: try staff(for: transaction))
    }

    func holder(of key: UniqueKey) throws(StoreFault) -> StreamID? {
        try sql.first("SELECT stream FROM reservation WHERE name = ?", [.text(key.name)]) {
            (row: SQL.Row) throws(StoreFault) in try row.stream(0)
        }
    }

    private func staff(at now: Moment) throws(StoreFault) -> Staffing {
        if staffing == nil {
            var live: [AgentID: Int] = [:]
            try sql.rows("SELECT agent, count(*) FROM lease GROUP BY agent") {
                (row: SQL.Row) throws(StoreFault) in
                live[AgentID(row.text(0))] = row.int(1)
            }
            staffing = (try LiveRows.sessions(sql), live)
        }
        return Staffing(sessions: staffing?.sessions ?? [], live: staffing?.live ?? [:], now: now)
    }

    /// With what is known of the one whom the command is about.
    private func staff(for transaction: Transaction) throws(StoreFault) -> Staffing {
        var staffing = try staff(at: transaction.now)
        guard let agent = transaction.command.intent.claimant(transaction.command.caller) else {
            return staffing
        }
        staffing.know(agent, try AgentRows.load(sql, of: agent), try AgentRows.known(sql, agent, codec))
        return staffing
    }

    /// A lease begins or ends: the count follows, so that it need not be read again.
    func countLive(_ agent: AgentID, _ step: Int) {
        guard let count = staffing?.live[agent, default: 0] else { return }
        staffing?.live[agent] = count + step == 0 ? nil : count + step
    }

    // Deciding

    func transact(_ transaction: Transaction) throws(StoreFault) -> Written<TransactionResult> {
        if let key = transaction.key, let before = try answered(key, at: transaction.now) {
            let isSame = before.fingerprint == key.fingerprint
            return Written(isSame ? .repeated(before.answer) : .conflict, .nothing)
        }
        let state = try read(for: transaction)
        let decision: Decision
        do { decision = try transaction.decide(state) } catch { return Written(.refused(error), .nothing) }
        if let refusal = try obstacle(to: decision) { return Written(.refused(refusal), .nothing) }
        let command = transaction.command
        try write(
            decision, command: command.id, correlation: command.correlation, caller: command.caller,
            at: transaction.now)
        if decision.deletesDraft { try deleteDraft(of: command) }
        if let key = transaction.key, decision.erases.isEmpty {
            try remember(key, decision.answer, at: transaction.now)
        }
        return Written(.committed(decision.answer, sequence: sequence), .news)
    }

    /// What only the store can know: a slot that was taken, a message that is just being sent.
    private func obstacle(to decision: Decision) throws(StoreFault) -> Refusal? {
        let stream = decision.events.first?.stream
        for key in decision.reserves where !decision.frees.contains(key) {
            if let holder = try holder(of: key), holder != stream { return .slotTaken }
        }
        for erasure in decision.erases {
            let sending = try sql.integer(
                "SELECT count(*) FROM outbox WHERE inquiry = ? AND state = 'sending'",
                [SQLValue(erasure.inquiry)])
            if sending > 0 { return .beingSent }
        }
        // Read already: a kill between commit and answer, or a second reader.
        for item in decision.originals where try stateOfOriginal(item.key) != .unread { return .notFound }
        return nil
    }

    /// Numbers, folds and stores a decision with all that stands or falls with it.
    /// - Parameter encoded: its events' stored forms, where somebody has made them already.
    func write(
        _ decision: Decision, command: CommandID, correlation: CommandID?, caller: Caller, at: Moment,
        encoded: [StoredEvent]? = nil
    ) throws(StoreFault) {
        var states: [StreamID: StreamState] = [:]
        for stream in decision.streams { states[stream] = try state(of: stream) }
        let application = Application(
            decision, command: command, correlation: correlation, caller: caller, at: at, after: sequence,
            streams: states)
        var changed: [StreamID: Int64] = [:]
        for (index, envelope) in application.envelopes.enumerated() {
            let stored = if let encoded { encoded[index] } else { try codec.encode(envelope.event) }
            try sql.run(EventRows.insert, EventRows.values(envelope, stored))
            if envelope.isMoveByHand {
                try sql.run(
                    "INSERT INTO channel_move(sequence, at) VALUES(?, ?)",
                    [.integer(envelope.sequence), SQLValue(envelope.at)])
            }
            if let person = envelope.stream.absentee {
                try AbsenceRows.write(sql, envelope, person, decision.absenceTexts)
            }
            changed[envelope.stream] = envelope.sequence
        }
        sequence += Int64(application.envelopes.count)
        try writeTexts(decision)
        for erasure in decision.erases { try erase(erasure) }
        for (stream, state) in application.streams {
            if let agent = state.agent { try AgentRows.write(sql, agent) }
            guard let inquiry = state.inquiry else { continue }
            try writeRow(
                inquiry, before: states[stream]?.inquiry, changed: changed[stream] ?? sequence,
                decision: decision)
            cache.keep(inquiry)
        }
        try writeLive(decision, at: at)
    }
}

/// What a job in the writer's queue did.
struct Written<Value> {
    enum Effect { case nothing, quiet, news }
    var value: Value
    var effect: Effect
    init(_ value: Value, _ effect: Effect) {
        self.value = value
        self.effect = effect
    }
}

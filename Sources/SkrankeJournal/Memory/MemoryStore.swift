import SkrankeDomain
import Synchronization

/// A journal in memory, for tests and for whatever needs no durability. Same meaning as every engine:
/// it passes the same conformance suite, and its answers are there at once.
///
/// Thread-safe: one lock, held for no longer than one decision.
public final class MemoryStore: JournalStore {
    private let state: Mutex<MemoryState>
    private let hints = Mutex<[@Sendable (Int64) -> Void]>([])
    private let name: String

    public init(name: String = "memory") {
        self.name = name
        state = Mutex(MemoryState())
    }

    func read<Value: Sendable>(
        _ body: (borrowing MemoryState) -> Value
    ) throws(StoreFault) -> Value {
        let value: Value? = state.withLock { $0.isClosed ? nil : body($0) }
        guard let value else { throw .closed }
        return value
    }

    /// Changes the state and, where `body` says so, tells the subscribers.
    func write<Value: Sendable>(
        _ body: (inout MemoryState) -> (Value, isNews: Bool)
    ) throws(StoreFault) -> Value {
        let done: (value: Value, news: Int64?)? = state.withLock { state in
            guard !state.isClosed else { return nil }
            let (value, isNews) = body(&state)
            return (value, isNews ? state.sequence : nil)
        }
        guard let done else { throw .closed }
        if let sequence = done.news { for hint in hints.withLock({ $0 }) { hint(sequence) } }
        return done.value
    }

    // Writing

    public func transact(_ transaction: Transaction) async throws(StoreFault) -> TransactionResult {
        try write { state in
            let result = state.transact(transaction)
            if case .committed = result { return (result, true) }
            return (result, false)
        }
    }

    public func bulkAppend(_ batch: [BulkDecision]) async throws(StoreFault) {
        try write { state in
            for item in batch {
                state.write(
                    item.decision, command: item.command, correlation: nil, caller: item.caller, at: item.at)
            }
            return ((), true)
        }
    }

    // The journal

    public func headSequence() async throws(StoreFault) -> Int64 { try read { $0.sequence } }

    public func events(after sequence: Int64, limit: Int) async throws(StoreFault) -> [Envelope] {
        try read { Array($0.journal.dropFirst(Int(clamping: max(0, sequence))).prefix(max(0, limit))) }
    }

    public func events(of stream: StreamID, after version: Int) async throws(StoreFault) -> [Envelope] {
        try read { $0.events(of: stream, after: version) }
    }

    // Read tables

    public func openHeads(after cursor: Urgency?, limit: Int) async throws(StoreFault) -> [InquiryHead] {
        try read { $0.openHeads(after: cursor, limit: limit) }
    }

    public func heads(changedAfter sequence: Int64, limit: Int) async throws(StoreFault) -> HeadChanges {
        try read { $0.heads(changedAfter: sequence, limit: limit) }
    }

    public func heads(matching query: HeadQuery) async throws(StoreFault) -> [InquiryHead] {
        try read { $0.heads(matching: query) }
    }

    public func file(_ id: InquiryID) async throws(StoreFault) -> InquiryFile? { try read { $0.file(id) } }

    public func find(_ reference: PublicReference) async throws(StoreFault) -> InquiryID? {
        try read { $0.references[reference] }
    }

    public func reservations(
        of host: String, from: Moment, until: Moment
    ) async throws(StoreFault) -> Set<UniqueKey> {
        let range = UniqueKey.slots(of: host, from: from, until: until)
        return try read { state in Set(state.reservations.keys.filter { range.contains($0.name) }) }
    }

    public func contents(_ ids: [ContentID]) async throws(StoreFault) -> [ContentID: String] {
        try read { state in
            var texts: [ContentID: String] = [:]
            for id in ids { texts[id] = state.contents[id]?.text }
            return texts
        }
    }

    public func search(_ query: SearchQuery) async throws(StoreFault) -> [SearchHit] {
        try read { $0.search(query) }
    }

    public func figures(from: Moment, to: Moment, now: Moment) async throws(StoreFault) -> DeskFigures {
        try read { $0.figures(from: from, to: to, now: now) }
    }

    public func agents() async throws(StoreFault) -> [AgentState] {
        try read { $0.agents.values.sorted { $0.id < $1.id } }
    }

    public func behind(
        _ figure: Figure, from: Moment, to: Moment, now: Moment, limit: Int
    ) async throws(StoreFault) -> [FigureRow] {
        try read { $0.behind(figure, from..<max(from, to), now: now, limit: limit) }
    }

    // Care

    public func barrier() async {}
    public func verify() async throws(StoreFault) -> VerifyReport { try read { $0.verify() } }

    /// Memory has nothing that a file could hold.
    public func backup(to path: String) async throws(StoreFault) {
        throw .failed("a store in memory has no backup")
    }

    public func onCommit(_ hint: @escaping @Sendable (Int64) -> Void) { hints.withLock { $0.append(hint) } }

    public func metadata() async throws(StoreFault) -> StoreMetadata {
        try read { StoreMetadata(schema: 0, path: name, values: $0.metadata) }
    }

    public func setMetadata(_ key: String, _ value: String) async throws(StoreFault) {
        try write { state in
            state.metadata[key] = value
            return ((), false)
        }
    }

    public func claimMetadata(_ key: String, _ value: String) async throws(StoreFault) -> String {
        try write { state in
            let holds = state.metadata[key] ?? value
            state.metadata[key] = holds
            return (holds, false)
        }
    }

    public func close() async { state.withLock { $0.isClosed = true } }

    /// Opens it again with all it held, as a file would be.
    public func reopen() { state.withLock { $0.isClosed = false } }
}

// Live rows

extension MemoryStore {
    public func heartbeat(_ session: SessionRow) async throws(StoreFault) {
        try write { state in
            let before = state.sessions.updateValue(session, forKey: session.id)
            return ((), session.looksNew(after: before))
        }
    }

    public func endSession(_ id: String) async throws(StoreFault) {
        try write { state in ((), state.sessions.removeValue(forKey: id) != nil) }
    }

    public func sessions() async throws(StoreFault) -> [SessionRow] {
        try read { $0.sessions.values.sorted { $0.id < $1.id } }
    }

    public func absences() async throws(StoreFault) -> [AbsenceRow] {
        try read { $0.absences.values.sorted { $0.person < $1.person } }
    }

    public func lapsedLeases(before moment: Moment) async throws(StoreFault) -> [Lease] {
        try read { state in
            let sessions = Array(state.sessions.values)
            return state.leases.values.filter { $0.isLapsed(before: moment, sessions: sessions) }
                .map(\.lease).sorted { $0.inquiry < $1.inquiry }
        }
    }

    public func saveDraft(_ draft: Draft) async throws(StoreFault) {
        try write { state in
            let key = MemoryState.DraftKey(agent: draft.agent, inquiry: draft.inquiry, kind: draft.kind)
            state.drafts[key] = draft.text.isEmpty ? nil : draft
            return ((), true)
        }
    }

    public func drafts(of agent: AgentID) async throws(StoreFault) -> [Draft] {
        try read { state in
            state.drafts.values.filter { $0.agent == agent }.sorted { $0.savedAt > $1.savedAt }
        }
    }

    public func dueTimers(at now: Moment, limit: Int) async throws(StoreFault) -> [TimerRow] {
        try read { state in
            state.timers.filter { $0.value <= now }
                .map { TimerRow(inquiry: $0.key.inquiry, kind: $0.key.kind, due: $0.value) }
                .sorted { ($0.due, $0.inquiry, $0.kind.name) < ($1.due, $1.inquiry, $1.kind.name) }
                .prefix(max(0, limit)).map { $0 }
        }
    }

    public func nextTimer() async throws(StoreFault) -> Moment? { try read { $0.timers.values.min() } }

    public func removeTimer(_ timer: TimerRow) async throws(StoreFault) {
        try write { state in
            let key = MemoryState.TimerKey(inquiry: timer.inquiry, kind: timer.kind)
            if state.timers[key] == timer.due { state.timers[key] = nil }
            return ((), false)
        }
    }

    public func outbox(limit: Int) async throws(StoreFault) -> [OutboxRow] {
        try read { state in
            state.outbox.values.filter(\.isOnItsWay)
                .sorted { ($0.until, $0.message) < ($1.until, $1.message) }
                .prefix(max(0, limit)).map { $0 }
        }
    }

    public func markOutbox(_ message: MessageID, _ mark: OutboxRow.State) async throws(StoreFault) {
        try write { state in
            state.outbox[message]?.state = mark
            return ((), true)
        }
    }
}

extension SessionRow {
    /// Others see a difference; a mere sign of life is none.
    public func looksNew(after before: SessionRow?) -> Bool {
        guard let before else { return true }
        return before.agent != agent || before.terminal != terminal || before.presence != presence
            || before.since != since || before.looksAt != looksAt
    }
}

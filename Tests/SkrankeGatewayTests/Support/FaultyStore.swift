import SkrankeDomain
import SkrankeJournal
import Synchronization

/// A store that fails when it is told to: for one inquiry, or altogether.
final class FaultyStore: JournalStore {
    let inner = MemoryStore()
    private let fault = Mutex<StoreFault?>(nil)
    private let sick = Mutex<[InquiryID: StoreFault]>([:])

    func fail(_ fault: StoreFault?) { self.fault.withLock { $0 = fault } }
    func fail(_ inquiry: InquiryID, _ fault: StoreFault?) { sick.withLock { $0[inquiry] = fault } }

    private func check() throws(StoreFault) {
        if let fault = fault.withLock({ $0 }) { throw fault }
    }

    func transact(_ transaction: Transaction) async throws(StoreFault) -> TransactionResult {
        try check()
        if let id = transaction.command.intent.inquiry, let fault = sick.withLock({ $0[id] }) { throw fault }
        return try await inner.transact(transaction)
    }
    func dueTimers(at now: Moment, limit: Int) async throws(StoreFault) -> [TimerRow] {
        try check()
        return try await inner.dueTimers(at: now, limit: limit)
    }
    func sessions() async throws(StoreFault) -> [SessionRow] {
        try check()
        return try await inner.sessions()
    }
    func heartbeat(_ session: SessionRow) async throws(StoreFault) {
        try check()
        try await inner.heartbeat(session)
    }
    func lapsedLeases(before moment: Moment) async throws(StoreFault) -> [Lease] {
        try check()
        return try await inner.lapsedLeases(before: moment)
    }

    // The rest is handed through.
    func bulkAppend(_ batch: [BulkDecision]) async throws(StoreFault) { try await inner.bulkAppend(batch) }
    func headSequence() async throws(StoreFault) -> Int64 { try await inner.headSequence() }
    func events(after sequence: Int64, limit: Int) async throws(StoreFault) -> [Envelope] {
        try await inner.events(after: sequence, limit: limit)
    }
    func events(of stream: StreamID, after version: Int) async throws(StoreFault) -> [Envelope] {
        try await inner.events(of: stream, after: version)
    }
    func openHeads(after cursor: Urgency?, limit: Int) async throws(StoreFault) -> [InquiryHead] {
        try await inner.openHeads(after: cursor, limit: limit)
    }
    func heads(changedAfter sequence: Int64, limit: Int) async throws(StoreFault) -> HeadChanges {
        try await inner.heads(changedAfter: sequence, limit: limit)
    }
    func heads(matching query: HeadQuery) async throws(StoreFault) -> [InquiryHead] {
        try await inner.heads(matching: query)
    }
    func file(_ id: InquiryID) async throws(StoreFault) -> InquiryFile? { try await inner.file(id) }
    func reservations(
        of host: String, from: Moment, until: Moment
    ) async throws(StoreFault) -> Set<UniqueKey> {
        try await inner.reservations(of: host, from: from, until: until)
    }
    func find(_ reference: PublicReference) async throws(StoreFault) -> InquiryID? {
        try await inner.find(reference)
    }
    func contents(_ ids: [ContentID]) async throws(StoreFault) -> [ContentID: String] {
        try await inner.contents(ids)
    }
    func search(_ query: SearchQuery) async throws(StoreFault) -> [SearchHit] {
        try await inner.search(query)
    }
    func figures(from: Moment, to: Moment, now: Moment) async throws(StoreFault) -> DeskFigures {
        try await inner.figures(from: from, to: to, now: now)
    }
    func agents() async throws(StoreFault) -> [AgentState] { try await inner.agents() }
    func behind(
        _ figure: Figure, from: Moment, to: Moment, now: Moment, limit: Int
    ) async throws(StoreFault) -> [FigureRow] {
        try await inner.behind(figure, from: from, to: to, now: now, limit: limit)
    }
    func absences() async throws(StoreFault) -> [AbsenceRow] { try await inner.absences() }
    func endSession(_ id: String) async throws(StoreFault) { try await inner.endSession(id) }
    func saveDraft(_ draft: Draft) async throws(StoreFault) { try await inner.saveDraft(draft) }
    func drafts(of agent: AgentID) async throws(StoreFault) -> [Draft] { try await inner.drafts(of: agent) }
    func nextTimer() async throws(StoreFault) -> Moment? { try await inner.nextTimer() }
    func removeTimer(_ timer: TimerRow) async throws(StoreFault) { try await inner.removeTimer(timer) }
    func outbox(limit: Int) async throws(StoreFault) -> [OutboxRow] { try await inner.outbox(limit: limit) }
    func markOutbox(_ message: MessageID, _ state: OutboxRow.State) async throws(StoreFault) {
        try await inner.markOutbox(message, state)
    }
    func keepOriginals(_ originals: [NewOriginal]) async throws(StoreFault) -> Int {
        try check()
        return try await inner.keepOriginals(originals)
    }
    func mailCursor(_ mailbox: String) async throws(StoreFault) -> MailCursor? {
        try await inner.mailCursor(mailbox)
    }
    func knownOriginals(_ keys: [OriginalKey]) async throws(StoreFault) -> Set<OriginalKey> {
        try await inner.knownOriginals(keys)
    }
    func unreadOriginals(limit: Int) async throws(StoreFault) -> [OriginalRow] {
        try await inner.unreadOriginals(limit: limit)
    }
    func originalBytes(_ key: OriginalKey) async throws(StoreFault) -> [UInt8]? {
        try await inner.originalBytes(key)
    }
    func countAttempts(_ keys: [OriginalKey]) async throws(StoreFault) { try await inner.countAttempts(keys) }
    func originals(of inquiry: InquiryID) async throws(StoreFault) -> [OriginalRow] {
        try await inner.originals(of: inquiry)
    }
    func dueMail(at now: Moment, limit: Int) async throws(StoreFault) -> [OutboxRow] {
        try check()
        return try await inner.dueMail(at: now, limit: limit)
    }
    func mailBeingSent() async throws(StoreFault) -> [OutboxRow] { try await inner.mailBeingSent() }
    func postponeMail(_ message: MessageID, until moment: Moment) async throws(StoreFault) {
        try await inner.postponeMail(message, until: moment)
    }
    func barrier() async { await inner.barrier() }
    func verify() async throws(StoreFault) -> VerifyReport { try await inner.verify() }
    func backup(to path: String) async throws(StoreFault) { try await inner.backup(to: path) }
    func onCommit(_ hint: @escaping @Sendable (Int64) -> Void) { inner.onCommit(hint) }
    func metadata() async throws(StoreFault) -> StoreMetadata { try await inner.metadata() }
    func setMetadata(_ key: String, _ value: String) async throws(StoreFault) {
        try await inner.setMetadata(key, value)
    }
    func claimMetadata(_ key: String, _ value: String) async throws(StoreFault) -> String {
        try await inner.claimMetadata(key, value)
    }
    func close() async { await inner.close() }
}

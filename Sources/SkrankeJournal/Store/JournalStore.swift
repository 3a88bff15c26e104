import SkrankeDomain

/// The one persistence layer: journal, content, read tables, index, outbox, leases, drafts (DESIGN §4).
///
/// Every engine passes the same conformance suite (`SkrankeTestKit/StoreConformance`). All calls may be
/// made from any task; writes are queued to the process's one writer and acknowledged only when durable.
/// Every call may throw `StoreFault`.
public protocol JournalStore: OriginalStore {
    // Writing

    /// Runs one decision in one write transaction on the versions read there, and commits it with all that
    /// stands or falls with it. A refusal writes nothing.
    func transact(_ transaction: Transaction) async throws(StoreFault) -> TransactionResult

    /// Appends many decisions in few transactions, for measuring and import; same tables, `verify` clean.
    func bulkAppend(_ batch: [BulkDecision]) async throws(StoreFault)

    // The journal

    /// The sequence of the last event; 0 for an empty journal.
    func headSequence() async throws(StoreFault) -> Int64
    /// Events after `sequence`, in order, at most `limit`.
    func events(after sequence: Int64, limit: Int) async throws(StoreFault) -> [Envelope]
    /// A stream's events after `version`, in order.
    func events(of stream: StreamID, after version: Int) async throws(StoreFault) -> [Envelope]

    // Read tables

    /// Open inquiries, most urgent first, after `cursor`: what a console starts from, page by page.
    func openHeads(after cursor: Urgency?, limit: Int) async throws(StoreFault) -> [InquiryHead]
    /// Rows changed after `sequence`, in the order of their last change, and how far that reaches.
    func heads(changedAfter sequence: Int64, limit: Int) async throws(StoreFault) -> HeadChanges
    func heads(matching query: HeadQuery) async throws(StoreFault) -> [InquiryHead]
    /// The whole inquiry with its texts; nil where there is none.
    func file(_ id: InquiryID) async throws(StoreFault) -> InquiryFile?
    /// The times of a host that somebody has, from `from` to before `until`.
    func reservations(of host: String, from: Moment, until: Moment) async throws(StoreFault) -> Set<UniqueKey>
    func find(_ reference: PublicReference) async throws(StoreFault) -> InquiryID?
    func contents(_ ids: [ContentID]) async throws(StoreFault) -> [ContentID: String]
    /// Full-text search, newest first.
    func search(_ query: SearchQuery) async throws(StoreFault) -> [SearchHit]
    /// What every agent does and which queues he serves, by his own stream.
    func agents() async throws(StoreFault) -> [AgentState]
    /// The inquiries behind a figure of the same period, the ones that broke it first, then the newest.
    func behind(_ figure: Figure, from: Moment, to: Moment, now: Moment, limit: Int) async throws(StoreFault)
        -> [FigureRow]
    /// Figures of inquiries that were received, answered or due in `period`.
    func figures(from: Moment, to: Moment, now: Moment) async throws(StoreFault) -> DeskFigures

    /// The latest absence of each person, cleared ones left out, in the order of the persons' names.
    func absences() async throws(StoreFault) -> [AbsenceRow]

    // Live rows: leases, sessions, drafts, timers. They are not events.

    /// Says that the session lives, and what its agent does; keeps its leases.
    func heartbeat(_ session: SessionRow) async throws(StoreFault)
    func endSession(_ id: String) async throws(StoreFault)
    /// All sessions, lapsed ones included.
    func sessions() async throws(StoreFault) -> [SessionRow]
    /// Live claims whose agent has had no heartbeat since `moment`.
    func lapsedLeases(before moment: Moment) async throws(StoreFault) -> [Lease]
    func saveDraft(_ draft: Draft) async throws(StoreFault)
    func drafts(of agent: AgentID) async throws(StoreFault) -> [Draft]
    func dueTimers(at now: Moment, limit: Int) async throws(StoreFault) -> [TimerRow]
    /// When the next timer is due.
    func nextTimer() async throws(StoreFault) -> Moment?
    func removeTimer(_ timer: TimerRow) async throws(StoreFault)
    /// Messages on their way, the oldest first; sent and withdrawn ones are not.
    func outbox(limit: Int) async throws(StoreFault) -> [OutboxRow]
    /// Says where an outgoing message stands: `sending` before the server is contacted, `sent` at acceptance,
    /// `unknown` where `sending` is found after a kill. By the holder of the gateway's lock.
    func markOutbox(_ message: MessageID, _ state: OutboxRow.State) async throws(StoreFault)
    /// Letters that may leave now, the oldest first: ready, by e-mail, their next attempt due.
    func dueMail(at now: Moment, limit: Int) async throws(StoreFault) -> [OutboxRow]
    /// Letters that were being handed over: by a process that was killed, if nobody does so now.
    func mailBeingSent() async throws(StoreFault) -> [OutboxRow]
    /// Not now: ready again at `moment`, one more attempt counted. Nothing for a row that was settled.
    func postponeMail(_ message: MessageID, until moment: Moment) async throws(StoreFault)

    // Care

    /// Waits until all writes queued so far are durable and no lock is held (Ctrl-Z passes it first).
    func barrier() async
    /// Proves that rows say what a refold says, and that versions and sequences have no gap.
    func verify() async throws(StoreFault) -> VerifyReport
    /// A consistent copy while the store is in use.
    func backup(to path: String) async throws(StoreFault)
    /// Called after each commit of this process, from the writer's thread: must not block.
    func onCommit(_ hint: @escaping @Sendable (Int64) -> Void)
    func metadata() async throws(StoreFault) -> StoreMetadata
    func setMetadata(_ key: String, _ value: String) async throws(StoreFault)
    /// Sets a value that stands nowhere yet; whoever comes later gets the first one's. Returns what holds.
    func claimMetadata(_ key: String, _ value: String) async throws(StoreFault) -> String
    func close() async
}

import SkrankeDomain
import SkrankeJournal

/// An agent's session at a desk: says every five seconds that he is there and what he does (model §5.10).
///
/// A stopped or killed process says nothing, so its live claims go back to the queue after thirty seconds.
public actor DeskSession {
    private var row: SessionRow
    private let caller: Caller
    private let store: any JournalStore
    private let desk: CommandDesk
    private let clock: any Clock
    private let delays: any Delays
    private let bus: (any Bus)?
    private let onFault: @Sendable (StoreFault?) -> Void
    private let bell = Bell()
    private var lastBeat: Int64
    private var isOpen = false
    private var task: Task<Void, Never>?

    /// Looks and presence that change faster than this are told together.
    private static let pauseBetweenBeats: Int64 = 200

    /// - Parameters:
    ///   - id: unique for this session (`Identifiers.nextText`).
    ///   - caller: the agent, with his roles and terminal.
    ///   - bus: told when others should look at the sessions.
    ///   - onFault: the store's trouble with a heartbeat, nil when it is over; on any thread.
    public init(
        id: String, agent: AgentID, caller: Caller, desk: CommandDesk, clock: any Clock,
        delays: any Delays = SystemDelays(), bus: (any Bus)?,
        onFault: @escaping @Sendable (StoreFault?) -> Void = { _ in }
    ) {
        row = SessionRow(
            id: id, agent: agent, terminal: caller.terminal, presence: .available, since: clock.now,
            seen: clock.now)
        self.caller = caller
        store = desk.store
        self.desk = desk
        self.clock = clock
        self.delays = delays
        self.bus = bus
        self.onFault = onFault
        lastBeat = clock.monotonic
    }

    /// Opens the session and keeps it alive until `end`. Where the store cannot do it now, the fault is
    /// thrown and the session opens as soon as it can.
    public func begin() async throws(StoreFault) {
        guard task == nil else { return }
        task = Task { [weak self] in
            while !Task.isCancelled, let self { await self.wait() }
        }
        try await open()
    }

    private func open() async throws(StoreFault) {
        try await beat()
        _ = try await desk.submit(.openSession(row.agent), by: caller)
        isOpen = true
        bus?.send(.moved)
    }

    /// What the agent looks at, for "who is here". Told at once.
    public func looks(at inquiry: InquiryID?) {
        guard row.looksAt != inquiry else { return }
        row.looksAt = inquiry
        bell.ring()
    }

    /// The presence that the journal already holds, for the heartbeat. Told at once.
    public func shows(_ presence: Presence) {
        guard row.presence != presence else { return }
        row.presence = presence
        bell.ring()
    }

    public func become(_ presence: Presence) async throws(StoreFault) -> TransactionResult {
        let result = try await desk.submit(.setPresence(row.agent, presence), by: caller)
        if case .refused = result { return result }
        row.presence = presence
        try await beat()
        bus?.send(.moved)
        return result
    }

    /// The agent goes home: his live claims go back to the queue within the lease's time. Errors do no
    /// harm: the lease runs out.
    public func end() async {
        task?.cancel()
        task = nil
        bell.ring()
        do {
            try await store.endSession(row.id)
            let others = try await store.sessions().contains {
                $0.agent == row.agent && !$0.hasLapsed(at: clock.now)
            }
            if !others { _ = try await desk.submit(.closeSession(row.agent), by: caller) }
        } catch { onFault(error) }
        bus?.send(.moved)
    }

    private func wait() async {
        let wasRung = await bell.wait(milliseconds: Limits.heartbeatSeconds * 1_000, delays)
        guard !Task.isCancelled else { return }
        do throws(StoreFault) {
            try await openIfClosed()
            try await beat()
            if wasRung { bus?.send(.moved) }
            onFault(nil)
        } catch { onFault(error) }
        await Bell().wait(milliseconds: Self.pauseBetweenBeats, delays)
    }

    /// Stopped for longer than the lease (Ctrl-Z, a dead line), the session was closed by the timekeeper.
    private func openIfClosed() async throws(StoreFault) {
        if isOpen, clock.monotonic - lastBeat > Limits.leaseSeconds * 1_000 {
            isOpen = try await store.sessions().contains { $0.id == row.id }
            if !isOpen { row.since = clock.now }
        }
        if !isOpen { try await open() }
    }

    private func beat() async throws(StoreFault) {
        row.seen = SessionRow.seen(by: clock)
        try await store.heartbeat(row)
        lastBeat = clock.monotonic
    }
}

extension SessionRow {
    /// No heartbeat for the lease's length (model §5.10).
    public func hasLapsed(at now: Moment) -> Bool { seen < now - .seconds(Limits.leaseSeconds) }

    /// What a heartbeat writes at this moment. On a demonstration's fast clock it lies ahead, so that the
    /// lease still lasts thirty real seconds.
    public static func seen(by clock: any Clock) -> Moment {
        let lease = Span.seconds(Limits.leaseSeconds)
        return clock.now + Span(milliseconds: clock.real(lease).milliseconds - lease.milliseconds)
    }
}

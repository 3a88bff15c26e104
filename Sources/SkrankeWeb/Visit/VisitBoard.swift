import SkrankeDomain
import SkrankeJournal
import Synchronization

/// The visits and called numbers of the local day, as the journal says them, and the displays that show them.
///
/// Fed by the tailer alone; may be asked from any thread. Holds one day, so its size is bounded.
final class VisitBoard: Sendable {
    /// A number that was called: a piece of the display. Never a name (issue 10).
    struct Call: Sendable, Equatable {
        /// The event's place in the journal: what a display resumes from.
        var sequence: Int64
        var number: Int
        var counter: String?
        var at: Moment
    }
    private struct Waiter {
        var sequence: Int64
        var ticks: Int
        var continuation: CheckedContinuation<Void, Never>
    }
    private struct State {
        var day: CivilDate?
        var visits: [InquiryID: VisitRecord] = [:]
        var calls: [Call] = []
        /// The journal's sequence up to which this is true.
        var through: Int64 = 0
        var listeners: [Int: DisplayListener] = [:]
        var addresses: [String: Int] = [:]
        var nextNumber = 1
        var isOpen = true
        var waiters: [Waiter] = []
        var ticks = 0
    }

    /// Called numbers kept, at most: two thousand calls are a long day at twenty counters.
    private static let callsKept = 2_000
    private static let displays = 500

    private let limits: WebLimits
    private let clock: any SkrankeDomain.Clock
    private let zone: @Sendable () -> TimeZoneRules
    private let state = Mutex(State())

    init(limits: WebLimits, clock: any SkrankeDomain.Clock, zone: @escaping @Sendable () -> TimeZoneRules) {
        self.limits = limits
        self.clock = clock
        self.zone = zone
    }

    // What the journal says

    var through: Int64 { state.withLock { $0.through } }
    /// Today's calls, in order.
    var calls: [Call] { state.withLock { $0.calls } }

    func isVisitor(_ inquiry: InquiryID) -> Bool { state.withLock { $0.visits[inquiry] != nil } }

    func update(_ record: VisitRecord) {
        let today = zone().date(at: clock.now)
        guard zone().date(at: record.arrivedAt) == today else { return }
        state.withLock { state in
            turn(&state, to: today)
            state.visits[record.inquiry] = record
        }
    }

    func add(_ call: Call) {
        let today = zone().date(at: clock.now)
        guard zone().date(at: call.at) == today else { return }
        state.withLock { state in
            turn(&state, to: today)
            guard !state.calls.contains(where: { $0.sequence == call.sequence }) else { return }
            // At the start they come visit by visit, not in the order of the journal.
            let place = state.calls.lastIndex { $0.sequence < call.sequence }.map { $0 + 1 } ?? 0
            state.calls.insert(call, at: place)
            if state.calls.count > Self.callsKept { state.calls.removeFirst() }
        }
    }

    /// Everything up to `sequence` is known: who waited for that goes on, displays look.
    func reached(_ sequence: Int64) {
        let (ready, listeners) = state.withLock { state in
            state.through = max(state.through, sequence)
            let through = state.through
            let ready = state.waiters.filter { $0.sequence <= through }
            state.waiters.removeAll { $0.sequence <= through }
            return (ready, Array(state.listeners.values))
        }
        for waiter in ready { waiter.continuation.resume() }
        for listener in listeners { listener.look() }
    }

    /// Numbers restart by local day (lessons 27).
    private func turn(_ state: inout State, to today: CivilDate) {
        guard state.day != today else { return }
        state.day = today
        let zone = zone()
        state.visits = state.visits.filter { zone.date(at: $0.value.arrivedAt) == today }
        state.calls.removeAll { zone.date(at: $0.at) != today }
    }

    // Waiting

    /// Returns when everything up to `sequence` is known, or after two seconds.
    func wait(for sequence: Int64) async {
        await withCheckedContinuation { continuation in
            let isKnown = state.withLock { state in
                if state.through >= sequence || !state.isOpen { return true }
                state.waiters.append(Waiter(sequence: sequence, ticks: 0, continuation: continuation))
                return false
            }
            if isKnown { continuation.resume() }
        }
    }

    /// How long the visitor waits, as of his arrival; nil where he is none of today.
    func wait(of inquiry: InquiryID) -> VisitWait? {
        let (own, all) = state.withLock { ($0.visits[inquiry], Array($0.visits.values)) }
        return own.map { VisitWait(of: $0, among: all) }
    }

    // Displays

    /// - Throws: `Problem` where there are too many, or the server stops.
    func listen(
        from address: String?, disconnect: @escaping @Sendable () -> Void
    ) throws(Problem) -> DisplayListener {
        let result = state.withLock { state -> Result<DisplayListener, Problem> in
            if let problem = obstacle(address, state) { return .failure(problem) }
            let listener = DisplayListener(
                number: state.nextNumber, address: address, disconnect: disconnect)
            state.nextNumber += 1
            if let address { state.addresses[address, default: 0] += 1 }
            state.listeners[listener.number] = listener
            return .success(listener)
        }
        return try result.get()
    }

    func obstacle(from address: String?) -> Problem? { state.withLock { obstacle(address, $0) } }

    private func obstacle(_ address: String?, _ state: borrowing State) -> Problem? {
        if !state.isOpen { return Problem(.stopping, retryAfter: 2) }
        if state.listeners.count >= Self.displays { return Problem(.tooManyVisitors, retryAfter: 10) }
        let share = address.flatMap { state.addresses[$0] } ?? 0
        return share >= limits.streamsPerAddress ? Problem(.tooManyStreams, retryAfter: 5) : nil
    }

    func leave(_ listener: DisplayListener) {
        state.withLock { state in
            guard state.listeners.removeValue(forKey: listener.number) != nil else { return }
            if let address = listener.address, let count = state.addresses[address] {
                state.addresses[address] = count > 1 ? count - 1 : nil
            }
        }
        listener.finish()
    }

    var displayCount: Int { state.withLock { $0.listeners.count } }

    func open() { state.withLock { $0.isOpen = true } }

    /// Ends every display's stream and lets whoever waits go on.
    func close() {
        let (listeners, waiters) = state.withLock { state in
            state.isOpen = false
            defer { state.waiters = [] }
            return (Array(state.listeners.values), state.waiters)
        }
        for waiter in waiters { waiter.continuation.resume() }
        for listener in listeners { listener.finish() }
    }

    /// Once a second.
    func tick() {
        let today = zone().date(at: clock.now)
        let (ticks, listeners, late) = state.withLock { state in
            turn(&state, to: today)
            state.ticks += 1
            for index in state.waiters.indices { state.waiters[index].ticks += 1 }
            let late = state.waiters.filter { $0.ticks > 2 }
            state.waiters.removeAll { $0.ticks > 2 }
            return (state.ticks, Array(state.listeners.values), late)
        }
        for waiter in late { waiter.continuation.resume() }
        for listener in listeners {
            listener.tick(limit: limits.slowWriteSeconds)
            if ticks % max(1, min(5, limits.heartbeatSeconds)) == 0 { listener.tellTime() }
        }
    }
}

extension VisitBoard {
    /// What is in the store of today's visits, where the tailer begins.
    func begin(_ store: any JournalStore, head: Int64) async throws(StoreFault) {
        let zone = zone()
        let midnight = zone.moment(
            of: WallTime(date: zone.date(at: clock.now), time: ClockTime(minutes: 0)))
        var query = HeadQuery(limit: 5_000)
        query.receivedFrom = midnight
        let today = try await store.heads(matching: query)
        var open = HeadQuery(limit: 5_000)
        open.channel = .visit
        open.states = [.received, .inProgress, .awaitingCitizen]
        let known = Set(today.map(\.id))
        let older = try await store.heads(matching: open).filter { !known.contains($0.id) }
        for visit in (today + older) where visit.channel == .visit || visit.ticket != nil {
            guard let file = try await store.file(visit.id) else { continue }
            learn(file)
        }
        reached(head)
    }

    /// A visit with everything that was called of it.
    private func learn(_ file: InquiryFile) {
        guard let record = VisitRecord(file.inquiry) else { return }
        update(record)
        for envelope in file.events { call(envelope, record) }
    }

    /// Follows one event of the journal.
    func follow(_ envelope: Envelope, _ store: any JournalStore) async throws(StoreFault) {
        guard let inquiry = envelope.stream.inquiry else { return }
        if case .visitorArrived = envelope.event {
        } else if !isVisitor(inquiry) {
            return
        }
        guard let file = try await store.file(inquiry), let record = VisitRecord(file.inquiry) else { return }
        update(record)
        call(envelope, record)
    }

    private func call(_ envelope: Envelope, _ record: VisitRecord) {
        guard case .visitorCalled(_, _, let counter) = envelope.event else { return }
        add(Call(sequence: envelope.sequence, number: record.ticket, counter: counter, at: envelope.at))
    }
}

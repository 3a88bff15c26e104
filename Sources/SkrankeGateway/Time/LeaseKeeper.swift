import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

/// Gives live claims back whose agent has had no heartbeat for thirty seconds, and closes his sessions: the
/// item goes to the front of its queue with its original wait, and the citizen is told (model §5.10).
public actor LeaseKeeper: Duty {
    public nonisolated let name = "leases"
    private let desk: CommandDesk
    private let clock: any Clock
    private var watch = ClockWatch()
    /// Leases that `Decide` would not take away, by when they are asked again (monotonic).
    private var refused: [InquiryID: Int64] = [:]

    static let retry: Int64 = 60_000

    public init(desk: CommandDesk, clock: any Clock) {
        self.desk = desk
        self.clock = clock
    }

    public func work() async throws(StoreFault) -> DutyResult {
        guard watch.isSteady(clock) else { return DutyResult() }
        refused = refused.filter { $0.value > clock.monotonic }
        let lapsed = try await desk.store.lapsedLeases(before: clock.now - .seconds(Limits.leaseSeconds))
            .filter { refused[$0.inquiry] == nil }
        let results = try await desk.submitAll(lapsed.map { .loseSession($0.inquiry, $0.agent) })
        for (lease, result) in zip(lapsed, results) {
            if case .refused = result { refused[lease.inquiry] = clock.monotonic + Self.retry }
        }
        try await closeSessions()
        return DutyResult()
    }

    /// An agent's last session is told in the journal; the rows of lapsed ones go.
    private func closeSessions() async throws(StoreFault) {
        let sessions = try await desk.store.sessions()
        let lapsed = sessions.filter { $0.hasLapsed(at: clock.now) }
        guard !lapsed.isEmpty else { return }
        let there = Set(sessions.lazy.filter { !$0.hasLapsed(at: self.clock.now) }.map(\.agent))
        let gone = Set(lapsed.map(\.agent)).subtracting(there).sorted()
        _ = try await desk.submitAll(gone.map { .closeSession($0) })
        for session in lapsed { try await desk.store.endSession(session.id) }
    }
}

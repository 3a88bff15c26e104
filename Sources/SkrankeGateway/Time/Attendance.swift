import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

/// Watches whether a gateway that a console started is still wanted (DESIGN §5): it goes when a gateway runs
/// as a service, and when no console has been there for a minute.
actor Attendance: Duty {
    nonisolated let name = "attendance"
    private let store: any JournalStore
    private let clock: any Clock
    private let closing: ClosingTime
    private let isServiceThere: @Sendable () -> Bool
    private let end: @Sendable (GatewayEnd) -> Void
    private var lastThere: Int64

    /// Real milliseconds.
    static let patience: Int64 = 60_000

    init(
        store: any JournalStore, clock: any Clock, closing: ClosingTime,
        isServiceThere: @escaping @Sendable () -> Bool, end: @escaping @Sendable (GatewayEnd) -> Void
    ) {
        self.store = store
        self.clock = clock
        self.closing = closing
        self.isServiceThere = isServiceThere
        self.end = end
        lastThere = clock.monotonic
    }

    func work() async throws(StoreFault) -> DutyResult {
        if isServiceThere() {
            end(.yielded)
            return DutyResult()
        }
        let now = clock.now
        if try await store.sessions().contains(where: { !$0.hasLapsed(at: now) }) {
            lastThere = clock.monotonic
        } else if clock.monotonic - lastThere >= Self.patience {
            try await closing.leaveAll(.deskGone)
            end(.deserted)
        }
        return DutyResult()
    }
}

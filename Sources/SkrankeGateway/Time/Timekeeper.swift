import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

/// Fires the timers that are due: held text leaves, promises are warned of and missed, silent chats are
/// asked and ended. After downtime it catches up, oldest first; no figure depends on when it comes.
///
/// A timer that no longer fits does nothing (`Decide`), so firing one twice, or after a kill between the
/// commit and the removal of its row, is harmless.
public actor Timekeeper: Duty {
    public nonisolated let name = "timers"
    private let desk: CommandDesk
    private let clock: any Clock
    /// Timers whose inquiry cannot be read, by when they are tried again (monotonic).
    private var setAside: [TimerKey: Int64] = [:]

    struct TimerKey: Hashable {
        var inquiry: InquiryID
        var kind: TimerKind
        var due: Moment
        init(_ row: TimerRow) {
            inquiry = row.inquiry
            kind = row.kind
            due = row.due
        }
    }

    /// Timers read at once, and rounds before others get their turn.
    static let batch = 200
    static let rounds = 10
    static let retry: Int64 = 60_000
    static let maxSetAside = 1_000

    public init(desk: CommandDesk, clock: any Clock) {
        self.desk = desk
        self.clock = clock
    }

    public func work() async throws(StoreFault) -> DutyResult {
        var trouble: StoreFault?
        for _ in 0..<Self.rounds {
            let limit = Self.batch + setAside.count
            let due = try await desk.store.dueTimers(at: clock.now, limit: limit)
            let ready = due.filter { (setAside[TimerKey($0)] ?? .min) <= clock.monotonic }
            if let fault = try await fire(ready) { trouble = fault }
            if due.count < limit { return DutyResult(next: try await next(), trouble: trouble) }
        }
        return DutyResult(next: clock.now, trouble: trouble)
    }

    /// Those of one inquiry one after the other, inquiries side by side. Returns the fault of one that had
    /// to be set aside.
    private func fire(_ timers: [TimerRow]) async throws(StoreFault) -> StoreFault? {
        let byInquiry = Dictionary(grouping: timers, by: \.inquiry).values
        let faults = await withTaskGroup(of: [(TimerRow, StoreFault)].self) { [desk] group in
            for rows in byInquiry { group.addTask { await Self.fire(rows, desk) } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        for timer in timers { setAside[TimerKey(timer)] = nil }
        for (timer, fault) in faults where !fault.concernsAll && setAside.count < Self.maxSetAside {
            setAside[TimerKey(timer)] = clock.monotonic + Self.retry
        }
        if let fault = faults.first(where: { $0.1.concernsAll })?.1 { throw fault }
        return faults.first?.1
    }

    private static func fire(_ rows: [TimerRow], _ desk: CommandDesk) async -> [(TimerRow, StoreFault)] {
        var faults: [(TimerRow, StoreFault)] = []
        for row in rows.sorted(by: { $0.due < $1.due }) {
            do throws(StoreFault) {
                // Done, done before or refused: in each case its time is over.
                _ = try await desk.submit(.timerFired(row.inquiry, row.kind, due: row.due), by: .timekeeper)
                try await desk.store.removeTimer(row)
            } catch {
                faults.append((row, error))
                if error.concernsAll { break }
            }
        }
        return faults
    }

    /// The next due time; later than now where only what was set aside is due.
    private func next() async throws(StoreFault) -> Moment? {
        guard let next = try await desk.store.nextTimer() else { return nil }
        if setAside.isEmpty { return next }
        return max(next, clock.now + clock.real(.seconds(1)))
    }
}

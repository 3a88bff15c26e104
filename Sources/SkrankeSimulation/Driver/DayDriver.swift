import SkrankeDomain

/// Opens the door for each arrival of a day at its time. What was due before the start is left out.
public struct DayDriver: Sendable {
    public let plan: DayPlan
    private let clock: any Clock
    private let wait: @Sendable (Moment) async throws -> Void

    /// - Parameters:
    ///   - clock: the day's clock, which may run faster than the world's.
    ///   - wait: returns when that clock shows the moment; throws when nothing more is to come.
    public init(
        plan: DayPlan, clock: any Clock, wait: @escaping @Sendable (Moment) async throws -> Void
    ) {
        self.plan = plan
        self.clock = clock
        self.wait = wait
    }

    /// Ends with the day's last arrival, or when the task is cancelled. `open` is not waited for.
    public func run(open: @escaping @Sendable (DayPlan.Arrival) async -> Void) async {
        await withDiscardingTaskGroup { group in
            for step in plan.after(clock.now) {
                guard (try? await wait(step.at)) != nil, !Task.isCancelled else { break }
                group.addTask { await open(step.arrival) }
            }
            if Task.isCancelled { group.cancelAll() }
        }
    }
}

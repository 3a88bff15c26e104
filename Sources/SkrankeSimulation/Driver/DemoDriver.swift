import NIOCore
import NIOPosix
import SkrankeDomain

/// Sends the plan's citizens to the gateway, through the same interface that real ones use.
///
/// A gateway that is away is tried again with growing pauses. Nothing is printed, nothing is thrown.
public struct DemoDriver: Sendable {
    public let plan: DemoPlan
    private let clock: any Clock
    private let salt: UInt64
    private let pause: Pause

    /// - Parameters:
    ///   - clock: only its monotonic, real time is asked.
    ///   - salt: makes this run's idempotency keys its own; another run on the same store needs another.
    public init(
        plan: DemoPlan, clock: any Clock, salt: UInt64 = .random(in: 0 ... .max),
        pause: @escaping Pause = Span.passed
    ) {
        self.plan = plan
        self.clock = clock
        self.salt = salt
        self.pause = pause
    }

    /// Runs until cancelled. Chats that are open then are not ended: their pages are just closed.
    public func run(client: CitizenClient) async {
        let attendance = Attendance()
        let start = clock.monotonic
        await withDiscardingTaskGroup { group in
            for arrival in plan.arrivals {
                let wait = start + arrival.after.milliseconds - clock.monotonic
                guard (try? await pause(Span(milliseconds: max(0, wait)))) != nil, !Task.isCancelled else {
                    break
                }
                guard attendance.enter(mostWaiting: plan.mostWaiting, mostPresent: plan.mostPresent) else {
                    continue
                }
                let life = life(arrival.citizen, client, attendance)
                group.addTask { await life.run() }
            }
            group.cancelAll()
        }
    }

    /// Runs with an event loop of its own until `input` is closed (nil: until cancelled).
    public func run(until input: CInt? = nil, locate: @escaping CitizenClient.Locator) async {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let client = CitizenClient(group: group, connections: 16, pause: pause, locate: locate)
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await run(client: client) }
            if let input { tasks.addTask { await InputWatch.closed(input, on: group) } }
            // Whichever comes first ends the other.
            _ = await tasks.next()
            tasks.cancelAll()
        }
        await client.close()
        try? await group.shutdownGracefully()
    }

    private func life(_ citizen: Citizen, _ client: CitizenClient, _ attendance: Attendance) -> CitizenLife {
        CitizenLife(
            citizen: citizen, client: client, clock: clock, attendance: attendance, salt: salt,
            real: { [plan] span in plan.real(span) }, pause: pause)
    }
}

import Dispatch
import SkrankeConsole
import SkrankeDesk
import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import SkrankeTestKit
import Synchronization
import Testing

/// When the console asks for a frame.
struct DeskConsoleTests {
    private final class Queue: SerialExecutor {
        private let queue = DispatchQueue(label: "screen")
        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
        }
    }

    private final class Wishes: Sendable {
        private let list = Mutex(0)
        func add() { list.withLock { $0 += 1 } }
        var count: Int { list.withLock { $0 } }
    }

    @Test func sessionsThatAreKnownAreNoReasonForOne() async {
        let wishes = Wishes()
        let desk = TestDesk(MemoryStore())
        let console = DeskConsole(
            executor: Queue(),
            state: AppState(
                caller: TestDesk.caller(TestPolicy.kari), agent: TestPolicy.kari, policy: TestPolicy.policy,
                names: DeskNames(municipality: "Lillevik kommune"), now: TestDesk.morning,
                size: Size(width: 120, height: 36)),
            clock: desk.clock, host: ConsoleHost(requestFrame: { _ in wishes.add() }, quit: {}),
            perform: { _ in })
        func row(_ seen: Moment) -> SessionRow {
            SessionRow(
                id: "1", agent: TestPolicy.ingrid, terminal: "tty2", presence: .available,
                since: TestDesk.morning, seen: seen)
        }
        await console.receive(.sessions([row(TestDesk.morning)]))
        #expect(wishes.count == 1)
        await console.receive(.sessions([row(TestDesk.morning)]))
        #expect(wishes.count == 1)
        let later = [row(TestDesk.morning + .seconds(5))]
        await console.receive(.sessions(later))
        #expect(wishes.count == 2)
        #expect(await console.current.sessions == later)
        // They also tell that the store answers again.
        await console.receive(.storeFault(.closed))
        await console.receive(.sessions(later))
        #expect(wishes.count == 4)
        #expect(await console.current.fault == nil)
    }
}

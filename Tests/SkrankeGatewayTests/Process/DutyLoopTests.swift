import SkrankeDomain
import SkrankeJournal
import Synchronization
import Testing

@testable import SkrankeGateway
@testable import SkrankeRuntime

/// A duty that counts its rounds and says what it is told to say.
private actor CountedDuty: Duty {
    nonisolated let name = "counted"
    private(set) var rounds = 0
    private var next: Moment?
    private var fault: StoreFault?

    func say(next: Moment?, fault: StoreFault? = nil) {
        self.next = next
        self.fault = fault
    }

    func work() async throws(StoreFault) -> DutyResult {
        rounds += 1
        if let fault { throw fault }
        return DutyResult(next: next)
    }
}

/// When a duty gets its turn.
struct DutyLoopTests {
    private func run(
        _ body: (TestTime, CountedDuty, Bell, @escaping @Sendable () -> [StoreFault?]) async throws -> Void
    ) async throws {
        let time = TestTime(TestDesk.start)
        let (duty, bell) = (CountedDuty(), Bell())
        let reports = Reports()
        let loop = DutyLoop(duty: duty, clock: time, delays: time, bell: bell) { reports.add($0) }
        let task = Task { await loop.run() }
        await time.untilWaiting(1)
        try await body(time, duty, bell) { reports.all }
        task.cancel()
        await task.value
    }

    private final class Reports: Sendable {
        private let list = Mutex<[StoreFault?]>([])
        func add(_ fault: StoreFault?) { list.withLock { $0.append(fault) } }
        var all: [StoreFault?] { list.withLock { $0 } }
    }

    @Test func onceASecondAndNotMore() async throws {
        try await run { time, duty, _, _ in
            #expect(await duty.rounds == 1)
            time.advance(by: Span(milliseconds: 999))
            #expect(time.waiting == 1)
            #expect(await duty.rounds == 1)
            time.advance(by: Span(milliseconds: 1))
            await time.untilWaiting(1)
            #expect(await duty.rounds == 2)
        }
    }

    @Test func exactlyWhenItIsDue() async throws {
        try await run { time, duty, _, _ in
            await duty.say(next: time.now + Span(milliseconds: 1_250))
            time.advance(by: .seconds(1))
            await time.untilWaiting(1)
            await duty.say(next: nil)
            time.advance(by: Span(milliseconds: 249))
            #expect(await duty.rounds == 2)
            time.advance(by: Span(milliseconds: 1))
            await time.untilWaiting(1)
            #expect(await duty.rounds == 3)
        }
    }

    /// A swarm of hints is one round, and the next comes a little later.
    @Test func newsWakeItOnce() async throws {
        try await run { time, duty, bell, _ in
            for _ in 0..<1_000 { bell.ring() }
            await time.untilOrdered(2)
            time.advance(by: Span(milliseconds: DutyLoop.calm - 1))
            #expect(await duty.rounds == 1)
            time.advance(by: Span(milliseconds: 1))
            await time.untilOrdered(3)
            #expect(await duty.rounds == 2)
            time.advance(by: Span(milliseconds: 999))
            #expect(time.waiting == 1)
            #expect(await duty.rounds == 2)
        }
    }

    @Test func faultsAreToldAndPausesGrow() async throws {
        try await run { time, duty, bell, reports in
            await duty.say(next: nil, fault: .full)
            time.advance(by: .seconds(1))
            await time.untilWaiting(1)
            #expect(reports().last == .some(.full))
            bell.ring()
            for pause in [500, 1_000, 2_000, 4_000] as [Int64] {
                let rounds = await duty.rounds
                time.advance(by: Span(milliseconds: pause - 1))
                #expect(await duty.rounds == rounds)
                time.advance(by: Span(milliseconds: 1))
                await time.untilWaiting(1)
                #expect(await duty.rounds == rounds + 1)
            }
            await duty.say(next: nil)
            time.advance(by: .seconds(8))
            await time.untilWaiting(1)
            #expect(reports().last == .some(nil))
        }
    }
}

struct BellTests {
    @Test func aRingBeforeTheWaitIsKept() async {
        let (time, bell) = (TestTime(TestDesk.start), Bell())
        bell.ring()
        bell.ring()
        #expect(await bell.wait(milliseconds: nil, time))
        let second = Task { await bell.wait(milliseconds: 10, time) }
        await time.untilWaiting(1)
        time.advance(by: Span(milliseconds: 10))
        #expect(await second.value == false)
    }

    @Test func cancellingEndsTheWait() async {
        let (time, bell) = (TestTime(TestDesk.start), Bell())
        let task = Task { await bell.wait(milliseconds: nil, time) }
        task.cancel()
        #expect(await task.value == false)
        bell.ring()
        #expect(await bell.wait(milliseconds: nil, time))
    }
}

import SkrankeDomain
import SkrankeJournal
import Synchronization
import Testing

@testable import SkrankeRuntime

/// A session says that its agent is there, and no longer than he is (model §5.10).
struct DeskSessionTests {
    private let ingrid = AgentID("ingrid")

    private func session(_ test: TestDesk, bus: (any Bus)? = nil) -> DeskSession {
        DeskSession(
            id: "s1", agent: ingrid, caller: TestDesk.agent("ingrid"), desk: test.desk, clock: test.time,
            delays: test.time, bus: bus)
    }

    private func row(_ test: TestDesk) async throws -> SessionRow? { try await test.store.sessions().first }

    private func told(_ test: TestDesk) async throws -> [Event] {
        try await test.store.events(of: .agent(ingrid), after: 0).map(\.event)
    }

    @Test func aHeartbeatEveryFiveSeconds() async throws {
        let test = TestDesk()
        let session = session(test)
        try await session.begin()
        for round in 1...4 {
            // The wait for the next one, then the pause after it.
            await test.time.untilOrdered(2 * round - 1)
            test.time.advance(by: .seconds(Limits.heartbeatSeconds))
            await test.time.untilOrdered(2 * round)
            #expect(try await row(test)?.seen == test.time.now)
            test.time.advance(by: Span(milliseconds: 200))
        }
        await session.end()
        #expect(try await row(test) == nil)
        #expect(try await told(test) == [.sessionOpened(agent: ingrid), .sessionClosed(agent: ingrid)])
    }

    @Test func whatIsLookedAtIsToldAtOnce() async throws {
        let test = TestDesk()
        let bus = LocalBus()
        let hints = Mutex(0)
        let subscription = bus.subscribe { _ in hints.withLock { $0 += 1 } }
        let session = session(test, bus: bus)
        try await session.begin()
        await test.time.untilOrdered(1)
        let id: InquiryID = test.desk.newID()
        let before = hints.withLock { $0 }
        await session.looks(at: id)
        await test.time.untilOrdered(2)
        #expect(try await row(test)?.looksAt == id)
        #expect(hints.withLock { $0 } == before + 1)
        await session.end()
        subscription.cancel()
    }

    @Test func presenceIsAnEventAndARow() async throws {
        let test = TestDesk()
        let session = session(test)
        try await session.begin()
        _ = try await session.become(.paused)
        #expect(try await row(test)?.presence == .paused)
        #expect(try await told(test).last == .presenceChanged(agent: ingrid, presence: .paused))
        await session.end()
    }

    /// Stopped by Ctrl-Z for longer than the lease: the timekeeper closed the session, coming back opens it.
    @Test func comingBackOpensItAgain() async throws {
        let test = TestDesk()
        let session = session(test)
        try await session.begin()
        await test.time.untilOrdered(1)
        try await test.store.endSession("s1")
        test.time.advance(by: .minutes(10))
        await test.time.untilOrdered(2)
        #expect(try await row(test)?.seen == test.time.now)
        let opened = try await told(test).filter { $0 == .sessionOpened(agent: ingrid) }
        #expect(opened.count == 2)
        await session.end()
    }

    /// A store that is locked at the start: the session opens as soon as it can.
    @Test func aLateStoreOpensItLate() async throws {
        let store = FaultyStore()
        let test = TestDesk(store: store)
        let session = session(test)
        store.fail(.locked(holder: 7))
        await #expect(throws: StoreFault.locked(holder: 7)) { try await session.begin() }
        await test.time.untilOrdered(1)
        store.fail(nil)
        test.time.advance(by: .seconds(5))
        await test.time.untilOrdered(2)
        #expect(try await row(test)?.agent == ingrid)
        #expect(try await told(test) == [.sessionOpened(agent: ingrid)])
        await session.end()
    }

    /// A full disk at a heartbeat is told, and told when it is over; the session goes on.
    @Test func troubleIsToldAndOver() async throws {
        let store = FaultyStore()
        let test = TestDesk(store: store)
        let faults = Mutex<[StoreFault?]>([])
        let session = DeskSession(
            id: "s1", agent: ingrid, caller: TestDesk.agent("ingrid"), desk: test.desk, clock: test.time,
            delays: test.time, bus: nil, onFault: { fault in faults.withLock { $0.append(fault) } })
        try await session.begin()
        await test.time.untilOrdered(1)
        for (round, fault) in [StoreFault.full, nil].enumerated() {
            store.fail(fault)
            test.time.advance(by: .seconds(5))
            await test.time.untilOrdered(2 * round + 2)
            test.time.advance(by: Span(milliseconds: 200))
            await test.time.untilOrdered(2 * round + 3)
        }
        #expect(faults.withLock { $0 } == [.full, nil])
        await session.end()
    }

    /// The lease lasts thirty real seconds however fast a demonstration runs.
    @Test(arguments: [1.0, 7.0, 60.0, 1_000.0]) func leasesAreReal(_ speed: Double) throws {
        let wall = ManualClock(TestDesk.start)
        let clock = try #require(
            ScaledClock(origin: TestDesk.start, started: TestDesk.start, speed: speed, wall: wall))
        var row = SessionRow(
            id: "s", agent: ingrid, terminal: "", presence: .available, since: clock.now, seen: clock.now)
        row.seen = SessionRow.seen(by: clock)
        wall.advance(by: Span(milliseconds: 29_900))
        #expect(!row.hasLapsed(at: clock.now))
        wall.advance(by: Span(milliseconds: 200))
        #expect(row.hasLapsed(at: clock.now))
    }
}

import Glibc
import NIOCore
import NIOPosix
import SkrankeDomain
import Testing

@testable import SkrankeSimulation

/// Whole citizens over the loopback, with time in the hand.
@Suite(.timeLimit(.minutes(1))) struct LifeTests {
    private func life(
        _ citizen: Citizen, _ gateway: TestGateway, _ time: TestTime, _ group: MultiThreadedEventLoopGroup,
        _ attendance: Attendance
    ) -> CitizenLife {
        let address = gateway.address
        let client = CitizenClient(group: group, connections: 2, pause: time.pause, locate: { address })
        return CitizenLife(
            citizen: citizen, client: client, clock: time.clock, attendance: attendance, salt: 9,
            real: { $0 },
            pause: time.pause)
    }

    /// Wakes sleepers until the gateway has a request that is more than a sign of typing.
    private func nextWord(_ gateway: TestGateway, _ time: TestTime) async throws -> TestGateway.Request {
        let pump = Task {
            while !Task.isCancelled {
                time.wakeNext()
                await Task.yield()
            }
        }
        defer { pump.cancel() }
        return try await gateway.nextWord()
    }

    @Test func asksIsAnsweredThanksAndGoes() async throws {
        let gateway = try await TestGateway.start()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let time = TestTime()
        let attendance = Attendance()
        #expect(attendance.enter(mostWaiting: 1, mostPresent: 1))
        let life = life(.made(.plain, patience: .hours(9), seed: 2), gateway, time, group, attendance)
        let task = Task { await life.run() }

        let ask = try await gateway.next()
        #expect(ask.path == "/api/v1/chats")
        #expect(ask.headers["idempotency-key"]?.count == 32)
        ask.answer(201, ClientTests.created)
        let events = try await gateway.next()
        #expect(events.path == "/api/v1/chats/t1/events")
        events.begin()
        events.event("state", #"{"state":"waiting"}"#, id: 1)
        #expect(!attendance.enter(mostWaiting: 1, mostPresent: 9), "he waits")
        await time.untilBegun(1)
        events.event("message", #"{"sequence":5,"from":"agent","text":"Hvor er det?","at":"x"}"#, id: 5)
        // His answer is planned when the alarm is set anew.
        await time.untilBegun(2)
        let detail = try await nextWord(gateway, time)
        #expect(detail.body == #"{"text":"Utenfor nummer 4"}"#)
        #expect(detail.headers["idempotency-key"] != ask.headers["idempotency-key"])
        detail.breakOff()
        // Not acknowledged, so it is sent again, under the same key.
        let again = try await nextWord(gateway, time)
        #expect(again.headers["idempotency-key"] == detail.headers["idempotency-key"])
        again.answer(202, #"{"sequence":6}"#)
        events.event("state", #"{"state":"ended"}"#, id: 7)
        let pump = Task {
            while !Task.isCancelled {
                time.wakeNext()
                await Task.yield()
            }
        }
        let typing = Task { while true { try await gateway.next().answer(204) } }
        await task.value
        pump.cancel()
        #expect(attendance.enter(mostWaiting: 1, mostPresent: 1), "he is gone")
        try await gateway.stop()
        typing.cancel()
        try await group.shutdownGracefully()
    }

    @Test func aRefusedQuestionIsTheEnd() async throws {
        let gateway = try await TestGateway.start()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let attendance = Attendance()
        #expect(attendance.enter(mostWaiting: 1, mostPresent: 1))
        let life = life(.made(.hostile), gateway, TestTime(), group, attendance)
        let task = Task { await life.run() }
        try await gateway.next().answer(400, #"{"title":"t","detail":"d","code":"invalid-field"}"#)
        await task.value
        #expect(attendance.enter(mostWaiting: 1, mostPresent: 1))
        try await gateway.stop()
        try await group.shutdownGracefully()
    }

    /// No more come than the desk can bear: the fifth turns round at the door.
    @Test func theQueueIsCapped() async throws {
        let gateway = try await TestGateway.start()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let time = TestTime()
        let address = gateway.address
        let client = CitizenClient(group: group, connections: 8, pause: time.pause, locate: { address })
        let driver = DemoDriver(
            plan: DemoPlan(seed: 1, mostWaiting: 3, mostPresent: 9), clock: time.clock, salt: 1,
            pause: time.pause)
        let task = Task { await driver.run(client: client) }
        for number in 1...3 {
            await time.untilBegun(number)
            time.wakeNext()
            _ = try await gateway.next()
        }
        // Nobody is answered, so all three wait; of the next arrivals nobody asks.
        for number in 4...8 {
            await time.untilBegun(number)
            time.wakeNext()
        }
        await time.untilBegun(9)
        task.cancel()
        await task.value
        try await gateway.stop()
        try await group.shutdownGracefully()
    }

    /// The driver ends when its parent's pipe closes, whatever it is doing.
    @Test func endsWithItsParent() async throws {
        var ends: [CInt] = [-1, -1]
        try #require(pipe(&ends) == 0)
        let gateway = try await TestGateway.start()
        let address = gateway.address
        let time = TestTime()
        let driver = DemoDriver(plan: DemoPlan(seed: 1), clock: time.clock, salt: 1, pause: time.pause)
        let reading = ends[0]
        let task = Task { await driver.run(until: reading) { address } }
        await time.untilBegun(1)
        time.wakeNext()
        _ = try await gateway.next()
        close(ends[1])
        await task.value
        close(ends[0])
        try await gateway.stop()
    }

    @Test func aFileCountsAsClosed() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
        await InputWatch.closed(file, on: group)
        close(file)
        await InputWatch.closed(-1, on: group)
        try await group.shutdownGracefully()
    }
}

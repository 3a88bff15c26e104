import Foundation
import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import Synchronization
import Testing

@testable import SkrankeGateway

/// The process as a whole: lock, modes, note, HTTP beside the duties (DESIGN §5).
struct GatewayTests {
    /// HTTP of a test: fails as often as it is told, then listens until it is cancelled.
    private final class FakeHTTP: Sendable {
        private let failures: Mutex<[GatewayTrouble]>
        init(_ failures: [GatewayTrouble] = []) { self.failures = Mutex(failures) }
        var serve: ServeHTTP {
            { listening in
                if let trouble = self.failures.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
                    throw trouble
                }
                listening("http://127.0.0.1:8080")
                let cancelled = Bell()
                await cancelled.wait(milliseconds: nil, SystemDelays())
            }
        }
    }

    private func gateway(
        _ test: TestDesk, _ folder: TemporaryFolder, _ mode: GatewaySetup.Mode, http: FakeHTTP? = FakeHTTP(),
        tell: @escaping @Sendable (GatewayNews) -> Void = { _ in }
    ) -> Gateway {
        let bus = LocalBus()
        test.store.onCommit { _ in bus.send(.moved) }
        var setup = GatewaySetup(
            location: folder.location, mode: mode, desk: test.desk, clock: test.time, delays: test.time,
            policy: { TestDesk.policy }, bus: bus, serveHTTP: http?.serve,
            process: ProcessInfo.processInfo.processIdentifier, tell: tell)
        setup.sharesBeat = false
        return Gateway(setup)
    }

    /// Runs until `condition` holds, a tenth of a second at a time; false when it never did.
    private func pass(_ time: TestTime, _ condition: () async throws -> Bool) async rethrows -> Bool {
        for _ in 0..<3_000 {
            if try await condition() { return true }
            await time.untilWaiting(3)
            time.advance(by: Span(milliseconds: 100))
        }
        return false
    }

    /// Starts it; when it has ended nobody waits any more.
    private func start(_ gateway: Gateway, _ time: TestTime) -> Task<GatewayEnd, any Error> {
        Task {
            defer { time.release() }
            return try await gateway.run()
        }
    }

    @Test func timersFireAndTheNoteTellsTheAddress() async throws {
        let (test, folder) = (TestDesk(), try TemporaryFolder())
        let gateway = gateway(test, folder, .service)
        let task = start(gateway, test.time)
        try await test.beat("ingrid")
        let id = try await test.claimed(by: "ingrid")
        let message = try await test.say("Kl. 8.", id, by: "ingrid")
        #expect(try await pass(test.time) { try await test.delivery(message, in: id) == .sent })
        #expect(
            await pass(test.time) { GatewayState.look(folder.location).address == "http://127.0.0.1:8080" })
        #expect(folder.mode("gateway.json") == 0o600)
        gateway.stop()
        #expect(try await task.value == .stopped)
        #expect(folder.text("gateway.json") == nil)
        #expect(GatewayState.look(folder.location) == GatewayState(isRunning: false))
    }

    /// Whoever started it hears once where citizens come, and once what is wrong, however often it is tried.
    @Test func newsAreToldOnce() async throws {
        let (test, folder) = (TestDesk(), try TemporaryFolder())
        let taken = GatewayTrouble.portTaken("127.0.0.1:8080")
        let told = Mutex<[GatewayNews]>([])
        let gateway = gateway(test, folder, .service, http: FakeHTTP(Array(repeating: taken, count: 5))) {
            news in
            told.withLock { $0.append(news) }
        }
        let task = start(gateway, test.time)
        #expect(await pass(test.time) { GatewayNote.read(folder.location.gatewayFile)?.address != nil })
        gateway.stop()
        _ = try await task.value
        #expect(told.withLock { $0 } == [.trouble(taken), .listening("http://127.0.0.1:8080")])
    }

    /// Of two services one works; the other is told by whom and where, and does not wait.
    @Test func aSecondServiceIsRefused() async throws {
        let (test, folder) = (TestDesk(), try TemporaryFolder())
        let first = gateway(test, folder, .service)
        let task = start(first, test.time)
        #expect(await pass(test.time) { GatewayState.look(folder.location).address != nil })
        let state = GatewayState.look(folder.location)
        #expect(
            try await gateway(TestDesk(), folder, .service).run()
                == .alreadyRunning(pid: state.pid, address: "http://127.0.0.1:8080"))
        first.stop()
        #expect(try await task.value == .stopped)
    }

    /// The address of one that was killed stands in the note of the next until that one listens itself,
    /// however often it is killed before.
    @Test func theAddressOfAKilledOneIsKept() async throws {
        let (test, folder) = (TestDesk(), try TemporaryFolder())
        let path = folder.location.gatewayFile
        try GatewayNote(
            pid: 4_194_304, address: "http://127.0.0.1:4711", since: "", mode: "service", store: ""
        ).write(to: path)
        let taken = GatewayTrouble.portTaken("127.0.0.1:4711")
        let second = gateway(test, folder, .service, http: FakeHTTP(Array(repeating: taken, count: 4)))
        let task = start(second, test.time)
        #expect(await pass(test.time) { GatewayNote.read(path)?.error == "port-taken" })
        #expect(GatewayNote.read(path)?.lastAddress == "http://127.0.0.1:4711")
        #expect(GatewayNote.read(path)?.address == nil)
        #expect(await pass(test.time) { GatewayNote.read(path)?.address == "http://127.0.0.1:8080" })
        #expect(GatewayNote.read(path)?.lastAddress == nil)
        second.stop()
        _ = try await task.value
    }

    /// A taken port leaves the other duties running; the note says why, until it is free.
    @Test func aTakenPortHoldsUpNothing() async throws {
        let (test, folder) = (TestDesk(), try TemporaryFolder())
        let taken = GatewayTrouble.portTaken("127.0.0.1:8080")
        let gateway = gateway(test, folder, .service, http: FakeHTTP(Array(repeating: taken, count: 5)))
        let task = start(gateway, test.time)
        try await test.beat("ingrid")
        let id = try await test.chat()
        // The note is this process's, so the lock's holder and its author agree.
        #expect(
            await pass(test.time) { GatewayNote.read(folder.location.gatewayFile)?.error == "port-taken" })
        #expect(
            try await pass(test.time) {
                try await test.beat("ingrid")
                return try await test.inquiry(id)?.deadline(.chatFirstReply)?.state == .missed
            })
        #expect(await pass(test.time) { GatewayNote.read(folder.location.gatewayFile)?.address != nil })
        #expect(GatewayNote.read(folder.location.gatewayFile)?.error == nil)
        gateway.stop()
        #expect(try await task.value == .stopped)
    }

    @Test func aSecondOneStartedByAConsoleIsNotNeeded() async throws {
        let (test, folder) = (TestDesk(), try TemporaryFolder())
        let first = gateway(test, folder, .attached)
        let task = start(first, test.time)
        #expect(await pass(test.time) { GatewayState.look(folder.location).address != nil })
        let other = TestDesk()
        let pid = GatewayState.look(folder.location).pid
        #expect(
            try await gateway(other, folder, .attached).run()
                == .alreadyRunning(pid: pid, address: "http://127.0.0.1:8080"))
        #expect(GatewayNote.read(folder.location.gatewayFile) != nil)
        first.stop()
        #expect(try await task.value == .stopped)
    }

    @Test func oneStartedByAConsoleYieldsToAService() async throws {
        let (test, folder) = (TestDesk(), try TemporaryFolder())
        let attached = gateway(test, folder, .attached)
        let first = start(attached, test.time)
        await test.time.untilWaiting(4)
        let later = TestDesk()
        let service = gateway(later, folder, .service)
        let second = start(service, later.time)
        await later.time.untilWaiting(1)
        let ended = Task { try await first.value }
        #expect(await pass(test.time) { GatewayState.look(folder.location).isRunning == false })
        #expect(try await ended.value == .yielded)
        #expect(await pass(later.time, least: 1) { GatewayState.look(folder.location).isRunning })
        // From now on none is started by a console.
        let third = TestDesk()
        let result = try await gateway(third, folder, .attached).run()
        let state = GatewayState.look(folder.location)
        #expect(result == .alreadyRunning(pid: state.pid, address: state.address))
        service.stop()
        #expect(try await second.value == .stopped)
    }

    private func pass(_ time: TestTime, least: Int, _ condition: () -> Bool) async -> Bool {
        for _ in 0..<3_000 {
            if condition() { return true }
            await time.untilWaiting(least)
            time.advance(by: Span(milliseconds: 100))
        }
        return false
    }

    /// No console for a minute: who waits is left with a date, then it goes.
    @Test func withoutConsolesItGoes() async throws {
        let (test, folder) = (TestDesk(), try TemporaryFolder())
        try await test.beat("ingrid")
        let id = try await test.chat()
        let task = start(gateway(test, folder, .attached), test.time)
        for _ in 0..<600 {
            await test.time.untilWaiting(4)
            if test.time.now - TestDesk.start <= .seconds(50) { try await test.beat("ingrid") }
            if test.time.now - TestDesk.start == .seconds(50) { try await test.store.endSession("ingrid") }
            test.time.advance(by: .seconds(1))
        }
        #expect(try await task.value == .deserted)
        #expect(try await test.state(id) == .left)
    }

    /// What a killed one left behind tells nothing about the next.
    @Test func theNoteOfAKilledOneIsNotBelieved() throws {
        let folder = try TemporaryFolder()
        try GatewayNote(
            pid: 4_194_304, address: "http://old", since: "", mode: "service", store: ""
        ).write(to: folder.location.gatewayFile)
        #expect(GatewayState.look(folder.location) == GatewayState(isRunning: false))
        let lock = try #require(try FileLock.tryLock(folder.location.gatewayLock))
        #expect(GatewayState.look(folder.location).isRunning)
        #expect(GatewayState.look(folder.location).address == nil)
        lock.release()
    }
}

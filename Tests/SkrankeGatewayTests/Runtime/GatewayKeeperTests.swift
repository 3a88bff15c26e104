import Foundation
import SkrankeDomain
import Synchronization
import Testing

@testable import SkrankeRuntime

/// A console's look after the gateway: DESIGN §5, "killed, it is back within two seconds" (issue 9).
struct GatewayKeeperTests {
    private final class FakeStarter: GatewayStarter {
        private struct State {
            var starts = 0
            var endings: [Int32: Int32] = [:]
            var refusal: GatewayTrouble?
        }
        private let state = Mutex(State())
        var starts: Int { state.withLock { $0.starts } }
        func end(_ pid: Int32, _ how: Int32) { state.withLock { $0.endings[pid] = how } }
        func refuse(_ trouble: GatewayTrouble?) { state.withLock { $0.refusal = trouble } }

        func start() throws(GatewayTrouble) -> Int32 {
            let (pid, refusal) = state.withLock { state in
                state.starts += 1
                return (Int32(state.starts), state.refusal)
            }
            if let refusal { throw refusal }
            return pid
        }
        func ending(of pid: Int32) -> Int32? { state.withLock { $0.endings[pid] } }
    }

    @Test func aKilledGatewayIsBackAtOnce() throws {
        let (folder, time, starter) = (try TemporaryFolder(), TestTime(TestDesk.start), FakeStarter())
        let keeper = GatewayKeeper(location: folder.location, starter: starter, clock: time, delays: time)
        for kill in 1...100 {
            keeper.look()
            #expect(starter.starts == kill)
            let lock = try #require(try FileLock.tryLock(folder.location.gatewayLock))
            #expect(keeper.look().isRunning)
            lock.release()
            starter.end(Int32(kill), -SIGKILL)
            time.advance(by: .seconds(1))
        }
    }

    /// One that dies when it has just begun is tried ever less often, and the reason is told.
    @Test func aBrokenOneIsTriedEverLessOften() throws {
        let (folder, time, starter) = (try TemporaryFolder(), TestTime(TestDesk.start), FakeStarter())
        let keeper = GatewayKeeper(location: folder.location, starter: starter, clock: time, delays: time)
        for _ in 0..<300 {
            keeper.look()
            starter.end(Int32(starter.starts), 1)
            time.advance(by: .seconds(1))
        }
        #expect(starter.starts > 8)
        #expect(starter.starts < 20)
        #expect(keeper.state.trouble == .startFailed("exit 1"))
    }

    /// Of two consoles one starts in vain; that is no failure, however often it happens.
    @Test func notBeingNeededIsNoFailure() throws {
        let (folder, time, starter) = (try TemporaryFolder(), TestTime(TestDesk.start), FakeStarter())
        let keeper = GatewayKeeper(location: folder.location, starter: starter, clock: time, delays: time)
        for round in 1...50 {
            keeper.look()
            #expect(starter.starts == round)
            starter.end(Int32(round), 0)
            let others = try #require(try FileLock.tryLock(folder.location.gatewayLock))
            time.advance(by: .seconds(1))
            #expect(keeper.look() == GatewayState(isRunning: true, pid: keeper.state.pid))
            others.release()
        }
    }

    @Test func whatCannotBeStartedIsTold() throws {
        let (folder, time, starter) = (try TemporaryFolder(), TestTime(TestDesk.start), FakeStarter())
        let seen = Mutex<[GatewayState]>([])
        let keeper = GatewayKeeper(location: folder.location, starter: starter, clock: time, delays: time) {
            state in
            seen.withLock { $0.append(state) }
        }
        starter.refuse(.startFailed("No such file"))
        keeper.look()
        keeper.look()
        #expect(
            seen.withLock { $0 } == [GatewayState(isRunning: false, trouble: .startFailed("No such file"))])
    }

    @Test func withoutStarterItOnlyLooks() throws {
        let folder = try TemporaryFolder()
        let time = TestTime(TestDesk.start)
        let keeper = GatewayKeeper(location: folder.location, starter: nil, clock: time, delays: time)
        #expect(keeper.look() == GatewayState(isRunning: false))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func onceASecond() async throws {
        let (folder, time, starter) = (try TemporaryFolder(), TestTime(TestDesk.start), FakeStarter())
        let keeper = GatewayKeeper(location: folder.location, starter: starter, clock: time, delays: time)
        keeper.start()
        await time.untilOrdered(1)
        starter.end(1, -SIGKILL)
        time.advance(by: .seconds(1))
        await time.untilOrdered(2)
        #expect(starter.starts == 2)
        keeper.stop()
    }

    /// The real thing: a session of its own, no terminal, no descriptor of ours, errors in the log.
    @Test func theProcessStandsAlone() async throws {
        let folder = try TemporaryFolder()
        let ours = try FileHandle(forReadingFrom: URL(fileURLWithPath: "/dev/null"))
        let leak = fcntl(ours.fileDescriptor, F_DUPFD, 200)
        defer { close(leak) }
        let script = """
            import os, sys
            print(os.getsid(0) == os.getpid(), sorted(int(f) for f in os.listdir("/proc/self/fd"))[:3])
            print(os.path.exists("/proc/self/fd/%s" % sys.argv[1]))
            print("oops", file=sys.stderr); sys.exit(3)
            """
        let command = GatewayCommand(
            executable: "/usr/bin/env", arguments: ["python3", "-c", script, "\(leak)"],
            log: folder.path + "/log/start.log")
        let pid = try command.start()
        var ending = command.ending(of: pid)
        while ending == nil {
            await Task.yield()
            ending = command.ending(of: pid)
        }
        #expect(ending == 3)
        let log = try #require(folder.text("log/start.log"))
        #expect(log.contains("True [0, 1, 2]"))
        #expect(log.contains("False"))
        #expect(log.contains("oops"))
        #expect(folder.mode("log/start.log") == 0o600)
        #expect(throws: GatewayTrouble.self) {
            try GatewayCommand(executable: "/no/such", arguments: [], log: folder.path + "/x.log").start()
        }
    }
}

import CPosix
import Glibc
import Synchronization
import Testing

@testable import SkrankeTerminal

@Suite struct PollLoopTests {
    actor Resident {
        nonisolated let loop: PollLoop
        nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
        var count = 0
        init(_ loop: PollLoop) { self.loop = loop }
        func add() -> Bool {
            count += 1
            return loop.isCurrent
        }
    }

    @Test func anActorLivesOnTheThread() async throws {
        let loop = try PollLoop(name: "a")
        try loop.start()
        let resident = Resident(loop)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<500 { group.addTask { await resident.add() } }
            for await isOnLoop in group { #expect(isOnLoop) }
        }
        #expect(await resident.count == 500)
        #expect(!loop.isCurrent)
        loop.stop()
        loop.waitUntilStopped()
        // Jobs that come after the end still run, on the loop's thread.
        #expect(await resident.add())
        #expect(await resident.count == 502 - 1)
    }

    @Test func workGivenBeforeTheStartRuns() throws {
        let loop = try PollLoop(name: "b")
        let done = Counter()
        loop.perform { done.add() }
        try loop.start()
        loop.perform { done.add() }
        #expect(done.wait(for: 2))
        loop.stop()
        loop.waitUntilStopped()
    }

    @Test func timersFireOnceUnlessDisarmed() async throws {
        let loop = try PollLoop(name: "c")
        try loop.start()
        let order = Mutex<[String]>([])
        let fired = Counter()
        let isMade: Bool = await withCheckedContinuation { done in
            loop.perform {
                var timers: [LoopTimer] = []
                func add(_ name: String, _ next: @escaping () -> Void = {}) throws {
                    let timer = try LoopTimer(on: loop) {
                        order.withLock { $0.append(name) }
                        next()
                        fired.add()
                    }
                    timers.append(timer)
                }
                do {
                    try add("first") { timers[1].arm(after: 1) }
                    try add("second") { timers[2].arm(after: 1) }
                    try add("third")
                    try add("disarmed")
                    timers[3].arm(after: 1)
                    timers[3].disarm()
                    timers[0].arm(after: 1_000_000)
                    timers[0].arm(after: 0)
                    // They live as long as the loop does.
                    loop.atEndOfTurn { _ = timers.count }
                    done.resume(returning: true)
                } catch {
                    done.resume(returning: false)
                }
            }
        }
        #expect(isMade)
        #expect(fired.wait(for: 3))
        #expect(order.withLock { $0 } == ["first", "second", "third"])
        loop.stop()
        loop.waitUntilStopped()
    }

    @Test func descriptorsAreWatchedUntilCancelled() async throws {
        let loop = try PollLoop(name: "d")
        try loop.start()
        let source = skr_eventfd()
        defer { close(source) }
        let seen = Counter()
        let ended = Counter()
        loop.perform {
            var watch: PollLoop.Watch?
            var count = 0
            watch = loop.watch(source, .read) { ready in
                _ = skr_fd_drain(source)
                count += 1
                if ready.contains(.read) { seen.add() }
                if count == 2 {
                    watch?.cancel()
                    watch = nil
                    ended.add()
                }
            }
        }
        skr_eventfd_signal(source)
        #expect(seen.wait(for: 1))
        skr_eventfd_signal(source)
        #expect(ended.wait(for: 1))
        skr_eventfd_signal(source)
        loop.stop()
        loop.waitUntilStopped()
        #expect(skr_fd_drain(source), "nobody took the third")
    }
}

@Suite struct FramePacerTests {
    @Test func aKeyNeverWaitsNewsKeepTheirDistance() {
        var pacer = FramePacer()
        #expect(pacer.take() == (false, false))
        pacer.request(.news)
        #expect(pacer.take() == (true, true), "the first after a pause comes at once")
        pacer.request(.news)
        pacer.request(.tick)
        #expect(pacer.take() == (false, false))
        pacer.request(.key)
        pacer.request(.news)
        #expect(pacer.take() == (true, true), "and takes the waiting news along")
        #expect(pacer.take() == (false, false))
        pacer.request(.news)
        pacer.gapEnded()
        #expect(pacer.take() == (true, true))
        pacer.gapEnded()
        #expect(pacer.take() == (false, false))
    }

    @Test func aTickOpensNoGap() {
        var pacer = FramePacer()
        pacer.request(.tick)
        #expect(pacer.take() == (true, false))
        pacer.request(.news)
        #expect(pacer.take() == (true, true))
        pacer.request(.tick)
        #expect(pacer.take() == (false, false))
    }
}

import SkrankeDomain
import SkrankeRuntime
import SkrankeSimulation
import Synchronization

/// Time that passes when the test says so. Pauses are real ones on a clock that stands still.
final class TestTime: Sendable {
    private struct Sleeper {
        var due: Int64
        var wake: CheckedContinuation<Bool, Never>
    }
    private struct State {
        var sleepers: [Int: Sleeper] = [:]
        /// Cancelled before they slept.
        var early: Set<Int> = []
        var count = 0
        var watchers: [(count: Int, wake: CheckedContinuation<Void, Never>)] = []
    }

    let clock = ManualClock(Moment(seconds: 1_795_000_000))
    private let state = Mutex(State())

    /// How many pauses have begun so far.
    var begun: Int { state.withLock { $0.count } }

    var pause: Pause {
        { [self] span in
            let id = register()
            let woken = await withTaskCancellationHandler {
                await withCheckedContinuation { rest(id, span, $0) }
            } onCancel: {
                cancel(id)
            }
            if !woken { throw CancellationError() }
        }
    }

    /// Waits until `count` pauses have begun since the start of the test.
    func untilBegun(_ count: Int) async {
        await withCheckedContinuation { (wake: CheckedContinuation<Void, Never>) in
            let isThere = state.withLock {
                if $0.count >= count { return true }
                $0.watchers.append((count, wake))
                return false
            }
            if isThere { wake.resume() }
        }
    }

    /// Lets time pass up to the next sleeper's hour and wakes him; false where nobody sleeps.
    @discardableResult
    func wakeNext() -> Bool {
        let sleeper: Sleeper? = state.withLock {
            guard let first = $0.sleepers.min(by: { ($0.value.due, $0.key) < ($1.value.due, $1.key) }) else {
                return nil
            }
            $0.sleepers[first.key] = nil
            return first.value
        }
        guard let sleeper else { return false }
        clock.advance(by: Span(milliseconds: max(0, sleeper.due - clock.monotonic)))
        sleeper.wake.resume(returning: true)
        return true
    }

    private func register() -> Int {
        state.withLock {
            $0.count += 1
            return $0.count
        }
    }

    private func rest(_ id: Int, _ span: Span, _ wake: CheckedContinuation<Bool, Never>) {
        let due = clock.monotonic + span.milliseconds
        let (isCancelled, ready) = state.withLock { state -> (Bool, [CheckedContinuation<Void, Never>]) in
            let ready = state.watchers.filter { $0.count <= id }.map(\.wake)
            state.watchers.removeAll { $0.count <= id }
            if state.early.remove(id) != nil { return (true, ready) }
            state.sleepers[id] = Sleeper(due: due, wake: wake)
            return (false, ready)
        }
        if isCancelled { wake.resume(returning: false) }
        ready.forEach { $0.resume() }
    }

    private func cancel(_ id: Int) {
        let sleeper: Sleeper? = state.withLock {
            if let sleeper = $0.sleepers.removeValue(forKey: id) { return sleeper }
            $0.early.insert(id)
            return nil
        }
        sleeper?.wake.resume(returning: false)
    }
}

import SkrankeDomain
import SkrankeRuntime
import Synchronization

/// Time in a test's hands: a clock and the waiting that hangs on it. Nothing passes until `advance`.
final class TestTime: Clock, Delays {
    private struct Order {
        var due: Int64
        var action: @Sendable () -> Void
    }
    private struct Observer {
        /// Either may be enough.
        var waiting = Int.max
        var ordered = Int.max
        var continuation: CheckedContinuation<Void, Never>
    }
    private struct State {
        var now: Moment
        var monotonic: Int64 = 1_000_000
        var orders: [Int: Order] = [:]
        var lastOrder = 0
        var observers: [Observer] = []
        var isReleased = false
    }
    private let state: Mutex<State>

    init(_ now: Moment) { state = Mutex(State(now: now)) }

    var now: Moment { state.withLock { $0.now } }
    var monotonic: Int64 { state.withLock { $0.monotonic } }

    /// How many wait at this moment.
    var waiting: Int { state.withLock { $0.orders.count } }

    func after(_ milliseconds: Int64, _ action: @escaping @Sendable () -> Void) -> Delay {
        let (id, ready) = state.withLock { state in
            state.lastOrder += 1
            state.orders[state.lastOrder] = Order(due: state.monotonic + milliseconds, action: action)
            let (waiting, ordered) = (state.orders.count, state.lastOrder)
            let ready = state.observers.filter { $0.waiting <= waiting || $0.ordered <= ordered }
            state.observers.removeAll { $0.waiting <= waiting || $0.ordered <= ordered }
            return (ordered, ready)
        }
        ready.forEach { $0.continuation.resume() }
        return Delay { [weak self] in self?.state.withLock { _ = $0.orders.removeValue(forKey: id) } }
    }

    /// Returns when at least `count` wait, or after `release`.
    func untilWaiting(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.isReleased || state.orders.count >= count { return true }
                state.observers.append(Observer(waiting: count, continuation: continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    /// Returns when somebody has begun to wait for the `count`th time, or after `release`.
    func untilOrdered(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.isReleased || state.lastOrder >= count { return true }
                state.observers.append(Observer(ordered: count, continuation: continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    /// Nobody will wait any more.
    func release() {
        let observers = state.withLock { state in
            state.isReleased = true
            defer { state.observers = [] }
            return state.observers
        }
        observers.forEach { $0.continuation.resume() }
    }

    /// Lets time pass on both clocks, and calls whoever's time has come, in order.
    func advance(by span: Span) {
        let due = state.withLock { state in
            state.now = state.now + span
            state.monotonic += span.milliseconds
            let due = state.orders.filter { $0.value.due <= state.monotonic }.sorted {
                $0.value.due < $1.value.due
            }
            for order in due { state.orders[order.key] = nil }
            return due
        }
        due.forEach { $0.value.action() }
    }

    /// The wall clock alone is set.
    func set(_ now: Moment) { state.withLock { $0.now = now } }
}

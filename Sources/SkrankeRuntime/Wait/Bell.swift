import Synchronization

/// Wakes one waiting task; rings that nobody waited for are remembered once, so none is lost.
///
/// What hints are for: however often it rings, the waiter looks once (law 1). All calls from any thread;
/// at most one task may wait at a time, an older waiter is let go.
public final class Bell: Sendable {
    private struct State {
        var hasRung = false
        var waiter: (token: UInt64, continuation: CheckedContinuation<Bool, Never>)?
        var lastToken: UInt64 = 0
        /// Waits up to this one have run out or were cancelled.
        var expired: UInt64 = 0
    }
    private let state = Mutex(State())

    public init() {}

    public func ring() {
        let waiter = state.withLock { state in
            let waiter = state.waiter
            state.hasRung = waiter == nil
            state.waiter = nil
            return waiter
        }
        waiter?.continuation.resume(returning: true)
    }

    /// Forgets a ring that nobody waited for: whoever looks now sees what it was about.
    public func quiet() { state.withLock { $0.hasRung = false } }

    /// Returns at the next ring (true), after `milliseconds` of real time (nil: never), or when the task
    /// is cancelled (false).
    @discardableResult
    public func wait(milliseconds: Int64?, _ delays: any Delays) async -> Bool {
        let token = state.withLock { state in
            state.lastToken += 1
            return state.lastToken
        }
        let delay = milliseconds.map { delays.after($0) { [weak self] in self?.expire(token) } }
        defer { delay?.cancel() }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { park($0, token) }
        } onCancel: {
            expire(token)
        }
    }

    private func park(_ continuation: CheckedContinuation<Bool, Never>, _ token: UInt64) {
        let (answer, former) = state.withLock { state -> (Bool?, CheckedContinuation<Bool, Never>?) in
            let former = state.waiter?.continuation
            state.waiter = nil
            if state.hasRung {
                state.hasRung = false
                return (true, former)
            }
            if state.expired >= token { return (false, former) }
            state.waiter = (token, continuation)
            return (nil, former)
        }
        former?.resume(returning: false)
        if let answer { continuation.resume(returning: answer) }
    }

    private func expire(_ token: UInt64) {
        let waiter = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            state.expired = max(state.expired, token)
            guard let waiter = state.waiter, waiter.token <= token else { return nil }
            state.waiter = nil
            return waiter.continuation
        }
        waiter?.resume(returning: false)
    }
}

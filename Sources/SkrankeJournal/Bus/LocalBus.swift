import Synchronization

/// Hints within one process: each subscriber is called by whoever sends, in the order of subscription.
///
/// Thread-safe. A receiver must not block; it may subscribe, cancel and send.
public final class LocalBus: Bus {
    private struct State {
        var last = 0
        var receivers: [(id: Int, receive: @Sendable (Hint) -> Void)] = []
    }
    private let state = Mutex(State())

    public init() {}

    public func send(_ hint: Hint) {
        let receivers = state.withLock { $0.receivers }
        for receiver in receivers { receiver.receive(hint) }
    }

    public func subscribe(_ receive: @escaping @Sendable (Hint) -> Void) -> Subscription {
        let id = state.withLock { state in
            state.last += 1
            state.receivers.append((state.last, receive))
            return state.last
        }
        return Subscription { [weak self] in
            self?.state.withLock { state in state.receivers.removeAll { $0.id == id } }
        }
    }
}

/// Where waiting comes from, so that tests wait for nothing: real timers, or a hand that moves them on.
public protocol Delays: Sendable {
    /// Calls `action` once, `milliseconds` of real time from now, on any thread. Letting the result go
    /// does not cancel.
    func after(_ milliseconds: Int64, _ action: @escaping @Sendable () -> Void) -> Delay
}

/// A call that was ordered for later.
public struct Delay: Sendable {
    private let onCancel: @Sendable () -> Void
    public init(onCancel: @escaping @Sendable () -> Void) { self.onCancel = onCancel }
    /// Harmless after the call, and twice.
    public func cancel() { onCancel() }
}

/// Delays by the system's monotonic clock.
public struct SystemDelays: Delays {
    public init() {}
    public func after(_ milliseconds: Int64, _ action: @escaping @Sendable () -> Void) -> Delay {
        let task = Task.detached {
            do { try await Task.sleep(for: .milliseconds(max(0, milliseconds))) } catch { return }
            action()
        }
        return Delay { task.cancel() }
    }
}

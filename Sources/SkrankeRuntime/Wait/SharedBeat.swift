import Synchronization

/// Delays that end together: whoever waits joins the beat that is under way, so that many who look once a
/// second wake an idle process once, not each in turn. For looks, which may come earlier than asked.
public final class SharedBeat: Delays {
    private struct State {
        var waiting: [UInt64: @Sendable () -> Void] = [:]
        var lastToken: UInt64 = 0
        var isUnderWay = false
    }
    private let state = Mutex(State())
    private let delays: any Delays
    private let length: Int64

    /// - Parameter milliseconds: a beat's length, which is the longest wait.
    public init(_ delays: any Delays, milliseconds: Int64) {
        self.delays = delays
        length = milliseconds
    }

    /// Calls `action` at the end of the beat, whatever `milliseconds` says; shorter waits are kept exactly.
    public func after(_ milliseconds: Int64, _ action: @escaping @Sendable () -> Void) -> Delay {
        guard milliseconds >= length else { return delays.after(milliseconds, action) }
        let (token, isFirst) = state.withLock { state in
            state.lastToken += 1
            state.waiting[state.lastToken] = action
            defer { state.isUnderWay = true }
            return (state.lastToken, !state.isUnderWay)
        }
        // A beat that nobody waits for any more ends all the same, once.
        if isFirst { _ = delays.after(length) { [self] in end() } }
        return Delay { [self] in _ = state.withLock { $0.waiting.removeValue(forKey: token) } }
    }

    private func end() {
        let waiting = state.withLock { state in
            defer { (state.waiting, state.isUnderWay) = ([:], false) }
            return state.waiting.sorted { $0.key < $1.key }.map(\.value)
        }
        for action in waiting { action() }
    }
}

import SkrankeDomain
import Synchronization

/// A clock that only moves when it is told to: for tests and simulated days. Safe from any thread.
public final class ManualClock: Clock {
    private struct Hands {
        var now: Moment
        var monotonic: Int64
    }

    private let hands: Mutex<Hands>

    public init(_ now: Moment, monotonic: Int64 = 0) {
        hands = Mutex(Hands(now: now, monotonic: monotonic))
    }

    public var now: Moment { hands.withLock { $0.now } }
    public var monotonic: Int64 { hands.withLock { $0.monotonic } }

    /// Lets time pass on both clocks. A negative span moves the wall clock alone: monotonic time never
    /// runs backwards.
    public func advance(by span: Span) {
        hands.withLock {
            $0.now = $0.now + span
            $0.monotonic += max(0, span.milliseconds)
        }
    }

    /// Lets time pass until the wall clock shows `moment`; backwards the wall clock alone moves.
    public func advance(to moment: Moment) {
        hands.withLock {
            $0.monotonic += max(0, (moment - $0.now).milliseconds)
            $0.now = moment
        }
    }

    /// Sets the wall clock, as an administrator or NTP does: no time passes.
    public func set(_ moment: Moment) {
        hands.withLock { $0.now = moment }
    }
}

/// The time, as whatever runs asks for it; the core itself is handed a `Moment` (law 4).
///
/// Implementations live in `SkrankeRuntime/Time`: `SystemClock`, `ManualClock` for tests and
/// `ScaledClock` for the demonstration. All may be called from any thread.
public protocol Clock: Sendable {
    /// What the wall clock says. It may be set back and forth while the program runs.
    var now: Moment { get }
    /// Milliseconds since a point that stays the same while the process lives; never runs backwards.
    /// For what must not notice a set clock or a demonstration's speed: grace periods, frames, time-outs.
    var monotonic: Int64 { get }
    /// How long to wait, in real milliseconds, until `now` will be `moment`; 0 where it has passed.
    func delay(until moment: Moment) -> Int64
}

extension Clock {
    public func delay(until moment: Moment) -> Int64 {
        max(0, moment.milliseconds - now.milliseconds)
    }
}

import SkrankeDomain
import SkrankeRuntime

/// Notices that time was lost: the machine slept, the clock was set, this process stood still. Then nobody
/// may be judged by his last heartbeat until he had the chance to give another.
struct ClockWatch: Sendable {
    private var last: (now: Moment, monotonic: Int64)?
    private var steadyFrom = Int64.min

    /// A wall clock that went this much further than real time was set, or the machine slept.
    static let tolerance = Span.seconds(5)
    /// Rounds further apart than this mean that we stood still ourselves.
    static let longestRound: Int64 = 10_000
    /// Two heartbeats.
    static let grace = Limits.heartbeatSeconds * 2_000

    /// Asked once a round.
    mutating func isSteady(_ clock: any Clock) -> Bool {
        let (now, monotonic) = (clock.now, clock.monotonic)
        if let last {
            let passed = Span(milliseconds: monotonic - last.monotonic)
            let drift = (now - last.now).milliseconds - clock.real(passed).milliseconds
            if passed.milliseconds > Self.longestRound || abs(drift) > clock.real(Self.tolerance).milliseconds
            {
                steadyFrom = monotonic + Self.grace
            }
        }
        last = (now, monotonic)
        return monotonic >= steadyFrom
    }
}

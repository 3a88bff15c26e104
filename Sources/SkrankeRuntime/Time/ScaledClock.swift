import SkrankeDomain

/// The demonstration's clock: `now = origin + (wall - started) * speed`.
///
/// Origin, start and speed stand in the demonstration's store, so that all of its processes show the
/// same time. Monotonic time stays real: grace periods and frames do not speed up.
public struct ScaledClock: Clock {
    public let origin: Moment
    public let started: Moment
    /// Demonstrated seconds per real second; finite and greater than zero.
    public let speed: Double
    private let wall: any Clock

    /// nil where `speed` is not above zero and at most a million.
    public init?(origin: Moment, started: Moment, speed: Double, wall: any Clock = SystemClock()) {
        guard speed > 0, speed <= 1_000_000 else { return nil }
        self.origin = origin
        self.started = started
        self.speed = speed
        self.wall = wall
    }

    public var now: Moment {
        let elapsed = Double(wall.now.milliseconds - started.milliseconds) * speed
        // A wall clock set absurdly wrong ends at the edge of time instead of a trap.
        let limit = Double(Moment.writable.upperBound.milliseconds)
        return origin + Span(milliseconds: Int64(min(max(elapsed, -limit), limit).rounded(.down)))
    }

    public var monotonic: Int64 { wall.monotonic }

    public func delay(until moment: Moment) -> Int64 {
        let demonstrated = moment.milliseconds - now.milliseconds
        return demonstrated <= 0 ? 0 : Int64((Double(demonstrated) / speed).rounded(.up))
    }
}

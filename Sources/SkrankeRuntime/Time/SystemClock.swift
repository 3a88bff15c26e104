import Glibc
import SkrankeDomain

/// The machine's clocks. The only file of Skranke that may ask them (law 4).
public struct SystemClock: Clock {
    public init() {}

    public var now: Moment { Moment(milliseconds: Self.read(CLOCK_REALTIME)) }

    /// `CLOCK_MONOTONIC`: it stands still while the machine sleeps, and nobody can set it.
    public var monotonic: Int64 { Self.read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        // Fails only for a clock that the kernel does not have; these two every Linux has.
        guard clock_gettime(clock, &time) == 0 else { return 0 }
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}

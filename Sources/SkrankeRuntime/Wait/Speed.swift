import SkrankeDomain

extension Clock {
    /// Milliseconds on the clock for 1000 real ones: 1000; more in a fast demonstration, less in a slow one.
    public var perMille: Int64 {
        let span: Int64 = 1_000_000_000
        let start = now
        let real = delay(until: start + Span(milliseconds: span))
        // A clock that runs on while it is asked may say a little less than it should.
        if abs(real - span) <= 1_000 { return 1_000 }
        return max(1, Int64((Double(span) * 1_000 / Double(max(1, real))).rounded()))
    }

    /// What `span` of real time is on this clock: leases, heartbeats and grace stay real however fast or slow
    /// a demonstration runs.
    public func real(_ span: Span) -> Span {
        Span(milliseconds: span.milliseconds * perMille / 1_000)
    }
}

extension DeskPolicy {
    /// The policy as commands on `clock` need it: what `Decide` adds to the clock's time, but an agent
    /// waits for in his own, is the grace in which a text may be taken back. Five seconds are five seconds to
    /// a hand, also where a demonstration's day goes by in ten minutes (DESIGN §5).
    public func graceInRealTime(on clock: any Clock) -> DeskPolicy {
        var policy = self
        policy.channels.grace = channels.grace.mapValues { clock.real($0) }
        return policy
    }
}

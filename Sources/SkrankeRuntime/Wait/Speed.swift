import SkrankeDomain

extension Clock {
    /// Milliseconds on the clock for 1000 real ones: 1000, or more in a fast demonstration.
    public var perMille: Int64 {
        let span: Int64 = 1_000_000_000
        let start = now
        let real = delay(until: start + Span(milliseconds: span))
        // A clock that runs on while it is asked may say a little less than it should.
        return real >= span - 1_000 ? 1_000 : max(1_000, span / max(1, real / 1_000))
    }

    /// What `span` of real time is on this clock: leases and heartbeats stay real however fast a
    /// demonstration runs.
    public func real(_ span: Span) -> Span {
        Span(milliseconds: span.milliseconds * perMille / 1_000)
    }
}

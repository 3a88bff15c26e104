/// How many agents a telephone queue needs, after Erlang C (facts §3.2, R135).
///
/// No caller gives up in this reckoning, so it is pessimistic at overload; with as much work as agents there
/// is no answer at all, and none is given.
public struct ErlangC: Equatable, Sendable {
    /// Calls in the interval, its length in seconds, mean handling time in seconds (talk and after-work).
    public let calls: Double
    public let interval: Double
    public let handling: Double

    public init(calls: Double, interval: Double = 1_800, handling: Double) {
        self.calls = calls
        self.interval = interval
        self.handling = handling
    }

    /// Work offered, in erlangs.
    public var load: Double { interval > 0 ? calls * handling / interval : 0 }

    /// Probability that a call waits with `agents`; nil where the queue would grow without end.
    public func waiting(agents: Int) -> Double? {
        guard agents > 0, Double(agents) > load else { return nil }
        var blocked = 1.0
        for number in 1...agents { blocked = load * blocked / (Double(number) + load * blocked) }
        return blocked / (1 - load / Double(agents) * (1 - blocked))
    }

    /// Share of calls answered within `seconds`.
    public func serviceLevel(agents: Int, within seconds: Double) -> Double? {
        guard let waiting = waiting(agents: agents) else { return nil }
        guard handling > 0 else { return 1 }
        return 1 - waiting * ErlangC.exp(-(Double(agents) - load) * seconds / handling)
    }

    /// Mean wait of all calls in seconds (ASA).
    public func meanWait(agents: Int) -> Double? {
        waiting(agents: agents).map { $0 * handling / (Double(agents) - load) }
    }

    /// Per cent of their time for which `agents` are busy.
    public func occupancy(agents: Int) -> Double? { agents > 0 ? load / Double(agents) : nil }

    /// The fewest agents with whom `share` of the calls are answered within `seconds`; nil beyond 200.
    public func agents(share: Double, within seconds: Double) -> Int? {
        guard calls > 0 else { return 0 }
        return (1...200).first { (serviceLevel(agents: $0, within: seconds) ?? 0) >= share }
    }

    /// e to the power of `x` for x <= 0, to some fifteen digits; the core has no library for it (law 4).
    static func exp(_ x: Double) -> Double {
        guard x > -700 else { return 0 }
        // Halved until the series converges in a few terms, then squared back.
        var halvings = 0
        var small = x
        while small < -0.125 {
            small /= 2
            halvings += 1
        }
        var term = 1.0
        var sum = 1.0
        for step in 1...14 {
            term *= small / Double(step)
            sum += term
        }
        for _ in 0..<halvings { sum *= sum }
        return sum
    }
}

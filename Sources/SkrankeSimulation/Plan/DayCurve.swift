import SkrankeDomain

/// How busy the desk is over a day: chats by half-hour slot (reference data §6.5, a Tuesday).
public struct DayCurve: Equatable, Sendable {
    /// Weights of the half hours from 08:00; the table's mean is about 1.6.
    static let slots = [0, 1, 2, 2, 2, 3, 2, 1, 2, 2, 2, 2, 1, 1, 1]

    /// Mean time between arrivals in an average slot.
    public var meanGap: Span
    /// What a single gap is held within, so that a watcher neither waits nor drowns.
    public var gaps: ClosedRange<Span>

    public init(meanGap: Span = .seconds(30), gaps: ClosedRange<Span> = .seconds(12)...(.seconds(75))) {
        self.meanGap = meanGap
        self.gaps = gaps
    }

    /// The weight of the half hour at `time`: 2 is average, outside of the table a quarter of it.
    static func weight(at time: ClockTime) -> Double {
        let slot = (time.minutes - 480) / 30
        guard time.minutes >= 480, slots.indices.contains(slot) else { return 0.5 }
        return max(0.5, Double(slots[slot]))
    }

    /// The time to the next arrival after one at `time`.
    func gap(at time: ClockTime, _ random: inout SeededRandom) -> Span {
        let mean = Double(meanGap.milliseconds) * 2 / DayCurve.weight(at: time)
        let drawn = random.exponential(mean: Span(milliseconds: Int64(mean)))
        return min(max(drawn, gaps.lowerBound), gaps.upperBound)
    }
}

/// Times in buckets that are at most 1.6 % wide: constant memory for any number of measurements.
public struct LatencyHistogram: Equatable, Sendable {
    // 64 buckets for each power of two above 64 microseconds.
    private static let fine = 6
    private var buckets: [Int: Int] = [:]
    public private(set) var count = 0
    /// Microseconds.
    public private(set) var longest: UInt64 = 0

    public init() {}

    /// - Parameter nanoseconds: kept to the microsecond.
    public mutating func record(nanoseconds: UInt64) {
        let value = nanoseconds / 1_000
        buckets[LatencyHistogram.bucket(value), default: 0] += 1
        count += 1
        longest = max(longest, value)
    }

    public mutating func merge(_ other: LatencyHistogram) {
        for (bucket, number) in other.buckets { buckets[bucket, default: 0] += number }
        count += other.count
        longest = max(longest, other.longest)
    }

    /// The time within which that share (0...1) of the measurements lies, in microseconds; 0 without any.
    public func percentile(_ share: Double) -> UInt64 {
        guard count > 0 else { return 0 }
        let wanted = max(1, Int((Double(count) * min(max(share, 0), 1)).rounded(.up)))
        var seen = 0
        for bucket in buckets.keys.sorted() {
            seen += buckets[bucket] ?? 0
            if seen >= wanted { return min(LatencyHistogram.upperBound(bucket), longest) }
        }
        return longest
    }

    private static func bucket(_ value: UInt64) -> Int {
        guard value >= 1 << fine else { return Int(value) }
        let exponent = 63 - value.leadingZeroBitCount
        let shift = exponent - fine
        return ((shift + 1) << fine) + Int(value >> UInt64(shift)) - (1 << fine)
    }

    private static func upperBound(_ bucket: Int) -> UInt64 {
        guard bucket >= 1 << fine else { return UInt64(bucket) }
        let shift = UInt64((bucket >> fine) - 1)
        let part = UInt64(bucket & ((1 << fine) - 1)) + (1 << fine)
        return ((part + 1) << shift) - 1
    }
}

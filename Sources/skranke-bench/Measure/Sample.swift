import Glibc

/// Nanoseconds since some start, monotonic.
func nanoseconds() -> UInt64 {
    var time = timespec()
    guard clock_gettime(CLOCK_MONOTONIC, &time) == 0 else { return 0 }
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// Measured values of one kind, in any order.
struct Sample {
    private(set) var values: [Double] = []

    var count: Int { values.count }
    var isEmpty: Bool { values.isEmpty }

    mutating func add(_ value: Double) { values.append(value) }

    /// A time from `start` to `end` in nanoseconds, kept in milliseconds. An end before the start (an
    /// acknowledgement that came later than what it acknowledged) counts as no time.
    mutating func add(from start: UInt64, to end: UInt64) {
        values.append(end > start ? Double(end - start) / 1e6 : 0)
    }

    /// The value within which that share (0...1) of them lies; nil without any.
    func percentile(_ share: Double) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let rank = Int((Double(sorted.count) * share).rounded(.up)) - 1
        return sorted[min(max(rank, 0), sorted.count - 1)]
    }

    var median: Double? { percentile(0.5) }
    var p99: Double? { percentile(0.99) }
    var least: Double? { values.min() }
}

extension Double {
    /// Three digits that count, as a person would write it.
    var short: String {
        guard isFinite, abs(self) < 1e15 else { return "-" }
        let size = abs(self)
        let digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
        var scaled = self
        for _ in 0..<digits { scaled *= 10 }
        let whole = Int(scaled.rounded())
        guard digits > 0 else { return "\(whole)" }
        let text = String(abs(whole))
        let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
        return (whole < 0 ? "-" : "") + padded.dropLast(digits) + "." + padded.suffix(digits)
    }
}

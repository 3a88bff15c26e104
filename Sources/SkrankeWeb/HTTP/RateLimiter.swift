import SkrankeDomain
import Synchronization

/// Token buckets by key: a burst, then a steady rate (law 7). May be called from any thread.
final class RateLimiter: Sendable {
    enum Key: Hashable {
        case messages(InquiryID)
        case typing(InquiryID)
        case chats(String)
        case requests(String)
        case tickets(String)
        case checkIns(String)
    }

    private struct Bucket {
        var left: Double
        var at: Int64
    }

    /// Keys remembered at most; full buckets are forgotten first, they say nothing.
    private let capacity: Int
    private let buckets = Mutex<[Key: Bucket]>([:])
    private let clock: any SkrankeDomain.Clock

    init(clock: any SkrankeDomain.Clock, capacity: Int = 100_000) {
        self.clock = clock
        self.capacity = capacity
    }

    /// Takes one; nil when there was one, else the whole seconds after which there is.
    func take(_ key: Key, _ rate: WebLimits.Rate) -> Int? {
        let now = clock.monotonic
        let perMillisecond = Double(rate.perMinute) / 60_000
        return buckets.withLock { buckets in
            var bucket = buckets[key] ?? Bucket(left: Double(rate.burst), at: now)
            bucket.left = min(
                Double(rate.burst), bucket.left + Double(max(0, now - bucket.at)) * perMillisecond)
            bucket.at = now
            defer { buckets[key] = bucket }
            if buckets.count >= capacity, buckets[key] == nil { Self.prune(&buckets, now: now) }
            guard bucket.left < 1 else {
                bucket.left -= 1
                return nil
            }
            guard perMillisecond > 0 else { return 3_600 }
            return max(1, Int(((1 - bucket.left) / perMillisecond / 1_000).rounded(.up)))
        }
    }

    /// Keys in memory.
    var count: Int { buckets.withLock { $0.count } }

    /// Forgets buckets that nobody touched for ten minutes; where all are fresh, all: better a second
    /// burst than a table that grows without end.
    private static func prune(_ buckets: inout [Key: Bucket], now: Int64) {
        let before = buckets.count
        buckets = buckets.filter { now - $0.value.at < 600_000 }
        if buckets.count > before * 9 / 10 { buckets.removeAll(keepingCapacity: true) }
    }
}

import SkrankeDomain

/// Who waits in chat, in order, and how long it takes: a value that the hub folds out of the journal.
///
/// The expected wait is what recent citizens waited for each place in front of them; until three were
/// served it is the municipality's own goal for a first reply.
struct WaitingQueue: Sendable {
    struct Place: Equatable, Sendable {
        /// 1 = next.
        var position: Int
        var expectedWaitSeconds: Int
    }
    private struct Entry: Sendable {
        var since: Moment
        var id: InquiryID
        var joinedAt: Int
    }
    private struct Served: Sendable {
        var at: Moment
        var perPlace: Int64
    }

    private var entries: [Entry] = []
    private var since: [InquiryID: Moment] = [:]
    private var served: [Served] = []
    /// Seconds for one place where nothing was measured.
    private let goalSeconds: Int64

    init(goalSeconds: Int64) { self.goalSeconds = max(1, goalSeconds) }

    var count: Int { entries.count }

    /// Puts a chat into the queue; no effect where it stands there already.
    mutating func join(_ id: InquiryID, since moment: Moment) {
        guard since[id] == nil else { return }
        let index = index(of: moment, id)
        entries.insert(Entry(since: moment, id: id, joinedAt: index + 1), at: index)
        since[id] = moment
    }

    /// Takes a chat out; `claimedAt` where a human being took it.
    ///
    /// - Returns: whether it was there.
    @discardableResult
    mutating func leave(_ id: InquiryID, claimedAt: Moment? = nil) -> Bool {
        guard let moment = since.removeValue(forKey: id) else { return false }
        let index = index(of: moment, id)
        guard index < entries.count, entries[index].id == id else { return false }
        let entry = entries.remove(at: index)
        if let claimedAt {
            let waited = max(0, (claimedAt - entry.since).milliseconds / 1_000)
            served.append(Served(at: claimedAt, perPlace: waited / Int64(max(1, entry.joinedAt))))
            if served.count > 20 { served.removeFirst() }
        }
        return true
    }

    func place(of id: InquiryID, now: Moment) -> Place? {
        guard let moment = since[id] else { return nil }
        let index = index(of: moment, id)
        guard index < entries.count, entries[index].id == id else { return nil }
        return Place(position: index + 1, expectedWaitSeconds: wait(index + 1, secondsPerPlace(now)))
    }

    /// Everybody's place, in order.
    func places(now: Moment) -> [(id: InquiryID, place: Place)] {
        let perPlace = secondsPerPlace(now)
        return entries.enumerated().map { index, entry in
            (entry.id, Place(position: index + 1, expectedWaitSeconds: wait(index + 1, perPlace)))
        }
    }

    private func wait(_ position: Int, _ perPlace: Int64) -> Int {
        Int(min(Int64(position) * perPlace, 86_400))
    }

    private func secondsPerPlace(_ now: Moment) -> Int64 {
        let recent = served.filter { now - $0.at < .hours(1) }
        guard recent.count >= 3 else { return goalSeconds }
        return max(5, recent.reduce(0) { $0 + $1.perPlace } / Int64(recent.count))
    }

    /// Where (since, id) stands or belongs.
    private func index(of moment: Moment, _ id: InquiryID) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if (entries[middle].since, entries[middle].id) < (moment, id) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}

import SkrankeDomain

/// Folded inquiries of the writer: the next command about one folds only what came since.
///
/// What a batch changed is known as sure only after its commit; a failed one forgets it.
struct InquiryCache {
    private struct Entry {
        var state: Inquiry
        /// The round in which it was last known to be right; a foreign commit begins a new one.
        var round: Int
        var use: Int
    }
    private var entries: [InquiryID: Entry] = [:]
    private var round = 0
    private var use = 0
    private let capacity: Int

    init(capacity: Int = 4_096) { self.capacity = capacity }

    /// Somebody else has written: versions must be looked at again.
    mutating func foreignCommit() { round += 1 }

    /// - Returns: the inquiry, and whether it is surely the newest.
    func look(_ id: InquiryID) -> (inquiry: Inquiry, isSure: Bool)? {
        entries[id].map { ($0.state, $0.round == round) }
    }

    mutating func keep(_ inquiry: Inquiry) {
        use += 1
        entries[inquiry.id] = Entry(state: inquiry, round: round, use: use)
        if entries.count > capacity { shrink() }
    }

    mutating func forget(_ id: InquiryID) { entries[id] = nil }
    mutating func forgetAll() { entries.removeAll() }

    /// The half that was used longest ago goes: rarely, and then for long.
    private mutating func shrink() {
        let middle = entries.values.map(\.use).sorted()[entries.count / 2]
        entries = entries.filter { $0.value.use > middle }
    }
}

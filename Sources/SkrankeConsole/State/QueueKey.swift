import SkrankeDomain

/// Where a row stands in its pane's list: callers who wait at this moment first, then broken promises, then
/// the one order of all work.
///
/// `Urgency` knows the running promise that comes first; a promise that is broken and not yet settled runs no
/// more, so it is put in front here. The same order holds in every pane, in the overview and for `n`.
struct QueueKey: Comparable, Sendable {
    let isRinging: Bool
    let isKept: Bool
    let urgency: Urgency
    /// Beside the order: since when the citizen waits, so that a list is counted without looking at its rows.
    let since: Moment
    let isAppointment: Bool

    init(_ head: InquiryHead) {
        isRinging = head.isRinging
        isKept = !head.isOverdue
        urgency = Urgency(head)
        since = head.waitingSince ?? head.receivedAt
        isAppointment = head.channel == .appointment
    }

    static func == (a: QueueKey, b: QueueKey) -> Bool {
        a.isRinging == b.isRinging && a.isKept == b.isKept && a.urgency == b.urgency
    }

    func isBroken(at now: Moment) -> Bool { !isKept || urgency.due < now.milliseconds }

    var inquiry: InquiryID { InquiryID(urgency.id) }

    static func < (a: QueueKey, b: QueueKey) -> Bool {
        if a.isRinging != b.isRinging { return a.isRinging }
        if a.isKept != b.isKept { return !a.isKept }
        return a.urgency < b.urgency
    }
}

/// The parts of a queue pane, from top to bottom.
public enum QueueSection: Int, CaseIterable, Sendable {
    /// Nobody has it: what may be taken.
    case waiting
    /// This agent's own.
    case mine
    /// A colleague's.
    case others
    /// A unit has it; its answer is awaited.
    case withUnit

    init(_ head: InquiryHead, me: AgentID) {
        if head.state == .withUnit {
            self = .withUnit
        } else if let owner = head.owner {
            self = owner == me ? .mine : .others
        } else {
            self = .waiting
        }
    }
}

/// Keys in ascending order; a change costs a binary search and a move of 32-byte values.
struct SortedKeys: Sendable {
    private(set) var keys: [QueueKey] = []

    mutating func insert(_ key: QueueKey) {
        let index = firstIndex(notBefore: key)
        if index < keys.count, keys[index] == key { return }
        keys.insert(key, at: index)
    }

    mutating func remove(_ key: QueueKey) {
        let index = firstIndex(notBefore: key)
        if index < keys.count, keys[index] == key { keys.remove(at: index) }
    }

    /// How many promises are broken at `now`: those marked so and those whose time has just passed.
    func broken(at now: Moment) -> Int {
        // Callers come first, broken or not; they are few.
        let callers = keys.prefix { $0.isRinging }
        var (low, high) = (callers.count, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle].isBroken(at: now) { low = middle + 1 } else { high = middle }
        }
        return low - callers.count { !$0.isBroken(at: now) }
    }

    private func firstIndex(notBefore key: QueueKey) -> Int {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The one order of all work, over all channels: the least remaining time first, ties by arrival (R-n, model §5.10).
///
/// A sort key of two integers, so that lists of thousands compare nothing else.
public struct Urgency: Hashable, Comparable, Sendable {
    /// The due time of the promise that comes first; far away where none runs.
    public let due: Int64
    public let received: Int64
    public let id: Identifier

    public init(_ head: InquiryHead) {
        due = head.due?.milliseconds ?? Int64.max
        received = head.receivedAt.milliseconds
        id = head.id.value
    }

    public static func < (a: Urgency, b: Urgency) -> Bool {
        (a.due, a.received, a.id) < (b.due, b.received, b.id)
    }
}

extension InquiryHead {
    /// How near its first promise is at `now`: three quarters used is `soon` (model §5.7).
    public func urgency(at now: Moment) -> DeadlineUrgency {
        if isOverdue { return .over }
        guard let due else { return .normal }
        if now > due { return .over }
        let start = dueStart ?? receivedAt
        let whole = (due - start).milliseconds
        let used = (now - start).milliseconds
        return whole > 0 && used * 4 >= whole * 3 ? .soon : .normal
    }

    /// Waits for anybody at the desk: what `n` may take.
    public var isTakeable: Bool {
        guard owner == nil, state == .received || state == .scheduled else { return false }
        // A call that rings is answered at the telephone.
        if isRinging { return false }
        return contactState != .booked
    }
}

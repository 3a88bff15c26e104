import SkrankeDomain

/// A number of the overview, to ask for the inquiries behind it (R23: every goal with its formula).
public enum Figure: Hashable, Sendable {
    /// Promises of a kind that were due in the period.
    case promise(DeadlineKind)
    /// The first date that the citizen was told, due in the period (G4).
    case firstDate
    /// Received in the period and not annulled (G3).
    case receipts
    /// Closed in the period by a human being (G9).
    case solved
    /// Calls that the telephone system told of (G1).
    case calls
    /// Received in one half-hour since the period's start, in the channels of one pane.
    case arrivals(QueuePane, slot: Int)
    case closed(by: AgentID)
}

/// One inquiry behind a figure, and whether it counts as kept; nil where that is open or not asked.
public struct FigureRow: Equatable, Sendable {
    public var head: InquiryHead
    public var isKept: Bool?
    public init(head: InquiryHead, isKept: Bool?) {
        self.head = head
        self.isKept = isKept
    }
}

/// Which inquiries stand behind a figure: the definition that every engine's queries must agree with.
public enum FigureFold {
    /// Whether an inquiry belongs to it, and how it counts; nil = it does not belong.
    public static func counts(
        _ inquiry: Inquiry, _ figure: Figure, _ period: Range<Moment>, now: Moment
    ) -> Bool?? {
        switch figure {
        case .promise(let kind):
            let kept = inquiry.deadlines.filter { $0.kind == kind && period.contains($0.due) }
                .compactMap { $0.isKept(at: now) }
            return kept.isEmpty ? nil : .some(kept.allSatisfy { $0 })
        case .firstDate:
            guard let due = inquiry.firstPromisedAt, period.contains(due) else { return nil }
            return inquiry.keptFirstDate(at: now).map { .some($0) }
        case .receipts:
            guard period.contains(inquiry.receivedAt), inquiry.state != .voided else { return nil }
            return .some(inquiry.isReceipted)
        case .solved, .closed:
            guard let closing = inquiry.closing, inquiry.state == .closed, period.contains(closing.at),
                let by = closing.by
            else { return nil }
            if case .closed(let agent) = figure { return by == agent ? .some(nil) : nil }
            return inquiry.firstChannel == .media ? nil : .some(inquiry.highestLine == 1)
        case .calls: return calls(inquiry, period, now)
        case .arrivals(let pane, let slot):
            guard period.contains(inquiry.receivedAt), inquiry.firstChannel.pane == pane else { return nil }
            let found = Int((inquiry.receivedAt - period.lowerBound).milliseconds / 1_800_000)
            return found == slot ? .some(nil) : nil
        }
    }

    private static func calls(_ inquiry: Inquiry, _ period: Range<Moment>, _ now: Moment) -> Bool?? {
        guard period.contains(inquiry.receivedAt),
            let call = inquiry.interactions.lazy.compactMap(\.call).first
        else { return nil }
        return .some(call.isInTime(at: now))
    }
}

extension Call {
    /// Whether it counts as answered in time in the service level (P); nil where it is in no denominator.
    public func isInTime(at now: Moment) -> Bool? {
        var figures = CallFigures()
        figures.count(self, at: now)
        let level = figures.level(.primary)
        return level.of == 0 ? nil : level.met == level.of
    }
}

extension Inquiry {
    /// Whether the final answer came by the first date that the citizen was told (G4); nil while that is
    /// open,
    /// and for what ended without one: annulled, withdrawn, referred.
    public func keptFirstDate(at now: Moment) -> Bool? {
        guard let due = firstPromisedAt, state != .voided else { return nil }
        if let answeredAt { return answeredAt <= due }
        return state == .closed ? nil : due < now ? false : nil
    }
}

extension FigureRow {
    /// What broke it first, then what is open, then the kept; the newest first within each.
    public static func brokenFirst(_ a: FigureRow, _ b: FigureRow) -> Bool {
        let (first, second) = (a.rank, b.rank)
        if first != second { return first < second }
        return (a.head.receivedAt, a.head.id) > (b.head.receivedAt, b.head.id)
    }

    private var rank: Int { isKept.map { $0 ? 2 : 0 } ?? 1 }
}

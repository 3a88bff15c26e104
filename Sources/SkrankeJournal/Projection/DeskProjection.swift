import SkrankeDomain

/// The open desk in memory: every open inquiry's row, and each pane's order by urgency.
///
/// A value with one holder: applying a change to it costs a search and a shift in one array, never a sort
/// of everything; a copy held elsewhere would cost a copy of everything (DESIGN §4).
public struct DeskProjection: Sendable {
    public private(set) var heads: [InquiryID: InquiryHead] = [:]
    /// By pane, ascending: the most urgent first.
    private var orders: [[Urgency]] = QueuePane.allCases.map { _ in [] }

    public init() {}

    public var count: Int { heads.count }
    public subscript(id: InquiryID) -> InquiryHead? { heads[id] }

    /// The pane's inquiries, most urgent first.
    public func order(of pane: QueuePane) -> [Urgency] { orders[pane.rawValue - 1] }
    public func count(in pane: QueuePane) -> Int { orders[pane.rawValue - 1].count }

    /// The row that stands at `index` of the pane.
    public func head(at index: Int, in pane: QueuePane) -> InquiryHead? {
        let order = orders[pane.rawValue - 1]
        return order.indices.contains(index) ? heads[InquiryID(order[index].id)] : nil
    }

    /// Where the inquiry stands in its pane.
    public func position(of id: InquiryID) -> (pane: QueuePane, index: Int)? {
        guard let head = heads[id] else { return nil }
        let pane = head.channel.pane
        let index = lowerBound(Urgency(head), in: pane)
        return (pane, index)
    }

    /// The most urgent inquiry over all panes that `condition` accepts: what `n` takes.
    public func mostUrgent(where condition: (InquiryHead) -> Bool) -> InquiryHead? {
        let best = orders.compactMap { order in
            order.first { heads[InquiryID($0.id)].map(condition) ?? false }
        }
        return best.min().flatMap { heads[InquiryID($0.id)] }
    }

    /// Takes in rows as they are now; closed ones leave. An older version than the one held is ignored.
    /// - Returns: what somebody may want to be told, in the order of the rows.
    @discardableResult
    public mutating func apply(_ rows: some Sequence<InquiryHead>) -> [DeskChange] {
        var changes: [DeskChange] = []
        for row in rows {
            let old = heads[row.id]
            if let old {
                guard row.version >= old.version, row != old else { continue }
            }
            replace(old, with: row.state.isOpen ? row : nil)
            DeskChange.between(old, row, into: &changes)
        }
        return changes
    }

    private mutating func replace(_ old: InquiryHead?, with new: InquiryHead?) {
        let oldKey = old.map { ($0.channel.pane, Urgency($0)) }
        let newKey = new.map { ($0.channel.pane, Urgency($0)) }
        if let old, new == nil { heads[old.id] = nil }
        if let new { heads[new.id] = new }
        if let oldKey, let newKey, oldKey == newKey { return }
        if let (pane, key) = oldKey {
            let index = lowerBound(key, in: pane)
            if index < orders[pane.rawValue - 1].count, orders[pane.rawValue - 1][index] == key {
                orders[pane.rawValue - 1].remove(at: index)
            }
        }
        if let (pane, key) = newKey { orders[pane.rawValue - 1].insert(key, at: lowerBound(key, in: pane)) }
    }

    /// The first place that is not before `key`; the end is tried first, as pages come in order.
    private func lowerBound(_ key: Urgency, in pane: QueuePane) -> Int {
        let index = pane.rawValue - 1
        guard let last = orders[index].last else { return 0 }
        if last < key { return orders[index].count }
        var low = 0
        var high = orders[index].count
        while low < high {
            let middle = (low + high) / 2
            if orders[index][middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// What changed for whoever looks: the material of alerts (a bell, a banner, a word in the log).
public enum DeskChange: Equatable, Sendable {
    /// A new inquiry, or a closed one that is open again.
    case arrived(InquiryHead)
    /// The citizen has written; `count` new messages.
    case citizenWrote(InquiryHead, count: Int)
    case taken(InquiryHead, by: AgentID, from: AgentID?)
    /// Nobody has it any more.
    case released(InquiryHead, by: AgentID)
    case channelMoved(InquiryHead, from: Channel)
    /// Closed or annulled: it has left the desk.
    case left(InquiryHead)
    /// Any other difference: the row must be drawn anew.
    case changed(InquiryHead)

    public var head: InquiryHead {
        switch self {
        case .arrived(let head), .citizenWrote(let head, _), .taken(let head, _, _), .released(let head, _),
            .channelMoved(let head, _), .left(let head), .changed(let head):
            head
        }
    }

    static func between(_ old: InquiryHead?, _ new: InquiryHead, into changes: inout [DeskChange]) {
        guard let old else {
            if new.state.isOpen { changes.append(.arrived(new)) }
            return
        }
        guard new.state.isOpen else {
            changes.append(.left(new))
            return
        }
        let before = changes.count
        if new.unread > old.unread { changes.append(.citizenWrote(new, count: new.unread - old.unread)) }
        if new.owner != old.owner {
            if let by = new.owner {
                changes.append(.taken(new, by: by, from: old.owner))
            } else if let by = old.owner {
                changes.append(.released(new, by: by))
            }
        }
        if new.channel != old.channel { changes.append(.channelMoved(new, from: old.channel)) }
        if changes.count == before { changes.append(.changed(new)) }
    }
}

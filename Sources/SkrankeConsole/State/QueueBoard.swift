import SkrankeDomain

/// The open desk: every open inquiry's row, in order, by pane and section. Changed row by row, never re-
/// sorted.
public struct QueueBoard: Sendable {
    /// By id; closed ones stay until their pane's list has been made anew, so that no row vanishes under
    /// the hand.
    public private(set) var heads: [InquiryID: InquiryHead] = [:]
    private var order: [[SortedKeys]]
    private var departed: [Set<InquiryID>]
    private var owned: [AgentID: Int] = [:]
    /// Open inquiries that have neither receipt nor answer (R50).
    public private(set) var missingReceipts = 0
    /// Chats that this agent holds live (R119).
    public private(set) var liveChats = 0
    /// Chats in which a citizen waits for anybody.
    public private(set) var waitingChats = 0
    /// Callers who wait at this moment, and visitors whom nobody has called.
    public private(set) var ringing = 0
    public private(set) var waitingVisitors = 0
    private var loads: [AgentID: Load] = [:]
    /// Written work that lies untouched in somebody's hands.
    private(set) var idle: Set<InquiryID> = []
    /// This agent: what is "mine".
    public let me: AgentID

    public init(me: AgentID) {
        self.me = me
        order = Array(repeating: Array(repeating: SortedKeys(), count: QueueSection.allCases.count), count: 4)
        departed = Array(repeating: [], count: 4)
    }

    public var openCount: Int { heads.count - departed.reduce(0) { $0 + $1.count } }
    public func open(of agent: AgentID) -> Int { owned[agent] ?? 0 }
    /// What he holds, by channel.
    public func load(of agent: AgentID) -> Load { loads[agent] ?? Load() }

    func keys(_ pane: QueuePane, _ section: QueueSection) -> [QueueKey] {
        order[pane.rawValue - 1][section.rawValue].keys
    }

    /// Broken promises in a pane at `now`; those of units count too, for they are the citizen's.
    public func broken(_ pane: QueuePane, at now: Moment) -> Int {
        order[pane.rawValue - 1].reduce(0) { $0 + $1.broken(at: now) }
    }

    /// What a change did to the lists.
    struct Change: Sendable {
        var panes: Set<QueuePane> = []
        /// It waits in this pane and did not before.
        var arrivedIn: QueuePane?
    }

    /// Takes a row as the store has it now.
    mutating func update(_ head: InquiryHead) -> Change {
        var change = Change()
        let old = heads[head.id]
        if let old, old.version > head.version { return change }
        if let old, old == head, head.state.isOpen { return change }
        let wasThere = old != nil && !departed[paneIndex(old ?? head)].contains(head.id)
        if let old, wasThere { take(old, out: &change) }
        heads[head.id] = head
        let index = paneIndex(head)
        if let old, paneIndex(old) != index { departed[paneIndex(old)].remove(head.id) }
        if head.state.isOpen {
            departed[index].remove(head.id)
            put(head, into: &change)
            let section = QueueSection(head, me: me)
            let before = wasThere ? old.map { QueueSection($0, me: me) } : nil
            let moved = old.map { paneIndex($0) != index } ?? true
            if section == .waiting, before != .waiting || moved { change.arrivedIn = head.channel.pane }
        } else if old == nil {
            heads[head.id] = nil
        } else {
            departed[index].insert(head.id)
            if wasThere { change.panes.insert(head.channel.pane) }
        }
        return change
    }

    /// Forgets the closed rows of a pane whose list no longer shows them.
    mutating func forgetDeparted(_ pane: QueuePane) {
        for id in departed[pane.rawValue - 1] { heads[id] = nil }
        departed[pane.rawValue - 1] = []
    }

    /// The most urgent inquiry over all panes that may be taken; chats only while there is room for one.
    public func mostUrgent(chats: Bool) -> InquiryHead? {
        var best: QueueKey?
        for pane in QueuePane.allCases {
            for key in keys(pane, .waiting) {
                if let best, best < key { break }
                guard let head = heads[key.inquiry], head.isTakeable else { continue }
                if head.channel == .chat, head.contactState?.isLive == true, !chats { continue }
                best = key
                break
            }
        }
        return best.flatMap { heads[$0.inquiry] }
    }

    /// The most urgent of the panes that may be taken and fits; what does not fit is passed over.
    func mostUrgent(in panes: [QueuePane], where fits: (InquiryHead) -> Bool) -> InquiryHead? {
        var best: QueueKey?
        for pane in panes {
            for key in keys(pane, .waiting) {
                if let best, best < key { break }
                guard let head = heads[key.inquiry], head.isTakeable, fits(head) else { continue }
                best = key
                break
            }
        }
        return best.flatMap { heads[$0.inquiry] }
    }

    /// The rows that come first over all panes and sections: what the overview calls broken and soon.
    public func first(_ limit: Int) -> [InquiryHead] {
        var found: [QueueKey] = []
        for sections in order {
            for section in sections { found += section.keys.prefix(limit) }
        }
        return found.sorted().prefix(limit).compactMap { heads[$0.inquiry] }
    }

    // MARK: Within the room

    private func paneIndex(_ head: InquiryHead) -> Int { head.channel.pane.rawValue - 1 }

    private mutating func take(_ head: InquiryHead, out change: inout Change) {
        order[paneIndex(head)][QueueSection(head, me: me).rawValue].remove(QueueKey(head))
        count(head, by: -1)
        change.panes.insert(head.channel.pane)
    }

    private mutating func put(_ head: InquiryHead, into change: inout Change) {
        order[paneIndex(head)][QueueSection(head, me: me).rawValue].insert(QueueKey(head))
        count(head, by: 1)
        change.panes.insert(head.channel.pane)
    }

    private mutating func count(_ head: InquiryHead, by step: Int) {
        if !head.isReceipted, !head.isAnswered { missingReceipts += step }
        if head.owner == nil, head.channel == .chat, head.contactState == .waiting { waitingChats += step }
        if head.isRinging { ringing += step }
        if head.channel == .visit, head.contactState == .waiting, head.owner == nil {
            waitingVisitors += step
        }
        guard let owner = head.owner else { return }
        loads[owner, default: Load()].add(head.channel, head.contactState, head.state, by: step)
        if step > 0, head.idleSince != nil { idle.insert(head.id) } else { idle.remove(head.id) }
        owned[owner, default: 0] += step
        if owner == me, head.channel == .chat, head.contactState?.isLive == true { liveChats += step }
    }
}

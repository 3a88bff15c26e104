import SkrankeDomain
import SkrankeJournal

/// Screen pop: whoever answers the telephone has the caller before him, and nothing that he writes moves.
extension AppState {
    /// The telephone system has just told that this agent answered. A call registered by hand is opened by
    /// its own command.
    func isMyAnswer(_ head: InquiryHead) -> Bool {
        guard !isLoading, head.channel == .phone, head.contactState == .active, head.owner == agent else {
            return false
        }
        if let old = board.heads[head.id] {
            return old.channel == .phone && (old.contactState == .waiting || old.owner != agent)
                && !isPending(head.id)
        }
        // Offered and answered within one look at the journal.
        return !pending.values.contains { if case .registered? = $0.done { true } else { false } }
    }

    /// Opens it in the pane where the hand rests on a queue; where the agent writes or reads, it is opened
    /// behind, and a line says how to get there.
    mutating func popUp(_ head: InquiryHead) -> [Effect] {
        let isFree = screen == .desk && focus.isQueue && overlay == nil && prompt == nil
        if !tabs.contains(where: { $0.id == head.id }) {
            if tabs.count >= 12, let oldest = tabs.firstIndex(where: { $0.id != current }) {
                tabs.remove(at: oldest)
            }
            tabs.append(OpenInquiry(id: head.id))
        }
        var effects: [Effect] = [.openFile(head.id)] + takeUp(head)
        if isFree {
            current = head.id
            change(head.id) { $0.anchor = .news }
            surprisedAt = uptime
            effects.append(.looksAt(head.id))
        }
        answeredCaller = head
        tellAnswered(head, earlier: nil)
        guard mayRead, let number = head.subject else { return effects }
        var query = HeadQuery(limit: 100)
        query.phone = number
        change(head.id) { $0.asksHistory = true }
        return effects + [.loadHistory(head.id, query)]
    }

    /// The number's earlier inquiries are counted: the line about the caller says it.
    mutating func tellCaller(_ id: InquiryID, _ heads: [InquiryHead]) {
        guard let head = answeredCaller, head.id == id else { return }
        answeredCaller = nil
        let others = heads.filter { $0.id != id }
        let open = others.filter { $0.state.isOpen && !$0.isAnswered }.compactMap(\.promisedAt)
        tellAnswered(head, earlier: others.count, promises: open)
    }

    /// - Parameter promises: the dates that the number's open inquiries were promised an answer by.
    private mutating func tellAnswered(_ head: InquiryHead, earlier: Int?, promises: [Moment] = []) {
        say(
            .info,
            texts.youAnswered(
                mayRead ? head.subject : nil, earlier: earlier,
                promised: promises.min().map {
                    (
                        promises.count,
                        Phrases(language).brief(zone.wallTime(at: $0), today: zone.date(at: now))
                    )
                },
                isOpen: current == head.id,
                reference: head.reference.short))
    }
}

import SkrankeDomain

/// What the key bar shows first: what the inquiry at hand needs next (law 6). It stands still as long as the
/// inquiry does not change; what is not possible is dimmed.
enum KeyBarOrder {
    static func names(_ state: AppState) -> [CommandName] {
        switch state.keyContext {
        case .queue where state.screen == .pile: return [.open, .claim, .back, .overview, .find]
        case .queue:
            guard let head = try? state.target() else { return [.register, .find, .overview] }
            return [.open] + work(head, state)
        case .inquiry:
            guard let head = try? state.target() else { return [.back, .find] }
            return work(head, state)
        case .editor: return writing(state)
        case .overview: return [.open, .overview, .moveAgent, .assign, .staffingTable, .find, .presence]
        }
    }

    /// The next steps with an inquiry, the most needed one first.
    static func work(_ head: InquiryHead, _ state: AppState) -> [CommandName] {
        if !head.state.isOpen { return [.history, .find, .copyReference] }
        let isMine = head.owner == state.agent
        if head.owner != nil, !isMine { return [.note, .history, .transfer, .close, .find] }
        if head.hasHeldText { return [.withdraw, .note, .reply] }
        let way = contact(head)
        let isDone = head.isAnswered || (isMine && head.unread == 0 && way.isEmpty)
        let receipt: [CommandName] = head.isReceipted ? [] : [.receipt]
        let claim: [CommandName] = isMine ? [] : [.claim]
        // A caller asks for somebody.
        let call: [CommandName] = head.channel == .phone ? [.directory] : []
        let rest: [CommandName] = call + [.transfer, .moveChannel, .note, .topic, .unfold, .withdraw]
        if isDone { return [.close, .reply] + way + claim + receipt + rest }
        return way + claim + [.reply] + receipt + [.close] + rest
    }

    /// How one speaks with this citizen, where it is not by writing.
    private static func contact(_ head: InquiryHead) -> [CommandName] {
        switch (head.channel, head.contactState) {
        case (_, .done), (_, .ended), (_, .givenUp), (_, .cancelled), (_, .abandoned), (_, .noShow): []
        case (.callback, _): [.callback]
        case (.visit, _), (.appointment, _): [.appointment]
        default: []
        }
    }

    private static func writing(_ state: AppState) -> [CommandName] {
        let channel = state.current.flatMap { state.head($0)?.channel }
        if state.focus == .editor(.note) || channel?.isSpoken == true { return [.send, .back] }
        return channel == .chat ? [.send, .back, .sendFinal, .ask] : [.send, .back, .ask]
    }
}

import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// What the journal tells: rows and files.
extension AppState {
    mutating func take(_ heads: [InquiryHead]) -> [Effect] {
        var effects: [Effect] = []
        var arrived: [InquiryHead] = []
        var written: [InquiryHead] = []
        var answered: InquiryHead?
        for head in heads.map({ mayRead ? $0 : $0.withoutContent }) {
            if let old = board.heads[head.id] {
                if head.owner == agent, head.unread > old.unread, !isRead(head.id) { written.append(head) }
                effects += compare(old, head)
                tellHost(old, head)
            }
            if isMyAnswer(head) { answered = head }
            effects += followCall(head)
            let change = board.update(head)
            for pane in change.panes { lists[pane.rawValue - 1].outdate(at: uptime) }
            if !change.panes.isEmpty { pile.isStale = true }
            if let pane = change.arrivedIn, !isLoading {
                lists[pane.rawValue - 1].arrivals += 1
                arrived.append(head)
            }
            if let tab = tabs.first(where: { $0.id == head.id }), let file = tab.file,
                file.inquiry.version < head.version
            {
                effects.append(.openFile(head.id))
            }
        }
        refreshLists()
        if let answered {
            effects += popUp(answered)
            arrived.removeAll { $0.id == answered.id }
        }
        return effects + announce(arrived, written)
    }

    /// What the change of a row means to the one who has, or had, the inquiry.
    private mutating func compare(_ old: InquiryHead, _ head: InquiryHead) -> [Effect] {
        guard head.version > old.version else { return [] }
        endStaleFlash(head)
        if old.owner == agent, old.hasHeldText, !head.hasHeldText,
            head.isAnswered || head.state == .awaitingCitizen, flash?.kind != .error
        {
            say(.info, texts.sentTo(head.reference.short, self))
        }
        if let ended = afterWork(old, head) { return ended }
        if old.owner != agent, head.owner == agent, !isPending(head.id), !isMyAnswer(head) {
            gained[head.id] = old.version
            return [.openFile(head.id)]
        }
        // Who took it, and why, stands in the journal.
        guard old.owner == agent, head.owner != agent, !isPending(head.id) else { return [] }
        lost[head.id] = old.version
        return [.openFile(head.id)]
    }

    /// The one from whom an inquiry was taken learns by whom and why (model §5.10).
    private mutating func tellLoss(_ file: InquiryFile) {
        guard let seen = lost.removeValue(forKey: file.inquiry.id) else { return }
        let number = file.head.reference.short
        for envelope in file.events where envelope.version > seen {
            switch envelope.event {
            case .inquiryTakenOver(let by, agent, let reason) where by != agent:
                let why = reason.flatMap { file.texts[$0] } ?? ""
                say(.error, texts.takenFromYou(number, naming.short(by), why))
            case .inquiryHandedOver(let by, let to?, _, _) where to != agent && by != agent:
                say(.error, texts.assignedAway(number, naming.short(to), naming.short(by)))
            case .inquiryAssigned(let to, let by) where to != agent && by != agent:
                say(.error, texts.assignedAway(number, naming.short(to), naming.short(by)))
            default: continue
            }
        }
    }

    /// It is open before the agent's eyes.
    private func isRead(_ id: InquiryID) -> Bool { screen == .desk && current == id && !focus.isQueue }

    mutating func finishLoading() -> [Effect] {
        isLoading = false
        refreshLists()
        chooseFirstScreen()
        return figuresEffect()
    }

    /// Says what came, in its fixed place and by the bell, without moving anything.
    private mutating func announce(_ heads: [InquiryHead], _ written: [InquiryHead]) -> [Effect] {
        guard let head = heads.last ?? written.last else { return [] }
        if flash == nil {
            say(.info, heads.isEmpty ? texts.citizenWrote(head) : texts.arrived(head, self))
        }
        let rings = (heads + written).contains { settings.bells.contains($0.channel.pane) }
        return rings ? [.bell] : []
    }

    /// Makes the lists anew that have changed, unless a hand is on the keys; what is empty is filled at once.
    mutating func refreshLists() {
        let rests = uptime - lastKeyAt < HandTiming.listsRest
        if screen == .pile, pile.isStale, !rests { refreshPile() }
        for pane in QueuePane.allCases {
            let index = pane.rawValue - 1
            guard lists[index].isStale else { continue }
            // Under steady keys the list may not stand still for ever: the selection keeps its line anyway.
            let isLate = uptime - lists[index].staleSince >= HandTiming.listsLimit
            if rests, !isLate, !isLoading, !lists[index].items.ids.isEmpty { continue }
            refresh(pane)
        }
    }

    mutating func refresh(_ pane: QueuePane) {
        let index = pane.rawValue - 1
        let before = lists[index].view.selected
        let texts = texts
        let state = Naming(policy: policy, names: names, language: language)
        board.forgetDeparted(pane)
        let isUnderHand = lastQueue == pane && !isLoading
        lists[index].rebuild(board, pane, isUnderHand: isUnderHand) { head, filter in
            head.reference.text.lowercased().contains(filter)
                || (head.name ?? "").lowercased().contains(filter)
                || (head.subject ?? "").lowercased().contains(filter)
                || (head.topic.map { state.topic($0) } ?? "").lowercased().contains(filter)
                || texts.channel(head.channel).lowercased().hasPrefix(filter)
                || head.ticket.map { String($0) == filter } ?? false
        }
        // Another row stands under the hand now, and nobody moved there.
        if before != nil, lists[index].view.selected != before, focus == .queue(pane) { surprisedAt = uptime }
    }

    mutating func take(_ file: InquiryFile?, of id: InquiryID) -> [Effect] {
        if let file {
            tellLoss(file)
            tellGain(file)
        }
        guard let index = tabs.firstIndex(where: { $0.id == id }) else { return [] }
        guard let file else {
            tabs[index].isMissing = true
            return []
        }
        fault = nil
        let old = tabs[index].file
        if let old, old.inquiry.version > file.inquiry.version { return [] }
        if let old, id == current {
            let spoken = { (file: InquiryFile) in file.inquiry.messages.filter { $0.author == .citizen }.count
            }
            if spoken(file) > spoken(old) {
                tabs[index].seenBefore = old.inquiry.visibleVersion
                tabs[index].surprisedAt = uptime
                if tabs[index].anchor == .end { tabs[index].anchor = .news }
            }
        }
        tabs[index].file = file
        tabs[index].isMissing = false
        interruptClosing(id, file)
        let effects = file.head.state.isOpen ? take([file.head]) : []
        guard tabs[index].isReady, let command = tabs[index].afterLoad, id == current else { return effects }
        tabs[index].afterLoad = nil
        return effects + run(command)
    }

    mutating func take(_ ephemeral: Ephemeral) {
        if case .agent(let who) = ephemeral.who, who == agent { return }
        signs.removeAll { $0.ephemeral == ephemeral || $0.until <= uptime }
        if signs.count < 100 {
            signs.append(Sign(ephemeral: ephemeral, until: uptime + HandTiming.ephemeral))
        }
    }

    /// Opens an inquiry in front: its file is fetched, the keys go to it.
    mutating func open(_ id: InquiryID) -> [Effect] {
        leaveClosed(besides: id)
        if !tabs.contains(where: { $0.id == id }) {
            if tabs.count >= 12, let oldest = tabs.firstIndex(where: { $0.id != current }) {
                tabs.remove(at: oldest)
            }
            tabs.append(OpenInquiry(id: id))
        }
        change(id) { $0.anchor = .news }
        current = id
        screen = .desk
        focus = .inquiry
        if let head = board.heads[id] { lastQueue = head.channel.pane }
        return [
            .openFile(id), .looksAt(id),
            .ephemeral(Ephemeral(kind: .looking, inquiry: id, who: .agent(agent))),
        ]
    }

    /// Closed inquiries leave the row of open ones when another comes to the front.
    private mutating func leaveClosed(besides id: InquiryID) {
        tabs.removeAll { tab in
            tab.id != id && (tab.isMissing || tab.file.map { !$0.inquiry.state.isOpen } ?? false)
                && !drafts.has(tab.id)
        }
    }
}

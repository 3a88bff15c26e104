import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// What the journal tells: rows and files.
extension AppState {
    mutating func take(_ heads: [InquiryHead]) -> [Effect] {
        var effects: [Effect] = []
        var arrived: [InquiryHead] = []
        for head in heads {
            let change = board.update(head)
            for pane in change.panes { lists[pane.rawValue - 1].isStale = true }
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
        return effects + announce(arrived)
    }

    mutating func finishLoading() -> [Effect] {
        isLoading = false
        refreshLists()
        return figuresEffect()
    }

    /// Says what came, in its fixed place and by the bell, without moving anything.
    private mutating func announce(_ heads: [InquiryHead]) -> [Effect] {
        guard let head = heads.last else { return [] }
        if flash == nil { say(.info, texts.arrived(head, self)) }
        let rings = heads.contains { settings.bells.contains($0.channel.pane) && $0.owner == nil }
        return rings ? [.bell] : []
    }

    /// Makes the lists anew that have changed, unless a hand is on the keys; what is empty is filled at once.
    mutating func refreshLists() {
        let rests = uptime - lastKeyAt < HandTiming.listsRest
        for pane in QueuePane.allCases {
            let index = pane.rawValue - 1
            guard lists[index].isStale else { continue }
            if rests, !isLoading, !lists[index].items.ids.isEmpty { continue }
            refresh(pane)
        }
    }

    mutating func refresh(_ pane: QueuePane) {
        let index = pane.rawValue - 1
        let before = lists[index].view.selected
        let texts = texts
        let state = Naming(policy: policy, names: names, language: language)
        board.forgetDeparted(pane)
        lists[index].rebuild(board, pane) { head, filter in
            head.reference.text.lowercased().contains(filter)
                || (head.name ?? "").lowercased().contains(filter)
                || (head.subject ?? "").lowercased().contains(filter)
                || (head.topic.map { state.topic($0) } ?? "").lowercased().contains(filter)
                || texts.channel(head.channel).lowercased().hasPrefix(filter)
        }
        // Another row stands under the hand now, and nobody moved there.
        if before != nil, lists[index].view.selected != before, focus == .queue(pane) { surprisedAt = uptime }
    }

    mutating func take(_ file: InquiryFile?, of id: InquiryID) -> [Effect] {
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
            }
        }
        tabs[index].file = file
        tabs[index].isMissing = false
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
        change(id) { $0.anchor = .end }
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

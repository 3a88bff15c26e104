import SkrankeDomain
import SkrankeScreen

/// What is said: reply, note, receipt, and taking back what is not sent.
enum TalkingCommands {
    static let all: [ConsoleCommand] = [
        ConsoleCommand(
            .reply, .talk, .none, [.letter("s")],
            unless: { state in reason { () throws(Reason) in try state.mayReply() } },
            perform: { state, _ in state.startReply() }),
        ConsoleCommand(
            .note, .talk, .none, [.letter("c")],
            unless: { state in
                reason { () throws(Reason) in
                    let head = try state.target()
                    try state.permit(.addNote(head.id, text: ""), head)
                }
            },
            perform: { state, _ in state.startNote() }),
        ConsoleCommand(
            .send, .talk, .citizenVisible, [.control("s", [.editor])],
            unless: { state in reason { () throws(Reason) in try state.maySend() } },
            perform: { state, _ in state.send(final: false, asks: false) }),
        ConsoleCommand(
            .sendFinal, .talk, .citizenVisible, [.key(.function(4), [.editor])],
            unless: { state in
                reason { () throws(Reason) in
                    try state.maySend()
                    if case .editor(.note) = state.focus { throw .notInField }
                }
            },
            perform: { state, _ in state.send(final: true, asks: false) }),
        ConsoleCommand(
            .ask, .talk, .citizenVisible, [.key(.function(3), [.editor])],
            unless: { state in
                reason { () throws(Reason) in
                    try state.maySend()
                    guard case .editor(.reply) = state.focus, let head = state.current.flatMap(state.head)
                    else {
                        throw .notInField
                    }
                    if head.channel.isSpoken { throw .refusal(.wrongChannel(head.channel)) }
                    // What a unit has, an agreed meeting and a given answer wait for nobody.
                    switch head.state {
                    case .received, .inProgress, .awaitingCitizen: break
                    default: throw .refusal(.wrongState(head.state))
                    }
                }
            },
            perform: { state, _ in state.send(final: false, asks: true) }),
        ConsoleCommand(
            .receipt, .talk, .citizenVisible, [.letter("k")],
            unless: { state in reason { () throws(Reason) in try state.mayReceipt() } },
            perform: { state, _ in state.whenLoaded(.receipt) { $0.showReceipt() } }),
        ConsoleCommand(
            .withdraw, .talk, .none, [.letter("u", .plain)],
            unless: { state in
                guard let step = state.undoStep else { return .nothingToUndo }
                if case .final = step.label { return .lastIsFinal }
                return nil
            },
            perform: { state, _ in state.undoLast() }),
        ConsoleCommand(
            .unfold, .talk, .none, [.key(.enter, [.inquiry])],
            unless: { $0.currentTab?.file == nil ? .nothingOpen : nil },
            perform: { state, _ in
                if let id = state.current { state.change(id) { $0.isUnfolded.toggle() } }
                return []
            }),
    ]
}

extension Channel {
    /// The answer is spoken: what is written is a summary for the desk.
    var isSpoken: Bool {
        switch self {
        case .visit, .appointment, .phone, .callback, .media: true
        case .chat, .mia, .email, .letter, .sms, .social: false
        }
    }
}

extension AppState {
    // MARK: Why not

    func mayReply() throws(Reason) {
        let head = try openTarget()
        try permit(.sendMessage(head.id, text: "", seen: 0, final: false, immediately: false), head)
        try mineOrFree(head)
        try room(for: head)
    }

    func maySend() throws(Reason) {
        guard let (key, kind) = activeDraft, let id = current else { throw .notInField }
        guard let draft = drafts[key] else { throw .noText }
        if draft.isSending { throw .isSending }
        if draft.text.isBlank { throw .noText }
        guard let head = head(id) else { throw .stillLoading }
        if kind == .note {
            try permit(.addNote(id, text: ""), head)
            return
        }
        guard head.state.isOpen else { throw .refusal(.wrongState(head.state)) }
        try permit(.sendMessage(id, text: "", seen: 0, final: false, immediately: false), head)
        try mineOrFree(head)
    }

    func mayReceipt() throws(Reason) {
        let head = try openTarget()
        try permit(.sendReceipt(head.id, expectedAt: nil), head)
        if head.state == .answered { throw .refusal(.wrongState(.answered)) }
    }

    // MARK: What they do

    /// Runs now if the file is here and new enough, else as soon as it is.
    mutating func whenLoaded(_ command: CommandName, _ body: (inout AppState) -> [Effect]) -> [Effect] {
        guard let id = targetID else { return [] }
        if let tab = tabs.first(where: { $0.id == id }), tab.file != nil, tab.isReady, !isPending(id) {
            return current == id ? body(&self) : open(id) + body(&self)
        }
        let effects = open(id)
        change(id) { $0.afterLoad = command }
        return effects
    }

    /// A claim of this inquiry is on its way.
    func isClaiming(_ id: InquiryID) -> Bool {
        pending.values.contains { $0.inquiry == id && $0.draft == nil }
    }

    /// The field at once, so that nothing typed lands elsewhere; the claim on its way before it.
    mutating func startReply() -> [Effect] {
        guard let head = try? openTarget() else { return [] }
        var effects: [Effect] = []
        if head.owner == nil, !isClaiming(head.id) {
            effects += submit(
                [.claim(head.id)], inquiry: head.id, done: .claimed,
                undo: step(.claimed, head.id, [.release(head.id, reason: nil)]))
        }
        if current != head.id || file(head.id) == nil { effects += open(head.id) }
        focus = .editor(.reply)
        return effects
    }

    mutating func startNote() -> [Effect] {
        guard let id = targetID else { return [] }
        let effects = current == id && file(id) != nil ? [] : open(id)
        focus = .editor(.note)
        return effects
    }

    /// Sends the text in focus. It stays in its field, locked, until the answer comes.
    mutating func send(final: Bool, asks: Bool) -> [Effect] {
        guard let (key, kind) = activeDraft, let id = current, let text = drafts[key]?.text else { return [] }
        let command: CommandName = asks ? .ask : final ? .sendFinal : .send
        if kind == .note { return submit([.addNote(id, text: text)], inquiry: id, done: .noted, draft: key) }
        guard let tab = currentTab, let file = tab.file, tab.isReady, !isClaiming(id) else {
            change(id) { $0.afterLoad = command }
            return tabs.first { $0.id == id }?.file == nil ? [.openFile(id)] : []
        }
        let seen = tab.seen(at: uptime)
        let head = file.head
        if head.owner == nil {
            // Its own command: the claim changes the version that the reply must have seen.
            change(id) { $0.afterLoad = command }
            return submit([.claim(id)], inquiry: id, done: .claimed)
        }
        let intent: Intent
        var done = Pending.Done.sent
        if head.channel.isSpoken {
            intent = .giveSpokenAnswer(id, summary: text, seen: seen)
            done = .answered
        } else if asks {
            intent = .askCitizen(id, text: text, seen: seen)
        } else {
            intent = .sendMessage(id, text: text, seen: seen, final: final, immediately: false)
            if policy.channels.grace(head.channel) > .zero { done = .held }
        }
        let effects = submit([intent], inquiry: id, done: done, draft: key)
        let talks =
            head.channel == .chat && !final && !head.channel.isSpoken && head.contactState?.isLive == true
        pending[Correlation(nextCorrelation - 1)]?.isConversation = talks
        change(id) { $0.anchor = .end }
        return effects
    }

    // MARK: Taking back

    /// What `u` would take back: text that waits for its grace first, then the last step.
    var undoStep: UndoStep? {
        if let id = heldInquiry, let held = file(id)?.inquiry.heldMessages.last {
            return step(.withdrawn, id, [.withdrawMessage(id, held.id)])
        }
        return undo.last
    }

    private var heldInquiry: InquiryID? {
        let open = ([current].compactMap { $0 } + tabs.map(\.id))
        return open.first { id in
            file(id)?.inquiry.heldMessages.contains { $0.author == .agent(agent) } ?? false
        }
    }

    mutating func undoLast() -> [Effect] {
        guard let step = undoStep else { return [] }
        if case .withdrawn = step.label {
            let text = heldText(step)
            let effects = submit(step.intents, inquiry: step.inquiry, done: .withdrawn)
            if let id = step.inquiry { giveBack(text, to: id) }
            return effects
        }
        undo.removeLast()
        var done = Pending.Done.undone
        if case .presence = step.label { done = step.label }
        return submit(step.intents, inquiry: step.inquiry, done: done)
    }

    private func heldText(_ step: UndoStep) -> String {
        guard let id = step.inquiry, let file = file(id), let held = file.inquiry.heldMessages.last else {
            return ""
        }
        return file.texts[held.content] ?? ""
    }

    /// The words that were not sent are a draft again, unless another was begun meanwhile.
    private mutating func giveBack(_ text: String, to id: InquiryID) {
        let key = DraftKey(id, .reply)
        if drafts[key].map({ $0.text.isEmpty }) ?? true { drafts.set(key, text, at: uptime) }
    }
}

import SkrankeDomain
import SkrankeScreen

/// Who has it: next, take, let go, take over.
enum TakingCommands {
    static let all: [ConsoleCommand] = [
        ConsoleCommand(
            .open, .take, .none, [.key(.enter, [.queue, .overview])],
            unless: { state in
                // On the overview every figure has something behind it.
                if state.screen == .overview, state.overview.part != .urgent { return nil }
                return reason { () throws(Reason) in _ = try state.target() }
            },
            perform: { state, _ in
                guard state.screen == .overview, let effects = state.overviewKey(Key(.enter)) else {
                    return state.openTargetInquiry()
                }
                return effects
            }),
        ConsoleCommand(
            .next, .take, .reversible, [.letter("n", .plain)],
            unless: { state in reason { () throws(Reason) in _ = try state.nextInLine() } },
            perform: { state, _ in state.takeNext() }),
        ConsoleCommand(
            .claim, .take, .reversible, [.letter("t")],
            unless: { state in reason { () throws(Reason) in try state.mayClaim() } },
            perform: { state, _ in state.claim() }),
        ConsoleCommand(
            .release, .take, .reversible, [.letter("S")],
            unless: { state in reason { () throws(Reason) in try state.mayRelease() } },
            perform: { state, _ in state.release() }),
        ConsoleCommand(
            .takeOver, .take, .reversible, [],
            unless: { state in reason { () throws(Reason) in try state.mayTakeOver() } },
            perform: { state, _ in state.askTakeOver() }),
    ]
}

extension AppState {
    // MARK: Why not

    /// Topic, language and queue first, then the one order of all work; never what he may not take or hold
    /// (model §5.10).
    func nextInLine() throws(Reason) -> InquiryHead {
        guard mayRead else { throw .mayNotRead }
        if standing.presence == .blocked { throw .refusal(.presenceBlocked) }
        let (load, fit) = (board.load(of: agent), fit)
        let found = board.mostUrgent(in: QueuePane.allCases.filter(fit.takes)) { head in
            fit.takes(head) && fullness(head, load) == nil
        }
        guard let head = found else { throw whyNothing(load, fit) }
        try permit(.claim(head.id), head)
        return head
    }

    private func fullness(_ head: InquiryHead, _ load: Load) -> Refusal? {
        head.occupationIfTaken.flatMap { policy.channels.refusal(toTake: $0, with: load, isOffer: true) }
    }

    private func whyNothing(_ load: Load, _ fit: Fit) -> Reason {
        guard board.mostUrgent(in: QueuePane.allCases, where: { _ in true }) != nil else {
            return .nothingWaits
        }
        let panes = QueuePane.allCases.filter(fit.takes)
        guard let head = board.mostUrgent(in: panes, where: { fit.takes($0) }),
            let refusal = fullness(head, load)
        else { return .onlyForOthers }
        if case .tooManyLive(let limit) = refusal { return .onlyChatsWait(limit: limit) }
        return .refusal(refusal)
    }

    func mayClaim() throws(Reason) {
        let head = try openTarget()
        try permit(.claim(head.id), head)
        if head.owner == agent { throw .alreadyYours }
        try mineOrFree(head)
        try room(for: head)
    }

    func mayRelease() throws(Reason) {
        let head = try openTarget()
        guard head.owner != nil else { throw .nobodyHasIt }
        try permit(.release(head.id, reason: nil), head)
        try noHeldText(head)
    }

    func mayTakeOver() throws(Reason) {
        let head = try openTarget()
        guard let owner = head.owner else { throw .nobodyHasIt }
        if owner == agent { throw .alreadyYours }
        try permit(.takeOver(head.id, reason: ""), head)
    }

    // MARK: What they do

    mutating func openTargetInquiry() -> [Effect] { targetID.map { open($0) } ?? [] }

    /// The most urgent over all channels: opened at once, so that the next key means it, and claimed (model
    /// §5.10).
    mutating func takeNext() -> [Effect] {
        guard let head = try? nextInLine() else { return [] }
        let effects = open(head.id)
        return submit(
            [.claim(head.id)], inquiry: head.id, done: .claimed,
            undo: step(.claimed, head.id, [.release(head.id, reason: nil)])) + effects
    }

    mutating func claim() -> [Effect] {
        guard let head = try? openTarget() else { return [] }
        return submit(
            [.claim(head.id)], inquiry: head.id, done: .claimed,
            undo: step(.claimed, head.id, [.release(head.id, reason: nil)]))
    }

    mutating func release() -> [Effect] {
        guard let head = try? openTarget() else { return [] }
        let undo = head.owner == agent ? step(.released, head.id, [.claim(head.id)]) : nil
        return submit([.release(head.id, reason: nil)], inquiry: head.id, done: .released, undo: undo)
    }

    mutating func askTakeOver() -> [Effect] {
        guard let head = try? openTarget(), let owner = head.owner else { return [] }
        overlay = .form(
            Form(
                .takeOver(head.id), title: texts.takeOverTitle(head.reference.short, naming.short(owner)),
                intro: [texts.takeOverIntro(naming.short(owner))],
                fields: [Form.text(texts.fieldReason, height: 3)]))
        return []
    }
}

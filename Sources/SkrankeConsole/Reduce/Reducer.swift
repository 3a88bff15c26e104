import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// The one place where the console changes: state and action in, state and effects out. No clock, no store,
/// no terminal (law 4).
public enum Reducer {
    public static func reduce(_ state: inout AppState, _ action: Action) -> [Effect] {
        let effects = perform(&state, action)
        Settle.apply(&state)
        if !effects.isEmpty {
            state.debug.effects += effects.count
            if let last = effects.last { state.debug.lastEffect = last.name }
        }
        return effects
    }

    private static func perform(_ state: inout AppState, _ action: Action) -> [Effect] {
        switch action {
        case .input(let event): return state.input(event)
        case .tick(let now, let uptime): return state.tick(now, uptime)
        case .heads(let heads): return state.take(heads)
        case .loaded: return state.finishLoading()
        case .file(let id, let file): return state.take(file, of: id)
        case .committed(let correlation, let answer): return state.committed(correlation, answer)
        case .refused(let correlation, let refusal): return state.refused(correlation, refusal)
        case .fault(let correlation, let fault): return state.faulted(correlation, fault)
        case .drafts(let drafts): state.restore(drafts)
        case .draftSaved(let key, let text, let at): state.drafts.saved(key, text: text, at: at)
        case .draftFault(let key, let fault):
            state.drafts.failed(key, at: state.uptime)
            state.meet(fault)
        default: return state.takeNews(action)
        }
        return []
    }
}

extension AppState {
    /// What comes from the store and from around it.
    mutating func takeNews(_ action: Action) -> [Effect] {
        switch action {
        case .history(let id, let heads):
            change(id) { $0.history = heads.filter { $0.id != id } }
            tellCaller(id, heads)
            if case .history(var view) = overlay, id == current {
                view.update(historyItems, height: 12)
                overlay = .history(view)
            }
        case .search(let generation, let hits): takeHits(generation, hits)
        case .found(let reference, let id): return takeFound(reference, id)
        case .reservations(let id, let taken, let moving): return takeReservations(id, taken, moving: moving)
        case .figures(let figures, let period):
            fault = nil
            overview.take(figures, period, at: now)
        case .sessions(let rows):
            fault = nil
            sessions = rows
        case .agents(let rows): return take(rows)
        case .behind(let figure, let rows): takeBehind(figure, rows)
        case .absences(let rows):
            absences = Dictionary(rows.map { ($0.person, $0) }, uniquingKeysWith: { _, last in last })
        case .readRefused: refuse(.mayNotRead)
        case .storeFault(let fault): meet(fault)
        case .ephemeral(let ephemeral): take(ephemeral)
        case .gateway(let status): gateway = status
        case .policy(let policy, let names):
            self.policy = policy
            self.names = names
            for index in tabs.indices { tabs[index].timeline.key = nil }
        case .debug(let figures):
            let (effects, last) = (debug.effects, debug.lastEffect)
            debug = figures
            (debug.effects, debug.lastEffect) = (effects, last)
        case .say(let text, let isError): say(isError ? .error : .info, text)
        default: break
        }
        return []
    }

    /// A read or a draft failed, or works again (nil). What may pass is said and holds up nothing; the rest
    /// puts the console into reading only until the store answers.
    mutating func meet(_ fault: StoreFault?) {
        if let fault, fault != self.fault { say(.error, texts.fault(fault)) }
        self.fault = fault.flatMap { $0.isPassing ? nil : $0 }
    }

    mutating func say(_ kind: Flash.Kind, _ text: String) {
        let flash = Flash(kind: kind, text: text, at: now, since: uptime)
        self.flash = flash
        flashes.append(flash)
        if flashes.count > 200 { flashes.removeFirst(flashes.count - 200) }
    }

    mutating func refuse(_ reason: Reason) {
        // That nothing waits is good news.
        say(reason == .nothingWaits ? .info : .error, texts.reason(reason, self))
        let target = targetID
        if case .refusal(.heldTextWaiting) = reason { flash?.waitsFor = target }
    }

    /// An error about text that waits goes with the text.
    mutating func endStaleFlash(_ head: InquiryHead) {
        if !head.hasHeldText, flash?.waitsFor == head.id { flash = nil }
    }

    mutating func change(_ id: InquiryID, _ update: (inout OpenInquiry) -> Void) {
        guard let index = tabs.firstIndex(where: { $0.id == id }) else { return }
        update(&tabs[index])
    }

    /// Sends commands on their way; the answer comes back under the correlation.
    mutating func submit(
        _ intents: [Intent], inquiry: InquiryID?, done: Pending.Done?, undo: UndoStep? = nil,
        draft: DraftKey? = nil
    ) -> [Effect] {
        let correlation = Correlation(nextCorrelation)
        nextCorrelation += 1
        pending[correlation] = Pending(
            intents: intents, inquiry: inquiry, draft: draft, done: done, undo: undo)
        if let draft { drafts.setSending(draft, true) }
        return [.submit(intents, correlation)]
    }

    /// What an undo would submit.
    func step(_ label: Pending.Done, _ inquiry: InquiryID?, _ intents: [Intent]) -> UndoStep {
        UndoStep(intents: intents, label: label, inquiry: inquiry)
    }
}

extension Effect {
    /// The case's name, for F12: never what it carries.
    var name: String {
        let text = String(describing: self)
        return String(text.prefix { $0 != "(" })
    }
}

import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// Answers to commands: done, refused, or the store could not.
extension AppState {
    mutating func committed(_ correlation: Correlation, _ answer: CommandAnswer) -> [Effect] {
        guard let pending = pending.removeValue(forKey: correlation) else { return [] }
        fault = nil
        var effects: [Effect] = []
        if let draft = pending.draft {
            drafts.clear(draft)
            drafts.saveAgain(besides: draft, at: uptime)
            if case .editor(let kind) = focus, current == draft.inquiry, kind.draftKind == draft.kind,
                !pending.keepsField
            {
                focus = .inquiry
                surprisedAt = uptime
            }
        }
        noteUndo(pending)
        if let id = pending.inquiry, tabs.contains(where: { $0.id == id }) {
            change(id) { $0.awaitedVersion = max($0.awaitedVersion, answer.version ?? 0) }
            effects.append(.openFile(id))
        }
        effects += notePresence(pending.intents)
        if case .staffMessage = pending.done, let id = pending.inquiry, current == id {
            // What was promised is read to the caller while he is there.
            change(id) { $0.afterLoad = .readOut }
            screen = .desk
            if focus.isQueue { focus = .inquiry }
        }
        if case .registered = pending.done, let id = answer.inquiry {
            drafts.clear(DraftKey(nil, .registration))
            effects.append(
                .saveDraft(Draft(agent: agent, inquiry: nil, kind: .registration, text: "", savedAt: now)))
            effects += open(id)
        }
        if let done = pending.done { say(.info, texts.done(done, pending, answer, self)) }
        return effects
    }

    /// `u` takes back the last act, or says why it can't: never an older one on another inquiry.
    private mutating func noteUndo(_ pending: Pending) {
        switch pending.done {
        case nil, .undone, .withdrawn, .held: if pending.undo == nil { return }
        default: break
        }
        undo.append(pending.undo ?? step(.final, pending.inquiry, []))
        if undo.count > 50 { undo.removeFirst() }
    }

    mutating func refused(_ correlation: Correlation, _ refusal: Refusal) -> [Effect] {
        guard let pending = pending.removeValue(forKey: correlation) else { return [] }
        fault = nil
        giveBack(pending)
        var effects: [Effect] = []
        if let id = pending.inquiry, tabs.contains(where: { $0.id == id }) {
            if case .movedSince = refusal { change(id) { $0.anchor = .news } }
            effects.append(.openFile(id))
        }
        say(.error, texts.refused(refusal, pending, self))
        if case .heldTextWaiting = refusal { flash?.waitsFor = pending.inquiry }
        return effects
    }

    mutating func faulted(_ correlation: Correlation, _ fault: StoreFault) -> [Effect] {
        guard let pending = pending.removeValue(forKey: correlation) else { return [] }
        giveBack(pending)
        self.fault = fault.isPassing ? nil : fault
        say(.error, texts.fault(fault))
        return []
    }

    /// What was on its way is in its field again; a closed form comes back with its text.
    private mutating func giveBack(_ pending: Pending) {
        if let draft = pending.draft { drafts.setSending(draft, false) }
        if let form = pending.form, overlay == nil, prompt == nil, !focus.isEditor { overlay = .form(form) }
    }
}

extension Pending {
    /// In a chat the agent writes on; elsewhere the text was the answer.
    var keepsField: Bool {
        if case .sendMessage(_, _, _, let final, _) = intents.last { return !final && isConversation }
        return false
    }
}

extension StoreFault {
    /// Might work the next time; others put the console into reading only.
    var isPassing: Bool {
        switch self {
        case .full, .locked, .failed: true
        case .unreadable, .newer, .upgradeBlocked, .notOwned, .corrupt, .closed: false
        }
    }
}

extension DraftBox {
    mutating func setSending(_ key: DraftKey, _ isSending: Bool) { drafts[key]?.isSending = isSending }

    /// The text has been sent: the sending transaction deleted the stored draft.
    mutating func clear(_ key: DraftKey) {
        guard let size = drafts[key]?.editor.size else { return }
        drafts[key] = DraftState()
        drafts[key]?.editor.resize(size)
    }

    /// The store may have forgotten this inquiry's other draft with the one that was sent.
    mutating func saveAgain(besides key: DraftKey, at uptime: Uptime) {
        let other = DraftKey(key.inquiry, key.kind == .reply ? .note : .reply)
        guard drafts[other]?.editor.isEmpty == false else { return }
        drafts[other]?.savedText = nil
        drafts[other]?.editedAt = uptime
    }

    mutating func set(_ key: DraftKey, _ text: String, at uptime: Uptime) {
        if drafts[key]?.text == text { return }
        var draft = drafts[key] ?? DraftState()
        draft.editor.reset(text)
        draft.editedAt = uptime
        drafts[key] = draft
    }

    mutating func saved(_ key: DraftKey, text: String, at moment: Moment) {
        guard var draft = drafts[key] else { return }
        draft.savedText = text
        draft.savedAt = moment
        if draft.savingText == text { draft.savingText = nil }
        drafts[key] = draft
    }

    /// Not saved: tried again after the silence.
    mutating func failed(_ key: DraftKey, at uptime: Uptime) {
        drafts[key]?.savingText = nil
        drafts[key]?.editedAt = uptime + 5_000
    }
}

extension AppState {
    /// Drafts from the last run; what was typed since the start stands.
    mutating func restore(_ rows: [Draft]) {
        for row in rows where row.agent == agent && !row.text.isEmpty {
            let key = DraftKey(row.inquiry, row.kind)
            if let present = drafts[key], !present.text.isEmpty { continue }
            var draft = DraftState(row.text)
            draft.savedText = row.text
            draft.savedAt = row.savedAt
            drafts.drafts[key] = draft
        }
        let count = drafts.unsent.count
        if count > 0 { say(.info, texts.draftsRestored(count)) }
    }
}

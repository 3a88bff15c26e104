import SkrankeDomain
import SkrankeJournal

/// The console's side of the domain's guards: what can be known from a row or an open file before asking
/// the store. `Decide` has the last word; what is refused here would be refused there for the same reason
/// (law 6).
extension AppState {
    func head(_ id: InquiryID) -> InquiryHead? {
        board.heads[id] ?? tabs.first { $0.id == id }?.file?.head
    }

    func file(_ id: InquiryID) -> InquiryFile? { tabs.first { $0.id == id }?.file }

    /// The inquiry that a command is about: the selected row, else the open inquiry.
    var targetID: InquiryID? {
        if screen == .overview { return overview.selectedInquiry }
        if screen == .pile { return pile.view.selected }
        if case .queue(let pane) = focus { return list(pane).view.selected }
        return current
    }

    func target() throws(Reason) -> InquiryHead {
        guard mayRead else { throw .mayNotRead }
        guard let id = targetID else {
            throw screen == .desk && !focus.isQueue ? .nothingOpen : .nothingSelected
        }
        guard let head = head(id) else { throw .stillLoading }
        return head
    }

    func openTarget() throws(Reason) -> InquiryHead {
        let head = try target()
        guard head.state.isOpen else { throw .refusal(.wrongState(head.state)) }
        return head
    }

    func permit(_ intent: Intent, _ head: InquiryHead?) throws(Reason) {
        guard Gate.permits(intent, caller, owner: head?.owner) else { throw .refusal(.notPermitted) }
        if fault != nil { throw .storeAway }
    }

    /// Nobody has it, or this agent has.
    func mineOrFree(_ head: InquiryHead) throws(Reason) {
        if let owner = head.owner, owner != agent { throw held(by: owner, head) }
    }

    /// As above, but a supervisor may as well.
    func mineOrFreeOrSupervisor(_ head: InquiryHead) throws(Reason) {
        if caller.roles.contains(.supervisor) { return }
        try mineOrFree(head)
    }

    func held(by owner: AgentID, _ head: InquiryHead) -> Reason {
        if let at = file(head.id)?.inquiry.claimedAt { return .refusal(.alreadyClaimed(by: owner, at: at)) }
        return .refusal(.notOwner(owner: owner))
    }

    func room(for head: InquiryHead) throws(Reason) {
        guard head.owner != agent else { return }
        if standing.presence == .blocked { throw .refusal(.presenceBlocked) }
        guard let occupation = head.occupationIfTaken,
            let refusal = policy.channels.refusal(toTake: occupation, with: board.load(of: agent))
        else { return }
        throw .refusal(refusal)
    }

    func noHeldText(_ head: InquiryHead) throws(Reason) {
        if head.hasHeldText { throw .refusal(.heldTextWaiting) }
    }

    /// The claim that goes before a command where nobody has the inquiry.
    func claimFirst(_ head: InquiryHead) -> [Intent] { head.owner == nil ? [.claim(head.id)] : [] }

    /// The draft that Ctrl+S would send.
    var activeDraft: (key: DraftKey, kind: EditorKind)? {
        guard case .editor(let kind) = focus, let current else { return nil }
        return (DraftKey(current, kind.draftKind), kind)
    }
}

extension InquiryHead {
    /// As a role may see it that may not read inquiries: no name, no words (model §5.5).
    var withoutContent: InquiryHead {
        var head = self
        (head.name, head.subject, head.topic) = (nil, nil, nil)
        return head
    }
}

extension Focus {
    var isQueue: Bool { if case .queue = self { true } else { false } }
}

/// Turns a guard that throws into the reason that it throws.
func reason(_ check: () throws(Reason) -> Void) -> Reason? {
    do {
        try check()
        return nil
    } catch {
        return error
    }
}

extension String {
    /// Nothing but white space and invisible characters.
    var isBlank: Bool {
        unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }
    }
}

import SkrankeDomain
import SkrankeScreen

/// Two inquiries that are one, one that is two; a reply noted by hand; clearance. Seldom, so without a key:
/// menu and prompt have them.
enum LinkCommands {
    static let all: [ConsoleCommand] = [
        ConsoleCommand(
            .replyReceived, .talk,
            unless: { state in reason { () throws(Reason) in try state.mayNoteReply() } },
            perform: { state, _ in state.askNotedReply() }),
        ConsoleCommand(
            .merge, .onward, .citizenVisible,
            unless: { state in reason { () throws(Reason) in try state.mayMerge() } },
            perform: { state, _ in state.whenLoaded(.merge) { $0.askMerge() } }),
        ConsoleCommand(
            .split, .onward, .citizenVisible,
            unless: { state in reason { () throws(Reason) in try state.maySplit() } },
            perform: { state, _ in state.askSplit() }),
        ConsoleCommand(
            .requestClearance, .onward, .reversible,
            unless: { state in reason { () throws(Reason) in try state.mayRequestClearance() } },
            perform: { state, _ in state.askClearance(refuses: false) }),
        ConsoleCommand(
            .clear, .onward,
            unless: { state in
                reason { () throws(Reason) in
                    let head = try state.openTarget()
                    try state.mayDecideClearance(head, .clearMessage(head.id))
                }
            },
            perform: { state, _ in
                guard let id = state.targetID else { return [] }
                return state.submit([.clearMessage(id)], inquiry: id, done: .cleared)
            }),
        ConsoleCommand(
            .refuseClearance, .onward,
            unless: { state in
                reason { () throws(Reason) in
                    let head = try state.openTarget()
                    try state.mayDecideClearance(head, .refuseClearance(head.id, reason: ""))
                }
            },
            perform: { state, _ in state.askClearance(refuses: true) }),
    ]
}

extension AppState {
    // MARK: Why not

    func mayNoteReply() throws(Reason) {
        let head = try target()
        try permit(.noteReply(head.id, text: ""), head)
        if head.state == .voided { throw .refusal(.wrongState(.voided)) }
    }

    func mayMerge() throws(Reason) {
        let head = try openTarget()
        try permit(.merge(head.id, into: head.id), head)
        if head.state == .withUnit { throw .refusal(.wrongState(.withUnit)) }
        try mineOrFreeOrSupervisor(head)
        try noHeldText(head)
        if file(head.id)?.inquiry.isInLiveContact == true { throw .refusal(.liveContact) }
    }

    func maySplit() throws(Reason) {
        let head = try openTarget()
        try permit(.split(head.id, new: head.id, text: "", topic: nil), head)
        try mineOrFreeOrSupervisor(head)
    }

    func mayRequestClearance() throws(Reason) {
        let head = try openTarget()
        try permit(.requestClearance(head.id, reason: ""), head)
        if head.state == .answered { throw .refusal(.wrongState(.answered)) }
        try mineOrFreeOrSupervisor(head)
        try noHeldText(head)
    }

    func mayDecideClearance(_ head: InquiryHead, _ intent: Intent) throws(Reason) {
        try permit(intent, head)
        if head.clearance == nil || head.clearance == .cleared { throw .refusal(.clearanceNotRequested) }
    }

    // MARK: What they ask

    /// The same citizen's other inquiries first, then all that are open, the most urgent first.
    mutating func askMerge() -> [Effect] {
        guard let head = try? openTarget() else { return [] }
        let same = (tabs.first { $0.id == head.id }?.history ?? []).filter(\.state.isOpen)
        let known = Set(same.map(\.id))
        let rest = board.heads.values.filter {
            $0.id != head.id && $0.state.isOpen && !known.contains($0.id)
        }
        let others =
            same.map { ($0, texts.sameCitizen) } + rest.sorted { Urgency($0) < Urgency($1) }.map { ($0, "") }
        if others.isEmpty {
            refuse(.noTargets)
            return []
        }
        let options = others.map { other, mark in
            let what = [other.name, other.topic.map { naming.topic($0) } ?? other.subject, mark]
            return Picker.Option(
                .inquiry(other.id), nil, other.reference.text,
                detail: what.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "))
        }
        overlay = .picker(
            Picker(
                .merge(head.id), title: texts.mergeTitle(head.reference.short), intro: [texts.mergeIntro],
                options: options, searched: true))
        return []
    }

    /// What will happen, before it does.
    mutating func confirmMerge(_ id: InquiryID, into other: InquiryID) -> [Effect] {
        guard let head = head(id), let target = mergeTarget(other, from: id) else { return [] }
        overlay = .picker(
            Picker(
                .mergeConfirm(id, into: other),
                title: texts.mergeTitle(head.reference.short) + " " + target.short,
                intro: texts.mergeConfirm(head.reference.short, target.short),
                options: [.init(.confirm, nil, texts.mergeYes), .init(.cancel, nil, texts.cancel)],
                isUnchosen: true))
        return []
    }

    mutating func merge(_ id: InquiryID, into other: InquiryID) -> [Effect] {
        guard let target = mergeTarget(other, from: id) else { return [] }
        return submit([.merge(id, into: other)], inquiry: id, done: .merged(target.short))
    }

    private func mergeTarget(_ other: InquiryID, from id: InquiryID) -> PublicReference? {
        let history = tabs.first { $0.id == id }?.history ?? []
        return (head(other) ?? history.first { $0.id == other })?.reference
    }

    mutating func askSplit() -> [Effect] {
        guard let head = try? openTarget() else { return [] }
        overlay = .form(
            Form(
                .split(head.id), title: texts.splitTitle(head.reference.short), intro: [texts.splitIntro],
                fields: [
                    Form.text(texts.fieldSplit, height: 4),
                    Form.Field(
                        name: .topic, label: texts.fieldTopic,
                        content: .topic(LineEditor(width: 30, scalarLimit: 60), [], 0)),
                ]))
        return current == head.id ? [] : open(head.id)
    }

    mutating func askNotedReply() -> [Effect] {
        guard let head = try? target() else { return [] }
        overlay = .form(
            Form(
                .replyNoted(head.id), title: texts.replyTitle(head.reference.short),
                intro: [texts.replyIntro],
                fields: [Form.text(texts.fieldReply, height: 5)]))
        return current == head.id ? [] : open(head.id)
    }

    mutating func askClearance(refuses: Bool) -> [Effect] {
        guard let head = try? openTarget() else { return [] }
        let number = head.reference.short
        overlay = .form(
            Form(
                refuses ? .refuseClearance(head.id) : .clearance(head.id),
                title: refuses ? texts.refuseTitle(number) : texts.clearanceTitle(number),
                intro: [refuses ? texts.refuseIntro : texts.clearanceIntro],
                fields: [Form.text(texts.fieldReason, height: 3)]))
        return current == head.id ? [] : open(head.id)
    }

    /// One of these forms is filled in.
    mutating func finishLink(_ form: Form) -> [Effect] {
        var form = form
        let text = form.text(of: .text)
        switch form.purpose {
        case .split(let id):
            if text.isBlank { return fault(&form, texts.refusal(.textMissing, self)) }
            overlay = nil
            let correlation = Correlation(nextCorrelation)
            nextCorrelation += 1
            pending[correlation] = Pending(intents: [], inquiry: id, done: .split, form: form)
            return [.split(id, text: text, topic: form.topic, correlation)]
        case .replyNoted(let id):
            if text.isBlank { return fault(&form, texts.refusal(.textMissing, self)) }
            overlay = nil
            return send(form, [.noteReply(id, text: text)], id, .replyNoted)
        case .clearance(let id):
            if text.isBlank { return fault(&form, texts.refusal(.reasonMissing, self)) }
            overlay = nil
            return send(form, [.requestClearance(id, reason: text)], id, .clearanceAsked)
        case .refuseClearance(let id):
            if text.isBlank { return fault(&form, texts.refusal(.reasonMissing, self)) }
            overlay = nil
            return send(form, [.refuseClearance(id, reason: text)], id, .clearanceRefused)
        case .closeReason(let id, let draft):
            if text.isBlank { return fault(&form, texts.refusal(.reasonMissing, self)) }
            overlay = nil
            return goOn(closing: id, draft, because: text)
        default: return []
        }
    }
}

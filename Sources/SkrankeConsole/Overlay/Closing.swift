import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// Closing asks only for what is missing, by the domain's own guard (law 6). It states nothing that the agent
/// has not said, and it carries the version that he saw when he began (law 3).
extension AppState {
    mutating func startClosing() -> [Effect] {
        guard let id = current, let file = file(id), let tab = currentTab else { return [] }
        var draft = ClosingDraft()
        draft.seen = tab.seen(at: uptime)
        draft.heard = file.citizenWords.count
        ask(.result, id, file, draft)
        return []
    }

    /// One answer more: the next question, or the closing itself.
    mutating func goOn(closing id: InquiryID, _ draft: ClosingDraft, _ value: Picker.Value) -> [Effect] {
        var draft = draft
        switch value {
        case .result(let result): draft.result = result
        case .topic(let topic): draft.topic = topic
        case .archive(let archive): draft.archive = archive
        case .outcome(let outcome): draft.phoneOutcome = outcome
        case .unit(let unit): draft.referredTo = unit
        default: return []
        }
        change(id) { $0.closing = draft.filled(from: $0.closing) }
        return advance(closing: id, draft)
    }

    private mutating func advance(closing id: InquiryID, _ draft: ClosingDraft) -> [Effect] {
        guard let file = file(id) else { return [] }
        guard let details = draft.details else {
            ask(.result, id, file, draft)
            return []
        }
        switch AppState.refusal(file, details) {
        case .topicMissing: ask(.topic, id, file, draft)
        case .archiveDecisionMissing: ask(.archive, id, file, draft)
        case .phoneOutcomeMissing: ask(.outcome, id, file, draft)
        case .referralMissing: ask(.referral, id, file, draft)
        case .reasonMissing: askReason(id, file, draft)
        case let refusal?: refuse(.refusal(refusal))
        case nil:
            return submit(
                [.close(id, details, seen: draft.seen)], inquiry: id, done: .closed,
                undo: step(.closed, id, [.reopen(id, reason: nil)]))
        }
        return []
    }

    static func refusal(_ file: InquiryFile, _ details: ClosingDetails) -> Refusal? {
        do {
            try CloseGuard.check(file.inquiry, details)
            return nil
        } catch {
            return error
        }
    }

    // MARK: The citizen writes meanwhile

    /// Words that came in while closing was asked about stand before any question: read first.
    mutating func interruptClosing(_ id: InquiryID, _ file: InquiryFile) {
        guard var draft = closingDraft(of: id) else { return }
        let words = file.citizenWords
        guard words.count > draft.heard else { return }
        let shown = words.dropFirst(draft.firstUnheard ?? draft.heard)
        draft.firstUnheard = draft.firstUnheard ?? draft.heard
        draft.heard = words.count
        draft.seen = file.inquiry.visibleVersion
        overlay = .picker(
            Picker(
                .closeAnyway(id, draft), title: texts.closeTitle(file.head.reference.short, file.head.name),
                intro: [texts.closeInterrupted] + shown.map { "«\($0)»" },
                options: [
                    // No letters: one that was meant for the question before must not answer this one.
                    .init(.cancel, nil, texts.closeReplyFirst), .init(.confirm, nil, texts.closeAnyway),
                ]))
    }

    /// The closing of this inquiry that is being asked about, with all that was said and typed.
    private func closingDraft(of id: InquiryID) -> ClosingDraft? {
        switch overlay {
        case .picker(let picker):
            switch picker.purpose {
            case .close(id, let begun), .closeAnyway(id, let begun): return begun
            default: return nil
            }
        case .form(let form):
            guard case .closeReason(id, var begun) = form.purpose else { return nil }
            let text = form.text(of: .text)
            begun.reason = text.isBlank ? nil : text
            return begun
        default: return nil
        }
    }

    private mutating func askReason(_ id: InquiryID, _ file: InquiryFile, _ draft: ClosingDraft) {
        let result = draft.result.map { texts.result($0) } ?? ""
        let before = tabs.first { $0.id == id }?.closing?.reason ?? ""
        overlay = .form(
            Form(
                .closeReason(id, draft), title: texts.closeReasonTitle(file.head.reference.short, result),
                intro: [texts.closeReasonIntro], fields: [Form.text(texts.fieldReason, before, height: 3)]))
    }

    mutating func goOn(closing id: InquiryID, _ draft: ClosingDraft, because reason: String) -> [Effect] {
        var draft = draft
        draft.reason = reason
        change(id) { $0.closing = draft.filled(from: $0.closing) }
        return advance(closing: id, draft)
    }

    mutating func answerInterruption(_ id: InquiryID, _ draft: ClosingDraft, _ value: Picker.Value)
        -> [Effect]
    {
        guard value == .confirm else { return run(.reply) }
        var draft = draft
        draft.firstUnheard = nil
        return advance(closing: id, draft)
    }

    // MARK: Questions

    private enum Question { case result, topic, archive, outcome, referral }

    private mutating func ask(
        _ question: Question, _ id: InquiryID, _ file: InquiryFile, _ draft: ClosingDraft
    ) {
        var picker = Picker(
            .close(id, draft), title: texts.closeTitle(file.head.reference.short, file.head.name),
            intro: unanswered(question, file) + [words(question)], options: options(question, file),
            searched: question == .topic || question == .referral, isUnchosen: true)
        if let known = known(question, id, file) { picker.choose(known) }
        overlay = .picker(picker)
    }

    /// The citizen's last words are younger than our last: said before anything is chosen.
    private func unanswered(_ question: Question, _ file: InquiryFile) -> [String] {
        guard question == .result else { return [] }
        let said = file.inquiry.messages.last { $0.author != .system && $0.isPublic }
        guard said?.author == .citizen, file.inquiry.channel == .chat else { return [] }
        return [texts.closeUnanswered]
    }

    private func words(_ question: Question) -> String {
        switch question {
        case .result: texts.closeAsksResult
        case .topic: texts.closeAsksTopic
        case .archive: texts.closeAsksArchive
        case .outcome: texts.closeAsksOutcome
        case .referral: texts.closeAsksReferral
        }
    }

    private func options(_ question: Question, _ file: InquiryFile) -> [Picker.Option] {
        switch question {
        case .result: return resultOptions(file)
        case .topic: return topicOptions
        case .archive:
            return ArchiveDecision.allCases.map {
                .init(.archive($0), texts.letter($0), texts.archive($0))
            }
        case .outcome:
            return PhoneOutcome.allCases.map { .init(.outcome($0), texts.letter($0), texts.outcome($0)) }
        case .referral:
            let all = naming.units(external: true) + naming.units(external: false)
            return all.map {
                .init(.unit($0.code), nil, $0.name, detail: policy.units[$0.code]?.phone ?? "")
            }
        }
    }

    /// What this agent has said of this inquiry before, or what follows from what happened: nothing else is
    /// ever chosen for him.
    private func known(_ question: Question, _ id: InquiryID, _ file: InquiryFile) -> Picker.Value? {
        let before = tabs.first { $0.id == id }?.closing
        switch question {
        case .result: return (before?.result ?? ClosingResult.following(file.inquiry)).map { .result($0) }
        case .topic: return before?.topic.map { .topic($0) }
        case .archive: return before?.archive.map { .archive($0) }
        case .outcome:
            let told = file.inquiry.interactions.last { $0.outcome != nil }?.outcome
            return (before?.phoneOutcome ?? told).map { .outcome($0) }
        case .referral: return before?.referredTo.map { .unit($0) }
        }
    }

    /// Every result, those that can't be with the reason (habit 2).
    private func resultOptions(_ file: InquiryFile) -> [Picker.Option] {
        ClosingResult.allCases.filter { $0 != .solvedByMia }.map { result in
            var details = ClosingDetails(result: result)
            // What can still be asked for is no reason against it.
            details.topic = file.inquiry.topic ?? TopicCode("-")
            details.archive = .notArchived
            details.phoneOutcome = PhoneOutcome.none
            details.referredTo = UnitCode("-")
            details.reason = "-"
            let refusal = AppState.refusal(file, details)
            return Picker.Option(
                .result(result), texts.letter(result), texts.result(result),
                disabled: refusal.map { .refusal($0) })
        }
    }
}

extension ClosingResult {
    /// The result that what happened leaves no doubt about; nil where only the agent knows.
    static func following(_ inquiry: Inquiry) -> ClosingResult? {
        guard CloseGuard.isAnswered(inquiry) else { return nil }
        if inquiry.channel == .appointment { return .appointmentHeld }
        return inquiry.highestLine == 1 ? .solvedAtDesk : nil
    }
}

extension InquiryFile {
    /// What the citizen has written, in order; erased words are missing.
    var citizenWords: [String] {
        inquiry.messages.filter { $0.author == .citizen }.map { texts[$0.content] ?? "" }
    }
}

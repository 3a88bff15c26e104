import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// Closing asks only for what is missing, by the domain's own guard, and remembers what was chosen (law 6).
extension AppState {
    mutating func startClosing() -> [Effect] {
        guard let id = current, let file = file(id) else { return [] }
        ask(.result, id, file, ClosingDraft())
        return []
    }

    /// One answer more: the next question, or the closing itself.
    mutating func goOn(closing id: InquiryID, _ draft: ClosingDraft, _ value: Picker.Value) -> [Effect] {
        guard let file = file(id) else { return [] }
        var draft = draft
        switch value {
        case .result(let result): draft.result = result
        case .topic(let topic): draft.topic = topic
        case .archive(let archive): draft.archive = archive
        case .outcome(let outcome): draft.phoneOutcome = outcome
        case .unit(let unit): draft.referredTo = unit
        default: return []
        }
        guard let details = draft.details else { return [] }
        switch AppState.refusal(file, details) {
        case .topicMissing: ask(.topic, id, file, draft)
        case .archiveDecisionMissing: ask(.archive, id, file, draft)
        case .phoneOutcomeMissing: ask(.outcome, id, file, draft)
        case .referralMissing: ask(.referral, id, file, draft)
        case let refusal?: refuse(.refusal(refusal))
        case nil: return close(id, file, details)
        }
        return []
    }

    private mutating func close(_ id: InquiryID, _ file: InquiryFile, _ details: ClosingDetails) -> [Effect] {
        memory.results[file.head.channel] = details.result
        if let archive = details.archive { memory.archive = archive }
        if let outcome = details.phoneOutcome { memory.phoneOutcome = outcome }
        let seen = tabs.first { $0.id == id }?.seen(at: uptime) ?? file.inquiry.visibleVersion
        return submit(
            [.close(id, details, seen: seen)], inquiry: id, done: .closed,
            undo: step(.closed, id, [.reopen(id, reason: nil)]))
    }

    static func refusal(_ file: InquiryFile, _ details: ClosingDetails) -> Refusal? {
        do {
            try CloseGuard.check(file.inquiry, details)
            return nil
        } catch {
            return error
        }
    }

    private enum Question { case result, topic, archive, outcome, referral }

    private mutating func ask(
        _ question: Question, _ id: InquiryID, _ file: InquiryFile, _ draft: ClosingDraft
    ) {
        let options: [Picker.Option]
        var chosen: Picker.Value?
        switch question {
        case .result:
            options = resultOptions(file)
            chosen = memory.results[file.head.channel].map { .result($0) }
        case .topic: options = topicOptions
        case .archive:
            options = ArchiveDecision.allCases.map {
                .init(.archive($0), texts.letter($0), texts.archive($0))
            }
            chosen = memory.archive.map { .archive($0) }
        case .outcome:
            options = PhoneOutcome.allCases.map { .init(.outcome($0), texts.letter($0), texts.outcome($0)) }
            chosen = memory.phoneOutcome.map { .outcome($0) }
        case .referral:
            let all = naming.units(external: true) + naming.units(external: false)
            options = all.map {
                .init(.unit($0.code), nil, $0.name, detail: policy.units[$0.code]?.phone ?? "")
            }
        }
        let intro: String =
            switch question {
            case .result: texts.closeAsksResult
            case .topic: texts.closeAsksTopic
            case .archive: texts.closeAsksArchive
            case .outcome: texts.closeAsksOutcome
            case .referral: texts.closeAsksReferral
            }
        var picker = Picker(
            .close(id, draft), title: texts.closeTitle(file.head.reference.short, file.head.name),
            intro: [intro],
            options: options, searched: question == .topic || question == .referral)
        if let chosen { picker.view.select(chosen, in: picker.items) }
        overlay = .picker(picker)
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
            let refusal = AppState.refusal(file, details)
            return Picker.Option(
                .result(result), texts.letter(result), texts.result(result),
                disabled: refusal.map { .refusal($0) })
        }
    }
}

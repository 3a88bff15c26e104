import SkrankeDomain
import SkrankeScreen

/// Choosing among answers.
extension AppState {
    mutating func press(_ key: Key, in picker: Picker) -> [Effect] {
        var picker = picker
        if let movement = Movement(key) {
            picker.move(movement)
            overlay = .picker(picker)
            return []
        }
        if key == Key(.enter) {
            guard let option = picker.selected else {
                if picker.isUnchosen { say(.info, texts.chooseFirst) }
                return []
            }
            return choose(option, in: picker)
        }
        if picker.query != nil {
            picker.typed { $0.handle(key) }
            overlay = .picker(picker)
            return []
        }
        guard key.modifiers.isEmpty, case .scalar(let value) = key.code,
            let option = picker.options.first(where: { $0.letter?.value == value })
        else { return [] }
        return choose(option, in: picker)
    }

    private mutating func choose(_ option: Picker.Option, in picker: Picker) -> [Effect] {
        if let disabled = option.disabled {
            refuse(disabled)
            return []
        }
        if case .closeAnyway(let id, _) = picker.purpose, isSurprised(id) {
            say(.info, texts.tooFast)
            return []
        }
        overlay = nil
        switch (picker.purpose, option.value) {
        case (.close(let id, let draft), let value): return goOn(closing: id, draft, value)
        case (.closeAnyway(let id, let draft), let value): return answerInterruption(id, draft, value)
        case (.topic(let id), .topic(let topic)): return set(topic, of: id)
        case (.unit(let id), .unit(let unit)): return askBrief(id, unit)
        case (.move(let id), .channel(let channel)): return askMoveReason(id, channel)
        case (.moveReason(let id, let channel), .reason(let reason)):
            return move(id, to: channel, because: texts.moveReason(reason))
        case (.moveReason(let id, let channel), .other): return askMoveWords(id, channel)
        case (.attempt(let id), .attempt(let result)): return attempt(result, id)
        case (.attempt(let id), .giveUp):
            return submit(claimed(id) + [.giveUpCallback(id)], inquiry: id, done: .gaveUp)
        case (.meeting(let id), .meeting(let action)): return meet(action, id)
        case (.presence, .presence(let presence)):
            return become(presence, PresenceDetail())
        case (.presence, .absence(let code)): return become(.paused, PresenceDetail(absence: code))
        case (.register, .channel(let channel)): return showRegistration(channel)
        case (.register, .unfinished): return continueRegistration()
        case (.void, .void(let reason)): return askConfirm(.void(reason))
        case (.quit, .confirm): return [.quit]
        case (.merge(let id), .inquiry(let other)): return confirmMerge(id, into: other)
        case (.absence(let person), .absenceCode(let code)): return askUntil(person, code)
        case (.absence(let person), .backAtWork): return clearAbsence(person)
        case (.absenceUntil(let person, let code), .until(let choice)):
            return setAbsence(person, code, choice)
        case (.mergeConfirm(let id, let other), .confirm): return merge(id, into: other)
        default:
            if let effects = chooseVisit(picker.purpose, option.value) { return effects }
            return chooseOfDesk(option.value, in: picker)
        }
    }

    /// News came under the hand a blink ago.
    private func isSurprised(_ id: InquiryID) -> Bool {
        guard let at = tabs.first(where: { $0.id == id })?.surprisedAt else { return false }
        return uptime - at < HandTiming.surprise
    }

    func claimed(_ id: InquiryID) -> [Intent] { head(id).map(claimFirst) ?? [] }

    private mutating func set(_ topic: TopicCode, of id: InquiryID) -> [Effect] {
        let undo = head(id)?.topic.map { step(.topic, id, [.setTopic(id, $0)]) }
        return submit([.setTopic(id, topic)], inquiry: id, done: .topic, undo: undo)
    }

    private mutating func askBrief(_ id: InquiryID, _ unit: UnitCode) -> [Effect] {
        guard let head = head(id) else { return [] }
        let text = tabs.first { $0.id == id }?.brief ?? ""
        overlay = .form(
            Form(
                .brief(id, unit), title: texts.briefTitle(head.reference.short, naming.unit(unit)),
                intro: [
                    texts.briefIntro(
                        policy.units[unit]?.responseWorkingDays ?? policy.promises.unitWorkingDays)
                ],
                fields: [Form.text(texts.fieldBrief, text, height: 5)]))
        return current == id ? [] : open(id)
    }

    private mutating func attempt(_ result: AttemptResult, _ id: InquiryID) -> [Effect] {
        submit(claimed(id) + [.attemptCallback(id, result)], inquiry: id, done: .attempted(result))
    }

    private mutating func meet(_ action: MeetingAction, _ id: InquiryID) -> [Effect] {
        guard let head = head(id) else { return [] }
        switch action {
        case .call: return submit([.callVisitor(id, counter: memory.counter)], inquiry: id, done: .called)
        case .start: return submit(claimed(id) + [.startVisit(id)], inquiry: id, done: .started)
        case .finish: return submit([.finishVisit(id)], inquiry: id, done: .finished)
        case .left: return submit([.visitorLeft(id)], inquiry: id, done: .left)
        case .arrived: return submit(claimed(id) + [.visitorForAppointment(id)], inquiry: id, done: .arrived)
        case .held: return submit(claimed(id) + [.holdAppointment(id)], inquiry: id, done: .heldMeeting)
        case .noShow: return submit([.appointmentNoShow(id)], inquiry: id, done: .noShow)
        case .cancel: return submit([.cancelAppointment(id, byCitizen: true)], inquiry: id, done: .cancelled)
        case .reschedule: return askFreeTimes(head, moving: true)
        case .book: return askFreeTimes(head, moving: false)
        case .park: return submit([.parkVisit(id)], inquiry: id, done: .visit(.park))
        case .service: return askService(head)
        case .hand: return askHost(head)
        }
    }
}

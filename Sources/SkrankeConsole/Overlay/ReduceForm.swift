import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// Filling in: Tab goes from field to field, Ctrl+S is done, Esc leaves and loses no text.
extension AppState {
    mutating func press(_ key: Key, in form: Form) -> [Effect] {
        var form = form
        if key == .control("s") { return finish(form) }
        if key == Key(.enter), form.isLast, !form.isText { return finish(form) }
        form.fault = nil
        form.press(key, naming)
        overlay = .form(form)
        keep(form)
        return []
    }

    /// What was typed outlives the form: as a draft, or with the inquiry.
    mutating func keep(_ form: Form) {
        let text = form.text(of: .text)
        switch form.purpose {
        case .register: drafts.set(DraftKey(nil, .registration), text, at: uptime)
        case .brief(let id, _): change(id) { $0.brief = text }
        case .closeReason(let id, _): change(id) { $0.closing?.reason = text }
        default: break
        }
    }

    private mutating func finish(_ form: Form) -> [Effect] {
        var form = form
        switch form.purpose {
        case .register(let channel): return register(form, channel)
        case .brief(let id, let unit):
            let brief = form.text(of: .text)
            if brief.isBlank { return fault(&form, texts.refusal(.textMissing, self)) }
            overlay = nil
            return send(
                form, claimIfFree(id) + [.transferToUnit(id, unit, brief: brief)], id, .transferred,
                undo: step(.transferred, id, [.returnToDesk(id, reason: nil)]))
        case .takeOver(let id):
            let why = form.text(of: .text)
            if why.isBlank { return fault(&form, texts.refusal(.reasonMissing, self)) }
            overlay = nil
            return send(form, [.takeOver(id, reason: why)], id, .tookOver)
        case .handOver(let ids, let to): return handOver(form, ids, to)
        case .moveReason(let id, let channel):
            let why = form.text(of: .text)
            if why.isBlank { return fault(&form, texts.refusal(.reasonMissing, self)) }
            overlay = nil
            return move(id, to: channel, because: why)
        case .split, .replyNoted, .clearance, .refuseClearance, .closeReason: return finishLink(form)
        case .staffMessage(let id, let person, let after): return finishMessage(form, id, person, after)
        case .absence(let person, let code): return finishAbsence(form, person, code)
        case .contact(let id, let thenCallback): return setContact(form, id, thenCallback: thenCallback)
        case .book(let id):
            guard let slot = slot(of: form) else { return fault(&form, texts.slotUnreadable) }
            let host = form.text(of: .host)
            if host.isBlank { return fault(&form, texts.hostMissing) }
            overlay = nil
            let target = ChannelTarget.slot(host: host, from: slot.from, until: slot.until)
            return send(
                form, claimIfFree(id) + [.moveChannel(id, to: .appointment, target, reason: moveReason(id))],
                id, .booked
            )
        case .reschedule(let id, _):
            guard let slot = slot(of: form) else { return fault(&form, texts.slotUnreadable) }
            overlay = nil
            let byCitizen = form.choice(of: .byCitizen) == 0
            return send(
                form, [.rescheduleAppointment(id, from: slot.from, until: slot.until, byCitizen: byCitizen)],
                id,
                .rescheduled)
        }
    }

    private mutating func setContact(_ form: Form, _ id: InquiryID, thenCallback: Bool) -> [Effect] {
        var form = form
        let details = ContactDetails(
            name: form.text(of: .name), email: form.text(of: .email), phone: form.text(of: .phone))
        if thenCallback, form.text(of: .phone).isBlank { return fault(&form, texts.phoneMissing, at: .phone) }
        if let wrong = wrongContact(form) { return fault(&form, texts.contactWrong(wrong), at: wrong) }
        if details.isEmpty { return fault(&form, texts.refusal(.textMissing, self)) }
        overlay = nil
        var intents = claimIfFree(id) + [.setContact(id, details)]
        if thenCallback { intents.append(.moveChannel(id, to: .callback, .none, reason: moveReason(id))) }
        return send(form, intents, id, thenCallback ? .moved(.callback) : .contact)
    }

    private func claimIfFree(_ id: InquiryID) -> [Intent] { head(id).map(claimFirst) ?? [] }

    mutating func send(
        _ form: Form, _ intents: [Intent], _ id: InquiryID, _ done: Pending.Done, undo: UndoStep? = nil
    ) -> [Effect] {
        let effects = submit(intents, inquiry: id, done: done, undo: undo)
        pending[Correlation(nextCorrelation - 1)]?.form = form
        return effects
    }

    /// - Parameter field: where the cursor goes, because it is there that something is to be done.
    mutating func fault(_ form: inout Form, _ text: String, at field: Form.FieldName? = nil) -> [Effect] {
        form.fault = text
        if let field, let index = form.fields.firstIndex(where: { $0.name == field }) { form.focus = index }
        overlay = .form(form)
        return []
    }
}

extension Form {
    var isLast: Bool { focus == fields.count - 1 }
    var isText: Bool { if case .text = fields[focus].content { true } else { false } }

    mutating func press(_ key: Key, _ naming: Naming) {
        switch key {
        case Key(.tab): go(1)
        case Key(.backTab): go(-1)
        default:
            if !isText, key == Key(.enter) || key == Key(.down), !isTopic || key == Key(.enter) {
                return go(1)
            }
            if !isText, !isTopic, key == Key(.up) { return go(-1) }
            edit(key, naming)
        }
    }

    private var isTopic: Bool { if case .topic = fields[focus].content { true } else { false } }

    private mutating func go(_ step: Int) { focus = (focus + step + fields.count) % fields.count }

    private mutating func edit(_ key: Key, _ naming: Naming) {
        switch fields[focus].content {
        case .line(var editor):
            editor.handle(key)
            fields[focus].content = .line(editor)
        case .text(var editor):
            if case .refused = editor.handle(key) { return }
            fields[focus].content = .text(editor)
        case .choice(let options, let index):
            switch key {
            case Key(.left):
                fields[focus].content = .choice(options, (index + options.count - 1) % options.count)
            case Key(.right), .scalar(" "):
                fields[focus].content = .choice(options, (index + 1) % options.count)
            default: break
            }
        case .topic(var editor, let matches, let index):
            switch key {
            case Key(.up): fields[focus].content = .topic(editor, matches, max(0, index - 1))
            case Key(.down):
                fields[focus].content = .topic(editor, matches, min(max(0, matches.count - 1), index + 1))
            default:
                editor.handle(key)
                fields[focus].content = .topic(editor, Form.matches(editor.text, naming), 0)
            }
        }
    }

    mutating func paste(_ text: String) {
        switch fields[focus].content {
        case .line(var editor):
            editor.paste(text)
            fields[focus].content = .line(editor)
        case .text(var editor):
            editor.paste(text)
            fields[focus].content = .text(editor)
        case .choice, .topic: break
        }
    }

    /// Topics whose name begins with what was typed, then those that contain it.
    static func matches(_ text: String, _ naming: Naming) -> [TopicCode] {
        let word = text.lowercased()
        if word.isEmpty { return [] }
        let all = naming.topics()
        let begins = all.filter { $0.name.lowercased().hasPrefix(word) }
        let contains = all.filter {
            $0.name.lowercased().contains(word) && !$0.name.lowercased().hasPrefix(word)
        }
        return (begins + contains).prefix(8).map(\.code)
    }
}

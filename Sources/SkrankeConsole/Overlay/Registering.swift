import SkrankeDomain
import SkrankeScreen

/// Registering by hand in a few keys: channel, text, who, topic (R20, R29); booking a meeting.
extension AppState {
    mutating func askRegistration() -> [Effect] {
        let channels: [Channel] = [
            .phone, .callback, .visit, .appointment, .email, .letter, .sms, .social, .media,
        ]
        var options = channels.map {
            Picker.Option(.channel($0), texts.letter($0), texts.channel($0))
        }
        if let begun = begunRegistration {
            let words = TextWidth.prefix(begun.form.text(of: .text), columns: 40)
            options.insert(.init(.unfinished, nil, texts.registerGoOn(begun.channel), detail: words), at: 0)
        }
        var picker = Picker(
            .register, title: texts.registerTitle, intro: [texts.registerIntro], options: options)
        if begunRegistration == nil { picker.view.select(.channel(memory.registered), in: picker.items) }
        overlay = .picker(picker)
        return []
    }

    /// What was begun and left: with all fields in this session, with its text after a crash.
    private var begunRegistration: (form: Form, channel: Channel)? {
        if let form = memory.unfinished, case .register(let channel) = form.purpose { return (form, channel) }
        let text = drafts[DraftKey(nil, .registration)]?.text ?? ""
        if text.isBlank { return nil }
        return (registrationForm(memory.registered, text: text), memory.registered)
    }

    mutating func continueRegistration() -> [Effect] {
        guard let begun = begunRegistration else { return askRegistration() }
        memory.unfinished = nil
        memory.registered = begun.channel
        overlay = .form(begun.form)
        return []
    }

    /// Left half-way: everything that was typed is offered the next time, and nothing of it enters another.
    mutating func leave(_ form: Form) {
        if form.hasWords {
            memory.unfinished = form
            say(.info, texts.registerLeft)
        } else if let begun = memory.unfinished {
            // An empty one that is closed again takes nothing from the one before.
            drafts.set(DraftKey(nil, .registration), begun.text(of: .text), at: uptime)
        }
    }

    /// A new form is empty: another citizen's words do not belong in it.
    mutating func showRegistration(_ channel: Channel) -> [Effect] {
        memory.registered = channel
        overlay = .form(registrationForm(channel, text: ""))
        return []
    }

    private func registrationForm(_ channel: Channel, text: String) -> Form {
        var fields = [
            Form.text(texts.fieldText(spoken: channel.isSpoken), text, height: 3),
            Form.line(.name, texts.fieldName), Form.line(.phone, texts.fieldPhone),
            Form.line(.email, texts.fieldEmail),
            Form.Field(
                name: .topic, label: texts.fieldTopic,
                content: .topic(LineEditor(width: 30, scalarLimit: 60), [], 0)),
        ]
        if channel == .appointment { fields += slotFields(host: "") }
        if channel != .phone {
            fields.append(
                Form.Field(
                    name: .claim, label: texts.fieldClaim,
                    content: .choice([texts.no, texts.yes], channel == .visit ? 1 : 0)))
        }
        return Form(
            .register(channel), title: texts.registerTitle(channel), intro: [texts.formHint(channel)],
            fields: fields)
    }

    mutating func register(_ form: Form, _ channel: Channel) -> [Effect] {
        var form = form
        let text = form.text(of: .text)
        if text.isBlank { return fault(&form, texts.refusal(.textMissing, self), at: .text) }
        if let wrong = wrongContact(form) { return fault(&form, texts.contactWrong(wrong), at: wrong) }
        var target = ChannelTarget.none
        if channel == .appointment {
            guard let slot = slot(of: form) else { return fault(&form, texts.slotUnreadable, at: .date) }
            let host = form.text(of: .host)
            if host.isBlank { return fault(&form, texts.hostMissing, at: .host) }
            target = .slot(host: host, from: slot.from, until: slot.until)
        }
        if channel == .callback, form.text(of: .phone).isBlank {
            return fault(&form, texts.phoneMissing, at: .phone)
        }
        let contact = ContactDetails(
            name: form.text(of: .name), email: form.text(of: .email), phone: form.text(of: .phone))
        overlay = nil
        let registration = Registration(
            channel: channel, text: text, topic: form.topic, contact: contact.isEmpty ? nil : contact,
            target: target,
            claim: form.choice(of: .claim) == 1 || channel == .phone)
        let correlation = Correlation(nextCorrelation)
        nextCorrelation += 1
        pending[correlation] = Pending(intents: [], done: .registered, form: form)
        return [.register(registration, correlation)]
    }

    /// The field that holds no address or number that anybody could use; nil where all are blank or right.
    func wrongContact(_ form: Form) -> Form.FieldName? {
        let email = form.text(of: .email)
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        let isAddress = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains(" ") }
        if !email.isBlank, !isAddress { return .email }
        let phone = form.text(of: .phone)
        let digits = phone.unicodeScalars.count { ("0"..."9").contains($0) }
        let isNumber =
            (3...15).contains(digits)
            && phone.unicodeScalars.allSatisfy {
                ("0"..."9").contains($0) || " +-()/".unicodeScalars.contains($0)
            }
        return phone.isBlank || isNumber ? nil : .phone
    }

    /// Who the citizen is, as far as he tells; a callback wants a number first.
    mutating func askContact(_ head: InquiryHead, thenCallback: Bool) -> [Effect] {
        let known = file(head.id)?.contact
        var form = Form(
            .contact(head.id, thenCallback: thenCallback), title: texts.contactTitle(head.reference.short),
            intro: thenCallback ? [texts.phoneMissing] : [],
            fields: [
                Form.line(.name, texts.fieldName, known?.name ?? ""),
                Form.line(.phone, texts.fieldPhone, known?.phone ?? ""),
                Form.line(.email, texts.fieldEmail, known?.email ?? ""),
            ])
        if thenCallback { form.focus = 1 }
        overlay = .form(form)
        return current == head.id ? [] : open(head.id)
    }

    // MARK: Meetings

    mutating func askBooking(_ head: InquiryHead) -> [Effect] {
        let host = head.topic.flatMap { policy.services[$0] }.flatMap { policy.units[$0.unit]?.leader } ?? ""
        let due = PromiseDates(policy: policy).appointment(requested: now).due
        overlay = .form(
            Form(
                .book(head.id), title: texts.bookTitle(head.reference.short),
                intro: [texts.bookIntro(Phrases(language).date(zone.date(at: due)))],
                fields: slotFields(host: host)))
        return current == head.id ? [] : open(head.id)
    }

    mutating func askReschedule(_ head: InquiryHead) -> [Effect] {
        var fields = slotFields(host: nil)
        fields.append(
            Form.Field(
                name: .byCitizen, label: texts.fieldByCitizen,
                content: .choice([texts.byCitizen, texts.byUs], 0)))
        overlay = .form(
            Form(
                .reschedule(head.id, byCitizen: true), title: texts.rescheduleTitle(head.reference.short),
                fields: fields))
        return []
    }

    /// Host (nil: not asked), date, time and length; the next working day at nine is proposed.
    private func slotFields(host: String?) -> [Form.Field] {
        let tomorrow = policy.calendar.nextWorkingDay(after: zone.date(at: now))
        let date = tomorrow.map { "\($0.day).\($0.month)." } ?? ""
        let rest = [
            Form.line(.date, texts.fieldDate, date, width: 12),
            Form.line(.time, texts.fieldTime, "09:00", width: 8),
            Form.line(.minutes, texts.fieldMinutes, "30", width: 6),
        ]
        return host.map { [Form.line(.host, texts.fieldHost, $0)] + rest } ?? rest
    }

    /// The slot that the form tells: «26.11.» or «26.11.2026» or «2026-11-26», «9», «9.30», «09:30».
    func slot(of form: Form) -> (from: Moment, until: Moment)? {
        guard let date = SlotReader.date(form.text(of: .date), today: zone.date(at: now)),
            let time = SlotReader.time(form.text(of: .time)),
            let minutes = Int64(form.text(of: .minutes).filter { $0 != " " }), (5...480).contains(minutes)
        else { return nil }
        let from = zone.moment(of: WallTime(date: date, time: time))
        return (from, from + .minutes(minutes))
    }
}

/// Reads dates and times as people type them.
enum SlotReader {
    static func date(_ text: String, today: CivilDate) -> CivilDate? {
        let trimmed = text.filter { $0 != " " }
        if let date = CivilDate(iso: trimmed) { return date }
        let parts = trimmed.split(separator: ".", omittingEmptySubsequences: true).map { Int($0) }
        guard parts.count == 2 || parts.count == 3, let day = parts[0], let month = parts[1] else {
            return nil
        }
        if parts.count == 3 {
            guard let year = parts[2] else { return nil }
            return CivilDate(year: year < 100 ? 2000 + year : year, month: month, day: day)
        }
        guard let date = CivilDate(year: today.year, month: month, day: day) else { return nil }
        return date < today ? CivilDate(year: today.year + 1, month: month, day: day) : date
    }

    static func time(_ text: String) -> ClockTime? {
        let parts = text.filter { $0 != " " }.split(whereSeparator: { $0 == ":" || $0 == "." }).map {
            Int($0)
        }
        guard (1...2).contains(parts.count), let hour = parts[0], (0...23).contains(hour) else { return nil }
        guard parts.count == 2 else { return ClockTime(hour, 0) }
        guard let minute = parts[1], (0...59).contains(minute) else { return nil }
        return ClockTime(hour, minute)
    }
}

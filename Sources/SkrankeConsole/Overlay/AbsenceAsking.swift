import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// How long somebody will be away, as it is said in passing.
public enum AwayUntil: Hashable, Sendable, CaseIterable {
    case halfHour, hour, twoHours, closing, tomorrow, unknown
    /// A form asks for date and time, and for words.
    case other
}

/// Setting and clearing an absence: code, then until when. Three keys for one's own (`A`, code, until).
extension AppState {
    mutating func askAbsence(_ person: AgentID) -> [Effect] {
        if let why = reason({ () throws(Reason) in
            try permit(.setAbsence(person, AbsenceDetails(code: "")), nil)
        }) {
            refuse(why)
            return []
        }
        let active = absences[person].map { $0.absence.isActive(at: now) } ?? false
        var options = [
            Picker.Option(
                .backAtWork, texts.letterBack, texts.absenceBack,
                disabled: active ? nil : .notAway)
        ]
        var used: Set<Unicode.Scalar> = [texts.letterBack]
        for code in policy.directory.codes {
            let letter = AbsenceLetters.free(for: code.code, used)
            if let letter { used.insert(letter) }
            options.append(
                .init(
                    .absenceCode(code.code), letter, texts.absenceName(code), detail: texts.absencePhone(code)
                ))
        }
        let name = policy.directory[person]?.name ?? naming.full(person)
        let said = active ? absences[person].map { texts.absenceSince($0, self) } : nil
        overlay = .picker(
            Picker(
                .absence(person), title: texts.absenceTitle(name), intro: [said ?? texts.absenceIntro],
                options: options, isUnchosen: true))
        return []
    }

    mutating func askUntil(_ person: AgentID, _ code: String) -> [Effect] {
        let options = AwayUntil.allCases.map { choice in
            let until = end(of: choice)
            let isPossible = until != nil || choice == .unknown || choice == .other
            return Picker.Option(
                .until(choice), texts.letter(choice), texts.until(choice),
                detail: until.map { moment($0) } ?? "",
                disabled: isPossible ? nil : .refusal(.deskClosed))
        }
        let name = policy.directory[person]?.name ?? naming.full(person)
        overlay = .picker(
            Picker(
                .absenceUntil(person, code), title: texts.absenceTitle(name), intro: [texts.untilIntro],
                options: options, isUnchosen: true))
        return []
    }

    /// Nil where nobody knows, where a form asks, and where the desk does not open again today.
    private func end(of choice: AwayUntil) -> Moment? {
        let today = zone.date(at: now)
        switch choice {
        case .halfHour: return now + .minutes(30)
        case .hour: return now + .hours(1)
        case .twoHours: return now + .hours(2)
        case .closing: return policy.calendar.closing(on: today).flatMap { $0 > now ? $0 : nil }
        case .tomorrow:
            return policy.calendar.nextWorkingDay(after: today).flatMap { policy.calendar.opening(on: $0) }
        case .unknown, .other: return nil
        }
    }

    mutating func setAbsence(_ person: AgentID, _ code: String, _ choice: AwayUntil) -> [Effect] {
        if choice == .other { return askAbsenceTime(person, code) }
        return submitAbsence(person, AbsenceDetails(code: code, until: end(of: choice)))
    }

    private mutating func askAbsenceTime(_ person: AgentID, _ code: String) -> [Effect] {
        let today = zone.date(at: now)
        let name = policy.directory[person]?.name ?? naming.full(person)
        overlay = .form(
            Form(
                .absence(person, code), title: texts.absenceTitle(name),
                fields: [
                    Form.line(.time, texts.fieldBackAt, width: 8),
                    Form.line(.date, texts.fieldDate, "\(today.day).\(today.month).", width: 12),
                    Form.line(.name, texts.fieldForColleagues),
                ]))
        return []
    }

    mutating func finishAbsence(_ form: Form, _ person: AgentID, _ code: String) -> [Effect] {
        var form = form
        guard let date = SlotReader.date(form.text(of: .date), today: zone.date(at: now)),
            let time = SlotReader.time(form.text(of: .time))
        else { return fault(&form, texts.slotUnreadable, at: .time) }
        let until = zone.moment(of: WallTime(date: date, time: time))
        if until <= now { return fault(&form, texts.refusal(.dateNotInFuture, self), at: .time) }
        overlay = nil
        let words = form.text(of: .name)
        return submitAbsence(
            person, AbsenceDetails(code: code, until: until, text: words.isBlank ? nil : words))
    }

    private mutating func submitAbsence(_ person: AgentID, _ details: AbsenceDetails) -> [Effect] {
        let name = policy.directory[person]?.name ?? naming.full(person)
        return submit(
            [.setAbsence(person, details)], inquiry: nil, done: .absence(name, details.code),
            undo: step(.final, nil, [.clearAbsence(person)]))
    }

    mutating func clearAbsence(_ person: AgentID) -> [Effect] {
        let name = policy.directory[person]?.name ?? naming.full(person)
        return submit([.clearAbsence(person)], inquiry: nil, done: .absence(name, nil))
    }
}

enum AbsenceLetters {
    /// The first letter of the code that is still free, else a digit.
    static func free(for code: String, _ used: Set<Unicode.Scalar>) -> Unicode.Scalar? {
        let letters = Array(code.lowercased().unicodeScalars) + Array("123456789".unicodeScalars)
        return letters.first { !used.contains($0) }
    }
}

import SkrankeDomain

/// The open inquiry: its frame, its timeline, the citizen, the text field.
extension Texts {
    var inquiryWord: String { t("Henvendelse", "Førespurnad", "Inquiry") }

    func inquiryStatus(_ head: InquiryHead, owner: String?, due: String?) -> [String] {
        let kind = channel(head.channel)
        let what = head.state == .inProgress || head.state == .received ? "" : ", " + state(head.state)
        let who = owner.map { " | \($0)" } ?? t(" | ingen eier", " | ingen eigar", " | no owner")
        guard let due else { return [kind + what + who, kind + what] }
        return [kind + what + who + " | " + due, kind + " | " + due, due]
    }

    func dueLine(_ kind: DeadlineKind, _ left: String, mark: String) -> String {
        t(
            "\(deadline(kind)) \(left)\(mark)", "\(deadline(kind)) \(left)\(mark)",
            "\(deadline(kind)) \(left)\(mark)")
    }

    var nothingOpenTitle: String {
        t("Ingen henvendelse er åpen", "Ingen førespurnad er open", "No inquiry is open")
    }

    func nothingOpen(next: String?) -> [String] {
        var lines: [String] = []
        if let next {
            lines.append(
                t(
                    "n  neste: tar og åpner det som haster mest (\(next))",
                    "n  neste: tek og opnar det som hastar mest (\(next))",
                    "n  next: takes and opens what is most urgent (\(next))"))
        }
        lines.append(t("Enter  åpner den valgte", "Enter  opnar den valde", "Enter  opens the selected one"))
        lines.append(
            t(
                "N  registrerer en ny for hånd", "N  registrerer ein ny for hand",
                "N  registers a new one by hand"))
        lines.append(t("?  viser alle taster", "?  viser alle tastar", "?  shows all keys"))
        return lines
    }

    var newMessages: String { t("nye meldinger", "nye meldingar", "new messages") }
    var missingFile: String {
        t(
            "Henvendelsen finnes ikke lenger.", "Førespurnaden finst ikkje lenger.",
            "The inquiry is not there any more.")
    }
    var citizenWord: String { t("Innbygger", "Innbyggjar", "Citizen") }
    var citizenShort: String { t("Innb.", "Innb.", "Cit.") }
    var deskWord: String { t("Skranke", "Skranke", "Desk") }
    var noteWord: String { t("Internt", "Internt", "Internal") }
    var erasedText: String { t("(slettet)", "(sletta)", "(erased)") }
    var withdrawnMark: String {
        t("trukket tilbake, ikke sendt", "trekt tilbake, ikkje send", "taken back, not sent")
    }
    func sendsIn(_ seconds: Int64) -> String {
        t(
            "sendes om \(seconds) s, u: angre", "blir sendt om \(seconds) s, u: angre",
            "goes out in \(seconds) s, u: undo")
    }
    var citizenTypes: String { t("innbyggeren skriver …", "innbyggjaren skriv …", "the citizen is typing …") }
    func colleagueTypes(_ who: String) -> String {
        t("\(who) skriver …", "\(who) skriv …", "\(who) is typing …")
    }
    func colleagueLooks(_ who: String) -> String { t("\(who) ser på", "\(who) ser på", "\(who) is looking") }

    // MARK: The citizen

    var citizenStripKey: String { t("i: alle kanaler", "i: alle kanalar", "i: all channels") }
    var notIdentified: String {
        t("Ukjent (ikke identifisert)", "Ukjend (ikkje identifisert)", "Unknown (not identified)")
    }
    func speaks(_ language: Language) -> String {
        t(
            "Språk: \(languageName(language))", "Språk: \(languageName(language))",
            "Language: \(languageName(language))")
    }
    var noPhone: String { t("telefon mangler", "telefon manglar", "no telephone number") }
    var protected: String { t("SPERRET ADRESSE", "SPERRA ADRESSE", "PROTECTED ADDRESS") }
    func promises(_ text: String?) -> String {
        text.map { t("Lovet svar: \($0)", "Lova svar: \($0)", "Promised answer: \($0)") }
            ?? t(
                "Lovet svar: ingen kvittering ennå (k)", "Lova svar: inga kvittering enno (k)",
                "Promised answer: no receipt yet (k)")
    }
    func historyLine(_ number: Int?) -> String {
        guard let number else {
            return t(
                "Andre henvendelser: i viser dem", "Andre førespurnader: i viser dei",
                "Other inquiries: i shows them")
        }
        if number == 0 {
            return t("Ingen andre henvendelser", "Ingen andre førespurnader", "No other inquiries")
        }
        return t(
            "Andre henvendelser: \(number)", "Andre førespurnader: \(number)", "Other inquiries: \(number)")
    }
    func mayMoveTo(_ channels: String) -> String {
        t("Bytt kanal: b  (\(channels))", "Byt kanal: b  (\(channels))", "Move: b  (\(channels))")
    }
    func topicLine(_ topic: String?) -> String {
        topic.map { t("Emne: \($0)", "Emne: \($0)", "Topic: \($0)") }
            ?? t("Emne: ikke satt (e)", "Emne: ikkje sett (e)", "Topic: not set (e)")
    }

    // MARK: The text field

    func editorTitle(_ kind: EditorKind, spoken: Bool, to number: String, _ name: String?) -> String {
        let whom = name.map { "\(number) \($0)" } ?? number
        switch (kind, spoken) {
        case (.reply, false): return t("Svar til \(whom)", "Svar til \(whom)", "Reply to \(whom)")
        case (.reply, true):
            return t("Muntlig svar, oppsummert", "Munnleg svar, oppsummert", "Spoken answer, in short")
        case (.note, _):
            return t(
                "Intern kommentar (ikke til innbygger)", "Intern kommentar (ikkje til innbyggjar)",
                "Internal note (not to the citizen)")
        }
    }
    func editorKeys(_ kind: EditorKind) -> [String] {
        let send = kind == .note ? t("Ctrl+S lagre", "Ctrl+S lagre", "Ctrl+S save") : "Ctrl+S send"
        return [
            t("\(send) | Esc lagre utkast", "\(send) | Esc lagre utkast", "\(send) | Esc keep draft"), send,
        ]
    }
    var replyHint: String {
        t("s: svar   c: intern kommentar", "s: svar   c: intern kommentar", "s: reply   c: internal note")
    }
    var takeHint: String {
        t(
            "s: ta og svar   t: ta   c: intern kommentar", "s: ta og svar   t: ta   c: intern kommentar",
            "s: take and reply   t: take   c: internal note")
    }
    func heldByHint(_ who: String) -> String {
        t(
            "\(who) har den.   c: intern kommentar", "\(who) har han.   c: intern kommentar",
            "\(who) has it.   c: internal note")
    }
    func closedHint(_ state: String) -> String {
        t(
            "Henvendelsen er \(state).   n: neste", "Førespurnaden er \(state).   n: neste",
            "The inquiry is \(state).   n: next")
    }
    var draftWaits: String {
        t("Kladd (s: skriv videre)", "Kladd (s: skriv vidare)", "Draft (s: go on writing)")
    }
    var replyWord: String { t("Svar", "Svar", "Reply") }
    func characters(_ number: Int) -> String {
        t("\(number) tegn", "\(number) teikn", "\(number) characters")
    }
    func saved(_ time: String) -> String {
        t("utkast lagret \(time)", "utkast lagra \(time)", "draft saved \(time)")
    }
    var notSavedYet: String { t("lagres …", "blir lagra …", "saving …") }
    var sending: String { t("sendes …", "blir sendt …", "sending …") }

    // MARK: Too small

    func tooSmall(_ width: Int, _ height: Int, _ minWidth: Int, _ minHeight: Int) -> String {
        t(
            "Vinduet er for lite: \(width)x\(height), trenger \(minWidth)x\(minHeight)",
            "Vindauget er for lite: \(width)x\(height), treng \(minWidth)x\(minHeight)",
            "The window is too small: \(width)x\(height), needs \(minWidth)x\(minHeight)")
    }
}

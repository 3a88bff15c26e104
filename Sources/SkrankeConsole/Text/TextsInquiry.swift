import SkrankeDomain
import SkrankeScreen

/// The open inquiry: its frame, its timeline, the citizen, the text field.
extension Texts {
    var inquiryWord: String { t("Henvendelse", "Førespurnad", "Inquiry") }

    func inquiryStatus(_ head: InquiryHead, owner: String?, due: String?) -> [String] {
        let kind = channel(head.channel)
        let isWork = head.state == .inProgress || head.state == .received
        let what =
            (isWork ? "" : ", " + state(head.state)) + (head.clearance.map { ", " + clearance($0) } ?? "")
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

    /// What would stand here, and the keys that fill it; the widest within 46 columns.
    func nothingOpen(next: String?, isEmpty: Bool) -> [String] {
        var lines = [
            t(
                "Her kommer samtalen med innbyggeren.", "Her kjem samtalen med innbyggjaren.",
                "The talk with the citizen stands here."), "",
        ]
        if let next {
            lines.append(
                t(
                    "\(wide(.next))tar det som haster mest (\(next))",
                    "\(wide(.next))tek det som hastar mest (\(next))",
                    "\(wide(.next))takes what is most urgent (\(next))"))
        }
        if !isEmpty {
            lines.append(
                t(
                    "\(wide(.open))åpner den valgte", "\(wide(.open))opnar den valde",
                    "\(wide(.open))opens the selected one"))
        }
        lines.append(
            t(
                "\(wide(.register))registrerer en ny for hånd",
                "\(wide(.register))registrerer ein ny for hand",
                "\(wide(.register))registers a new one by hand"))
        if isEmpty {
            lines.append(
                t(
                    "\(wide(.find))finner igjen en avsluttet",
                    "\(wide(.find))finn att ein avslutta",
                    "\(wide(.find))finds one that is closed"))
        }
        lines.append(
            t(
                "\(wide(.help))viser alle taster", "\(wide(.help))viser alle tastar",
                "\(wide(.help))shows all keys"))
        return lines
    }

    /// A command's key in a column of its own.
    private func wide(_ name: CommandName) -> String {
        let key = key(of: name)
        return key + String(repeating: " ", count: max(2, 7 - TextWidth.of(key)))
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
        let key = CommandTable[.send]?.key(in: .editor).map { self.key($0) } ?? ""
        let send = key + (kind == .note ? t(" lagre", " lagre", " save") : " send")
        return [
            t("\(send) | Esc lagre kladd", "\(send) | Esc lagre kladd", "\(send) | Esc keep draft"), send,
        ]
    }
    func heldByHint(_ who: String) -> String {
        t(
            "\(who) har den.   \(hint(.note))", "\(who) har han.   \(hint(.note))",
            "\(who) has it.   \(hint(.note))")
    }
    func closedHint(_ state: String) -> String {
        t(
            "Henvendelsen er \(state).   \(hint(.next))", "Førespurnaden er \(state).   \(hint(.next))",
            "The inquiry is \(state).   \(hint(.next))")
    }
    var draftWaits: String {
        t("Kladd (s: skriv videre)", "Kladd (s: skriv vidare)", "Draft (s: go on writing)")
    }
    var replyWord: String { t("Svar", "Svar", "Reply") }
    func characters(_ number: Int) -> String {
        t("\(number) tegn", "\(number) teikn", "\(number) characters")
    }
    func saved(_ time: String) -> String {
        t("kladd lagret \(time)", "kladd lagra \(time)", "draft saved \(time)")
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

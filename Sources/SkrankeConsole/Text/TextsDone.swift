import SkrankeDomain

/// What the flash line tells when something is done.
extension Texts {
    func done(_ done: Pending.Done, _ pending: Pending, _ answer: CommandAnswer, _ state: AppState) -> String
    {
        let number = (answer.reference ?? pending.inquiry.flatMap { state.head($0)?.reference })?.short ?? ""
        let undo = pending.undo == nil ? "" : " " + hint(.withdraw)
        return sentence(done, number, answer, state) + undo
    }

    private func sentence(_ done: Pending.Done, _ number: String, _ answer: CommandAnswer, _ state: AppState)
        -> String
    {
        switch done {
        case .claimed, .released, .tookOver, .sent, .held, .answered, .noted, .receipt, .promised:
            saidOrTaken(done, number, answer, state)
        case .transferred, .returned, .moved, .closed, .reopened, .voided, .erased, .registered, .withdrawn,
            .undone, .final, .topic, .contact:
            movedOrClosed(done, number, answer, state)
        case .presence, .endedChat, .attempted, .gaveUp, .called, .started, .finished, .left,
            .booked, .rescheduled, .cancelled:
            contactDone(done, number, answer, state)
        case .handedOver, .assigned, .movedAgent: deskDone(done, number, state)
        case .visit(let action): visitDone(action, number)
        case .arrived, .heldMeeting, .noShow: meetingDone(done, number, answer, state)
        case .staffMessage(let name): messageDone(name, answer.expectedAt.map { long($0, state) } ?? "")
        case .absence(let name, let code): absenceDone(name, code, state)
        case .merged, .split, .replyNoted, .clearanceAsked, .cleared, .clearanceRefused:
            doneWithTwo(done, number)
        }
    }

    private func saidOrTaken(
        _ done: Pending.Done, _ number: String, _ answer: CommandAnswer, _ state: AppState
    ) -> String {
        switch done {
        case .claimed: t("\(number) er din.", "\(number) er din.", "\(number) is yours.")
        case .released:
            t(
                "\(number) er tilbake i køen.", "\(number) er tilbake i køen.",
                "\(number) is back in its queue.")
        case .tookOver:
            t("Du har overtatt \(number).", "Du har overteke \(number).", "You have taken over \(number).")
        case .sent: sentTo(number, state)
        case .held:
            t(
                "Svaret til \(number) sendes om litt. \(hint(.withdraw))",
                "Svaret til \(number) blir sendt om litt. \(hint(.withdraw))",
                "The reply to \(number) goes out shortly. \(hint(.withdraw))")
        case .answered:
            t(
                "Muntlig svar er ført på \(number).", "Munnleg svar er ført på \(number).",
                "The spoken answer is recorded on \(number).") + next(state)
        case .noted:
            t(
                "Intern kommentar lagret på \(number).", "Intern kommentar lagra på \(number).",
                "Internal note saved on \(number).")
        case .receipt, .promised:
            if let expected = answer.expectedAt {
                t(
                    "Kvittering gitt: endelig svar \(long(expected, state)).",
                    "Kvittering gitt: endeleg svar \(long(expected, state)).",
                    "Receipt given: final answer \(long(expected, state)).")
            } else {
                t("Kvittering gitt.", "Kvittering gitt.", "Receipt given.")
            }
        default: ""
        }
    }

    private func movedOrClosed(
        _ done: Pending.Done, _ number: String, _ answer: CommandAnswer, _ state: AppState
    ) -> String {
        switch done {
        case .transferred:
            t("\(number) er sendt videre.", "\(number) er sendt vidare.", "\(number) was sent on.")
        case .returned:
            t(
                "\(number) er tilbake på skranken.", "\(number) er tilbake på skranken.",
                "\(number) is back at the desk.")
        case .moved(let channel):
            t(
                "\(number) fortsetter som \(self.channel(channel).lowercased()).",
                "\(number) held fram som \(self.channel(channel).lowercased()).",
                "\(number) goes on as \(self.channel(channel).lowercased()).")
        case .closed:
            t(
                "\(number) er avsluttet. \(hint(.next))", "\(number) er avslutta. \(hint(.next))",
                "\(number) is closed. \(hint(.next))")
        case .reopened: t("\(number) er åpnet igjen.", "\(number) er opna att.", "\(number) is open again.")
        case .voided: t("\(number) er annullert.", "\(number) er annullert.", "\(number) was annulled.")
        case .erased:
            t(
                "Tekst og personopplysninger i \(number) er slettet.",
                "Tekst og personopplysningar i \(number) er sletta.",
                "Text and personal data in \(number) are erased.")
        case .registered: registered(number, answer)
        case .withdrawn:
            t(
                "Stoppet. Teksten er tilbake i feltet.", "Stoppa. Teksten er tilbake i feltet.",
                "Stopped. The text is back in its field.")
        case .undone:
            t(
                number.isEmpty ? "Angret." : "Angret: \(number) er som før.",
                number.isEmpty ? "Angra." : "Angra: \(number) er som før.",
                number.isEmpty ? "Undone." : "Undone: \(number) is as it was.")
        case .final: ""
        case .topic: t("Emne satt på \(number).", "Emne sett på \(number).", "Topic set on \(number).")
        case .contact: t("Kontakt lagret.", "Kontakt lagra.", "Contact saved.")
        default: ""
        }
    }

    private func contactDone(
        _ done: Pending.Done, _ number: String, _ answer: CommandAnswer, _ state: AppState
    ) -> String {
        switch done {
        case .presence(let presence):
            t(
                "Status: \(self.presence(presence)).", "Status: \(self.presence(presence)).",
                "Status: \(self.presence(presence)).")
        case .endedChat: t("Chatten er avsluttet.", "Chatten er avslutta.", "The chat has ended.")
        case .attempted(.reached):
            t(
                "Fikk svar. \(hint(.reply)), \(hint(.close))", "Fekk svar. \(hint(.reply)), \(hint(.close))",
                "Got an answer. \(hint(.reply)), \(hint(.close))")
        case .attempted(let result):
            t(
                "Ført på \(number): \(attempt(result).lowercased()).",
                "Ført på \(number): \(attempt(result).lowercased()).",
                "Recorded on \(number): \(attempt(result).lowercased()).")
        case .gaveUp:
            t("Tilbakeringingen er oppgitt.", "Oppringinga er gitt opp.", "The callback was given up.")
        case .called: t("\(number) er kalt inn.", "\(number) er kalla inn.", "\(number) was called.")
        case .started:
            t("\(number) er ved skranken.", "\(number) er ved skranken.", "\(number) is at the counter.")
        case .finished:
            t(
                "Ferdig ved skranken. \(hint(.close))", "Ferdig ved skranken. \(hint(.close))",
                "Done at the counter. \(hint(.close))")
        case .left: t("Ført: har gått.", "Ført: har gått.", "Recorded: has left.")
        case .booked:
            t(
                "Avtalen er bestilt, og kvittering er gitt.", "Avtalen er bestilt, og kvittering er gitt.",
                "The appointment is booked, and a receipt was given.")
        case .rescheduled: t("Ny tid er satt.", "Ny tid er sett.", "A new time is set.")
        case .cancelled: t("Avtalen er avlyst.", "Avtalen er avlyst.", "The appointment is cancelled.")
        default: ""
        }
    }

    private func meetingDone(
        _ done: Pending.Done, _ number: String, _ answer: CommandAnswer, _ state: AppState
    ) -> String {
        switch done {
        case .arrived: t("Ført: har møtt fram.", "Ført: har møtt fram.", "Recorded: has arrived.")
        case .heldMeeting:
            t("Avtalen er holdt.", "Avtalen er halden.", "The meeting was held.") + " " + hint(.close)
        case .noShow: t("Ført: møtte ikke.", "Ført: møtte ikkje.", "Recorded: did not come.")
        default: ""
        }
    }

    private func registered(_ number: String, _ answer: CommandAnswer) -> String {
        if let ticket = answer.ticket {
            return t(
                "Registrert som \(number), kølapp \(ticket).", "Registrert som \(number), kølapp \(ticket).",
                "Registered as \(number), ticket \(ticket).")
        }
        return t(
            "Registrert som \(number). \(hint(.receipt))", "Registrert som \(number). \(hint(.receipt))",
            "Registered as \(number). \(hint(.receipt))")
    }

    private func long(_ moment: Moment, _ state: AppState) -> String {
        Phrases(language).dateAndTime(state.zone.wallTime(at: moment))
    }

    /// Sent, and what comes next.
    func sentTo(_ number: String, _ state: AppState) -> String {
        t("Sendt til \(number).", "Sendt til \(number).", "Sent to \(number).") + next(state)
    }

    private func next(_ state: AppState) -> String {
        " " + hint(.close, in: state.focus.isEditor ? .editor : .inquiry)
    }

    // MARK: Other flashes

    func arrived(_ head: InquiryHead, _ state: AppState) -> String {
        if head.isRinging { return callRings(state.mayRead ? head.subject : nil) }
        let what = head.topic.map { " (\(state.naming.topic($0)))" } ?? ""
        let kind = channel(head.channel)
        return t(
            "Ny: \(kind) \(head.reference.short)\(what). n: neste",
            "Ny: \(kind) \(head.reference.short)\(what). n: neste",
            "New: \(kind) \(head.reference.short)\(what). n: next")
    }

    func closingSoon(at closing: Moment, waiting: Int, _ state: AppState) -> String {
        let time = clock(closing, state)
        let chats = t(
            count(waiting, "chat", "chatter"), count(waiting, "chat", "chattar"),
            count(waiting, "chat", "chats"))
        return t(
            "Skranken stenger \(time), og \(chats) venter. n: neste",
            "Skranken stengjer \(time), og \(chats) ventar. n: neste",
            "The desk closes at \(time), and \(chats) are waiting. n: next")
    }

    func notFound(_ reference: PublicReference) -> String {
        t(
            "Finner ikke \(reference.text).", "Finn ikkje \(reference.text).",
            "\(reference.text) was not found.")
    }

    func copied(_ text: String) -> String { t("Kopiert: \(text)", "Kopiert: \(text)", "Copied: \(text)") }

    func draftsRestored(_ number: Int) -> String {
        t(
            "\(count(number, "kladd", "kladder")) er hentet fram igjen.",
            "\(count(number, "kladd", "kladdar")) er henta fram att.",
            "\(count(number, "draft is", "drafts are")) here again.")
    }

    var pasteNowhere: String {
        t(
            "Åpne et felt før du limer inn: s svar, c kommentar",
            "Opne eit felt før du limer inn: s svar, c kommentar",
            "Open a field before pasting: s reply, c note")
    }

    var howToQuit: String {
        t(
            "Ctrl+Q avslutter, Esc går tilbake.", "Ctrl+Q avsluttar, Esc går tilbake.",
            "Ctrl+Q quits, Esc goes back.")
    }

    func citizenWrote(_ head: InquiryHead) -> String {
        let who = head.name ?? unknownCitizen
        let number = head.reference.short
        return t(
            "\(who) har skrevet: \(number)", "\(who) har skrive: \(number)", "\(who) has written: \(number)")
    }

    func takenFromYou(_ number: String, _ who: String, _ why: String) -> String {
        let reason = why.isEmpty ? "." : ": " + why
        return t(
            "\(who) har overtatt \(number) fra deg\(reason)",
            "\(who) har overteke \(number) frå deg\(reason)",
            "\(who) has taken \(number) over from you\(reason)")
    }

    func assignedAway(_ number: String, _ to: String, _ by: String) -> String {
        t(
            "\(by) har gitt \(number) fra deg til \(to).", "\(by) har gitt \(number) frå deg til \(to).",
            "\(by) has given \(number) from you to \(to).")
    }

    var typedNowhere: String {
        t(
            "Feltet åpnet seg ikke: det du skriver nå, gjør ingenting.",
            "Feltet opna seg ikkje: det du skriv no, gjer ingenting.",
            "The field did not open: what you type now does nothing.")
    }
    var tooFast: String {
        t(
            "Bildet skiftet akkurat. Se etter, og trykk igjen.",
            "Biletet skifta akkurat. Sjå etter, og trykk igjen.",
            "The view has just changed. Look again, then press again.")
    }

    var languageChanged: String { t("Språket er bokmål.", "Språket er nynorsk.", "The language is English.") }

    func bellChanged(_ isOff: Bool) -> String {
        isOff
            ? t("Lyden er av.", "Lyden er av.", "Sound is off.")
            : t("Lyden er på.", "Lyden er på.", "Sound is on.")
    }

    var bellWords: [String] {
        (language == .en ? ["on", "off"] : ["på", "av"]) + QueuePane.allCases.map { paneShort($0).lowercased() }
    }
}

import SkrankeDomain

/// What happened, in the timeline's words.
extension Texts {
    func storyReceived(_ channel: String) -> String {
        t("Mottatt: \(channel)", "Motteke: \(channel)", "Received: \(channel)")
    }
    func storyClaimed(_ who: String) -> String { t("\(who) tok den", "\(who) tok han", "\(who) took it") }
    func storyReleased(_ who: String) -> String {
        t("\(who) slapp den", "\(who) sleppte han", "\(who) let it go")
    }
    func storyAssigned(_ to: String, _ by: String) -> String {
        t("Gitt til \(to) av \(by)", "Gitt til \(to) av \(by)", "Given to \(to) by \(by)")
    }
    func storyTakenOver(_ by: String, _ from: String) -> String {
        t("\(by) overtok fra \(from)", "\(by) overtok frå \(from)", "\(by) took it over from \(from)")
    }
    func storyKind(_ kind: ErrandKind) -> String {
        kind == .caseWork
            ? t("Regnes som saksbehandling", "Blir rekna som saksbehandling", "Counts as case work")
            : t("Regnes som enkel", "Blir rekna som enkel", "Counts as simple")
    }
    func storyTransferred(_ unit: String, _ by: String) -> String {
        t("Sendt til \(unit) av \(by)", "Sendt til \(unit) av \(by)", "Sent to \(unit) by \(by)")
    }
    func storyReturned(_ by: String) -> String {
        t("Tilbake på skranken ved \(by)", "Tilbake på skranken ved \(by)", "Back at the desk by \(by)")
    }
    func storyMoved(_ from: String, _ to: String) -> String {
        t("Flyttet fra \(from) til \(to)", "Flytta frå \(from) til \(to)", "Moved from \(from) to \(to)")
    }
    var storyReminded: String {
        t(
            "Innbyggeren er minnet om spørsmålet", "Innbyggjaren er mint om spørsmålet",
            "The citizen was reminded of the question")
    }
    var storySilent: String {
        t(
            "Innbyggeren har ikke svart; fristen løper igjen. Ta kontakt, eller avslutt som «ikke svar»",
            "Innbyggjaren har ikkje svart; fristen går att. Ta kontakt, eller avslutt som «ikkje svar»",
            "The citizen has not replied; the deadline runs again. Get in touch, or close as “no reply”")
    }
    var storyAsked: String {
        t(
            "Venter på svar fra innbyggeren; fristen står på pause",
            "Ventar på svar frå innbyggjaren; fristen står på pause",
            "Waiting for the citizen's reply; the deadline is paused")
    }
    func storyAnswered(_ who: String) -> String {
        t("\(who) ga svaret muntlig", "\(who) gav svaret munnleg", "\(who) gave the answer by word of mouth")
    }
    func storyClosed(_ who: String?, _ result: String, _ body: String?) -> String {
        let result = body.map { "\(result) (\($0))" } ?? result
        guard let who else { return t("Avsluttet: \(result)", "Avslutta: \(result)", "Closed: \(result)") }
        return t(
            "Avsluttet av \(who): \(result)", "Avslutta av \(who): \(result)", "Closed by \(who): \(result)")
    }
    var storyReopened: String { t("Åpnet igjen", "Opna att", "Opened again") }
    func storyVoided(_ reason: String) -> String {
        t("Annullert: \(reason)", "Annullert: \(reason)", "Annulled: \(reason)")
    }
    func storyDate(_ date: String) -> String {
        t("Ny dato for svar: \(date)", "Ny dato for svar: \(date)", "New date for the answer: \(date)")
    }
    func storyLost(_ who: String) -> String {
        t(
            "Mistet forbindelsen med \(who); tilbake i køen", "Mista sambandet med \(who); tilbake i køen",
            "Lost the connection with \(who); back in the queue")
    }
    func storyReceipt(_ date: String) -> String {
        t(
            "Kvittering sendt: endelig svar senest \(date)",
            "Kvittering send: endeleg svar seinast \(date)",
            "Receipt sent: final answer no later than \(date)")
    }
    func storyReceiptShort(_ date: String) -> String {
        t(
            "Kvittert: svar innen \(date)", "Kvittert: svar innan \(date)",
            "Receipt: answer by \(date)")
    }
    func storyMissed(_ kind: String) -> String {
        t("!! Fristen er brutt: \(kind)", "!! Fristen er broten: \(kind)", "!! Deadline missed: \(kind)")
    }
    var storyErased: String {
        t(
            "Tekst og personopplysninger er slettet", "Tekst og personopplysningar er sletta",
            "Text and personal data were erased")
    }
    var storyLeft: String {
        t(
            "Spørsmålet er tatt vare på, og innbyggeren har fått en dato",
            "Spørsmålet er teke vare på, og innbyggjaren har fått ein dato",
            "The question was kept, and the citizen has been given a date")
    }
    func storyChatEnded(_ by: EndedBy) -> String {
        switch by {
        case .agent:
            t("Chatten ble avsluttet av oss", "Chatten vart avslutta av oss", "The chat was ended by us")
        case .citizen:
            t("Innbyggeren avsluttet chatten", "Innbyggjaren avslutta chatten", "The citizen ended the chat")
        case .timeout:
            t(
                "Chatten ble avsluttet: ingen svarte", "Chatten vart avslutta: ingen svara",
                "The chat ended: nobody wrote")
        case .closingTime:
            t(
                "Chatten ble avsluttet ved stengetid", "Chatten vart avslutta ved stengetid",
                "The chat ended at closing time")
        }
    }
    var storyCallEnded: String { t("Samtalen er over", "Samtalen er over", "The call is over") }
    var storyCallRings: String { t("Det ringer", "Det ringjer", "The telephone rings") }
    var storyOutsideHours: String {
        t("Utenfor åpningstiden", "Utanfor opningstida", "Outside opening hours")
    }
    var storyCallForwarded: String { t("Satt over", "Sett over", "Put through to somebody else") }
    func storyCallAnswered(_ who: String?) -> String {
        guard let who else { return t("Svart", "Svara", "Answered") }
        return t("\(who) svarte", "\(who) svara", "\(who) answered")
    }
    func storyCallback(_ until: String) -> String {
        t("Vi ringer senest \(until)", "Vi ringjer seinast \(until)", "We call no later than \(until)")
    }
    func storyAttempt(_ who: String, _ result: String) -> String {
        t(
            "\(who) ringte: \(result.lowercased())", "\(who) ringde: \(result.lowercased())",
            "\(who) called: \(result.lowercased())")
    }
    func storyVisit(_ ticket: String) -> String {
        t(
            "Møtt fram: \(ticket.lowercased())", "Møtt fram: \(ticket.lowercased())",
            "Arrived: \(ticket.lowercased())")
    }
    func storyCalled(_ who: String) -> String {
        t("Kalt inn av \(who)", "Kalla inn av \(who)", "Called by \(who)")
    }
    func storyBooked(_ host: String, _ when: String) -> String {
        t("Avtale med \(host) \(when)", "Avtale med \(host) \(when)", "Appointment with \(host), \(when)")
    }
    func storyRescheduled(_ when: String, _ byCitizen: Bool) -> String {
        byCitizen
            ? t(
                "Ny tid etter innbyggerens ønske: \(when)", "Ny tid etter ønske frå innbyggjaren: \(when)",
                "New time at the citizen's wish: \(when)")
            : t("Ny tid fra oss: \(when)", "Ny tid frå oss: \(when)", "New time from us: \(when)")
    }
}

import SkrankeDomain

/// The words of the counter: parked visitors, several services, a host, free times.
extension Texts {
    func visiting(_ name: CommandName) -> CommandWords {
        switch name {
        case .callNext:
            w(
                "Neste nummer|Kaller inn den som har ventet lengst av dem du kan hjelpe.|kall-neste",
                "Neste nummer|Kallar inn den som har venta lengst av dei du kan hjelpe.|kall-neste",
                "Next number|Calls whoever has waited longest among those you can help.|next-number")
        default:
            w(
                "Skranke|Sier hvilken skranke du sitter i; tavlen viser den.|skranke",
                "Skranke|Seier kva skranke du sit i; tavla viser han.|skranke",
                "Counter|Says which counter you sit at; the display shows it.|at-counter")
        }
    }

    func counterSet(_ counter: String?) -> String {
        guard let counter else {
            return t(
                "Du sitter ikke i noen skranke.", "Du sit ikkje i nokon skranke.", "You sit at no counter.")
        }
        return t(
            "Du sitter i skranke \(counter).", "Du sit i skranke \(counter).",
            "You sit at counter \(counter).")
    }

    func serviceTitle(_ number: String) -> String {
        t(
            "En tjeneste til i samme besøk: \(number)", "Ei teneste til i same besøk: \(number)",
            "One more service in the same visit: \(number)")
    }
    func hostTitle(_ number: String) -> String {
        t("Overlat \(number) til", "Overlat \(number) til", "Hand \(number) to")
    }
    var hostIntro: String {
        t(
            "Den besøkende venter på kollegaen, som får beskjed.",
            "Den besøkjande ventar på kollegaen, som får beskjed.",
            "The visitor waits for the colleague, who is told.")
    }
    var isHere: String { t("her nå", "her no", "here now") }
    var otherTime: String { t("En annen tid …", "Ei anna tid …", "Another time …") }

    func visitDone(_ action: MeetingAction, _ number: String) -> String {
        switch action {
        case .park:
            t(
                "\(number) er satt på vent. a: ta opp igjen", "\(number) er sett på vent. a: ta opp att",
                "\(number) is parked. a: take up again")
        case .service:
            t(
                "Ny tjeneste i samme besøk: \(number).", "Ny teneste i same besøk: \(number).",
                "A new service in the same visit: \(number).")
        case .hand:
            t("\(number) er overlatt.", "\(number) er overlaten.", "\(number) was handed over.")
        default: ""
        }
    }

    /// To the colleague who receives a visitor.
    func visitorForYou(_ ticket: String, _ who: String) -> String {
        t(
            "\(who) har overlatt deg en besøkende: \(ticket). K: kall inn",
            "\(who) har overlate deg ein besøkjande: \(ticket). K: kall inn",
            "\(who) has handed you a visitor: \(ticket). K: call")
    }

    /// To the host of a meeting whose visitor has checked in.
    func visitorIsHere(_ number: String, _ who: String) -> String {
        t(
            "\(who) har møtt fram til avtalen: \(number)", "\(who) har møtt fram til avtalen: \(number)",
            "\(who) is here for the appointment: \(number)")
    }

    /// To the desk: the host is not at work.
    func visitorWithoutHost(_ number: String, _ who: String) -> String {
        t(
            "\(who) har møtt fram: \(number). Verten er ikke på jobb.",
            "\(who) har møtt fram: \(number). Verten er ikkje på jobb.",
            "\(who) is here: \(number). The host is not at work.")
    }
    func hostIsHere(_ name: String) -> String {
        t("\(name) er på jobb.", "\(name) er på jobb.", "\(name) is at work.")
    }
    func hostIsAway(_ name: String) -> String {
        t(
            "! \(name) er ikke logget på. Ring før du sender den besøkende opp.",
            "! \(name) er ikkje logga på. Ring før du sender den besøkjande opp.",
            "! \(name) is not logged on. Call before you send the visitor up.")
    }

    func storyCalledTo(_ who: String, _ counter: String?) -> String {
        guard let counter else { return storyCalled(who) }
        return t(
            "Kalt inn av \(who) til skranke \(counter)", "Kalla inn av \(who) til skranke \(counter)",
            "Called by \(who) to counter \(counter)")
    }
    func storyService(_ topic: String) -> String {
        t("Tjeneste til: \(topic)", "Teneste til: \(topic)", "Further service: \(topic)")
    }
    func storyHanded(_ to: String, _ by: String) -> String {
        t("\(by) overlot til \(to)", "\(by) overlét til \(to)", "\(by) handed over to \(to)")
    }
    var storyMeetingReminded: String {
        t(
            "Innbyggeren er minnet om avtalen", "Innbyggjaren er minna om avtalen",
            "The citizen was reminded of the appointment")
    }
}

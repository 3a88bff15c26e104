import SkrankeDomain
import SkrankeJournal

/// The overview's words: goals with their formulas, tables, staffing.
extension Texts {
    func period(_ period: OverviewPeriod) -> String {
        switch period {
        case .day: t("I dag", "I dag", "Today")
        case .week: t("Denne uken", "Denne veka", "This week")
        case .month: t("Denne måneden", "Denne månaden", "This month")
        }
    }
    func overviewLine(_ period: String, _ read: String?) -> String {
        let when =
            read.map { t("lest \($0)", "lese \($0)", "read \($0)") }
            ?? t("hentes …", "blir henta …", "being read …")
        return t(
            "Periode: \(period) (venstre/høyre bytter)  |  Tallene: \(when)",
            "Periode: \(period) (venstre/høgre byter)  |  Tala: \(when)",
            "Period: \(period) (left/right changes)  |  Figures: \(when)")
    }
    var goalsTitle: String { t("Måloppnåelse", "Måloppnåing", "Goals") }
    var goalsKeys: String {
        t("Enter viser regnestykket", "Enter viser reknestykket", "Enter shows the reckoning")
    }
    var goalColumns: (String, String, String, String) {
        (
            t("Mål", "Mål", "Goal"), t("Krav", "Krav", "Target"), t("Nå", "No", "Now"),
            t("Status", "Status", "Status")
        )
    }
    func goal(_ goal: Goal) -> String {
        switch goal {
        case .phone:
            t("Telefon besvart innen 30 s", "Telefon svara på innan 30 s", "Telephone answered within 30 s")
        case .email:
            t("E-post besvart innen 48 t", "E-post svara på innan 48 t", "E-mail answered within 48 h")
        case .receipts:
            t(
                "Kvittering på alle", "Kvittering på alle",
                "A receipt for every inquiry")
        case .firstDate:
            t("Lovet dato holdt", "Lova dato halden", "Promised date kept")
        case .appointment: t("Avtale innen 8 dager", "Avtale innan 8 dagar", "Appointment within 8 days")
        case .complaint:
            t(
                "Klage besvart innen 8 dager", "Klage svara på innan 8 dagar",
                "Complaint answered within 8 days")
        case .desk: t("Løst i skranken", "Løyst i skranken", "Solved at the desk")
        case .chat:
            t(
                "Chat: første svar (lokalt)", "Chat: første svar (lokalt)",
                "Chat: first reply (local)")
        case .walkIn:
            t(
                "Oppmøte innen 5 min (lokalt)", "Oppmøte innan 5 min (lokalt)",
                "Visit within 5 min (local)")
        case .callback:
            t(
                "Ringt tilbake i tide (lokalt)", "Ringt opp att i tide (lokalt)",
                "Called back in time (local)")
        case .unit:
            t(
                "Svar fra enhet i tide (lokalt)", "Svar frå eining i tide (lokalt)",
                "Unit's answer in time (local)")
        }
    }
    /// The formula in words (model §5.13): counts are shown with every percentage.
    func formula(_ goal: Goal) -> String {
        switch goal {
        case .phone, .email, .receipts, .firstDate, .appointment: promiseFormula(goal)
        case .complaint, .desk, .chat, .walkIn, .callback, .unit: otherFormula(goal)
        }
    }

    private func promiseFormula(_ goal: Goal) -> String {
        switch goal {
        case .phone:
            t(
                "Besvart med ventetid inntil 30 s, delt på anrop i åpningstiden uten dem som la "
                    + "på innen 5 s.",
                "Svara på med ventetid inntil 30 s, delt på samtalar i opningstida utan dei som "
                    + "la på innan 5 s.",
                "Answered with a wait of at most 30 s, of calls in opening hours without those "
                    + "abandoned within 5 s."
            )
        case .email:
            t(
                "Enkle e-poster og lagte igjen spørsmål som fikk svar innen fristen, delt på "
                    + "alle med frist i perioden. Åpne over fristen teller som brutt.",
                "Enkle e-postar og spørsmål lagde att som fekk svar innan fristen, delt på alle "
                    + "med frist i perioden. Opne over fristen tel som brotne.",
                "Simple e-mails and left questions answered in time, of all that were due in the "
                    + "period. Open ones past due count as missed."
            )
        case .receipts:
            t(
                "Henvendelser med datert kvittering eller svar med en gang, delt på alle unntatt annullerte.",
                "Førespurnader med datert kvittering eller svar med ein gong, delt på alle "
                    + "unnateke annullerte.",
                "Inquiries with a dated receipt or answered at once, of all that were not annulled.")
        case .firstDate:
            t(
                "Endelig svar innen den første datoen innbyggeren fikk, delt på alle med slik dato i "
                    + "perioden. Åpne over datoen teller som brutt.",
                "Endeleg svar innan den første datoen innbyggjaren fekk, delt på alle med slik dato i "
                    + "perioden. Opne over datoen tel som brotne.",
                "Final answers by the first date that the citizen was told, of all such dates in the "
                    + "period. Open ones past it count as missed.")
        case .appointment:
            t(
                "Avtaler holdt innen 8 dager fra ønsket, delt på alle med frist i perioden "
                    + "unntatt avlyst av innbygger.",
                "Avtalar haldne innan 8 dagar frå ønsket, delt på alle med frist i perioden "
                    + "unnateke avlyst av innbyggjar.",
                "Appointments held within 8 days of the request, of all due in the period and "
                    + "not cancelled by the citizen."
            )
        default: ""
        }
    }

    private func otherFormula(_ goal: Goal) -> String {
        switch goal {
        case .complaint:
            t(
                "Tjenesteklager besvart av ansvarlig leder innen 8 dager, delt på alle med frist i perioden.",
                "Tenesteklager svara på av ansvarleg leiar innan 8 dagar, delt på alle med frist i perioden.",
                "Complaints answered by the responsible leader within 8 days, of all due in the period.")
        case .desk:
            t(
                "Avsluttet i skranken uten å ha vært forbi 1. linje, delt på alle avsluttet av mennesker.",
                "Avslutta i skranken utan å ha vore forbi 1. line, delt på alle avslutta av menneske.",
                "Closed at the desk and never past line 1, of all closed by people.")
        case .chat:
            t(
                "Chatter der et menneske svarte innen fristen, delt på alle chatter med frist i perioden.",
                "Chattar der eit menneske svara innan fristen, delt på alle chattar med frist i perioden.",
                "Chats in which a human replied in time, of all chats due in the period.")
        case .walkIn:
            t(
                "Besøk kalt inn innen 5 minutter, delt på alle besøk, også dem som gikk.",
                "Besøk kalla inn innan 5 minutt, delt på alle besøk, også dei som gjekk.",
                "Visits called within 5 minutes, of all visits, also those who left.")
        case .callback:
            t(
                "Tilbakeringinger gjort innen det lovede vinduet, delt på alle med frist i perioden.",
                "Oppringingar gjorde innan det lova vindauget, delt på alle med frist i perioden.",
                "Callbacks made within the promised window, of all due in the period.")
        case .unit:
            t(
                "Svar fra enheter innen avtalt tid, delt på alle med frist i perioden.",
                "Svar frå einingar innan avtalt tid, delt på alle med frist i perioden.",
                "Units' answers within the agreed time, of all due in the period.")
        default: ""
        }
    }
    func counts(_ share: DeskFigures.Share) -> String {
        t("\(share.met) av \(share.of)", "\(share.met) av \(share.of)", "\(share.met) of \(share.of)")
    }
    func missed(_ number: Int) -> String {
        t("\(number) brutt", count(number, "broten", "brotne"), "\(number) missed")
    }
    var tooFew: String { t("for lite grunnlag", "for lite grunnlag", "too few to tell") }
    var notMeasured: String { t("måles ikke ennå", "blir ikkje målt enno", "not measured yet") }

    var queuesTitle: String { t("Køer nå", "Køar no", "Queues now") }
    var queueColumns: [String] {
        [
            t("Kanal", "Kanal", "Channel"), t("Venter", "Ventar", "Waits"),
            t("Eldste", "Eldste", "Oldest"), t("Arbeid", "Arbeid", "Work"),
            t("Brutt", "Brotne", "Missed"), t("Snart", "Snart", "Soon"),
        ]
    }
    func queueFormula(_ pane: String, _ number: Int) -> String {
        t(
            "Åpne i \(pane) som ingen har: \(number). Den som haster mest, først.",
            "Opne i \(pane) som ingen har: \(number). Den som hastar mest, først.",
            "Open in \(pane) and nobody's: \(number). The most urgent first.")
    }
    var arrivalsFormula: String {
        t(
            "Mottatt i halvtimen, etter kanalen de først kom i.",
            "Mottekne i halvtimen, etter kanalen dei først kom i.",
            "Received in the half-hour, by the channel in which they first came.")
    }
    var arrivalsTotal: String { t("Alle", "Alle", "All") }
    var everything: String { t("alle", "alle", "all") }
    func capacityLine(_ used: Int) -> String {
        t(
            "Bruker \(used) % av det én kan ha.", "Bruker \(used) % av det éin kan ha.",
            "Uses \(used) % of what one can hold.")
    }
    func queueSums(unowned: Int, withUnits: Int) -> String {
        t(
            "Uten eier: \(unowned)   Hos enheter: \(withUnits)",
            "Utan eigar: \(unowned)   Hos einingar: \(withUnits)",
            "Without owner: \(unowned)   With units: \(withUnits)")
    }
    func moves(_ number: Int) -> String {
        t(
            "Flyttet mellom kanaler: \(number)", "Flytta mellom kanalar: \(number)",
            "Moved between channels: \(number)")
    }

    var arrivalsTitle: String { t("Inn per halvtime", "Inn per halvtime", "Arrivals per half-hour") }
    var arrivalsNone: String {
        t(
            "Ingen henvendelser ennå i perioden.", "Ingen førespurnader enno i perioden.",
            "No inquiries yet in this period.")
    }

    func staffTitle(_ number: Int, _ paused: Int) -> String {
        paused == 0
            ? t("\(number) på", "\(number) på", "\(number) on")
            : t(
                "\(number) på, \(paused) pause", "\(number) på, \(paused) pause",
                "\(number) on, \(paused) on a break")
    }
    var staffing: String { t("Bemanning", "Bemanning", "Staffing") }
    var staffColumns: (String, String, String, String, String) {
        (
            t("Hvem", "Kven", "Who"), t("Status", "Status", "Status"), t("Åpne", "Opne", "Open"),
            t("Kanaler", "Kanalar", "Serves"), t("Ferdig", "Ferdig", "Closed")
        )
    }
    var staffNone: String { t("Ingen konsoller er på.", "Ingen konsollar er på.", "No consoles are on.") }

    var urgentTitle: String {
        t("Brudd, og frist innen en time", "Brot, og frist innan ein time", "Broken, and due within the hour")
    }
    var urgentKeys: String { t("Tab hit, Enter åpner", "Tab hit, Enter opnar", "Tab here, Enter opens") }
    var urgentNone: String {
        t(
            "Ingen frister er brutt eller nær. Bra!", "Ingen fristar er brotne eller nære. Bra!",
            "No deadline is broken or near. Good!")
    }
    var urgentColumns: (String, String, String, String, String) {
        (
            t("Frist", "Frist", "Due"), t("Nr", "Nr", "No."), t("Kanal", "Kanal", "Channel"),
            t("Gjelder", "Gjeld", "About"), t("Eier", "Eigar", "Owner")
        )
    }
    var noOwner: String { t("(ingen)", "(ingen)", "(none)") }
}

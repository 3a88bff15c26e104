import SkrankeDomain
import SkrankeJournal

/// The words of calls: who rings, for how long yet, and how the telephone was answered.
extension Texts {
    /// A row's word for a caller who waits at this moment.
    var ringing: String { t("Ringer", "Ringjer", "Ringing") }
    var hiddenNumber: String { t("skjult nummer", "skjult nummer", "hidden number") }

    /// What is left of the goal, with a minus where it is over.
    func secondsLeft(_ span: Span) -> String {
        let seconds = span.milliseconds / 1_000
        if seconds <= -3_600 { return "-" + Phrases(language).age(Span(milliseconds: -span.milliseconds)) }
        return "\(seconds) s"
    }

    func callRings(_ number: String?) -> String {
        let who = number ?? hiddenNumber
        return t("Det ringer: \(who)", "Det ringjer: \(who)", "The telephone rings: \(who)")
    }

    /// To the one who answered; `earlier` is nil while that is being read.
    /// - Parameter promised: how many promises of that number are open, and when the first is due.
    func youAnswered(
        _ number: String?, earlier: Int?, promised: (count: Int, first: String)?, isOpen: Bool,
        reference: String
    ) -> String {
        let who = number ?? hiddenNumber
        let before =
            switch earlier {
            case nil: ""
            case 0: t(" Ringer for første gang.", " Ringjer for første gong.", " First contact.")
            case let number?:
                t(
                    " \(number) tidligere.", " \(number) tidlegare.",
                    " \(number) earlier.")
            }
        // Where the hand writes, nothing opens by itself.
        let way = isOpen ? "" : t(" Ligger klar: ", " Ligg klar: ", " Ready: ") + reference
        let said = t("Du svarte \(who).", "Du svara \(who).", "You answered \(who).")
        let open =
            promised.map {
                t(
                    " \($0.count) åpne løfter, det første \($0.first).",
                    " \($0.count) opne løfte, det første \($0.first).",
                    " \($0.count) open promises, the first \($0.first).")
            } ?? ""
        return said + before + open + way
    }

    /// Counts and every way of reckoning, so that nobody need ask which one is meant (facts §3.2).
    func callLines(_ calls: CallFigures) -> [String] {
        let levels = CallFigures.Method.allCases.map { method in
            let level = calls.level(method)
            return "\(method.rawValue)  \(percent(level.tenths))  \(level.met)/\(level.of)  " + way(method)
        }
        let waiting = calls.waiting + calls.waitingTooLong
        return levels + [""] + [
            t("Besvart: ", "Svara: ", "Answered: ") + "\(calls.answered)   "
                + t("Lagt på: ", "Lagt på: ", "Hung up: ") + "\(calls.abandoned)   "
                + t("Venter: ", "Ventar: ", "Waiting: ") + "\(waiting)",
            t("Utenfor åpningstid: ", "Utanfor opningstid: ", "Outside hours: ") + "\(calls.outsideHours)   "
                + t("Satt over: ", "Sett over: ", "Forwarded: ") + "\(calls.forwarded)   "
                + t("Ukjent ventetid: ", "Ukjend ventetid: ", "Unknown wait: ") + "\(calls.unknownWait)",
        ]
    }

    private func way(_ method: CallFigures.Method) -> String {
        switch method {
        case .primary:
            t(
                "uten dem som la på innen 5 s", "utan dei som la på innan 5 s",
                "without those who hung up within 5 s")
        case .strict: t("av alle tilbudte", "av alle tilbodne", "of all offered")
        case .ofAnswered: t("av de besvarte", "av dei svara", "of the answered")
        case .withoutLeavers:
            t(
                "uten alle som la på i tide", "utan alle som la på i tide",
                "without all who hung up in time")
        case .leaversServed:
            t(
                "de som la på i tide, regnes med", "dei som la på i tide, er rekna med",
                "those who hung up in time count as served")
        }
    }

    /// «78,4 %»; a dash where nothing was counted.
    private func percent(_ tenths: Int?) -> String {
        guard let tenths else { return "–" }
        return "\(tenths / 10)\(t(",", ",", "."))\(tenths % 10) %"
    }
}

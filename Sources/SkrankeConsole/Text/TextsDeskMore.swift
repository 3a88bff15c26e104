import SkrankeDomain

/// More words of the desk: commands, refusals, what was done, channel moves, staffing.
extension Texts {
    func ofDesk(_ name: CommandName) -> CommandWords {
        switch name {
        case .pile:
            w(
                "Bunken|Viser alt som venter, i alle kanaler, etter frist.|bunken",
                "Bunken|Viser alt som ventar, i alle kanalar, etter frist.|bunken",
                "Pile|Shows all that waits, in all channels, by due time.|waiting")
        case .handOver:
            w(
                "Overlever|Gir det du har til en kollega eller køen, med en beskjed.|overlever",
                "Overlever|Gir det du har til ein kollega eller køen, med ein beskjed.|overlever",
                "Hand over|Gives what you have to a colleague or the queue, with a note.|handover")
        case .assign:
            w(
                "Tildel|Gir henvendelsen til en kollega.|tildel",
                "Tildel|Gir førespurnaden til ein kollega.|tildel",
                "Assign|Gives the inquiry to a colleague.|give")
        case .moveAgent:
            w(
                "Flytt kollega|Bestemmer hvilken kanal en kollega får tilbud fra.|flytt-kollega",
                "Flytt kollega|Avgjer kva kanal ein kollega får tilbod frå.|flytt-kollega",
                "Move agent|Decides from which channel a colleague is offered work.|reassign")
        default:
            w(
                "Bemanning|Viser hvor mange telefonen trenger, halvtime for halvtime.|bemanning",
                "Bemanning|Viser kor mange telefonen treng, halvtime for halvtime.|bemanning",
                "Staffing|Shows how many the telephone needs, half-hour by half-hour.|staffing")
        }
    }

    func reasonOfDesk(_ reason: Reason) -> String {
        switch reason {
        case .onlyForOthers:
            t(
                "Det som venter, er for andre: emne, språk eller kanal. Velg selv med t: ta",
                "Det som ventar, er for andre: emne, språk eller kanal. Vel sjølv med t: ta",
                "What waits is for others: topic, language or channel. Choose yourself with t: take")
        case .nothingHeld:
            t(
                "Du har ingen åpne henvendelser.", "Du har ingen opne førespurnader.",
                "You have no open inquiries.")
        default:
            t("Ingen andre er på.", "Ingen andre er på.", "Nobody else is here.")
        }
    }

    func refusalOfDesk(_ refusal: Refusal) -> String {
        switch refusal {
        case .overCapacity(let wanted, .phone, _), .overCapacity(let wanted, .callback, _):
            t(
                "Du er i en samtale. \(channel(wanted)) må vente.",
                "Du er i ein samtale. \(channel(wanted)) må vente.",
                "You are in a call. \(channel(wanted)) must wait.")
        case .overCapacity(let wanted, .visit, _), .overCapacity(let wanted, .appointment, _):
            t(
                "Du har noen i skranken. \(channel(wanted)) må vente.",
                "Du har nokon i skranken. \(channel(wanted)) må vente.",
                "You have somebody at the counter. \(channel(wanted)) must wait.")
        case .overCapacity(let wanted, let holds, let number):
            t(
                "Fullt: \(number) i \(channel(holds)). \(channel(wanted)) må vente.",
                "Fullt: \(number) i \(channel(holds)). \(channel(wanted)) må vente.",
                "Full: \(number) in \(channel(holds)). \(channel(wanted)) must wait.")
        case .presenceBlocked:
            t(
                "Sperret: ingenting nytt\(key(". p: status", else: "."))",
                "Sperra: ingenting nytt\(key(". p: status", else: "."))",
                "Blocked: nothing new\(key(". p: status", else: "."))")
        case .unknownAbsence:
            t(
                "Fraværskoden finnes ikke i absence.toml.", "Fråværskoden finst ikkje i absence.toml.",
                "There is no such absence code in absence.toml.")
        default:
            t("Velg en fraværskode for pausen.", "Vel ein fråværskode for pausen.", "Choose an absence code.")
        }
    }

    func deskDone(_ done: Pending.Done, _ number: String, _ state: AppState) -> String {
        switch done {
        case .handedOver(let count, let to):
            let who = to.map(state.naming.short) ?? toQueue.lowercased()
            return t(
                "\(count) overlevert til \(who).", "\(count) overlevert til \(who).",
                "\(count) handed over to \(who).")
        case .assigned(let who):
            let name = state.naming.short(who)
            return t(
                "\(number) er gitt til \(name).", "\(number) er gitt til \(name).",
                "\(number) is \(name)'s now.")
        case .movedAgent(let who, let panes):
            let name = state.naming.short(who)
            let serves = serving(panes.isEmpty ? nil : panes)
            return t("\(name): \(serves).", "\(name): \(serves).", "\(name): \(serves).")
        default: return ""
        }
    }

    func storyHandedOver(_ by: String, _ to: String?) -> String {
        guard let to else {
            return t(
                "\(by) ga den tilbake til køen", "\(by) gav han tilbake til køen",
                "\(by) handed it back to the queue")
        }
        return t(
            "\(by) overleverte til \(to)", "\(by) overleverte til \(to)", "\(by) handed it over to \(to)")
    }
    func storyIdle(_ who: String) -> String {
        t(
            "Ligger urørt hos \(who): vaktleder kan overta", "Ligg urørt hos \(who): vaktleiaren kan overta",
            "Untouched with \(who): the supervisor may take over")
    }

    // MARK: Channel moves

    func letter(_ reason: MoveReason) -> Unicode.Scalar {
        switch reason {
        case .wish: "i"
        case .complex: "k"
        case .expert: "f"
        case .sensitive: "s"
        case .meeting: "m"
        case .unreachable: "n"
        }
    }
    func moveReason(_ reason: MoveReason) -> String {
        switch reason {
        case .wish: t("Innbyggeren ønsker det", "Innbyggjaren ønskjer det", "The citizen wishes it")
        case .complex: t("For komplisert her", "For komplisert her", "Too complicated here")
        case .expert: t("Trenger en fagperson", "Treng ein fagperson", "Needs a specialist")
        case .sensitive: t("Sensitivt innhold", "Sensitivt innhald", "Sensitive content")
        case .meeting: t("Må ses eller vises fram", "Må sjåast eller visast fram", "Must be seen or shown")
        case .unreachable: t("Nås ikke i denne kanalen", "Ikkje å nå i denne kanalen", "Not reached here")
        }
    }
    var otherReason: String { t("Annen grunn …", "Annan grunn …", "Another reason …") }
    func moveReasonTitle(_ number: String, _ channel: String) -> String {
        t("\(number) til \(channel)", "\(number) til \(channel)", "\(number) to \(channel)")
    }
    var moveReasonIntro: String {
        t(
            "Hvorfor? Den neste ser grunnen.", "Kvifor? Den neste ser grunnen.",
            "Why? The next one sees the reason.")
    }
    func digestWho(_ words: String) -> String { t("Hvem: \(words)", "Kven: \(words)", "Who: \(words)") }
    func digestAsked(_ words: String) -> String {
        t("Spørsmål: \(words)", "Spørsmål: \(words)", "Asked: \(words)")
    }
    func digestSaid(_ words: String) -> String {
        t("Sist fra oss: \(words)", "Sist frå oss: \(words)", "Last from us: \(words)")
    }
    func digestPromised(_ words: String) -> String {
        t("Lovet: \(words)", "Lova: \(words)", "Promised: \(words)")
    }
    func digestNext(_ words: String) -> String { t("Nå: \(words)", "No: \(words)", "Now: \(words)") }
    var digestNothing: String { t("ingenting ennå", "ingenting enno", "nothing yet") }

    // MARK: Figures and staffing

    var behindKeys: String {
        t(
            "piler velger | Enter åpner | Esc lukk", "piler vel | Enter opnar | Esc lukk",
            "arrows choose | Enter opens | Esc close")
    }
    var behindNone: String { t("Ingen henvendelser.", "Ingen førespurnader.", "No inquiries.") }
    var staffingTitle: String {
        t(
            "Bemanning på telefon (Erlang C)", "Bemanning på telefon (Erlang C)",
            "Telephone staffing (Erlang C)")
    }
    var staffingFormula: String {
        t(
            "Anrop i halvtimen ganger tid per anrop gir trafikken. Erlang C sier hvor mange som må være på "
                + "for at 80 % får svar innen 30 s. Ingen antas å gi opp, så tallet er forsiktig.",
            "Samtalar i halvtimen gonger tid per samtale gir trafikken. Erlang C seier kor mange som må vere "
                + "på for at 80 % får svar innan 30 s. Ingen blir rekna å gi opp, så talet er forsiktig.",
            "Calls in the half-hour times the time of each make the traffic. Erlang C says how many must be "
                + "there for 80 % to be answered within 30 s. Nobody is thought to give up, so it is cautious."
        )
    }
    func staffingHandling(_ seconds: Int, isMeasured: Bool) -> String {
        isMeasured
            ? t(
                "Tid per anrop: \(seconds) s, målt i dag med etterarbeid.",
                "Tid per samtale: \(seconds) s, målt i dag med etterarbeid.",
                "Time per call: \(seconds) s, measured today with after-work.")
            : t(
                "Tid per anrop: \(seconds) s (antakelse: for lite grunnlag ennå).",
                "Tid per samtale: \(seconds) s (ei tilnærming: for lite grunnlag enno).",
                "Time per call: \(seconds) s (assumed: too few calls to tell yet).")
    }
    var staffingNothing: String { t("Tallene hentes …", "Tala blir henta …", "The figures are being read …") }
    var staffingColumns: String {
        t(
            "Halvtime        Anrop   Trengs   På nå   Nås med dem",
            "Halvtime        Anrop   Trengst  På no   Nås med dei",
            "Half-hour       Calls   Needed   Here    Level with them")
    }
    func staffingRow(_ need: StaffingNeed, agents: Int, isNow: Bool) -> String {
        let cannot = t("kan ikke holdes", "kan ikkje haldast", "cannot be kept")
        let level = need.level.map { "\($0) %" } ?? cannot
        let mark = isNow ? t(" nå", " no", " now") : ""
        return pad(halfHour(need.slot) + mark, 16) + pad("\(need.calls)", 8)
            + pad(need.needed.map(String.init) ?? "–", 9) + pad("\(agents)", 8) + level
    }
    func halfHour(_ slot: Int) -> String {
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        let time = { (slot: Int) in two(slot / 2 % 24) + (slot % 2 == 0 ? ":00" : ":30") }
        return time(slot) + "–" + time(slot + 1)
    }
    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
    /// The staffing pane's last line.
    func staffingLine(_ need: StaffingNeed, agents: Int) -> String {
        guard let needed = need.needed else {
            return t("Telefon: kan ikke holdes", "Telefon: kan ikkje haldast", "Telephone: cannot be kept")
        }
        return t(
            "Tlf: \(need.calls) anrop/½ t, trenger \(needed), har \(agents)",
            "Tlf: \(need.calls) anrop/½ t, treng \(needed), har \(agents)",
            "Tel: \(need.calls) calls/½ h, needs \(needed), has \(agents)")
    }
}

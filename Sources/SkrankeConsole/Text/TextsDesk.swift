import SkrankeDomain

/// One agent, four channels: presence, alerts, the pile, the end of a shift.
extension Texts {
    // MARK: Presence

    /// «Ledig», «Opptatt: Chat», «Pause: Lunsj til 11.30», «Etterarbeid 42 s».
    func standing(_ agent: AgentState, _ state: AppState, isShort: Bool = false) -> String {
        let name = presence(agent.presence)
        switch agent.presence {
        case .busy:
            guard let channel = agent.detail.channel else { return name }
            return isShort ? name : name + ": " + self.channel(channel)
        case .wrapUp:
            guard let until = agent.detail.until else { return name }
            let left = max(0, ((until - state.now).milliseconds + 999) / 1_000)
            return "\(name) \(left) s"
        case .paused, .off:
            guard let code = agent.detail.absence else { return name }
            if isShort { return "\(name) \(code)" }
            let absence = state.policy.absences.first { $0.code == code }
            let word = absence?.name[language] ?? absence?.name[.nb] ?? code
            let back = agent.detail.until.map { " " + until(clock($0, state)) } ?? ""
            return "\(name): \(word)\(back)"
        case .available, .blocked: return name
        }
    }
    private func until(_ time: String) -> String { t("til \(time)", "til \(time)", "until \(time)") }

    func atWork(_ who: AgentID, _ state: AppState) -> String {
        guard state.atWork.contains(who) else { return t("ikke på", "ikkje på", "not here") }
        return standing(state.shown(who), state)
    }
    func youAre(_ presence: String, _ by: String) -> String {
        t(
            "\(by) har satt deg til: \(presence)", "\(by) har sett deg til: \(presence)",
            "\(by) has set you to: \(presence)")
    }
    func youServe(_ panes: [QueuePane]?, _ by: String, _ state: AppState) -> String {
        let names = serving(panes)
        return t(
            "\(by) har satt deg på: \(names). n: neste", "\(by) har sett deg på: \(names). n: neste",
            "\(by) has put you on: \(names). n: next")
    }
    func serving(_ panes: [QueuePane]?) -> String {
        guard let panes else { return t("alle kanaler", "alle kanalar", "all channels") }
        return panes.map(paneTitle).joined(separator: ", ")
    }

    // MARK: Alerts

    func alert(_ kind: Alert.Kind, _ number: Int, isShort: Bool) -> String {
        switch kind {
        case .ringing: t("\(number) ringer", "\(number) ringjer", "\(number) ringing")
        case .chat: t("\(number) chat", "\(number) chat", "\(number) chat")
        case .visit:
            isShort
                ? t("\(number) oppm", "\(number) oppm", "\(number) visit")
                : t("\(number) i skranken", "\(number) i skranken", "\(number) at the counter")
        case .email:
            isShort
                ? t("\(number) e-post", "\(number) e-post", "\(number) mail")
                : t("\(number) e-post nær frist", "\(number) e-post nær frist", "\(number) e-mail near due")
        case .idle:
            isShort
                ? t("\(number) urørt", "\(number) urørt", "\(number) idle")
                : t("\(number) ligger urørt", "\(number) ligg urørt", "\(number) untouched")
        }
    }

    // MARK: The pile

    var pileCrumb: String { t("Bunken", "Bunken", "The pile") }
    func pileTitle(_ number: Int) -> String {
        t("Bunken: \(number) venter", "Bunken: \(number) ventar", "The pile: \(number) waiting")
    }
    /// «11 e-post, 12 chat, 6 tilbakeringing».
    func pileStatus(_ counts: [Channel: Int]) -> [String] {
        let parts = Channel.allCases.compactMap { channel in
            counts[channel].map { "\($0) \(self.channel(channel).lowercased())" }
        }
        return parts.isEmpty ? [] : [parts.joined(separator: ", ")]
    }
    var pileColumns: (due: String, channel: String, number: String, who: String, what: String, came: String) {
        (
            t("Frist", "Frist", "Due"), t("Kanal", "Kanal", "Channel"), columnNumber,
            t("Hvem", "Kven", "Who"), t("Gjelder", "Gjeld", "About"), t("Kom", "Kom", "Came")
        )
    }
    var pileEmpty: String {
        t(
            "Ingenting ligger igjen. God morgen!", "Ingenting ligg att. God morgon!",
            "Nothing is left. Good morning!")
    }
    func pileNote(_ opens: String) -> String {
        t(
            "Åpner \(opens). Svarfrister løper først fra da.",
            "Opnar \(opens). Svarfristar går først frå då.",
            "Opens \(opens). Answers are due only from then.")
    }
    /// «on 25.11 08:00»
    func dueAt(_ wall: WallTime, _ phrases: Phrases) -> String {
        phrases.shortName(of: wall.date.weekday) + " " + phrases.numericDay(wall.date) + " " + wall.time.iso
    }
    /// A sign for each way in, beside its word.
    func sign(_ head: InquiryHead) -> String {
        if head.channel == .chat, head.contactState == .left { return "?" }
        switch head.channel {
        case .chat, .mia: return "»"
        case .callback, .phone, .media: return "#"
        case .visit, .appointment: return "o"
        case .email: return "@"
        case .letter, .sms, .social: return "="
        }
    }
    func pileChannel(_ head: InquiryHead) -> String {
        if head.channel == .chat, head.contactState == .left {
            return t("Spørsmål", "Spørsmål", "Question")
        }
        return channel(head.channel)
    }

    // MARK: The end of a shift

    var letterAll: Unicode.Scalar { "a" }
    var letterQueue: Unicode.Scalar { "0" }
    var letterHandOver: Unicode.Scalar { "o" }
    var letterOther: Unicode.Scalar { "x" }
    func handOverTitle(_ number: Int) -> String {
        t("Du har \(number) åpne", "Du har \(number) opne", "You have \(number) open")
    }
    var handOverIntro: String {
        t("Hva skal overleveres?", "Kva skal overleverast?", "What is to be handed over?")
    }
    func handOverAll(_ number: Int) -> String {
        t("Alle (\(number))", "Alle (\(number))", "All of them (\(number))")
    }
    func handOverToTitle(_ number: Int) -> String {
        t("Overlever \(number) til", "Overlever \(number) til", "Hand \(number) over to")
    }
    var toQueue: String { t("Køen", "Køen", "The queue") }
    func handOverNoteTitle(_ number: Int, _ who: String?) -> String {
        let to = who ?? toQueue.lowercased()
        return t("\(number) til \(to)", "\(number) til \(to)", "\(number) to \(to)")
    }
    var handOverNoteIntro: String {
        t(
            "Hva må den neste vite? Kan stå tomt. Ctrl+S: overlever",
            "Kva må den neste vite? Kan stå tomt. Ctrl+S: overlever",
            "What must the next one know? May be empty. Ctrl+S: hand over")
    }
    var fieldNote: String { t("Beskjed", "Beskjed", "Note") }
    var handOverFirst: String {
        t("Overlever det du har først", "Overlever det du har først", "Hand over what you have first")
    }
    func quitHeld(_ number: Int) -> String {
        t(
            count(number, "åpen henvendelse er din.", "åpne henvendelser er dine."),
            count(number, "open førespurnad er din.", "opne førespurnader er dine."),
            count(number, "open inquiry is yours.", "open inquiries are yours."))
    }
    func handedToYou(_ number: String, _ who: String, _ note: String) -> String {
        let words = note.isEmpty ? "." : ": " + note
        return t(
            "\(who) har gitt deg \(number)\(words)", "\(who) har gitt deg \(number)\(words)",
            "\(who) has given you \(number)\(words)")
    }

    // MARK: What a supervisor moves

    func assignTitle(_ number: String) -> String {
        t("Tildel \(number) til", "Tildel \(number) til", "Assign \(number) to")
    }
    var moveAgentTitle: String { t("Flytt hvem?", "Flytt kven?", "Move whom?") }
    func moveAgentToTitle(_ who: String) -> String {
        t("\(who) får tilbud fra", "\(who) får tilbod frå", "\(who) is offered work from")
    }
    func servesNow(_ panes: [QueuePane]?, _ state: AppState) -> String {
        t("Nå: \(serving(panes))", "No: \(serving(panes))", "Now: \(serving(panes))")
    }
    func onlyPane(_ name: String) -> String { t("Bare \(name)", "Berre \(name)", "\(name) only") }
    var allPanes: String { t("Alle kanaler", "Alle kanalar", "All channels") }
}

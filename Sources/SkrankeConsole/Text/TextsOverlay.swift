import SkrankeDomain

/// Words of what lies over the panes.
extension Texts {
    // MARK: Common

    var cancel: String { t("Avbryt", "Avbryt", "Cancel") }
    var yes: String { t("ja", "ja", "yes") }
    var no: String { t("nei", "nei", "no") }
    var pickKeys: String {
        t(
            "bokstav eller Enter velger | Esc avbryt", "bokstav eller Enter vel | Esc avbryt",
            "letter or Enter chooses | Esc cancel")
    }
    var searchKeys: String {
        t(
            "skriv for å lete | Enter velger | Esc avbryt", "skriv for å leite | Enter vel | Esc avbryt",
            "type to search | Enter chooses | Esc cancel")
    }
    var formKeys: String {
        t(
            "Tab neste felt | Ctrl+S ferdig | Esc avbryt", "Tab neste felt | Ctrl+S ferdig | Esc avbryt",
            "Tab next field | Ctrl+S done | Esc cancel")
    }
    var scrollKeys: String {
        t("piltaster blar | Esc lukk", "piltastar blar | Esc lukk", "arrows scroll | Esc close")
    }
    var closeKey: String { t("Esc lukk", "Esc lukk", "Esc close") }
    var nothingFits: String { t("Ingenting passer.", "Ingenting passar.", "Nothing fits.") }

    var arrowKeys: String {
        t(
            "piltaster og Enter velger | Esc avbryt", "piltastar og Enter vel | Esc avbryt",
            "arrows and Enter choose | Esc cancel")
    }
    var chooseFirst: String {
        t(
            "Velg et svar først: bokstav eller piltaster.", "Vel eit svar først: bokstav eller piltastar.",
            "Choose an answer first: its letter, or the arrows.")
    }

    // MARK: Closing

    func closeTitle(_ number: String, _ name: String?) -> String {
        let whom = name.map { " (\($0))" } ?? ""
        return t("Avslutt \(number)\(whom)", "Avslutt \(number)\(whom)", "Close \(number)\(whom)")
    }
    var closeAsksResult: String { t("Hvordan endte det?", "Korleis enda det?", "How did it end?") }
    var closeUnanswered: String {
        t(
            "Det siste innbyggeren skrev, er ikke besvart.",
            "Det siste innbyggjaren skreiv, er ikkje svart på.",
            "The citizen's last words have not been answered.")
    }
    var closeInterrupted: String {
        t(
            "Innbyggeren har nettopp skrevet:", "Innbyggjaren har nettopp skrive:",
            "The citizen has just written:")
    }
    var closeReplyFirst: String { t("Svar først", "Svar først", "Reply first") }
    var closeAnyway: String { t("Avslutt likevel", "Avslutt likevel", "Close all the same") }
    var closeAsksTopic: String {
        t(
            "Hva gjaldt det? Skriv for å lete.", "Kva galdt det? Skriv for å leite.",
            "What was it about? Type to search.")
    }
    var closeAsksArchive: String {
        t("Skal e-posten i arkivet?", "Skal e-posten i arkivet?", "Does the e-mail go on record?")
    }
    var closeAsksOutcome: String {
        t(
            "Hvordan gikk samtalen for innringeren?", "Korleis gjekk samtalen for innringaren?",
            "How did the call go for the caller?")
    }
    var closeAsksReferral: String {
        t(
            "Hvem er innbyggeren henvist til, med kontaktinfo?",
            "Kven er innbyggjaren vist til, med kontaktinfo?",
            "To whom was the citizen referred, with contact data?")
    }

    // MARK: The way on

    func transferTitle(_ number: String) -> String {
        t("Send \(number) til enhet", "Send \(number) til eining", "Send \(number) to a unit")
    }
    var transferIntro: String {
        t(
            "Innbyggerens frist løper videre.", "Fristen til innbyggjaren går vidare.",
            "The citizen's deadline keeps running.")
    }
    func briefTitle(_ number: String, _ unit: String) -> String {
        t(
            "Bestilling til \(unit): \(number)", "Bestilling til \(unit): \(number)",
            "Brief to \(unit): \(number)")
    }
    func briefIntro(_ days: Int) -> String {
        t(
            "Enheten svarer innen \(count(days, "virkedag", "virkedager")). Skriv hva de skal gjøre.",
            "Eininga svarar innan \(count(days, "virkedag", "virkedagar")). Skriv kva dei skal gjere.",
            "The unit answers within \(count(days, "working day", "working days")). Say what they should do.")
    }
    var fieldBrief: String { t("Bestilling", "Bestilling", "Brief") }
    var fieldReason: String { t("Begrunnelse", "Grunngiving", "Reason") }
    func takeOverTitle(_ number: String, _ owner: String) -> String {
        t(
            "Overta \(number) fra \(owner)", "Overta \(number) frå \(owner)",
            "Take \(number) over from \(owner)")
    }
    func takeOverIntro(_ owner: String) -> String {
        t(
            "\(owner) får beskjed, og alle ser begrunnelsen.",
            "\(owner) får beskjed, og alle ser grunngivinga.", "\(owner) is told, and all can see the reason."
        )
    }
    func moveTitle(_ number: String, _ channel: String) -> String {
        t(
            "Bytt kanal for \(number), nå \(channel.lowercased())",
            "Byt kanal for \(number), no \(channel.lowercased())",
            "Move \(number), now \(channel.lowercased())")
    }
    var moveIntro: String {
        t(
            "Referanse, historie og løfter blir med.", "Referanse, historie og lovnader blir med.",
            "Reference, history and promises come along.")
    }
    func moveDetail(_ channel: Channel) -> String {
        switch channel {
        case .callback:
            t(
                "vi ringer innen neste virkedag; kvittering sendes",
                "vi ringjer innan neste virkedag; kvittering blir sendt",
                "we call within the next working day; a receipt is sent")
        case .appointment:
            t(
                "velg vert og tid; kvittering sendes", "vel vert og tid; kvittering blir sendt",
                "choose host and time; a receipt is sent")
        case .phone:
            t("innbyggeren er på tråden nå", "innbyggjaren er på tråden no", "the citizen is on the line now")
        case .email: t("svaret kommer på e-post", "svaret kjem på e-post", "the answer comes by e-mail")
        case .visit: t("innbyggeren får kølapp", "innbyggjaren får kølapp", "the citizen gets a ticket")
        default: ""
        }
    }
    func attemptTitle(_ number: String) -> String {
        t("Tilbakeringing \(number)", "Oppringing \(number)", "Callback \(number)")
    }
    func attemptIntro(_ name: String, _ phone: String, _ made: Int) -> String {
        t(
            "\(name), \(phone). Forsøk så langt: \(made).", "\(name), \(phone). Forsøk så langt: \(made).",
            "\(name), \(phone). Attempts so far: \(made).")
    }
    var giveUp: String {
        t("Gi opp etter tre forsøk", "Gi opp etter tre forsøk", "Give up after three attempts")
    }
    func topicTitle(_ number: String) -> String {
        t("Emne for \(number)", "Emne for \(number)", "Topic of \(number)")
    }
    func meetingTitle(_ number: String, _ channel: Channel) -> String { "\(self.channel(channel)) \(number)" }
    func voidTitle(_ number: String) -> String {
        t("Annuller \(number)", "Annuller \(number)", "Annul \(number)")
    }
    var voidIntro: String {
        t(
            "Den forsvinner fra køene og telles ikke.", "Han forsvinn frå køane og blir ikkje talt.",
            "It leaves the queues and is not counted.")
    }
    func confirmTitle(_ deed: ConfirmCard.Deed, _ number: String) -> String {
        switch deed {
        case .erase:
            t(
                "Slett innholdet i \(number) for godt", "Slett innhaldet i \(number) for godt",
                "Erase the content of \(number) for good")
        case .void(let reason):
            t(
                "Annuller \(number): \(void(reason))", "Annuller \(number): \(void(reason))",
                "Annul \(number): \(void(reason))")
        }
    }
    func confirmText(_ deed: ConfirmCard.Deed) -> String {
        switch deed {
        case .erase:
            t(
                "All tekst og alle personopplysninger slettes, også i det den er slått sammen med eller skilt "
                    + "ut fra. Det kan ikke angres.",
                "All tekst og alle personopplysningar blir sletta, også i det han er slått saman med eller skild "
                    + "ut frå. Det kan ikkje angrast.",
                "All text and all personal data are erased, also in what it was merged with or split from. "
                    + "This cannot be undone.")
        case .void:
            t(
                "Henvendelsen annulleres. Det kan ikke angres.",
                "Førespurnaden blir annullert. Det kan ikkje angrast.",
                "The inquiry is annulled. This cannot be undone.")
        }
    }
    func confirmAsk(_ number: String) -> String {
        t(
            "Skriv \(number) og trykk Enter. Esc: avbryt", "Skriv \(number) og trykk Enter. Esc: avbryt",
            "Type \(number) and press Enter. Esc: cancel")
    }

    // MARK: The rest

    var presenceTitle: String { t("Hva gjør du nå?", "Kva gjer du no?", "What are you doing?") }
    var menuTitle: String { t("Meny", "Meny", "Menu") }
    func group(_ group: CommandGroup) -> String {
        switch group {
        case .take: t("Ta", "Ta", "Take")
        case .talk: t("Svar", "Svar", "Answer")
        case .onward: t("Videre", "Vidare", "Onward")
        case .finish: t("Avslutt", "Avslutt", "Finish")
        case .find: t("Finn", "Finn", "Find")
        case .go: t("Gå", "Gå", "Go")
        case .program: t("Program", "Program", "Program")
        }
    }
    var helpTitle: String { t("Hjelp: alle taster", "Hjelp: alle tastar", "Help: all keys") }
    var helpMoves: String {
        t(
            "Piltaster, PgUp, PgDn, Home og End flytter. I svarfeltet blar PgUp og PgDn i samtalen.",
            "Piltastar, PgUp, PgDn, Home og End flyttar. I svarfeltet blar PgUp og PgDn i samtalen.",
            "Arrows, PgUp, PgDn, Home and End move. In the reply field PgUp and PgDn scroll the conversation."
        )
    }
    var helpField: String {
        t(
            "I et felt: Ctrl+_ angrer, Ctrl+Y gjør om, Ctrl+W sletter et ord.",
            "I eit felt: Ctrl+_ angrar, Ctrl+Y gjer om, Ctrl+W slettar eit ord.",
            "In a field: Ctrl+_ undoes, Ctrl+Y redoes, Ctrl+W erases a word."
        )
    }
    var toDesk: String { t("Skranken", "Skranken", "Desk") }
    var helpSigns: String {
        t(
            "Tegn i listene: * nye ord fra innbyggeren, ~ kladd, k kvittering mangler, s samordnes, "
                + "! snart, !! brutt.",
            "Teikn i listene: * nye ord frå innbyggjaren, ~ kladd, k kvittering manglar, s samordnast, "
                + "! snart, !! brote.",
            "Signs in lists: * new words from the citizen, ~ draft, k receipt missing, s to be cleared, "
                + "! soon, !! broken.")
    }
    var logTitle: String { t("Meldinger", "Meldingar", "Messages") }
    var logEmpty: String { t("Ingen meldinger ennå.", "Ingen meldingar enno.", "No messages yet.") }
    var findTitle: String { t("Finn henvendelse", "Finn førespurnad", "Find an inquiry") }
    var findHint: String {
        t(
            "Ord, navn, emne, telefon eller nummer (4217-X). Enter åpner.",
            "Ord, namn, emne, telefon eller nummer (4217-X). Enter opnar.",
            "Words, a name, topic, telephone or number (4217-X). Enter opens.")
    }
    func findCount(_ number: Int) -> String {
        t("\(number) treff", "\(number) treff", count(number, "hit", "hits"))
    }
    var findNothing: String { t("Ingen treff.", "Ingen treff.", "No hits.") }
    var searching: String { t("leter …", "leitar …", "searching …") }
    func historyTitle(_ name: String) -> String {
        t("Alle kanaler: \(name)", "Alle kanalar: \(name)", "All channels: \(name)")
    }
    var historyNone: String {
        t("Ingen andre henvendelser.", "Ingen andre førespurnader.", "No other inquiries.")
    }
    var historyUnknown: String {
        t(
            "Innbyggeren er ikke identifisert, så vi vet ikke om andre henvendelser.",
            "Innbyggjaren er ikkje identifisert, så vi veit ikkje om andre førespurnader.",
            "The citizen is not identified, so no other inquiries are known.")
    }
    var quitTitle: String { t("Avslutte Skranke?", "Avslutte Skranke?", "Quit Skranke?") }
    func quitDrafts(_ number: Int) -> String {
        t(
            "\(count(number, "kladd", "kladder")) er ikke sendt, men lagret til neste gang.",
            "\(count(number, "kladd", "kladdar")) er ikkje sendt, men lagra til neste gong.",
            "\(count(number, "draft", "drafts")) not sent. Kept for next time.")
    }
    func quitLast(_ number: Int) -> String {
        t(
            "Du er den siste her: \(count(number, "innbygger", "innbyggere")) i chatkøen får beskjed om svar senere.",
            "Du er den siste her: \(count(number, "innbyggjar", "innbyggjarar")) i chatkøen får melding om svar seinare.",
            "You are the last one here: \(count(number, "citizen", "citizens")) in the chat queue will be promised a later answer."
        )
    }
    func quitChats(_ number: Int) -> String {
        t(
            "\(count(number, "chat", "chatter")) hos deg går tilbake til køen.",
            "\(count(number, "chat", "chattar")) hos deg går tilbake til køen.",
            "\(count(number, "chat", "chats")) of yours go back to the queue.")
    }
    func quitPending(_ number: Int) -> String {
        t("\(number) venter på lagring.", "\(number) ventar på lagring.", "\(number) waiting to be saved.")
    }
    var quitConfirm: String { t("Avslutt", "Avslutt", "Quit") }
    /// Figures about the program, for whoever looks for a fault.
    func debugLines(_ state: AppState) -> [String] {
        let debug = state.debug
        let size = "\(state.size.width)x\(state.size.height)"
        return [
            t("journal", "journal", "journal") + " \(debug.journalHead), "
                + t("lest til", "lese til", "read to") + " \(debug.cursor)",
            t("henvendelser", "førespurnader", "inquiries") + " \(state.board.openCount), "
                + t("åpne her", "opne her", "open here") + " \(state.tabs.count)",
            t("på vei", "på veg", "on their way") + " \(state.pendingCount), "
                + t("effekter", "effektar", "effects") + " \(debug.effects) (\(debug.lastEffect))",
            t("bilder/s", "bilete/s", "frames/s") + " \(debug.framesPerSecond), "
                + t("byte/bilde", "byte/bilete", "bytes/frame") + " \(debug.bytesPerFrame)",
            t("lager", "lager", "store") + " \(debug.store)",
            t("terminal", "terminal", "terminal") + " \(debug.terminal) \(size)",
        ]
    }

    var debugTitle: String { t("Feilsøking", "Feilsøking", "Debug") }
    var filterPrompt: String { t("Filter: ", "Filter: ", "Filter: ") }
}

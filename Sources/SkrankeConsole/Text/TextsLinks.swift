import SkrankeDomain

/// Words about two inquiries, about a reply that was noted by hand, and about clearance.
extension Texts {
    func refusalOfTwo(_ refusal: Refusal) -> String {
        switch refusal {
        case .liveContact:
            t(
                "Noen er i kontakt om den akkurat nå. Avslutt samtalen først.",
                "Nokon er i kontakt om han akkurat no. Avslutt samtalen først.",
                "Somebody is in contact about it just now. End the conversation first.")
        case .sameInquiry:
            t(
                "Det er den samme henvendelsen. Velg en annen.",
                "Det er den same førespurnaden. Vel ein annan.",
                "That is the same inquiry. Choose another.")
        case .targetNotOpen(let now):
            t(
                "Den andre er \(state(now)). Velg en som er åpen.",
                "Den andre er \(state(now)). Vel ein som er open.",
                "The other one is \(state(now)). Choose one that is open.")
        case .clearanceMissing:
            t(
                "Svaret er ikke klarert ennå. Leder eller vaktleder klarerer.",
                "Svaret er ikkje klarert enno. Leiar eller vaktleiar klarerer.",
                "The answer is not cleared yet. A leader or the supervisor clears it.")
        case .clearanceNotRequested:
            t("Ingen har bedt om klarering.", "Ingen har bede om klarering.", "Nobody asked for clearance.")
        default: ""
        }
    }

    // MARK: The timeline

    func storyMergedInto(_ other: String, _ who: String) -> String {
        t(
            "Duplikat: går videre i \(other) (\(who))", "Duplikat: går vidare i \(other) (\(who))",
            "Duplicate: goes on in \(other) (\(who))")
    }
    func storyDuplicate(_ other: String, _ who: String) -> String {
        t(
            "Duplikatet \(other) er slått sammen med denne (\(who))",
            "Duplikatet \(other) er slått saman med denne (\(who))",
            "The duplicate \(other) was merged into this one (\(who))")
    }
    func storySplitOff(_ other: String, _ who: String) -> String {
        t(
            "Et spørsmål til går videre i \(other) (\(who))",
            "Eit spørsmål til går vidare i \(other) (\(who))",
            "Another question goes on in \(other) (\(who))")
    }
    func storySplitFrom(_ other: String, _ who: String) -> String {
        t(
            "Skilt ut fra \(other) av \(who)", "Skild ut frå \(other) av \(who)",
            "Split from \(other) by \(who)")
    }
    func storyReplyNoted(_ who: String) -> String {
        t(
            "Svaret fra innbyggeren er notert av \(who)", "Svaret frå innbyggjaren er notert av \(who)",
            "The citizen's reply was noted by \(who)")
    }
    func storyClearanceAsked(_ who: String) -> String {
        t(
            "\(who) ba om klarering av svaret", "\(who) bad om klarering av svaret",
            "\(who) asked for clearance of the answer")
    }
    func storyCleared(_ who: String) -> String {
        t("\(who) klarerte svaret", "\(who) klarerte svaret", "\(who) cleared the answer")
    }
    func storyClearanceRefused(_ who: String) -> String {
        t("\(who) klarerte ikke svaret", "\(who) klarerte ikkje svaret", "\(who) did not clear the answer")
    }

    /// Beside the state in the inquiry's frame; short.
    func clearance(_ state: Clearance.State) -> String {
        switch state {
        case .requested: t("til klarering", "til klarering", "to be cleared")
        case .cleared: t("klarert", "klarert", "cleared")
        case .refused: t("ikke klarert", "ikkje klarert", "not cleared")
        }
    }

    // MARK: What is asked

    func mergeTitle(_ number: String) -> String {
        t("Slå \(number) sammen med", "Slå \(number) saman med", "Merge \(number) into")
    }
    var mergeIntro: String {
        t(
            "Hvilken henvendelse går videre? Skriv nummer, navn eller emne.",
            "Kva førespurnad går vidare? Skriv nummer, namn eller emne.",
            "Which inquiry goes on? Type number, name or topic.")
    }
    var sameCitizen: String { t("samme innbygger", "same innbyggjar", "same citizen") }
    func mergeConfirm(_ number: String, _ other: String) -> [String] {
        [
            t(
                "\(number) blir annullert som duplikat og peker til \(other).",
                "\(number) blir annullert som duplikat og peiker til \(other).",
                "\(number) is annulled as a duplicate and points to \(other)."),
            t(
                "\(other) går videre og holder det løftet som kom først.",
                "\(other) går vidare og held den lovnaden som kom først.",
                "\(other) goes on and keeps whichever promise is earlier."),
            t(
                "Skriver innbyggeren mer i \(number), åpnes den igjen.",
                "Skriv innbyggjaren meir i \(number), blir han opna att.",
                "If the citizen writes more in \(number), it opens again."),
        ]
    }
    var mergeYes: String { t("Slå sammen", "Slå saman", "Merge") }
    func splitTitle(_ number: String) -> String {
        t(
            "Skill ut et spørsmål fra \(number)", "Skil ut eit spørsmål frå \(number)",
            "Split a question from \(number)")
    }
    var splitIntro: String {
        t(
            "Det får egen referanse og egen frist, regnet fra samme mottak.",
            "Det får eigen referanse og eigen frist, rekna frå same mottak.",
            "It gets its own reference and deadline, counted from the same arrival.")
    }
    var fieldSplit: String { t("Spørsmålet", "Spørsmålet", "The question") }
    func replyTitle(_ number: String) -> String {
        t(
            "Svar fra innbyggeren: \(number)", "Svar frå innbyggjaren: \(number)",
            "The citizen's reply: \(number)")
    }
    var replyIntro: String {
        t(
            "Det som kom på e-post, telefon, brev eller ved skranken.",
            "Det som kom på e-post, telefon, brev eller ved skranken.",
            "What came by e-mail, telephone, letter or at the counter.")
    }
    var fieldReply: String { t("Svaret", "Svaret", "The reply") }
    func clearanceTitle(_ number: String) -> String {
        t(
            "Be om klarering av svaret: \(number)", "Be om klarering av svaret: \(number)",
            "Ask for clearance of the answer: \(number)")
    }
    var clearanceIntro: String {
        t(
            "Innbyggeren får ikke svar før leder eller vaktleder har klarert det.",
            "Innbyggjaren får ikkje svar før leiar eller vaktleiar har klarert det.",
            "The citizen gets no answer until a leader or the supervisor has cleared it.")
    }
    func refuseTitle(_ number: String) -> String {
        t(
            "Ikke klarer svaret: \(number)", "Ikkje klarer svaret: \(number)",
            "Do not clear the answer: \(number)")
    }
    var refuseIntro: String {
        t(
            "Den som spurte, ser begrunnelsen.", "Den som spurde, ser grunngivinga.",
            "Whoever asked sees the reason.")
    }
    func closeReasonTitle(_ number: String, _ result: String) -> String {
        t("Avslutt \(number): \(result)", "Avslutt \(number): \(result)", "Close \(number): \(result)")
    }
    var closeReasonIntro: String {
        t(
            "Hvorfor avsluttes den uten svar?", "Kvifor blir han avslutta utan svar?",
            "Why does it end without an answer?")
    }

    // MARK: Commands

    func linking(_ name: CommandName) -> CommandWords {
        switch name {
        case .merge:
            w(
                "Slå sammen|Slår et duplikat sammen med henvendelsen som går videre.|slå-sammen",
                "Slå saman|Slår eit duplikat saman med førespurnaden som går vidare.|slå-saman",
                "Merge|Merges a duplicate into the inquiry that goes on.|join")
        case .split:
            w(
                "Skill ut|Gir et spørsmål til i henvendelsen egen referanse og frist.|skill-ut",
                "Skil ut|Gir eit spørsmål til i førespurnaden eigen referanse og frist.|skil-ut",
                "Split|Gives another question in the inquiry its own reference and deadline.|divide")
        case .replyReceived:
            w(
                "Noter svar|Noterer det innbyggeren svarte utenom chatten. Fristen løper igjen.|svar-mottatt",
                "Noter svar|Noterer det innbyggjaren svara utanom chatten. Fristen går att.|svar-motteke",
                "Note a reply|Notes what the citizen replied outside the chat. The deadline runs again.|replied"
            )
        case .requestClearance:
            w(
                "Be om klarering|Svaret venter til leder eller vaktleder har klarert det.|be-om-klarering",
                "Be om klarering|Svaret ventar til leiar eller vaktleiar har klarert det.|be-om-klarering",
                "Ask clearance|The answer waits until a leader or the supervisor has cleared it.|coordinate")
        case .clear:
            w(
                "Klarer|Klarerer svaret, så innbyggeren kan få det.|klarer",
                "Klarer|Klarerer svaret, så innbyggjaren kan få det.|klarer",
                "Clear|Clears the answer, so that the citizen may have it.|approve")
        default:
            w(
                "Ikke klarer|Klarerer ikke svaret, med begrunnelse.|ikke-klarer",
                "Ikkje klarer|Klarerer ikkje svaret, med grunngiving.|ikkje-klarer",
                "Do not clear|Does not clear the answer, with the reason.|disapprove")
        }
    }

    // MARK: Done

    func doneWithTwo(_ done: Pending.Done, _ number: String) -> String {
        switch done {
        case .merged(let other):
            t(
                "\(number) er slått sammen med \(other).", "\(number) er slått saman med \(other).",
                "\(number) was merged into \(other).")
        case .split:
            t(
                "\(number) er skilt ut som egen henvendelse.",
                "\(number) er skild ut som eigen førespurnad.", "\(number) is now an inquiry of its own.")
        case .replyNoted:
            t(
                "Svaret fra innbyggeren er notert på \(number).",
                "Svaret frå innbyggjaren er notert på \(number).",
                "The citizen's reply is noted on \(number).")
        case .clearanceAsked:
            t(
                "\(number) venter på klarering.", "\(number) ventar på klarering.",
                "\(number) waits for clearance.")
        case .cleared:
            t(
                "Svaret i \(number) er klarert.", "Svaret i \(number) er klarert.",
                "The answer in \(number) is cleared.")
        case .clearanceRefused:
            t(
                "Svaret i \(number) er ikke klarert.", "Svaret i \(number) er ikkje klarert.",
                "The answer in \(number) is not cleared.")
        default: ""
        }
    }
}

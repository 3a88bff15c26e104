import SkrankeDomain

/// Why something is not possible, and what to do about it; who, where it is somebody's doing.
extension Texts {
    func reason(_ reason: Reason, _ state: AppState) -> String {
        switch reason {
        case .refusal, .nothingSelected, .nothingOpen, .nothingWaits, .stillLoading, .isSending,
            .alreadyYours, .notYours, .nobodyHasIt, .noOtherOpen, .nothingToUndo, .lastIsFinal, .noText,
            .notInField:
            reasonOfState(reason, state)
        case .noCall: reasonNoCall
        case .notAway: reasonNotAway
        case .noTargets, .mayNotRead, .storeAway, .unknownArgument, .unknownCommand, .onlyChatsWait,
            .onlyForOthers, .nothingHeld, .noColleagues:
            reasonOfPlace(reason, state)
        }
    }

    private func reasonOfState(_ reason: Reason, _ state: AppState) -> String {
        switch reason {
        case .refusal(let refusal): refusal_(refusal, state)
        case .nothingSelected:
            t("Velg en henvendelse først.", "Vel ein førespurnad først.", "Choose an inquiry first.")
        case .nothingOpen:
            t(
                "Ingen henvendelse er åpen. Enter åpner den valgte.",
                "Ingen førespurnad er open. Enter opnar den valde.",
                "No inquiry is open. Enter opens the selected one.")
        case .nothingWaits:
            t("Ingen venter. Bra jobbet!", "Ingen ventar. Godt jobba!", "Nobody is waiting. Well done!")
        case .stillLoading:
            t("Hentes ennå, et øyeblikk.", "Blir henta enno, eit augeblink.", "Still being read, one moment.")
        case .isSending:
            t("Sendes nå, et øyeblikk.", "Blir sendt no, eit augeblink.", "Being sent, one moment.")
        case .alreadyYours:
            t("Du har den allerede. s: svar", "Du har han alt. s: svar", "You have it already. s: reply")
        case .notYours: t("Du har den ikke. t: ta", "Du har han ikkje. t: ta", "You do not have it. t: take")
        case .nobodyHasIt: t("Ingen har den. t: ta", "Ingen har han. t: ta", "Nobody has it. t: take")
        case .noOtherOpen:
            t(
                "Ingen andre henvendelser er åpne.", "Ingen andre førespurnader er opne.",
                "No other inquiry is open.")
        case .nothingToUndo: t("Ingenting å angre.", "Ingenting å angre.", "Nothing to undo.")
        case .lastIsFinal:
            t(
                "Det siste du gjorde, kan ikke angres.", "Det siste du gjorde, kan ikkje angrast.",
                "What you did last cannot be undone.")
        case .noText:
            t(
                "Feltet er tomt. Skriv noe først.", "Feltet er tomt. Skriv noko først.",
                "The field is empty. Write something first.")
        case .notInField:
            t("Åpne svarfeltet først: s", "Opne svarfeltet først: s", "Open the reply field first: s")
        default: ""
        }
    }

    private func reasonOfPlace(_ reason: Reason, _ state: AppState) -> String {
        switch reason {
        case .noTargets:
            t(
                "Det er ingenting å velge mellom.", "Det er ingenting å velje mellom.",
                "There is nothing to choose from.")
        case .mayNotRead:
            t(
                "Rollen din gir ikke innsyn i henvendelser.", "Rolla di gir ikkje innsyn i førespurnader.",
                "Your role may not see inquiries.")
        case .storeAway:
            t(
                "Lageret svarer ikke. Du kan lese, men ikke lagre ennå.",
                "Lageret svarar ikkje. Du kan lese, men ikkje lagre enno.",
                "The store does not answer. You can read, but not save yet.")
        case .unknownArgument(let word):
            t("Forstår ikke «\(word)».", "Forstår ikkje «\(word)».", "“\(word)” was not understood.")
        case .unknownCommand(let word):
            t(
                "Kjenner ikke kommandoen «\(word)». Space: meny",
                "Kjenner ikkje kommandoen «\(word)». Space: meny",
                "There is no command “\(word)”. Space: menu")
        case .onlyChatsWait(let limit):
            t(
                "Bare chatter venter, og du har \(limit) allerede. Avslutt en først: l",
                "Berre chattar ventar, og du har \(limit) alt. Avslutt ein først: l",
                "Only chats are waiting, and you have \(limit) already. Close one first: l")
        case .onlyForOthers, .nothingHeld, .noColleagues: reasonOfDesk(reason)
        default: ""
        }
    }

    /// Why not, and the way out at this front.
    public func refusal(_ refusal: Refusal, _ state: AppState, front: Front = .screen) -> String {
        var texts = self
        texts.front = front
        guard let way = texts.wayOut(refusal) else { return texts.refusal_(refusal, state) }
        return texts.refusal_(refusal, state) + " " + way
    }

    /// A refusal that came back: says what became of the text.
    func refused(_ refusal: Refusal, _ pending: Pending, _ state: AppState) -> String {
        let kept = pending.draft != nil
        if case .movedSince = refusal {
            return t(
                "Noe nytt kom til mens du skrev. Les det, og send igjen. Teksten er beholdt.",
                "Noko nytt kom til medan du skreiv. Les det, og send igjen. Teksten er teken vare på.",
                "Something new came while you wrote. Read it, then send again. Your text is kept.")
        }
        let text = refusal_(refusal, state)
        return kept
            ? text + t(" Teksten er beholdt.", " Teksten er teken vare på.", " Your text is kept.") : text
    }

    private func refusal_(_ refusal: Refusal, _ state: AppState) -> String {
        switch refusal {
        case .alreadyClaimed, .notOwner, .movedSince, .notFound, .notPermitted, .wrongState:
            refusalOfOwner(refusal, state)
        case .wrongChannel, .contactNotReady, .tooManyLive, .textMissing, .textTooLong, .topicMissing,
            .receiptMissing, .answerMissing, .archiveDecisionMissing:
            refusalOfState(refusal, state)
        case .phoneOutcomeMissing, .referralMissing, .heldTextWaiting, .nothingToWithdraw, .reasonMissing,
            .attemptsLeft, .beingSent:
            refusalOfMissing(refusal, state)
        case .limitReached, .deskClosed, .slotTaken, .slotInvalid, .dateNotInFuture, .dateNotOpen,
            .unknownUnit, .unknownTopic, .unknownAgent:
            refusalOfLimit(refusal, state)
        case .overCapacity, .presenceBlocked, .unknownAbsence, .absenceMissing: refusalOfDesk(refusal)
        case .moveNotAllowed, .invalidContact: refusalOfName(refusal, state)
        case .liveContact, .sameInquiry, .targetNotOpen, .clearanceMissing, .clearanceNotRequested:
            refusalOfTwo(refusal)
        case .tooSoon, .messageNotLeft, .unknownAbsenceCode: refusalOfPhone(refusal, state)
        }
    }

    private func refusalOfOwner(_ refusal: Refusal, _ state: AppState) -> String {
        switch refusal {
        case .alreadyClaimed(let by, let at):
            let who = state.naming.short(by)
            let when = clock(at, state)
            return t(
                "Tatt av \(who) \(when).\(key(" n: neste"))", "Teken av \(who) \(when).\(key(" n: neste"))",
                "Taken by \(who) at \(when).\(key(" n: next"))")
        case .notOwner(let owner?):
            let who = state.naming.short(owner)
            return t("\(who) har den.", "\(who) har han.", "\(who) has it.")
        case .notOwner(nil):
            return t(
                "Ingen har den ennå.\(key(" t: ta"))", "Ingen har han enno.\(key(" t: ta"))",
                "Nobody has it yet.\(key(" t: take"))")
        case .movedSince:
            return t(
                "Noe er endret siden du så på den. Les og prøv igjen.",
                "Noko er endra sidan du såg på han. Les og prøv igjen.",
                "Something has changed since you looked. Read it and try again.")
        case .notFound:
            return t("Finner ikke henvendelsen.", "Finn ikkje førespurnaden.", "There is no such inquiry.")
        case .notPermitted:
            return t(
                "Rollen din gir ikke lov til det. Spør vaktleder.",
                "Rolla di gir ikkje lov til det. Spør vaktleiaren.",
                "Your role does not permit that. Ask the supervisor.")
        case .wrongState(let now):
            return t(
                "Ikke mulig: den er \(self.state(now)).", "Ikkje mogleg: han er \(self.state(now)).",
                "Not possible: it is \(self.state(now)).")
        default: return ""
        }
    }

    private func refusalOfState(_ refusal: Refusal, _ state: AppState) -> String {
        switch refusal {
        case .wrongChannel(let channel):
            return t(
                "Ikke mulig i kanalen \(self.channel(channel)).",
                "Ikkje mogleg i kanalen \(self.channel(channel)).",
                "Not possible in the channel \(self.channel(channel)).")
        case .contactNotReady:
            return t(
                "Kontakten er ikke kommet så langt, eller er over.",
                "Kontakten er ikkje komen så langt, eller er over.",
                "The contact has not come so far, or is over.")
        case .tooManyLive(let limit):
            return t(
                "Du har \(limit) chatter allerede. Avslutt en først\(key(": l", else: "."))",
                "Du har \(limit) chattar alt. Avslutt ein først\(key(": l", else: "."))",
                "You have \(limit) chats already. Close one first\(key(": l", else: "."))")
        case .textMissing: return t("Teksten mangler.", "Teksten manglar.", "The text is missing.")
        case .textTooLong(let limit):
            return t(
                "For lang tekst. Grensen er \(limit) tegn.", "For lang tekst. Grensa er \(limit) teikn.",
                "The text is too long. The limit is \(limit) characters.")
        case .topicMissing:
            return t(
                "Emnet mangler\(key(" (e)")).", "Emnet manglar\(key(" (e)")).",
                "The topic is missing\(key(" (e)")).")
        case .receiptMissing:
            return t(
                "Kvittering mangler\(key(" (k)")).", "Kvittering manglar\(key(" (k)")).",
                "A receipt is missing\(key(" (k)")).")
        case .answerMissing:
            return t(
                "Innbyggeren har ikke fått svar\(key(" (s)")).",
                "Innbyggjaren har ikkje fått svar\(key(" (s)")).",
                "The citizen has had no answer\(key(" (s)")).")
        case .archiveDecisionMissing:
            return t("Arkivvurdering mangler.", "Arkivvurdering manglar.", "The archive decision is missing.")
        default: return ""
        }
    }

    private func refusalOfMissing(_ refusal: Refusal, _ state: AppState) -> String {
        switch refusal {
        case .phoneOutcomeMissing:
            return t(
                "Utfallet av samtalen mangler.", "Utfallet av samtalen manglar.",
                "The outcome of the call is missing.")
        case .referralMissing:
            return t(
                "Si hvem innbyggeren er henvist til.", "Sei kven innbyggjaren er vist til.",
                "Say to whom the citizen was referred.")
        case .heldTextWaiting:
            return t(
                "Tekst venter på å bli sendt. Vent\(key(", eller u: angre", else: " litt."))",
                "Tekst ventar på å bli send. Vent\(key(", eller u: angre", else: " litt."))",
                "Text is waiting to be sent. Wait\(key(", or u: undo", else: " a little."))")
        case .nothingToWithdraw:
            return t("For sent: den er sendt.", "For seint: han er send.", "Too late: it has been sent.")
        case .reasonMissing: return t("Skriv en begrunnelse.", "Skriv ei grunngiving.", "Write a reason.")
        case .attemptsLeft(0):
            return t(
                "Tre forsøk er gjort.\(key(" g: gi opp"))", "Tre forsøk er gjorde.\(key(" g: gi opp"))",
                "Three attempts were made.\(key(" g: give up"))")
        case .attemptsLeft(let left):
            return t(
                "Først når alle forsøk er gjort: \(left) igjen.",
                "Først når alle forsøk er gjorde: \(left) att.",
                "Only after all attempts: \(left) left.")
        case .beingSent:
            return t(
                "Sendes akkurat nå. Prøv igjen straks.", "Blir sendt akkurat no. Prøv igjen straks.",
                "Being sent just now. Try again in a moment.")
        default: return ""
        }
    }

    private func refusalOfLimit(_ refusal: Refusal, _ state: AppState) -> String {
        switch refusal {
        case .limitReached:
            return t(
                "Grensen er nådd. Si fra til systemansvarlig.",
                "Grensa er nådd. Sei frå til systemansvarleg.",
                "The limit is reached. Tell the administrator.")
        case .deskClosed: return t("Skranken er stengt.", "Skranken er stengd.", "The desk is closed.")
        case .slotTaken:
            return t(
                "Tiden er opptatt. Velg en annen.", "Tida er oppteken. Vel ei anna.",
                "That time is taken. Choose another.")
        case .slotInvalid:
            return t(
                "Tiden passer ikke: slutt etter start, og innen åtte dager.",
                "Tida passar ikkje: slutt etter start, og innan åtte dagar.",
                "The time does not fit: end after start, and within eight days.")
        case .dateNotInFuture:
            return t(
                "Tidspunktet må ligge fram i tid.", "Tidspunktet må liggje fram i tid.",
                "The time must lie ahead.")
        case .dateNotOpen:
            return t(
                "Skranken er stengt da. Velg en annen tid.", "Skranken er stengd då. Vel ei anna tid.",
                "The desk is closed then. Choose another time.")
        case .unknownUnit:
            return t("Kjenner ikke enheten.", "Kjenner ikkje eininga.", "There is no such unit.")
        case .unknownTopic: return t("Kjenner ikke emnet.", "Kjenner ikkje emnet.", "There is no such topic.")
        case .unknownAgent:
            return t(
                "Kjenner ikke den ansatte.", "Kjenner ikkje den tilsette.", "There is no such colleague.")
        default: return ""
        }
    }

    private func refusalOfName(_ refusal: Refusal, _ state: AppState) -> String {
        switch refusal {
        case .moveNotAllowed(let from, let to):
            return t(
                "Kan ikke flyttes fra \(channel(from)) til \(channel(to)).",
                "Kan ikkje flyttast frå \(channel(from)) til \(channel(to)).",
                "Cannot be moved from \(channel(from)) to \(channel(to)).")
        case .invalidContact:
            return t(
                "E-post eller telefon er ikke gyldig.", "E-post eller telefon er ikkje gyldig.",
                "E-mail or telephone is not valid.")
        default: return ""
        }
    }
}

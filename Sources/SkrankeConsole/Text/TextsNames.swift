import SkrankeDomain

/// Names of the domain's kinds and states.
extension Texts {
    public func channel(_ channel: Channel) -> String {
        switch channel {
        case .chat: "Chat"
        case .callback: t("Tilbakeringing", "Oppringing", "Callback")
        case .visit: t("Oppmøte", "Oppmøte", "Visit")
        case .appointment: t("Avtale", "Avtale", "Appointment")
        case .email: t("E-post", "E-post", "E-mail")
        case .phone: t("Telefon", "Telefon", "Telephone")
        case .mia: "Mia"
        case .letter: t("Brev", "Brev", "Letter")
        case .sms: "SMS"
        case .social: t("Sosiale medier", "Sosiale medium", "Social media")
        case .media: t("Presse", "Presse", "Press")
        }
    }

    public func presence(_ presence: Presence) -> String {
        switch presence {
        case .off: t("Ikke på jobb", "Ikkje på jobb", "Off duty")
        case .available: t("Ledig", "Ledig", "Available")
        case .busy: t("Opptatt", "Oppteken", "Busy")
        case .wrapUp: t("Etterarbeid", "Etterarbeid", "Wrapping up")
        case .paused: t("Pause", "Pause", "On a break")
        case .blocked: t("Sperret", "Sperra", "Blocked")
        }
    }

    public func state(_ state: InquiryState) -> String {
        switch state {
        case .received: t("mottatt", "motteken", "received")
        case .inProgress: t("under arbeid", "under arbeid", "in progress")
        case .awaitingCitizen: t("venter på innbygger", "ventar på innbyggjar", "awaiting citizen")
        case .withUnit: t("hos enhet", "hos eining", "with a unit")
        case .scheduled: t("avtalt", "avtalt", "scheduled")
        case .answered: t("besvart", "svara på", "answered")
        case .closed: t("avsluttet", "avslutta", "closed")
        case .voided: t("annullert", "annullert", "voided")
        }
    }

    func contactState(_ state: InteractionState?, _ channel: Channel) -> String {
        switch state {
        case .waiting:
            switch channel {
            case .callback: t("Skal ringes", "Skal ringjast", "To be called")
            default: t("Venter", "Ventar", "Waiting")
            }
        case .left: t("Spørsmålet er tatt vare på", "Spørsmålet er teke vare på", "The question is kept")
        case .active: t("Pågår", "Går føre seg", "Under way")
        case .citizenIdle: t("Innbyggeren er stille", "Innbyggjaren er still", "The citizen is silent")
        case .called: t("Kalt inn", "Kalla inn", "Called")
        case .parked: t("På vent", "På vent", "Parked")
        case .dialling: t("Ringer", "Ringjer", "Dialling")
        case .booked: t("Avtalt", "Avtalt", "Booked")
        case .arrived: t("Møtt fram", "Møtt fram", "Arrived")
        case .wrapUp: presence(.wrapUp)
        case .done: t("Ferdig", "Ferdig", "Done")
        case .ended: t("Avsluttet", "Avslutta", "Ended")
        case .givenUp: t("Oppgitt", "Gitt opp", "Given up")
        case .noShow: t("Ikke møtt", "Ikkje møtt", "Did not come")
        case .cancelled: t("Avlyst", "Avlyst", "Cancelled")
        case .abandoned: t("La på før svar", "La på før svar", "Hung up before an answer")
        case .moved: t("Flyttet", "Flytta", "Moved")
        case nil: ""
        }
    }

    public func result(_ result: ClosingResult) -> String {
        switch result {
        case .solvedByMia: t("Løst av Mia", "Løyst av Mia", "Solved by Mia")
        case .solvedAtDesk: t("Løst på servicetorget", "Løyst på servicetorget", "Solved at the desk")
        case .solvedByUnit: t("Løst av enheten", "Løyst av eininga", "Solved by the unit")
        case .referred: t("Henvist til annen instans", "Vist til annan instans", "Referred to another body")
        case .appointmentHeld: t("Avtale holdt", "Avtale halden", "Appointment held")
        case .noReply: t("Ikke svar fra innbygger", "Ikkje svar frå innbyggjar", "No reply from the citizen")
        case .withdrawn: t("Trukket av innbygger", "Trekt av innbyggjar", "Withdrawn by the citizen")
        }
    }

    public func archive(_ decision: ArchiveDecision) -> String {
        switch decision {
        case .journal: t("Skal journalføres", "Skal journalførast", "To be put on record")
        case .notArchived: t("Skal ikke arkiveres", "Skal ikkje arkiverast", "Not to be archived")
        }
    }

    public func outcome(_ outcome: PhoneOutcome) -> String {
        switch outcome {
        case .reachedPerson:
            t("Fikk snakke med den de søkte", "Fekk snakke med den dei søkte", "Reached the person sought")
        case .helpedByOther: t("Fikk hjelp av en annen", "Fekk hjelp av ein annan", "Was helped by another")
        case .toldWhenAndHow:
            t("Fikk vite når og hvordan", "Fekk vite når og korleis", "Was told when and how")
        case .none: t("Ingen av delene", "Ingen av delane", "None of these")
        }
    }

    public func attempt(_ result: AttemptResult) -> String {
        switch result {
        case .reached: t("Fikk svar", "Fekk svar", "Got an answer")
        case .noAnswer: t("Ikke svar", "Ikkje svar", "No answer")
        case .busy: t("Opptatt", "Oppteke", "Busy")
        case .messageLeft: t("La igjen beskjed", "La att beskjed", "Left a message")
        }
    }

    func void(_ reason: VoidReason) -> String {
        switch reason {
        case .spam: t("Søppelpost", "Søppelpost", "Spam")
        case .private: t("Privat", "Privat", "Private")
        case .duplicate: t("Dobbelt", "Dobbelt", "Duplicate")
        case .hungUp: t("La på", "La på", "Hung up")
        case .putThrough: t("Satt over", "Sett over", "Put through")
        case .misregistered: t("Feil registrert", "Feil registrert", "Registered by mistake")
        }
    }

    func meeting(_ action: MeetingAction) -> String {
        switch action {
        case .call: t("Kall inn", "Kall inn", "Call in")
        case .start: t("Start ved skranken", "Start ved skranken", "Start at the counter")
        case .finish: t("Ferdig ved skranken", "Ferdig ved skranken", "Done at the counter")
        case .left: t("Har gått", "Har gått", "Has left")
        case .park: t("Sett på vent", "Set på vent", "Park")
        case .service: t("En tjeneste til", "Ei teneste til", "One more service")
        case .hand: t("Overlat til en kollega", "Overlat til ein kollega", "Hand to a colleague")
        case .arrived: t("Har møtt fram", "Har møtt fram", "Has arrived")
        case .held: t("Avtalen er holdt", "Avtalen er halden", "The meeting was held")
        case .noShow: t("Møtte ikke", "Møtte ikkje", "Did not come")
        case .reschedule: t("Ny tid", "Ny tid", "New time")
        case .cancel: t("Avlys for innbyggeren", "Avlys for innbyggjaren", "Cancel for the citizen")
        case .book: t("Bestill avtale", "Bestill avtale", "Book an appointment")
        }
    }

    public func deadline(_ kind: DeadlineKind) -> String {
        switch kind {
        case .phoneAnswer: t("svar på telefon", "svar på telefon", "telephone answer")
        case .receipt: t("kvittering", "kvittering", "receipt")
        case .emailAnswer: t("svar", "svar", "answer")
        case .expectedFinal: t("endelig svar", "endeleg svar", "final answer")
        case .legalMonth: t("foreløpig svar", "førebels svar", "preliminary reply")
        case .appointment: t("avtale", "avtale", "appointment")
        case .complaint: t("svar på klage", "svar på klage", "complaint answer")
        case .callback: t("tilbakeringing", "oppringing", "callback")
        case .walkInWait: t("ventetid", "ventetid", "waiting time")
        case .chatFirstReply: t("første svar", "første svar", "first reply")
        case .sameDay: t("svar i dag", "svar i dag", "answer today")
        case .unitResponse: t("svar fra enheten", "svar frå eininga", "unit's answer")
        case .inherited: t("lovet før", "lova før", "promised before")
        case .gapTriage: t("kunnskapshull", "kunnskapshol", "knowledge gap")
        case .accessRequest: t("innsyn", "innsyn", "access request")
        }
    }

    func languageName(_ language: Language) -> String {
        switch language {
        case .nb: t("bokmål", "bokmål", "Norwegian (bokmål)")
        case .nn: t("nynorsk", "nynorsk", "Norwegian (nynorsk)")
        case .en: t("engelsk", "engelsk", "English")
        }
    }
}

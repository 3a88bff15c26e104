import SkrankeDomain

extension Problem {
    /// A few words.
    func title(_ language: Language) -> String { words(language).title }

    /// What is wrong and what to do, for a citizen.
    func detail(_ language: Language) -> String { words(language).detail }

    private func words(_ language: Language) -> (title: String, detail: String) {
        switch language {
        case .nb: bokmål
        case .nn: nynorsk
        case .en: english
        }
    }

    private var seconds: Int { retryAfter ?? 10 }

    private var bokmål: (title: String, detail: String) {
        switch code {
        case .notFound: ("Finnes ikke", "Denne siden eller samtalen finnes ikke. Kontroller lenken.")
        case .methodNotAllowed: ("Ikke mulig her", "Adressen finnes, men kan ikke brukes på denne måten.")
        case .bodyTooLarge: ("For stort", "Det du sendte er for stort. Gjør teksten kortere og prøv igjen.")
        case .bodyTooSlow: ("For sent", "Sendingen tok for lang tid. Prøv igjen.")
        case .textTooLong: ("For lang tekst", "Teksten er for lang. Den kan ha høyst \(place) tegn.")
        case .textMissing: ("Tekst mangler", "Skriv hva det gjelder før du sender.")
        case .invalidJSON: ("Ugyldig innhold", "Innholdet er ikke gyldig JSON.")
        case .invalidField: ("Ugyldig felt", "Feltet «\(place)» mangler eller har feil form.")
        case .invalidText: ("Ugyldig tekst", "Innholdet er ikke gyldig UTF-8.")
        case .invalidForm: ("Ugyldig skjema", "Skjemaet kunne ikke leses. Last siden på nytt og prøv igjen.")
        case .keyTooShort: ("For kort nøkkel", "Idempotency-Key må ha minst 22 tegn her.")
        case .keyInvalid: ("Ugyldig nøkkel", "Idempotency-Key må ha 1 til 200 synlige ASCII-tegn.")
        case .keyConflict: ("Nøkkelen er brukt", "Samme Idempotency-Key er brukt med et annet innhold.")
        case .tooManyRequests:
            (
                "Litt for fort",
                "Vi har fått mange meldinger herfra på kort tid. Vent \(seconds) sekunder og prøv igjen."
            )
        case .tooManyStreams:
            ("For mange vinduer", "Samtalen er åpen i for mange vinduer. Lukk noen av dem og prøv igjen.")
        case .tooManyVisitors:
            ("Mange på en gang", "Svært mange er her nå. Prøv igjen om et øyeblikk, eller ring oss.")
        case .chatIsOver:
            ("Samtalen er avsluttet", "Denne saken er avsluttet. Still gjerne et nytt spørsmål.")
        case .chatIsFull:
            (
                "Samtalen er full",
                "Det er ikke plass til flere meldinger i denne samtalen. Still et nytt spørsmål."
            )
        case .notPermitted: ("Ikke tillatt", "Dette har du ikke tilgang til.")
        case .storeFull:
            (
                "Midlertidig feil",
                "Vi kan ikke ta imot meldingen nå. Den er ikke lagret. Prøv igjen senere, eller ring oss."
            )
        case .storeBusy: ("Opptatt", "Vi fikk ikke lagret meldingen. Prøv igjen om et øyeblikk.")
        case .storeFailed:
            ("Midlertidig feil", "Vi fikk ikke lagret meldingen. Prøv igjen om litt, eller ring oss.")
        case .stopping: ("Starter på nytt", "Tjenesten starter på nytt. Prøv igjen om et øyeblikk.")
        case .failed: ("Noe gikk galt", "Noe gikk galt hos oss. Prøv igjen, eller ring oss.")
        }
    }

    private var nynorsk: (title: String, detail: String) {
        switch code {
        case .notFound: ("Finst ikkje", "Denne sida eller samtalen finst ikkje. Kontroller lenkja.")
        case .methodNotAllowed: ("Ikkje mogleg her", "Adressa finst, men kan ikkje brukast på denne måten.")
        case .bodyTooLarge: ("For stort", "Det du sende er for stort. Gjer teksten kortare og prøv igjen.")
        case .bodyTooSlow: ("For seint", "Sendinga tok for lang tid. Prøv igjen.")
        case .textTooLong: ("For lang tekst", "Teksten er for lang. Han kan ha høgst \(place) teikn.")
        case .textMissing: ("Tekst manglar", "Skriv kva det gjeld før du sender.")
        case .invalidJSON: ("Ugyldig innhald", "Innhaldet er ikkje gyldig JSON.")
        case .invalidField: ("Ugyldig felt", "Feltet «\(place)» manglar eller har feil form.")
        case .invalidText: ("Ugyldig tekst", "Innhaldet er ikkje gyldig UTF-8.")
        case .invalidForm: ("Ugyldig skjema", "Skjemaet kunne ikkje lesast. Last sida på nytt og prøv igjen.")
        case .keyTooShort: ("For kort nøkkel", "Idempotency-Key må ha minst 22 teikn her.")
        case .keyInvalid: ("Ugyldig nøkkel", "Idempotency-Key må ha 1 til 200 synlege ASCII-teikn.")
        case .keyConflict: ("Nøkkelen er brukt", "Same Idempotency-Key er brukt med eit anna innhald.")
        case .tooManyRequests:
            (
                "Litt for fort",
                "Vi har fått mange meldingar herifrå på kort tid. Vent \(seconds) sekund og prøv igjen."
            )
        case .tooManyStreams:
            ("For mange vindauge", "Samtalen er open i for mange vindauge. Lukk nokre av dei og prøv igjen.")
        case .tooManyVisitors:
            ("Mange på ein gong", "Svært mange er her no. Prøv igjen om ein augneblink, eller ring oss.")
        case .chatIsOver: ("Samtalen er avslutta", "Denne saka er avslutta. Still gjerne eit nytt spørsmål.")
        case .chatIsFull:
            (
                "Samtalen er full",
                "Det er ikkje plass til fleire meldingar i denne samtalen. Still eit nytt spørsmål."
            )
        case .notPermitted: ("Ikkje lov", "Dette har du ikkje tilgang til.")
        case .storeFull:
            (
                "Mellombels feil",
                "Vi kan ikkje ta imot meldinga no. Ho er ikkje lagra. Prøv igjen seinare, eller ring oss."
            )
        case .storeBusy: ("Oppteken", "Vi fekk ikkje lagra meldinga. Prøv igjen om ein augneblink.")
        case .storeFailed:
            ("Mellombels feil", "Vi fekk ikkje lagra meldinga. Prøv igjen om litt, eller ring oss.")
        case .stopping: ("Startar på nytt", "Tenesta startar på nytt. Prøv igjen om ein augneblink.")
        case .failed: ("Noko gjekk gale", "Noko gjekk gale hos oss. Prøv igjen, eller ring oss.")
        }
    }

    private var english: (title: String, detail: String) {
        switch code {
        case .notFound: ("Not found", "This page or conversation does not exist. Please check the link.")
        case .methodNotAllowed: ("Not possible here", "The address exists, but cannot be used in this way.")
        case .bodyTooLarge: ("Too large", "What you sent is too large. Shorten the text and try again.")
        case .bodyTooSlow: ("Too slow", "Sending took too long. Please try again.")
        case .textTooLong: ("Text too long", "The text is too long. It may have \(place) characters at most.")
        case .textMissing: ("Text missing", "Please write what it is about before you send.")
        case .invalidJSON: ("Invalid content", "The content is not valid JSON.")
        case .invalidField: ("Invalid field", "The field “\(place)” is missing or malformed.")
        case .invalidText: ("Invalid text", "The content is not valid UTF-8.")
        case .invalidForm: ("Invalid form", "The form could not be read. Reload the page and try again.")
        case .keyTooShort: ("Key too short", "Idempotency-Key must have at least 22 characters here.")
        case .keyInvalid: ("Invalid key", "Idempotency-Key must have 1 to 200 visible ASCII characters.")
        case .keyConflict: ("Key already used", "The same Idempotency-Key was used with another content.")
        case .tooManyRequests:
            (
                "A little too fast",
                "We got many messages from here in a short time. Wait \(seconds) seconds and try again."
            )
        case .tooManyStreams:
            ("Too many windows", "The conversation is open in too many windows. Close some and try again.")
        case .tooManyVisitors:
            ("Very busy", "Very many people are here now. Try again in a moment, or call us.")
        case .chatIsOver:
            ("The conversation is over", "This case is closed. You are welcome to ask a new question.")
        case .chatIsFull:
            (
                "The conversation is full",
                "There is no room for more messages here. Please ask a new question."
            )
        case .notPermitted: ("Not permitted", "You have no access to this.")
        case .storeFull:
            (
                "Temporary error",
                "We cannot take the message now. It was not saved. Try again later, or call us."
            )
        case .storeBusy: ("Busy", "We could not save the message. Try again in a moment.")
        case .storeFailed:
            ("Temporary error", "We could not save the message. Try again shortly, or call us.")
        case .stopping: ("Restarting", "The service is restarting. Try again in a moment.")
        case .failed: ("Something went wrong", "Something went wrong on our side. Try again, or call us.")
        }
    }
}

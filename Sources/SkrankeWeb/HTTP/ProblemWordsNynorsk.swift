extension Problem {
    var nynorsk: (title: String, detail: String) {
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
        case .invalidPath: ("Ugyldig adresse", "Adressa er skriven feil. Kontroller lenkja.")
        case .repeatedField: ("Ugyldig innhald", "Feltet «\(place)» står meir enn éin gong.")
        case .malformedRequest: ("Ugyldig førespurnad", "Førespurnaden kunne ikkje lesast.")
        case .headersTooLarge:
            ("For stort", "Hovudet i førespurnaden er for stort. Last sida på nytt og prøv igjen.")
        case .headersTooSlow: ("For seint", "Førespurnaden tok for lang tid. Prøv igjen.")
        case .unsupportedMediaType: ("Feil innhaldstype", "Innhaldet må sendast som \(place).")
        case .foreignOrigin:
            ("Ikkje lov herifrå", "Meldinga kom frå ein annan nettstad. Opne sida vår og prøv igjen.")
        case .tooManyConnections:
            (
                "For mange sambindingar",
                "Det er for mange opne sambindingar herifrå. Vent \(seconds) sekund og prøv igjen."
            )
        case .keyTooShort: ("For kort nøkkel", "Idempotency-Key må ha minst 22 teikn her.")
        case .keyInvalid: ("Ugyldig nøkkel", "Idempotency-Key må ha 1 til 200 synlege ASCII-teikn.")
        case .keyConflict: ("Nøkkelen er brukt", "Same Idempotency-Key er brukt med eit anna innhald.")
        case .tooManyRequests:
            (
                "Litt for fort",
                "Vi har fått mange meldingar herifrå på kort tid. Vent \(seconds) sekund og prøv igjen."
            )
        case .tooManyStreams:
            (
                "For mange vindauge",
                "Samtalen er open i for mange vindauge. Lukk nokre av dei og prøv igjen."
            )
        case .tooManyVisitors:
            (
                "Mange på ein gong",
                "Svært mange er her no. Prøv igjen om ein augneblink, eller ring oss."
            )
        case .chatIsOver: ("Samtalen er avslutta", "Denne saka er avslutta. Still gjerne eit nytt spørsmål.")
        case .chatIsFull:
            (
                "Samtalen er full",
                "Det er ikkje plass til fleire meldingar i denne samtalen. Still eit nytt spørsmål."
            )
        case .notPermitted: ("Ikkje lov", "Dette har du ikkje tilgang til.")
        case .deskClosed:
            ("Stengt", "Skranken er stengd no. Opningstidene står på nettsida vår.")
        case .slotTaken:
            ("Tida er teken", "Nokon andre fekk denne tida akkurat no. Vel ei anna tid.")
        case .slotInvalid:
            ("Tida kan ikkje bestillast", "Denne tida kan ikkje bestillast lenger. Vel ei anna tid.")
        case .contactMissing:
            ("Vi manglar noko", "Skriv namnet ditt, og e-post eller telefon så vi kan nå deg.")
        case .noAppointment:
            (
                "Vi finn ingen time",
                "Vi finn ingen time i dag med denne koden. Prøv igjen, eller ta kølapp."
            )
        case .appointmentOver:
            (
                "Timen kan ikkje endrast",
                "Denne timen er ikkje lenger open for endringar. Ring oss, så hjelper vi deg."
            )
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
}

extension Problem {
    var bokmål: (title: String, detail: String) {
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
        case .invalidPath: ("Ugyldig adresse", "Adressen er skrevet feil. Kontroller lenken.")
        case .repeatedField: ("Ugyldig innhold", "Feltet «\(place)» står mer enn én gang.")
        case .malformedRequest: ("Ugyldig forespørsel", "Forespørselen kunne ikke leses.")
        case .headersTooLarge:
            ("For stort", "Forespørselens hode er for stort. Last siden på nytt og prøv igjen.")
        case .headersTooSlow: ("For sent", "Forespørselen tok for lang tid. Prøv igjen.")
        case .unsupportedMediaType: ("Feil innholdstype", "Innholdet må sendes som \(place).")
        case .foreignOrigin:
            (
                "Ikke tillatt herfra",
                "Meldingen kom fra et annet nettsted. Åpne siden vår og prøv igjen."
            )
        case .tooManyConnections:
            (
                "For mange forbindelser",
                "Det er for mange åpne forbindelser herfra. Vent \(seconds) sekunder og prøv igjen."
            )
        case .keyTooShort: ("For kort nøkkel", "Idempotency-Key må ha minst 22 tegn her.")
        case .keyInvalid: ("Ugyldig nøkkel", "Idempotency-Key må ha 1 til 200 synlige ASCII-tegn.")
        case .keyConflict: ("Nøkkelen er brukt", "Samme Idempotency-Key er brukt med et annet innhold.")
        case .tooManyRequests:
            (
                "Litt for fort",
                "Vi har fått mange meldinger herfra på kort tid. Vent \(seconds) sekunder og prøv igjen."
            )
        case .tooManyStreams:
            (
                "For mange vinduer",
                "Samtalen er åpen i for mange vinduer. Lukk noen av dem og prøv igjen."
            )
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
        case .deskClosed:
            ("Stengt", "Skranken er stengt nå. Åpningstidene står på nettsiden vår.")
        case .slotTaken:
            ("Tiden er tatt", "Noen andre fikk denne tiden akkurat nå. Velg en annen tid.")
        case .slotInvalid:
            ("Tiden kan ikke bestilles", "Denne tiden kan ikke bestilles lenger. Velg en annen tid.")
        case .contactMissing:
            ("Vi mangler noe", "Skriv navnet ditt, og e-post eller telefon så vi kan nå deg.")
        case .noAppointment:
            (
                "Vi finner ingen time",
                "Vi finner ingen time i dag med denne koden. Prøv igjen, eller ta kølapp."
            )
        case .appointmentOver:
            (
                "Timen kan ikke endres",
                "Denne timen er ikke lenger åpen for endringer. Ring oss, så hjelper vi deg."
            )
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
}

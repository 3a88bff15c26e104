extension PageWords {
    static let bokmål = PageWords(
        frame: Frame(
            skip: "Hopp til innholdet", languages: "Språk", contact: "Kontakt oss", phone: "Telefon",
            email: "E-post", address: "Besøk", hours: "Åpningstider", closedDay: "stengt",
            website: "Kommunens nettsted", privacy: "Personvern", accessibility: "Tilgjengelighetserklæring",
            home: "Still et spørsmål"),
        ask: Ask(
            title: "Hva kan vi hjelpe deg med?", openNow: "Åpent nå", closesAt: "stenger kl. {time}",
            closedNow: "Stengt nå", opensAt: "åpner {day} kl. {time}", today: "i dag", tomorrow: "i morgen",
            openLead: "Skriv til oss, så svarer en av oss deg her på siden.",
            awayLead:
                "Akkurat nå er ingen ved skjermen. Skriv likevel: Spørsmålet ditt blir tatt vare på, og du får "
                + "vite når svaret kommer.",
            closedLead:
                "Skriv likevel: Spørsmålet ditt blir tatt vare på, og du får vite når svaret kommer.",
            question: "Spørsmålet ditt",
            questionHelp: "Ikke skriv fødselsnummer, helseopplysninger eller andre følsomme opplysninger.",
            contact: "Kontaktopplysninger (valgfritt)",
            contactHelp: "Oppgi dem bare hvis du vil at vi skal kunne nå deg på annen måte.", name: "Navn",
            email: "E-post", phone: "Telefon", answerLanguage: "Svar på", send: "Send spørsmålet",
            noScript:
                "Nettleseren din kjører ikke skript. Du får en side med kvittering, og svaret kommer der."),
        status: Status(
            title: "Henvendelsen din", reference: "Referanse", received: "Mottatt",
            expected: "Endelig svar senest",
            answered: "Besvart", closed: "Avsluttet", state: "Status", conversation: "Samtalen",
            empty: "Ingen meldinger ennå.", refresh: "Oppdater siden",
            keepLink: "Ta vare på lenken til denne siden. Alle som har den, kan lese det som står her.",
            erased: "Teksten er slettet.", you: "Du", desk: "Servicetorget", system: "Automatisk melding",
            receipt: "Kvittering",
            states: [
                .received: "Mottatt", .inProgress: "Under arbeid", .awaitingCitizen: "Venter på svar fra deg",
                .withUnit: "Hos fagavdelingen", .scheduled: "Avtalt", .answered: "Besvart",
                .closed: "Avsluttet",
                .voided: "Annullert",
            ]),
        talk: Talk(
            title: "Samtalen din", waiting: "Du står i kø. Noen svarer deg snart.",
            left: "Spørsmålet ditt er tatt vare på. Kvitteringen sier når svaret kommer.",
            active: "Du snakker med servicetorget.",
            ended: "Samtalen er avsluttet. Skriver du igjen, åpner vi den på nytt.",
            position: "Du er nummer {n} i køen. Anslått ventetid: {wait}.",
            next: "Du er den neste. Anslått ventetid: {wait}.", lessThanMinute: "under ett minutt",
            minutes: "ca. {n} min", typing: "Servicetorget skriver …", reply: "Skriv en melding",
            replyHint: "Enter sender. Shift og Enter gir ny linje.", send: "Send", sending: "Sender …",
            failed: "Meldingen er ikke sendt.", retry: "Prøv igjen", end: "Avslutt samtalen",
            endQuestion: "Vil du avslutte samtalen?", endYes: "Ja, avslutt", endNo: "Nei, fortsett",
            new: "Nytt spørsmål", receipt: "Kvittering", reference: "Referanse",
            statusLink: "Se status senere",
            reconnecting: "Forbindelsen er brutt. Kobler til igjen …", connected: "Forbindelsen er tilbake.",
            gone: "Samtalen finnes ikke.", offline: "Vi får ikke kontakt akkurat nå. Prøv igjen.",
            tooLong: "Teksten er for lang.", you: "Du", desk: "Servicetorget", system: "Automatisk melding",
            log: "Meldinger"))
}

extension PageWords {
    static let nynorsk = PageWords(
        frame: Frame(
            skip: "Hopp til innhaldet", languages: "Språk", contact: "Kontakt oss", phone: "Telefon",
            email: "E-post", address: "Besøk", hours: "Opningstider", closedDay: "stengt",
            website: "Nettstaden til kommunen", privacy: "Personvern",
            accessibility: "Tilgjengeerklæring", home: "Still eit spørsmål"),
        ask: Ask(
            title: "Kva kan vi hjelpe deg med?", openNow: "Ope no", closesAt: "stengjer kl. {time}",
            closedNow: "Stengt no", opensAt: "opnar {day} kl. {time}", today: "i dag", tomorrow: "i morgon",
            openLead: "Skriv til oss, så svarer ein av oss deg her på sida.",
            awayLead:
                "Akkurat no er ingen ved skjermen. Skriv likevel: Spørsmålet ditt blir teke vare på, og du får "
                + "vite når svaret kjem.",
            closedLead: "Skriv likevel: Spørsmålet ditt blir teke vare på, og du får vite når svaret kjem.",
            question: "Spørsmålet ditt",
            questionHelp:
                "Ikkje skriv fødselsnummer, helseopplysningar eller andre kjenslevare opplysningar.",
            contact: "Kontaktopplysningar (valfritt)",
            contactHelp: "Oppgi dei berre om du vil at vi skal kunne nå deg på annan måte.", name: "Namn",
            email: "E-post", phone: "Telefon", answerLanguage: "Svar på", send: "Send spørsmålet",
            noScript:
                "Nettlesaren din køyrer ikkje skript. Du får ei side med kvittering, og svaret kjem der."),
        status: Status(
            title: "Førespurnaden din", reference: "Referanse", received: "Motteken",
            expected: "Endeleg svar seinast", answered: "Svart på", closed: "Avslutta", state: "Status",
            conversation: "Samtalen", empty: "Ingen meldingar enno.", refresh: "Oppdater sida",
            keepLink: "Ta vare på lenkja til denne sida. Alle som har ho, kan lese det som står her.",
            erased: "Teksten er sletta.", you: "Du", desk: "Servicetorget", system: "Automatisk melding",
            receipt: "Kvittering",
            states: [
                .received: "Motteken", .inProgress: "Under arbeid",
                .awaitingCitizen: "Ventar på svar frå deg",
                .withUnit: "Hos fagavdelinga", .scheduled: "Avtalt", .answered: "Svart på",
                .closed: "Avslutta",
                .voided: "Annullert",
            ]),
        talk: Talk(
            title: "Samtalen din", waiting: "Du står i kø. Nokon svarer deg snart.",
            left: "Spørsmålet ditt er teke vare på. Kvitteringa seier når svaret kjem.",
            active: "Du snakkar med servicetorget.",
            ended: "Samtalen er avslutta. Skriv du igjen, opnar vi han på nytt.",
            position: "Du er nummer {n} i køen. Venta ventetid: {wait}.",
            next: "Du er den neste. Venta ventetid: {wait}.", lessThanMinute: "under eitt minutt",
            minutes: "om lag {n} min", typing: "Servicetorget skriv …", reply: "Skriv ei melding",
            replyHint: "Enter sender. Shift og Enter gir ny linje.", send: "Send", sending: "Sender …",
            failed: "Meldinga er ikkje send.", retry: "Prøv igjen", end: "Avslutt samtalen",
            endQuestion: "Vil du avslutte samtalen?", endYes: "Ja, avslutt", endNo: "Nei, hald fram",
            new: "Nytt spørsmål", receipt: "Kvittering", reference: "Referanse",
            statusLink: "Sjå status seinare",
            reconnecting: "Sambandet er brote. Koplar til igjen …", connected: "Sambandet er tilbake.",
            gone: "Samtalen finst ikkje.", offline: "Vi får ikkje kontakt akkurat no. Prøv igjen.",
            tooLong: "Teksten er for lang.", you: "Du", desk: "Servicetorget", system: "Automatisk melding",
            log: "Meldingar"))
}

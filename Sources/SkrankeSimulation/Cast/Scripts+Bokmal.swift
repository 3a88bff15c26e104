// Written for the demonstration; all places and events are invented.
extension Scripts {
    static let bokmal: [Script] = family + building + waterAndWaste + traffic + health + cultureAndDemocracy

    private static func nb(
        _ topic: String, _ question: String, _ followUp: String?, _ detail: String
    ) -> Script {
        Script(topic, .nb, question, followUp, detail)
    }

    private static let family = [
        nb(
            "barnehageplass", "Hei! Når er fristen for hovedopptaket i barnehagen?",
            "Og får vi vite svaret før sommeren?", "Det gjelder ei jente som blir ett år i mars."),
        nb(
            "barnehageplass", "Hva koster en barnehageplass nå? Vi har to barn og lurer på søskenmoderasjon.",
            "Trekkes moderasjonen fra på fakturaen av seg selv?", "To barn, tre og fem år."),
        nb(
            "barnehageplass", "Kan vi bytte barnehage midt i året? Vi flytter til Langeland i januar.",
            "Må vi si opp den gamle plassen selv?", "Han går på Bregneveien barnehage i dag."),
        nb(
            "redusert-foreldrebetaling", "Jeg har gått ned i stilling. Kan jeg få lavere pris i barnehagen?",
            "Holder det med skattemeldingen fra i fjor?", "Inntekten vår er rundt 410 000 i året."),
        nb(
            "vielse", "Vi vil gifte oss borgerlig i juni. Hvordan bestiller vi tid?",
            "Kan vi ta med egen musikk?", "Vi tenkte på lørdag 12. juni, hvis det går."),
        nb(
            "helsestasjon", "Når er helsestasjonen åpen på torsdager? Har mistet lappen med timen.",
            nil, "Det er til seksmånederskontrollen."),
        nb(
            "ferie-og-fridager", "Hvilke dager er det skolefri i vinter?", "Gjelder det samme for SFO?",
            "Barna går på Marikollen skole."),
        nb(
            "permisjon-og-fritak",
            "Hvordan søker jeg fri fra skolen for sønnen min? Vi skal bort ei uke i mars.",
            "Hvor lang tid tar det å få svar?", "Han går i fjerde klasse på Brandval."),
        nb(
            "skolefritidsordning", "Hva koster SFO for halv plass?", "Kan vi endre til hel plass seinere?",
            "Det er til høsten, når hun begynner i første klasse."),
        nb(
            "skoleskyss", "Har datteren min rett på skoleskyss? Det er over fire kilometer til skolen.",
            "Veien er uten fortau, har det noe å si?", "Vi bor i Gaupeveien, og hun går i tredje klasse."),
        nb("skoletilhorighet", "Hvilken skole hører Tranebærveien til?", nil, "Tranebærveien 14."),
        nb(
            "skolemiljo", "Sønnen min blir plaget på skolen. Hvem skal jeg si fra til?",
            "Skal jeg skrive det, eller holder det å ringe?",
            "Han går i sjette. Det har vart siden høstferien."),
        nb(
            "musikk-og-kulturskole", "Er det ledige plasser på piano i kulturskolen?",
            "Kan man låne instrument?", "Hun er ni år og har spilt litt hjemme."),
    ]

    private static let building = [
        nb(
            "byggesak", "Må jeg søke for å sette opp en garasje på 48 kvadratmeter?",
            "Hvor nær nabogrensa kan den stå?", "Det er i Åsveien 7, flat tomt."),
        nb(
            "byggesak", "Hvor lang er behandlingstiden på en byggesøknad nå?", nil,
            "Søknaden ble sendt inn 2. november."),
        nb(
            "nabovarsel", "Hvor finner jeg skjema for nabovarsel?", "Må naboen skrive under?",
            "Vi skal bygge ut terrassen."),
        nb(
            "gebyr-for-byggesak", "Hva er gebyret for et tilbygg på 20 kvm?", nil,
            "Tilbygg til stua, ett plan."),
        nb(
            "klage-pa-byggesak", "Jeg vil klage på vedtaket naboen fikk. Hva er fristen?",
            "Hvem avgjør klagen til slutt?", "Vedtaket er datert 9. november."),
        nb(
            "oppmaling", "Hvordan får jeg et situasjonskart over eiendommen min?", nil,
            "Den ligger i Myrullveien 3."),
        nb(
            "adressetildeling", "Vi har bygd nytt hus og trenger adresse. Hvem gir oss den?",
            "Når kommer skiltet opp?", "Rett ved krysset Multeveien og Lyngstien."),
        nb(
            "deling-av-eiendom", "Hvordan deler jeg fra en tomt til datteren min?", nil,
            "Ca. ett mål nederst mot veien."),
        nb("reguleringsplan", "Hvor ser jeg reguleringsplanen for eiendommen min?", nil, "Åsveien 22."),
        nb(
            "eiendomsskatt", "Hva er fristen for å klage på eiendomsskatten?", "Må jeg betale i mellomtida?",
            "Taksten gikk opp med 300 000 siden sist."),
        nb(
            "faktura", "Jeg har fått to fakturaer for det samme. Hva gjør jeg?", nil,
            "Fakturaene er begge på 1 842 kroner."),
    ]

    private static let waterAndWaste = [
        nb(
            "vann-og-avlop", "Vannet er brunt i dag! Er det trygt å drikke?", "Når er det i orden igjen?",
            "Vi bor i Bekkefaret. Det begynte klokka ni."),
        nb("vannmaler", "Jeg har glemt å lese av vannmåleren, er det for sent?", nil, "Den står på 1047."),
        nb(
            "vannlekkasje", "Det renner vann opp av asfalten utenfor huset mitt", "Kommer det noen i dag?",
            "Utenfor Skogstien 5, og det blir mer og mer."),
        nb("renovasjon", "Når kommer søppelbilen på tirsdager i jula?", nil, "Vi bor på Vennersberg."),
        nb(
            "renovasjon", "Matavfallsdunken er sprukket, kan jeg få ny?", "Må jeg levere den gamle selv?",
            "Det er den grønne, 140 liter."),
        nb("farlig-avfall", "Hvor leverer jeg gamle malingsspann?", nil, "Seks spann fra åttitallet."),
        nb("kompostering", "Kan jeg kompostere hjemme og slippe en dunk?", nil, "Vi har stor hage."),
        nb("feiing", "Når kommer feieren? Jeg fikk ingen beskjed.", nil, "Bjørkelia 9, to piper."),
        nb("balbrenning", "Er det lov å brenne kvist i hagen nå?", nil, "Bare kvist og litt løv."),
        nb(
            "skadedyr", "Vi har sett rotter bak butikken. Er det dere som tar det?", nil,
            "Tre ganger den siste uka."),
        nb(
            "stoy", "Naboen pusser opp til klokka elleve om kvelden. Hva er reglene?", nil,
            "Rekkehuset i Svalegangen."),
        nb("radonmaling", "Hvor får jeg kjøpt måler for radon?", nil, "Vi bor i underetasjen."),
    ]

    private static let traffic = [
        nb(
            "broyting", "Når brøyter dere Øvre Åsvei? Jeg kommer ikke ut med bilen.",
            "Strør dere også?", "Det ligger tjue centimeter, og det har ikke vært bil her i dag."),
        nb(
            "vegvedlikehold", "Det er et svært hull i veien ved brua, jeg ødela nesten et dekk", nil,
            "Like før brua, i retning sentrum."),
        nb(
            "gatelys", "Tre gatelys er mørke i Ugleveien", "Hvor lang tid tar det?",
            "Utenfor nummer 4, 6 og 8."),
        nb(
            "parkering-og-hvileplasser", "Hvordan søker jeg om parkeringskort for mor?",
            "Kan hun bruke det i andre kommuner?", "Hun er 83 og går med rullator."),
        nb("tilrettelagt-transport", "Hvor mange turer får man med TT-kort?", nil, "Det er til en på 76 år."),
        nb(
            "gravemelding", "Skal grave ned en kabel over veien. Hvem må jeg melde fra til?", nil,
            "Det er en kommunal vei, cirka fem meter."),
    ]

    private static let health = [
        nb("legevakt", "Hva er nummeret til legevakta?", nil, "Det haster ikke, bare lurte."),
        nb(
            "hjemmehjelp", "Far trenger hjelp til vask og handling. Hvordan søker vi?",
            "Koster det noe?", "Han er 88 og bor alene."),
        nb(
            "trygghetsalarm", "Hva koster en trygghetsalarm i måneden?", "Virker den i hagen også?",
            "Til svigermor, hun bor i enebolig."),
        nb("matlevering", "Kan man få middag levert hjem hver dag?", nil, "Helst uten melk."),
        nb(
            "sykehjem", "Hvem avgjør om mor får plass på sykehjem?", "Hvor lang er ventetida?",
            "Hun er på korttidsopphold nå."),
        nb(
            "hjelpemidler", "Kan jeg låne rullestol noen uker? Jeg har brukket beinet.", nil,
            "Fram til jul, tror jeg."),
        nb("ledsagerbevis", "Hvordan søker man om ledsagerbevis?", nil, "Til bror min som er 31."),
        nb(
            "boligfinansiering", "Jeg har fått nei i banken. Kan jeg få startlån?",
            "Hvor lenge må jeg vente på svar?", "Vi er to voksne og ett barn og leier i dag."),
        nb(
            "bostotte", "Når er fristen for å søke bostøtte denne måneden?", nil,
            "Jeg leier for 9 200 i måneden."),
        nb(
            "sosialhjelp", "Jeg har ikke penger til mat ut måneden. Hvem kan hjelpe meg?", nil,
            "Jeg får lønn igjen den 12."),
        nb("stottekontakt", "Hvordan blir jeg støttekontakt?", nil, "Jeg har tid to kvelder i uka."),
    ]

    private static let cultureAndDemocracy = [
        nb(
            "lokaler-og-idrettsanlegg",
            "Vi vil leie gymsalen til bursdag. Er den ledig en søndag i desember?",
            "Kan vi ha med kake?", "Søndag 13. desember, cirka tjue unger."),
        nb("svommehall", "Er svømmehallen åpen i romjula?", nil, "Helst 28. eller 29."),
        nb("bibliotektjenester", "Kan barn få eget lånekort?", nil, "Hun er sju."),
        nb(
            "skjenkebevilling", "Vi skal ha julebord på grendehuset. Trenger vi bevilling for én kveld?",
            "Hva koster den?", "Rundt 60 gjester, fredag 11. desember."),
        nb(
            "starte-eller-avslutte-bedrift", "Jeg vil starte et lite bakeri. Hvem snakker jeg med?", nil,
            "Det blir i garasjen hjemme, til å begynne med."),
        nb(
            "politikk-og-valg", "Når er neste møte i kommunestyret, og kan hvem som helst komme?",
            "Sendes det på nett?", "Det er saken om skateparken jeg tenker på."),
        nb(
            "innsynsrett", "Hvordan får jeg innsyn i et dokument?", "Hvor fort får jeg det?",
            "Rapporten om brua fra i fjor høst."),
        nb("flyttemelding", "Vi har flyttet. Melder jeg det til dere?", nil, "Fra Hamar, 1. november."),
        nb(
            "klage-pa-tjeneste", "Jeg er misfornøyd med snømåkinga. Hvordan klager jeg?", nil,
            "Fortauet ved skolen har ikke vært måkt på to uker."),
        nb(
            "annet", "Jeg vil bare snakke med et menneske, går det an?", nil,
            "Det er litt personlig. Kan noen ringe meg?"),
    ]
}

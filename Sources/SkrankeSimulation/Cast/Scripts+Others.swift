// Written for the demonstration; all places and events are invented.
extension Scripts {
    static let nynorsk: [Script] = [
        Script(
            "barnehageplass", .nn, "Hei, når er fristen for å søkje barnehageplass?",
            "Kan vi søkje om fleire barnehagar?", "Det gjeld ein gut på to år."),
        Script(
            "skoleskyss", .nn, "Korleis søkjer eg om skuleskyss for dottera mi?", nil,
            "Ho går i andre klasse, og vi bur seks kilometer unna."),
        Script(
            "broyting", .nn, "Vegen vår er ikkje brøytt i dag. Når kjem de?", "Strør de òg?",
            "Øvre Lyngveg, heilt på toppen."),
        Script("renovasjon", .nn, "Når vert bossdunken tømd i romjula?", nil, "Vi bur i Kvistlia."),
        Script(
            "byggesak", .nn, "Må eg søkje for å setje opp eit naust?", "Kva kostar det?",
            "Om lag 30 kvadratmeter."),
        Script(
            "hjemmehjelp", .nn, "Mor treng hjelp heime etter at ho vart sjuk. Kven ringjer eg?",
            "Kostar det noko?", "Ho er 79 og bur åleine."),
        Script(
            "vann-og-avlop", .nn, "Vatnet er borte hos oss sidan klokka åtte. Er det noko gale?",
            "Når er det tilbake?", "Vi bur i Bekkefaret 11."),
        Script(
            "musikk-og-kulturskole", .nn, "Kan vaksne gå på kulturskulen?", nil,
            "Eg har lyst til å lære fele."),
        Script(
            "skjenkebevilling", .nn, "Treng vi skjenkeløyve til eit bryllaup på låven?", nil,
            "40 gjester, laurdag i påska."),
        Script(
            "vielse", .nn, "Kan de vie oss på eit fjell?", "Kor mange må vere med?",
            "Berre vi to og to vitne."),
    ]

    static let english: [Script] = [
        Script(
            "norskopplaring", .en, "Hello, where can I sign up for Norwegian lessons?",
            "Are there evening classes?", "I came in August with a work permit."),
        Script(
            "barnehageplass", .en, "Hi! How do I apply for a kindergarten place for my son?",
            "What does it cost?", "He is three. We moved here in October."),
        Script(
            "legevakt", .en, "How do I get a doctor here? I just moved.", "And at night?",
            "My arm hurts, but not badly."),
        Script(
            "flyttemelding", .en, "Do I have to tell you that I moved?", nil, "From Bergen, two weeks ago."),
        Script(
            "renovasjon", .en, "Which bin does glass go into?", "When is it emptied?",
            "Just bottles and jars."),
        Script(
            "kommunal-bolig", .en, "I need a place to live. Can the municipality help?",
            "How long is the list?", "We are four people and must leave our flat in January."),
        Script(
            "starte-eller-avslutte-bedrift", .en,
            "I would like to open a small restaurant. Where do I start?",
            "Do I need a licence to serve wine?", "In the old station building, 20 seats."),
        Script(
            "parkering-og-hvileplasser", .en, "My wife uses a wheelchair. How do we get a parking permit?",
            nil,
            "She already has one from Denmark."),
        Script(
            "bibliotektjenester", .en, "Can I use the library without a Norwegian ID number?", nil,
            "I am here for six months."),
        Script(
            "vielse", .en, "We want to get married in your town hall. Which papers do you need?",
            "Is there a fee?", "I am from Ireland, she is from Norway."),
    ]

    /// As people write when nobody corrects them.
    static let dialect: [Script] = [
        Script(
            "broyting", .nb, "Hei, når kjem brøytebilen te øss? Je kjem itte ut tå gar'n",
            "Ta'ru vegen bortom grinda å?",
            "Øst'ti lia, siste huset."),
        Script("renovasjon", .nb, "æ lure på når dokker tømme søpla i jula", nil, "vi bor på Holt"),
        Script(
            "skoleskyss", .nb, "Hvaffor får itte ungen min skyss? Detta er da over fire kilometer!",
            "Kæm klager je te?",
            "Hu går i førsteklasse."),
        Script(
            "sykehjem", .nb, "Ho mor e så därlig no, korsen får vi ho inn på heimen?", "Kor læng må vi vent?",
            "Ho bor aleina og har dotte to gang."),
        Script(
            "gatelys", .nb, "Dæ er stummende mørkt her, lysa har vøri borte sia helga", nil,
            "Nedi svingen ved mølla."),
        Script("balbrenning", .nb, "e de lov å brenne litt kvist no da", nil, "bare litt hageavfall"),
    ]

    static let long: [Script] = [
        Script("byggesak", .nb, longQuestion, "Kan jeg få svaret skriftlig?", "Som jeg skrev: Åsveien 31."),
        Script(
            "klage-pa-tjeneste", .nb, longComplaint, "Hvem er lederen deres?", "Alt står i det jeg skrev."),
    ]

    private static let longQuestion = """
        Hei! Dette blir litt langt, men jeg må nesten forklare det fra begynnelsen.

        I 2019 kjøpte vi huset i Åsveien 31 av en eldre dame. Da sto det en bod der, omtrent tolv \
        kvadratmeter, og selgeren sa at den var godkjent. Nå vil vi rive den og sette opp en garasje \
        på samme sted, men litt større: 6 x 7 meter, med saltak og mønehøyde 4,2 meter. Avstanden til \
        nabogrensa blir 1,3 meter på det nærmeste. Naboen (han er grei!) har sagt at det er i orden \
        for ham, og han kan skrive under.

        Det jeg lurer på er:
        1. Må vi søke, eller holder det å melde fra?
        2. Trenger vi en som tegner, eller kan jeg gjøre det selv? Jeg er flink med linjal.
        3. Gjelder det fortsatt at den gamle boden teller med i det som er bygd?
        4. Hva koster det, og hvor lang tid tar det? Snekkeren kan i mars, men ikke i april.

        Til slutt: på kartet jeg fant på nettet går det en vannledning tvers over tomta, men ingen jeg \
        har spurt, vet om den er i bruk. Kan det stoppe hele garasjen? I så fall vil jeg vite det før \
        jeg betaler for grus. Kona mener at vi heller skal sette opp en carport, og da slipper jeg \
        kanskje porten også.

        Jeg har tegninger på papir og noen bilder på telefonen. Skal jeg komme innom med dem?
        """

    private static let longComplaint = """
        Jeg har nå ringt fire ganger på tre uker, og hver gang har jeg fått beskjed om at noen skal \
        ringe meg tilbake. Det har ingen gjort. Saken gjelder fortauet ved skolen, som ikke er måkt. I \
        går falt en av ungene i tredje klasse og slo seg, ikke farlig, men det kunne ha gått verre. \
        Jeg vet at det er mye snø, og at dere ikke kan være overalt. Men når jeg ser at \
        parkeringsplassen utenfor rådhuset er bar helt ned til asfalten, da blir jeg litt oppgitt. Jeg \
        vil gjerne ha et svar på når dette blir gjort, og jeg vil gjerne ha det fra et menneske, ikke \
        fra en maskin. Takk for at dere leser alt dette.
        """

    /// What must do no harm: orders to a terminal, turned writing, invisible letters, injections.
    static let hostile: [Script] = [
        Script(
            "annet", .nb,
            "\u{1B}]0;eid\u{7}\u{1B}[2J\u{1B}[1;1H\u{1B}[31mHEI\u{1B}[0m \u{9B}2J"
                + " \u{202E}dlrow\u{202C} \u{2066}x",
            "\u{1B}]52;c;cm0gLXJmIC8=\u{7}\u{1B}Pq#0;2;0;0;0\u{1B}\\ fikk du den?",
            "\u{1B}[?1049l\u{1B}c\r\n\tnei"),
        Script(
            "annet", .nb, "'; DROP TABLE inquiry; -- <script>alert(1)</script> {reference} %n%n%s $(id) `id`",
            "=HYPERLINK(\"x\";\"y\") \u{200B}\u{200D}\u{FEFF}\u{2028}slutt", "../../../etc/passwd\u{85}"),
        Script(
            "annet", .nb,
            "Z\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30A}a\u{316}\u{317}\u{318}\u{319}lgo"
                + " \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{FDFD}",
            "\u{061C}\u{200F}\u{202D}123\u{2069}", "\u{FFFD}\u{FFFF}\u{10FFFF}"),
    ]
}

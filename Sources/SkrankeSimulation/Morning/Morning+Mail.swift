import SkrankeDomain

/// E-mail that the colleagues typed in: it came on Friday, yesterday, over night and this morning.
extension MorningPage {
    mutating func writeMail() {
        // Came on Friday: two working days are nearly over.
        let urgent = mail(
            "eiendomsskatt", time(10, 12, days: -4), by: .tuva,
            "Hei!\nJeg skjønner ikke hvorfor taksten har gått opp. Kan dere sende meg grunnlaget?\n"
                + "Eiendommen er i Åsveien 18.")
        follow(urgent, by: .tuva, from: time(10, 20, days: -4), [.receipt])
        let monday = mail(
            "barnehageplass", time(9, 48, days: -1), by: .odd,
            "Hei, vi søkte om plass 1. november, men har ikke hørt noe. Har dere fått søknaden?")
        follow(monday, by: .odd, from: time(9, 58, days: -1), [.receipt, .claim])
        let neighbour = mail(
            "nabovarsel", time(14, 5, days: -1), by: .samir,
            "Naboen har satt i gang med gravemaskin uten at vi har fått noe varsel. Er det lov?")
        follow(neighbour, by: .samir, from: time(14, 10, days: -1), [.receipt])
        writeOvernight()
        mail(
            "broyting", time(8, 41), by: .eli, type: .business,
            "Vi driver dagligvarebutikken ved brua. Varebilene kommer ikke fram. Når brøytes Lyngveien?")
        mail(
            "innsynsrett", time(9, 3), by: .halvor, type: .media,
            "Lokalavisa ber om innsyn i rapporten om brua og i brevvekslingen med entreprenøren. "
                + "Vi trenger den i dag hvis det er mulig.")
        mail(
            "politikk-og-valg", time(9, 22), by: .tuva, type: .electedOfficial,
            "Hei. Kan jeg få tallene for ventetid på sykehjem til møtet på torsdag?\nVennlig hilsen\nen "
                + "nysgjerrig representant")
    }

    /// Registered when the desk opened, received long before: the promise counts from opening.
    private mutating func writeOvernight() {
        let evening = mail(
            "hjemmehjelp", time(19, 27, days: -1), registered: time(8, 4), by: .odd,
            "Far ble utskrevet i dag og klarer seg ikke alene. Hva gjør vi?")
        follow(evening, by: .odd, from: time(8, 6), [.receipt])
        mail(
            "lokaler-og-idrettsanlegg", time(23, 50, days: -1), registered: time(8, 7), by: .odd,
            type: .association,
            "Turngruppa vil leie gymsalen hver onsdag fra januar.", kind: .caseWork)
    }

    /// What is already off the table, so that the overview has something to count.
    mutating func writeHandledMail() {
        let bins = mail(
            "renovasjon", time(15, 12, days: -1), by: .eli, "Når tømmes dunkene i Kvistlia uke 52?")
        follow(
            bins, by: .eli, from: time(8, 12),
            [
                .claim, .answer("Hei! I uke 52 tømmes dunkene i Kvistlia på mandag i stedet for torsdag."),
                .close(ClosingDetails(result: .solvedAtDesk, archive: .notArchived)),
            ])
        let pool = mail(
            "svommehall", time(7, 40), registered: time(8, 20), by: .halvor, "Opnar bassenget i romjula?")
        follow(
            pool, by: .halvor, from: time(8, 23),
            [
                .claim, .answer("Hei! Ja, bassenget er ope 28. og 29. desember frå 12 til 18."),
                .close(ClosingDetails(result: .solvedAtDesk, archive: .notArchived)),
            ])
        let shed = mail(
            "byggesak", time(8, 30), by: .tuva, "Vedlagt er tegninger av garasjen. Mangler det noe?",
            kind: .caseWork)
        follow(
            shed, by: .tuva, from: time(8, 36),
            [
                .receipt, .claim,
                .transfer(UnitCode("byggesak"), brief: "Spør om tegningene er fullstendige. Se vedlegget."),
            ])
        let bridge = mail("vegvedlikehold", time(8, 48), by: .samir, "Det er hull i veien like før brua.")
        follow(
            bridge, by: .samir, from: time(8, 52),
            [
                .receipt, .claim,
                .transfer(UnitCode("vei-park-og-trafikk"), brief: "Hull i veien ved brua, retning sentrum."),
            ])
    }

    @discardableResult
    private mutating func mail(
        _ topic: String, _ received: Moment, registered: Moment? = nil, by agent: Colleague,
        type: ContactType = .citizen, _ text: String, kind: ErrandKind = .simple
    ) -> InquiryID {
        let registration = Registration(
            channel: .email, text: text, topic: TopicCode(topic), contactType: type,
            contact: person(email: true),
            kind: kind, receivedAt: received)
        return register(registration, at: registered ?? received + .minutes(4), by: agent)
    }
}

import SkrankeDomain

/// People whom the desk rings, sees or will see.
extension MorningPage {
    mutating func writeCallbacks() {
        // Late already, soon due, and with room.
        let late = callback(
            "hjemmehjelp", "Datter til bruker. Vil snakke om nye tider for tilsyn.", at: time(8, 9),
            window: (time(8, 30), time(9, 30)), by: .tuva)
        follow(late, by: .tuva, from: time(8, 10), [.receipt])
        let soon = callback(
            "byggesak", "Lurer på om hun må søke for levegg. Har bilde.", at: time(8, 27),
            window: (time(9, 0), time(9, 50)), by: .odd)
        follow(soon, by: .odd, from: time(8, 28), [.receipt])
        let tried = callback(
            "boligfinansiering", "Fått avslag i banken, vil vite om startlån.", at: time(8, 45),
            window: (time(9, 0), time(11, 0)), by: .samir)
        follow(tried, by: .samir, from: time(9, 11), [.receipt, .claim, .attempt(.noAnswer)])
        callback(
            "skolemiljo", "Bekymret mor. Ring etter klokka tolv, hun er på jobb til da.", at: time(9, 6),
            window: (time(12, 0), time(14, 0)), by: .eli)
        callback(
            "kommunale-avgifter-og-gebyr", "To regninger på det samme. Vil ha forklaring.", at: time(9, 31),
            window: (time(9, 0, days: 1), time(11, 0, days: 1)), by: .halvor)
        let done = callback(
            "parkering-og-hvileplasser", "Spør om parkeringskort for mor.", at: time(8, 15),
            window: (time(8, 30), time(10, 0)), by: .eli)
        follow(
            done, by: .eli, from: time(8, 40),
            [
                .receipt, .claim, .attempt(.reached),
                .spokenAnswer("Fortalte om søknadsskjema og legeerklæring. Hun sender det selv."),
                .close(ClosingDetails(result: .solvedAtDesk, phoneOutcome: .helpedByOther)),
            ])
    }

    mutating func writeVisits() {
        served(
            "bibliotektjenester", "Vil ha lånekort til datteren.", at: time(8, 14), by: .halvor, counter: "2",
            "Laget lånekort og viste lesesalen.")
        served(
            "skolefritidsordning", "Leverer skjema for SFO-plass.", at: time(8, 51), by: .odd, counter: "1",
            "Tok imot skjemaet og sa når svaret kommer.")
        served(
            "bostotte", "Trenger hjelp med søknad om bostøtte.", at: time(9, 12), by: .eli, counter: "3",
            "Fylte ut søknaden sammen. Den er sendt.")
        // Three wait with their tickets, one of them for too long.
        visit("reguleringsplan", "Vil se plankartet for Multeveien.", at: time(9, 33), by: .eli)
        visit("faktura", "Har med to fakturaer som er like.", at: time(9, 37), by: .halvor)
        visit(
            "norskopplaring", "Asks about Norwegian classes. Speaks English.", at: time(9, 39), by: .halvor,
            language: .en)
    }

    mutating func writeAppointments() {
        meeting(
            "byggesak", "Forhåndskonferanse om tilbygg.", host: "truls", day: 0, 13, 0, by: .odd,
            requested: time(13, 20, days: -5))
        meeting(
            "boligfinansiering", "Veiledning om startlån.", host: "vidar-vedtaksli", day: 1, 10, 30,
            by: .tuva,
            requested: time(11, 2, days: -1))
        meeting(
            "oppmaling", "Grensepåvisning, vil se kartet sammen.", host: "oyvind-oydegard", day: 6, 9, 0,
            by: .samir, requested: time(9, 14))
    }

    @discardableResult
    mutating func callback(
        _ topic: String, _ text: String, at: Moment, window: (Moment, Moment), by agent: Colleague
    ) -> InquiryID {
        register(
            Registration(
                channel: .callback, text: text, topic: TopicCode(topic), contact: person(phone: true),
                target: .window(from: window.0, until: window.1)),
            at: at, by: agent)
    }

    @discardableResult
    mutating func visit(
        _ topic: String, _ text: String, at: Moment, by agent: Colleague, language: Language = .nb
    ) -> InquiryID {
        register(
            Registration(
                channel: .visit, text: text, topic: TopicCode(topic), contact: person(), language: language),
            at: at, by: agent)
    }

    private mutating func served(
        _ topic: String, _ text: String, at: Moment, by agent: Colleague, counter: String, _ summary: String
    ) {
        let id = visit(topic, text, at: at, by: agent)
        follow(
            id, by: agent, from: at + .minutes(3),
            [
                .callVisitor(counter: counter), .startVisit, .spokenAnswer(summary),
                .close(ClosingDetails(result: .solvedAtDesk)),
            ])
    }

    private mutating func meeting(
        _ topic: String, _ text: String, host: String, day: Int, _ hour: Int, _ minute: Int,
        by agent: Colleague,
        requested: Moment
    ) {
        let from = time(hour, minute, days: day)
        let id = register(
            Registration(
                channel: .appointment, text: text, topic: TopicCode(topic),
                contact: person(email: true, phone: true),
                target: .slot(host: host, from: from, until: from + .minutes(30)), receivedAt: requested),
            at: requested + .minutes(3), by: agent)
        follow(id, by: agent, from: requested + .minutes(4), [.receipt])
    }
}

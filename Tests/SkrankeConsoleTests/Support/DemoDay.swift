import SkrankeConsole
import SkrankeDomain
import SkrankeJournal

/// A morning at the invented desk: a few of everything.
enum DemoDay {
    struct Day {
        var desk = TestDesk()
        var chats: [InquiryID] = []
        var callbacks: [InquiryID] = []
        var visits: [InquiryID] = []
        var appointments: [InquiryID] = []
        var emails: [InquiryID] = []
    }

    static func morning() -> Day {
        var day = Day()
        addEmails(&day)
        addCallbacks(&day)
        addVisits(&day)
        addChats(&day)
        return day
    }

    private static func addChats(_ day: inout Day) {
        let chats: [(String, String?, Int, Int)] = [
            (
                "Hei! Jeg flyttet hit i forrige uke. Må jeg melde flytting til kommunen også?", "Tor Juul",
                34, 2
            ),
            ("Må jeg søke for å sette opp bod på 14 m2?", nil, 39, 5),
            ("Når får vi svar om barnehageplass?", "Amina Hadi", 40, 29),
            ("Dunken ble ikke tømt i dag.", "Per Strand", 41, 46), ("Når åpner dere i romjula?", nil, 42, 12),
        ]
        for (question, name, minute, second) in chats {
            let id = day.desk.fresh()
            _ = day.desk.submit(
                .startChat(
                    id: id, question: question, language: .nb,
                    contact: name.map { ContactDetails(name: $0) }),
                by: Caller(.newcomer), at: Demo.at(24, 10, minute, second))
            day.chats.append(id)
        }
        _ = day.desk.submit(.claim(day.chats[0]), at: Demo.at(24, 10, 35))
        _ = day.desk.submit(
            .sendMessage(
                day.chats[0], text: "Hei, Tor! Nei, det holder å melde flytting til Skatteetaten.", seen: 99,
                final: false,
                immediately: false), at: Demo.at(24, 10, 36, 10))
        _ = day.desk.submit(
            .citizenWrites(day.chats[0], text: "Takk! Gjelder det barna også?"),
            by: Caller(.citizen(day.chats[0])),
            at: Demo.at(24, 10, 40, 55))
        for (index, topic) in [(2, "barnehage"), (3, "renovasjon"), (4, "apningstider")] {
            _ = day.desk.submit(.setTopic(day.chats[index], TopicCode(topic)), at: Demo.at(24, 10, 42, 15))
        }
    }

    private static func addCallbacks(_ day: inout Day) {
        let calls: [(String, String, String, Int, Int)] = [
            ("Parkeringskort", "Berit Aas", "parkering", 10, 15),
            ("Startlån", "Geir Lie", "startlan", 11, 30),
            ("Plass i barnehagen", "Eli Rud", "barnehage", 13, 0),
        ]
        for (text, name, topic, hour, minute) in calls {
            let id = day.desk.fresh()
            let target = ChannelTarget.window(from: Demo.at(24, 8, 5), until: Demo.at(24, hour, minute))
            register(
                &day, id, .callback, text, ContactDetails(name: name, phone: "59000011"), topic, target,
                Demo.at(24, 8, 5))
            day.callbacks.append(id)
        }
        _ = day.desk.submit(
            .timerFired(day.callbacks[0], .deadlineDue(.callback), due: Demo.at(24, 10, 15)),
            by: Caller(.system(.timekeeper)), at: Demo.at(24, 10, 15))
    }

    private static func addVisits(_ day: inout Day) {
        for (text, minute) in [("Skal levere nøkler", 39), ("Byggesøknad, lurer på tegninger", 41)] {
            let id = day.desk.fresh()
            register(&day, id, .visit, text, nil, nil, .none, Demo.at(24, 10, minute))
            day.visits.append(id)
        }
        for (name, hour) in [("Nora Bø", 12), ("Jon Ek", 13)] {
            let id = day.desk.fresh()
            let target = ChannelTarget.slot(
                host: "Jon Eik", from: Demo.at(24, hour, 0), until: Demo.at(24, hour, 30))
            register(
                &day, id, .appointment, "Møte", ContactDetails(name: name), "byggesak", target,
                Demo.at(23, 9, 0))
            day.appointments.append(id)
        }
    }

    private static func addEmails(_ day: inout Day) {
        let mails: [(String, String, String?, Moment)] = [
            ("Faktura for kommunale avgifter", "Ole Moen", nil, Demo.at(23, 8, 30)),
            ("Skjenkebevilling til festival", "Iris Ved", nil, Demo.at(23, 11, 10)),
            ("Brøyting på Åsveien", "Sam Li", "renovasjon", Demo.at(24, 7, 55)),
            ("Kopi av vedtak", "Eva Kro", nil, Demo.at(24, 9, 20)),
        ]
        for (text, name, topic, at) in mails {
            let id = day.desk.fresh()
            register(
                &day, id, .email, text, ContactDetails(name: name, email: "post@post.example"), topic, .none,
                at)
            day.emails.append(id)
        }
        _ = day.desk.submit(.claim(day.emails[3]), by: Demo.caller(Demo.liv), at: Demo.at(24, 10, 5))
        for id in day.emails.dropLast(2) {
            _ = day.desk.submit(.sendReceipt(id, expectedAt: nil), at: Demo.at(24, 10, 0))
        }
    }

    private static func register(
        _ day: inout Day, _ id: InquiryID, _ channel: Channel, _ text: String, _ contact: ContactDetails?,
        _ topic: String?, _ target: ChannelTarget, _ at: Moment
    ) {
        let registration = Registration(
            channel: channel, text: text, topic: topic.map { TopicCode($0) }, contact: contact, target: target
        )
        _ = day.desk.submit(.registerInquiry(id: id, registration), at: at)
    }
}

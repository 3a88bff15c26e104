import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

/// Scenario 5 and its neighbours, by the keys that an agent presses.
@Suite("The directory: who can be had, who stands in, messages, absences in three keys")
struct DirectoryTests {
    static let truls = AgentID("truls")
    static let number = "+4762888000"

    static func desk() -> DemoDay.Day {
        var day = DemoDay.morning()
        day.desk.policy.directory = StaffDirectory(
            people: [
                StaffEntry(
                    id: truls, name: "Truls Tjenestad", sortKey: "tjenestad", title: "Byggesaksbehandler",
                    unit: UnitCode("byggesak"), topics: [TopicCode("byggesak")], phone: "59 00 00 41",
                    mobile: "590 00 942", mobileTakesCalls: true, email: "truls@post.example",
                    deputies: [AgentID("siri")]),
                StaffEntry(
                    id: AgentID("siri"), name: "Siri Aas", sortKey: "{3s", title: "Arkitekt",
                    unit: UnitCode("byggesak"), phone: "59 00 00 42"),
                StaffEntry(
                    id: Demo.kari, name: "Kari Nes", sortKey: "nes", title: "Kundebehandler",
                    unit: UnitCode("teknisk"), phone: "59 00 00 43"),
            ],
            codes: [
                AbsenceCodeEntry(
                    code: "LUN", name: [.nb: "Lunsj", .nn: "Lunsj", .en: "Lunch"],
                    told: [.nb: "til lunsj", .nn: "til lunsj", .en: "at lunch"], phoneOpen: false),
                AbsenceCodeEntry(
                    code: "MØT", name: [.nb: "Møte", .nn: "Møte", .en: "Meeting"],
                    told: [.nb: "i møte", .nn: "i møte", .en: "in a meeting"], phoneOpen: false),
                AbsenceCodeEntry(
                    code: "UTE", name: [.nb: "Ute", .nn: "Ute", .en: "Out"],
                    told: [.nb: "ute på befaring", .nn: "ute på synfaring", .en: "out on a survey"],
                    phoneOpen: true),
            ])
        return day
    }

    static func away(_ until: Moment? = Demo.at(24, 11, 30), words: String? = nil) -> Action {
        .absences([
            AbsenceRow(
                absence: Absence(
                    person: truls, code: "MØT", from: Demo.at(24, 9, 0), until: until, phoneOpen: false,
                    by: truls, at: Demo.at(24, 9, 0)), words: words)
        ])
    }

    static func console(
        _ size: Size = Size(width: 120, height: 36), language: Language = .nb
    ) -> TestConsole {
        var console = TestConsole(desk().desk, language: language, size: size)
        console.send(away(words: "Møterom 2"))
        return console
    }

    static func called(_ console: inout TestConsole) throws -> InquiryID {
        let id = console.desk.fresh()
        try CallTests.tell(&console, id, .newCall, from: number)
        try CallTests.tell(&console, id, .answer, from: number, users: ["101"])
        return id
    }

    /// One key, and what the caller asks for is on the screen.
    @Test func whoIsWhere() throws {
        var console = Self.console()
        _ = try Self.called(&console)
        console.press("d")
        console.press("tru")
        expectShown(console, "Truls er i møte, tilbake kl. 11.30.")
        expectShown(console, "Stedfortreder: Siri Aas, 59 00 00 42")
        expectShown(console, "Direkte 59 00 00 41")
        expectShown(console, "Mobil 590 00 942 (kan IKKE oppgis, kan settes over)")
        expectShown(console, "Internt: Møterom 2")
        console.press("<enter>")
        #expect(console.flash == "Sett over til Truls Tjenestad: 59 00 00 41")
        #expect(console.effects.contains(.copy("59 00 00 41")))
    }

    /// *Beskjed*: a callback after his return, outcome c, and the words to read out.
    @Test func aMessage() throws {
        var console = Self.console()
        let id = try Self.called(&console)
        console.press("d")
        console.press("tru")
        console.press("<f4>")
        console.press("Ring om tomten")
        console.press("<c-s>")
        let inquiry = try #require(console.desk.file(id)?.inquiry)
        #expect(inquiry.channel == .callback)
        #expect(inquiry.interaction?.callback?.from == Demo.at(24, 11, 30))
        #expect(inquiry.interactions.first?.outcome == .toldWhenAndHow)
        #expect(inquiry.owner == nil, "he has no access: the desk sees to it")
        expectShown(console, "Les opp:")
        expectShown(console, inquiry.reference.description)
    }

    @Test func aMessageNeedsTextAndNumber() throws {
        var console = Self.console()
        let id = console.desk.fresh()
        try CallTests.tell(&console, id, .newCall, from: nil)
        try CallTests.tell(&console, id, .answer, from: nil, users: ["101"])
        console.press("d")
        console.press("tru")
        console.press("<f4>")
        console.press("<c-s>")
        expectShown(console, "! Teksten mangler.")
        console.press("Ring om tomten")
        console.press("<c-s>")
        expectShown(console, "! ")
        console.press("62888000")
        console.press("<c-s>")
        #expect(console.desk.file(id)?.inquiry.channel == .callback)
        #expect(console.desk.file(id)?.contact?.phone == "62888000")
    }

    // MARK: Absence

    /// `A`, the code's letter, until when.
    @Test(arguments: [
        ("Amt", "MØT", Demo.at(24, 11, 42, 17)), ("Alh", "LUN", Demo.at(24, 11, 12, 17)),
        ("Aud", "UTE", Demo.at(24, 15, 30)), ("Amm", "MØT", Demo.at(25, 8, 0)), ("Amx", "MØT", nil),
    ])
    func ownInThreeKeys(keys: String, code: String, until: Moment?) throws {
        var console = Self.console()
        console.clearEffects()
        console.press(keys)
        let details = AbsenceDetails(code: code, until: until)
        #expect(
            console.effects.contains { effect in
                if case .submit([.setAbsence(Demo.kari, details)], _) = effect { true } else { false }
            }, "\(console.effects)")
        #expect(console.flash.hasPrefix("Kari Nes: "))
    }

    @Test func anothersAndBack() throws {
        var console = Self.console()
        console.press("d")
        console.press("tru")
        console.press("<f3>")
        expectShown(console, "Nå: Møte til kl. 11.30")
        console.clearEffects()
        console.press("k")
        #expect(
            console.effects.contains { effect in
                if case .submit([.clearAbsence(Self.truls)], _) = effect { true } else { false }
            })
        #expect(console.flash == "Truls Tjenestad er tilbake.")
    }

    @Test func whoeverIsHereCannotComeBack() {
        var console = Self.console()
        console.clearEffects()
        console.press("Ak")
        #expect(console.flash == "Er ikke borte.")
        #expect(!console.effects.contains { if case .submit = $0 { true } else { false } })
    }

    @Test func aTimeOfDayWithWords() throws {
        var console = Self.console()
        console.clearEffects()
        console.press("Amk")
        console.press("10.30<c-s>")
        expectShown(console, "! ")
        console.press("<back><back><back><back><back>13.15<tab><tab>Rom 3<c-s>")
        let details = AbsenceDetails(code: "MØT", until: Demo.at(24, 13, 15), text: "Rom 3")
        #expect(
            console.effects.contains { effect in
                if case .submit([.setAbsence(Demo.kari, details)], _) = effect { true } else { false }
            })
    }

    @Test func aSpecialistSpeaksForHimselfAlone() {
        var console = TestConsole(Self.desk().desk, agent: Demo.per, roles: [.specialist])
        console.press("d")
        console.press("tru")
        console.press("<f3>")
        #expect(console.state.flash?.kind == .error)
        console.press("<esc>A")
        expectShown(console, "Fravær: Per Olsen")
    }

    // MARK: The call in hand

    @Test func busyThenWritingUp() throws {
        var console = Self.console()
        let id = try Self.called(&console)
        #expect(console.effects.contains(.setPresence(.busy)))
        expectShown(console, "Opptatt")
        console.clearEffects()
        try CallTests.tell(&console, id, .hangup, from: Self.number)
        #expect(console.effects.contains(.setPresence(.wrapUp)))
        console.wait(12)
        expectShown(console, "Etterarbeid 48 s")
        let due = console.now + .seconds(60)
        console.wait(60)
        _ = try console.elsewhere(
            .timerFired(id, .callWrapUp, due: due), by: Caller(.system(.timekeeper))
        ).get()
        #expect(console.effects.contains(.setPresence(.available)))
        // The chat that he had before is what he is busy with.
        expectShown(console, "Opptatt: Chat")
    }

    /// One key from the middle of another citizen's reply, which stays as it is.
    @Test func aNoteOfTheCallFromAnywhere() throws {
        var console = Self.console()
        console.press("n")
        let other = try #require(console.state.current)
        console.press("s")
        console.press("Hei, vi ")
        let id = try Self.called(&console)
        console.press("<f7>")
        #expect(console.state.current == id)
        console.press("Vil vite om tomten")
        #expect(console.state.drafts[DraftKey(other, .reply)]?.text == "Hei, vi ")
        console.wait(3)
        #expect(console.saved[DraftKey(id, .note)] == "Vil vite om tomten", "kept while he talks")
        console.press("<c-s>")
        let file = try #require(console.desk.file(id))
        #expect(file.inquiry.messages.contains { file.texts[$0.content] == "Vil vite om tomten" })
    }

    @Test func withoutACallThereIsNoNote() {
        var console = Self.console()
        console.press("<f7>")
        #expect(console.flash == "Du er ikke i noen samtale.")
    }

    // MARK: `l` on a call that has ended (R126)

    @Test(arguments: [
        ("a", PhoneOutcome.reachedPerson), ("b", .helpedByOther), ("c", .toldWhenAndHow), ("n", .none),
    ])
    func closing(letter: String, outcome: PhoneOutcome) throws {
        var console = Self.console()
        let id = try Self.called(&console)
        try CallTests.tell(&console, id, .hangup, from: Self.number)
        console.wait(2)
        console.press("5")
        console.press("l")
        console.press("l")
        console.press("byggesak<enter>")
        console.press(letter)
        if outcome == .none {
            #expect(console.desk.head(id)?.state.isOpen == true)
            console.press("Feil nummer<c-s>")
        }
        let inquiry = try #require(console.desk.file(id)?.inquiry)
        #expect(inquiry.state == .closed, "\(console.flash)")
        #expect(inquiry.closing?.phoneOutcome == outcome)
        #expect((inquiry.closing?.reason != nil) == (outcome == .none))
    }

    /// The number's open promises stand beside its earlier inquiries.
    @Test func openPromisesOfTheNumber() throws {
        let day = Self.desk()
        var console = TestConsole(day.desk)
        console.answers = false
        let id = try Self.called(&console)
        let own = try #require(console.desk.head(id))
        let others = day.emails.compactMap { console.desk.head($0) }
        console.send(.history(id, [own] + others))
        #expect(console.flash.contains("4 tidligere. 2 åpne løfter, det første "), "\(console.flash)")
    }
}

import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("Two inquiries that are one, one that is two, replies noted by hand, clearance")
struct LinkTests {
    @Test func aDuplicateIsMergedAfterSeeingWhatHappens() {
        let day = DemoDay.morning()
        let (source, target) = (day.emails[0], day.emails[1])
        let number = day.desk.inquiries[target]?.reference
        var console = TestConsole(day.desk)
        console.press("4:slå-sammen<enter>")
        expectShown(console, "Slå 4211-C sammen med")
        expectNotShown(console, "H26-004211-C")
        console.press((number?.short ?? "") + "<enter>")
        expectShown(console, "4211-C blir annullert som duplikat")
        console.press("<enter>")
        #expect(console.desk.inquiries[source]?.state.isOpen == true, "nothing is chosen yet")
        console.press("<down><enter>")
        #expect(console.desk.inquiries[source]?.mergedInto?.other == target)
        #expect(console.flash.contains("er slått sammen med"))
        expectShown(console, "Duplikat: går videre i")
        console.send(.heads([console.desk.head(target)].compactMap { $0 }))
        _ = console.state.run(.open)
        #expect(console.desk.file(target)?.inquiry.links.map(\.kind) == [.duplicate])
    }

    @Test func theSameCitizensInquiriesComeFirst() throws {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4<enter>")
        let other = try #require(console.desk.head(day.emails[1]))
        console.send(.history(day.emails[0], [other]))
        console.press(":slå-sammen<enter>")
        guard case .picker(let picker) = console.state.overlay else {
            Issue.record("no question")
            return
        }
        #expect(picker.options.first?.value == .inquiry(day.emails[1]))
        #expect(picker.options.first?.detail.contains("samme innbygger") == true)
        #expect(picker.options.filter { $0.value == .inquiry(day.emails[1]) }.count == 1)
        #expect(!picker.options.contains { $0.value == .inquiry(day.emails[0]) })
    }

    @Test func aLiveChatIsNotMerged() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("1<enter>")
        console.press(":slå-sammen<enter>")
        #expect(console.flash.hasPrefix("Noen er i kontakt om den akkurat nå."))
        #expect(console.state.overlay == nil)
    }

    @Test func aSecondQuestionGetsItsOwnNumber() throws {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        let before = Set(console.desk.inquiries.keys)
        console.press("4:skill-ut<enter>")
        expectShown(console, "Skill ut et spørsmål fra 4211-C")
        console.press("<c-s>")
        expectShown(console, "Teksten mangler.")
        console.press("Og hva koster det?<tab>bygg<c-s>")
        let new = try #require(Set(console.desk.inquiries.keys).subtracting(before).first)
        #expect(console.desk.inquiries[new]?.topic == TopicCode("byggesak"))
        #expect(console.desk.head(new)?.subject == "Og hva koster det?")
        let number = try #require(console.desk.inquiries[new]?.reference.short)
        #expect(console.flash == "\(number) er skilt ut som egen henvendelse.")
        expectShown(console, "Et spørsmål til går videre i \(number)")
    }

    @Test func aReplyIsNotedAndTheWaitingEnds() {
        let day = DemoDay.morning()
        let id = day.emails[0]
        var console = TestConsole(day.desk)
        console.press("4t")
        _ = console.elsewhere(
            .askCitizen(id, text: "Hvor?", seen: 99), by: Demo.caller(Demo.kari))
        console.press(":svar-mottatt<enter>Ved elva<c-s>")
        #expect(console.desk.inquiries[id]?.state == .inProgress)
        #expect(console.flash.hasPrefix("Svaret fra innbyggeren er notert på 4211-C."))
        expectShown(console, "Ved elva")
        expectShown(console, "Svaret fra innbyggeren er notert av Kari")
    }

    @Test func anAnswerWaitsForItsClearance() {
        let day = DemoDay.morning()
        let id = day.emails[0]
        var console = TestConsole(day.desk)
        console.press("4t:be-om-klarering<enter>Gjelder flere enheter<c-s>")
        #expect(console.desk.inquiries[id]?.clearance?.state == .requested)
        expectShown(console, "til klarering")
        #expect(QueueRow(console.state.head(id)!, .email, console.state).flag == "s")
        console.press("sJa<c-s>")
        #expect(
            console.flash
                == "Svaret er ikke klarert ennå. Leder eller vaktleder klarerer. Teksten er beholdt.")
        console.press("<esc>:klarer<enter>")
        #expect(console.flash.hasPrefix("Rollen din gir ikke lov til det."))
        var leader = TestConsole(console.desk, agent: Demo.liv, roles: [.supervisor])
        leader.press("4<end>:ikke-klarer<enter>Feil gebyr<c-s>")
        #expect(leader.desk.inquiries[id]?.clearance?.state == .refused)
        expectShown(leader, "ikke klarert")
        leader.press(":klarer<enter>")
        #expect(leader.desk.inquiries[id]?.clearance?.state == .cleared)
        leader.press(":klarer<enter>")
        #expect(leader.flash == "Ingen har bedt om klarering.")
    }

    /// Control characters, bidirectional marks, combining marks, a lone surrogate's neighbour, long words.
    @Test(arguments: [
        "\u{1B}[31mrød\u{7}", "\u{202E}snudd", "e\u{301}\u{301}\u{301}", String(repeating: "å", count: 3_000),
    ])
    func hostileTextIsNothingButText(_ text: String) throws {
        let day = DemoDay.morning()
        let (id, other) = (day.emails[0], day.emails[1])
        var console = TestConsole(day.desk, roles: [.agent, .supervisor])
        console.press("4<enter>")
        let me = Demo.caller(Demo.kari, [.agent, .supervisor])
        let new = console.desk.fresh()
        for intent in [
            Intent.noteReply(id, text: text), .requestClearance(id, reason: text),
            .refuseClearance(id, reason: text), .split(id, new: new, text: text, topic: nil),
            .merge(other, into: id),
            .close(
                id,
                ClosingDetails(
                    result: .withdrawn, topic: TopicCode("byggesak"), archive: .notArchived, reason: text),
                seen: 999),
        ] {
            _ = try console.elsewhere(intent, by: me).get()
            console.send(.file(id, console.desk.file(id)))
            for line in console.rows {
                #expect(!line.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
                #expect(!line.unicodeScalars.contains("\u{202E}"))
            }
        }
    }
}

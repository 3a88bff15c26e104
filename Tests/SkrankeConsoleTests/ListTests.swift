import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("Live lists never move under the hand")
struct ListTests {
    private func chat(_ console: inout TestConsole, _ words: String, at: Moment? = nil) -> InquiryID {
        let id = console.desk.fresh()
        _ = console.elsewhere(
            .startChat(id: id, question: words, language: nil, contact: nil), by: Caller(.newcomer))
        return id
    }

    @Test func newOnesWaitUntilTheHandRests() {
        var console = TestConsole(DemoDay.morning().desk)
        let before = console.state.list(.chat).items.ids
        console.press("<down>")
        let id = chat(&console, "Ny!")
        #expect(console.state.list(.chat).items.ids == before)
        expectShown(console, "1 ny, 4 venter")
        console.wait(0.5)
        _ = chat(&console, "Enda en!")
        expectShown(console, "2 nye, 4 venter")
        console.wait(1.1)
        #expect(console.state.list(.chat).items.ids.contains(id))
        expectShown(console, "6 venter")
        expectNotShown(console, "nye,")
    }

    @Test func theSelectionFollowsItsInquiryAndKeepsItsLine() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("1<down><down>")
        console.wait(2)
        let row = console.frame.cursor.y
        // The first in line goes away above the selection.
        _ = console.elsewhere(.claim(day.chats[1]), by: Demo.caller(Demo.liv))
        #expect(console.state.list(.chat).view.selected == day.chats[3])
        #expect(console.frame.cursor.y <= row)
        console.press("<enter>")
        #expect(console.state.current == day.chats[3])
    }

    @Test func aClosedRowStaysUntilTheHandRests() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4<down>")
        _ = console.elsewhere(.void(day.emails[0], .spam), by: Demo.caller(Demo.liv))
        #expect(console.state.list(.email).items.ids.first == day.emails[0])
        expectShown(console, "lukket")
        console.press("<up>t")
        #expect(console.flash == "Ikke mulig: den er annullert.")
        console.wait(2)
        #expect(console.state.list(.email).items.ids.first == day.emails[1])
        #expect(console.state.board.heads[day.emails[0]] == nil)
    }

    @Test func sectionsAreInOrder() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        _ = console.elsewhere(
            .transferToUnit(day.emails[0], UnitCode("velferd"), brief: "Se på"), by: Demo.caller())
        console.wait(2)
        let list = console.state.list(.email)
        #expect(list.rules == [.others, .withUnit])
        #expect(list.items.ids == [day.emails[1], day.emails[2], day.emails[3], day.emails[0]])
        expectShown(console, "hos enhet")
    }

    @Test func filterWorksWhileTypedAndEscTakesItAway() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4/sam")
        #expect(console.state.list(.email).items.ids == [day.emails[2]])
        expectShown(console, "filter: sam")
        console.press("<enter>")
        #expect(console.state.prompt == nil)
        console.press("t")
        #expect(console.desk.inquiries[day.emails[2]]?.owner == Demo.kari)
        console.press("<esc><esc>")
        #expect(console.state.list(.email).items.ids.count == 4)
        console.press("/finnes ikke<enter>")
        expectShown(console, "Ingenting passer med filteret.")
    }

    @Test func emptyPanesSayWhatIsGoodAndWhatNext() {
        var desk = TestDesk()
        let id = desk.fresh()
        _ = desk.submit(
            .registerInquiry(id: id, Registration(channel: .email, text: "Hei")), at: Demo.at(24, 9, 0))
        let console = TestConsole(desk)
        expectShown(console, "Ingen venter i chat.")
        expectShown(console, "n: neste hastesak (4211-C, svar")
        let nobody = TestConsole()
        expectShown(nobody, "All e-post er besvart.")
        expectShown(nobody, "N: registrer en ny")
    }

    @Test func tenThousandAreThereAndOnlyTheFirstOfEachPaneAreDrawn() {
        var console = TestConsole()
        let heads = (1...10_000).compactMap { number -> InquiryHead? in
            guard let reference = PublicReference(year: 2026, number: number) else { return nil }
            let inquiry = Inquiry(
                id: InquiryID(Identifier(high: 9, low: UInt64(number))), reference: reference,
                receivedAt: Demo.now - .seconds(Int64(number)), channel: number % 2 == 0 ? .email : .chat,
                language: .nb,
                contact: nil, contactType: .citizen, topic: nil, subject: nil)
            return InquiryHead(inquiry, name: "Nr \(number)", subject: "Gjelder \(number)")
        }
        console.send(.heads(heads))
        console.wait(2)
        #expect(console.state.board.openCount == 10_000)
        #expect(console.state.list(.chat).items.ids.count == 5_000)
        // No promise runs: the oldest comes first.
        #expect(console.state.list(.chat).view.selected == heads[9_998].id)
        console.press("1<end>")
        #expect(console.state.list(.chat).view.selected == heads[0].id)
        expectShown(console, "5000 venter")
    }

    @Test func bellRingsForTheChosenPanesWithoutMovingAnything() {
        var console = TestConsole(DemoDay.morning().desk)
        console.press("4")
        console.clearEffects()
        _ = chat(&console, "Hei")
        #expect(console.effects == [.bell])
        #expect(console.state.focus == .queue(.email))
        #expect(console.flash.hasPrefix("Ny: Chat 4227-"))
        console.press(":lyd av<enter>")
        console.clearEffects()
        _ = chat(&console, "Hei igjen")
        #expect(console.effects.isEmpty)
    }
}

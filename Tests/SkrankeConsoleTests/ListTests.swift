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
        expectShown(console, "n: neste (4211-C, svar")
        let nobody = TestConsole()
        expectShown(nobody, "All e-post er besvart.")
        expectShown(nobody, "N: registrer en ny")
        expectShown(nobody, "Her kommer kølapper og avtaler.")
        expectShown(nobody, "Her kommer samtalen med innbyggeren.")
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

    /// Many e-mails that nobody has, the last one registered the most urgent.
    private func crowded(_ count: Int) -> TestConsole {
        var desk = TestDesk()
        for number in 1...count {
            let id = desk.fresh()
            _ = desk.submit(
                .registerInquiry(id: id, Registration(channel: .email, text: "Brev \(number)")),
                at: Demo.at(24, 8, 0) + .minutes(Int64(number)))
        }
        return TestConsole(desk, size: Size(width: 80, height: 24))
    }

    @Test func whatIsHiddenAboveAndBelowIsCounted() {
        var console = crowded(40)
        console.press("4")
        expectShown(console, "↓26")
        expectNotShown(console, "↑")
        console.press("<end>")
        expectShown(console, "↑26")
        console.press("<up><pgup><up>")
        expectShown(console, "↑")
        expectShown(console, "↓")
    }

    @Test func theMostUrgentStaysInSightUntilTheHandChooses() {
        var console = crowded(40)
        let first = console.state.list(.email).items.ids.prefix(20)
        for id in first { _ = console.elsewhere(.claim(id), by: Demo.caller(Demo.liv)) }
        console.press("1")
        console.wait(2)
        #expect(console.state.list(.email).items.ids[0] != first[0])
        for id in first { _ = console.elsewhere(.release(id, reason: nil), by: Demo.caller(Demo.liv)) }
        console.wait(2)
        let list = console.state.list(.email)
        #expect(list.view.top == 0 && list.view.selected == list.items.ids[0])
        // A hand that has chosen keeps its row, and its line on the screen.
        console.press("4<down><down><down>")
        let chosen = console.state.list(.email).view.selected
        console.wait(2)
        let row = console.frame.cursor.y
        _ = chat(&console, "Nytt")
        for id in console.state.list(.email).items.ids.prefix(2) {
            _ = console.elsewhere(.claim(id), by: Demo.caller(Demo.liv))
        }
        console.wait(2)
        #expect(console.state.list(.email).view.selected == chosen)
        #expect(console.frame.cursor.y <= row)
    }

    /// At the top the hand holds its row, but what is more urgent comes into sight above it.
    @Test func atTheTopNewRowsAreSeenAndTheSelectionStays() {
        var console = TestConsole(DemoDay.morning().desk)
        let other = console.state.list(.email).items.ids[0]
        _ = console.elsewhere(.claim(other), by: Demo.caller(Demo.liv))
        console.press("4<down><up>")
        console.wait(2)
        let chosen = console.state.list(.email).items.ids[0]
        #expect(chosen != other)
        _ = console.elsewhere(.release(other, reason: nil), by: Demo.caller(Demo.liv))
        console.wait(2)
        let list = console.state.list(.email)
        #expect(list.items.ids[0] == other && list.view.top == 0)
        #expect(list.view.selected == chosen)
    }

    @Test func aBusyHandDoesNotHoldTheListsForEver() {
        var console = TestConsole(DemoDay.morning().desk)
        var last = InquiryID(Identifier(high: 0, low: 0))
        for round in 0..<12 {
            console.press(round % 2 == 0 ? "<down>" : "<up>")
            last = chat(&console, "Nr \(round)")
            console.wait(1)
        }
        let there = console.state.list(.chat).items.ids.count
        #expect(there >= 11, "all but those of the last five seconds: \(there)")
        console.wait(2)
        #expect(console.state.list(.chat).items.ids.contains(last))
    }

    @Test func aFilteredListTellsHowManyOfHowMany() {
        var console = TestConsole(DemoDay.morning().desk)
        console.press("4/sam<enter>")
        expectShown(console, "4 E-post 1 av 4")
    }

    @Test func waitsAndTimesOfDayAreToldApart() {
        let console = TestConsole(DemoDay.morning().desk)
        expectShown(console, "4218-K  3 min")
        expectShown(console, "4220-B  kl. 12.00")
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

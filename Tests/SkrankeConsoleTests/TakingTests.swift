import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("Taking: next, claim, release, and losing the race")
struct TakingTests {
    @Test func nextTakesTheMostUrgentOfAllChannelsAndOpensIt() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("n")
        #expect(console.state.current == day.callbacks[0], "the broken promise comes first")
        #expect(console.state.focus == .inquiry)
        #expect(console.desk.inquiries[day.callbacks[0]]?.owner == Demo.kari)
        #expect(console.state.currentTab?.file?.inquiry.owner == Demo.kari)
        #expect(console.flash.contains("4215-Z er din"))
    }

    @Test func nextGoesByUrgencyOneAfterTheOther() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        var taken: [InquiryID?] = []
        for _ in 0..<4 {
            console.press("n")
            taken.append(console.state.current)
            console.wait(2)
        }
        // Three chats are held after the third, one of them from before: the fourth is left to others, and so
        // are the visitors, who want all of one.
        #expect(taken == [day.callbacks[0], day.chats[1], day.chats[2], day.callbacks[1]])
        #expect(console.state.board.liveChats == 3)
    }

    @Test func withFullHandsOnlyChatsAreLeftAlone() {
        var desk = TestDesk()
        for _ in 0..<4 {
            let id = desk.fresh()
            _ = desk.submit(
                .startChat(id: id, question: "Hei", language: nil, contact: nil), by: Caller(.newcomer),
                at: Demo.now)
        }
        var console = TestConsole(desk)
        for _ in 0..<3 { console.press("n") }
        console.clearEffects()
        console.press("n")
        #expect(console.flash.contains("Bare chatter venter, og du har 3"))
        #expect(console.effects.isEmpty)
    }

    @Test func nobodyWaitingIsGoodNews() {
        var console = TestConsole()
        console.press("n")
        #expect(console.flash == "Ingen venter. Bra jobbet!")
    }

    @Test func claimAndUndo() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4t")
        #expect(console.desk.inquiries[day.emails[0]]?.owner == Demo.kari)
        #expect(console.flash.contains("u: angre"))
        console.press("t")
        #expect(console.flash.contains("Du har den allerede"))
        console.press("u")
        #expect(console.desk.inquiries[day.emails[0]]?.owner == nil)
        console.press("u")
        #expect(console.flash == "Ingenting å angre.")
    }

    @Test func theLoserOfARaceIsToldAndNothingIsLost() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4")
        // Liv takes it, and the news has not come yet.
        _ = console.desk.submit(.claim(day.emails[0]), by: Demo.caller(Demo.liv), at: console.now)
        console.press("t")
        #expect(console.flash == "Tatt av Liv T. 10:42. n: neste")
        #expect(console.state.flash?.kind == .error)
        #expect(console.desk.inquiries[day.emails[0]]?.owner == Demo.liv)
    }

    @Test func othersInquiriesAreRefusedWithTheirName() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4<end>t")
        #expect(console.flash == "Liv T. har den.")
        console.press("s")
        #expect(console.flash == "Liv T. har den.")
        #expect(!console.state.focus.isEditor)
    }

    @Test func releaseGivesBackToTheQueue() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4S")
        #expect(console.flash == "Ingen har den. t: ta")
        console.press("t")
        console.wait(2)
        console.press("S")
        #expect(console.desk.inquiries[day.emails[0]]?.owner == nil)
        console.press("u")
        #expect(console.desk.inquiries[day.emails[0]]?.owner == Demo.kari)
    }

    @Test func takeOverNeedsTheRoleAndAReason() {
        let day = DemoDay.morning()
        var agent = TestConsole(day.desk)
        agent.press("4<end>:overta<enter>")
        #expect(agent.flash.contains("Rollen din"))
        var console = TestConsole(day.desk, agent: Demo.liv, roles: [.agent, .supervisor])
        console.press("1<end>")
        console.press(":overta<enter>")
        #expect(console.state.overlay != nil)
        console.press("<c-s>")
        #expect(console.desk.inquiries[day.chats[0]]?.owner == Demo.kari, "no reason, no taking over")
        console.press("Kari er i møte<c-s>")
        #expect(console.desk.inquiries[day.chats[0]]?.owner == Demo.liv)
    }

    @Test func theStoreBeingAwayDisablesWritingNotReading() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.send(.storeFault(.closed))
        console.press("4t")
        #expect(console.flash.contains("kan lese, men ikke lagre"))
        console.press("<enter>")
        #expect(console.state.current == day.emails[0])
        console.send(.storeFault(nil))
        console.press("t")
        #expect(console.desk.inquiries[day.emails[0]]?.owner == Demo.kari)
    }
}

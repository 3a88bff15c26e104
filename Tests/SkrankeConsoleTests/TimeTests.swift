import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("Time: flashes, ages, closing, and the program itself")
struct TimeTests {
    @Test func aFlashLastsSixSecondsAnErrorUntilEsc() {
        var console = TestConsole(DemoDay.morning().desk)
        console.press("4t")
        console.wait(5.9)
        #expect(console.state.flash != nil)
        console.wait(0.2)
        #expect(console.state.flash == nil)
        console.press("t")
        console.wait(60)
        #expect(console.state.flash?.kind == .error)
        console.press("<esc>")
        #expect(console.state.flash == nil)
        console.press(":meldinger<enter>")
        expectShown(console, "Du har den allerede. s: svar")
        expectShown(console, "4211-C er din. u: angre")
    }

    @Test func agesGrowWithTheClock() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        expectShown(console, "4226-W  00:05    Ukjent")
        console.wait(41)
        expectShown(console, "4226-W  00:46 !  Ukjent")
        console.wait(20)
        expectShown(console, "4226-W  01:06 !! Ukjent")
    }

    @Test func agentsAreWarnedBeforeClosingWhereChatsWait() {
        var desk = TestDesk()
        let id = desk.fresh()
        _ = desk.submit(
            .startChat(id: id, question: "Hei", language: nil, contact: nil), by: Caller(.newcomer),
            at: Demo.at(24, 15, 19))
        var console = TestConsole(desk, at: Demo.at(24, 15, 19, 50))
        #expect(console.state.flash == nil)
        console.clearEffects()
        console.wait(11)
        #expect(console.flash == "Skranken stenger 15:30, og 1 chat venter. n: neste")
        #expect(console.effects.contains(.bell))
        console.press("<esc>")
        console.wait(30)
        #expect(console.state.flash == nil, "once a day")
    }

    @Test func nobodyWaitingNobodyWarned() {
        var console = TestConsole(at: Demo.at(24, 15, 25))
        console.wait(60)
        #expect(console.state.flash == nil)
    }

    @Test func figuresAreReadAtTheStartAndEveryHalfMinute() {
        var console = TestConsole()
        let asked = { (console: TestConsole) in
            console.effects.filter { if case .loadFigures = $0 { true } else { false } }.count
        }
        #expect(asked(console) == 1)
        for _ in 0..<31 { console.wait(1) }
        #expect(asked(console) == 2)
    }

    @Test func languageIsChangedAtThePromptAndByName() {
        var console = TestConsole(DemoDay.morning().desk)
        console.press(":språk nynorsk<enter>")
        #expect(console.state.language == .nn)
        #expect(console.effects.contains(.setLanguage(.nn)))
        expectShown(console, "Opne")
        expectShown(console, "Henvendelse".isEmpty ? "" : "Førespurnad")
        console.press(":language en<enter>")
        expectShown(console, "4 waiting")
        console.press(":lang klingon<enter>")
        #expect(console.flash == "“klingon” was not understood.")
    }

    @Test func promptCompletesAndRemembers() {
        var console = TestConsole(DemoDay.morning().desk)
        console.press(":ov")
        #expect(console.state.completions == ["overta", "overlever", "oversikt"])
        console.press("<tab><tab><tab>")
        #expect(console.state.prompt?.field.text == "oversikt")
        console.press("<enter>")
        #expect(console.state.screen == .overview)
        console.press("<f2>:<up>")
        #expect(console.state.prompt?.field.text == "oversikt")
        console.press("<esc>:tull<enter>")
        #expect(console.flash == "Kjenner ikke kommandoen «tull». Space: meny")
        console.press(":språk <tab>")
        #expect(console.state.prompt?.field.text == "språk nb")
    }

    @Test func presenceIsCommittedThenTold() {
        var console = TestConsole()
        console.press("pp")
        #expect(console.state.presence == .paused)
        #expect(console.effects.contains(.setPresence(.paused)))
        expectShown(console, "Kari N. | Pause")
        console.press("u")
        #expect(console.state.presence == .available)
    }

    @Test func quittingAsksWhereSomethingWouldBeLeft() {
        var console = TestConsole()
        console.press("<c-q>")
        #expect(console.effects.last == .quit)
        var busy = TestConsole(DemoDay.morning().desk)
        busy.press("4sKladd<c-q>")
        #expect(busy.effects.last != .quit)
        #expect(busy.saved[DraftKey(DemoDay.morning().emails[0], .reply)] == "Kladd", "saved before it asks")
        expectShown(busy, "1 kladd er ikke sendt, men lagret til neste gang.")
        expectShown(busy, "1 chat hos deg går tilbake til køen.")
        busy.press("a")
        #expect(busy.state.overlay == nil)
        busy.press("<c-q>q")
        #expect(busy.effects.last == .quit)
    }

    @Test func redrawSuspendCopy() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4y<c-l><c-z>")
        #expect(console.effects.suffix(3) == [.copy("H26-004211-C"), .redraw, .suspend])
    }

    @Test func pasteIsTextOrNothing() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4")
        console.clearEffects()
        console.send(.input(.paste("tln\nS")))
        #expect(console.effects.isEmpty && console.state.current == nil)
        #expect(console.flash.hasPrefix("Åpne et felt"))
        console.press("s")
        console.send(.input(.paste("linje 1\nlinje 2\u{1B}[31m")))
        #expect(console.state.drafts[DraftKey(day.emails[0], .reply)]?.text == "linje 1\nlinje 2[31m")
    }
}

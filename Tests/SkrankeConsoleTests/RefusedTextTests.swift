import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("Every refusal of a sent text")
struct RefusedTextTests {
    /// Whatever the store answers: the words are in their field, the hand stays, the reason is told.
    @Test(arguments: WordsTests.refusals)
    func keepsTheWords(_ refusal: Refusal) {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4s")
        console.answers = false
        console.press("Svaret mitt<c-s>")
        guard case .submit(_, let correlation)? = console.effects.last else {
            Issue.record("nothing was submitted")
            return
        }
        console.send(.refused(correlation, refusal))
        #expect(console.state.drafts[DraftKey(day.emails[0], .reply)]?.text == "Svaret mitt")
        #expect(console.state.focus == .editor(.reply))
        #expect(console.state.flash?.kind == .error)
        #expect(console.flash.contains("Teksten er beholdt."))
        #expect(console.state.pendingCount == 0)
    }
}

@Suite("What the citizen writes")
struct CitizenWritesTests {
    @Test func isToldWhereItIsNotSeen() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4")
        console.clearEffects()
        _ = console.elsewhere(
            .citizenWrites(day.chats[0], text: "Hallo?"), by: Caller(.citizen(day.chats[0])))
        #expect(console.flash == "Tor Juul har skrevet: 4222-Z")
        #expect(console.effects == [.bell])
    }

    @Test func isQuietBeforeTheEyes() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("<end><enter>")
        console.clearEffects()
        _ = console.elsewhere(
            .citizenWrites(day.chats[0], text: "Hallo?"), by: Caller(.citizen(day.chats[0])))
        expectShown(console, "Hallo?")
        #expect(!console.effects.contains(.bell))
        #expect(console.state.flash == nil)
    }
}

import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("The hand: key bar, hints, and what terminals do with keys")
struct HandTests {
    private func console(_ keys: String, _ width: Int = 80, _ height: Int = 24) -> TestConsole {
        var console = TestConsole(DemoDay.morning().desk, size: Size(width: width, height: height))
        console.press(keys)
        return console
    }

    /// Keys before which an inquiry and its next needed commands stand on the bar.
    @Test(arguments: [
        ("2<enter>", ["r Ring", "k Kvitter", "l Løst"]), ("3<enter>", ["a Avtale", "l Løst"]),
        ("4<down><down><enter>", ["s Svar", "k Kvitter", "l Løst"]),
        ("1<end><enter>", ["s Svar", "l Løst"]),
    ])
    func whatIsNeededMostIsOnTheBarAt80Columns(_ keys: String, _ hints: [String]) {
        let console = console(keys)
        for hint in hints { #expect(console.rows[23].contains(hint), "\(hint) in \(console.rows[23])") }
    }

    @Test func whenAllIsSaidClosingComesFirst() {
        var console = console("1<end>sJa.<c-s><esc>")
        console.wait(1)
        #expect(console.rows[23].hasPrefix(" l Løst"))
    }

    @Test func afterSendingTheNextKeyIsNamed() {
        var chat = console("1<end>sJa.<c-s>")
        #expect(chat.flash == "Sendt til 4222-Z. Esc, l: løst")
        chat.wait(10)
        expectShown(chat, "0 tegn | Esc, l: løst")
        chat.press("<esc>l")
        #expect(chat.state.overlay != nil, "the key that was named")
        var call = console("2rf")
        call.wait(1)
        call.press("sFikk vite hvor.<c-s>")
        #expect(call.flash == "Muntlig svar er ført på 4215-Z. l: løst")
        expectShown(call, "l: løst   s: svar")
    }

    @Test(arguments: ["4sHei", "4", "/", ":", "f", "N", "<f2>", "?"])
    func controlZSuspendsEverywhereAndChangesNothing(_ keys: String) {
        var console = console(keys)
        console.wait(1)
        let before = console.rows
        console.clearEffects()
        console.press("<c-z>")
        #expect(console.effects.last == .suspend)
        #expect(console.rows == before)
    }

    @Test func undoInAFieldHasItsOwnKey() {
        let key = DraftKey(DemoDay.morning().emails[0], .reply)
        var console = console("4sHei du")
        console.press("<c-_>")
        #expect(console.state.drafts[key]?.text != "Hei du")
        console.press("<c-y>")
        #expect(console.state.drafts[key]?.text == "Hei du")
    }

    @Test(arguments: ["<c-c>", "<c-\\>"])
    func interruptsTellHowToLeave(_ key: String) {
        var console = console("4sHei")
        console.press(key)
        #expect(console.flash == "Ctrl+Q avslutter, Esc går tilbake.")
        #expect(console.state.drafts[DraftKey(DemoDay.morning().emails[0], .reply)]?.text == "Hei")
    }

    /// Esc and a key within a blink reach us as Alt with the key.
    @Test func escapeAndAKeyAtOnceAreBoth() {
        var console = console("4sHei")
        console.send(.input(.key(Key(.scalar(0x6E), .alt))))
        #expect(console.state.focus == .inquiry)
        #expect(
            console.desk.inquiries.values.filter { $0.owner == Demo.kari }.count == 3, "n took the next one")
        let day = DemoDay.morning()
        #expect(console.state.drafts[DraftKey(day.emails[0], .reply)]?.text == "Hei")
    }

    @Test func altKeysThatMeanSomethingStillDo() {
        var console = console("4sHei du")
        console.send(.input(.key(Key(.backspace, .alt))))
        #expect(console.state.focus == .editor(.reply))
        #expect(console.state.drafts[DraftKey(DemoDay.morning().emails[0], .reply)]?.text == "Hei ")
    }

    @Test func theOneWhoLosesAnInquiryIsToldByWhomAndWhy() {
        let day = DemoDay.morning()
        var kari = TestConsole(day.desk)
        let liv = Demo.caller(Demo.liv, [.agent, .supervisor])
        _ = kari.elsewhere(.takeOver(day.chats[0], reason: "Kari er i møte"), by: liv)
        #expect(kari.flash == "Liv T. har overtatt 4222-Z fra deg: Kari er i møte")
        kari.wait(60)
        #expect(kari.flash.hasPrefix("Liv T."), "it stays until Esc")
        kari.press("<esc>:meldinger<enter>")
        expectShown(kari, "Liv T. har overtatt 4222-Z fra deg")
    }

    @Test func whatOneLetsGoOneselfIsNoLoss() {
        var console = console("1<end>S")
        console.wait(1)
        #expect(console.flash.hasPrefix("4222-Z er tilbake i køen."))
    }

    @Test func anAdministratorSeesNoContent() {
        var console = TestConsole(DemoDay.morning().desk, agent: Demo.admin, roles: [.admin])
        console.clearEffects()
        for keys in ["4<enter>", "n", "f", "i", "2<enter>"] { console.press(keys) }
        for words in ["Ole Moen", "Faktura", "Berit Aas", "Parkering"] { expectNotShown(console, words) }
        #expect(!console.effects.contains { if case .openFile = $0 { true } else { false } })
        #expect(console.state.board.heads.values.allSatisfy { $0.name == nil && $0.subject == nil })
        console.send(.readRefused)
        #expect(console.flash == "Rollen din gir ikke innsyn i henvendelser.")
    }
}

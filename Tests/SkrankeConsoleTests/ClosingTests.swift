import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("Closing: nothing is stated for the agent, and nothing is closed unread")
struct ClosingTests {
    /// A chat that has been answered and has a topic: one key would close it.
    private func answered() -> (console: TestConsole, id: InquiryID) {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("1<down>sI mars.<c-s><esc>")
        console.wait(1)
        return (console, day.chats[2])
    }

    @Test func wordsThatComeMeanwhileAreShownBeforeAnythingIsClosed() {
        var (console, id) = answered()
        console.press("l")
        _ = console.elsewhere(.citizenWrites(id, text: "Vent, ett spørsmål til!"), by: Caller(.citizen(id)))
        console.wait(1)
        expectShown(console, "Innbyggeren har nettopp skrevet:")
        expectShown(console, "«Vent, ett spørsmål til!»")
        // The key that was on its way answers nothing.
        console.press("l")
        #expect(console.desk.inquiries[id]?.state.isOpen == true)
        console.press("<enter>")
        #expect(console.desk.inquiries[id]?.state.isOpen == true)
        #expect(console.state.focus == .editor(.reply), "the reply comes first")
    }

    @Test func afterReadingOneMayCloseAllTheSame() {
        var (console, id) = answered()
        console.press("l")
        _ = console.elsewhere(.citizenWrites(id, text: "Takk!"), by: Caller(.citizen(id)))
        console.press("<down><enter>")
        #expect(console.flash.hasPrefix("Bildet skiftet akkurat"), "not within the blink")
        console.wait(1)
        _ = console.elsewhere(.citizenWrites(id, text: "Ha en fin dag."), by: Caller(.citizen(id)))
        expectShown(console, "«Takk!»")
        expectShown(console, "«Ha en fin dag.»")
        console.wait(1)
        console.press("<down><enter>")
        expectShown(console, "Hvordan endte det?")
        console.press("l")
        #expect(console.desk.inquiries[id]?.closing?.result == .solvedAtDesk)
    }

    /// What this console has not heard of when the result is chosen is refused by the version it carries.
    @Test func wordsNotHeardOfRefuseTheClosing() {
        var (console, id) = answered()
        console.press("l")
        _ = console.desk.submit(
            .citizenWrites(id, text: "Hallo?"), by: Caller(.citizen(id)), at: console.now)
        console.press("l")
        #expect(console.desk.inquiries[id]?.state.isOpen == true)
        expectShown(console, "Hallo?")
    }

    @Test func whatWasAnsweredIsProposedAsSolved() {
        var (console, id) = answered()
        console.press("l<enter>")
        #expect(console.desk.inquiries[id]?.closing?.result == .solvedAtDesk)
    }

    @Test func nothingIsChosenWhereNothingIsKnown() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4l")
        guard case .picker(let picker) = console.state.overlay else {
            Issue.record("no question")
            return
        }
        #expect(picker.selected == nil)
        console.press("<enter>")
        #expect(console.flash == "Velg et svar først: bokstav eller piltaster.")
        // The topic neither, until a word has been typed.
        console.press("t<enter>")
        expectShown(console, "Hva gjaldt det?")
        console.press("bygg<enter>")
        expectShown(console, "Skal e-posten i arkivet?")
        console.press("<enter>")
        #expect(console.desk.inquiries[day.emails[0]]?.state.isOpen == true)
        // What was said of this inquiry is remembered for this one alone.
        console.press("<esc>l<enter>")
        expectShown(console, "Hva gjaldt det?")
        console.press("<enter>i")
        expectShown(console, "Hvorfor avsluttes den uten svar?")
        console.press("Fant svaret<c-s>")
        let closing = console.desk.inquiries[day.emails[0]]?.closing
        #expect(closing?.result == .withdrawn && closing?.archive == .notArchived)
        #expect(console.desk.inquiries[day.emails[0]]?.topic == TopicCode("byggesak"))
        console.press("<esc>4l")
        guard case .picker(let other) = console.state.overlay else { return }
        #expect(other.selected == nil, "another inquiry")
    }

    /// The reason is the last question, and words that come in under it are read first; it is not lost.
    @Test func wordsThatComeUnderTheReasonAreShownFirst() {
        let day = DemoDay.morning()
        let id = day.emails[0]
        var console = TestConsole(day.desk)
        console.press("4ltbygg<enter>iInnbyggeren ringte")
        _ = console.elsewhere(.noteReply(id, text: "Vent litt!"), by: Demo.caller(Demo.liv))
        console.wait(1)
        expectShown(console, "«Vent litt!»")
        #expect(console.desk.inquiries[id]?.state.isOpen == true)
        console.press("<down><down><enter>")
        let closing = console.desk.inquiries[id]?.closing
        #expect(closing?.result == .withdrawn)
        #expect(closing?.reason.flatMap { console.desk.texts[$0] } == "Innbyggeren ringte")
    }

    @Test func anErrorAboutWaitingTextGoesWithTheText() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4sSvar<c-s>")
        console.wait(1)
        console.press("l")
        expectShown(console, "Tekst venter på å bli sendt")
        console.press("u")
        expectNotShown(console, "Tekst venter på å bli sendt")
        console.press("s<c-s>")
        console.wait(1)
        console.press("l")
        expectShown(console, "Tekst venter på å bli sendt")
        guard let held = console.desk.inquiries[day.emails[0]]?.heldMessages.first,
            case .held(let until) = held.delivery
        else {
            Issue.record("nothing is held")
            return
        }
        console.wait(6)
        _ = console.elsewhere(
            .timerFired(day.emails[0], .heldText(held.id), due: until), by: Caller(.system(.outbox)))
        expectNotShown(console, "Tekst venter på å bli sendt")
    }
}

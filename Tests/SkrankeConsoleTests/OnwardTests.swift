import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("The way on and the end")
struct OnwardTests {
    @Test func transferNeedsAReceiptAndABrief() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4<down><down>v")
        #expect(console.flash == "Kvittering mangler (k).")
        console.press("<home>v")
        console.press("bygg<enter>")
        expectShown(console, "Bestilling til Byggesak: 4211-C")
        console.press("<c-s>")
        expectShown(console, "! Teksten mangler.")
        console.press("Se på fakturaen.<c-s>")
        let inquiry = console.desk.inquiries[day.emails[0]]
        #expect(inquiry?.state == .withUnit)
        #expect(inquiry?.unit == UnitCode("byggesak"))
        console.wait(2)
        console.press("u")
        #expect(console.desk.inquiries[day.emails[0]]?.state != .withUnit)
    }

    @Test func aBriefOutlivesItsForm() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4<enter>vvel<enter>Halvferdig<esc>")
        console.press("vvel<enter>")
        expectShown(console, "Halvferdig")
    }

    @Test func moveOffersWhatTheDomainAllows() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("<home>b")
        guard case .picker(let picker)? = console.state.overlay else {
            Issue.record("no question")
            return
        }
        #expect(picker.options.map(\.value) == ChannelMove.targets(from: .chat).map { .channel($0) })
        console.press("r")
        expectShown(console, "Hvorfor? Den neste ser grunnen.")
        console.press("k")
        #expect(console.desk.inquiries[day.chats[1]]?.channel == .callback)
        #expect(console.desk.inquiries[day.chats[1]]?.owner == Demo.kari)
        #expect(console.flash.contains("fortsetter som tilbakeringing"))
    }

    @Test func callbackResultsAndGivingUp() {
        let day = DemoDay.morning()
        let id = day.callbacks[1]
        var console = TestConsole(day.desk)
        console.press("2<down>rg")
        #expect(console.flash.contains("3 igjen"))
        console.press("i")
        console.wait(2)
        console.press("ri")
        #expect(console.flash.hasPrefix("Det er for kort siden forrige forsøk. Prøv igjen kl. 11.12"))
        for _ in 0..<2 {
            console.wait(1_800)
            console.press("ri")
        }
        #expect(console.desk.inquiries[id]?.interaction?.callback?.attempts.count == 3)
        console.wait(2)
        console.press("rg")
        #expect(console.flash == "Legg igjen en beskjed før du gir opp.")
        console.press("rb")
        console.press("rg")
        #expect(console.desk.inquiries[id]?.interaction?.state == .givenUp)
    }

    @Test func visitGoesStepByStep() {
        let day = DemoDay.morning()
        let id = day.visits[0]
        var console = TestConsole(day.desk)
        console.press("3ak")
        #expect(console.desk.inquiries[id]?.interaction?.state == .called)
        console.press("as")
        #expect(console.desk.inquiries[id]?.interaction?.state == .active)
        console.press("af")
        #expect(console.desk.inquiries[id]?.interaction?.state == .done)
    }

    @Test func bookingAMeeting() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("2<end>a")
        expectShown(console, "Avtale for 4217-X")
        console.press("<c-s>")
        let meeting = console.desk.inquiries[day.callbacks[2]]?.interaction?.appointment
        #expect(meeting?.host == "Nora Berg")
        #expect(meeting?.from == Demo.at(25, 9, 0))
        #expect(console.flash.contains("Avtalen er bestilt"))
    }

    @Test func aRefusedFormComesBackWithItsText() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        // Sunday.
        console.press("2<end>a<enter>")
        for _ in 0..<12 { console.press("<back>") }
        console.press("29.11.<c-s>")
        #expect(console.flash.hasPrefix("Skranken er stengt da."))
        #expect(console.state.overlay != nil)
        expectShown(console, "29.11.")
    }

    @Test func closeAsksOnlyForWhatIsMissing() {
        let day = DemoDay.morning()
        let id = day.chats[0]
        var console = TestConsole(day.desk)
        console.press("<end>l")
        expectShown(console, "Hvordan endte det?")
        console.press("l")
        expectShown(console, "Hva gjaldt det?")
        console.press("barn<enter>")
        let closing = console.desk.inquiries[id]?.closing
        #expect(closing?.result == .solvedAtDesk)
        #expect(console.desk.inquiries[id]?.topic == TopicCode("barnehage"))
        #expect(console.flash.contains("4222-Z er avsluttet"))
    }

    @Test func closingShowsWhyAResultIsImpossible() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4l")
        expectShown(console, "Innbyggeren har ikke fått svar (s).")
        console.press("l")
        #expect(console.desk.inquiries[day.emails[0]]?.closing == nil)
        #expect(console.flash.contains("ikke fått svar"))
        // Referred: to whom, topic, archive.
        console.press("h")
        console.press("bygg<enter>")
        expectShown(console, "Hvem er innbyggeren henvist til")
        console.press("skatt<enter>")
        console.press("i")
        expectShown(console, "Hvorfor avsluttes den uten svar?")
        console.press("<c-s>")
        expectShown(console, "Skriv en begrunnelse.")
        console.press("Gjelder skatten<c-s>")
        let closing = console.desk.inquiries[day.emails[0]]?.closing
        #expect(closing?.referredTo == UnitCode("skatt"))
        #expect(closing?.archive == .notArchived)
    }

    @Test func closingRemembersAndUndoReopens() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("2rf")
        console.wait(2)
        console.press("lla")
        #expect(console.desk.inquiries[day.callbacks[0]]?.state == .closed)
        console.wait(1)
        console.press("u")
        #expect(console.desk.inquiries[day.callbacks[0]]?.state.isOpen == true)
        console.wait(2)
        console.press("l")
        guard case .picker(let picker)? = console.state.overlay else {
            Issue.record("no question")
            return
        }
        #expect(picker.view.selected == .result(.solvedAtDesk))
    }

    @Test func destructiveDeedsWantTheNumber() {
        let day = DemoDay.morning()
        let id = day.emails[0]
        var console = TestConsole(day.desk)
        console.press("4:annuller<enter>s<enter>")
        #expect(console.desk.inquiries[id]?.state != .voided)
        console.press("4212n<enter>")
        #expect(console.desk.inquiries[id]?.state != .voided, "another's number")
        for _ in 0..<8 { console.press("<back>") }
        console.press("4211-c<enter>")
        #expect(console.desk.inquiries[id]?.state == .voided)
    }

    @Test func keysThatReachACitizenRestAfterTheViewMovedByItself() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4")
        console.wait(2)
        // The selected row goes away, another stands under the hand.
        _ = console.elsewhere(.void(day.emails[0], .spam), by: Demo.caller(Demo.liv))
        #expect(console.state.list(.email).view.selected == day.emails[1])
        console.press("l")
        #expect(console.state.overlay == nil)
        #expect(console.flash.hasPrefix("Bildet skiftet akkurat."))
        console.wait(0.4)
        console.press("l")
        #expect(console.state.overlay != nil)
    }
}

@Suite("Who the citizen is")
struct ContactTests {
    @Test func aCallbackWantsANumberFirst() {
        let day = DemoDay.morning()
        let id = day.chats[1]
        var console = TestConsole(day.desk)
        console.press("<home><enter>bri")
        expectShown(console, "Hvilket nummer skal vi ringe?")
        #expect(console.desk.inquiries[id]?.channel == .chat)
        console.press("<c-s>")
        #expect(console.desk.inquiries[id]?.channel == .chat, "still no number")
        console.press("59000077<c-s>")
        #expect(console.desk.inquiries[id]?.channel == .callback)
        #expect(console.desk.file(id)?.contact?.phone == "59000077")
    }

    @Test func nameIsRecorded() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("<home>h")
        expectShown(console, "Innbyggeren i 4223-L")
        console.press("Ada Vik<c-s>")
        #expect(console.desk.head(day.chats[1])?.name == "Ada Vik")
        #expect(console.flash == "Kontakt lagret.")
    }
}

import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("Registering by hand, finding, the open inquiries")
struct RegisterAndFindTests {
    @Test func aCallIsRegisteredInAFewKeys() {
        var console = TestConsole()
        console.press("NtLurer på barnehageplass<tab>Eli Rud<tab>59000022<tab><tab>barn<c-s>")
        let inquiry = console.desk.inquiries.values.first
        #expect(inquiry?.channel == .phone)
        #expect(inquiry?.owner == Demo.kari, "the caller is on the line")
        #expect(inquiry?.topic == TopicCode("barnehage"))
        #expect(console.desk.contacts.values.first?.name == "Eli Rud")
        #expect(console.state.current == inquiry?.id)
        #expect(console.flash == "Registrert som 4211-C. k: kvitter")
    }

    @Test func aVisitGetsItsTicket() {
        var console = TestConsole()
        console.press("NoHenter nøkler<c-s>")
        #expect(console.flash == "Registrert som 4211-C, kølapp 14.")
    }

    /// Left half-way, a form is offered whole; a new one is empty: one citizen's words never enter
    /// another's inquiry.
    @Test func aFormThatWasLeftIsOfferedWholeAndEntersNoOther() {
        var console = TestConsole()
        console.press("NeHalv setning<tab>Eli Rud<esc>")
        #expect(console.saved[DraftKey(nil, .registration)] == "Halv setning")
        #expect(console.flash == "Skjemaet er tatt vare på: N, så Enter, fortsetter det.")
        console.press("No")
        expectNotShown(console, "Halv setning")
        expectNotShown(console, "Eli Rud")
        console.press("<esc>N")
        expectShown(console, "Fortsett den du begynte på (E-post)")
        console.press("<enter>")
        expectShown(console, "Halv setning")
        expectShown(console, "Eli Rud")
        console.press("<c-s>")
        #expect(console.desk.inquiries.count == 1)
        #expect(console.saved[DraftKey(nil, .registration)] == "", "gone with what was registered")
        console.press("N")
        guard case .picker(let picker)? = console.state.overlay else {
            Issue.record("no question")
            return
        }
        #expect(picker.view.selected == .channel(.email), "remembers the channel")
    }

    @Test func whatIsNoAddressOrNumberIsSaidWhereItStands() {
        var console = TestConsole()
        console.press("NeTekst<tab>Eli<tab><tab>eli-uten-krøllalfa<c-s>")
        expectShown(console, "! Det er ingen e-postadresse. Rett den, eller tøm feltet.")
        console.press("@x.example<backtab>hei<c-s>")
        expectShown(console, "! Det er ikke noe telefonnummer. Rett det, eller tøm feltet.")
        #expect(console.desk.inquiries.isEmpty)
    }

    /// Words meant for a field that did not open are no commands: no receipt, no topic, no note.
    @Test func whatIsTypedAfterARefusedFieldDoesNothing() {
        var console = TestConsole(DemoDay.morning().desk)
        console.press("2")
        let id = console.state.targetID
        guard let id else {
            Issue.record("no row")
            return
        }
        _ = console.elsewhere(.claim(id), by: Demo.caller(Demo.liv))
        console.press("s")
        let before = console.effects.count
        console.press("Takk for at du ringte<enter>")
        #expect(console.state.overlay == nil)
        #expect(console.effects.count == before)
        #expect(console.flash == "Feltet åpnet seg ikke: det du skriver nå, gjør ingenting.")
        console.wait(1)
        console.press("?")
        #expect(console.state.overlay != nil, "after a pause keys are commands again")
    }

    /// `u` takes back the last act or nothing: never an older one on another inquiry.
    @Test func undoReachesBackToTheLastActOnly() {
        var console = TestConsole(DemoDay.morning().desk)
        console.press("n")
        #expect(console.state.undoStep != nil)
        console.press("Ne<esc>")
        console.press("NeEt brev<c-s>")
        console.press("u")
        #expect(console.flash.contains("kan ikke angres"))
    }

    @Test func callbackWantsANumberAndTextIsRequired() {
        var console = TestConsole()
        console.press("Nr<c-s>")
        expectShown(console, "! Teksten mangler.")
        console.press("Ring meg<c-s>")
        expectShown(console, "! Hvilket nummer skal vi ringe?")
        #expect(console.desk.inquiries.isEmpty)
    }

    @Test func aRefusedRegistrationComesBack() {
        var console = TestConsole()
        console.press("NeTekst")
        console.answers = false
        console.press("<c-s>")
        guard case .register(_, let correlation)? = console.effects.last else {
            Issue.record("nothing was registered")
            return
        }
        console.send(.refused(correlation, .limitReached))
        expectShown(console, "Tekst")
        #expect(console.flash.hasPrefix("Grensen er nådd."))
    }

    @Test func findAsksTheStoreAndOpensTheHit() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("fbrøy")
        guard case .search(let query, let generation)? = console.effects.last else {
            Issue.record("no search")
            return
        }
        #expect(query.text == "brøy")
        guard let head = day.desk.head(day.emails[2]) else { return }
        console.send(.search(generation: generation - 1, []))
        expectShown(console, "leter …")
        console.send(
            .search(generation: generation, [SearchHit(row: 7, head: head, snippet: "Brøyting på\nÅsveien")]))
        expectShown(console, "1 treff")
        expectShown(console, "Brøyting på Åsveien")
        console.press("<enter>")
        #expect(console.state.current == day.emails[2])
    }

    @Test(arguments: ["H26-004213-B", "4213-b", "h26 004213 b"])
    func aNumberGoesStraightThere(_ number: String) {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("f\(number)<enter>")
        #expect(console.state.current == day.emails[2])
        #expect(console.state.overlay == nil)
    }

    @Test func anUnknownNumberIsTold() {
        var console = TestConsole()
        console.press("f4213-b<enter>")
        #expect(console.flash == "Finner ikke H26-004213-B.")
    }

    @Test func openInquiriesKeepTheirDraftsAndPlaces() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4sTil Ole<esc>")
        console.press("<esc><down>sTil Iris<esc>")
        #expect(console.state.tabs.map(\.id) == [day.emails[0], day.emails[1]])
        console.press(",")
        #expect(console.state.current == day.emails[0])
        console.press("s")
        expectShown(console, "Til Ole")
        expectNotShown(console, "Til Iris")
        console.press("!<esc>.s?")
        #expect(console.state.drafts[DraftKey(day.emails[0], .reply)]?.text == "Til Ole!")
        #expect(console.state.drafts[DraftKey(day.emails[1], .reply)]?.text == "Til Iris?")
    }

    @Test func historyShowsTheOtherInquiriesOfAKnownCitizen() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.answers = true
        console.press("2i")
        guard let asked = console.effects.last(where: { if case .loadHistory = $0 { true } else { false } })
        else {
            Issue.record("nothing was asked")
            return
        }
        guard case .loadHistory(let id, let query) = asked, let other = day.desk.head(day.emails[0]) else {
            return
        }
        #expect(query.phone == "59000011")
        console.send(.history(id, [other]))
        expectShown(console, "Alle kanaler: Berit Aas")
        expectShown(console, "Faktura for kommunale avgifter")
        console.press("<enter>")
        #expect(console.state.current == day.emails[0])
    }

    @Test func anUnknownCitizenHasNoHistoryToShow() {
        var console = TestConsole(DemoDay.morning().desk)
        console.press("3i")
        expectShown(console, "ikke identifisert, så vi vet ikke")
    }

    @Test func erasedTextIsShownAsErased() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4<enter>")
        expectShown(console, "Faktura for kommunale avgifter")
        _ = console.elsewhere(.eraseContent(day.emails[0]), by: Demo.caller(Demo.admin, [.admin]))
        expectShown(console, "(slettet)")
        expectShown(console, "Tekst og personopplysninger er slettet")
        #expect(!console.rows.dropFirst(2).contains { $0.dropFirst(48).contains("Faktura for kommunale") })
    }

    @Test func goneIsSaid() {
        var console = TestConsole(DemoDay.morning().desk)
        console.answers = false
        console.press("4<enter>")
        guard let id = console.state.current else { return }
        console.send(.file(id, nil))
        expectShown(console, "Henvendelsen finnes ikke lenger.")
    }
}

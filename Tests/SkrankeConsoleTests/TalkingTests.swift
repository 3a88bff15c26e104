import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("Talking: reply, note, grace, and text that is never lost")
struct TalkingTests {
    @Test func replyInAChatIsSentAndTheFieldStaysForTheNextLine() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("<down>s")
        #expect(console.state.focus == .editor(.reply))
        #expect(console.desk.inquiries[day.chats[2]]?.owner == Demo.kari, "taken first, as nobody had it")
        console.press("Hei! Svaret på søknaden kommer i mars. 🙂<c-s>")
        let texts = console.desk.inquiries[day.chats[2]]?.messages.compactMap {
            console.desk.texts[$0.content]
        }
        #expect(texts?.last == "Hei! Svaret på søknaden kommer i mars. 🙂")
        #expect(console.state.focus == .editor(.reply))
        #expect(console.state.drafts[DraftKey(day.chats[2], .reply)]?.text == "")
    }

    @Test func emailWaitsForItsGraceAndUndoGivesTheWordsBack() {
        let day = DemoDay.morning()
        let id = day.emails[0]
        var console = TestConsole(day.desk)
        console.press("4sHei Ole, fakturaen er rettet.<c-s>")
        #expect(console.desk.inquiries[id]?.heldMessages.count == 1)
        #expect(console.flash.contains("sendes om litt"))
        #expect(console.state.focus == .inquiry)
        console.wait(1)
        expectShown(console, "sendes om 4 s, u: angre")
        console.press("u")
        #expect(console.desk.inquiries[id]?.heldMessages.isEmpty == true)
        #expect(console.state.drafts[DraftKey(id, .reply)]?.text == "Hei Ole, fakturaen er rettet.")
        #expect(console.flash == "Stoppet. Teksten er tilbake i feltet.")
    }

    @Test func undoneWordsDoNotOverwriteANewDraft() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4sFørste<c-s>")
        console.press("sAndre<esc>u")
        #expect(console.state.drafts[DraftKey(day.emails[0], .reply)]?.text == "Andre")
    }

    @Test func closingWaitsForHeldText() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4sSvar<c-s>")
        console.wait(1)
        console.press("l")
        #expect(console.flash == "Tekst venter på å bli sendt. Vent, eller u: angre")
    }

    @Test func whatCameInBetweenIsShownAndTheTextKept() {
        let day = DemoDay.morning()
        let id = day.chats[0]
        var console = TestConsole(day.desk)
        console.press("<end>sJa, barna også.")
        // The citizen writes, and this console has not heard yet.
        _ = console.desk.submit(
            .citizenWrites(id, text: "Glem det siste!"), by: Caller(.citizen(id)), at: console.now)
        console.press("<c-s>")
        #expect(console.flash.hasPrefix("Noe nytt kom til mens du skrev."))
        #expect(console.state.drafts[DraftKey(id, .reply)]?.text == "Ja, barna også.")
        #expect(console.state.focus == .editor(.reply), "the hand stays where it was")
        expectShown(console, "Glem det siste!")
        console.wait(1)
        console.press("<c-s>")
        #expect(console.desk.inquiries[id]?.messages.last?.author == .agent(Demo.kari))
    }

    /// Words that arrive within the blink before Ctrl+S were not read: the send carries the older version.
    @Test func wordsThatComeUnderTheHandAreNotPassedOver() {
        let day = DemoDay.morning()
        let id = day.chats[0]
        var console = TestConsole(day.desk)
        console.press("<end>sJa.")
        _ = console.elsewhere(.citizenWrites(id, text: "Nei, vent!"), by: Caller(.citizen(id)))
        console.press("<c-s>")
        #expect(console.flash.hasPrefix("Noe nytt kom til"))
        #expect(console.state.drafts[DraftKey(id, .reply)]?.text == "Ja.")
    }

    @Test func noteIsANoteAndNeverSent() {
        let day = DemoDay.morning()
        let id = day.emails[0]
        var console = TestConsole(day.desk)
        console.press("4cRinger Teknisk først.")
        expectShown(console, "Intern kommentar (ikke til innbygger)")
        console.press("<c-s>")
        let message = console.desk.inquiries[id]?.messages.last
        #expect(message?.author == .note(Demo.kari))
        #expect(message?.isPublic == false)
        expectShown(console, "Internt")
    }

    @Test func replyAndNoteAreTwoDrafts() {
        let day = DemoDay.morning()
        let id = day.emails[0]
        var console = TestConsole(day.desk)
        console.press("4sTil innbygger<esc>cTil oss<esc>")
        #expect(console.state.drafts[DraftKey(id, .reply)]?.text == "Til innbygger")
        #expect(console.state.drafts[DraftKey(id, .note)]?.text == "Til oss")
        console.press("s<c-s>")
        #expect(console.state.drafts[DraftKey(id, .note)]?.text == "Til oss")
        console.wait(1)
        #expect(console.saved[DraftKey(id, .note)] == "Til oss", "saved anew, as the store forgets both")
    }

    @Test func draftIsSavedAfterASilenceAndWhenTheFieldIsLeft() {
        let day = DemoDay.morning()
        let key = DraftKey(day.emails[0], .reply)
        var console = TestConsole(day.desk)
        console.press("4sHei")
        #expect(console.saved[key] == nil)
        #expect(console.state.nextWake ?? .max <= console.state.uptime + 1_000, "durable within a second")
        console.wait(0.7)
        #expect(console.saved[key] == "Hei")
        expectShown(console, "3 tegn | kladd lagret 10:42:17")
        console.press(" du<esc>")
        #expect(console.saved[key] == "Hei du")
    }

    @Test func draftsOfTheLastRunAreThereAgain() {
        let day = DemoDay.morning()
        let id = day.emails[1]
        var console = TestConsole(day.desk)
        console.send(
            .drafts([
                Draft(
                    agent: Demo.kari, inquiry: id, kind: .reply, text: "Halvskrevet",
                    savedAt: Demo.at(24, 9, 0)),
                Draft(agent: Demo.liv, inquiry: id, kind: .note, text: "Livs", savedAt: Demo.at(24, 9, 0)),
            ]))
        #expect(console.flash.contains("1 kladd er hentet fram"))
        #expect(console.state.drafts[DraftKey(id, .note)] == nil)
        console.press("4<down>s")
        expectShown(console, "Halvskrevet")
    }

    @Test func emptyTextIsNotSent() {
        var console = TestConsole(DemoDay.morning().desk)
        console.press("4s  <c-s>")
        #expect(console.flash == "Feltet er tomt. Skriv noe først.")
    }

    @Test func textOnItsWayCannotBeChanged() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4s")
        console.answers = false
        console.press("Svar<c-s>mer")
        #expect(console.state.drafts[DraftKey(day.emails[0], .reply)]?.text == "Svar")
        #expect(console.flash == "Sendes nå, et øyeblikk.")
        expectShown(console, "sendes …")
    }

    @Test func storeFaultKeepsTheText() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4s")
        console.answers = false
        console.press("Svar<c-s>")
        guard case .submit(_, let correlation)? = console.effects.last else {
            Issue.record("nothing was submitted")
            return
        }
        console.send(.fault(correlation, .full))
        #expect(console.flash.hasPrefix("Disken er full."))
        #expect(console.state.drafts[DraftKey(day.emails[0], .reply)]?.text == "Svar")
        #expect(console.state.focus == .editor(.reply))
    }

    @Test func questionPausesTheDeadline() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("4sHvilken faktura gjelder det?<f3>")
        #expect(console.desk.inquiries[day.emails[0]]?.state == .awaitingCitizen)
    }

    @Test func spokenAnswerIsASummaryForTheDesk() {
        let day = DemoDay.morning()
        let id = day.visits[0]
        var console = TestConsole(day.desk)
        console.press("3sFikk nøklene.")
        expectShown(console, "Muntlig svar, oppsummert")
        console.press("<c-s>")
        #expect(console.desk.inquiries[id]?.state == .answered)
        #expect(console.desk.inquiries[id]?.messages.allSatisfy { !$0.isPublic } == true)
    }

    @Test func typingIsToldOthersNowAndThen() {
        let day = DemoDay.morning()
        var console = TestConsole(day.desk)
        console.press("<end>sabc")
        let signs = console.effects.filter {
            if case .ephemeral(let sign) = $0 { sign.kind == .typing } else { false }
        }
        #expect(signs.count == 1)
        console.wait(3)
        console.press("d")
        #expect(
            console.effects.filter {
                if case .ephemeral(let sign) = $0 { sign.kind == .typing } else { false }
            }.count == 2)
    }

    @Test func theCitizensTypingIsShownForFiveSeconds() {
        let day = DemoDay.morning()
        let id = day.chats[0]
        var console = TestConsole(day.desk)
        console.press("<end><enter>")
        console.send(.ephemeral(Ephemeral(kind: .typing, inquiry: id, who: .citizen)))
        expectShown(console, "innbyggeren skriver")
        console.wait(5.1)
        expectNotShown(console, "innbyggeren skriver")
    }

    @Test func receiptProposesItsDateAndShowsWhatToReadOut() {
        let day = DemoDay.morning()
        let id = day.emails[2]
        var console = TestConsole(day.desk)
        console.press("4<down><down>k")
        expectShown(console, "torsdag 26. november 2026 kl. 08.00.")
        console.press("<enter>")
        #expect(console.desk.inquiries[id]?.receipts.count == 1)
        #expect(console.flash.hasPrefix("Kvittering gitt: endelig svar torsdag 26. november 2026 kl."))
    }

    @Test func aNewDateNeedsAReason() {
        let day = DemoDay.morning()
        let id = day.emails[0]
        var console = TestConsole(day.desk)
        console.press("4k<right>")
        console.wait(1)
        console.press("<enter>")
        #expect(console.desk.inquiries[id]?.receipts.count == 1, "the old one only")
        console.press("Venter på regnskap<enter>")
        #expect(console.desk.inquiries[id]?.receipts.count == 2)
        #expect(console.flash.contains("torsdag 26. november 2026 kl. 15.30"), "\(console.flash)")
    }
}

@Suite("Waiting for the file, and for the claim")
struct WaitingTests {
    @Test func aReplyToWhatNobodyHasIsClaimedFirstAndThenSent() {
        let day = DemoDay.morning()
        let id = day.emails[0]
        var console = TestConsole(day.desk)
        console.press("4sHei")
        // A supervisor gives it back to the queue meanwhile.
        _ = console.elsewhere(.release(id, reason: nil), by: Demo.caller(Demo.liv, [.agent, .supervisor]))
        console.wait(1)
        console.press("<c-s>")
        #expect(console.desk.inquiries[id]?.owner == Demo.kari)
        #expect(console.desk.inquiries[id]?.heldMessages.count == 1)
    }

    @Test func whatWaitedIsNotDoneLaterUnderAnotherKey() {
        let day = DemoDay.morning()
        let id = day.emails[0]
        var console = TestConsole(day.desk)
        console.answers = false
        console.press("4l")
        #expect(console.state.overlay == nil)
        console.press("c")
        console.send(.file(id, day.desk.file(id)))
        #expect(console.state.overlay == nil, "the hand has gone on")
        console.press("<esc>l")
        #expect(console.state.overlay != nil)
    }
}

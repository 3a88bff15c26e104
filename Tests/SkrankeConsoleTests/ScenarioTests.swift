import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import Testing

@testable import SkrankeConsole

/// Day-one scenarios on a manual clock, as the agent sees them (`scenarios.md`, by their numbers).
@Suite("Scenarios: the desk's own")
struct ScenarioTests {
    // MARK: 1 Night pile

    /// Eleven e-mails and twelve questions of the evening, six callbacks of yesterday after closing.
    static func night() -> TestDesk {
        var desk = TestDesk()
        desk.members = [:]
        for number in 0..<6 {
            let id = desk.fresh()
            let registration = Registration(
                channel: .callback, text: "Ring meg om barnehage",
                contact: ContactDetails(name: "Innringer \(number)", phone: "5900001\(number)"))
            _ = desk.submit(.registerInquiry(id: id, registration), at: Demo.at(23, 15, 31 + number))
        }
        for number in 0..<12 {
            let id = desk.fresh()
            _ = desk.submit(
                .startChat(id: id, question: "Spørsmål nummer \(number)", language: .nb, contact: nil),
                by: Caller(.newcomer), at: Demo.at(23, 18, number * 4))
        }
        for number in 0..<11 {
            let id = desk.fresh()
            let registration = Registration(
                channel: .email, text: "E-post nummer \(number)",
                contact: ContactDetails(name: "Avsender \(number)", email: "a\(number)@post.example"))
            _ = desk.submit(.registerInquiry(id: id, registration), at: Demo.at(23, 21, number * 5))
        }
        return desk
    }

    @Test func scenario1NightPile() {
        let console = TestConsole(Self.night(), at: Demo.at(24, 7, 58))
        #expect(console.state.screen == .pile, "the first screen is the pile")
        let heads = console.state.pile.items.ids.compactMap { console.state.board.heads[$0] }
        #expect(heads.count == 29)
        #expect(heads.map { $0.due ?? $0.receivedAt } == heads.map { $0.due ?? $0.receivedAt }.sorted())
        #expect(heads.count { $0.channel == .email } == 11)
        #expect(heads.count { $0.channel == .chat && $0.contactState == .left } == 12)
        #expect(heads.count { $0.channel == .callback } == 6)
        let opening = Demo.at(24, 8, 0)
        for head in heads where head.channel != .callback {
            #expect(head.dueStart.map { $0 >= opening } == true, "\(head.reference) runs already")
            #expect(head.due == Demo.at(26, 8, 0))
        }
        // Callbacks keep their promise: the end of the next working day after they were asked for.
        for head in heads where head.channel == .callback { #expect(head.due == Demo.at(24, 15, 30)) }
        #expect(heads.allSatisfy { $0.urgency(at: console.now) == .normal || $0.channel == .callback })
        expectShown(console, "Bunken: 29 venter")
        expectShown(console, "# Tilbakeringing")
        expectShown(console, "Åpner ti 24.11 08:00.")
    }

    @Test func scenario1TheDayBeginsFromThePile() {
        var console = TestConsole(Self.night(), at: Demo.at(24, 7, 58))
        console.press("<down><down><enter>")
        #expect(console.state.screen == .desk && console.state.focus == .inquiry)
        console.press("<f5>n")
        #expect(console.state.current.flatMap { console.desk.inquiries[$0]?.owner } == Demo.kari)
        var later = TestConsole(Self.night(), at: Demo.at(24, 10, 30))
        #expect(later.state.screen == .desk, "at half past ten the desk is the first screen")
        later.press("<f5>")
        expectShown(later, "Bunken: 29 venter")
        later.press("<esc>")
        #expect(later.state.screen == .desk)
    }

    /// Whoever has pressed a key before the rows were there stays where he is.
    @Test func thePileNeverComesUnderAHand() {
        var state = AppState(
            caller: Demo.caller(), agent: Demo.kari, policy: Demo.policy(), names: Demo.names,
            now: Demo.at(24, 7, 58), size: Size(width: 120, height: 36))
        _ = Reducer.reduce(&state, .tick(Demo.at(24, 7, 58), uptime: 5_000))
        for key in TestConsole.keys("4") { _ = Reducer.reduce(&state, .input(.key(key))) }
        _ = Reducer.reduce(&state, .heads(Self.night().openHeads))
        _ = Reducer.reduce(&state, .loaded)
        #expect(state.screen == .desk)
    }

    // MARK: 9 Two agents, one chat

    @Test func scenario9TwoAgentsOneChat() {
        let day = DemoDay.morning()
        let chat = day.chats[1]
        var first = TestConsole(day.desk, agent: Demo.liv)
        var second = TestConsole(day.desk, agent: Demo.per)
        first.press("<home>t")
        let taken = first.desk.inquiries[chat]
        #expect(taken?.owner == Demo.liv)
        // The loser had pressed before he could see it: the store says who won, and he wrote nothing.
        second.desk = first.desk
        second.press("<home>t")
        #expect(second.flash.hasPrefix("Tatt av Liv T."))
        #expect(second.desk.inquiries[chat]?.owner == Demo.liv)
        #expect(second.desk.inquiries[chat]?.messages == taken?.messages)
    }

    // MARK: 11 Chat to phone

    @Test func scenario11ChatToPhone() throws {
        let day = DemoDay.morning()
        let id = day.chats[0]
        var console = TestConsole(day.desk)
        let before = try #require(console.desk.inquiries[id])
        let count = console.desk.inquiries.count
        console.press("1<end><enter>")
        #expect(console.state.current == id)
        console.press("bt")
        expectShown(console, "Hvorfor? Den neste ser grunnen.")
        console.press("k")
        let moved = try #require(console.desk.inquiries[id])
        #expect(moved.channel == .phone && moved.interaction?.state == .active)
        #expect(moved.reference == before.reference && moved.receivedAt == before.receivedAt)
        #expect(console.desk.inquiries.count == count, "one inquiry, counted once")
        console.wait(1)
        console.press("cForklarte reglene for bod<c-s>")
        let story = Story(try #require(console.desk.file(id)), console.state).entries.map(\.text)
        let chat = try #require(story.firstIndex { $0.contains("melde flytting") })
        let note = try #require(story.firstIndex { $0.contains("Forklarte reglene") })
        #expect(chat < note, "the transcript stands above the call's notes")
        let digest = try #require(story.first { $0.contains("Sist fra oss") })
        #expect(digest.split(separator: "\n").count == 5)
        #expect(digest.contains("Hvem: Tor Juul") && digest.contains("For komplisert her"))
        #expect(moved.highestLine == 1 && moved.closing == nil, "first contact can still solve it")
        let details = ClosingDetails(
            result: .solvedAtDesk, topic: TopicCode("byggesak"), phoneOutcome: .helpedByOther)
        let seen = try #require(console.desk.inquiries[id]).version
        #expect(throws: Never.self) {
            try console.desk.submit(.close(id, details, seen: seen), at: console.now).get()
        }
        let figures = console.desk.figures(Demo.at(24, 0, 0), Demo.at(25, 0, 0), now: console.now)
        #expect(figures.solvedAtDesk == .init(met: 1, of: 1))
    }

    // MARK: 2 and 3: the telephone's figure on the overview

    private static func calls(_ figures: (inout CallFigures) -> Void) -> DeskFigures {
        var all = DeskFigures()
        figures(&all.calls)
        return all
    }

    @Test func scenario3ShortAbandonOnTheOverview() {
        var console = TestConsole(
            DemoDay.morning().desk, agent: Demo.liv, roles: [.agent, .supervisor])
        console.press("<f2>")
        console.send(
            .figures(
                Self.calls {
                    $0.answeredInTime = 76
                    $0.answeredLater = 14
                    $0.leftAtOnce = 3
                    $0.leftInTime = 4
                    $0.leftLater = 3
                }, .day))
        expectShown(console, "76 av 97")
        expectShown(console, "78 %")
        console.press("<enter>")
        expectShown(console, "76 av 97")
        for share in ["76,0", "84,4", "81,7", "83,0", "78,4"] { expectShown(console, share) }
    }

    /// Answered after 30.0 s is met, after 30.1 s is not; the tile follows at once, with counts.
    @Test(arguments: [(30_000, 1), (30_100, 0)] as [(Int64, Int)])
    func scenario2AnswerWithinThirtySeconds(wait: Int64, met: Int) {
        var desk = TestDesk()
        let intake = Caller(.system(.intake))
        let id = desk.fresh()
        let nine = Demo.at(24, 9, 0)
        _ = desk.submit(.callReported(id, PhoneEvent(.newCall, from: "59000012")), by: intake, at: nine)
        let answered = nine + Span(milliseconds: wait)
        _ = desk.submit(
            .callReported(id, PhoneEvent(.answer, from: "59000012", users: ["101"])), by: intake,
            at: answered)
        var console = TestConsole(desk, agent: Demo.liv, roles: [.agent, .supervisor], at: answered)
        console.press("<f2>")
        console.send(
            .figures(desk.figures(Demo.at(24, 0, 0), Demo.at(25, 0, 0), now: answered), .day))
        expectShown(console, "\(met) av 1")
        console.press("<enter>")
        expectShown(console, met == 1 ? "ok" : "!!")
    }

    // MARK: 19 Supervisor's 10:00

    @Test func scenario19MovesAnAgentInThreeKeys() {
        var console = TestConsole(
            DemoDay.morning().desk, agent: Demo.liv, roles: [.agent, .supervisor])
        console.send(.sessions(OverviewTests.sessions))
        _ = console.elsewhere(
            .assignChannels(Demo.kari, [.email]), by: Demo.caller(Demo.liv, [.supervisor]))
        console.press("<f2>")
        let keys = "mk2"
        #expect(keys.count == 3)
        console.press(keys)
        #expect(console.desk.agents[Demo.kari]?.panes == [.callback])
        #expect(console.flash.contains("Kari N.: Tilbakeringing."))
    }
}

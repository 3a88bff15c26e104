import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import SkrankeTestKit
import Testing

@testable import SkrankeConsole

@Suite("The overview: every figure has its inquiries and its formula")
struct OverviewTests {
    static let sessions: [SessionRow] = [Demo.kari, Demo.liv, Demo.per].enumerated().map { index, agent in
        SessionRow(
            id: "\(index)", agent: agent, terminal: "t", presence: .available, since: Demo.at(24, 8, 0),
            seen: Demo.at(24, 10, 42, 10))
    }

    private func console() -> TestConsole {
        let desk = DemoDay.morning().desk
        var console = TestConsole(desk, agent: Demo.liv, roles: [.agent, .supervisor])
        console.send(.sessions(Self.sessions))
        console.press("<f2>")
        let figures = desk.figures(Demo.at(24, 0, 0), Demo.at(25, 0, 0), now: Demo.now)
        console.send(.figures(figures, .day))
        return console
    }

    @Test(arguments: Goal.allCases) func enterOnAGoalShowsWhatItCounts(_ goal: Goal) {
        var console = console()
        for _ in 0..<goal.rawValue { console.press("<down>") }
        console.press("<enter>")
        guard case .behind(let card)? = console.state.overlay else {
            Issue.record("nothing behind \(goal)")
            return
        }
        let share = console.state.overview.figures.flatMap { goal.share($0) }
        if goal != .phone { #expect(card.rows?.count == share?.of ?? 0, "\(goal)") }
        #expect(card.rows?.count { $0.isKept == true } == (goal == .phone ? 0 : share?.met ?? 0))
        #expect(card.lines.first == console.state.texts.formula(goal))
        if share.map({ $0.of < 5 }) ?? true { expectShown(console, "for lite grunnlag") }
    }

    @Test func enterOnAQueueShowsWhoWaits() {
        var console = console()
        console.press("<tab><enter>")
        expectShown(console, "Åpne i Chat som ingen har: 4.")
        console.press("<enter>")
        #expect(console.state.screen == .desk && console.state.current != nil)
    }

    @Test func enterOnAHalfHourShowsWhatCame() {
        var console = console()
        console.press("<tab><tab><enter>")
        guard case .behind(let card)? = console.state.overlay else {
            Issue.record("nothing behind the half-hour")
            return
        }
        let arrivals = console.state.overview.figures?.arrivals[.chat]?[21]
        #expect(card.rows?.count == arrivals && arrivals == 5)
        console.press("<esc><left><left><enter>")
        expectShown(console, "Chat 09:30–10:00")
    }

    @Test func enterOnAnAgentShowsWhatHeHolds() {
        var console = console()
        console.press("<tab><tab><tab><enter>")
        expectShown(console, "Kari Nes")
        expectShown(console, "Opptatt: Chat")
        expectShown(console, "Bruker 33 % av det én kan ha.")
    }

    @Test func whatFallsDueWithinTheHourIsAtRisk() {
        let console = console()
        let hour = Demo.now + .hours(1)
        let risk = console.state.urgentHeads
        let due = console.desk.openHeads.filter { head in
            head.isOverdue || head.due.map { $0 <= hour } ?? false
        }
        #expect(Set(due.map(\.id)).isSubset(of: Set(risk.map(\.id))))
        #expect(risk.allSatisfy { $0.urgency(at: Demo.now) != .normal || $0.due.map { $0 <= hour } == true })
    }

    /// Golden values of facts §3.2 through the table that the supervisor sees.
    @Test(arguments: [(6, 2), (10, 3), (14, 4), (18, 4), (22, 5)])
    func staffingSaysHowManyTheTelephoneNeeds(calls: Int, agents: Int) {
        var console = console()
        var figures = DeskFigures()
        figures.arrivals[.phone] = [20: calls]
        console.send(.figures(figures, .day))
        let need = StaffingTable.needs(console.state).last
        #expect(need?.needed == agents && need?.isMeasured == false && need?.handling == 210)
        console.press("b")
        expectShown(console, "Tid per anrop: 210 s (antakelse")
        expectShown(console, "10:30–11:00 nå")
    }

    @Test func onlyASupervisorMovesAgents() {
        var console = TestConsole(DemoDay.morning().desk)
        console.send(.sessions(Self.sessions))
        console.press("<f2>m")
        #expect(console.flash.contains("Rollen din"))
        #expect(console.state.overlay == nil)
    }
}

@Suite("Pictures of the pile")
struct GoldenPileTests {
    @Test func pile() {
        let console = TestConsole(
            ScenarioTests.night(), size: Size(width: 120, height: 36), at: Demo.at(24, 7, 58))
        expectScreen(
            console.frame,
            """
            """)
    }

    @Test func pileNarrow() {
        let console = TestConsole(
            ScenarioTests.night(), size: Size(width: 80, height: 24), at: Demo.at(24, 7, 58))
        expectScreen(
            console.frame,
            """
            """)
    }
}

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
             Skranke > Servicetorget > Bunken                                          Kari N. | Ledig | 0 åpne | ti 24.11 07:58:00
             Telefon – | E-post i tide ok | 17 uten kvittering ! | Løst i skranken –                            Nett 127.0.0.1:8080
            ╔═ Bunken: 29 venter ═══════════════════════════════════════════════════════════ 12 chat, 6 tilbakeringing, 11 e-post ═╗
            ║    Frist            Kanal            Nr       Hvem                  Gjelder                           Kom            ║
            ║>   ▮ti 24.11 15:30   # Tilbakeringing 4211-C   Innringer 0           Ring meg om barnehage             ma 23.11 15:31 ║
            ║    ti 24.11 15:30   # Tilbakeringing 4212-N   Innringer 1           Ring meg om barnehage             ma 23.11 15:32 ║
            ║    ti 24.11 15:30   # Tilbakeringing 4213-B   Innringer 2           Ring meg om barnehage             ma 23.11 15:33 ║
            ║    ti 24.11 15:30   # Tilbakeringing 4214-M   Innringer 3           Ring meg om barnehage             ma 23.11 15:34 ║
            ║    ti 24.11 15:30   # Tilbakeringing 4215-Z   Innringer 4           Ring meg om barnehage             ma 23.11 15:35 ║
            ║    ti 24.11 15:30   # Tilbakeringing 4216-L   Innringer 5           Ring meg om barnehage             ma 23.11 15:36 ║
            ║    to 26.11 08:00   ? Spørsmål       4217-X   Ukjent                Spørsmål nummer 0                 ma 23.11 18:00 ║
            ║    to 26.11 08:00   ? Spørsmål       4218-K   Ukjent                Spørsmål nummer 1                 ma 23.11 18:04 ║
            ║    to 26.11 08:00   ? Spørsmål       4219-W   Ukjent                Spørsmål nummer 2                 ma 23.11 18:08 ║
            ║    to 26.11 08:00   ? Spørsmål       4220-B   Ukjent                Spørsmål nummer 3                 ma 23.11 18:12 ║
            ║    to 26.11 08:00   ? Spørsmål       4221-M   Ukjent                Spørsmål nummer 4                 ma 23.11 18:16 ║
            ║    to 26.11 08:00   ? Spørsmål       4222-Z   Ukjent                Spørsmål nummer 5                 ma 23.11 18:20 ║
            ║    to 26.11 08:00   ? Spørsmål       4223-L   Ukjent                Spørsmål nummer 6                 ma 23.11 18:24 ║
            ║    to 26.11 08:00   ? Spørsmål       4224-X   Ukjent                Spørsmål nummer 7                 ma 23.11 18:28 ║
            ║    to 26.11 08:00   ? Spørsmål       4225-K   Ukjent                Spørsmål nummer 8                 ma 23.11 18:32 ║
            ║    to 26.11 08:00   ? Spørsmål       4226-W   Ukjent                Spørsmål nummer 9                 ma 23.11 18:36 ║
            ║    to 26.11 08:00   ? Spørsmål       4227-J   Ukjent                Spørsmål nummer 10                ma 23.11 18:40 ║
            ║    to 26.11 08:00   ? Spørsmål       4228-V   Ukjent                Spørsmål nummer 11                ma 23.11 18:44 ║
            ║    to 26.11 08:00   @ E-post         4229-H   Avsender 0            E-post nummer 0                   ma 23.11 21:00 ║
            ║    to 26.11 08:00   @ E-post         4230-L   Avsender 1            E-post nummer 1                   ma 23.11 21:05 ║
            ║    to 26.11 08:00   @ E-post         4231-X   Avsender 2            E-post nummer 2                   ma 23.11 21:10 ║
            ║    to 26.11 08:00   @ E-post         4232-K   Avsender 3            E-post nummer 3                   ma 23.11 21:15 ║
            ║    to 26.11 08:00   @ E-post         4233-W   Avsender 4            E-post nummer 4                   ma 23.11 21:20 ║
            ║    to 26.11 08:00   @ E-post         4234-J   Avsender 5            E-post nummer 5                   ma 23.11 21:25 ║
            ║    to 26.11 08:00   @ E-post         4235-V   Avsender 6            E-post nummer 6                   ma 23.11 21:30 ║
            ║    to 26.11 08:00   @ E-post         4236-H   Avsender 7            E-post nummer 7                   ma 23.11 21:35 ║
            ║    to 26.11 08:00   @ E-post         4237-T   Avsender 8            E-post nummer 8                   ma 23.11 21:40 ║
            ║    to 26.11 08:00   @ E-post         4238-G   Avsender 9            E-post nummer 9                   ma 23.11 21:45 ║
            ║    Åpner ti 24.11 08:00. Svarfrister løper først fra da.                                                         ↓1  ║
            ╚══════════════════════════════════════════════════════════════════════════════════════════════════════════════════════╝

             Enter Åpne  t Ta  Esc Tilbake  F2 Oversikt  f Finn  n Neste  Space Meny  : Kommando  ? Hjelp
            """)
    }

    @Test func pileNarrow() {
        let console = TestConsole(
            ScenarioTests.night(), size: Size(width: 80, height: 24), at: Demo.at(24, 7, 58))
        expectScreen(
            console.frame,
            """
             Skranke > Bunken                                    Kari N. | Ledig | 07:58:00
             Tlf – | E-post i tide ok | 17 uten kvittering ! | Løst –   Nett 127.0.0.1:8080
            ╔═ Bunken: 29 venter ═══════════════════ 12 chat, 6 tilbakeringing, 11 e-post ═╗
            ║    Frist            Kanal            Nr       Gjelder                        ║
            ║>   ▮ti 24.11 15:30   # Tilbakeringing 4211-C   Ring meg om barnehage          ║
            ║    ti 24.11 15:30   # Tilbakeringing 4212-N   Ring meg om barnehage          ║
            ║    ti 24.11 15:30   # Tilbakeringing 4213-B   Ring meg om barnehage          ║
            ║    ti 24.11 15:30   # Tilbakeringing 4214-M   Ring meg om barnehage          ║
            ║    ti 24.11 15:30   # Tilbakeringing 4215-Z   Ring meg om barnehage          ║
            ║    ti 24.11 15:30   # Tilbakeringing 4216-L   Ring meg om barnehage          ║
            ║    to 26.11 08:00   ? Spørsmål       4217-X   Spørsmål nummer 0              ║
            ║    to 26.11 08:00   ? Spørsmål       4218-K   Spørsmål nummer 1              ║
            ║    to 26.11 08:00   ? Spørsmål       4219-W   Spørsmål nummer 2              ║
            ║    to 26.11 08:00   ? Spørsmål       4220-B   Spørsmål nummer 3              ║
            ║    to 26.11 08:00   ? Spørsmål       4221-M   Spørsmål nummer 4              ║
            ║    to 26.11 08:00   ? Spørsmål       4222-Z   Spørsmål nummer 5              ║
            ║    to 26.11 08:00   ? Spørsmål       4223-L   Spørsmål nummer 6              ║
            ║    to 26.11 08:00   ? Spørsmål       4224-X   Spørsmål nummer 7              ║
            ║    to 26.11 08:00   ? Spørsmål       4225-K   Spørsmål nummer 8              ║
            ║    to 26.11 08:00   ? Spørsmål       4226-W   Spørsmål nummer 9              ║
            ║    Åpner ti 24.11 08:00. Svarfrister løper først fra da.                ↓13  ║
            ╚══════════════════════════════════════════════════════════════════════════════╝

             Enter Åpne  t Ta  Esc Tilbake  F2 Oversikt  n Neste  Space Meny  ? Hjelp
            """)
    }
}

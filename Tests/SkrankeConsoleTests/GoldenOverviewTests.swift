import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import SkrankeTestKit
import Testing

@testable import SkrankeConsole

@Suite("Pictures of the overview")
struct GoldenOverviewTests {
    @Test func overview() {
        var console = TestConsole(
            DemoDay.morning().desk, agent: Demo.liv, roles: [.agent, .supervisor],
            size: Size(width: 120, height: 36),
            names: DeskNames(municipality: "Lillevik kommune", isDemo: true))
        console.send(.figures(GoldenOverviewTests.figures, .day))
        console.send(.sessions(GoldenOverviewTests.sessions))
        console.press("<f2><tab><down>")
        expectScreen(
            console.frame,
            """
             Skranke DEMO  > Servicetorget > Oversikt > I dag                Vaktleder: Liv T. | Ledig | 1 åpen | ti 24.11 10:42:17
             Periode: I dag (venstre/høyre bytter)  |  Tallene: lest 10:42
            ┌─ 1 Måloppnåelse ────────────────────────── Enter viser regnestykket ─┐┌─ 2 Køer nå ──────────────────────────────────┐
            │ Mål                            Krav   Nå     Status                  ││ Kanal          Venter Eldste  Arbeid  Brutt  │
            │ Telefon besvart innen 30 s     80 %   –      måles ikke ennå         ││ Chat           4      03:12   1       2 !!   │
            │ E-post besvart innen 48 t      100 %  98 %   !  41 av 42             ││ Tilbakeringing 3      2 t     0       1 !!   │
            │ Kvittering på alle             100 %  95 %   !  57 av 60             ││ Oppmøte        2      03:17   0       0      │
            │ Avtale innen 8 dager           100 %  –      2 av 3, for lite grunnl…││ E-post         3      26 t    1       0      │
            │ Klage besvart innen 8 dager    100 %  –      for lite grunnlag       ││                                              │
            │ Løst i skranken                90 %   91 %   ok 51 av 56             ││ 2 avtaler                                    │
            │ Chat: første svar (lokalt)     80 %   83 %   ok 30 av 36             ││ Uten eier: 14   Hos enheter: 0               │
            │ Oppmøte innen 5 min (lokalt)   80 %   100 %  ok 12 av 12             ││ Flyttet mellom kanaler: 6                    │
            │ Ringt tilbake i tide (lokalt)  95 %   89 %   !  8 av 9               ││                                              │
            │ Svar fra enhet i tide (lokalt) 90 %   –      for lite grunnlag       ││                                              │
            └──────────────────────────────────────────────────────────────────────┘└──────────────────────────────────────────────┘
            ┌─ 3 Inn per halvtime ─────────────────────────────────────────────────┐┌─ 4 Bemanning ──────────────── 2 på, 1 pause ─┐
            │             08   08½  09   09½  10   10½                             ││ Hvem       Status       Åpne  Sett  Avsluttet│
            │ Chat        ##   ###  .    5    4    6                               ││ Kari N.    Ledig        1     10:42 14       │
            │ Tlf         .    #    ##   .    #    .                               ││ Liv T.     Pause        1     10:42 9        │
            │ Oppmøte     .    .    #    .    .    ##                              ││                                              │
            │ E-post      9    .    ##   .    .    .                               ││                                              │
            │                                                                      ││                                              │
            │                                                                      ││                                              │
            │                                                                      ││                                              │
            └──────────────────────────────────────────────────────────────────────┘│                                              │
            ╔═ 5 Brudd og nær brudd ════════════════════════ Tab hit, Enter åpner ═╗│                                              │
            ║ Frist       Nr        Kanal          Gjelder           Eier          ║│                                              │
            ║ !! -27 min  4215-Z    Tilbakeringing Parkering         (ingen)       ║│                                              │
            ║ ▮!! -2 min   4223-L    Chat           Må jeg søke for … (ingen)       ║│                                              │
            ║ !! -48 s    4224-X    Chat           Barnehage         (ingen)       ║│                                              │
            ║ !  47 min   4216-L    Tilbakeringing Startlån          (ingen)       ║│                                              │
            ║                                                                      ║│                                              │
            ║                                                                      ║│                                              │
            ╚══════════════════════════════════════════════════════════════════════╝└──────────────────────────────────────────────┘

             Enter Åpne  F2 Skranken  f Finn  p Status  n Neste  Space Meny  : Kommando  ? Hjelp
            """)
    }

    @Test func overviewNarrow() {
        var console = TestConsole(
            DemoDay.morning().desk, language: .en, size: Size(width: 80, height: 24))
        console.press("<f2>")
        console.send(.figures(GoldenOverviewTests.figures, .day))
        console.press("<down><enter>")
        expectScreen(
            console.frame,
            """
             Skranke > Overview > Today                      Kari N. | Available | 10:42:17
             Period: Today (left/right changes)  |  Figures: read 10:42
            ╔═ 1 Goals ════════════════════════════════════════ Enter shows the reckoning ═╗
            ║ Goal                                   Target Now    Status                  ║
            ║ Telephone answered within 30 s         80 %   –      not measured yet        ║
            ║ E-mail answered within 48 h            100 %  98 %   !  41 of 42             ║
            ║ A receipt for every inquiry            100 %  95 %   !  57 of 60             ║
            ║ Appointment within 8 days              100 %  –      2 of 3, too few to tell ║
            ║ Complaint answered within 8 days       100 %  –      too few to tell         ║
            ╔═ E-mail answered within 48 h ════════════════════════════════════════════════╗
            ║ ▮Simple e-mails and left questions answered in time, of all that were         ║
            ║ due in the period. Open ones past due count as missed.                       ║
            ║                                                                              ║
            ║ 41 of 42 = 98 %                                                              ║
            ╚═ arrows scroll | Esc close ══════════════════════════════════════════════════╝
            │ Chat           4      03:12   1       2 !!                                   │
            │ Callbacks      3      2 h     0       1 !!                                   │
            │ Visits         2      03:17   0       0                                      │
            │ E-mail         3      26 h    1       0                                      │
            │                                                                              │
            │ 2 appointments                                                               │
            └──────────────────────────────────────────────────────────────────────────────┘

             Enter Open  F2 Desk  f Find  p Status  n Next  Space Menu  ? Help
            """)
    }

    private static let figures: DeskFigures = {
        var figures = DeskFigures()
        figures.promises[.emailAnswer] = .init(met: 41, of: 42)
        figures.promises[.callback] = .init(met: 8, of: 9)
        figures.promises[.chatFirstReply] = .init(met: 30, of: 36)
        figures.promises[.walkInWait] = .init(met: 12, of: 12)
        figures.promises[.appointment] = .init(met: 2, of: 3)
        figures.receipts = .init(met: 57, of: 60)
        figures.solvedAtDesk = .init(met: 51, of: 56)
        figures.arrivals = [
            .chat: [16: 2, 17: 3, 19: 5, 20: 4, 21: 6], .email: [16: 9, 18: 2],
            .callback: [17: 1, 18: 2, 20: 1],
            .visit: [18: 1, 21: 2],
        ]
        figures.closedBy = [Demo.kari: 14, Demo.liv: 9]
        figures.channelMoves = 6
        return figures
    }()

    private static let sessions: [SessionRow] = [
        SessionRow(
            id: "1", agent: Demo.kari, terminal: "t", presence: .available, since: Demo.at(24, 8, 0),
            seen: Demo.at(24, 10, 42, 15)),
        SessionRow(
            id: "2", agent: Demo.liv, terminal: "t", presence: .paused, since: Demo.at(24, 8, 0),
            seen: Demo.at(24, 10, 42, 10)),
    ]
}

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
        console.press("<f2><tab><tab><tab><tab><down>")
        expectScreen(
            console.frame,
            """
             Skranke DEMO  > Servicetorget > Oversikt > I dag  !! 4 chat     Vaktleder: Liv T. | Ledig | 1 åpen | ti 24.11 10:42:17
             Periode: I dag (venstre/høyre bytter)  |  Tallene: lest 10:42
            ┌─ 1 Måloppnåelse ────────────────────────── Enter viser regnestykket ─┐┌─ 2 Køer nå ──────────────────────────────────┐
            │ Mål                            Krav   Nå     Status                  ││ Kanal     Venter Eldste Arbeid Brutt  Snart  │
            │ Telefon besvart innen 30 s     80 %   –      måles ikke ennå         ││ Chat      4      03:12  1      2 !!   2 !    │
            │ E-post besvart innen 48 t      100 %  98 %   !  41 av 42             ││ Tlf       3      2 t    0      1 !!   1 !    │
            │ Kvittering på alle             100 %  95 %   !  57 av 60             ││ Oppmøte   2      03:17  0      0      2 !    │
            │ Lovet dato holdt               100 %  –      for lite grunnlag       ││ E-post    3      26 t   1      0      0      │
            │ Avtale innen 8 dager           100 %  –      2 av 3, for lite grunnl…││                                              │
            │ Klage besvart innen 8 dager    100 %  –      for lite grunnlag       ││ 2 avtaler                                    │
            │ Løst i skranken                90 %   91 %   ok 51 av 56             ││ Uten eier: 14   Hos enheter: 0               │
            │ Chat: første svar (lokalt)     80 %   83 %   ok 30 av 36             ││ Flyttet mellom kanaler: 6                    │
            │ Oppmøte innen 5 min (lokalt)   80 %   100 %  ok 12 av 12             │└──────────────────────────────────────────────┘
            │ Ringt tilbake i tide (lokalt)  95 %   89 %   !  8 av 9               │┌─ 4 Bemanning ───────────────────────── 2 på ─┐
            └───────────────────────────────────────────────────────────────── ↓1 ─┘│ Hvem      Status         Åpne Kanaler Ferdig │
            ┌─ 3 Inn per halvtime ─────────────────────────────────────────────────┐│ Kari N.   Opptatt: Chat  1    alle    14     │
            │             08   08½  09   09½  10   10½                             ││ Liv T.    Ledig          1    alle    9      │
            │ Chat        ##   ###  .    5    4    6                               ││                                              │
            │ Tlf         .    #    ##   .    #    .                               ││                                              │
            │ Oppmøte     .    .    #    .    .    ##                              ││                                              │
            │ E-post      9    .    ##   .    .    .                               ││                                              │
            │ Alle        11   4    5    5    5    8                               ││                                              │
            │                                                                      ││                                              │
            └──────────────────────────────────────────────────────────────────────┘│                                              │
            ╔═ 5 Brudd, og frist innen en time ═════════════ Tab hit, Enter åpner ═╗│                                              │
            ║ Frist       Nr        Kanal          Gjelder           Eier          ║│                                              │
            ║ !! -27 min  4215-Z    Tilbakeringing Parkering         (ingen)       ║│                                              │
            ║ ▮!! -2 min   4223-L    Chat           Må jeg søke for … (ingen)       ║│                                              │
            ║ !! -48 s    4224-X    Chat           Barnehage         (ingen)       ║│                                              │
            ║    29 s     4225-K    Chat           Renovasjon        (ingen)       ║│                                              │
            ║    55 s     4226-W    Chat           apningstider      (ingen)       ║│                                              │
            ║    1 min    4218-K    Oppmøte        Skal levere nøkl… (ingen)       ║│                                              │
            ║    3 min    4219-W    Oppmøte        Byggesøknad, lur… (ingen)       ║│ ok Tlf: 0 anrop/½ t, trenger 0, har 2        │
            ╚═════════════════════════════════════════════════════════════════ ↓1 ═╝└──────────────────────────────────────────────┘

             Enter Åpne  F2 Skranken  m Flytt kollega  D Tildel  b Bemanning  f Finn  n Neste  Space Meny  : Kommando  ? Hjelp
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
             Skranke > Overview > Today  !! 4 chat  · 2 visit     Kari N. | Busy | 10:42:17
             Period: Today (left/right changes)  |  Figures: read 10:42
            ╔═ 1 Goals ════════════════════════════════════════ Enter shows the reckoning ═╗
            ║ Goal                                   Target Now    Status                  ║
            ║ Telephone answered within 30 s         80 %   –      not measured yet        ║
            ║ E-mail answered within 48 h            100 %  98 %   !  41 of 42             ║
            ║ A receipt for every inquiry            100 %  95 %   !  57 of 60             ║
            ║ Promised date kept                     100 %  –      too few to tell         ║
            ╔═ E-mail answered within 48 h ════════════════════════════════════════════════╗
            ║ ▮Simple e-mails and left questions answered in time, of all that were due in  ║
            ║ the period. Open ones past due count as missed.                              ║
            ║ 41 of 42 = 98 %                                                              ║
            ║                                                                              ║
            ║ No inquiries.                                                                ║
            ╚═ arrows scroll | Esc close ══════════════════════════════════════════════════╝
            │ Channel         Waits  Oldest Work   Missed Soon                             │
            │ Chat            4      03:12  1      2 !!   2 !                              │
            │ Callbacks       3      2 h    0      1 !!   1 !                              │
            │ Visits          2      03:17  0      0      2 !                              │
            │ E-mail          3      26 h   1      0      0                                │
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘

             Enter Open  F2 Desk  m Move agent  D Assign  n Next  Space Menu  ? Help
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

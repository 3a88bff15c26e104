import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import SkrankeTestKit
import Testing

@testable import SkrankeConsole

@Suite("Pictures of the desk on small screens")
struct GoldenSmallTests {
    private func console(
        _ width: Int = 120, _ height: Int = 36, _ language: Language = .nb, roles: Set<StaffRole> = [.agent]
    ) -> TestConsole {
        TestConsole(
            DemoDay.morning().desk, roles: roles, language: language, size: Size(width: width, height: height)
        )
    }

    @Test func accordion() {
        var console = console(80, 24)
        console.press("<end>sHei igjen, Tor! Ja, det gjelder hele familien, også barna.")
        console.wait(1)
        expectScreen(
            console.frame,
            """
             Skranke > Chat > 4222-Z  !! 4 chat  · 2 oppm      Kari N. | Opptatt | 10:42:18
             Tlf – | E-post i tide ok | 9 uten kvittering ! | Løst –    Nett 127.0.0.1:8080
             2 Tlf        3  1 brutt !!   ┌─ 5 Henvendelse 4222-Z ──────── Chat | Kari N. ─┐
             3 Oppmøte    2  2 avtaler    │ Tor Juul                                       │
             4 E-post     3  26 t         │ 10:34 Skranke Mottatt: Chat                    │
            ┌─ 1 Chat ─── 4, 2 brutt !! ─┐│ 10:34 Innb.   Hei! Jeg flyttet hit i forrige   │
            │   Nr      Ventet   Gjelder ││               uke. Må jeg melde flytting til   │
            │   4223-L  03:13 !! Må jeg …││               kommunen også?                   │
            │   4224-X  01:49 !! Barneha…││ 10:34 Skranke Kvittert: svar innen 24.11 15:30 │
            │   4225-K  00:32    Renovas…││ 10:35 Skranke Kari N. tok den                  │
            │   4226-W  00:06    Åpnings…││ 10:36 Kari N. Hei, Tor! Nei, det holder å      │
            │ ---------- mine ---------- ││               melde flytting til Skatteetaten. │
            │>* 4222-Z  01:23    Hei! Je…││ --------------- nye meldinger ---------------- │
            │                            ││ 10:40 Innb.   Takk! Gjelder det barna også?    │
            │                            │└────────────────────────────────────────────────┘
            │                            │╔═ Svar til 4222-Z Tor Juul ═══════ Ctrl+S send ═╗
            │                            │║ Hei igjen, Tor! Ja, det gjelder hele           ║
            │                            │║ familien, også barna.▮                          ║
            │                            │║                                                ║
            │                            │║                                                ║
            │                            │║                58 tegn | kladd lagret 10:42:18 ║
            └────────────────────────────┘╚════════════════════════════════════════════════╝

             Ctrl+S Send  Esc Tilbake  F4 Send som svar  F2 Oversikt  F1 Hjelp
            """)
    }

    @Test func accordionUnfoldsTheQueueInFocus() {
        var console = console(80, 24)
        console.press("4")
        expectScreen(
            console.frame,
            """
             Skranke > E-post  !! 4 chat  · 2 i skranken       Kari N. | Opptatt | 10:42:17
             Tlf – | E-post i tide ok | 9 uten kvittering ! | Løst –    Nett 127.0.0.1:8080
             1 Chat       4  2 brutt !!   ┌─ 5 Henvendelse ────────────────────────────────┐
             2 Tlf        3  1 brutt !!   │                                                │
             3 Oppmøte    2  2 avtaler    │                                                │
            ╔═ 4 E-post ══════ 3 venter ═╗│                                                │
            ║   Nr      Igjen    Emne    ║│    Ingen henvendelse er åpen                   │
            ║>  ▮4211-C  21 t     Faktura…║│    Her kommer samtalen med innbyggeren.        │
            ║   4212-N  24 t     Skjenke…║│                                                │
            ║ k 4213-B  45 t     Renovas…║│    n      tar det som haster mest (4215-Z)     │
            ║ ------- kollegers -------- ║│    Enter  åpner den valgte                     │
            ║ k 4214-M  46 t     Kopi av…║│    N      registrerer en ny for hånd           │
            ║                            ║│    ?      viser alle taster                    │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ╚════════════════════════════╝└────────────────────────────────────────────────┘

             Enter Åpne  t Ta  s Svar  l Løst  v Videre  n Neste  Space Meny  ? Hjelp
            """)
    }

    @Test func onePaneAtATime() {
        var console = console(60, 18)
        console.press("2<down>")
        expectScreen(
            console.frame,
            """
             Skranke > Tilbakeringing  !! 4 chat        Kari N. | 10:42
             1 Chat 4 !!  2 Tlf 3 !!  3 Oppm 4  4 E-post 3  5 –
            ╔═ 2 Tilbakeringing ════ 3 venter, eldste 2 t, 1 brutt !! ═╗
            ║   Nr      Frist    Ring til      Gjelder                 ║
            ║ k 4215-Z  10:15 !! Berit Aas     Parkering               ║
            ║>k ▮4216-L  11:30 !  Geir Lie      Startlån                ║
            ║ k 4217-X  13:00    Eli Rud       Barnehage               ║
            ║                                                          ║
            ║                                                          ║
            ║                                                          ║
            ║                                                          ║
            ║                                                          ║
            ║                                                          ║
            ║                                                          ║
            ║                                                          ║
            ╚══════════════════════════════════════════════════════════╝

             Enter Åpne  r Ring  t Ta  n Neste  Space Meny  ? Hjelp
            """)
    }

    @Test func onePaneWithTheField() {
        var console = console(60, 18)
        console.press("<end>sJa, barna også.")
        expectScreen(
            console.frame,
            """
             Skranke > Chat > 4222-Z  !! 4 chat         Kari N. | 10:42
             1 Chat 4 !!  2 Tlf 3 !!  3 Oppm 4  4 E-post 3  5 4222-Z
            ┌─ 5 Henvendelse 4222-Z ────────────────── Chat | Kari N. ─┐
            │ Tor Juul                                                 │
            │ 10:36 Kari N. Hei, Tor! Nei, det holder å melde flytting │
            │               til Skatteetaten.                          │
            │ -------------------- nye meldinger --------------------- │
            │ 10:40 Innb.   Takk! Gjelder det barna også?              │
            └── ↑5 ────────────────────────────────────────────────────┘
            ╔═ Svar til 4222-Z Tor Juul ═════════════════ Ctrl+S send ═╗
            ║ Ja, barna også.▮                                          ║
            ║                                                          ║
            ║                                                          ║
            ║                                                          ║
            ║                                       15 tegn | lagres … ║
            ╚══════════════════════════════════════════════════════════╝

             Ctrl+S Send  Esc Tilbake  F2 Oversikt  F1 Hjelp
            """)
    }

    @Test func tooSmall() {
        expectScreen(
            console(48, 12).frame,
            """





               ▮Vinduet er for lite: 48x12, trenger 60x18






            """)
    }

    @Test func nynorskNote() {
        var console = console(80, 24, .nn)
        console.press("4cRingjer Teknisk først.")
        expectScreen(
            console.frame,
            """
             Skranke > E-post > 4211-C  !! 4 chat  · 2 oppm   Kari N. | Oppteken | 10:42:17
             Tlf – | E-post i tide ok | 9 utan kvittering ! | Løyst –   Nett 127.0.0.1:8080
             1 Chat       4  2 brotne !!  ┌─ 5 4211-C ── E-post | ingen eigar | svar 21 t ─┐
             2 Tlf        3  1 broten !!  │ Ole Moen   post@post.example                   │
             3 Oppmøte    2  2 avtalar    │ 23.11 Skranke Motteke: E-post                  │
            ┌─ 4 E-post ────── 3 ventar ─┐│ 23.11 Innb.   Faktura for kommunale avgifter   │
            │   Nr      Att      Emne    ││ 10:00 Skranke Kvittert: svar innan 25.11 08:30 │
            │>~ 4211-C  21 t     Faktura…││                                                │
            │   4212-N  24 t     Skjenke…││                                                │
            │ k 4213-B  45 t     Renovas…││                                                │
            │ ------- kollegaers ------- ││                                                │
            │ k 4214-M  46 t     Kopi av…││                                                │
            │                            ││                                                │
            │                            ││                                                │
            │                            │└────────────────────────────────────────────────┘
            │                            │╔═ Intern kommentar (ikkje til innbyggjar) ══════╗
            │                            │║ Ringjer Teknisk først.▮                         ║
            │                            │║                                                ║
            │                            │║                                                ║
            │                            │║                                                ║
            │                            │║                        22 teikn | blir lagra … ║
            └────────────────────────────┘╚════════════════════════════════════════════════╝

             Ctrl+S Send  Esc Tilbake  F2 Oversikt  F1 Hjelp
            """)
    }
}

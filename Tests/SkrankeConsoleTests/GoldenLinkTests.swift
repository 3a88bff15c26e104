import SkrankeDomain
import SkrankeScreen
import SkrankeTestKit
import Testing

@testable import SkrankeConsole

@Suite("Pictures of what is asked about two inquiries, about reasons and clearance")
struct GoldenLinkTests {
    private func console(_ keys: String) -> TestConsole {
        var console = TestConsole(DemoDay.morning().desk, size: Size(width: 80, height: 24))
        console.press(keys)
        return console
    }

    @Test func whichOneGoesOn() {
        expectScreen(
            console("4:slå-sammen<enter>").frame,
            """
             Skranke > E-post > 4211-C  !! 4 chat  · 2 oppm    Kari N. | Opptatt | 10:42:17
             Tlf – | E-post i tide ok | 9 uten kvittering ! | Løst –    Nett 127.0.0.1:8080
             1 Chat       4  2 brutt !!   ╔═ 5 4211-C ═══ E-post | ingen eier | svar 21 t ═╗
            ╔═ Slå 4211-C sammen med ══════════════════════════════════════════════════════╗
            ║ Hvilken henvendelse går videre? Skriv nummer, navn eller emne.               ║
            ║ ▮                                                                             ║
            ║                                                                              ║
            ║  >  H26-004215-Z  Berit Aas, Parkering                                       ║
            ║     H26-004223-L  Må jeg søke for å sette opp bod på 14 m2?                  ║
            ║     H26-004224-X  Amina Hadi, Barnehage                                      ║
            ║     H26-004225-K  Per Strand, Renovasjon                                     ║
            ║     H26-004226-W  Åpningstider                                               ║
            ║     H26-004218-K  Skal levere nøkler                                         ║
            ║     H26-004219-W  Byggesøknad, lurer på tegninger                            ║
            ║     H26-004216-L  Geir Lie, Startlån                                         ║
            ║     H26-004217-X  Eli Rud, Barnehage                                         ║
            ║     H26-004212-N  Iris Ved, Skjenkebevilling til festival                    ║
            ║     H26-004213-B  Sam Li, Renovasjon                                         ║
            ║     H26-004214-M  Eva Kro, Kopi av vedtak                                    ║
            ╚═ skriv for å lete | Enter velger | Esc avbryt ═════════════════════════ ↓3 ══╝
            │                            ││                                                │
            └────────────────────────────┘└────────────────────────────────────────────────┘

             t Ta  s Svar  l Løst  v Videre  b Kanal  n Neste  Space Meny  ? Hjelp
            """)
    }

    @Test func whatAMergeWillDo() {
        expectScreen(
            console("4:slå-sammen<enter>4212<enter>").frame,
            """
             Skranke > E-post > 4211-C  !! 4 chat  · 2 oppm    Kari N. | Opptatt | 10:42:17
             Tlf – | E-post i tide ok | 9 uten kvittering ! | Løst –    Nett 127.0.0.1:8080
             1 Chat       4  2 brutt !!   ╔═ 5 4211-C ═══ E-post | ingen eier | svar 21 t ═╗
             2 Tlf        3  1 brutt !!   ║ Ole Moen   post@post.example                   ║
             3 Oppmøte    2  2 avtaler    ║ 23.11 Skranke Mottatt: E-post                  ║
            ┌─ 4 E-post ────── 3 venter ─┐║ 23.11 Innb.   Faktura for kommunale avgifter   ║
            │   Nr      Igjen    Emne    │║ 10:00 Skranke Kvittert: svar innen 25.11 08:30 ║
            │>  4211-C  21 t     Faktura…│║                                                ║
            │   4212-N╔═ Slå 4211-C sammen med 4212-N ══════════════════════════╗          ║
            │ k 4213-B║ 4211-C blir annullert som duplikat og peker til 4212-N. ║          ║
            │ ------- ║ 4212-N går videre og holder det løftet som kom først.   ║          ║
            │ k 4214-M║ Skriver innbyggeren mer i 4211-C, åpnes den igjen.      ║          ║
            │         ║                                                         ║          ║
            │         ║     ▮Slå sammen                                          ║          ║
            │         ║     Avbryt                                              ║══════════╝
            │         ╚═ piltaster og Enter velger | Esc avbryt ════════════════╝──────────┐
            │                            ││ t: ta   s: svar   l: løst   v: videre          │
            │                            ││                                                │
            │                            ││                                                │
            │                            ││                                                │
            │                            ││                                                │
            └────────────────────────────┘└────────────────────────────────────────────────┘

             t Ta  s Svar  l Løst  v Videre  b Kanal  n Neste  Space Meny  ? Hjelp
            """)
    }

    @Test func whyItEndsWithoutAnAnswer() {
        expectScreen(
            console("4ltbygg<enter>iRingte og fant ut av det").frame,
            """
             Skranke > E-post > 4211-C  !! 4 chat  · 2 oppm    Kari N. | Opptatt | 10:42:17
             Tlf – | E-post i tide ok | 9 uten kvittering ! | Løst –    Nett 127.0.0.1:8080
             1 Chat       4  2 brutt !!   ╔═ 5 4211-C ═══ E-post | ingen eier | svar 21 t ═╗
             2 Tlf        3  1 brutt !!   ║ Ole Moen   post@post.example                   ║
             3 Oppmøte    2  2 avtaler    ║ 23.11 Skranke Mottatt: E-post                  ║
            ┌─ 4 E-post ────── 3 venter ─┐║ 23.11 Innb.   Faktura for kommunale avgifter   ║
            │   Nr      Igjen    Emne    │║ 10:00 Skranke Kvittert: svar innen 25.11 08:30 ║
            ╔═ Avslutt 4211-C: Trukket av innbygger ═══════════════════════════════════════╗
            ║ Hvorfor avsluttes den uten svar?                                             ║
            ║                                                                              ║
            ║ Begrunnelse  Ringte og fant ut av det▮                                        ║
            ║                                                                              ║
            ║                                                                              ║
            ║                                                                              ║
            ║                                                                              ║
            ║                                                                              ║
            ╚═ Tab neste felt | Ctrl+S ferdig | Esc avbryt ════════════════════════════════╝
            │                            ││                                                │
            │                            ││                                                │
            │                            ││                                                │
            │                            ││                                                │
            └────────────────────────────┘└────────────────────────────────────────────────┘

             t Ta  s Svar  l Løst  v Videre  b Kanal  n Neste  Space Meny  ? Hjelp
            """)
    }

    @Test func anAnswerThatWaitsForClearance() {
        expectScreen(
            console("4t:be-om-klarering<enter>Gjelder to enheter<c-s>").frame,
            """
             Skranke > E-post > 4211-C  !! 4 chat  · 2 oppm    Kari N. | Opptatt | 10:42:17
             Tlf – | E-post i tide ok | 9 uten kvittering ! | Løst –    Nett 127.0.0.1:8080
             1 Chat       4  2 brutt !!   ╔═ 5 Henvendelse 4211-C ════ E-post | svar 21 t ═╗
             2 Tlf        3  1 brutt !!   ║ Ole Moen   post@post.example                   ║
             3 Oppmøte    2  2 avtaler    ║ 23.11 Skranke Mottatt: E-post                  ║
            ┌─ 4 E-post ────── 3 venter ─┐║ ▮23.11 Innb.   Faktura for kommunale avgifter   ║
            │   Nr      Igjen    Emne    │║ 10:00 Skranke Kvittert: svar innen 25.11 08:30 ║
            │>s 4211-C  21 t     Faktura…│║ 10:42 Skranke Kari N. tok den                  ║
            │   4212-N  24 t     Skjenke…│║ 10:42 Skranke Kari N. ba om klarering av       ║
            │ k 4213-B  45 t     Renovas…│║               svaret: Gjelder to enheter       ║
            │ ------- kollegers -------- │║                                                ║
            │ k 4214-M  46 t     Kopi av…│║                                                ║
            │                            │║                                                ║
            │                            │║                                                ║
            │                            │╚════════════════════════════════════════════════╝
            │                            │┌─ Svar ─────────────────────────────────────────┐
            │                            ││ s: svar   l: løst   v: videre   b: kanal       │
            │                            ││                                                │
            │                            ││                                                │
            │                            ││                                                │
            │                            ││                                                │
            └────────────────────────────┘└────────────────────────────────────────────────┘
             10:42:17 4211-C venter på klarering.
             s Svar  l Løst  v Videre  b Kanal  c Intern  n Neste  Space Meny  ? Hjelp
            """)
    }
}

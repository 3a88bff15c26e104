import SkrankeDomain
import SkrankeScreen
import SkrankeTestKit
import Testing

@testable import SkrankeConsole

@Suite("Pictures of the directory and of absences")
struct GoldenDirectoryTests {
    private func console(
        _ keys: String, _ width: Int, _ height: Int, _ language: Language = .nb
    ) -> TestConsole {
        var console = DirectoryTests.console(Size(width: width, height: height), language: language)
        console.press(keys)
        return console
    }

    @Test func directory() {
        expectScreen(
            console("d", 120, 36).frame,
            """
             Skranke > Servicetorget > Chat  !! 4 chat  · 2 i skranken         Kari N. | Opptatt: Chat | 1 åpen | ti 24.11 10:42:17
             Telefon – | E-post i tide ok | 9 uten kvittering ! | Løst i skranken –                             Nett 127.0.0.1:8080
            ╔═ 1 Chat ══════════════ 4 venter, 2 brutt !! ═╗┌─ 5 Henvendelse ──────────────────────────────────────────────────────┐
            ║   Nr      Ventet   Innbygger   Gjelder       ║│                                                                      │
            ║>  4223-L  03:12 !! Ukjent      Må jeg søke f…║│                                                                      │
            ║   4224-X  01:48 !! Amina Hadi  Barnehage     ║│                                                                      │
            ║   4225-K╔═ Hvem er hvor ═══════════════════════════════════════════════════════════════════════════════════╗         │
            ║   4226-W║ ▮                                                                                                 ║         │
            ║ --------║ > Kari Nes                    Teknisk drift                                                ledig ║         │
            ║ * 4222-Z║   Truls Tjenestad             Byggesak                                        Møte til kl. 11.30 ║         │
            ╚═════════║   Siri Aas                    Byggesak                                                     ledig ║         │
            ┌─ 2 Tilba║                                                                                                  ║         │
            │   Nr    ║                                                                                                  ║         │
            │>k 4215-Z║                                                                                                  ║         │
            │ k 4216-L║                                                                                                  ║         │
            │ k 4217-X║                                                                                                  ║         │
            │         ║                                                                                                  ║         │
            │         ║                                                                                                  ║         │
            └─────────║                                                                                                  ║         │
            ┌─ 3 Oppmø║ Kari Nes, Kundebehandler, Teknisk drift                                                          ║         │
            │   Nr    ║ Kari er ledig.                                                                                   ║         │
            │>k 4218-K║ Direkte 59 00 00 43                                                                              ║         │
            │ k 4219-W║                                                                                                  ║         │
            │ k 4220-B║                                                                                                  ║         │
            │ k 4221-M║                                                                                                  ║         │
            └─────────║                                                                                                  ║         │
            ┌─ 4 E-pos║                                                                                                  ║         │
            │   Nr    ║                                                                                                  ║         │
            │>  4211-C╚═ Enter nummer | F4 beskjed | F3 fravær | F8 stedfortreder | Esc ═════════════════════════════════╝         │
            │   4212-N  24 t     Iris Ved    Skjenkebevill…││                                                                      │
            │ k 4213-B  45 t     Sam Li      Renovasjon    ││                                                                      │
            │ ---------------- kollegers ----------------- ││                                                                      │
            │ k 4214-M  46 t     Liv T.      Kopi av vedtak││                                                                      │
            └──────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────┘

             Enter Åpne  t Ta  s Svar  l Løst  v Videre  b Kanal  c Intern  e Emne  n Neste  Space Meny  : Kommando  ? Hjelp
            """)
    }

    @Test func directorySmall() {
        expectScreen(
            console("dtru", 80, 24, .nn).frame,
            """
             Skranke > Chat  !! 4 chat  · 2 i skranken        Kari N. | Oppteken | 10:42:17
             Tlf – | E-post i tide ok | 9 utan kvittering ! | Løyst –   Nett 127.0.0.1:8080
            ╔═ Kven er kvar ═══════════════════════════════════════════════════════════════╗
            ║ tru▮                                                                          ║
            ║ > Truls Tjenestad       Byggesak                          Møte til kl. 11.30 ║
            ║                                                                              ║
            ║                                                                              ║
            ║                                                                              ║
            ║                                                                              ║
            ║                                                                              ║
            ║                                                                              ║
            ║                                                                              ║
            ║ Truls Tjenestad, Byggesaksbehandler, Byggesak                                ║
            ║ Truls er i møte, tilbake kl. 11.30.                                          ║
            ║ Internt: Møterom 2                                                           ║
            ║ Vikar: Siri Aas, 59 00 00 42                                                 ║
            ║ Direkte 59 00 00 41   truls@post.example                                     ║
            ║ Mobil 590 00 942 (kan IKKJE opplysast, kan setjast over)                     ║
            ║ Svarar på: Byggesak                                                          ║
            ║                                                                              ║
            ║                                                                              ║
            ╚═ Enter nummer | F4 beskjed | F3 fråvær | F8 vikar | Esc ═════════════════════╝

             Enter Opne  t Ta  s Svar  l Løyst  v Vidare  n Neste  Space Meny  ? Hjelp
            """)
    }

    @Test func absence() {
        expectScreen(
            console("A", 80, 24, .en).frame,
            """
             Skranke > Chat  !! 4 chat  · 2 at the counter        Kari N. | Busy | 10:42:17
             Tel – | E-mail on time ok | 9 without receipt ! | Solved –  Web 127.0.0.1:8080
             2 Tel        3  1 broken !!  ┌─ 5 Inquiry ────────────────────────────────────┐
             3 Visits     2  2 appointme… │                                                │
             4 E-mail     3  26 h         │                                                │
            ╔═ 1 Chat ══ 4, 2 broken !! ═╗│                                                │
            ║   No.     Waited   About   ║│   No inquiry is open                           │
            ║>  4223-L  03:12 !! Må jeg …║│   The talk with the citizen stands here.       │
            ║   4224-X  01:╔═ Absence: Kari Nes ════════════════════════════╗              │
            ║   4225-K  00:║ Why?                                           ║t (4215-Z)    │
            ║   4226-W  00:║                                                ║              │
            ║ ---------- mi║  k  Is back  Is not away.                      ║and           │
            ║ * 4222-Z  01:║  l  ▮Lunch  LUN                                 ║              │
            ║              ║  m  Meeting  MØT                               ║              │
            ║              ║  u  Out  UTE, takes calls                      ║              │
            ║              ╚═ letter or Enter chooses | Esc cancel ═════════╝              │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ╚════════════════════════════╝└────────────────────────────────────────────────┘

             Enter Open  t Take  s Reply  l Close  v Send on  n Next  Space Menu  ? Help
            """)
    }

    @Test func untilWhen() {
        expectScreen(
            console("Am", 120, 36).frame,
            """
             Skranke > Servicetorget > Chat  !! 4 chat  · 2 i skranken         Kari N. | Opptatt: Chat | 1 åpen | ti 24.11 10:42:17
             Telefon – | E-post i tide ok | 9 uten kvittering ! | Løst i skranken –                             Nett 127.0.0.1:8080
            ╔═ 1 Chat ══════════════ 4 venter, 2 brutt !! ═╗┌─ 5 Henvendelse ──────────────────────────────────────────────────────┐
            ║   Nr      Ventet   Innbygger   Gjelder       ║│                                                                      │
            ║>  4223-L  03:12 !! Ukjent      Må jeg søke f…║│                                                                      │
            ║   4224-X  01:48 !! Amina Hadi  Barnehage     ║│                                                                      │
            ║   4225-K  00:31    Per Strand  Renovasjon    ║│                                                                      │
            ║   4226-W  00:05    Ukjent      Åpningstider  ║│                                                                      │
            ║ ------------------- mine ------------------- ║│                                                                      │
            ║ * 4222-Z  01:22    Tor Juul    Hei! Jeg flyt…║│                                                                      │
            ╚══════════════════════════════════════════════╝│               Ingen henvendelse er åpen                              │
            ┌─ 2 Tilbakeringing ──── 3 venter, 1 brutt !! ─┐│               Her kommer samtalen med innbyggeren.                   │
            │   Nr      Frist    Ring t╔═ Fravær: Kari Nes ═════════════════════════════════════════════╗                          │
            │>k 4215-Z  10:15 !! Berit ║ Til når?                                                       ║t (4215-Z)                │
            │ k 4216-L  11:30 !  Geir L║                                                                ║                          │
            │ k 4217-X  13:00    Eli Ru║  h  ▮En halv time  kl. 11.12                                    ║hånd                      │
            │                          ║  t  En time  kl. 11.42                                         ║                          │
            │                          ║  o  To timer  kl. 12.42                                        ║                          │
            └──────────────────────────║  d  Ut dagen  kl. 15.30                                        ║                          │
            ┌─ 3 Oppmøte ──────────── 2║  m  Til neste arbeidsdag  onsdag 25. november 2026 kl. 08.00   ║                          │
            │   Nr      Tid         Hve║  x  Vet ikke                                                   ║                          │
            │>k 4218-K  3 min       Køl║  k  Klokkeslett, og ord til kolleger                           ║                          │
            │ k 4219-W  1 min       Køl╚═ bokstav eller Enter velger | Esc avbryt ══════════════════════╝                          │
            │ k 4220-B  kl. 12.00   Nora Bø     Byggesak   ││                                                                      │
            │ k 4221-M  kl. 13.00   Jon Ek      Byggesak   ││                                                                      │
            └──────────────────────────────────────────────┘│                                                                      │
            ┌─ 4 E-post ─────────── 3 venter, eldste 26 t ─┐│                                                                      │
            │   Nr      Igjen    Fra         Emne          ││                                                                      │
            │>  4211-C  21 t     Ole Moen    Faktura for k…││                                                                      │
            │   4212-N  24 t     Iris Ved    Skjenkebevill…││                                                                      │
            │ k 4213-B  45 t     Sam Li      Renovasjon    ││                                                                      │
            │ ---------------- kollegers ----------------- ││                                                                      │
            │ k 4214-M  46 t     Liv T.      Kopi av vedtak││                                                                      │
            └──────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────┘

             Enter Åpne  t Ta  s Svar  l Løst  v Videre  b Kanal  c Intern  e Emne  n Neste  Space Meny  : Kommando  ? Hjelp
            """)
    }
}

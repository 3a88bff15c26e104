import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import SkrankeTestKit
import Testing

@testable import SkrankeConsole

@Suite("Pictures of the desk; SKRANKE_ACCEPT=1 accepts what changed")
struct GoldenTests {
    private func console(
        _ width: Int = 120, _ height: Int = 36, _ language: Language = .nb, roles: Set<StaffRole> = [.agent]
    ) -> TestConsole {
        TestConsole(
            DemoDay.morning().desk, roles: roles, language: language, size: Size(width: width, height: height)
        )
    }

    @Test func morning() {
        expectScreen(
            console().frame,
            """
             Skranke > Servicetorget > Chat  !! 4 chat  · 2 i skranken         Kari N. | Opptatt: Chat | 1 åpen | ti 24.11 10:42:17
             Telefon – | E-post i tide ok | 9 uten kvittering ! | Løst i skranken –                             Nett 127.0.0.1:8080
            ╔═ 1 Chat ══════════════ 4 venter, 2 brutt !! ═╗┌─ 5 Henvendelse ──────────────────────────────────────────────────────┐
            ║   Nr      Ventet   Innbygger   Gjelder       ║│                                                                      │
            ║>  ▮4223-L  03:12 !! Ukjent      Må jeg søke f…║│                                                                      │
            ║   4224-X  01:48 !! Amina Hadi  Barnehage     ║│                                                                      │
            ║   4225-K  00:31    Per Strand  Renovasjon    ║│                                                                      │
            ║   4226-W  00:05    Ukjent      Åpningstider  ║│                                                                      │
            ║ ------------------- mine ------------------- ║│                                                                      │
            ║ * 4222-Z  01:22    Tor Juul    Hei! Jeg flyt…║│                                                                      │
            ╚══════════════════════════════════════════════╝│               Ingen henvendelse er åpen                              │
            ┌─ 2 Tilbakeringing ──── 3 venter, 1 brutt !! ─┐│               Her kommer samtalen med innbyggeren.                   │
            │   Nr      Frist    Ring til    Gjelder       ││                                                                      │
            │>k 4215-Z  10:15 !! Berit Aas   Parkering     ││               n      tar det som haster mest (4215-Z)                │
            │ k 4216-L  11:30 !  Geir Lie    Startlån      ││               Enter  åpner den valgte                                │
            │ k 4217-X  13:00    Eli Rud     Barnehage     ││               N      registrerer en ny for hånd                      │
            │                                              ││               ?      viser alle taster                               │
            │                                              ││                                                                      │
            └──────────────────────────────────────────────┘│                                                                      │
            ┌─ 3 Oppmøte ──────────── 2 venter, 2 avtaler ─┐│                                                                      │
            │   Nr      Tid         Hvem        Gjelder    ││                                                                      │
            │>k 4218-K  3 min       Kølapp 14   Skal lever…││                                                                      │
            │ k 4219-W  1 min       Kølapp 15   Byggesøkna…││                                                                      │
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

    @Test func replying() {
        var console = console()
        console.press("<end>sHei igjen, Tor! Ja, det gjelder hele familien, også barna. Én melding holder.")
        console.wait(1)
        expectScreen(
            console.frame,
            """
             Skranke > Servicetorget > Chat > 4222-Z  !! 4 chat  · 2 oppm      Kari N. | Opptatt: Chat | 1 åpen | ti 24.11 10:42:18
             Telefon – | E-post i tide ok | 9 uten kvittering ! | Løst i skranken –                             Nett 127.0.0.1:8080
            ┌─ 1 Chat ────────────── 4 venter, 2 brutt !! ─┐┌─ 5 Henvendelse 4222-Z ────────────────────────────── Chat | Kari N. ─┐
            │   Nr      Ventet   Innbygger   Gjelder       ││ 10:34 Skranke     Mottatt: Chat                                      │
            │   4223-L  03:13 !! Ukjent      Må jeg søke f…││                                                                      │
            │   4224-X  01:49 !! Amina Hadi  Barnehage     ││ 10:34 Tor Juul    Hei! Jeg flyttet hit i forrige uke. Må jeg melde   │
            │   4225-K  00:32    Per Strand  Renovasjon    ││                   flytting til kommunen også?                        │
            │   4226-W  00:06    Ukjent      Åpningstider  ││                                                                      │
            │ ------------------- mine ------------------- ││ 10:34 Skranke     Kvittert: svar innen 24.11 15:30                   │
            │>* 4222-Z  01:23    Tor Juul    Hei! Jeg flyt…││ 10:35 Skranke     Kari N. tok den                                    │
            └──────────────────────────────────────────────┘│                                                                      │
            ┌─ 2 Tilbakeringing ──── 3 venter, 1 brutt !! ─┐│ 10:36 Kari N.     Hei, Tor! Nei, det holder å melde flytting til     │
            │   Nr      Frist    Ring til    Gjelder       ││                   Skatteetaten.                                      │
            │>k 4215-Z  10:15 !! Berit Aas   Parkering     ││ -------------------------- nye meldinger --------------------------- │
            │ k 4216-L  11:30 !  Geir Lie    Startlån      ││ 10:40 Tor Juul    Takk! Gjelder det barna også?                      │
            │ k 4217-X  13:00    Eli Rud     Barnehage     ││                                                                      │
            │                                              ││                                                                      │
            │                                              ││                                                                      │
            └──────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────┘
            ┌─ 3 Oppmøte ──────────── 2 venter, 2 avtaler ─┐┌─ Innbygger ──────────────────────────────────────── i: alle kanaler ─┐
            │   Nr      Tid         Hvem        Gjelder    ││ Tor Juul   Språk: bokmål                                             │
            │>k 4218-K  3 min       Kølapp 14   Skal lever…││ Lovet svar: tirsdag 24. november 2026 kl. 15.30                      │
            │ k 4219-W  1 min       Kølapp 15   Byggesøkna…││ Emne: ikke satt (e)   Andre henvendelser: i viser dem                │
            │ k 4220-B  kl. 12.00   Nora Bø     Byggesak   ││ Bytt kanal: b  (tilbakeringing, telefon, e-post, avtale)             │
            │ k 4221-M  kl. 13.00   Jon Ek      Byggesak   ││                                                                      │
            └──────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────┘
            ┌─ 4 E-post ─────────── 3 venter, eldste 26 t ─┐╔═ Svar til 4222-Z Tor Juul ═══════════ Ctrl+S send | Esc lagre kladd ═╗
            │   Nr      Igjen    Fra         Emne          │║ Hei igjen, Tor! Ja, det gjelder hele familien, også barna. Én        ║
            │>  4211-C  21 t     Ole Moen    Faktura for k…│║ melding holder.▮                                                      ║
            │   4212-N  24 t     Iris Ved    Skjenkebevill…│║                                                                      ║
            │ k 4213-B  45 t     Sam Li      Renovasjon    │║                                                                      ║
            │ ---------------- kollegers ----------------- │║                                                                      ║
            │ k 4214-M  46 t     Liv T.      Kopi av vedtak│║                                      77 tegn | kladd lagret 10:42:18 ║
            └──────────────────────────────────────────────┘╚══════════════════════════════════════════════════════════════════════╝

             Ctrl+S Send  Esc Tilbake  F4 Send som svar  F3 Send spørsmål  F2 Oversikt  F1 Hjelp
            """)
    }

    @Test func heldMail() {
        var console = console()
        console.press("4sHei Ole, fakturaen er rettet. Du får en ny i posten.<c-s>")
        console.wait(1.5)
        expectScreen(
            console.frame,
            """
             Skranke > Servicetorget > E-post > 4211-C  !! 4 chat  · 2 oppm    Kari N. | Opptatt: Chat | 2 åpne | ti 24.11 10:42:18
             Telefon – | E-post i tide ok | 9 uten kvittering ! | Løst i skranken –                             Nett 127.0.0.1:8080
            ┌─ 1 Chat ────────────── 4 venter, 2 brutt !! ─┐╔═ 5 Henvendelse 4211-C ════════════════ E-post | Kari N. | svar 21 t ═╗
            │   Nr      Ventet   Innbygger   Gjelder       │║ 23.11 Skranke     Mottatt: E-post                                    ║
            │>  4223-L  03:13 !! Ukjent      Må jeg søke f…│║                                                                      ║
            │   4224-X  01:49 !! Amina Hadi  Barnehage     │║ 23.11 Ole Moen    Faktura for kommunale avgifter                     ║
            │   4225-K  00:32    Per Strand  Renovasjon    │║                                                                      ║
            │   4226-W  00:06    Ukjent      Åpningstider  │║ 10:00 Skranke     Kvittert: svar innen 25.11 08:30                   ║
            │ ------------------- mine ------------------- │║ 10:42 Skranke     Kari N. tok den                                    ║
            │ * 4222-Z  01:23    Tor Juul    Hei! Jeg flyt…│║                                                                      ║
            └──────────────────────────────────────────────┘║ ▮10:42 Kari N.     Hei Ole, fakturaen er rettet. Du får en ny i       ║
            ┌─ 2 Tilbakeringing ──── 3 venter, 1 brutt !! ─┐║                   posten.                                            ║
            │   Nr      Frist    Ring til    Gjelder       │║                   [sendes om 4 s, u: angre]                          ║
            │>k 4215-Z  10:15 !! Berit Aas   Parkering     │║                                                                      ║
            │ k 4216-L  11:30 !  Geir Lie    Startlån      │║                                                                      ║
            │ k 4217-X  13:00    Eli Rud     Barnehage     │║                                                                      ║
            │                                              │║                                                                      ║
            │                                              │║                                                                      ║
            └──────────────────────────────────────────────┘╚══════════════════════════════════════════════════════════════════════╝
            ┌─ 3 Oppmøte ──────────── 2 venter, 2 avtaler ─┐┌─ Innbygger ──────────────────────────────────────── i: alle kanaler ─┐
            │   Nr      Tid         Hvem        Gjelder    ││ Ole Moen   post@post.example   Språk: bokmål                         │
            │>k 4218-K  3 min       Kølapp 14   Skal lever…││ Lovet svar: onsdag 25. november 2026 kl. 08.30                       │
            │ k 4219-W  1 min       Kølapp 15   Byggesøkna…││ Emne: ikke satt (e)   Andre henvendelser: i viser dem                │
            │ k 4220-B  kl. 12.00   Nora Bø     Byggesak   ││ Bytt kanal: b  (tilbakeringing, avtale)                              │
            │ k 4221-M  kl. 13.00   Jon Ek      Byggesak   ││                                                                      │
            └──────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────┘
            ┌─ 4 E-post ─────────── 2 venter, eldste 23 t ─┐┌─ Svar ───────────────────────────────────────────────────────────────┐
            │   Nr      Igjen    Fra         Emne          ││ u: angre   c: intern   s: svar                                       │
            │   4212-N  24 t     Iris Ved    Skjenkebevill…││                                                                      │
            │ k 4213-B  45 t     Sam Li      Renovasjon    ││                                                                      │
            │ ------------------- mine ------------------- ││                                                                      │
            │>  4211-C  sendes   Ole Moen    Faktura for k…││                                                                      │
            │ ---------------- kollegers ----------------- ││                                                                      │
            └───────────────────────────────────────── ↓1 ─┘└──────────────────────────────────────────────────────────────────────┘
             10:42:17 Svaret til 4211-C sendes om litt. u: angre
             u Angre  c Intern  s Svar  n Neste  Space Meny  : Kommando  ? Hjelp
            """)
    }

    @Test func emptyDesk() {
        expectScreen(
            TestConsole(size: Size(width: 100, height: 30)).frame,
            """
             Skranke > Chat                                        Kari N. | Ledig | 0 åpne | ti 24.11 10:42:17
             Telefon – | E-post i tide ok | Kvitteringer ok | Løst i skranken –             Nett 127.0.0.1:8080
            ╔═ 1 Chat ══════════════════ 0 venter ═╗┌─ 5 Henvendelse ──────────────────────────────────────────┐
            ║   Nr      Ventet   Gjelder           ║│                                                          │
            ║   ▮Ingen venter i chat.               ║│                                                          │
            ║   N: registrer en ny                 ║│                                                          │
            ║   Her kommer chatter fra nettsiden.  ║│                                                          │
            ║                                      ║│                                                          │
            ║                                      ║│                                                          │
            ╚══════════════════════════════════════╝│           Ingen henvendelse er åpen                      │
            ┌─ 2 Tilbakeringing ──────── 0 venter ─┐│           Her kommer samtalen med innbyggeren.           │
            │   Nr      Frist    Gjelder           ││                                                          │
            │   Alle er ringt tilbake.             ││           N      registrerer en ny for hånd              │
            │   N: registrer en ny                 ││           f      finner igjen en avsluttet               │
            │   Her kommer de som vil bli ringt.   ││           ?      viser alle taster                       │
            │                                      ││                                                          │
            └──────────────────────────────────────┘│                                                          │
            ┌─ 3 Oppmøte ─────────────── 0 venter ─┐│                                                          │
            │   Nr      Tid         Gjelder        ││                                                          │
            │   Ingen venter i skranken.           ││                                                          │
            │   N: registrer en ny                 ││                                                          │
            └──────────────────────────────────────┘│                                                          │
            ┌─ 4 E-post ──────────────── 0 venter ─┐│                                                          │
            │   Nr      Igjen    Emne              ││                                                          │
            │   All e-post er besvart.             ││                                                          │
            │   N: registrer en ny                 ││                                                          │
            │   Her kommer e-post og spørsmål fra  ││                                                          │
            └──────────────────────────────────────┘└──────────────────────────────────────────────────────────┘

             N Ny  f Finn  F2 Oversikt  n Neste  Space Meny  : Kommando  ? Hjelp
            """)
    }

    @Test func english() {
        var console = console(120, 36, .en)
        console.press("3<enter>")
        expectScreen(
            console.frame,
            """
             Skranke > Servicetorget > Visits > 4218-K  !! 4 chat  · 2 visit    Kari N. | Busy: Chat | 1 open | Tue 24 Nov 10:42:17
             Phone – | E-mail on time ok | 9 without receipt ! | Solved at the desk –                            Web 127.0.0.1:8080
            ┌─ 1 Chat ──────────── 4 waiting, 2 broken !! ─┐╔═ 5 Inquiry 4218-K ═══════════ Visit | no owner | waiting time 01:43 ═╗
            │   No.     Waited   Citizen     About         │║ 10:39 Desk        Received: Visit                                    ║
            │>  4223-L  03:12 !! Unknown     Må jeg søke f…│║                                                                      ║
            │   4224-X  01:48 !! Amina Hadi  Kindergarten  │║ 10:39 Internal    Kari N.: Skal levere nøkler                        ║
            │   4225-K  00:31    Per Strand  Waste collect…│║                                                                      ║
            │   4226-W  00:05    Unknown     Opening hours │║ ▮10:39 Desk        Arrived: ticket 14                                 ║
            │ ------------------- mine ------------------- │║                                                                      ║
            │ * 4222-Z  01:22    Tor Juul    Hei! Jeg flyt…│║                                                                      ║
            └──────────────────────────────────────────────┘║                                                                      ║
            ┌─ 2 Callbacks ─────── 3 waiting, 1 broken !! ─┐║                                                                      ║
            │   No.     Due      Call        About         │║                                                                      ║
            │>k 4215-Z  10:15 !! Berit Aas   Parking       │║                                                                      ║
            │ k 4216-L  11:30 !  Geir Lie    Start-up loan │║                                                                      ║
            │ k 4217-X  13:00    Eli Rud     Kindergarten  │║                                                                      ║
            │                                              │║                                                                      ║
            │                                              │║                                                                      ║
            └──────────────────────────────────────────────┘╚══════════════════════════════════════════════════════════════════════╝
            ┌─ 3 Visits ─────── 2 waiting, 2 appointments ─┐┌─ Citizen ────────────────────────────────────────── i: all channels ─┐
            │   No.     Time        Who         About      ││ Unknown (not identified)   Language: Norwegian (bokmål)              │
            │>k 4218-K  3 min       Ticket 14   Skal lever…││ Promised answer: no receipt yet (k)                                  │
            │ k 4219-W  1 min       Ticket 15   Byggesøkna…││ Topic: not set (e)   Other inquiries: i shows them                   │
            │ k 4220-B  at 12:00    Nora Bø     Building p…││ Move: b  (appointment, callback, e-mail)                             │
            │ k 4221-M  at 13:00    Jon Ek      Building p…││                                                                      │
            └──────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────┘
            ┌─ 4 E-mail ────────── 3 waiting, oldest 26 h ─┐┌─ Reply ──────────────────────────────────────────────────────────────┐
            │   No.     Left     From        Subject       ││ a: meeting   t: take   s: reply   k: receipt                         │
            │>  4211-C  21 h     Ole Moen    Faktura for k…││                                                                      │
            │   4212-N  24 h     Iris Ved    Skjenkebevill…││                                                                      │
            │ k 4213-B  45 h     Sam Li      Waste collect…││                                                                      │
            │ --------------- colleagues' ---------------- ││                                                                      │
            │ k 4214-M  46 h     Liv T.      Kopi av vedtak││                                                                      │
            └──────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────┘

             a Meeting  t Take  s Reply  k Receipt  l Close  v Send on  b Move  c Note  n Next  Space Menu  : Command  ? Help
            """)
    }
}

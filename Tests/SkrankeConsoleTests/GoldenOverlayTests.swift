import SkrankeDomain
import SkrankeJournal
import SkrankeScreen
import SkrankeTestKit
import Testing

@testable import SkrankeConsole

@Suite("Pictures of overlays and prompts")
struct GoldenOverlayTests {
    private func console(_ keys: String, _ width: Int = 100, _ height: Int = 30, _ language: Language = .nb)
        -> TestConsole
    {
        var console = TestConsole(
            DemoDay.morning().desk, language: language, size: Size(width: width, height: height))
        console.press(keys)
        return console
    }

    @Test func closing() {
        expectScreen(
            console("4l").frame,
            """
             Skranke > E-post > 4211-C  !! 4 chat          Kari N. | Opptatt: Chat | 1 åpen | ti 24.11 10:42:17
             Telefon – | E-post i tide ok | 9 uten kvittering ! | Løst i skranken –         Nett 127.0.0.1:8080
            ┌─ 1 Chat ────── 4 venter, 2 brutt !! ─┐╔═ 5 Henvendelse 4211-C ═ E-post | ingen eier | svar 21 t ═╗
            │   Nr      Ventet   Gjelder           │║ 23.11 Skranke Mottatt: E-post                            ║
            │>  4223-L  03:12 !! Må jeg søke for å…│║ 23.11 Innb.   Faktura for kommunale avgifter             ║
            │   4224-X  01:48 !! Barnehage         │║ 10:00 Skranke Kvittert: svar innen 25.11 08:30           ║
            │   4225-K  00:31    Renovasjon        │║                                                          ║
            │   4226-W  00:05    Åpningstider      │║                                                          ║
            │ --------------- mine --------------- │║                                                          ║
            └───────────────────────────────── ↓1 ─┘║                                                          ║
            ┌─ 2 Tilbakering╔═ Avslutt 4211-C (Ole Moen) ══════════════════════════════════════╗               ║
            │   Nr      Fris║ Hvordan endte det?                                               ║               ║
            │>k 4215-Z  10:1║                                                                  ║               ║
            │ k 4216-L  11:3║  l  Løst på servicetorget  Innbyggeren har ikke fått svar (s).   ║               ║
            │ k 4217-X  13:0║  e  Løst av enheten  Innbyggeren har ikke fått svar (s).         ║               ║
            │               ║  h  ▮Henvist til annen instans                                    ║               ║
            └───────────────║  a  Avtale holdt  Innbyggeren har ikke fått svar (s).            ║               ║
            ┌─ 3 Oppmøte ───║  i  Ikke svar fra innbygger                                      ║═══════════════╝
            │   Nr      Tid ║  t  Trukket av innbygger                                         ║ alle kanaler ─┐
            │>k 4218-K  3 mi╚═ bokstav eller Enter velger | Esc avbryt ════════════════════════╝ål             │
            │ k 4219-W  1 min       Byggesøknad, l…││ Lovet svar: onsdag 25. november 2026 kl. 08.30           │
            └───────────────────────────────── ↓2 ─┘└──────────────────────────────────────────────────────────┘
            ┌─ 4 E-post ─── 3 venter, eldste 26 t ─┐┌─ Svar ───────────────────────────────────────────────────┐
            │   Nr      Igjen    Emne              ││ t: ta   s: svar   l: løst   v: videre                    │
            │>  4211-C  21 t     Faktura for kommu…││                                                          │
            │   4212-N  24 t     Skjenkebevilling …││                                                          │
            │ k 4213-B  45 t     Renovasjon        ││                                                          │
            └───────────────────────────────── ↓1 ─┘└──────────────────────────────────────────────────────────┘

             t Ta  s Svar  l Løst  v Videre  b Kanal  c Intern  n Neste  Space Meny  : Kommando  ? Hjelp
            """)
    }

    @Test func closingAsksForTheTopic() {
        expectScreen(
            console("4lhbar", 80, 24).frame,
            """
             Skranke > E-post > 4211-C  !! 4 chat  · 2 oppm    Kari N. | Opptatt | 10:42:17
             Tlf – | E-post i tide ok | 9 uten kvittering ! | Løst –    Nett 127.0.0.1:8080
             1 Chat       4  2 brutt !!   ╔═ 5 4211-C ═══ E-post | ingen eier | svar 21 t ═╗
             2 Tlf        3  1 brutt !!   ║ Ole Moen   post@post.example                   ║
             3 Oppmøte    2  2 avtaler    ║ 23.11 Skranke Mottatt: E-post                  ║
            ┌─ 4 E-post ────── 3 venter ─┐║ 23.11 Innb.   Faktura for kommunale avgifter   ║
            │   Nr      Igj╔═ Avslutt 4211-C (Ole Moen) ════════════════════╗n 25.11 08:30 ║
            │>  4211-C  21 ║ Hva gjaldt det? Skriv for å lete.              ║              ║
            │   4212-N  24 ║ bar▮                                            ║              ║
            │ k 4213-B  45 ║                                                ║              ║
            │ ------- kolle║  >  Barnehage  Oppvekst                        ║              ║
            │ k 4214-M  46 ║                                                ║              ║
            │              ║                                                ║              ║
            │              ║                                                ║              ║
            │              ║                                                ║══════════════╝
            │              ║                                                ║──────────────┐
            │              ╚═ skriv for å lete | Enter velger | Esc avbryt ═╝dere          │
            │                            ││                                                │
            │                            ││                                                │
            │                            ││                                                │
            │                            ││                                                │
            └────────────────────────────┘└────────────────────────────────────────────────┘

             t Ta  s Svar  l Løst  v Videre  b Kanal  n Neste  Space Meny  ? Hjelp
            """)
    }

    @Test func registering() {
        expectScreen(
            console("NrVil vite om plass<tab>Eli Rud<tab>59000033<tab><tab>bar", 80, 24).frame,
            """
             Skranke > Chat  !! 4 chat  · 2 i skranken         Kari N. | Opptatt | 10:42:17
             Tlf – | E-post i tide ok | 9 uten kvittering ! | Løst –    Nett 127.0.0.1:8080
             2 Tlf        3  1 brutt !!   ┌─ 5 Henvendelse ────────────────────────────────┐
             3 Oppmøte    2  2 avtaler    │                                                │
            ╔═ Ny henvendelse: Tilbakeringing ═════════════════════════════════════════════╗
            ║ Teksten og telefonnummeret må fylles ut.                                     ║
            ║                                                                              ║
            ║ Hva gjelder det  Vil vite om plass                                           ║
            ║                                                                              ║
            ║                                                                              ║
            ║                                                                              ║
            ║ Navn             Eli Rud                                                     ║
            ║ Telefon          59000033                                                    ║
            ║ E-post                                                                       ║
            ║ Emne             bar▮                           = Barnehage                   ║
            ║ Ta den selv      [nei]  ja                                                   ║
            ║                                                                              ║
            ║                                                                              ║
            ╚═ Tab neste felt | Ctrl+S ferdig | Esc avbryt ════════════════════════════════╝
            ║                            ║│                                                │
            ║                            ║│                                                │
            ╚════════════════════════════╝└────────────────────────────────────────────────┘

             Enter Åpne  t Ta  s Svar  l Løst  v Videre  n Neste  Space Meny  ? Hjelp
            """)
    }

    @Test func receipt() {
        expectScreen(
            console("4<down><down>k", 80, 24).frame,
            """
             Skranke > E-post > 4213-B  !! 4 chat  · 2 oppm    Kari N. | Opptatt | 10:42:17
             Tlf – | E-post i tide ok | 9 uten kvittering ! | Løst –    Nett 127.0.0.1:8080
             1 Chat       4  2 brutt !!   ╔═ 5 4213-B ═══ E-post | ingen eier | svar 45 t ═╗
             2 Tlf        3  1 brutt !!   ║ Sam Li   post@post.example   Renovasjon        ║
             3 Oppmøte    2  2 avtaler    ║ 07:55 Skranke Mottatt: E-post                  ║
            ┌─ 4 E-post ────── 3 venter ─┐║ 07:55 Innb.   Brøyting på Åsveien              ║
            │   Nr      Igjen    Emne    │║                                                ║
            │╔═ Kvittering for 4213-B ════════════════════════════════════════════════════╗║
            │║ Endelig svar senest                                                        ║║
            │║ > ▮torsdag 26. november 2026 kl. 08.00  (forslag etter reglene)             ║║
            │║                                                                            ║║
            │║ Les opp:                                                                   ║║
            │║   Vi har fått henvendelsen din (H26-004213-B). Du får endelig svar senest  ║║
            │║   torsdag 26. november 2026 kl. 08.00.                                     ║║
            │║                                                                            ║╝
            │║                                                                            ║┐
            │╚═ venstre/høyre dag | Enter gi | Esc avbryt ════════════════════════════════╝│
            │                            ││                                                │
            │                            ││                                                │
            │                            ││                                                │
            │                            ││                                                │
            └────────────────────────────┘└────────────────────────────────────────────────┘

             t Ta  s Svar  k Kvitter  l Løst  v Videre  n Neste  Space Meny  ? Hjelp
            """)
    }

    @Test func menu() {
        expectScreen(
            console("4 ", 100, 30).frame,
            """
             Skranke > E-post  !! 4 chat  · 2 i skranken   Kari N. | Opptatt: Chat | 1 åpen | ti 24.11 10:42:17
             Telefon – | E-post i tide ok | 9 uten kvittering ! | Løst i skranken –         Nett 127.0.0.1:8080
            ┌─ 1 C╔═ Meny ═══════════════════════════════════════════════════════════════════════════════╗─────┐
            │   Nr║ Ta        ▮Enter      Åpne               Åpner henvendelsen i rute 5.                 ║     │
            │>  42║           n          Neste              Tar og åpner det som haster mest, uansett k… ║     │
            │   42║           t          Ta                 Du får henvendelsen. Bare én kan få den.     ║     │
            │   42║           S          Slipp              Ingen har den. t: ta                         ║     │
            │   42║           :          Overta             Ingen har den. t: ta                         ║     │
            │ ----║           o          Overlever          Gir det du har til en kollega eller køen, m… ║     │
            └─────║           D          Tildel             Rollen din gir ikke lov til det. Spør vaktl… ║     │
            ┌─ 2 T║           K          Neste nummer       Kaller inn den som har ventet lengst av dem… ║     │
            │   Nr║           N          Ny                 Registrerer en henvendelse for hånd: telefo… ║     │
            │>k 42║ Svar      s          Svar               Åpner svarfeltet. Har ingen henvendelsen, t… ║     │
            │ k 42║           c          Intern             Skriver en intern kommentar. Innbyggeren se… ║     │
            │ k 42║           k          Kvitter            Gir kvittering med dato for endelig svar, o… ║     │
            │     ║           u          Angre              Ingenting å angre.                           ║     │
            └─────║           :          Noter svar         Noterer det innbyggeren svarte utenom chatt… ║     │
            ┌─ 3 O║           F7         Samtalenotat       Du er ikke i noen samtale.                   ║     │
            │   Nr║           O          Les opp            Viser kvitteringen, så du kan lese den høyt… ║     │
            │>k 42║ Videre    v          Videre             Sender til en enhet. Innbyggerens frist løp… ║     │
            │ k 42║           :          Hent tilbake       Ikke mulig: den er mottatt.                  ║     │
            └─────║           b          Kanal              Fortsetter i en annen kanal. Referanse, his… ║     │
            ╔═ 4 E║           r          Ring               Ikke mulig i kanalen E-post.                 ║     │
            ║   Nr║           a          Avtale             Bestiller en avtale, eller fører oppmøtet v… ║     │
            ║>  42║           e          Emne               Setter emnet.                                ║     │
            ║   42║           h          Hvem               Fører navn, telefon og e-post.               ║     │
            ║ k 42║           :          Slå sammen         Slår et duplikat sammen med henvendelsen so… ║     │
            ╚═════╚═ bokstav eller Enter velger | Esc avbryt ═════════════════════════════════════ ↓39 ══╝─────┘

             Enter Åpne  t Ta  s Svar  l Løst  v Videre  b Kanal  n Neste  Space Meny  : Kommando  ? Hjelp
            """)
    }

    @Test func help() {
        expectScreen(
            console("?", 80, 24, .nn).frame,
            """
             Skranke > Chat  !! 4 chat  · 2 i skranken        Kari N. | Oppteken | 10:42:17
             Tlf – | E-post i tide ok | 9 utan kvittering ! | Løyst –   Nett 127.0.0.1:8080
            ╔═ Hjelp: alle tastar ═════════════════════════════════════════════════════════╗
            ║ ▮Piltastar, PgUp, PgDn, Home og End flyttar. I svarfeltet blar PgUp og PgDn i ║
            ║ samtalen.                                                                    ║
            ║ I eit felt: Ctrl+_ angrar, Ctrl+Y gjer om, Ctrl+W slettar eit ord.           ║
            ║ Teikn i listene: * nye ord frå innbyggjaren, ~ kladd, k kvittering manglar,  ║
            ║ s samordnast, ! snart, !! brote.                                             ║
            ║                                                                              ║
            ║ Ta                                                                           ║
            ║ Enter           Opne: Opnar førespurnaden i rute 5.                          ║
            ║ n               Neste: Tek og opnar det som hastar mest, same kva kanal.     ║
            ║ t               Ta: Du får førespurnaden. Berre éin kan få han.              ║
            ║ S               Slepp: Legg førespurnaden tilbake i køen. Kladden blir vera… ║
            ║ :overta         Overta: Overtek frå ein kollega, med grunngiving som alle s… ║
            ║ o               Overlever: Gir det du har til ein kollega eller køen, med e… ║
            ║ D               Tildel: Gir førespurnaden til ein kollega.                   ║
            ║ K               Neste nummer: Kallar inn den som har venta lengst av dei du… ║
            ║ N               Ny: Registrerer ein førespurnad for hand: telefon, oppmøte,… ║
            ║                                                                              ║
            ║ Svar                                                                         ║
            ╚═ piltastar blar | Esc lukk ═══════════════════════════════════════════ ↓72 ══╝

             Enter Opne  t Ta  s Svar  l Løyst  v Vidare  n Neste  Space Meny  ? Hjelp
            """)
    }

    @Test func prompt() {
        expectScreen(
            console(":o<tab>", 80, 24).frame,
            """
             Skranke > Chat  !! 4 chat  · 2 i skranken         Kari N. | Opptatt | 10:42:17
             Tlf – | E-post i tide ok | 9 uten kvittering ! | Løst –    Nett 127.0.0.1:8080
             2 Tlf        3  1 brutt !!   ┌─ 5 Henvendelse ────────────────────────────────┐
             3 Oppmøte    2  2 avtaler    │                                                │
             4 E-post     3  26 t         │                                                │
            ╔═ 1 Chat ═══ 4, 2 brutt !! ═╗│                                                │
            ║   Nr      Ventet   Gjelder ║│    Ingen henvendelse er åpen                   │
            ║>  4223-L  03:12 !! Må jeg …║│    Her kommer samtalen med innbyggeren.        │
            ║   4224-X  01:48 !! Barneha…║│                                                │
            ║   4225-K  00:31    Renovas…║│    n      tar det som haster mest (4215-Z)     │
            ║   4226-W  00:05    Åpnings…║│    Enter  åpner den valgte                     │
            ║ ---------- mine ---------- ║│    N      registrerer en ny for hånd           │
            ║ * 4222-Z  01:22    Hei! Je…║│    ?      viser alle taster                    │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ║                            ║│                                                │
            ╚════════════════════════════╝└────────────────────────────────────────────────┘
             :overta▮
             overta  overlever  oppmøte  oversikt  open
            """)
    }

    @Test func error() {
        expectScreen(
            console("4<down><down>v", 60, 18).frame,
            """
             Skranke > E-post  !! 4 chat  · 2 oppm      Kari N. | 10:42
             1 Chat 4 !!  2 Tlf 3 !!  3 Oppm 4  4 E-post 3  5 –
            ╔═ 4 E-post ═══════════════════════ 3 venter, eldste 26 t ═╗
            ║   Nr      Igjen    Fra           Emne                    ║
            ║   4211-C  21 t     Ole Moen      Faktura for kommunale a…║
            ║   4212-N  24 t     Iris Ved      Skjenkebevilling til fe…║
            ║>k ▮4213-B  45 t     Sam Li        Renovasjon              ║
            ║ ---------------------- kollegers ----------------------- ║
            ║ k 4214-M  46 t     Liv T.        Kopi av vedtak          ║
            ║                                                          ║
            ║                                                          ║
            ║                                                          ║
            ║                                                          ║
            ║                                                          ║
            ║                                                          ║
            ╚══════════════════════════════════════════════════════════╝
             ! Kvittering mangler (k).  Esc
             Enter Åpne  t Ta  s Svar  n Neste  Space Meny  ? Hjelp
            """)
    }
}

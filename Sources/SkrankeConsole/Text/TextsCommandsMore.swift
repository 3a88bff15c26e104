import SkrankeDomain

/// More words of the command table: finding, going, the program.
extension Texts {
    /// A command's three parts in the language: label, help and word, `|` between them.
    func w(
        _ nb: @autoclosure () -> String, _ nn: @autoclosure () -> String, _ en: @autoclosure () -> String
    ) -> CommandWords {
        let parts = t(nb(), nn(), en()).split(separator: "|", omittingEmptySubsequences: false).map(
            String.init)
        return CommandWords(parts[0], parts.count > 1 ? parts[1] : "", parts.count > 2 ? parts[2] : "")
    }

    func finding(_ name: CommandName) -> CommandWords {
        switch name {
        case .filter:
            w(
                "Filtrer|Viser bare det i ruten som passer med det du skriver.|filter",
                "Filtrer|Viser berre det i ruta som passar med det du skriv.|filter",
                "Filter|Shows only what fits the words you type.|narrow")
        case .find:
            w(
                "Finn|Søker i alle henvendelser, åpne og avsluttede, eller går til et nummer.|finn",
                "Finn|Søkjer i alle førespurnader, opne og avslutta, eller går til eit nummer.|finn",
                "Find|Searches all inquiries, open and closed, or goes to a number.|search")
        case .history:
            w(
                "Innbygger|Viser hva vi ellers vet om denne innbyggeren, i alle kanaler.|innbygger",
                "Innbyggjar|Viser kva vi elles veit om denne innbyggjaren, i alle kanalar.|innbyggjar",
                "Citizen|Shows what else we know of this citizen, in all channels.|citizen")
        default:
            w(
                "Kopier nr|Kopierer referansen.|kopier", "Kopier nr|Kopierer referansen.|kopier",
                "Copy no.|Copies the reference.|yank")
        }
    }

    func going(_ name: CommandName) -> CommandWords {
        switch name {
        case .paneChat:
            w(
                "Chat|Går til chatkøen.|chat", "Chat|Går til chatkøen.|chat",
                "Chat|Goes to the chat queue.|chats")
        case .paneCallback:
            w(
                "Tilbakeringing|Går til tilbakeringingene.|tilbakeringing",
                "Oppringing|Går til oppringingane.|oppringing", "Callbacks|Goes to the callbacks.|callback")
        case .paneVisit:
            w(
                "Oppmøte|Går til oppmøte og avtaler.|oppmøte", "Oppmøte|Går til oppmøte og avtalar.|oppmøte",
                "Visits|Goes to visits and appointments.|visit")
        case .paneEmail:
            w(
                "E-post|Går til e-posten.|e-post", "E-post|Går til e-posten.|e-post",
                "E-mail|Goes to the e-mail.|mail")
        case .paneInquiry:
            w(
                "Henvendelsen|Går til den åpne henvendelsen.|henvendelse",
                "Førespurnaden|Går til den opne førespurnaden.|førespurnad",
                "Inquiry|Goes to the open inquiry.|case")
        case .nextPane:
            w(
                "Neste rute|Går til neste rute.|neste-rute", "Neste rute|Går til neste rute.|neste-rute",
                "Next pane|Goes to the next pane.|pane-next")
        case .previousPane:
            w(
                "Forrige rute|Går til forrige rute.|forrige-rute",
                "Førre rute|Går til førre rute.|førre-rute",
                "Previous pane|Goes to the previous pane.|pane-previous")
        default: goingOn(name)
        }
    }

    private func goingOn(_ name: CommandName) -> CommandWords {
        switch name {
        case .nextInquiry:
            w(
                "Neste åpne|Går til neste åpne henvendelse.|neste-åpne",
                "Neste opne|Går til neste opne førespurnad.|neste-opne",
                "Next open|Goes to the next open inquiry.|open-next")
        case .previousInquiry:
            w(
                "Forrige åpne|Går til forrige åpne henvendelse.|forrige-åpne",
                "Førre opne|Går til førre opne førespurnad.|førre-opne",
                "Previous open|Goes to the previous open inquiry.|open-previous")
        case .back:
            w(
                "Tilbake|Går ett steg tilbake. Tekst i et felt lagres.|tilbake",
                "Tilbake|Går eitt steg tilbake. Tekst i eit felt blir lagra.|tilbake",
                "Back|Goes one step back. Text in a field is saved.|leave")
        case .zoom:
            w(
                "Forstørr|Gjør ruten stor, eller vanlig igjen.|forstørr",
                "Forstørr|Gjer ruta stor, eller vanleg att.|forstørr",
                "Zoom|Makes the pane large, or normal again.|enlarge")
        default:
            w(
                "Oversikt|Bytter mellom skranken og oversikten.|oversikt",
                "Oversikt|Byter mellom skranken og oversikta.|oversikt",
                "Overview|Changes between the desk and the overview.|dashboard")
        }
    }

    func program(_ name: CommandName) -> CommandWords {
        switch name {
        case .presence:
            w(
                "Status|Sier om du er ledig, opptatt eller har pause.|status",
                "Status|Seier om du er ledig, oppteken eller har pause.|status",
                "Status|Says whether you are free, busy or on a break.|status")
        case .menu:
            w(
                "Meny|Viser alt du kan gjøre her, med taster.|meny",
                "Meny|Viser alt du kan gjere her, med tastar.|meny",
                "Menu|Shows all that you can do here, with keys.|palette")
        case .command:
            w(
                "Kommando|Skriv en kommando. Tab fullfører.|kommando",
                "Kommando|Skriv ein kommando. Tab fullfører.|kommando",
                "Command|Type a command. Tab completes it.|prompt")
        case .help:
            w("Hjelp|Viser alle taster.|hjelp", "Hjelp|Viser alle tastar.|hjelp", "Help|Shows all keys.|keys")
        case .log:
            w(
                "Meldinger|Viser meldingene fra statuslinjen igjen.|meldinger",
                "Meldingar|Viser meldingane frå statuslinja att.|meldingar",
                "Messages|Shows the status line's messages again.|messages")
        case .language:
            w(
                "Språk|Bytter språk: nb, nn eller en.|språk", "Språk|Byter språk: nb, nn eller en.|språk",
                "Language|Changes the language: nb, nn or en.|lang")
        default: programMore(name)
        }
    }

    private func programMore(_ name: CommandName) -> CommandWords {
        switch name {
        case .theme:
            w(
                "Tema|Bytter fargetema.|tema", "Tema|Byter fargetema.|tema",
                "Theme|Changes the colour theme.|colours")
        case .bell:
            w(
                "Lyd|Lyd når noe nytt kommer: på, av, eller en kanal: chat, tlf, oppmøte, e-post.|lyd",
                "Lyd|Lyd når noko nytt kjem: på, av, eller ein kanal: chat, tlf, oppmøte, e-post.|lyd",
                "Sound|Sound when something new comes: on, off, or a channel: chat, tel, visits, e-mail.|sound")
        case .redraw:
            w(
                "Tegn på nytt|Tegner skjermen på nytt.|tegn", "Teikn på nytt|Teiknar skjermen på nytt.|teikn",
                "Redraw|Draws the screen anew.|refresh")
        case .debug:
            w(
                "Feilsøking|Viser tall om programmet selv.|feilsøking",
                "Feilsøking|Viser tal om programmet sjølv.|feilsøking",
                "Debug|Shows figures about the program itself.|internals")
        case .suspend:
            w(
                "Legg i bakgrunnen|Legger programmet i bakgrunnen.|bakgrunn",
                "Legg i bakgrunnen|Legg programmet i bakgrunnen.|bakgrunn",
                "Suspend|Puts the program in the background.|background")
        default:
            w(
                "Avslutt|Avslutter. Spør hvis noe står igjen.|avslutt",
                "Avslutt|Avsluttar. Spør om noko står att.|avslutt",
                "Quit|Leaves the program. Asks if something is left.|exit")
        }
    }
}

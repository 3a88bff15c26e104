import SkrankeDomain

/// The words of the command table: label, help sentence, prompt word.
extension Texts {
    public func command(_ name: CommandName) -> CommandWords {
        Texts.commandWords[language]?[name] ?? make(name)
    }

    /// Split once: the key bar asks for a dozen in every frame.
    private static let commandWords: [Language: [CommandName: CommandWords]] = {
        var table: [Language: [CommandName: CommandWords]] = [:]
        for language in Language.allCases {
            for name in CommandName.allCases {
                table[language, default: [:]][name] = Texts(language).make(name)
            }
        }
        return table
    }()

    private func make(_ name: CommandName) -> CommandWords {
        switch name {
        case .open, .next, .claim, .release, .takeOver, .register: taking(name)
        case .reply, .note, .send, .sendFinal, .ask, .receipt, .withdraw, .unfold: talking(name)
        case .transfer, .returnToDesk, .moveChannel, .callback, .appointment, .topic, .contact: onward(name)
        case .close, .reopen, .void, .erase: finishing(name)
        case .merge, .split, .replyReceived, .requestClearance, .clear, .refuseClearance: linking(name)
        case .pile, .handOver, .assign, .moveAgent, .staffingTable: ofDesk(name)
        case .filter, .find, .history, .copyReference: finding(name)
        case .callNext, .counter: visiting(name)
        case .directory, .absence, .callNote, .readOut: directoryCommand(name)
        case .paneChat, .paneCallback, .paneVisit, .paneEmail, .paneInquiry, .nextPane, .previousPane,
            .nextInquiry,
            .previousInquiry, .back, .zoom, .overview:
            going(name)
        case .presence, .menu, .command, .help, .log, .language, .theme, .bell, .redraw, .debug, .suspend,
            .quit:
            program(name)
        }
    }

    private func taking(_ name: CommandName) -> CommandWords {
        switch name {
        case .open:
            w(
                "Åpne|Åpner henvendelsen i rute 5.|åpne", "Opne|Opnar førespurnaden i rute 5.|opne",
                "Open|Opens the inquiry in pane 5.|show")
        case .next:
            w(
                "Neste|Tar og åpner det som haster mest, uansett kanal.|neste",
                "Neste|Tek og opnar det som hastar mest, same kva kanal.|neste",
                "Next|Takes and opens what is most urgent, in any channel.|take-next")
        case .claim:
            w(
                "Ta|Du får henvendelsen. Bare én kan få den.|ta",
                "Ta|Du får førespurnaden. Berre éin kan få han.|ta",
                "Take|The inquiry becomes yours. Only one can have it.|take")
        case .release:
            w(
                "Slipp|Legger henvendelsen tilbake i køen. Kladden beholdes.|slipp",
                "Slepp|Legg førespurnaden tilbake i køen. Kladden blir verande.|slepp",
                "Let go|Puts the inquiry back in its queue. Your draft is kept.|let-go")
        case .takeOver:
            w(
                "Overta|Overtar fra en kollega, med begrunnelse som alle ser.|overta",
                "Overta|Overtek frå ein kollega, med grunngiving som alle ser.|overta",
                "Take over|Takes it over from a colleague, with a reason that all can see.|takeover")
        default:
            w(
                "Ny|Registrerer en henvendelse for hånd: telefon, oppmøte, brev og alt annet.|ny",
                "Ny|Registrerer ein førespurnad for hand: telefon, oppmøte, brev og alt anna.|ny",
                "New|Registers an inquiry by hand: telephone, visit, letter and the rest.|new")
        }
    }

    private func talking(_ name: CommandName) -> CommandWords {
        switch name {
        case .reply:
            w(
                "Svar|Åpner svarfeltet. Har ingen henvendelsen, tar du den først.|svar",
                "Svar|Opnar svarfeltet. Har ingen førespurnaden, tek du han først.|svar",
                "Reply|Opens the reply field; takes the inquiry first if nobody has it.|answer")
        case .note:
            w(
                "Intern|Skriver en intern kommentar. Innbyggeren ser den aldri.|kommentar",
                "Intern|Skriv ein intern kommentar. Innbyggjaren ser han aldri.|kommentar",
                "Note|Writes an internal note. The citizen never sees it.|comment")
        case .send:
            w(
                "Send|Sender teksten i feltet.|send", "Send|Sender teksten i feltet.|send",
                "Send|Sends the text in the field.|submit")
        case .sendFinal:
            w(
                "Send som svar|Sender teksten som det endelige svaret.|sluttsvar",
                "Send som svar|Sender teksten som det endelege svaret.|sluttsvar",
                "Send as answer|Sends the text as the final answer.|final")
        case .ask:
            w(
                "Send spørsmål|Sender teksten som spørsmål: fristen venter på innbyggeren.|spør",
                "Send spørsmål|Sender teksten som spørsmål: fristen ventar på innbyggjaren.|spør",
                "Send question|Sends the text as a question: the deadline waits for the citizen.|question")
        case .receipt:
            w(
                "Kvitter|Gir kvittering med dato for endelig svar, og viser teksten du kan lese opp.|kvitter",
                "Kvitter|Gir kvittering med dato for endeleg svar, og viser teksten du kan lese opp.|kvitter",
                "Receipt|Gives a receipt with the date of the final answer, and shows its words "
                    + "to read out.|confirm"
            )
        case .unfold:
            w(
                "Vis brev|Viser kvitteringer og faste brev fra oss hele, eller på én linje.|brev",
                "Vis brev|Viser kvitteringar og faste brev frå oss heile, eller på éi linje.|brev",
                "Letters|Shows receipts and standing letters of ours whole, or on one line.|receipts")
        default:
            w(
                "Angre|Stopper tekst som ikke er sendt, ellers tas det siste du gjorde tilbake.|angre",
                "Angre|Stoppar tekst som ikkje er send, elles blir det siste du gjorde teke tilbake.|angre",
                "Undo|Stops text that has not been sent, else takes back what you did last.|take-back")
        }
    }

    private func onward(_ name: CommandName) -> CommandWords {
        switch name {
        case .transfer:
            w(
                "Videre|Sender til en enhet. Innbyggerens frist løper videre.|videre",
                "Vidare|Sender til ei eining. Fristen til innbyggjaren går vidare.|vidare",
                "Send on|Sends it to a unit. The citizen's deadline keeps running.|send-on")
        case .returnToDesk:
            w(
                "Hent tilbake|Tar henvendelsen tilbake fra enheten.|retur",
                "Hent tilbake|Tek førespurnaden tilbake frå eininga.|retur",
                "Bring back|Takes the inquiry back from the unit.|bring-back")
        case .moveChannel:
            w(
                "Kanal|Fortsetter i en annen kanal. Referanse, historie og løfter blir med.|bytt",
                "Kanal|Held fram i ein annan kanal. Referanse, historie og lovnader blir med.|byt",
                "Move|Goes on in another channel. Reference, history and promises come along.|switch")
        case .callback:
            w(
                "Ring|Fører resultatet av en tilbakeringing.|ring",
                "Ring|Fører resultatet av ei oppringing.|ring",
                "Call|Records the result of a callback.|ring")
        case .appointment:
            w(
                "Avtale|Bestiller en avtale, eller fører oppmøtet videre.|avtale",
                "Avtale|Bestiller ein avtale, eller fører oppmøtet vidare.|avtale",
                "Meeting|Books an appointment, or takes a visit a step further.|meeting")
        case .contact:
            w(
                "Hvem|Fører navn, telefon og e-post.|hvem", "Kven|Fører namn, telefon og e-post.|kven",
                "Who|Records name, telephone and e-mail.|who")
        default:
            w(
                "Emne|Setter emnet.|emne", "Emne|Set emnet.|emne", "Topic|Sets the topic.|subject")
        }
    }

    private func finishing(_ name: CommandName) -> CommandWords {
        switch name {
        case .close:
            w(
                "Løst|Avslutter. Spør bare om det som mangler.|løst",
                "Løyst|Avsluttar. Spør berre om det som manglar.|løyst",
                "Close|Closes the inquiry. Asks only for what is missing.|done")
        case .reopen:
            w(
                "Gjenåpne|Tar opp igjen en avsluttet henvendelse.|gjenåpne",
                "Opne att|Tek opp att ein avslutta førespurnad.|opne-att",
                "Reopen|Takes up a closed inquiry again.|open-again")
        case .void:
            w(
                "Annuller|Annullerer: søppelpost, privat, dobbelt eller feil registrert.|annuller",
                "Annuller|Annullerer: søppelpost, privat, dobbelt eller feil registrert.|annuller",
                "Void|Annuls: spam, private, duplicate or registered by mistake.|annul")
        default:
            w(
                "Slett|Sletter personopplysninger og tekst for godt.|slett",
                "Slett|Slettar personopplysningar og tekst for godt.|slett",
                "Erase|Erases personal data and text for good.|delete")
        }
    }
}

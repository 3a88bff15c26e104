import ArgumentParser
import SkrankeDomain
import SkrankeReference
import SkrankeRuntime

/// Flags of every subcommand that reads or writes a desk.
struct DeskOptions: ParsableArguments {
    @Option(
        help: HelpWords.say(
            nb: "Servicetorgets lager: en fils sti eller en URL. Ellers brukerens tilstandsmappe.",
            nn:
                "Lageret til servicetorget: stigen til ei fil eller ein URL. Elles tilstandsmappa til brukaren.",
            en: "The desk's store: a file's path or a URL. Default: the user's state folder."))
    var store: String?
    @Option(
        help: HelpWords.say(
            nb: "Mappen med kommunens datafiler.",
            nn: "Mappa med datafilene til kommunen.",
            en: "The folder of the municipality's data files."))
    var data: String?
    @Option(
        help: HelpWords.say(
            nb: "Hvem som arbeider, blant identitetene denne kontoen kan bruke.",
            nn: "Kven som arbeider, blant identitetane denne kontoen kan bruke.",
            en: "Who works, among the identities that this account may take."))
    var agent: String?
    @Option(
        help: HelpWords.say(
            nb: "Språket på skjermen og i meldinger: nb, nn eller en.",
            nn: "Språket på skjermen og i meldingar: nb, nn eller en.",
            en: "Language of the screen and of messages: nb, nn or en."))
    var language: String?
}

/// Flags of scripts.
struct OutputOptions: ParsableArguments {
    @Flag(
        help: HelpWords.say(
            nb: "Skriv ut JSON med stabile nøkler: ett dokument, eller ett per linje.",
            nn: "Skriv ut JSON med stabile nøklar: eitt dokument, eller eitt per linje.",
            en: "Print JSON with stable keys: one document, or one a line."))
    var json = false
}

extension DeskOptions {
    /// The data files, or a failure with every sentence about them.
    func loadData() throws -> DataLoader.Loaded {
        do {
            return try DataLoader(Locator.current(flag: data)).load()
        } catch {
            let language = try Language.chosen(language, Shell.environment) ?? .nb
            throw Failure(error.sentences(language).joined(separator: "\n"))
        }
    }
}

import ArgumentParser

/// The agent's screen.
struct ConsoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console",
        abstract: HelpWords.say(
            nb: "Kundebehandlerens skjerm (den som åpner uten underkommando).",
            nn: "Skjermen til kundebehandlaren (den som opnar utan underkommando).",
            en: "The agent's screen (what opens without a subcommand)."))
    @OptionGroup var options: DeskOptions
    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        let desk = try await OpenDesk.open(options)
        try await ConsoleProgram(desk: desk, screen: screen, dataFlag: options.data).run()
        await desk.store.close()
    }
}

struct ScreenOptions: ParsableArguments {
    @Option(
        help: HelpWords.say(
            nb: "Et tema fra Themes/.",
            nn: "Eit tema frå Themes/.",
            en: "A theme of Themes/."))
    var theme = "skranke"
    @Flag(
        help: HelpWords.say(
            nb: "Start ingen portner; det som venter på den, vises.",
            nn: "Start ingen portnar; det som ventar på han, blir vist.",
            en: "Start no gateway; what waits for one is shown."))
    var noGateway = false
    @Option(
        help: HelpWords.say(
            nb: "Hvor portneren lytter, HOST:PORT.",
            nn: "Kvar portnaren lyttar, HOST:PORT.",
            en: "Where the gateway listens, HOST:PORT."))
    var listen: String?
}

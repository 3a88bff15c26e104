import ArgumentParser

/// The agent's screen.
struct ConsoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console", abstract: "The agent's screen (what opens without a subcommand).")
    @OptionGroup var options: DeskOptions
    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        let desk = try await OpenDesk.open(options)
        try await ConsoleProgram(desk: desk, screen: screen, dataFlag: options.data).run()
        await desk.store.close()
    }
}

struct ScreenOptions: ParsableArguments {
    @Option(help: "A theme of Themes/.")
    var theme = "skranke"
    @Flag(help: "Start no gateway; what waits for one is shown.")
    var noGateway = false
    @Option(help: "Where the gateway listens, HOST:PORT.")
    var listen: String?
}

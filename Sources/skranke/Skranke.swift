import ArgumentParser

@main
struct Skranke: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "skranke")
}

import ArgumentParser
import SkrankeMail

/// The process that reads anybody's bytes: started by the gateway, which speaks to it over standard input
/// (`MailWorker`). Of no use to a human being.
struct ReadMailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "read-mail", shouldDisplay: false)
    @Argument var own: String

    func run() throws {
        MailWorker.serve(0, own: [own.lowercased()])
    }
}

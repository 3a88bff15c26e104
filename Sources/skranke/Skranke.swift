import ArgumentParser
import SkrankeRuntime

/// The program: subcommands, and the one place where live things meet.
@main
struct Skranke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "skranke",
        abstract: "The service-desk console: every channel on one screen.",
        discussion: """
            Without a subcommand the console opens. Exit codes: 0 done, 1 refused or failed, 64 usage.
            SKRANKE_STORE, SKRANKE_DATA and SKRANKE_LISTEN stand for the flags of those names.
            """,
        version: "0.1.0",
        subcommands: [
            ConsoleCommand.self, DemoCommand.self, ServeCommand.self, InquiryCommand.self, DeadlineCommand.self,
            JournalCommand.self, BackupCommand.self, RestoreCommand.self, DoctorCommand.self, InstallCommand.self,
        ],
        defaultSubcommand: ConsoleCommand.self)

    static func main() async {
        ProcessSetup.begin()
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Shell.complain(failure.sentence)
            Shell.leave(failure.code)
        } catch {
            exit(withError: error)
        }
    }
}

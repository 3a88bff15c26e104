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
            With --json a failure is one JSON document on standard error: {"code","detail"}.
            """,
        version: "0.1.0",
        subcommands: [
            ConsoleCommand.self, DemoCommand.self, ServeCommand.self, InquiryCommand.self,
            DeadlineCommand.self,
            JournalCommand.self, BackupCommand.self, RestoreCommand.self, DoctorCommand.self,
            InstallCommand.self,
        ],
        defaultSubcommand: ConsoleCommand.self)

    static func main() async {
        ProcessSetup.begin()
        do {
            try OutsideText.checkArguments()
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            Shell.leave(0)
        } catch let failure as Failure {
            complain(failure.sentence, failure.word)
            Shell.leave(failure.code)
        } catch let code as ExitCode {
            Shell.leave(code.rawValue)
        } catch {
            end(error)
        }
    }

    /// Help and version, and what ArgumentParser itself refuses.
    private static func end(_ error: any Error) -> Never {
        let code = exitCode(for: error)
        guard code != .success, wantsJSON else { exit(withError: error) }
        complain(message(for: error), code == .validationFailure ? "usage" : "failed")
        Shell.leave(code.rawValue)
    }

    private static var wantsJSON: Bool { CommandLine.arguments.dropFirst().contains("--json") }

    private static func complain(_ sentence: String, _ word: String) {
        if wantsJSON {
            Shell.complain(FaultLine(code: word, detail: Plain.field(sentence)))
        } else {
            Shell.complain(sentence)
        }
    }
}

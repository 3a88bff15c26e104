import ArgumentParser
import SkrankeRuntime

/// The program: subcommands, and the one place where live things meet.
@main
struct Skranke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "skranke",
        abstract: HelpWords.say(
            nb: "Servicetorgets konsoll: alle kanaler på én skjerm.",
            nn: "Konsollen til servicetorget: alle kanalar på éin skjerm.",
            en: "The service-desk console: every channel on one screen."),
        discussion: HelpWords.say(
            nb: """
                Uten underkommando åpner konsollen. Avslutningskoder: 0 gjort, 1 avvist eller mislykket, 64 feil bruk.
                SKRANKE_STORE, SKRANKE_DATA og SKRANKE_LISTEN gjelder som flaggene med de navnene.
                Med --json er en feil ett JSON-dokument på standard feilutgang: {"code","detail"}.
                """,
            nn: """
                Utan underkommando opnar konsollen. Avslutningskodar: 0 gjort, 1 avvist eller mislukka, 64 feil bruk.
                SKRANKE_STORE, SKRANKE_DATA og SKRANKE_LISTEN gjeld som flagga med dei namna.
                Med --json er ein feil eitt JSON-dokument på standard feilutgang: {"code","detail"}.
                """,
            en: """
                Without a subcommand the console opens. Exit codes: 0 done, 1 refused or failed, 64 usage.
                SKRANKE_STORE, SKRANKE_DATA and SKRANKE_LISTEN stand for the flags of those names.
                With --json a failure is one JSON document on standard error: {"code","detail"}.
                """),
        version: "0.1.0",
        subcommands: [
            ConsoleCommand.self, DemoCommand.self, ServeCommand.self, InquiryCommand.self,
            DeadlineCommand.self, DirectoryCommand.self,
            JournalCommand.self, BackupCommand.self, RestoreCommand.self, DoctorCommand.self,
            InstallCommand.self, ReadMailCommand.self,
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
        let language = HelpWords.language
        if code == .success {
            Shell.say(ParserWords.translated(fullMessage(for: error), language))
        } else if wantsJSON {
            let sentence = ParserWords.sentence(message(for: error), language)
            complain(sentence, code == .validationFailure ? "usage" : "failed")
        } else {
            Shell.note(ParserWords.translated(fullMessage(for: error), language))
        }
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

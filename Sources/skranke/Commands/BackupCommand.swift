import ArgumentParser
import Glibc
import SkrankeDomain
import SkrankeJournal
import SkrankeSQLite

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "A consistent copy of the store, while it is in use.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The file to write; it must not exist.")
    var file: String

    func run() async throws {
        let desk = try await OpenDesk.open(options)
        let path = Absolute.path(file)
        guard access(path, F_OK) != 0 else {
            throw Failure(
                desk.language.choose(
                    nb: "\(path) finnes alt. En sikkerhetskopi skrives aldri over; velg et annet navn.",
                    nn: "\(path) finst alt. Ein tryggleikskopi blir aldri skriven over; vel eit anna namn.",
                    en: "\(path) exists already. A backup is never overwritten; choose another name."))
        }
        try await Told.store(desk.language, path: path) { () async throws(StoreFault) in
            try await desk.store.backup(to: path)
        }
        Shell.say(path)
        await desk.store.close()
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the store's place; what was erased since stays erased.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The backup.")
    var file: String

    func run() async throws {
        let environment = Shell.environment
        let language = try Language.chosen(options.language, environment) ?? .nb
        let location = try OpenDesk.resolve(options.store, environment, language)
        let path = Absolute.path(file)
        try await Told.store(language, path: location.path) { () async throws(StoreFault) in
            try SQLiteStore.restore(path, to: location.path)
        }
        Shell.say(location.path)
    }
}

enum Absolute {
    static func path(_ text: String) -> String { text.hasPrefix("/") ? text : Shell.directory + "/" + text }
}

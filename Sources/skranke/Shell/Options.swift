import ArgumentParser
import SkrankeDomain
import SkrankeReference
import SkrankeRuntime

/// Flags of every subcommand that reads or writes a desk.
struct DeskOptions: ParsableArguments {
    @Option(help: "The desk's store: a file's path or a URL. Default: the user's state folder.")
    var store: String?
    @Option(help: "The folder of the municipality's data files.")
    var data: String?
    @Option(help: "Who works, among the identities that this account may take.")
    var agent: String?
    @Option(help: "Language of the screen and of messages: nb, nn or en.")
    var language: String?
}

/// Flags of scripts.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print JSON with stable keys: one document, or one a line.")
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

import ArgumentParser
import SkrankeDomain

/// What `--help` says, in the caller's language: nb, nn or en, like all other sentences.
///
/// Help is asked for before anything is read, so the language is that of `--language`, else of the locale,
/// else bokmål.
enum HelpWords {
    static let language: Language = {
        let environment = Shell.environment
        let arguments = CommandLine.arguments.dropFirst()
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { break }
            let value =
                argument == "--language"
                ? arguments.dropFirst(index + 1).first
                : argument.hasPrefix("--language=") ? String(argument.dropFirst(11)) : nil
            if let value, let language = Language(rawValue: value) { return language }
        }
        return (try? Language.chosen(nil, environment)) ?? .nb
    }()

    static func say(nb: String, nn: String, en: String) -> String {
        language.choose(nb: nb, nn: nn, en: en)
    }

    static func say(nb: String, nn: String, en: String) -> ArgumentHelp {
        ArgumentHelp(say(nb: nb, nn: nn, en: en))
    }
}

import SkrankeDomain

/// ArgumentParser speaks English only; its few headings and sentences are said here in the caller's language.
///
/// A sentence that is not known here stays as it is: nothing is lost by an update of the library.
enum ParserWords {
    static func translated(_ text: String, _ language: Language) -> String {
        guard language != .en else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line(String($0), language) }.joined(separator: "\n")
    }

    private static func line(_ line: String, _ language: Language) -> String {
        for heading in headings where line.hasPrefix(heading.en) {
            let rest = String(line.dropFirst(heading.en.count))
            let said = heading.en == "Error: " ? sentence(rest, language) : rest
            return heading.word(language) + said
        }
        var line = line
        for tail in tails { line = line.replacing(tail.en, with: tail.word(language)) }
        return line
    }

    /// A sentence with its places: what stands between the fixed parts is the caller's own.
    static func sentence(_ text: String, _ language: Language) -> String {
        guard language != .en else { return text }
        for shape in sentences {
            let parts = shape.en.split(separator: "%", omittingEmptySubsequences: false).map(String.init)
            guard let found = places(text, parts) else { continue }
            var values = found[...]
            return shape.word(language).reduce(into: "") { said, letter in
                if letter == "%" { said += values.popFirst() ?? "" } else { said.append(letter) }
            }
        }
        return text
    }

    private static func places(_ text: String, _ parts: [String]) -> [String]? {
        guard let first = parts.first, text.hasPrefix(first) else { return nil }
        var (rest, values) = (text.dropFirst(first.count), [String]())
        for part in parts.dropFirst() {
            if part.isEmpty {
                values.append(String(rest))
                rest = ""
            } else {
                guard let range = rest.firstRange(of: part) else { return nil }
                values.append(String(rest[..<range.lowerBound]))
                rest = rest[range.upperBound...]
            }
        }
        return rest.isEmpty ? values : nil
    }

    private struct Said: Sendable {
        var nb: String
        var nn: String
        var en: String
        func word(_ language: Language) -> String { language.choose(nb: nb, nn: nn, en: en) }
    }

    private static let headings = [
        Said(nb: "OM: ", nn: "OM: ", en: "OVERVIEW: "),
        Said(nb: "BRUK: ", nn: "BRUK: ", en: "USAGE: "),
        Said(nb: "Bruk: ", nn: "Bruk: ", en: "Usage: "),
        Said(nb: "ARGUMENTER:", nn: "ARGUMENT:", en: "ARGUMENTS:"),
        Said(nb: "VALG:", nn: "VAL:", en: "OPTIONS:"),
        Said(nb: "UNDERKOMMANDOER:", nn: "UNDERKOMMANDOAR:", en: "SUBCOMMANDS:"),
        Said(nb: "Feil: ", nn: "Feil: ", en: "Error: "),
        Said(nb: "Hjelp: ", nn: "Hjelp: ", en: "Help:  "),
    ]

    private static let sentences = [
        Said(nb: "Argumentet '%' mangler", nn: "Argumentet '%' manglar", en: "Missing expected argument '%'"),
        Said(nb: "En av disse mangler: '%'", nn: "Ein av desse manglar: '%'", en: "Missing one of: '%'"),
        Said(nb: "Verdien til '%' mangler", nn: "Verdien til '%' manglar", en: "Missing value for '%'"),
        Said(
            nb: "Ukjent flagg '%'. Mente du '%'?", nn: "Ukjent flagg '%'. Meinte du '%'?",
            en: "Unknown option '%'. Did you mean '%'?"),
        Said(nb: "Ukjent flagg '%'", nn: "Ukjent flagg '%'", en: "Unknown option '%'"),
        Said(
            nb: "Uventet argument '%'. Mente du '%'?", nn: "Uventa argument '%'. Meinte du '%'?",
            en: "Unexpected argument '%'. Did you mean '%'?"),
        Said(nb: "Uventet argument '%'", nn: "Uventa argument '%'", en: "Unexpected argument '%'"),
        Said(
            nb: "% uventede argumenter: '%'", nn: "% uventa argument: '%'", en: "% unexpected arguments: '%'"),
        Said(
            nb: "Verdien '%' er ugyldig for '%'. %", nn: "Verdien '%' er ugyldig for '%'. %",
            en: "The value '%' is invalid for '%'. %"),
        Said(
            nb: "Verdien '%' er ugyldig for '%'", nn: "Verdien '%' er ugyldig for '%'",
            en: "The value '%' is invalid for '%'"),
        Said(nb: "Ugyldig flagg: %", nn: "Ugyldig flagg: %", en: "Invalid option: %"),
        Said(
            nb: "En underkommando mangler.", nn: "Ein underkommando manglar.",
            en: "Missing required subcommand."),
    ]

    private static let tails = [
        Said(
            nb: "' viser mer.", nn: "' viser meir.", en: "' for more information."),
        Said(nb: "' viser mer om den.", nn: "' viser meir om han.", en: "' for detailed help."),
        Said(nb: "  Kommandoen '", nn: "  Kommandoen '", en: "  See '"),
        Said(nb: "Vis utgaven.", nn: "Vis utgåva.", en: "Show the version."),
        Said(nb: "Vis denne hjelpen.", nn: "Vis denne hjelpa.", en: "Show help information."),
        Said(nb: "(ellers: ", nn: "(elles: ", en: "(default: "),
        Said(nb: "(uten underkommando)", nn: "(utan underkommando)", en: "(default)"),
        Said(nb: "<valg>", nn: "<val>", en: "<options>"),
        Said(nb: "<underkommando>", nn: "<underkommando>", en: "<subcommand>"),
    ]
}

import SkrankeDomain

extension DataFileError {
    /// One sentence for the administrator: file, line, key, what was found and what was expected.
    ///
    ///     Data/desk.toml, linje 14, hours.monday[0]: fant «kl. 8»; forventet åpningstid …
    public func sentence(_ language: Language) -> String {
        var place = file
        if let line {
            let word = language == .en ? "line" : "linje"
            place += ", \(word) \(line)"
        }
        if !path.isEmpty { place += ", \(DataFileError.shown(path))" }
        let reason =
            switch language {
            case .nb: expected.bokmal
            case .nn: expected.nynorsk
            case .en: expected.english
            }
        return "\(place): \(foundWords(language))\(reason)."
    }

    private func foundWords(_ language: Language) -> String {
        guard let found else { return "" }
        return switch language {
        case .nb: "fant «\(found)»; "
        case .nn: "fann «\(found)»; "
        case .en: "found “\(found)”; "
        }
    }
}

/// Pieces of sentences that the three languages share.
enum Wording {
    static func list(_ words: [String], or: String) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(or) " + last
    }

    static func braces(_ places: [String]) -> [String] { places.map { "{\($0)}" } }

    /// A hint at what was probably meant, in `words` (which ends before the word).
    static func hint(
        _ nearest: String?, _ words: String, _ quotes: (String, String) = ("«", "»")
    ) -> String {
        nearest.map { " (\(words) \(quotes.0)\($0)\(quotes.1)?)" } ?? ""
    }
}

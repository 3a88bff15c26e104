import SkrankeDomain

/// Sentences about how a command was called: exit code 64, in the user's language (DESIGN §5).
enum Usage {
    /// The language of what is said before a desk is open: flag, else locale, else bokmål.
    static func language(_ flag: String?) throws -> Language {
        try Language.chosen(flag, Shell.environment) ?? .nb
    }

    static func failure(_ sentence: String) -> Failure { Failure(sentence, code: 64, word: "usage") }

    /// One of a closed list of words, or a failure that names them all.
    static func word<Word: RawRepresentable>(
        _ text: String, of words: [Word], _ flag: String, _ language: Language
    ) throws -> Word where Word.RawValue == String {
        if let word = words.first(where: { $0.rawValue == text }) { return word }
        let list = words.map(\.rawValue).joined(separator: ", ")
        throw failure(
            language.choose(
                nb: "\(flag) kan ikke være «\(text)». Velg en av: \(list).",
                nn: "\(flag) kan ikkje vere «\(text)». Vel ein av: \(list).",
                en: "\(flag) cannot be “\(text)”. Choose one of: \(list)."))
    }

    static func moment(_ text: String, _ what: String, _ language: Language) throws -> Moment {
        if let moment = Moment(rfc3339: text) {
            // Holidays and offsets of another age are nobody's promise.
            if (0..<7_258_118_400).contains(moment.seconds) { return moment }
            throw failure(
                language.choose(
                    nb: "\(what): «\(text)» må ligge mellom 1970 og 2199.",
                    nn: "\(what): «\(text)» må liggje mellom 1970 og 2199.",
                    en: "\(what): “\(text)” must lie between 1970 and 2199."))
        }
        throw failure(
            language.choose(
                nb: "\(what): «\(text)» er ikke et tidspunkt i RFC 3339, som 2026-11-27T14:00:00+01:00.",
                nn: "\(what): «\(text)» er ikkje eit tidspunkt i RFC 3339, som 2026-11-27T14:00:00+01:00.",
                en: "\(what): “\(text)” is not a time in RFC 3339, e.g. 2026-11-27T14:00:00+01:00."))
    }

    static func notNegative(_ number: some BinaryInteger, _ flag: String, _ language: Language) throws {
        guard number < 0 else { return }
        throw failure(
            language.choose(
                nb: "\(flag) kan ikke være mindre enn 0.", nn: "\(flag) kan ikkje vere mindre enn 0.",
                en: "\(flag) cannot be less than 0."))
    }
}

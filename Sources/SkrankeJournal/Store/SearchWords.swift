/// What a typed query asks for: words, of which the last is a beginning. Hostile text cannot break a
/// query, because nothing of it is ever read as syntax (lessons 25).
public struct SearchWords: Sendable, Equatable {
    public struct Word: Sendable, Equatable {
        public var text: String
        public var isPrefix: Bool
    }
    public let words: [Word]

    /// Words beyond this are left out.
    public static let most = 12
    /// Shorter beginnings match only whole words: one letter would match half of the index.
    public static let shortestPrefix = 2

    public init(_ text: String) {
        let parts = text.unicodeScalars.split { !SearchWords.isPart($0) }.prefix(SearchWords.most)
        var words = parts.map { Word(text: String(String.UnicodeScalarView($0)), isPrefix: false) }
        if let last = words.indices.last {
            words[last].isPrefix = words[last].text.unicodeScalars.count >= SearchWords.shortestPrefix
        }
        self.words = words
    }

    public var isEmpty: Bool { words.isEmpty }

    /// Letters and digits, as every engine takes words apart: «e-post» are two words, in a text and in a query.
    /// What came into Unicode after version 6.1 no word of FTS5's unicode61 holds; a query for a word that two
    /// engines take apart differently would be none.
    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: false
            }
        }
        switch scalar.value {
        // Marks of New Tai Lue and Vedic, which became letters later.
        case 0x19B0...0x19C0, 0x19C8, 0x19C9, 0x1CF2, 0x1CF3: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            guard let age = scalar.properties.age else { return false }
            return (age.major, age.minor) <= (6, 1)
        default: return false
        }
    }
}

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
        let parts = text.unicodeScalars.split {
            $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0x7F
        }
        .filter { $0.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil } }
        .prefix(SearchWords.most)
        var words = parts.map { Word(text: String(String.UnicodeScalarView($0)), isPrefix: false) }
        if let last = words.indices.last {
            words[last].isPrefix = words[last].text.unicodeScalars.count >= SearchWords.shortestPrefix
        }
        self.words = words
    }

    public var isEmpty: Bool { words.isEmpty }
}

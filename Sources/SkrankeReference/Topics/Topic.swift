import SkrankeDomain

/// What an inquiry may be about: a word of the Los vocabulary, or a local word under a Los theme
/// (facts §3.10).
public struct Topic: Sendable, Equatable {
    public var code: TopicCode
    public var name: [Language: String]
    /// The main theme's slug.
    public var theme: String
    /// Not a word of Los: made by the municipality.
    public var isLocal: Bool
    /// Other words that people use for it, for finding.
    public var words: [String]
    /// Who answers, where no service says so.
    public var unit: UnitCode?

    public init(
        code: TopicCode, name: [Language: String], theme: String, isLocal: Bool = false, words: [String] = [],
        unit: UnitCode? = nil
    ) {
        self.code = code
        self.name = name
        self.theme = theme
        self.isLocal = isLocal
        self.words = words
        self.unit = unit
    }
}

/// A main theme: a heading over topics.
public struct TopicTheme: Sendable, Equatable {
    public var code: String
    public var name: [Language: String]

    public init(code: String, name: [Language: String]) {
        self.code = code
        self.name = name
    }
}

/// The topics of a municipality, in the order of its file.
public struct TopicList: Sendable, Equatable {
    public var themes: [TopicTheme]
    public var topics: [Topic]
    private let index: [TopicCode: Int]

    public init(themes: [TopicTheme], topics: [Topic]) {
        self.themes = themes
        self.topics = topics
        index = Dictionary(topics.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(code: TopicCode) -> Topic? { index[code].map { topics[$0] } }
}

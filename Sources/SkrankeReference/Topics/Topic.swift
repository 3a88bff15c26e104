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
}

/// A main theme: a heading over topics.
public struct TopicTheme: Sendable, Equatable {
    public var code: String
    public var name: [Language: String]
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

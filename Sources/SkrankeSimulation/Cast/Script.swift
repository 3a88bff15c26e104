import SkrankeDomain

/// What a citizen has come to ask, and what he says when he is asked in return.
public struct Script: Equatable, Sendable {
    /// The Los word or local word that it is about (`topics.toml`).
    public var topic: TopicCode
    public var language: Language
    public var question: String
    /// What he asks next, once he was answered.
    public var followUp: String?
    /// The fact that an agent would ask for: which place, which child, since when.
    public var detail: String

    init(_ topic: String, _ language: Language, _ question: String, _ followUp: String?, _ detail: String) {
        self.topic = TopicCode(topic)
        self.language = language
        self.question = question
        self.followUp = followUp
        self.detail = detail
    }
}

/// All that citizens ask about: the topics of reference data §6.3.
public enum Scripts {
    public static func all(_ language: Language) -> [Script] {
        switch language {
        case .nb: bokmal
        case .nn: nynorsk
        case .en: english
        }
    }

    /// Every script, also the dialects', the long one and the hostile ones.
    public static var everything: [Script] {
        Language.allCases.flatMap(all) + dialect + long + hostile
    }
}

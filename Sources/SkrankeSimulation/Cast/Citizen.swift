import SkrankeDomain

/// How a citizen behaves. Every round of the cast has at least one of each (`CitizenCast`).
public enum Trait: String, CaseIterable, Sendable {
    case plain
    /// Slips of the finger.
    case typos
    /// Writes as he speaks.
    case dialect
    /// "Er dere der?"
    case impatient
    /// Leaves the queue when it takes too long.
    case givesUp
    /// Closes the page as soon as he has what he wanted, without a word.
    case vanishes
    case emoji
    /// One thought in several short messages.
    case burst
    case longText
    /// Comes back with one more thing after the end.
    case reopens
    /// Sends what must do no harm.
    case hostile
}

/// A fictional person with a question: all that his behaviour follows from.
public struct Citizen: Equatable, Sendable {
    /// 0 for the first of the day.
    public var index: Int
    public var trait: Trait
    public var name: CitizenName
    public var language: Language
    /// nil where he told nothing.
    public var contact: ContactDetails?
    public var script: Script
    /// The question as he types it.
    public var question: String
    /// What he adds before anybody answered.
    public var additions: [String]
    /// How long he stays in the queue.
    public var patience: Span
    /// After how long he asks whether anybody is there; nil = never.
    public var nudge: Span?
    /// How fast he types.
    public var millisecondsPerLetter: Int64
    /// What his further choices are drawn from.
    public var random: SeededRandom
}

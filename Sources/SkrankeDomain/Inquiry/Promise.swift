/// A receipt (kvittering): that we have it, and when the final answer comes (R50).
///
/// A receipt without a date cannot be made: the date is not optional.
public struct Receipt: Equatable, Sendable {
    public let channel: Channel
    public let sentAt: Moment
    /// When the final answer comes, at the latest.
    public let expectedAt: Moment
    public let content: ContentID
    public let sequence: Int

    public init(channel: Channel, sentAt: Moment, expectedAt: Moment, content: ContentID, sequence: Int) {
        self.channel = channel
        self.sentAt = sentAt
        self.expectedAt = expectedAt
        self.content = content
        self.sequence = sequence
    }
}

/// A promise that runs. Its rule is computed once, when it starts; history is never edited.
public struct Deadline: Equatable, Sendable, Codable {
    public enum State: String, Sendable, Codable { case running, paused, met, missed, cancelled }
    /// The only lawful grounds for stopping the clock (facts §3.3).
    public enum PauseReason: String, Sendable, Codable {
        case awaitingCitizen = "awaiting-citizen"
        case postponedByParty = "postponed-by-party"
        case specialCircumstances = "special-circumstances"
    }
    public var kind: DeadlineKind
    public var start: Moment
    public var due: Moment
    public var state: State = .running
    public var pausedAt: Moment?
    public var pauseReason: PauseReason?
    public var warned: Bool = false
    public var settledAt: Moment?

    public init(kind: DeadlineKind, start: Moment, due: Moment) {
        self.kind = kind
        self.start = start
        self.due = due
    }
}

/// What an agent is offered by "neste": his queues, his topics, his languages (model §5.10).
///
/// An empty list means everything: a desk that has not said who knows what hides nothing from anybody. What
/// has no topic yet anybody may look at. A deliberate claim is not filtered: a colleague may always help.
public struct Fit: Equatable, Sendable {
    public var topics: Set<TopicCode>
    public var languages: Set<Language>
    public var panes: [QueuePane]?

    public init(topics: Set<TopicCode> = [], languages: Set<Language> = [], panes: [QueuePane]? = nil) {
        self.topics = topics
        self.languages = languages
        self.panes = panes
    }

    public init(_ staff: StaffPolicy?, _ state: AgentState?) {
        self.init(
            topics: staff?.topics ?? [], languages: staff?.languages ?? [], panes: state?.panes)
    }

    public func takes(_ pane: QueuePane) -> Bool { panes?.contains(pane) ?? true }

    public func takes(_ head: InquiryHead) -> Bool {
        guard takes(head.channel.pane) else { return false }
        if let topic = head.topic, !topics.isEmpty, !topics.contains(topic) { return false }
        return languages.isEmpty || languages.contains(head.language)
    }
}

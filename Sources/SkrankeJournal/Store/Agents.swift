import SkrankeDomain

extension Envelope {
    /// The agent's state after this event of his stream.
    public func applied(to state: AgentState) -> AgentState {
        var next = state
        next.apply(event, version: version, at: at)
        return next
    }
}

extension AgentState {
    /// What a whole stream says; for stores whose rows are older than the events.
    public static func folded(_ id: AgentID, _ events: [Envelope]) -> AgentState {
        events.reduce(AgentState(id: id)) { $1.applied(to: $0) }
    }
}

extension Staffing {
    /// Adds what is known of the one whom a command is about.
    public mutating func know(_ agent: AgentID, _ load: Load, _ state: AgentState?) {
        var member = members[agent] ?? Member(presence: .off, live: 0)
        member.load = load
        member.state = state
        // An agent without a session is not at work, whatever is known of him.
        members[agent] = member
    }
}

import SkrankeDomain

/// What a citizen's page shows him (DESIGN §5), and what goes through his head.
public enum CitizenEvent: Equatable, Sendable {
    /// He has opened the page.
    case arrived
    case message(from: Speaker, text: String)
    case state(ChatState)
    case receipt(reference: String, expectedAt: String?)
    case position(Int, expectedWaitSeconds: Int?)
    /// The agent writes.
    case agentTyping
    /// A thought that he planned has come (`CitizenAction.think`).
    case thought(Thought)
}

/// Who wrote a line of the chat.
public enum Speaker: String, Sendable {
    case citizen, agent, system
}

/// Where a chat stands, as the citizen is told.
public enum ChatState: String, Sendable {
    case waiting, left, active, ended
}

/// What occurs to a citizen after a while, unless something happens before.
public enum Thought: String, Equatable, Sendable {
    case nudge, giveUp, silence, spoken, comeBack
}

/// What a citizen does.
public enum CitizenAction: Equatable, Sendable {
    /// Sends the question: the chat begins.
    case ask(String)
    case write(String)
    /// A sign that he is writing, shown for five seconds at most.
    case typing
    /// Ends the chat with the page's button.
    case end
    /// Closes the page without a word.
    case leave
    /// Remembers to think of something.
    case think(Thought)
}

/// An action some time after the event that it answers, in demonstrated time.
public struct PlannedAction: Equatable, Sendable {
    public var after: Span
    public var action: CitizenAction
    public init(after: Span, _ action: CitizenAction) {
        self.after = after
        self.action = action
    }
}

/// What follows from an event.
public struct Reaction: Equatable, Sendable {
    /// In ascending order of `after`.
    public var steps: [PlannedAction]
    /// What was planned before is dropped.
    public var replaces: Bool

    /// Goes on as planned.
    public static let none = Reaction(steps: [], replaces: false)
}

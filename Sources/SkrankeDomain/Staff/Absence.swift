/// That somebody is away: why, since when, until when (fravær). At most one is active for a person; the latest
/// wins (model §5.1).
public struct Absence: Equatable, Sendable {
    public var person: AgentID
    /// A code of `absence.toml`.
    public var code: String
    public var from: Moment
    /// When he is back; nil where nobody knows.
    public var until: Moment?
    /// Calls are put through all the same (`UTE;`).
    public var phoneOpen: Bool
    /// The row of its words; they go with it.
    public var text: ContentID?
    public var by: AgentID
    /// When it was said.
    public var at: Moment

    public init(
        person: AgentID, code: String, from: Moment, until: Moment?, phoneOpen: Bool, text: ContentID? = nil,
        by: AgentID, at: Moment
    ) {
        self.person = person
        self.code = code
        self.from = from
        self.until = until
        self.phoneOpen = phoneOpen
        self.text = text
        self.by = by
        self.at = at
    }

    public func isActive(at now: Moment) -> Bool { from <= now && (until.map { now < $0 } ?? true) }

    /// The absence of a stream after `event`: the one fold of every engine (law 3).
    public static func after(_ event: Event, at: Moment, _ before: Absence?) -> Absence? {
        switch event {
        case .absenceSet(let person, let code, let from, let until, let phoneOpen, let text, let by):
            Absence(
                person: person, code: code, from: from, until: until, phoneOpen: phoneOpen, text: text,
                by: by,
                at: at)
        case .absenceCleared: nil
        default: before
        }
    }
}

/// What is said of an absence when it is set.
public struct AbsenceDetails: Equatable, Sendable {
    public var code: String
    /// Nil = now.
    public var from: Moment?
    public var until: Moment?
    /// Nil = as the code says.
    public var phoneOpen: Bool?
    /// For colleagues; within `Limits.fieldLength`.
    public var text: String?
    public init(
        code: String, from: Moment? = nil, until: Moment? = nil, phoneOpen: Bool? = nil, text: String? = nil
    ) {
        self.code = code
        self.from = from
        self.until = until
        self.phoneOpen = phoneOpen
        self.text = text
    }
}

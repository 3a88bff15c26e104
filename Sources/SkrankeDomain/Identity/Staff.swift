/// A role of the permission table (model §5.5, R21).
public enum StaffRole: String, CaseIterable, Sendable, Codable {
    case agent, specialist, leader, supervisor, editor, admin
}

/// Who gives a command.
public enum Actor: Hashable, Sendable, Codable {
    case agent(AgentID)
    /// By the token of his own inquiry.
    case citizen(InquiryID)
    /// A citizen who has no inquiry yet.
    case newcomer
    case system(SystemPart)

    public enum SystemPart: String, Sendable, Codable { case intake, mia, timekeeper, outbox, importer }

    public var agent: AgentID? {
        if case .agent(let id) = self { id } else { nil }
    }
}

/// An actor with what he may do, as established by the caller's identity, never by the command.
public struct Caller: Hashable, Sendable, Codable {
    public var actor: Actor
    public var roles: Set<StaffRole>
    /// The terminal, for the audit trail: host and tty, or the gateway's interface.
    public var terminal: String
    public init(_ actor: Actor, roles: Set<StaffRole> = [], terminal: String = "") {
        self.actor = actor
        self.roles = roles
        self.terminal = terminal
    }
}

/// What an agent is doing (model §5.4, Presence).
public enum Presence: String, CaseIterable, Sendable, Codable {
    case off, available, busy, wrapUp, paused
    /// At work, and is given nothing new: by himself, or by the supervisor (sperret).
    case blocked

    /// Is offered new work.
    public var takesWork: Bool { self == .available || self == .busy }
}

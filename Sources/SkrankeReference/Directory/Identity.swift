import SkrankeDomain

/// What is known of the one who starts a program, before it is known who he is (DESIGN §5, "Who is the
/// agent?"). Established by the operating system, never by the one who asks.
public struct Entrance: Sendable, Equatable {
    public enum Store: Sendable, Equatable {
        /// A file that belongs to the caller's account: who can open it is past every gate.
        case own
        /// A file that belongs to another account.
        case foreign(owner: String)
        /// A database server: the account's name decides.
        case server
        /// The demonstration: everybody may be anybody.
        case demonstration
    }
    public var store: Store
    /// The operating system's account.
    public var account: String
    /// `SKRANKE_AGENT`, nil when it is not set.
    public var forcedAgent: String?
    /// `--agent`.
    public var wanted: String?

    public init(store: Store, account: String, forcedAgent: String? = nil, wanted: String? = nil) {
        self.store = store
        self.account = account
        self.forcedAgent = forcedAgent
        self.wanted = wanted
    }
}

/// Who the agent is, and what that allows.
public struct Identity: Sendable, Equatable {
    public var agent: AgentID
    public var name: String
    public var roles: Set<StaffRole>
    /// Entered by a forced SSH command: no external program runs, no editor, pager or shell.
    public var isForced: Bool
    /// Whom `--agent` may choose among.
    public var choices: [AgentID]

    public init(agent: AgentID, name: String, roles: Set<StaffRole>, isForced: Bool, choices: [AgentID]) {
        self.agent = agent
        self.name = name
        self.roles = roles
        self.isForced = isForced
        self.choices = choices
    }

    /// The caller of this identity's commands, at `terminal` (host and tty).
    public func caller(terminal: String) -> Caller { Caller(.agent(agent), roles: roles, terminal: terminal) }
}

/// Why nobody was let in.
public enum IdentityRefusal: Error, Sendable, Equatable {
    /// The store belongs to another account: enter by its forced SSH command.
    case foreignStore(owner: String)
    /// The account's forced command names nobody in the directory who has access.
    case unknownForcedAgent(String)
    /// The database server knows no such account in the directory's file.
    case unknownAccount(String)
    /// `--agent` chose somebody whom the caller may not be.
    case mayNotBe(String, choices: [AgentID])
    /// Found in the directory, but without a role.
    case withoutAccess(AgentID)
}

extension Directory {
    /// What the owner of a store may do, so that a first desk works at once.
    public static let ownerRoles: Set<StaffRole> = [.agent, .supervisor, .admin]

    /// Who the one at the entrance is. Pure: the same answer for the same entrance and directory.
    public func identify(_ entrance: Entrance) throws(IdentityRefusal) -> Identity {
        switch entrance.store {
        case .foreign(let owner):
            throw .foreignStore(owner: owner)
        case .demonstration:
            return try demonstrated(entrance)
        case .own:
            if let forced = entrance.forcedAgent, account(entrance.account)?.isForced == true {
                return try self.forced(forced, entrance)
            }
            return try owner(entrance)
        case .server:
            return try mapped(entrance)
        }
    }

    /// The identity that the account's forced command sets, and no other: an unknown name lets nobody
    /// in, or a slip in `authorized_keys` would open the owner's door.
    private func forced(_ name: String, _ entrance: Entrance) throws(IdentityRefusal) -> Identity {
        let listed = account(entrance.account)?.people ?? []
        let id = AgentID(name)
        guard let person = self[id], !person.roles.isEmpty, listed.isEmpty || listed.contains(id) else {
            throw .unknownForcedAgent(name)
        }
        guard entrance.wanted == nil || entrance.wanted == name else {
            throw .mayNotBe(entrance.wanted ?? "", choices: [id])
        }
        return Identity(agent: id, name: person.name, roles: person.roles, isForced: true, choices: [id])
    }

    /// The store's owner: the person to whom his account is mapped, else the account itself; with the
    /// owner's roles on top. `--agent` takes him as he is, or another of his account's people.
    private func owner(_ entrance: Entrance) throws(IdentityRefusal) -> Identity {
        let listed = account(entrance.account)?.people ?? []
        let own = listed.first ?? AgentID(entrance.account)
        let choices = [own] + listed.dropFirst()
        let chosen = entrance.wanted.map(AgentID.init(_:)) ?? own
        guard choices.contains(chosen) else { throw .mayNotBe(chosen.rawValue, choices: choices) }
        let person = self[chosen]
        var roles = person?.roles ?? []
        if chosen == own { roles.formUnion(Directory.ownerRoles) }
        guard !roles.isEmpty else { throw .withoutAccess(chosen) }
        return Identity(
            agent: chosen, name: person?.name ?? chosen.rawValue, roles: roles, isForced: false,
            choices: choices)
    }

    /// On a server: the people of the account, with their own roles and nothing more.
    private func mapped(_ entrance: Entrance) throws(IdentityRefusal) -> Identity {
        guard let choices = account(entrance.account)?.people, let first = choices.first else {
            throw .unknownAccount(entrance.account)
        }
        return try person(entrance.wanted.map(AgentID.init(_:)) ?? first, among: choices)
    }

    /// The demonstration's visitor: by default the first agent, with the owner's roles, so that all can
    /// be tried; by `--agent` anybody with access, with exactly what that person may do.
    private func demonstrated(_ entrance: Entrance) throws(IdentityRefusal) -> Identity {
        let choices = people.filter { !$0.roles.isEmpty }.map(\.id)
        if let wanted = entrance.wanted { return try person(AgentID(wanted), among: choices) }
        guard let first = people.first(where: { $0.roles.contains(.agent) }) else {
            return Identity(
                agent: AgentID(entrance.account), name: entrance.account, roles: Directory.ownerRoles,
                isForced: false, choices: choices)
        }
        return Identity(
            agent: first.id, name: first.name, roles: first.roles.union(Directory.ownerRoles),
            isForced: false,
            choices: choices)
    }

    private func person(_ id: AgentID, among choices: [AgentID]) throws(IdentityRefusal) -> Identity {
        guard choices.contains(id) else { throw .mayNotBe(id.rawValue, choices: choices) }
        guard let person = self[id], !person.roles.isEmpty else { throw .withoutAccess(id) }
        return Identity(agent: id, name: person.name, roles: person.roles, isForced: false, choices: choices)
    }
}

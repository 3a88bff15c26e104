import SkrankeDomain
import SkrankeJournal

/// Who does what, by the journal; what this agent himself does (model §5.4).
extension AppState {
    /// What this agent has said of himself, as it holds now.
    public var standing: AgentState {
        if let state = agents[agent] { return state.standing(at: now) }
        var state = AgentState(id: agent)
        state.presence = presence
        return state
    }

    /// As colleagues see somebody: busy with what he holds.
    func shown(_ who: AgentID) -> AgentState {
        let state = who == agent ? standing : agents[who] ?? fromSession(who)
        return state.shown(board.load(of: who), at: now)
    }

    /// A desk whose agents' streams are older than this program: what the heartbeat says.
    private func fromSession(_ who: AgentID) -> AgentState {
        var state = AgentState(id: who)
        state.presence = sessions.first { $0.agent == who }?.presence ?? .off
        return state
    }

    var fit: Fit { Fit(policy.staff[agent], agents[agent]) }

    /// Agents with a living console, in the order of their names.
    var atWork: [AgentID] {
        let limit = now - .seconds(Limits.leaseSeconds)
        let here = Set(sessions.filter { $0.seen >= limit && $0.presence != .off }.map(\.agent))
        return here.sorted { Naming.key(naming.full($0)) < Naming.key(naming.full($1)) }
    }

    /// Those who can be given an inquiry: at work first, then the other agents of the desk.
    func colleagues(besides who: AgentID?) -> [AgentID] {
        let here = atWork
        let others = policy.staff.filter {
            !here.contains($0.key) && !$0.value.roles.isDisjoint(with: [.agent, .supervisor])
        }.keys.sorted { Naming.key(naming.full($0)) < Naming.key(naming.full($1)) }
        return (here + others).filter { $0 != who }
    }

    mutating func take(_ rows: [AgentState]) -> [Effect] {
        let before = agents[agent]
        for row in rows where (agents[row.id]?.version ?? -1) <= row.version { agents[row.id] = row }
        guard let mine = agents[agent] else { return [] }
        if let by = mine.assignedBy, by != agent, let before, before.panes != mine.panes {
            say(.info, texts.youServe(mine.panes, naming.short(by), self))
        }
        if let by = mine.detail.by, by != agent, let before, before.version < mine.version,
            before.presence != mine.presence
        {
            say(.info, texts.youAre(texts.presence(mine.presence), naming.short(by)))
        }
        return follow(mine.standing(at: now).presence)
    }

    /// The heartbeat says what the journal says.
    private mutating func follow(_ presence: Presence) -> [Effect] {
        guard self.presence != presence else { return [] }
        self.presence = presence
        return [.setPresence(presence)]
    }

    /// What this console has just said of its agent holds before the journal comes back with it.
    mutating func notePresence(_ intents: [Intent]) -> [Effect] {
        guard case .setPresence(agent, let presence, let detail)? = intents.last else { return [] }
        var state = agents[agent] ?? AgentState(id: agent)
        var shown = detail
        if presence == .wrapUp {
            shown.until = shown.until ?? now + .seconds(policy.channels.wrapUpSeconds)
        }
        let event = Event.presenceChanged(agent: agent, presence: presence, detail: shown)
        state.apply(event, version: state.version, at: now)
        agents[agent] = state
        self.presence = presence
        return [.setPresence(presence)]
    }

    /// Available by himself when the after-work is over.
    mutating func endAfterWork() -> [Effect] {
        guard presence == .wrapUp, standing.presence == .available else { return [] }
        return follow(.available)
    }

    /// The telephone has just been put down, and the caller's matter is still open: a moment to write it
    /// down.
    mutating func afterWork(_ old: InquiryHead, _ head: InquiryHead) -> [Effect]? {
        guard old.owner == agent, old.channel == .phone, old.contactState == .active, head.owner == agent,
            head.contactState == .ended, head.state.isOpen, policy.channels.wrapUpSeconds > 0,
            standing.presence == .available || standing.presence == .busy, !isPending(head.id)
        else { return nil }
        let until = now + .seconds(policy.channels.wrapUpSeconds)
        return submit(
            [.setPresence(agent, .wrapUp, PresenceDetail(until: until))], inquiry: nil, done: nil)
    }
}

/// What agents say of themselves, and where a supervisor puts them (R129, model §5.4).
enum DecideStaff {
    static func decide(_ intent: Intent, _ context: DecisionContext) throws(Refusal) -> Decision {
        var decision = Decision()
        if intent.absentee != nil {
            try AbsenceRules.decide(intent, context, &decision)
            return decision
        }
        let (agent, event) = try event(intent, context)
        decision.events.append(.init(stream: .agent(agent), event: event))
        return decision
    }

    private static func event(
        _ intent: Intent, _ context: DecisionContext
    ) throws(Refusal) -> (AgentID, Event) {
        switch intent {
        case .openSession(let agent): return (agent, .sessionOpened(agent: agent))
        case .closeSession(let agent): return (agent, .sessionClosed(agent: agent))
        case .setPresence(let agent, let presence, let detail):
            let detail = try checked(detail, presence, agent, context)
            return (agent, .presenceChanged(agent: agent, presence: presence, detail: detail))
        case .assignChannels(let agent, let panes):
            guard context.policy.staff.isEmpty || context.policy.staff[agent] != nil else {
                throw .unknownAgent
            }
            guard let by = context.caller.actor.agent else { throw .notPermitted }
            let sorted = Set(panes).sorted { $0.rawValue < $1.rawValue }
            return (agent, .channelsAssigned(agent: agent, panes: sorted, by: by))
        default: throw .notFound
        }
    }

    /// Only what belongs to the presence; after-work never lasts longer than the desk allows.
    private static func checked(
        _ given: PresenceDetail, _ presence: Presence, _ agent: AgentID, _ context: DecisionContext
    ) throws(Refusal) -> PresenceDetail? {
        var detail = PresenceDetail()
        if let by = context.caller.actor.agent, by != agent { detail.by = by }
        switch presence {
        case .busy: detail.channel = given.channel
        case .wrapUp:
            let longest = context.now + .seconds(min(60, max(1, context.policy.channels.wrapUpSeconds)))
            detail.until = min(given.until ?? longest, longest)
        case .paused, .off:
            if let until = given.until, until <= context.now { throw .dateNotInFuture }
            detail.absence = try known(given.absence, presence, context.policy)
            detail.until = given.until
        case .available, .blocked: break
        }
        return detail.isEmpty ? nil : detail
    }

    private static func known(
        _ code: String?, _ presence: Presence, _ policy: DeskPolicy
    ) throws(Refusal) -> String? {
        guard let code else {
            if presence == .paused, !policy.absences.isEmpty { throw .absenceMissing }
            return nil
        }
        guard policy.absences.isEmpty || policy.absences.contains(where: { $0.code == code }) else {
            throw .unknownAbsence
        }
        return code
    }
}

extension Deciding {
    /// Refuses what would be more than one agent can hold, and anything new to whoever is blocked.
    func room(for inquiry: Inquiry, _ agent: AgentID) throws(Refusal) {
        guard let member = context.staffing.members[agent] else { return }
        if member.state?.standing(at: now).presence == .blocked { throw .presenceBlocked }
        guard let occupation = inquiry.occupationIfTaken else { return }
        if let load = member.load {
            if let refusal = policy.channels.refusal(toTake: occupation, with: load) { throw refusal }
        } else if occupation == .live(.chat), member.live >= policy.channels.parallelChats {
            throw .tooManyLive(limit: policy.channels.parallelChats)
        }
    }
}

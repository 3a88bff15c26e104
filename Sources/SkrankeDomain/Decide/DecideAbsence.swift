/// Absences: set by oneself or for another, latest wins (model §5.1, §5.5).
enum AbsenceRules {
    /// Own: whoever has a role. Another's: desk, supervisor, administrator; a leader his unit's, which
    /// `decide` looks at; a specialist nobody's.
    static func permits(_ agent: AgentID, _ roles: Set<StaffRole>, of person: AgentID) -> Bool {
        if person == agent { return !roles.isEmpty }
        return !roles.isDisjoint(with: [.agent, .supervisor, .admin, .leader])
    }

    static func decide(
        _ intent: Intent, _ context: DecisionContext, _ decision: inout Decision
    ) throws(Refusal) {
        guard let by = context.caller.actor.agent, let person = intent.absentee else { throw .notPermitted }
        let directory = context.policy.directory
        guard directory.people.isEmpty || directory[person] != nil else { throw .unknownAgent }
        try checkUnit(by, person, context)
        switch intent {
        case .setAbsence(_, let details):
            decision.events.append(
                .init(stream: .absence(person), event: try set(person, details, by, context, &decision)))
        case .clearAbsence:
            decision.events.append(
                .init(stream: .absence(person), event: .absenceCleared(person: person, by: by)))
        default: throw .notFound
        }
    }

    private static func checkUnit(
        _ by: AgentID, _ person: AgentID, _ context: DecisionContext
    ) throws(Refusal) {
        guard by != person, context.caller.roles.isDisjoint(with: [.agent, .supervisor, .admin]) else {
            return
        }
        let directory = context.policy.directory
        guard let own = directory[by]?.unit, own == directory[person]?.unit else { throw .notPermitted }
    }

    private static func set(
        _ person: AgentID, _ details: AbsenceDetails, _ by: AgentID, _ context: DecisionContext,
        _ decision: inout Decision
    ) throws(Refusal) -> Event {
        guard let code = context.policy.directory.code(details.code) else { throw .unknownAbsenceCode }
        let from = details.from ?? context.now
        if let until = details.until {
            guard until > from else { throw .slotInvalid }
            guard until > context.now else { throw .dateNotInFuture }
        }
        var text: ContentID?
        if let words = try Deciding.field(details.text) {
            var identifiers = context.identifiers
            let id: ContentID = identifiers.next()
            decision.absenceTexts[id] = words
            text = id
        }
        return .absenceSet(
            person: person, code: code.code, from: from, until: details.until,
            phoneOpen: details.phoneOpen ?? code.phoneOpen, text: text, by: by)
    }
}

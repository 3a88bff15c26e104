/// The one authorisation gate, in front of `Decide` for every command (law 5, R21, model §5.5).
public enum Gate {
    /// Refuses `notPermitted` unless the caller may do this.
    public static func check(_ intent: Intent, _ caller: Caller, owner: AgentID?) throws(Refusal) {
        guard permits(intent, caller, owner: owner) else { throw .notPermitted }
    }

    /// The permission table of model §5.5 as a function; `owner` tells own items apart.
    public static func permits(_ intent: Intent, _ caller: Caller, owner: AgentID?) -> Bool {
        switch caller.actor {
        case .newcomer:
            switch intent {
            case .startChat, .takeTicket, .bookAppointment: return true
            default: return false
            }
        case .citizen(let own):
            guard intent.inquiry == own else { return false }
            switch intent {
            case .citizenWrites, .citizenEndsChat: return true
            case .rescheduleAppointment(_, _, _, let byCitizen), .cancelAppointment(_, let byCitizen):
                return byCitizen
            default: return false
            }
        case .system(let part): return permits(intent, part)
        case .agent(let agent): return permits(intent, agent, caller.roles, owner: owner)
        }
    }

    private static func permits(_ intent: Intent, _ part: Actor.SystemPart) -> Bool {
        switch (part, intent) {
        case (.timekeeper, .timerFired), (.timekeeper, .leaveQuestion), (.timekeeper, .loseSession): true
        case (.timekeeper, .closeSession), (.outbox, .timerFired): true
        case (.intake, .startChat), (.intake, .citizenWrites), (.intake, .registerInquiry): true
        case (.intake, .callReported): true
        case (.intake, .receiveEmail), (.intake, .deliveryReported), (.outbox, .mailSettled): true
        // The kiosk: a ticket, and a booked visitor who is here.
        case (.intake, .takeTicket), (.intake, .bookAppointment), (.intake, .visitorForAppointment): true
        case (.importer, .registerInquiry): true
        default: false
        }
    }

    private static func permits(
        _ intent: Intent, _ agent: AgentID, _ roles: Set<StaffRole>, owner: AgentID?
    ) -> Bool {
        let isOwn = owner == agent
        let desk = roles.contains(.agent) || roles.contains(.supervisor)
        let unit = roles.contains(.specialist) || roles.contains(.leader)
        switch intent {
        case .assign, .takeOver:
            return roles.contains(.supervisor) || roles.contains(.leader)
        case .startChat, .citizenWrites, .citizenEndsChat, .timerFired, .leaveQuestion, .loseSession,
            .callReported, .receiveEmail, .deliveryReported, .mailSettled, .takeTicket, .bookAppointment:
            return false
        case .void, .merge, .split: return desk
        case .clearMessage, .refuseClearance:
            return roles.contains(.supervisor) || roles.contains(.leader)
        case .claim, .transferToUnit, .returnToDesk, .moveChannel, .registerInquiry:
            return desk || unit
        case .openSession(let who), .closeSession(let who): return who == agent && !roles.isEmpty
        case .setPresence(let who, _, _):
            return (who == agent && !roles.isEmpty) || roles.contains(.supervisor)
        case .assignChannels: return roles.contains(.supervisor)
        case .handOver: return (desk && isOwn) || roles.contains(.supervisor)
        case .eraseContent: return roles.contains(.admin)
        case .setAbsence(let who, _), .clearAbsence(let who):
            return AbsenceRules.permits(agent, roles, of: who)
        case .reclassify: return desk || unit
        case .release: return (desk || unit) && (isOwn || roles.contains(.supervisor))
        default: return desk || (unit && isOwn)
        }
    }

    /// May see citizens' data at all: admins and editors by default do not (separation of duties).
    public static func mayReadInquiries(_ caller: Caller) -> Bool {
        switch caller.actor {
        case .agent:
            !caller.roles.isDisjoint(with: [.agent, .supervisor, .specialist, .leader])
        case .system: true
        case .citizen, .newcomer: false
        }
    }
}

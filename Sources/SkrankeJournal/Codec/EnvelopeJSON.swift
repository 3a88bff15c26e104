import SkrankeDomain

/// Envelopes as JSON lines: what `journal export` and `journal tail` write, with the names of model §5.6,
/// sorted, and times in RFC 3339.
public enum EnvelopeJSON {
    /// - Throws: `StoreFault.failed` where the event cannot be written, which no event of this program is.
    public static func line(_ envelope: Envelope, codec: EventCodec = EventCodec()) throws(StoreFault)
        -> String
    {
        let stored = try codec.encode(envelope.event)
        do {
            let payload = try JSONCoder.decode(JSONValue.self, from: stored.payload)
            return try JSONCoder.encode(Line(envelope, stored, payload))
        } catch { throw .failed("\(stored.type) cannot be written: \(error)") }
    }

    private struct Line: Encodable {
        let id: String
        let sequence: Int64
        let at: String
        let actor: String
        let role: String
        let terminal: String
        let aggregate: String
        let version: Int
        let type: String
        /// Only where it is not the first.
        let form: Int?
        let payload: JSONValue
        let causation: String
        let correlation: String

        init(_ envelope: Envelope, _ stored: StoredEvent, _ payload: JSONValue) {
            id = envelope.id.description
            sequence = envelope.sequence
            at = envelope.at.rfc3339
            actor = CallerText.actor(envelope.caller.actor)
            role = CallerText.roles(envelope.caller.roles)
            terminal = envelope.caller.terminal
            aggregate = envelope.stream.description
            version = envelope.version
            type = stored.type
            form = stored.form > 1 ? stored.form : nil
            self.payload = payload
            causation = envelope.causation.description
            correlation = envelope.correlation.description
        }
    }
}

/// Callers as the journal's columns hold them: `agent/kari`, `agent supervisor`.
public enum CallerText {
    public static func actor(_ actor: Actor) -> String {
        switch actor {
        case .agent(let id): "agent/\(id)"
        case .citizen(let inquiry): "citizen/\(inquiry)"
        case .newcomer: "newcomer"
        case .system(let part): "system/\(part.rawValue)"
        }
    }

    public static func actor(_ text: String) -> Actor? {
        if text == "newcomer" { return .newcomer }
        guard let slash = text.firstIndex(of: "/") else { return nil }
        let rest = String(text[text.index(after: slash)...])
        switch text[..<slash] {
        case "agent": return .agent(AgentID(rest))
        case "citizen": return InquiryID(rest).map { .citizen($0) }
        case "system": return Actor.SystemPart(rawValue: rest).map { .system($0) }
        default: return nil
        }
    }

    public static func roles(_ roles: Set<StaffRole>) -> String {
        StaffRole.allCases.filter { roles.contains($0) }.map(\.rawValue).joined(separator: " ")
    }

    /// Roles that this program does not know are left out: they are history, not a permission.
    public static func roles(_ text: String) -> Set<StaffRole> {
        Set(text.split(separator: " ").compactMap { StaffRole(rawValue: String($0)) })
    }
}

extension TimerKind {
    /// The name under which a store keeps it, e.g. `deadline-due/email-answer`.
    public var name: String {
        switch self {
        case .heldText(let message): "held-text/\(message)"
        case .deadlineWarning(let kind): "deadline-warning/\(kind.rawValue)"
        case .deadlineDue(let kind): "deadline-due/\(kind.rawValue)"
        case .chatIdle: "chat-idle"
        case .chatTimeout: "chat-timeout"
        case .citizenReminder: "citizen-reminder"
        case .citizenSilence: "citizen-silence"
        case .callSilence: "call-silence"
        case .claimIdle: "claim-idle"
        case .appointmentReminder: "appointment-reminder"
        case .callWrapUp: "call-wrap-up"
        }
    }

    public init?(name: String) {
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count > 1 ? parts[1] : "") {
        case ("held-text", let id):
            guard let message = MessageID(id) else { return nil }
            self = .heldText(message)
        case ("deadline-warning", let kind):
            guard let kind = DeadlineKind(rawValue: kind) else { return nil }
            self = .deadlineWarning(kind)
        case ("deadline-due", let kind):
            guard let kind = DeadlineKind(rawValue: kind) else { return nil }
            self = .deadlineDue(kind)
        case ("chat-idle", ""): self = .chatIdle
        case ("chat-timeout", ""): self = .chatTimeout
        case ("citizen-reminder", ""): self = .citizenReminder
        case ("citizen-silence", ""): self = .citizenSilence
        case ("call-silence", ""): self = .callSilence
        case ("claim-idle", ""): self = .claimIdle
        case ("appointment-reminder", ""): self = .appointmentReminder
        case ("call-wrap-up", ""): self = .callWrapUp
        default: return nil
        }
    }
}

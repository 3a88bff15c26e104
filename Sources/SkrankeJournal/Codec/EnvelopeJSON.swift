import SkrankeDomain

/// Envelopes as JSON lines: what `journal export` and `inquiry show --json` write, with the names of
/// model §5.6 and times in RFC 3339.
public enum EnvelopeJSON {
    public static func line(_ envelope: Envelope, codec: EventCodec = EventCodec()) throws(StoreFault)
        -> String
    {
        try value(envelope, codec: codec).text
    }

    public static func value(
        _ envelope: Envelope, codec: EventCodec = EventCodec()
    ) throws(StoreFault) -> JSONValue {
        let stored = try codec.encode(envelope.event)
        let payload: JSONValue
        do { payload = try JSONValue.parse(stored.payload) } catch {
            throw .corrupt("payload of \(stored.type)")
        }
        let caller = envelope.caller
        var members: [JSONValue.Member] = [
            .init("id", .string(envelope.id.description)),
            .init("sequence", .integer(envelope.sequence)),
            .init("at", .string(envelope.at.rfc3339)),
            .init("actor", .string(CallerText.actor(caller.actor))),
            .init("role", .string(CallerText.roles(caller.roles))),
            .init("terminal", .string(caller.terminal)),
            .init("aggregate", .string(envelope.stream.description)),
            .init("version", .integer(Int64(envelope.version))),
            .init("type", .string(stored.type)),
        ]
        if stored.form > 1 { members.append(.init("form", .integer(Int64(stored.form)))) }
        members += [
            .init("payload", payload),
            .init("causation", .string(envelope.causation.description)),
            .init("correlation", .string(envelope.correlation.description)),
        ]
        return .object(members)
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
        default: return nil
        }
    }
}

/// The stream that an event belongs to: one aggregate's history.
public enum StreamID: Hashable, Sendable {
    case inquiry(InquiryID)
    /// An agent's sessions and presence.
    case agent(AgentID)
    /// When a person of the directory is not to be had.
    case absence(AgentID)

    public var inquiry: InquiryID? { if case .inquiry(let id) = self { id } else { nil } }
}

extension StreamID: LosslessStringConvertible, Codable {
    /// `inquiry/<32 hex>`, `agent/<name>` or `absence/<name>`.
    public var description: String {
        switch self {
        case .inquiry(let id): "inquiry/\(id)"
        case .agent(let id): "agent/\(id)"
        case .absence(let id): "absence/\(id)"
        }
    }

    public init?(_ text: String) {
        if text.hasPrefix("inquiry/") {
            guard let id = InquiryID(String(text.dropFirst(8))) else { return nil }
            self = .inquiry(id)
        } else if text.hasPrefix("agent/") {
            self = .agent(AgentID(String(text.dropFirst(6))))
        } else if text.hasPrefix("absence/") {
            self = .absence(AgentID(String(text.dropFirst(8))))
        } else {
            return nil
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let stream = StreamID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a stream")
        }
        self = stream
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// An event as the journal holds it (model §5.6).
public struct Envelope: Equatable, Sendable {
    public var id: EventID
    /// The position in the journal: 1, 2, 3 ... with no gap that is ever filled later.
    public var sequence: Int64
    public var at: Moment
    public var caller: Caller
    public var stream: StreamID
    /// The position in the stream: 1, 2, 3 ...
    public var version: Int
    public var event: Event
    /// The command that caused it.
    public var causation: CommandID
    /// What the command itself was an answer to, or the command.
    public var correlation: CommandID

    public init(
        id: EventID, sequence: Int64, at: Moment, caller: Caller, stream: StreamID, version: Int,
        event: Event,
        causation: CommandID, correlation: CommandID
    ) {
        self.id = id
        self.sequence = sequence
        self.at = at
        self.caller = caller
        self.stream = stream
        self.version = version
        self.event = event
        self.causation = causation
        self.correlation = correlation
    }
}

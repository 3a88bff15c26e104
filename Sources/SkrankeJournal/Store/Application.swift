import SkrankeDomain

/// Where a stream stands before a decision is written.
public struct StreamState: Sendable {
    public var version: Int
    public var inquiry: Inquiry?
    /// What an agent's own stream says of him.
    public var agent: AgentState?
    public init(version: Int = 0, inquiry: Inquiry? = nil, agent: AgentState? = nil) {
        self.version = version
        self.inquiry = inquiry
        self.agent = agent
    }
}

/// A decision's events with their numbers, and the streams after them: what every engine writes the same way.
public struct Application: Sendable {
    public private(set) var envelopes: [Envelope] = []
    /// The streams that got events.
    public private(set) var streams: [StreamID: StreamState]

    /// - Parameters:
    ///   - sequence: the journal's last sequence.
    ///   - streams: the state of every stream that the decision writes to; a missing one is empty.
    public init(
        _ decision: Decision, command: CommandID, correlation: CommandID?, caller: Caller, at: Moment,
        after sequence: Int64, streams: [StreamID: StreamState]
    ) {
        self.streams = [:]
        for (index, item) in decision.events.enumerated() {
            var state = self.streams[item.stream] ?? streams[item.stream] ?? StreamState()
            state.version += 1
            let envelope = Envelope(
                id: Application.eventID(command, index), sequence: sequence + Int64(index) + 1, at: at,
                caller: caller, stream: item.stream, version: state.version, event: item.event,
                causation: command, correlation: correlation ?? command)
            if item.stream.inquiry != nil { state.inquiry = Evolve.apply(envelope, to: state.inquiry) }
            if case .agent(let id) = item.stream {
                state.agent = envelope.applied(to: state.agent ?? AgentState(id: id))
            }
            self.streams[item.stream] = state
            envelopes.append(envelope)
        }
    }

    /// The inquiries that changed.
    public var inquiries: [Inquiry] { streams.values.compactMap(\.inquiry) }
    /// The agents of whom something was said.
    public var agents: [AgentState] { streams.values.compactMap(\.agent) }

    /// Things that a command makes count up from its base, its events count down from the base's end.
    private static func eventID(_ command: CommandID, _ index: Int) -> EventID {
        let low = command.value.low & ~0xFFFF | (0xFFFF - UInt64(index & 0x7FFF))
        return EventID(Identifier(high: command.value.high, low: low))
    }
}

extension Decision {
    /// The streams that its events go to, each once.
    public var streams: [StreamID] {
        var seen: Set<StreamID> = []
        return events.map(\.stream).filter { seen.insert($0).inserted }
    }
}

extension Intent {
    /// The kind of draft that goes with the text that this intent sends.
    public var draftKind: Draft.Kind {
        switch self {
        case .addNote: .note
        case .registerInquiry: .registration
        default: .reply
        }
    }
}

extension IdempotencyKey {
    /// How long a key gives the same answer.
    public static let lifetime = Span.hours(24)
}

extension InquiryHead {
    /// The copy of a text that stands in a row: one line of its first words.
    public static func firstWords(of text: String) -> String {
        var line = ""
        var count = 0
        var gap = false
        for scalar in text.unicodeScalars {
            let isSpace =
                scalar.value < 0x80
                ? scalar == " " || (0x9...0xD).contains(scalar.value) : scalar.properties.isWhitespace
            if isSpace {
                gap = !line.isEmpty
                continue
            }
            if gap {
                line.unicodeScalars.append(" ")
                count += 1
                gap = false
            }
            line.unicodeScalars.append(scalar)
            count += 1
            if count >= 160 { break }
        }
        return line
    }
}

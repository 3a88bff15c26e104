import SkrankeDomain

/// What the agent chose for this console; the runner keeps it where it likes.
public struct ConsoleSettings: Equatable, Sendable {
    /// Panes whose new items ring the bell (lessons 20).
    public var bells: Set<QueuePane>
    /// A broken promise rings it too.
    public var bellOnBroken: Bool
    /// Letters j and k move, as in vi; off by default (craft §4.2).
    public init(bells: Set<QueuePane> = [.chat, .visit], bellOnBroken: Bool = false) {
        self.bells = bells
        self.bellOnBroken = bellOnBroken
    }
}

/// Names that are no part of the decisions: where this console stands, and topics that no service describes.
public struct DeskNames: Equatable, Sendable {
    public var municipality: String
    /// E.g. «Servicetorget».
    public var desk: String
    public var topics: [TopicCode: [Language: String]]
    /// Marked DEMO on every screen.
    public var isDemo: Bool

    public init(
        municipality: String, desk: String = "Servicetorget", topics: [TopicCode: [Language: String]] = [:],
        isDemo: Bool = false
    ) {
        self.municipality = municipality
        self.desk = desk
        self.topics = topics
        self.isDemo = isDemo
    }
}

/// How the gateway does, as `gateway.json` and its lock say.
public enum GatewayStatus: Equatable, Sendable {
    case unknown
    /// Serves at this address.
    case running(address: String)
    /// Runs, but HTTP does not: why.
    case limping(String)
    case starting
    case stopped
    /// This console was told to start none (`--no-gateway`).
    case none
}

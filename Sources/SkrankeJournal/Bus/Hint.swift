import SkrankeDomain

/// What travels on the bus: hints and fleeting signs, never facts (law 1). Lost, doubled and late ones are
/// harmless: a subscriber owns a cursor and reads the journal.
public enum Hint: Equatable, Sendable {
    /// The journal, a session or a draft changed: look.
    case moved
    /// Shown at most five seconds, never folded, never promised.
    case ephemeral(Ephemeral)
}

/// Who does what at this moment, e.g. writes.
public struct Ephemeral: Equatable, Sendable, Codable {
    public enum Kind: String, Sendable, Codable { case typing, looking }
    public enum Who: Equatable, Sendable, Codable {
        case citizen
        case agent(AgentID)
    }
    public var kind: Kind
    public var inquiry: InquiryID
    public var who: Who
    public init(kind: Kind, inquiry: InquiryID, who: Who) {
        self.kind = kind
        self.inquiry = inquiry
        self.who = who
    }
}

/// Carries hints between the processes of a host (`SkrankeRuntime/Pokes`) or within one (`LocalBus`).
public protocol Bus: Sendable {
    /// Never blocks, never fails: EAGAIN counts as delivered.
    func send(_ hint: Hint)
    /// Calls `receive` for each hint from elsewhere or from this process, on a thread of the bus.
    func subscribe(_ receive: @escaping @Sendable (Hint) -> Void) -> Subscription
}

/// Ends when it is cancelled or let go.
public final class Subscription: Sendable {
    private let onCancel: @Sendable () -> Void
    public init(onCancel: @escaping @Sendable () -> Void) { self.onCancel = onCancel }
    public func cancel() { onCancel() }
    deinit { onCancel() }
}

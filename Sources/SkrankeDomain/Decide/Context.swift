/// What a decision may look at beside the streams: read inside the write transaction, handed in as values.
public struct DecisionContext: Sendable {
    public var now: Moment
    public var caller: Caller
    public var policy: DeskPolicy
    public var identifiers: IdentifierSupply
    /// The next value of each counter that the intent named.
    public var counters: [Counter: Int]
    /// Who holds each unique key that the intent named.
    public var reservations: [UniqueKey: StreamID]
    /// Agents with a live session, and what each holds live.
    public var staffing: Staffing

    public init(
        now: Moment, caller: Caller, policy: DeskPolicy, identifiers: IdentifierSupply,
        counters: [Counter: Int] = [:], reservations: [UniqueKey: StreamID] = [:],
        staffing: Staffing = Staffing()
    ) {
        self.now = now
        self.caller = caller
        self.policy = policy
        self.identifiers = identifiers
        self.counters = counters
        self.reservations = reservations
        self.staffing = staffing
    }
}

/// A number that the store counts up in the transaction that uses it.
public enum Counter: Hashable, Sendable {
    /// Running number of the public reference in a year.
    case reference(year: Int)
    /// The day's tickets, by local date (lessons 27).
    case ticket(CivilDate)
    /// E-mail receipts in an hour since 1970: the breaker.
    case receipts(hour: Int64)
    /// E-mail receipts to one address in a day. The address is named by a secret of the store (law 10).
    case receiptsTo(String, CivilDate)

    /// The name under which the store keeps it.
    public var name: String {
        switch self {
        case .reference(let year): "reference/\(year)"
        case .ticket(let date): "ticket/\(date.daysSinceEpoch)"
        case .receipts(let hour): "receipts/\(hour)"
        case .receiptsTo(let address, let date): "receipts/\(date.daysSinceEpoch)/\(address)"
        }
    }
}

/// Something that only one stream may hold: a host's slot.
public struct UniqueKey: Hashable, Sendable {
    public var name: String
    public init(name: String) { self.name = name }
    /// A host's time, in steps of five minutes.
    public static func slot(host: String, at: Moment) -> UniqueKey {
        UniqueKey(name: "slot/\(host)/\(at.seconds / 300)")
    }

    /// The names of a host's times from `from` to before `until`, in the order of their letters: the numbers
    /// behind the last slash have seven digits until the year 2065.
    public static func slots(of host: String, from: Moment, until: Moment) -> Range<String> {
        let (low, high) = (slot(host: host, at: from).name, slot(host: host, at: max(from, until)).name)
        return low..<high
    }
}

/// Who is at work, as the leases say.
public struct Staffing: Equatable, Sendable {
    public struct Member: Equatable, Sendable {
        public var presence: Presence
        /// Live contacts held: chats, calls, visits.
        public var live: Int
        /// What he holds by channel, and his stream's fold; read for the one whom a command is about.
        public var load: Load?
        public var state: AgentState?
        public init(presence: Presence, live: Int, load: Load? = nil, state: AgentState? = nil) {
            self.presence = presence
            self.live = live
            self.load = load
            self.state = state
        }
    }
    public var members: [AgentID: Member]
    public init(members: [AgentID: Member] = [:]) { self.members = members }

    /// Somebody who takes chats is at work.
    public var isAnyoneThere: Bool {
        members.values.contains { $0.presence != .off }
    }
}

import SkrankeReference

/// Where HTTP listens, in which order it is tried, and for how long: a gateway that was killed comes back
/// where it was, for citizens' pages are open there and links lead there (DESIGN §5). Pure.
public struct ListenPlan: Sendable, Equatable {
    /// What is known before the first try.
    public struct Wishes: Sendable, Equatable {
        /// `--listen` or `SKRANKE_LISTEN`: with a port of its own it is taken and nothing else.
        public var named: ListenAddress?
        /// `listen` of `desk.toml`.
        public var configured: ListenAddress
        /// A taken port is no reason to be away (demonstration).
        public var mayTakeAnyPort: Bool
        /// Where the one before, which was killed, listened.
        public var previous: ListenAddress?
        /// Where a port was chosen for this store before, because any would do.
        public var remembered: ListenAddress?

        public init(
            named: ListenAddress?, configured: ListenAddress, mayTakeAnyPort: Bool = false,
            previous: ListenAddress? = nil, remembered: ListenAddress? = nil
        ) {
            self.named = named
            self.configured = configured
            self.mayTakeAnyPort = mayTakeAnyPort
            self.previous = previous
            self.remembered = remembered
        }
    }

    /// The next address to try; port 0 takes any free one.
    public var address: ListenAddress { steps[0].address }
    /// Whether a port that is chosen now is to be remembered.
    public var isAnyPort: Bool { address.port == 0 }

    private struct Step: Sendable, Equatable {
        var address: ListenAddress
        /// Milliseconds for which a taken port is tried again; nil = for ever.
        var patience: Int64?
    }
    /// Never empty; the last one has no end.
    private var steps: [Step]
    private var since: Int64?

    /// What holds the old port may be the dying predecessor, or somebody passing by.
    static let patience: Int64 = 10_000

    public init(_ wishes: Wishes) {
        if let named = wishes.named, named.port != 0 {
            steps = [Step(address: named, patience: nil)]
            return
        }
        let wanted = wishes.named ?? wishes.configured
        steps = []
        // A port of any number was wished for on this host alone.
        let old = [wishes.previous, wanted.port == 0 ? wishes.remembered : nil].compactMap(\.self)
        for address in old where address.port != 0 && (wishes.named == nil || address.host == wanted.host) {
            add(address, Self.patience)
        }
        if wanted.port != 0 { add(wanted, wishes.mayTakeAnyPort ? 0 : nil) }
        if wanted.port != 0, wishes.mayTakeAnyPort {
            if let remembered = wishes.remembered, remembered.host == wanted.host { add(remembered, 0) }
        }
        if wanted.port == 0 || wishes.mayTakeAnyPort {
            add(ListenAddress(host: wanted.host, port: 0), nil)
        }
    }

    private mutating func add(_ address: ListenAddress, _ patience: Int64?) {
        if let index = steps.firstIndex(where: { $0.address == address }) {
            if patience == nil { steps[index].patience = nil }
        } else {
            steps.append(Step(address: address, patience: patience))
        }
    }

    /// The port of `address` is taken, or the address is none of this machine's any more.
    ///
    /// - Parameter now: monotonic milliseconds.
    /// - Returns: whether there is another address, to be tried at once.
    public mutating func failed(at now: Int64) -> Bool {
        let began = since ?? now
        since = began
        guard steps.count > 1, let patience = steps[0].patience, now - began >= patience else { return false }
        steps.removeFirst()
        since = nil
        return true
    }

    /// It listens: from now on there, for as long as this process lives.
    public mutating func listens(at address: ListenAddress) {
        steps = [Step(address: address, patience: nil)]
        since = nil
    }
}

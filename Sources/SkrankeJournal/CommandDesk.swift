import SkrankeDomain

/// The one way in for every command: clock, identifiers and policy are added here, the gate stands before
/// `Decide`, the store decides and commits (law 5). Console, gateway and scripts all call this.
public struct CommandDesk: Sendable {
    public let store: any JournalStore
    private let policy: @Sendable () -> DeskPolicy
    private let clock: any Clock
    private let identifiers: @Sendable () -> Identifier

    /// - Parameters:
    ///   - policy: the municipality's choices at this moment.
    ///   - identifiers: fresh, unique, with the lowest 16 bits free.
    public init(
        store: any JournalStore, clock: any Clock, policy: @escaping @Sendable () -> DeskPolicy,
        identifiers: @escaping @Sendable () -> Identifier
    ) {
        self.store = store
        self.clock = clock
        self.policy = policy
        self.identifiers = identifiers
    }

    public var now: Moment { clock.now }

    /// A fresh identifier, e.g. for the inquiry that a citizen is about to open.
    public func newID<Kind>() -> ID<Kind> {
        var supply = IdentifierSupply(base: identifiers())
        return supply.next()
    }

    public func submit(
        _ intent: Intent, by caller: Caller, key: IdempotencyKey? = nil, correlation: CommandID? = nil
    ) async throws(StoreFault) -> TransactionResult {
        let policy = policy()
        let now = clock.now
        let base = identifiers()
        var supply = IdentifierSupply(base: base)
        let command = Command(id: supply.next(), intent: intent, caller: caller, correlation: correlation)
        let identifiers = supply
        return try await store.transact(
            Transaction(
                command: command, now: now, key: key,
                counters: intent.counters(now: now, zone: policy.calendar.zone), uniqueKeys: intent.uniqueKeys
            ) { (state: TransactionState) throws(Refusal) -> Decision in
                let context = DecisionContext(
                    now: now, caller: caller, policy: policy, identifiers: identifiers,
                    counters: state.counters,
                    reservations: state.reservations, staffing: state.staffing)
                return try Decide.decide(intent, state.loaded, context)
            })
    }
}

import SkrankeDomain

/// One decision on its way into the store.
public struct Transaction: Sendable {
    public var command: Command
    public var now: Moment
    public var key: IdempotencyKey?
    /// Counters and keys that `Decide` may use, named before.
    public var counters: [Counter]
    public var uniqueKeys: [UniqueKey]
    /// Called by the store inside the write transaction, on what it read there. Pure.
    public var decide: @Sendable (TransactionState) throws(Refusal) -> Decision

    public init(
        command: Command, now: Moment, key: IdempotencyKey? = nil, counters: [Counter],
        uniqueKeys: [UniqueKey],
        decide: @escaping @Sendable (TransactionState) throws(Refusal) -> Decision
    ) {
        self.command = command
        self.now = now
        self.key = key
        self.counters = counters
        self.uniqueKeys = uniqueKeys
        self.decide = decide
    }
}

/// What the store read for a decision.
public struct TransactionState: Sendable {
    public var loaded: Loaded
    /// The next value of each named counter.
    public var counters: [Counter: Int]
    public var reservations: [UniqueKey: StreamID]
    /// Sessions with a heartbeat within the lease time, and the live contacts that each agent holds.
    public var staffing: Staffing
    public init(
        loaded: Loaded, counters: [Counter: Int], reservations: [UniqueKey: StreamID], staffing: Staffing
    ) {
        self.loaded = loaded
        self.counters = counters
        self.reservations = reservations
        self.staffing = staffing
    }
}

/// Makes a repetition harmless: the same key gives the same answer for 24 hours, also after a kill.
public struct IdempotencyKey: Hashable, Sendable {
    /// What the key is unique within, e.g. a chat's token; "" for the whole interface.
    public var scope: String
    public var key: String
    /// A digest of the request's body: the same key with another body is a conflict.
    public var fingerprint: String
    public init(scope: String, key: String, fingerprint: String) {
        self.scope = scope
        self.key = key
        self.fingerprint = fingerprint
    }
}

public enum TransactionResult: Sendable {
    /// Durable. `sequence` is that of the last event written (or of the head, where none was).
    case committed(CommandAnswer, sequence: Int64)
    /// Done before under this key: the answer of then.
    case repeated(CommandAnswer)
    /// The key was used with another body.
    case conflict
    case refused(Refusal)
}

/// A decision whose events already carry their times, for bulk append.
public struct BulkDecision: Sendable {
    public var at: Moment
    public var caller: Caller
    public var command: CommandID
    public var decision: Decision
    public init(at: Moment, caller: Caller, command: CommandID, decision: Decision) {
        self.at = at
        self.caller = caller
        self.command = command
        self.decision = decision
    }
}

/// Why the store could not do it. Not a refusal: the wish may be fine, the store is not.
public enum StoreFault: Error, Equatable, Sendable {
    /// No room on the disk; nothing was written.
    case full
    /// Somebody else has held the lock for too long; by pid, where known.
    case locked(holder: Int32?)
    case unreadable(String)
    /// The store was made by a newer program.
    case newer(found: Int, known: Int)
    /// The store is older and other processes use it, so it cannot be upgraded now.
    case upgradeBlocked(found: Int, known: Int)
    /// It belongs to another account.
    case notOwned(String)
    case corrupt(String)
    case closed
    case failed(String)
}

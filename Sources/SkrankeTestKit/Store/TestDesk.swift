import SkrankeDomain
import SkrankeJournal
import Synchronization

/// A clock that stands until it is moved. Thread-safe.
public final class DeskClock: Clock {
    private let time: Mutex<Moment>
    public init(_ start: Moment) { time = Mutex(start) }
    public var now: Moment { time.withLock { $0 } }
    public var monotonic: Int64 { now.milliseconds }
    public func advance(_ span: Span) { time.withLock { $0 = $0 + span } }
    public func set(_ moment: Moment) { time.withLock { $0 = moment } }
}

/// Identifiers in a row, the same ones for the same seed.
public final class DeskIdentifiers: Sendable {
    private let count = Mutex<UInt64>(0)
    private let seed: UInt64
    public init(seed: UInt64 = 1) { self.seed = seed }
    public func next() -> Identifier {
        let number = count.withLock { count in
            count += 1
            return count
        }
        return Identifier(high: seed << 32 | number, low: number << 16)
    }
}

/// A desk at work on a store: the words that tests use.
public struct TestDesk: Sendable {
    public let store: any JournalStore
    public let clock: DeskClock
    public let desk: CommandDesk
    private let identifiers: DeskIdentifiers

    /// Tuesday 12 May 2026, 10:00 in Norway: an ordinary working day in opening hours.
    public static let morning = Moment(seconds: 1_778_572_800)

    /// - Parameter seed: another one for each desk on the same store.
    public init(
        _ store: any JournalStore, seed: UInt64 = 1, at start: Moment = TestDesk.morning,
        policy: DeskPolicy = TestPolicy.policy
    ) {
        self.store = store
        clock = DeskClock(start)
        let identifiers = DeskIdentifiers(seed: seed)
        self.identifiers = identifiers
        desk = CommandDesk(
            store: store, clock: clock, policy: { policy }, identifiers: { identifiers.next() })
    }

    public var now: Moment { clock.now }
    public func newID<Kind>() -> ID<Kind> { ID(identifiers.next()) }

    public static func caller(_ agent: AgentID) -> Caller {
        Caller(.agent(agent), roles: TestPolicy.policy.staff[agent]?.roles ?? [.agent], terminal: "tty1")
    }
    public static let system = Caller(.system(.timekeeper), terminal: "gateway")

    /// What must succeed.
    @discardableResult
    public func `do`(
        _ intent: Intent, by caller: Caller, key: IdempotencyKey? = nil
    ) async throws -> CommandAnswer {
        switch try await desk.submit(intent, by: caller, key: key) {
        case .committed(let answer, _), .repeated(let answer): return answer
        case .conflict: throw ConformanceFailure("\(intent): conflict")
        case .refused(let refusal): throw ConformanceFailure("\(intent): refused, \(refusal)")
        }
    }

    @discardableResult
    public func `do`(_ intent: Intent, by agent: AgentID) async throws -> CommandAnswer {
        try await self.do(intent, by: TestDesk.caller(agent))
    }

    /// What must be refused.
    public func refusal(_ intent: Intent, by agent: AgentID) async throws -> Refusal {
        let result = try await desk.submit(intent, by: TestDesk.caller(agent))
        guard case .refused(let refusal) = result else { throw ConformanceFailure("\(intent): \(result)") }
        return refusal
    }

    /// A console with this agent is there, so that chats wait instead of being left.
    public func attend(_ agent: AgentID, presence: Presence = .available) async throws {
        try await store.heartbeat(
            SessionRow(
                id: "session-\(agent)", agent: agent, terminal: "tty1", presence: presence, since: now,
                seen: now))
    }

    public func chat(
        _ question: String = "Når åpner svømmehallen?", contact: ContactDetails? = nil
    ) async throws -> InquiryID {
        let id: InquiryID = newID()
        try await self.do(
            .startChat(id: id, question: question, language: .nb, contact: contact), by: Caller(.newcomer))
        return id
    }

    public func register(
        _ channel: Channel = .email, _ text: String = "Jeg vil bygge garasje", topic: TopicCode? = nil,
        contact: ContactDetails? = nil, target: ChannelTarget = .none, by agent: AgentID = TestPolicy.kari,
        claim: Bool = false
    ) async throws -> InquiryID {
        let id: InquiryID = newID()
        try await self.do(
            .registerInquiry(
                id: id,
                Registration(
                    channel: channel, text: text, topic: topic, contact: contact, target: target, claim: claim
                )),
            by: agent)
        return id
    }

    public func file(_ id: InquiryID) async throws -> InquiryFile {
        guard let file = try await store.file(id) else { throw ConformanceFailure("no inquiry \(id)") }
        return file
    }

    public func head(_ id: InquiryID) async throws -> InquiryHead { try await file(id).head }
}

/// What a store did that it must not.
public struct ConformanceFailure: Error, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}

/// Throws unless `condition` holds.
public func expect(_ condition: Bool, _ what: @autoclosure () -> String) throws {
    if !condition { throw ConformanceFailure(what()) }
}

/// Throws unless both are equal, and says what they are.
public func expect<Value: Equatable>(_ found: Value, is wanted: Value, _ what: @autoclosure () -> String)
    throws
{
    if found != wanted { throw ConformanceFailure("\(what()): \(found), not \(wanted)") }
}

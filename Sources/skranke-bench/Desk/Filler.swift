import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

/// Makes inquiries by the real rules, as decisions for the store's bulk append.
struct Filler {
    private let policy: DeskPolicy
    private let agent = AgentID("bench")
    private let topic: TopicCode
    private var counters: [Counter: Int] = [:]
    private var wording = Wording(seed: 9)
    private var random = SystemRandomNumberGenerator()

    init(policy: DeskPolicy) throws {
        self.policy = policy
        guard let topic = policy.topics.sorted(by: { $0.rawValue < $1.rawValue }).first else {
            throw BenchFault("the data files name no topic")
        }
        self.topic = topic
    }

    private var caller: Caller { Caller(.agent(agent), roles: [.agent], terminal: "bench") }

    /// A call that was taken, answered and closed at `moment`.
    mutating func closed(_ number: Int, at moment: Moment) throws -> BulkDecision {
        let id = InquiryID(identifier(moment))
        let registration = Registration(
            channel: .phone, text: wording.message("Sak \(number)"), topic: topic,
            contact: number % 4 == 0 ? ContactDetails(name: "Innbygger \(number)") : nil)
        var decision = try decide(.registerInquiry(id: id, registration), nil, moment)
        var inquiry: Inquiry?
        for (index, event) in decision.events.enumerated() {
            inquiry = Evolve.apply(event.event, id: id, version: index + 1, at: moment, to: inquiry)
        }
        let details = ClosingDetails(result: .solvedAtDesk, topic: topic, phoneOutcome: .helpedByOther)
        let end = try decide(.close(id, details, seen: inquiry?.version ?? 0), inquiry, moment)
        decision.append(end)
        return BulkDecision(at: moment, caller: caller, command: CommandID(identifier(moment)), decision: decision)
    }

    /// One that waits: of five, four e-mails and a callback.
    mutating func open(_ number: Int, at moment: Moment) throws -> BulkDecision {
        let id = InquiryID(identifier(moment))
        let channel: Channel = number % 5 == 3 ? .callback : .email
        let target: ChannelTarget =
            channel == .email ? .none : .window(from: moment + .days(1), until: moment + .days(2))
        let registration = Registration(
            channel: channel, text: wording.message("Sak \(number)"), topic: topic,
            contact: ContactDetails(name: "Innbygger \(number)", phone: "9\(1_000_000 + number)"), target: target)
        let decision = try decide(.registerInquiry(id: id, registration), nil, moment)
        return BulkDecision(at: moment, caller: caller, command: CommandID(identifier(moment)), decision: decision)
    }

    private mutating func decide(_ intent: Intent, _ inquiry: Inquiry?, _ moment: Moment) throws -> Decision {
        let named = intent.counters(now: moment, zone: policy.calendar.zone)
        var values: [Counter: Int] = [:]
        for counter in named { values[counter] = counters[counter, default: 0] + 1 }
        let context = DecisionContext(
            now: moment, caller: caller, policy: policy,
            identifiers: IdentifierSupply(base: identifier(moment)), counters: values)
        let decision: Decision
        do {
            decision = try Decide.decide(intent, Loaded(inquiry: inquiry), context)
        } catch { throw BenchFault("the rules refuse the filling: \(error)") }
        for counter in decision.usedCounters { counters[counter, default: 0] += 1 }
        return decision
    }

    /// As the rim makes them: time first, then chance.
    private mutating func identifier(_ moment: Moment) -> Identifier {
        let chance = random.next()
        let time = UInt64(clamping: moment.milliseconds) & 0xFFFF_FFFF_FFFF
        return Identifier(high: time << 16 | chance >> 48, low: chance << 16)
    }
}

extension Decision {
    /// Both at once: what `other` decides comes after.
    mutating func append(_ other: Decision) {
        events += other.events
        contents += other.contents
        contacts += other.contacts
        timers += other.timers
        reserves += other.reserves
        frees += other.frees
        usedCounters.formUnion(other.usedCounters)
        leases += other.leases
        outbox += other.outbox
        answer = other.answer
    }
}

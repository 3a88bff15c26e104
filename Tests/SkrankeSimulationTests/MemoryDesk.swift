import SkrankeDomain

/// A desk in memory: `Decide` and `Evolve` with no store, as far as the morning needs one.
struct MemoryDesk {
    var inquiries: [InquiryID: Inquiry] = [:]
    var names: [InquiryID: String] = [:]
    var now: Moment
    let policy: DeskPolicy
    private var counters: [Counter: Int] = [:]
    private var reservations: [UniqueKey: StreamID] = [:]
    private var made: UInt64 = 0
    /// Refused commands, with the reason.
    var refusals: [(Intent, Refusal)] = []

    var heads: [InquiryHead] {
        inquiries.values.map { InquiryHead($0, name: names[$0.id], subject: nil) }.sorted {
            ($0.receivedAt, $0.id) < ($1.receivedAt, $1.id)
        }
    }

    init(policy: DeskPolicy, now: Moment) {
        self.policy = policy
        self.now = now
    }

    mutating func submit(_ intent: Intent, _ caller: Caller) -> CommandAnswer? {
        made += 1
        let named = intent.counters(now: now, zone: policy.calendar.zone)
        let context = DecisionContext(
            now: now, caller: caller, policy: policy,
            identifiers: IdentifierSupply(base: Identifier(high: 2, low: made << 16)),
            counters: Dictionary(uniqueKeysWithValues: named.map { ($0, counters[$0, default: 0] + 1) }),
            reservations: reservations)
        let decision: Decision
        do {
            decision = try Decide.decide(
                intent, Loaded(inquiry: intent.inquiry.flatMap { inquiries[$0] }), context)
        } catch {
            refusals.append((intent, error))
            return nil
        }
        for counter in decision.usedCounters { counters[counter, default: 0] += 1 }
        for key in decision.frees { reservations[key] = nil }
        for key in decision.reserves { reservations[key] = intent.stream }
        for item in decision.events {
            guard let id = item.stream.inquiry else { continue }
            let version = (inquiries[id]?.version ?? 0) + 1
            inquiries[id] = Evolve.apply(item.event, id: id, version: version, at: now, to: inquiries[id])
        }
        if let id = intent.inquiry, let name = decision.contacts.first?.name { names[id] = name }
        return decision.answer
    }
}

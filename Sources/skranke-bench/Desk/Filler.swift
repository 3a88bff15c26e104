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
        return BulkDecision(
            at: moment, caller: caller, command: CommandID(identifier(moment)), decision: decision)
    }

    /// What waits at a desk, of twenty: nine e-mails, four callbacks, three chats, two visits, two appointments.
    private static let open: [Channel] = [
        .email, .callback, .email, .chat, .email, .visit, .email, .callback, .email, .appointment,
        .email, .chat, .email, .callback, .email, .visit, .email, .chat, .callback, .appointment,
    ]

    /// One that waits, of every kind that can.
    mutating func open(_ number: Int, at moment: Moment) throws -> BulkDecision {
        let id = InquiryID(identifier(moment))
        let channel = Filler.open[number % Filler.open.count]
        let text = wording.message("Sak \(number)")
        let contact = ContactDetails(name: "Innbygger \(number)", phone: "9\(1_000_000 + number)")
        guard channel != .chat else { return try chat(id, text, contact, moment) }
        let registration = Registration(
            channel: channel, text: text, topic: topic, contact: contact,
            target: try target(channel, number, moment))
        let decision = try decide(.registerInquiry(id: id, registration), nil, moment)
        return BulkDecision(
            at: moment, caller: caller, command: CommandID(identifier(moment)), decision: decision)
    }

    /// A citizen's own question, to a desk that has somebody there.
    private mutating func chat(
        _ id: InquiryID, _ text: String, _ contact: ContactDetails, _ moment: Moment
    ) throws -> BulkDecision {
        let citizen = Caller(.newcomer, terminal: "bench")
        let question = Intent.startChat(id: id, question: text, language: nil, contact: contact)
        let decision = try decide(question, nil, moment, by: citizen)
        return BulkDecision(
            at: moment, caller: citizen, command: CommandID(identifier(moment)), decision: decision)
    }

    /// Callbacks within tomorrow; appointments in the next days' mornings, a host for every twelve of them.
    private func target(_ channel: Channel, _ number: Int, _ moment: Moment) throws -> ChannelTarget {
        switch channel {
        case .callback: return .window(from: moment + .days(1), until: moment + .days(2))
        case .appointment:
            let calendar = policy.calendar
            guard let day = calendar.nextWorkingDay(after: calendar.zone.date(at: moment)),
                let opening = calendar.opening(on: day)
            else { throw BenchFault("the desk never opens") }
            // Two of twenty are appointments: their own count, then twelve slots of a quarter for each host.
            let count = number / 10
            let from = opening + .minutes(Int64(count % 12) * 15)
            return .slot(host: "Vert \(count / 12)", from: from, until: from + .minutes(15))
        default: return .none
        }
    }

    private mutating func decide(
        _ intent: Intent, _ inquiry: Inquiry?, _ moment: Moment, by other: Caller? = nil
    ) throws -> Decision {
        let named = intent.counters(now: moment, zone: policy.calendar.zone)
        var values: [Counter: Int] = [:]
        for counter in named { values[counter] = counters[counter, default: 0] + 1 }
        let context = DecisionContext(
            now: moment, caller: other ?? caller, policy: policy,
            identifiers: IdentifierSupply(base: identifier(moment)), counters: values,
            staffing: Staffing(members: [agent: .init(presence: .available, live: 0)]))
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

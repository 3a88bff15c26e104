import SkrankeConsole
import SkrankeDomain
import SkrankeJournal

/// A desk in memory that decides by the real rules: what a store would answer, without a store.
struct TestDesk {
    var policy: DeskPolicy
    private(set) var inquiries: [InquiryID: Inquiry] = [:]
    private(set) var texts: [ContentID: String] = [:]
    private(set) var contacts: [ContactID: Contact] = [:]
    private(set) var events: [InquiryID: [Envelope]] = [:]
    private(set) var agents: [AgentID: AgentState] = [:]
    private var references = 4_210
    private var tickets = 13
    private var serial: UInt64 = 1
    private(set) var sequence: Int64 = 0
    private(set) var reservations: Set<UniqueKey> = []
    var members: [AgentID: Staffing.Member] = [
        Demo.kari: .init(presence: .available, live: 0), Demo.liv: .init(presence: .available, live: 0),
    ]

    init(policy: DeskPolicy = Demo.policy()) { self.policy = policy }

    mutating func fresh() -> InquiryID {
        serial += 1
        return InquiryID(Identifier(high: 1, low: serial << 16))
    }

    /// Decides and remembers, as the store's transaction does.
    mutating func submit(
        _ intent: Intent, by caller: Caller = Demo.caller(), at now: Moment
    ) -> Result<CommandAnswer, Refusal> {
        serial += 1
        let supply = IdentifierSupply(base: Identifier(high: 2, low: serial << 16))
        let context = DecisionContext(
            now: now, caller: caller, policy: policy, identifiers: supply, counters: counters(intent, now),
            staffing: staffing(intent, caller))
        do {
            let decision = try Decide.decide(
                intent, Loaded(for: intent) { inquiries[$0] }, context)
            commit(decision, caller, now)
            return .success(decision.answer)
        } catch {
            return .failure(error)
        }
    }

    /// What the store reads of the one whom a command is about.
    private func staffing(_ intent: Intent, _ caller: Caller) -> Staffing {
        var staffing = Staffing(members: members)
        if let agent = intent.claimant(caller) { staffing.know(agent, load(of: agent), agents[agent]) }
        return staffing
    }

    private func load(of agent: AgentID) -> Load {
        var load = Load()
        for inquiry in inquiries.values where inquiry.owner == agent && inquiry.state.isOpen {
            load.add(inquiry.channel, inquiry.interaction?.state, inquiry.state)
        }
        return load
    }

    private func counters(_ intent: Intent, _ now: Moment) -> [Counter: Int] {
        var values: [Counter: Int] = [:]
        for counter in intent.counters(now: now, zone: Demo.zone) {
            switch counter {
            case .reference: values[counter] = references + 1
            case .ticket: values[counter] = tickets + 1
            case .receipts, .receiptsTo: values[counter] = 1
            }
        }
        return values
    }

    private mutating func commit(_ decision: Decision, _ caller: Caller, _ now: Moment) {
        for counter in decision.usedCounters {
            if case .reference = counter { references += 1 }
            if case .ticket = counter { tickets += 1 }
        }
        reservations.subtract(decision.frees)
        reservations.formUnion(decision.reserves)
        for content in decision.contents { texts[content.id] = content.text }
        for contact in decision.contacts { contacts[contact.id] = contact }
        for each in decision.events {
            if case .agent(let agent) = each.stream {
                var state = agents[agent] ?? AgentState(id: agent)
                state.apply(each.event, version: state.version + 1, at: now)
                agents[agent] = state
            }
            guard let id = each.stream.inquiry else { continue }
            sequence += 1
            serial += 1
            let version = (inquiries[id]?.version ?? 0) + 1
            inquiries[id] = Evolve.apply(each.event, id: id, version: version, at: now, to: inquiries[id])
            let event = Identifier(high: 3, low: serial)
            let envelope = Envelope(
                id: EventID(event), sequence: sequence, at: now, caller: caller, stream: each.stream,
                version: version,
                event: each.event, causation: CommandID(event), correlation: CommandID(event))
            events[id, default: []].append(envelope)
        }
        for erasure in decision.erases {
            for content in erasure.contents { texts[content] = nil }
            if let contact = erasure.contact { contacts[contact] = nil }
        }
    }

    func head(_ id: InquiryID) -> InquiryHead? {
        inquiries[id].map { inquiry in
            InquiryHead(
                inquiry, name: inquiry.contact.flatMap { contacts[$0]?.name },
                subject: inquiry.subject.flatMap { texts[$0] })
        }
    }

    func file(_ id: InquiryID) -> InquiryFile? {
        guard let inquiry = inquiries[id], let head = head(id) else { return nil }
        let contact = inquiry.contact.flatMap { contacts[$0] }
        return InquiryFile(
            inquiry: inquiry, head: head, events: events[id] ?? [], texts: texts, contact: contact)
    }

    var openHeads: [InquiryHead] {
        inquiries.keys.compactMap { head($0) }.filter { $0.state.isOpen }.sorted { Urgency($0) < Urgency($1) }
    }

    func behind(_ figure: Figure, _ period: Range<Moment>, now: Moment) -> [FigureRow] {
        inquiries.values.compactMap { inquiry in
            guard let isKept = FigureFold.counts(inquiry, figure, period, now: now),
                let head = head(inquiry.id)
            else { return nil }
            return FigureRow(head: head, isKept: isKept)
        }.sorted(by: FigureRow.brokenFirst)
    }

    func figures(_ from: Moment, _ to: Moment, now: Moment) -> DeskFigures {
        FiguresFold.figures(inquiries.values, moves: [], from: from, to: to, now: now)
    }
}

import SkrankeDomain

/// How a colleague works through the day: looks at the open desk now and then, finishes what he has in hand, and
/// takes the next thing that has waited long enough that nobody else seems to want it. Pure.
///
/// Calls reach him by the exchange (`Switchboard`), not by this.
public struct ColleagueWork: Sendable {
    public let agent: AgentID
    /// He serves at this counter.
    public let counter: String
    private var random: SeededRandom
    /// What he is at, and when he will be done with it.
    private var inHand: [InquiryID: Moment] = [:]
    private var restsUntil: Moment

    /// What he leaves to others for so long, so that whoever tries the demonstration finds something to do.
    public struct Leisure: Sendable, Equatable {
        public var visit: Span
        public var mail: Span
        public var callback: Span
        /// Between two things that he takes.
        public var rest: Span
        public init(
            visit: Span = .seconds(150), mail: Span = .minutes(35), callback: Span = .minutes(45),
            rest: Span = .minutes(4)
        ) {
            self.visit = visit
            self.mail = mail
            self.callback = callback
            self.rest = rest
        }
        /// Takes what there is as soon as he can: for load.
        public static let none = Leisure(visit: .zero, mail: .zero, callback: .zero, rest: .zero)
    }
    public let leisure: Leisure

    public init(agent: AgentID, counter: String, seed: UInt64, at now: Moment, leisure: Leisure = Leisure()) {
        self.agent = agent
        self.counter = counter
        self.leisure = leisure
        let salt = agent.rawValue.utf8.reduce(UInt64(7)) { $0 &* 31 &+ UInt64($1) }
        random = SeededRandom(seed: seed, stream: 0xDA5_0000_0000 &+ salt)
        restsUntil = now + Span(milliseconds: Int64(random.unit() * Double(leisure.rest.milliseconds)))
    }

    /// What he does at `now`, in order. `heads` is the open desk, the most urgent first.
    public mutating func look(at heads: some Sequence<InquiryHead>, now: Moment) -> [Intent] {
        var mine: [InquiryHead] = []
        var free: [InquiryHead] = []
        for head in heads where head.state.isOpen {
            if head.owner == agent { mine.append(head) } else if head.owner == nil { free.append(head) }
        }
        inHand = inHand.filter { entry in mine.contains { $0.id == entry.key } }
        let acts = mine.flatMap { goOn($0, now: now) ?? [] }
        if !acts.isEmpty { return acts }
        let isBusy = mine.contains { $0.channel != .chat && $0.state == .inProgress && !$0.isRestingPhone }
        guard !isBusy, restsUntil <= now, let next = free.first(where: { isReady($0, now: now) }) else {
            return []
        }
        restsUntil = now + leisure.rest
        return begin(next, now: now)
    }

    /// It has waited for as long as he leaves such things to others.
    private func isReady(_ head: InquiryHead, now: Moment) -> Bool {
        let waited = now - (head.waitingSince ?? head.receivedAt)
        switch (head.channel, head.contactState) {
        case (.visit, .waiting): return waited >= leisure.visit
        case (.email, _): return head.state == .received && waited >= leisure.mail
        case (.callback, _):
            return head.state == .received || head.state == .scheduled
                ? (head.scheduledAt ?? head.receivedAt) <= now && waited >= leisure.callback : false
        default: return false
        }
    }

    private mutating func begin(_ head: InquiryHead, now: Moment) -> [Intent] {
        let work: Span =
            switch head.channel {
            case .visit: .seconds(Int64(random.within(8...25)))
            case .email: random.logNormal(median: .minutes(4), p90: .minutes(9))
            default: .seconds(Int64(random.within(40...150)))
            }
        inHand[head.id] = now + work
        return head.channel == .visit ? [.callVisitor(head.id, counter: counter)] : [.claim(head.id)]
    }

    /// The next step of what is his; nil where there is nothing to do about it now.
    private mutating func goOn(_ head: InquiryHead, now: Moment) -> [Intent]? {
        guard let due = inHand[head.id] else {
            // His since before he looked, or by the exchange: he needs a moment to know it.
            inHand[head.id] = now + .seconds(Int64(random.within(10...40)))
            return nil
        }
        guard due <= now else { return nil }
        switch (head.channel, head.contactState) {
        case (.visit, .called):
            inHand[head.id] = now + random.logNormal(median: .minutes(4), p90: .minutes(10))
            return [random.chance(0.05) ? .visitorLeft(head.id) : .startVisit(head.id)]
        case (.visit, .active): return [.finishVisit(head.id)]
        case (.visit, _), (.phone, .ended?), (.phone, .wrapUp?), (.phone, .done?):
            return finish(head)
        case (.phone, _): return nil
        case (.callback, .waiting), (.callback, .dialling): return [.attemptCallback(head.id, .reached)]
        case (.callback, _): return finish(head)
        case (.email, _) where !head.isAnswered:
            return [
                .sendMessage(
                    head.id, text: ColleagueWords.mail(&random), seen: head.visibleVersion, final: true,
                    immediately: true)
            ]
        case (.email, _): return finish(head)
        default: return nil
        }
    }

    private mutating func finish(_ head: InquiryHead) -> [Intent] {
        guard head.topic != nil else { return [.setTopic(head.id, ColleagueWords.topic(&random))] }
        guard head.isAnswered || head.channel == .email else {
            return [
                .giveSpokenAnswer(head.id, summary: ColleagueWords.spoken(&random), seen: head.visibleVersion)
            ]
        }
        let isCall = head.channel == .phone || head.channel == .callback
        return [
            .close(
                head.id,
                ClosingDetails(
                    result: .solvedAtDesk, archive: head.channel == .email ? .notArchived : nil,
                    phoneOutcome: isCall ? .helpedByOther : nil), seen: head.visibleVersion)
        ]
    }
}

extension InquiryHead {
    /// A call that is still ringing or being talked about by the exchange keeps nobody from other work here.
    fileprivate var isRestingPhone: Bool { channel == .phone && contactState == .waiting }
}

import SkrankeDomain

/// The calls of the day up to the curtain, as the exchange told them, and what the colleagues made of them.
/// The exchange goes on from there.
public struct PhoneMorning: Sendable {
    /// In the order of their time.
    public let steps: [MorningStep]
    public let board: Switchboard

    /// Who answers the telephone beside the person who tries the demonstration, by name of the exchange.
    public static let colleagues = Dictionary(
        uniqueKeysWithValues: Colleague.allCases.map { ($0.id, $0.rawValue) })

    /// - Parameters:
    ///   - origin: up to when.
    ///   - inquiry: which inquiry a call is, by its number in the exchange.
    public init(plan: DayPlan, origin: Moment, inquiry: @escaping (String) -> InquiryID) {
        var page = PhonePage(seed: plan.seed, inquiry: inquiry)
        let start = (plan.steps.first?.at ?? origin) - .hours(1)
        var board = Switchboard(colleagues: PhoneMorning.colleagues, at: start)
        for step in plan.steps where step.at < origin {
            guard case .call(let call) = step.arrival else { continue }
            for told in board.advance(to: step.at) { page.write(told.post, at: told.at) }
            page.scripts[call.callID] = call.script
            for post in board.ring(call, at: step.at) { page.write(post, at: step.at) }
        }
        for told in board.advance(to: origin) { page.write(told.post, at: told.at) }
        self.board = board
        steps = page.steps.enumerated().filter { $0.element.at <= origin }
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }
}

/// The morning's book of calls while it is written.
private struct PhonePage {
    let inquiry: (String) -> InquiryID
    private var random: SeededRandom
    private var answered: [String: AgentID] = [:]
    var scripts: [String: Script] = [:]
    private(set) var steps: [MorningStep] = []

    init(seed: UInt64, inquiry: @escaping (String) -> InquiryID) {
        self.inquiry = inquiry
        random = SeededRandom(seed: seed, stream: 0xDA6_0000)
    }

    mutating func write(_ post: CallPost, at: Moment) {
        let id = inquiry(post.callID)
        let agent = Colleague.allCases.first { $0.rawValue == post.user }?.id ?? answered[post.callID]
        guard let event = PhoneEvent(post) else { return }
        steps.append(MorningStep(at: at, inquiry: id, agent: agent ?? Colleague.odd.id, act: .call(event)))
        switch post.event {
        case .answer: answered[post.callID] = agent
        case .hangup: if let agent { finish(id, scripts[post.callID], by: agent, from: at) }
        case .newCall: break
        }
    }

    /// After-work: what it was about, what was said, done.
    private mutating func finish(_ id: InquiryID, _ script: Script?, by agent: AgentID, from: Moment) {
        guard let script else { return }
        let outcome: PhoneOutcome? = random.pick([
            .helpedByOther, .helpedByOther, .toldWhenAndHow, .reachedPerson,
        ])
        let acts: [MorningStep.Act] = [
            .topic(script.topic), .spokenAnswer(ColleagueWords.spoken(&random)),
            .close(ClosingDetails(result: .solvedAtDesk, phoneOutcome: outcome ?? .helpedByOther)),
        ]
        for (index, act) in acts.enumerated() {
            let at = from + .seconds(Int64(8 * (index + 1)))
            steps.append(MorningStep(at: at, inquiry: id, agent: agent, act: act))
        }
    }
}

extension PhoneEvent {
    /// What the desk's rim makes of a post.
    fileprivate init?(_ post: CallPost) {
        guard let kind = Kind(rawValue: post.event.rawValue) else { return nil }
        self.init(
            kind, from: CallNumber.clean(post.from), users: post.user.map { [$0] } ?? [],
            cause: post.cause.flatMap { CallCause(rawValue: $0) })
    }
}

import SkrankeDomain

/// How a citizen acts in a chat: a state machine without clock or network. The same events give the same
/// actions; whoever runs it waits, acts, and hands planned thoughts back in.
public struct CitizenBehaviour: Sendable {
    /// Where he is in his errand.
    public enum Phase: Equatable, Sendable {
        case outside, asking, queued, talking, content, over
    }

    public let citizen: Citizen
    public private(set) var phase = Phase.outside
    var random: SeededRandom
    let words: Phrasebook
    /// He is about to answer, and what he answers stands in the plan.
    private var isComposing = false
    private var askedFollowUp = false
    private var toldDetail = false
    private var saidHello = false
    private var saidHeWaits = false
    private var silences = 0
    private var hasComeBack = false

    public init(_ citizen: Citizen) {
        self.citizen = citizen
        random = citizen.random
        words = Phrasebook.of(citizen.language)
        toldDetail = citizen.additions.contains(citizen.script.detail)
    }

    public mutating func react(to event: CitizenEvent) -> Reaction {
        switch event {
        case .arrived: return arrive()
        case .state(let state): return react(to: state)
        case .message(.agent, let text): return answer(text)
        case .message, .receipt: return .none
        case .position(let place, let wait): return look(place: place, wait: wait)
        case .agentTyping: return seeTyping()
        case .thought(let thought): return act(on: thought)
        }
    }

    // MARK: Arriving and waiting

    private mutating func arrive() -> Reaction {
        guard phase == .outside else { return .none }
        phase = .asking
        return Reaction(steps: [PlannedAction(after: .zero, .ask(citizen.question))], replaces: true)
    }

    private mutating func react(to state: ChatState) -> Reaction {
        switch state {
        case .waiting:
            guard phase == .asking else { return .none }
            phase = .queued
            return queue()
        case .active:
            guard phase != .talking, phase != .content else { return .none }
            phase = .talking
            return isComposing ? .none : Reaction(steps: [listen()], replaces: true)
        case .left:
            // The question is kept and the date stands in the receipt: he reads it and goes.
            phase = .over
            isComposing = false
            return Reaction(steps: [PlannedAction(after: .seconds(12), .leave)], replaces: true)
        case .ended: return seeEnd()
        }
    }

    private mutating func queue() -> Reaction {
        var plan = Plan(pace: citizen.millisecondsPerLetter)
        for addition in citizen.additions { plan.write(addition, after: .seconds(1)) }
        if let nudge = citizen.nudge, nudge < citizen.patience {
            plan.steps.append(PlannedAction(after: max(nudge, plan.end), .think(.nudge)))
        }
        plan.steps.append(PlannedAction(after: max(citizen.patience, plan.end), .think(.giveUp)))
        return Reaction(steps: plan.steps, replaces: true)
    }

    private mutating func look(place: Int, wait: Int?) -> Reaction {
        guard phase == .queued, citizen.trait == .givesUp, place > 3 || (wait ?? 0) > 1_200 else {
            return .none
        }
        phase = .over
        var plan = Plan(pace: citizen.millisecondsPerLetter)
        plan.write(words.tooLong, after: .seconds(3))
        plan.add(.end, after: .seconds(2))
        plan.add(.leave, after: .seconds(1))
        return Reaction(steps: plan.steps, replaces: true)
    }

    // MARK: Talking

    private mutating func answer(_ text: String) -> Reaction {
        guard phase != .over else { return .none }
        if phase != .content { phase = .talking }
        let kind = AgentWords.kind(of: text)
        guard let reply = reply(to: kind).map({ withDetail($0, text) }) else {
            return isComposing ? .none : Reaction(steps: [listen()], replaces: true)
        }
        isComposing = true
        silences = 0
        var plan = Plan(pace: citizen.millisecondsPerLetter)
        plan.read(text)
        plan.write(reply, after: .milliseconds(400 + Int64(random.below(1_500))))
        plan.add(.think(.spoken), after: .zero)
        return Reaction(steps: plan.steps, replaces: true)
    }

    /// What he says to words of that kind; nil = nothing.
    private mutating func reply(to kind: AgentWords) -> String? {
        switch kind {
        case .greeting:
            if saidHello { return nil }
            saidHello = true
            return random.pick(words.greetings)
        case .wait:
            if saidHeWaits { return nil }
            saidHeWaits = true
            return random.pick(words.waits)
        case .anythingElse:
            if let next = followUp() { return next }
            phase = .content
            return random.pick(words.nothingMore)
        case .farewell:
            phase = .content
            return random.pick(words.farewells)
        case .asksName: return citizen.contact?.name ?? words.staysAnonymous
        case .asksPhone: return citizen.contact?.phone ?? "59 00 00 \(random.within(50...99))"
        case .asksEmail: return citizen.contact?.email ?? "innbygger\(citizen.index)@epost.example"
        case .asksWhen: return words.whenever
        case .asksConfirmation: return random.pick(words.confirmations)
        case .asksDetail:
            if toldDetail { return random.pick(words.confirmations) }
            toldDetail = true
            return citizen.script.detail
        case .answer:
            if let next = followUp() { return next }
            phase = .content
            return random.pick(words.thanks)
        }
    }

    /// Asked for his name and for the place in one breath, he tells both.
    private mutating func withDetail(_ reply: String, _ text: String) -> String {
        guard !toldDetail, reply != citizen.script.detail, AgentWords.asksPlace(text) else { return reply }
        toldDetail = true
        return reply + (reply.hasSuffix(".") ? " " : ". ") + citizen.script.detail
    }

    /// The next question, asked once, and by six in ten of those who have one.
    private mutating func followUp() -> String? {
        guard let next = citizen.script.followUp, !askedFollowUp, citizen.trait != .reopens else {
            return nil
        }
        askedFollowUp = true
        return random.chance(0.6) ? next : nil
    }

    private mutating func seeTyping() -> Reaction {
        guard phase == .queued || phase == .talking, !isComposing else { return .none }
        phase = .talking
        return Reaction(steps: [listen()], replaces: true)
    }

    /// Waits for the agent's next words.
    private mutating func listen() -> PlannedAction {
        let patience = random.logNormal(median: .seconds(110), p90: .seconds(240))
        return PlannedAction(after: min(max(patience, .seconds(50)), .minutes(8)), .think(.silence))
    }

    // MARK: Thoughts

    private mutating func act(on thought: Thought) -> Reaction {
        var plan = Plan(pace: citizen.millisecondsPerLetter)
        switch thought {
        case .nudge:
            guard phase == .queued, let nudge = random.pick(words.nudges) else { return .none }
            // The rest of the plan, his patience, goes on.
            plan.write(nudge, after: .zero)
            return Reaction(steps: plan.steps, replaces: false)
        case .giveUp:
            guard phase == .queued else { return .none }
            return goAway(saying: citizen.trait == .vanishes ? nil : random.pick(words.givesUp))
        case .silence: return meetSilence()
        case .spoken:
            isComposing = false
            guard phase == .content else { return Reaction(steps: [listen()], replaces: true) }
            return finish()
        case .comeBack:
            guard phase == .over, !hasComeBack else { return .none }
            hasComeBack = true
            phase = .asking
            let opening = random.pick(words.oneMoreThing) ?? ""
            plan.write("\(opening) \(citizen.script.followUp ?? citizen.script.detail)", after: .zero)
            return Reaction(steps: plan.steps, replaces: true)
        }
    }

    private mutating func meetSilence() -> Reaction {
        guard phase == .talking else { return .none }
        silences += 1
        if silences > 2 { return goAway(saying: random.pick(words.givesUp)) }
        var plan = Plan(pace: citizen.millisecondsPerLetter)
        plan.write(random.pick(words.stillThere) ?? "?", after: .zero)
        plan.add(.think(.spoken), after: .zero)
        return Reaction(steps: plan.steps, replaces: true)
    }

    private mutating func goAway(saying words: String?) -> Reaction {
        phase = .over
        var plan = Plan(pace: citizen.millisecondsPerLetter)
        if let words {
            plan.write(words, after: .zero)
            plan.add(.end, after: .seconds(2))
        }
        plan.add(.leave, after: .seconds(1))
        return Reaction(steps: plan.steps, replaces: true)
    }

    // MARK: The end

    /// He has what he wanted: half of those press the button, some are just gone, the others wait for the
    /// agent to close.
    private mutating func finish() -> Reaction {
        var plan = Plan(pace: citizen.millisecondsPerLetter)
        let pause = Span.seconds(Int64(random.within(4...14)))
        if citizen.trait == .vanishes {
            phase = .over
            plan.add(.leave, after: pause)
        } else if citizen.trait != .reopens, random.chance(0.5) {
            plan.add(.end, after: pause)
            plan.add(.leave, after: .seconds(30))
        } else {
            plan.add(.leave, after: .minutes(citizen.trait == .reopens ? 10 : 4))
        }
        return Reaction(steps: plan.steps, replaces: true)
    }

    private mutating func seeEnd() -> Reaction {
        guard phase != .outside else { return .none }
        let comesBack = citizen.trait == .reopens && !hasComeBack && phase != .over
        phase = .over
        isComposing = false
        let next =
            comesBack
            ? PlannedAction(after: .seconds(Int64(random.within(15...40))), .think(.comeBack))
            : PlannedAction(after: .seconds(6), .leave)
        return Reaction(steps: [next], replaces: true)
    }
}

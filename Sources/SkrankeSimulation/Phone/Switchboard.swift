import SkrankeDomain

/// The municipality's telephone exchange: a queue of callers, and colleagues who answer the longest waiting
/// one. A state machine without clock or network; whoever runs it tells the time and posts what it says.
public struct Switchboard: Sendable, Equatable {
    private struct Waiting: Sendable, Equatable {
        var call: PlannedCall
        var leaves: Moment
        /// Who is on his way to the receiver, and when he lifts it.
        var picked: (agent: AgentID, at: Moment)?

        static func == (a: Waiting, b: Waiting) -> Bool {
            a.call == b.call && a.leaves == b.leaves && a.picked?.agent == b.picked?.agent
                && a.picked?.at == b.picked?.at
        }
    }

    private struct Talk: Sendable, Equatable {
        var call: PlannedCall
        var agent: AgentID
        var ends: Moment
    }

    /// A colleague's line, and from when on he takes calls again.
    private var free: [AgentID: Moment]
    private let names: [AgentID: String]
    private var waiting: [Waiting] = []
    private var talks: [Talk] = []
    private let wrapUp: Span

    /// - Parameters:
    ///   - colleagues: who answers calls, and what the exchange calls each (`phone_user`).
    ///   - wrapUp: after a call nobody takes the next one for so long.
    public init(colleagues: [AgentID: String], at now: Moment, wrapUp: Span = .seconds(30)) {
        names = colleagues
        free = colleagues.mapValues { _ in now }
        self.wrapUp = wrapUp
    }

    public var callsWaiting: Int { waiting.count }
    public var callsTalking: Int { talks.count }

    /// The next moment at which something happens by itself; nil where all is quiet.
    public var nextDue: Moment? {
        let queue = waiting.map { min($0.leaves, $0.picked?.at ?? $0.leaves) }
        return (queue + talks.map(\.ends) + (isSomebodyWanted ? Array(free.values) : [])).min()
    }

    private var isSomebodyWanted: Bool { waiting.contains { $0.picked == nil && !$0.call.isLost } }

    /// Somebody rings.
    public mutating func ring(_ call: PlannedCall, at now: Moment) -> [CallPost] {
        waiting.append(Waiting(call: call, leaves: now + call.patience))
        let post = post(.newCall, call)
        assign(at: now)
        return call.isDoubled ? [post, post] : [post]
    }

    /// An agent took the call at his screen: he lifts the receiver now. Nothing where it is no longer waiting.
    public mutating func lift(_ callID: String, by agent: AgentID, user: String, at now: Moment) -> [CallPost] {
        guard let index = waiting.firstIndex(where: { $0.call.callID == callID }) else { return [] }
        let call = waiting.remove(at: index).call
        talks.append(Talk(call: call, agent: agent, ends: now + call.talk))
        return [post(.answer, call, user: user)]
    }

    /// What has happened until `now`, in its order.
    public mutating func advance(to now: Moment) -> [(at: Moment, post: CallPost)] {
        var told: [(at: Moment, post: CallPost)] = []
        while let due = nextDue, due <= now {
            let before = told.count
            told += endTalks(at: due).map { (due, $0) }
            told += answer(at: due).map { (due, $0) }
            told += leave(at: due).map { (due, $0) }
            assign(at: due)
            // Nobody was free, and nothing else is due: the clock of the free lines must not hold us up.
            if told.count == before, nextDue == due { break }
        }
        return told
    }

    private mutating func endTalks(at now: Moment) -> [CallPost] {
        let over = talks.filter { $0.ends <= now }
        talks.removeAll { $0.ends <= now }
        return over.map { talk in
            if names[talk.agent] != nil { free[talk.agent] = now + wrapUp }
            return post(.hangup, talk.call, cause: "normalClearing")
        }
    }

    private mutating func answer(at now: Moment) -> [CallPost] {
        var posts: [CallPost] = []
        for entry in waiting {
            guard let picked = entry.picked, picked.at <= now else { continue }
            talks.append(Talk(call: entry.call, agent: picked.agent, ends: now + entry.call.talk))
            posts.append(post(.answer, entry.call, user: names[picked.agent]))
        }
        waiting.removeAll { $0.picked.map { $0.at <= now } ?? false }
        return posts
    }

    private mutating func leave(at now: Moment) -> [CallPost] {
        let gone = waiting.filter { $0.leaves <= now }
        waiting.removeAll { $0.leaves <= now }
        return gone.map { entry in
            if let picked = entry.picked { free[picked.agent] = now }
            return post(.hangup, entry.call, cause: "cancel")
        }
    }

    /// Free colleagues go to the telephones that ring longest.
    private mutating func assign(at now: Moment) {
        for index in waiting.indices where waiting[index].picked == nil && !waiting[index].call.isLost {
            let ready = free.filter { $0.value <= now }.keys.sorted()
            guard let agent = ready.first else { return }
            waiting[index].picked = (agent, now + waiting[index].call.ringing)
            free[agent] = .never
        }
    }

    private func post(
        _ event: CallPost.Event, _ call: PlannedCall, user: String? = nil, cause: String? = nil
    ) -> CallPost {
        CallPost(event, callID: call.callID, from: call.from, user: user, cause: cause, form: call.form)
    }
}

extension Moment {
    /// Later than anything that happens.
    fileprivate static let never = Moment.writable.upperBound
}

import SkrankeDomain
import Testing

/// One budget over four channels (R119): who talks with somebody gets no chat, who writes may be interrupted.
@Suite struct CapacityTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var held: [(Channel, InteractionState, Int)]
        var wanted: Occupation
        var refusal: Refusal?
        var testDescription: String { "\(held) + \(wanted)" }
    }

    static let cases: [Case] = [
        Case(held: [], wanted: .live(.chat), refusal: nil),
        Case(held: [(.chat, .active, 2)], wanted: .live(.chat), refusal: nil),
        Case(held: [(.chat, .active, 3)], wanted: .live(.chat), refusal: .tooManyLive(limit: 3)),
        Case(
            held: [(.phone, .active, 1)], wanted: .live(.chat),
            refusal: .overCapacity(wanted: .chat, holds: .phone, count: 1)),
        Case(
            held: [(.visit, .called, 1)], wanted: .live(.chat),
            refusal: .overCapacity(wanted: .chat, holds: .visit, count: 1)),
        Case(held: [(.chat, .active, 3)], wanted: .live(.visit), refusal: nil),
        Case(
            held: [(.callback, .active, 1)], wanted: .live(.visit),
            refusal: .overCapacity(wanted: .visit, holds: .callback, count: 1)),
        Case(held: [(.email, .waiting, 12)], wanted: .live(.phone), refusal: nil),
        Case(held: [(.email, .waiting, 12)], wanted: .live(.chat), refusal: nil),
        Case(held: [(.phone, .active, 1)], wanted: .written(.email), refusal: nil),
        Case(
            held: [(.email, .waiting, 20)], wanted: .written(.email),
            refusal: .overCapacity(wanted: .email, holds: .email, count: 20)),
        // Promises to ring and agreed times fill nobody.
        Case(
            held: [(.callback, .waiting, 9), (.appointment, .booked, 9)], wanted: .live(.visit), refusal: nil),
    ]

    @Test(arguments: cases) func weighs(_ sample: Case) {
        var load = Load()
        for (channel, state, count) in sample.held { load.add(channel, state, .inProgress, by: count) }
        #expect(ChannelPolicy().refusal(toTake: sample.wanted, with: load) == sample.refusal)
    }

    /// Nobody is offered a visitor while he chats; he may turn to one.
    @Test func anOfferNeverExceedsTheBudget() {
        var load = Load()
        load.add(.chat, .active, .inProgress)
        let policy = ChannelPolicy()
        #expect(policy.refusal(toTake: .live(.visit), with: load) == nil)
        #expect(
            policy.refusal(toTake: .live(.visit), with: load, isOffer: true)
                == .overCapacity(wanted: .visit, holds: .chat, count: 1))
    }

    @Test(arguments: 1...20) func exactlySoManyChatsFit(limit: Int) {
        var policy = ChannelPolicy()
        policy.parallelChats = limit
        var load = Load()
        for _ in 0..<limit {
            #expect(policy.refusal(toTake: .live(.chat), with: load) == nil)
            load.add(.chat, .active, .inProgress)
        }
        #expect(policy.refusal(toTake: .live(.chat), with: load) == .tooManyLive(limit: limit))
    }

    @Test func aDeskMayForbidInterruptions() {
        var policy = ChannelPolicy()
        policy.capacity.writtenYields = false
        var load = Load()
        load.add(.email, .waiting, .inProgress)
        #expect(
            policy.refusal(toTake: .live(.phone), with: load)
                == .overCapacity(wanted: .phone, holds: .email, count: 1))
    }

    /// A claim is refused, a call that was answered is a fact and is not.
    @Test func decideRefusesTheChatOfWhoeverIsInACall() throws {
        var rules = Rules()
        let chat = try rules.chat()
        _ = try rules.register(.phone)
        rules.holds("kari")
        #expect(throws: Refusal.overCapacity(wanted: .chat, holds: .phone, count: 1)) {
            try rules.run(.claim(chat))
        }
        try rules.run(.claim(chat), as: Rules.liv)
        _ = try rules.register(.phone)
        #expect(rules[chat].owner == "liv")
    }

    @Test func whoIsBlockedTakesNothing() throws {
        var rules = Rules()
        let id = try rules.register(.email)
        var state = AgentState(id: "kari")
        state.apply(.presenceChanged(agent: "kari", presence: .blocked), version: 1, at: rules.now)
        rules.staffing.members["kari"]?.state = state
        #expect(throws: Refusal.presenceBlocked) { try rules.run(.claim(id)) }
    }
}

/// Golden values of facts §3.2.
@Suite struct ErlangCTests {
    @Test(arguments: [(1.0, 2, 1.0 / 3), (2, 3, 4.0 / 9)])
    func probabilityOfWaiting(load: Double, agents: Int, expected: Double) throws {
        let queue = ErlangC(calls: load, interval: 1, handling: 1)
        #expect(abs(try #require(queue.waiting(agents: agents)) - expected) < 1e-9)
    }

    @Test func theTextbookQueues() throws {
        let small = ErlangC(calls: 100, handling: 180)
        #expect(abs(try #require(small.waiting(agents: 14)) - 0.1741) < 5e-5)
        #expect(abs(try #require(small.serviceLevel(agents: 14, within: 20)) - 0.8884) < 5e-5)
        #expect(abs(try #require(small.meanWait(agents: 14)) - 7.84) < 5e-3)
        #expect(abs(try #require(small.occupancy(agents: 14)) - 0.714) < 5e-4)
        let large = ErlangC(calls: 360, handling: 240)
        #expect(abs(try #require(large.waiting(agents: 55)) - 0.2387) < 5e-5)
        #expect(abs(try #require(large.serviceLevel(agents: 55, within: 15)) - 0.8459) < 5e-5)
    }

    /// A desk of this size: calls in half an hour, agents needed for 80/30, the level that they reach.
    @Test(arguments: [(6.0, 2, 84.9), (10, 3, 89.8), (14, 4, 93.1), (18, 4, 84.8), (22, 5, 89.9)])
    func deskSize(calls: Double, agents: Int, level: Double) throws {
        let queue = ErlangC(calls: calls, handling: 210)
        #expect(queue.agents(share: 0.8, within: 30) == agents)
        #expect(abs(try #require(queue.serviceLevel(agents: agents, within: 30)) * 100 - level) < 0.05)
    }

    /// As much work as agents: the queue grows, and no number is given.
    @Test func anUnstableQueueHasNoLevel() {
        let queue = ErlangC(calls: 20, interval: 1_800, handling: 180)
        #expect(queue.load == 2)
        #expect(queue.waiting(agents: 2) == nil && queue.serviceLevel(agents: 1, within: 30) == nil)
        #expect(ErlangC(calls: 0, handling: 210).agents(share: 0.8, within: 30) == 0)
    }
}

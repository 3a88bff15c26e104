import SkrankeDomain
import SkrankeJournal
import Testing

@testable import SkrankeGateway

/// Live claims whose agent is gone go back to the queue, and only those (model §5.10).
struct LeaseKeeperTests {
    /// Lets `seconds` pass in rounds of five, in which `agents` give heartbeats.
    private func live(_ test: TestDesk, _ keeper: LeaseKeeper, seconds: Int, agents: [String]) async throws {
        for _ in 0..<(seconds / 5) {
            test.time.advance(by: .seconds(5))
            for agent in agents { try await test.beat(agent) }
            _ = try await keeper.work()
        }
    }

    @Test func aLostTerminalGivesTheChatBack() async throws {
        let test = TestDesk()
        let keeper = LeaseKeeper(desk: test.desk, clock: test.time)
        try await test.beat("ingrid")
        try await test.beat("ola")
        let asked = test.time.now
        let id = try await test.claimed(by: "ingrid")
        let other = try await test.claimed(by: "ola")
        _ = try await keeper.work()
        try await live(test, keeper, seconds: 30, agents: ["ola"])
        #expect(try await test.inquiry(id)?.owner == AgentID("ingrid"))
        let version = try await test.inquiry(id)?.version ?? 0
        try await live(test, keeper, seconds: 5, agents: ["ola"])
        let inquiry = try #require(try await test.inquiry(id))
        #expect(inquiry.owner == nil)
        #expect(inquiry.interaction?.state == .waiting)
        #expect(try await test.store.file(id)?.head.waitingSince == asked)
        let news = try await test.events(id, after: version)
        #expect(news.first == .sessionLost(agent: AgentID("ingrid")))
        #expect(news.contains { if case .chatMessageSent(_, _, .system) = $0 { true } else { false } })
        #expect(try await test.inquiry(other)?.owner == AgentID("ola"))
        #expect(try await test.store.sessions().map(\.agent) == [AgentID("ola")])
        let told = try await test.store.events(of: .agent(AgentID("ingrid")), after: 0).map(\.event)
        #expect(told == [.sessionClosed(agent: AgentID("ingrid"))])
        #expect(try await test.isClean())
    }

    /// What came back stands before those who asked later.
    @Test func itComesBackToTheFront() async throws {
        let test = TestDesk()
        let keeper = LeaseKeeper(desk: test.desk, clock: test.time)
        try await test.beat("ingrid")
        let first = try await test.claimed(by: "ingrid")
        test.time.advance(by: .seconds(5))
        try await test.beat("ola")
        let second = try await test.chat()
        _ = try await keeper.work()
        try await live(test, keeper, seconds: 40, agents: ["ola"])
        #expect(try await test.store.openHeads(after: nil, limit: 10).map(\.id) == [first, second])
    }

    @Test func oneOfTwoSessionsMayEnd() async throws {
        let test = TestDesk()
        let keeper = LeaseKeeper(desk: test.desk, clock: test.time)
        try await test.beat("ingrid", session: "killed")
        try await test.beat("ingrid")
        let id = try await test.claimed(by: "ingrid")
        _ = try await keeper.work()
        try await live(test, keeper, seconds: 60, agents: ["ingrid"])
        #expect(try await test.inquiry(id)?.owner == AgentID("ingrid"))
        #expect(try await test.store.sessions().map(\.id) == ["ingrid"])
        #expect(try await test.store.events(of: .agent(AgentID("ingrid")), after: 0).isEmpty)
    }

    enum LostTime: CaseIterable { case clockWasSet, machineSlept, processStood }

    /// Nobody is judged by a heartbeat that he had no chance to give; who stays away is judged later.
    @Test(arguments: LostTime.allCases) func lostTimeIsNobodysFault(_ kind: LostTime) async throws {
        let test = TestDesk()
        let keeper = LeaseKeeper(desk: test.desk, clock: test.time)
        try await test.beat("ingrid")
        let id = try await test.claimed(by: "ingrid")
        _ = try await keeper.work()
        test.time.advance(by: .seconds(1))
        switch kind {
        case .clockWasSet, .machineSlept: test.time.set(test.time.now + .hours(1))
        case .processStood: test.time.advance(by: .hours(1))
        }
        _ = try await keeper.work()
        #expect(try await test.inquiry(id)?.owner == AgentID("ingrid"))
        try await live(test, keeper, seconds: 20, agents: ["ingrid"])
        #expect(try await test.inquiry(id)?.owner == AgentID("ingrid"))
        try await live(test, keeper, seconds: 40, agents: [])
        #expect(try await test.inquiry(id)?.owner == nil)
    }

    /// A gateway that starts after a kill waits for nothing.
    @Test func aFreshGatewayJudgesAtOnce() async throws {
        let test = TestDesk()
        try await test.beat("ingrid")
        let id = try await test.claimed(by: "ingrid")
        test.time.advance(by: .seconds(31))
        _ = try await LeaseKeeper(desk: test.desk, clock: test.time).work()
        #expect(try await test.inquiry(id)?.owner == nil)
    }
}

import SkrankeDomain
import SkrankeJournal
import Testing

@testable import SkrankeGateway

/// Nobody waits in vain: K13, R46, model §5.4.
struct ClosingTimeTests {
    private func keeper(_ test: TestDesk) -> ClosingTime {
        ClosingTime(desk: test.desk, clock: test.time, policy: { TestDesk.policy })
    }

    private func cause(_ test: TestDesk, _ id: InquiryID) async throws -> LeftCause? {
        for event in try await test.events(id) {
            if case .questionLeft(_, let cause) = event { return cause }
        }
        return nil
    }

    @Test func atClosingTimeWaitingChatsAreLeftWithADate() async throws {
        let test = TestDesk(at: TestDesk.closing - .minutes(5))
        let closing = keeper(test)
        try await test.beat("ingrid")
        let (talking, waiting) = (try await test.claimed(by: "ingrid"), try await test.chat())
        test.time.advance(by: Span(milliseconds: 299_999))
        try await test.beat("ingrid")
        #expect(try await closing.work().next == TestDesk.closing)
        #expect(try await test.state(waiting) == .waiting)
        test.time.advance(by: Span(milliseconds: 1))
        _ = try await closing.work()
        #expect(try await test.state(waiting) == .left)
        #expect(try await cause(test, waiting) == .closingTime)
        #expect(try await test.state(talking) == .active)
        let inquiry = try #require(try await test.inquiry(waiting))
        #expect(inquiry.deadline(.emailAnswer)?.state == .running)
        #expect(inquiry.promisedAt == inquiry.deadline(.emailAnswer)?.due)
        #expect(try await test.isClean())
    }

    enum Leaving: CaseIterable { case quits, lapses, goesOff }

    @Test(arguments: Leaving.allCases) func whenTheLastAgentLeaves(_ way: Leaving) async throws {
        let test = TestDesk()
        let closing = keeper(test)
        try await test.beat("ingrid")
        let id = try await test.chat()
        for _ in 0..<4 {
            test.time.advance(by: .seconds(5))
            try await test.beat("ingrid")
            _ = try await closing.work()
        }
        #expect(try await test.state(id) == .waiting)
        switch way {
        case .quits: try await test.store.endSession("ingrid")
        case .goesOff: try await test.beat("ingrid", presence: .off)
        case .lapses:
            for _ in 0..<7 {
                #expect(try await test.state(id) == .waiting)
                test.time.advance(by: .seconds(5))
                _ = try await closing.work()
            }
        }
        _ = try await closing.work()
        #expect(try await test.state(id) == .left)
        #expect(try await cause(test, id) == .lastAgentLeft)
    }

    /// Console and gateway were killed together: the console has ten seconds to be back.
    @Test func afterAStartConsolesMayComeBack() async throws {
        let test = TestDesk()
        try await test.beat("ingrid")
        let id = try await test.chat()
        test.time.advance(by: .minutes(2))
        let closing = keeper(test)
        _ = try await closing.work()
        #expect(try await test.state(id) == .waiting)
        test.time.advance(by: .seconds(9))
        try await test.beat("ingrid")
        _ = try await closing.work()
        test.time.advance(by: .seconds(9))
        _ = try await closing.work()
        #expect(try await test.state(id) == .waiting)
    }

    /// The chats are followed by their changes: new ones, claimed ones, many pages of others.
    @Test func waitingChatsAreFollowed() async throws {
        let test = TestDesk()
        let waiting = WaitingChats(store: test.store)
        try await test.beat("ingrid")
        var chats: Set<InquiryID> = []
        for _ in 0..<(WaitingChats.page + 20) { chats.insert(try await test.chat()) }
        #expect(try await Set(waiting.current()) == chats)
        let gone = try #require(chats.first)
        _ = try await test.submit(.claim(gone), by: TestDesk.agent("ingrid"))
        chats.remove(gone)
        for _ in 0..<(WaitingChats.page + 20) { chats.insert(try await test.chat()) }
        #expect(try await Set(waiting.current()) == chats)
    }

    @Test(arguments: [(-11, false), (-10, true), (-1, true), (0, false), (60, false)] as [(Int64, Bool)])
    func agentsAreWarnedBefore(_ minutes: Int64, _ isWarned: Bool) {
        let closing = ClosingWarning.closing(TestDesk.policy, at: TestDesk.closing + .minutes(minutes))
        #expect(closing == (isWarned ? TestDesk.closing : nil))
    }
}

import SkrankeDomain
import SkrankeJournal
import Testing

@testable import SkrankeGateway

/// Timers fire when they are due, once in effect, whatever happened meanwhile.
struct TimekeeperTests {
    /// Held text leaves exactly when its grace ends (craft §4.4).
    @Test func heldTextLeavesAtUntil() async throws {
        let test = TestDesk()
        let keeper = Timekeeper(desk: test.desk, clock: test.time)
        try await test.beat("ingrid")
        let id = try await test.claimed(by: "ingrid")
        let message = try await test.say("Kl. 8.", id, by: "ingrid")
        let until = test.time.now + .seconds(5)
        test.time.advance(by: Span(milliseconds: 4_999))
        let before = try await keeper.work()
        #expect(before.next == until)
        #expect(try await test.delivery(message, in: id) == .held(until: until))
        test.time.advance(by: Span(milliseconds: 1))
        _ = try await keeper.work()
        #expect(try await test.delivery(message, in: id) == .sent)
        #expect(try await test.inquiry(id)?.messages.first { $0.id == message }?.sentAt == until)
        #expect(try await test.store.outbox(limit: 10).allSatisfy { $0.state != .held })
    }

    @Test func withdrawnTextNeverLeaves() async throws {
        let test = TestDesk()
        let keeper = Timekeeper(desk: test.desk, clock: test.time)
        try await test.beat("ingrid")
        let id = try await test.claimed(by: "ingrid")
        let message = try #require(try await test.say("Feil.", id, by: "ingrid"))
        _ = try await test.submit(.withdrawMessage(id, message), by: TestDesk.agent("ingrid"))
        test.time.advance(by: .seconds(60))
        _ = try await keeper.work()
        #expect(try await test.delivery(message, in: id) == .withdrawn)
    }

    /// Two texts that wait for their grace reach the citizen in the order in which they were written.
    @Test func heldTextsKeepTheirOrder() async throws {
        let test = TestDesk()
        let keeper = Timekeeper(desk: test.desk, clock: test.time)
        try await test.beat("ingrid")
        let id = try await test.claimed(by: "ingrid")
        var sent: [MessageID] = []
        for text in ["en", "to", "tre"] {
            sent.append(try #require(try await test.say(text, id, by: "ingrid")))
            test.time.advance(by: Span(milliseconds: 10))
        }
        test.time.advance(by: .seconds(10))
        _ = try await keeper.work()
        let shown = try await test.inquiry(id)?.messages.filter {
            sent.contains($0.id) && $0.delivery == .sent
        }
        #expect(shown?.map(\.id) == sent)
    }

    /// Of a promise of a minute is warned after 45 seconds, and it is missed when it is due.
    @Test func promisesAreWarnedOfAndMissed() async throws {
        let test = TestDesk()
        let keeper = Timekeeper(desk: test.desk, clock: test.time)
        try await test.beat("ingrid")
        let id = try await test.chat()
        let steps: [(Int64, Bool, Deadline.State)] = [
            (44_999, false, .running), (1, true, .running), (14_999, true, .running), (1, true, .missed),
        ]
        for (passed, isWarned, state) in steps {
            test.time.advance(by: Span(milliseconds: passed))
            _ = try await keeper.work()
            let deadline = try #require(try await test.inquiry(id)?.deadline(.chatFirstReply))
            #expect(deadline.warned == isWarned)
            #expect(deadline.state == state)
        }
    }

    @Test func firingTwiceIsHarmless() async throws {
        let test = TestDesk()
        let keeper = Timekeeper(desk: test.desk, clock: test.time)
        try await test.beat("ingrid")
        let id = try await test.claimed(by: "ingrid")
        let message = try #require(try await test.say("Kl. 8.", id, by: "ingrid"))
        test.time.advance(by: .seconds(5))
        let due = try await test.store.dueTimers(at: test.time.now, limit: 10)
        #expect(due.contains { $0.kind == .heldText(message) })
        _ = try await keeper.work()
        let version = try await test.inquiry(id)?.version ?? 0
        for row in due { _ = try await test.submit(.timerFired(id, row.kind, due: row.due), by: .timekeeper) }
        #expect(try await test.events(id, after: version) == [])
        #expect(try await test.store.dueTimers(at: test.time.now, limit: 10) == [])
    }

    /// The citizen is asked after three minutes and let go after ten (model §5.4): the second timer, set
    /// by the first, survives the first one's removal.
    @Test func silentChatsAreAskedThenEnded() async throws {
        let test = TestDesk()
        let keeper = Timekeeper(desk: test.desk, clock: test.time)
        try await test.beat("ingrid")
        let id = try await test.claimed(by: "ingrid")
        _ = try await test.say("Er du der?", id, by: "ingrid")
        test.time.advance(by: .seconds(5))
        _ = try await keeper.work()
        test.time.advance(by: .seconds(179))
        _ = try await keeper.work()
        #expect(try await test.state(id) == .active)
        test.time.advance(by: .seconds(1))
        _ = try await keeper.work()
        #expect(try await test.state(id) == .citizenIdle)
        test.time.advance(by: .minutes(7))
        _ = try await keeper.work()
        #expect(try await test.state(id) == .ended)
        #expect(
            try await test.events(id).contains {
                if case .chatEnded(_, .timeout) = $0 { true } else { false }
            })
    }

    /// A day without a gateway: everything that was due happens in the first round.
    @Test func catchesUpAfterDowntime() async throws {
        let test = TestDesk()
        try await test.beat("ingrid")
        var chats: [InquiryID] = []
        for _ in 0..<450 { chats.append(try await test.chat()) }
        test.time.advance(by: .days(1))
        let result = try await Timekeeper(desk: test.desk, clock: test.time).work()
        #expect(result.trouble == nil)
        #expect((result.next ?? test.time.now + .days(1)) > test.time.now)
        for id in chats {
            #expect(try await test.inquiry(id)?.deadline(.chatFirstReply)?.state == .missed)
        }
        #expect(try await test.isClean())
    }

    /// One inquiry that cannot be read holds up nobody, is tried again a minute later, and makes no hurry.
    @Test func aSickInquiryIsSetAside() async throws {
        let store = FaultyStore()
        let test = TestDesk(store: store)
        let keeper = Timekeeper(desk: test.desk, clock: test.time)
        try await test.beat("ingrid")
        let (sick, sound) = (try await test.chat(), try await test.chat())
        store.fail(sick, .corrupt("row"))
        test.time.advance(by: .seconds(60))
        let result = try await keeper.work()
        #expect(result.trouble == .corrupt("row"))
        #expect(try #require(result.next) > test.time.now)
        #expect(try await test.inquiry(sound)?.deadline(.chatFirstReply)?.state == .missed)
        store.fail(sick, nil)
        _ = try await keeper.work()
        #expect(try await test.inquiry(sick)?.deadline(.chatFirstReply)?.state == .running)
        test.time.advance(by: .seconds(60))
        _ = try await keeper.work()
        #expect(try await test.inquiry(sick)?.deadline(.chatFirstReply)?.state == .missed)
    }

    @Test func aFullDiskIsToldAndNothingIsLost() async throws {
        let store = FaultyStore()
        let test = TestDesk(store: store)
        let keeper = Timekeeper(desk: test.desk, clock: test.time)
        try await test.beat("ingrid")
        let id = try await test.chat()
        test.time.advance(by: .seconds(60))
        store.fail(id, .full)
        await #expect(throws: StoreFault.full) { try await keeper.work() }
        store.fail(id, nil)
        _ = try await keeper.work()
        #expect(try await test.inquiry(id)?.deadline(.chatFirstReply)?.state == .missed)
    }
}

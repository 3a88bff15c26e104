import SkrankeConsole
import SkrankeDesk
import SkrankeDomain
import SkrankeJournal
import SkrankeTestKit
import Testing

@Suite("The follower: a console's rows are the store's, complete after every look")
struct FollowerTests {
    /// One look, and the end of looking.
    private func one(_ reason: JournalFollower.Reason) -> AsyncStream<JournalFollower.Reason> {
        AsyncStream { continuation in
            continuation.yield(reason)
            continuation.finish()
        }
    }

    @Test func oneLookDrainsEverythingHoweverMuchCame() async throws {
        let desk = TestDesk(MemoryStore())
        let reader = Reader()
        let follower = JournalFollower(store: desk.store) { await reader.take($0) }
        let start = try await follower.start()
        for number in 0..<1_100 { _ = try await desk.register(.email, "Brev \(number)") }
        await follower.follow(from: start, reasons: one(.hint))
        #expect(await reader.heads.count == 1_100)
        #expect(await reader.isLoaded)
    }

    /// While the first pages are read, others write: nothing is missed, nothing closed stays.
    @Test func whatHappensBetweenThePagesIsSeen() async throws {
        let desk = TestDesk(MemoryStore())
        var ids: [InquiryID] = []
        for number in 0..<(JournalFollower.firstPage + 30) {
            ids.append(try await desk.register(.phone, "Ring \(number)", topic: TopicCode("byggesak")))
        }
        let reader = Reader()
        let follower = JournalFollower(store: desk.store) { await reader.take($0) }
        let start = try await follower.start()
        #expect(start.heads.count == JournalFollower.firstPage)
        await reader.take(.heads(start.heads))
        try await desk.do(
            .close(
                ids[0], ClosingDetails(result: .withdrawn, phoneOutcome: .reachedPerson, reason: "x"),
                seen: 99),
            by: TestPolicy.kari)
        let late = try await desk.register(.visit, "Pass")
        await follower.follow(from: start, reasons: one(.second))
        #expect(await Set(reader.heads.keys) == Set(ids.dropFirst() + [late]))
    }
}

import SkrankeDomain
import SkrankeJournal
import SkrankeTestKit
import Testing

@testable import SkrankeSQLite

/// Two stores on one file, each with its own writer, locks and cache: what two processes are to each other.
@Suite struct SeveralStoresTests {
    @Test func oneWinsAndAllHearWho() async throws {
        let folder = try Folder()
        let stores = [try SQLiteStore(path: folder.store), try SQLiteStore(path: folder.store)]
        let desks = stores.enumerated().map { TestDesk($1, seed: UInt64($0 + 1)) }
        for _ in 0..<10 {
            let id = try await desks[0].register()
            let results = try await StoreConformance.race(16) { index in
                try await desks[index % 2].desk.submit(
                    .claim(id), by: TestDesk.caller(AgentID("agent\(index)")))
            }
            let owner = try await desks[1].head(id).owner
            #expect(owner == (try await desks[0].head(id).owner))
            try StoreConformance.expectOneWinner(results, in: owner)
        }
        #expect(try await stores[0].verify().problems == [])
        for store in stores { await store.close() }
    }

    /// Answers are kept while nothing is committed, and no longer.
    @Test func whatIsKeptGoesWithTheOthersCommit() async throws {
        let folder = try Folder()
        let one = try SQLiteStore(path: folder.store)
        let two = try SQLiteStore(path: folder.store)
        let desk = TestDesk(one, seed: 1)
        let (from, to) = (TestDesk.morning - .hours(10), TestDesk.morning + .days(1))
        var (sequence, seen): (Int64, Int) = (0, 0)
        for count in 1...3 {
            _ = try await desk.register()
            for _ in 0..<2 {
                let figures = try await two.figures(from: from, to: to, now: TestDesk.morning)
                #expect(figures.arrivals.values.flatMap(\.values).reduce(0, +) == count)
                let other = try await two.figures(from: from - .days(9), to: from, now: TestDesk.morning)
                #expect(other == DeskFigures(), "another period")
            }
            let news = try await two.events(after: sequence, limit: 500)
            #expect(!news.isEmpty)
            seen += news.count
            sequence = news.last?.sequence ?? sequence
            #expect(try await two.events(after: sequence, limit: 500) == [])
            #expect(try await two.events(after: sequence, limit: 500) == [])
            #expect(try await two.events(after: 0, limit: 500).count == seen)
        }
        await one.close()
        await two.close()
    }

    @Test func eachSeesWhatTheOtherWrote() async throws {
        let folder = try Folder()
        let one = try SQLiteStore(path: folder.store)
        let two = try SQLiteStore(path: folder.store)
        let (first, second) = (TestDesk(one, seed: 1), TestDesk(two, seed: 2))
        let before = try two.dataVersion()
        #expect(try two.dataVersion() == before, "nothing happened")
        let id = try await first.register()
        let after = try two.dataVersion()
        #expect(after != before, "a foreign commit")
        _ = try await two.headSequence()
        #expect(try two.dataVersion() == after, "reading is no commit")
        // Each in turn, so that every fold in a cache is behind the other's.
        for round in 0..<6 {
            let desk = round % 2 == 0 ? first : second
            try await desk.do(.addNote(id, text: "Runde \(round)"), by: TestPolicy.kari)
            #expect(try await (round % 2 == 0 ? second : first).file(id).inquiry.messages.count == round + 2)
        }
        try await second.do(.claim(id), by: TestPolicy.ola)
        try await second.attend(TestPolicy.ola)
        let chat = try await first.chat()
        #expect(try await second.head(chat).contactState == .waiting, "the other's session counts")
        #expect(try await one.verify().problems == [])
        await one.close()
        #expect(try await second.head(id).owner == TestPolicy.ola)
        await two.close()
    }

    /// What is asked each second is kept until somebody commits, whoever it was.
    @Test(arguments: [0, 1]) func keptAnswersEndWithAnyCommit(_ writer: Int) async throws {
        let folder = try Folder()
        let stores = [try SQLiteStore(path: folder.store), try SQLiteStore(path: folder.store)]
        let (desk, reader) = (TestDesk(stores[writer], seed: 1), stores[0])
        let start = try await reader.headSequence()
        for _ in 0..<2 {
            #expect(try await reader.sessions().isEmpty)
            #expect(try await reader.nextTimer() == nil)
            #expect(try await reader.lapsedLeases(before: desk.now).isEmpty)
            #expect(try await reader.heads(changedAfter: start, limit: 10).heads.isEmpty)
        }
        try await desk.attend(TestPolicy.kari)
        #expect(try await reader.sessions().map(\.agent) == [TestPolicy.kari])
        let chat = try await desk.chat()
        try await desk.do(.claim(chat), by: TestPolicy.kari)
        let late = desk.now + .hours(2)
        for _ in 0..<2 {
            #expect(try await reader.heads(changedAfter: start, limit: 10).heads.map(\.id) == [chat])
            #expect(try await reader.lapsedLeases(before: late).map(\.inquiry) == [chat])
            #expect(try await reader.nextTimer() != nil)
        }
        let due = try await reader.nextTimer()
        #expect(try await !reader.dueTimers(at: due ?? late, limit: 10).isEmpty)
        for store in stores { await store.close() }
    }

    @Test func bothCountOnTheSameCounters() async throws {
        let folder = try Folder()
        let stores = [try SQLiteStore(path: folder.store), try SQLiteStore(path: folder.store)]
        let desks = stores.enumerated().map { TestDesk($1, seed: UInt64($0 + 1)) }
        let ids = try await StoreConformance.race(40) { index in
            try await desks[index % 2].register(.visit, "Pass \(index)")
        }
        let heads = try await stores[0].heads(matching: HeadQuery(limit: 100))
        #expect(Set(heads.map(\.id)) == Set(ids))
        #expect(Set(heads.compactMap(\.ticket)) == Set(1...40))
        for store in stores { await store.close() }
    }
}

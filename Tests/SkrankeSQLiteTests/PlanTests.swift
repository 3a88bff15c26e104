import SkrankeDomain
import SkrankeJournal
import SkrankeTestKit
import Testing

@testable import SkrankeSQLite

/// No hot query reads a table from end to end, or sorts what an index could give in order (lessons 24).
@Suite struct PlanTests {
    private static func selection(_ change: (inout HeadQuery) -> Void) -> String {
        var query = HeadQuery()
        change(&query)
        return HeadSelection(query).sql
    }

    static let hot: [String] = [
        Queries.head, Queries.eventsAfter, Queries.openFirst, Queries.openAfter, Queries.changed,
        Queries.find, Queries.reservations,
        Queries.rowOfInquiry, FigureQueries.moves, LiveRows.outboxOnItsWay,
        "SELECT max(sequence) FROM event", "SELECT max(version) FROM event WHERE stream = ?",
        "SELECT \(EventRows.columns) FROM event e WHERE e.stream = ? AND e.version > ? ORDER BY e.version",
        "SELECT inquiry, kind, due FROM timer WHERE due <= ? ORDER BY due, inquiry, kind LIMIT ?",
        "SELECT due FROM timer ORDER BY due LIMIT 1",
        "SELECT text FROM content WHERE id = ?", "SELECT name FROM contact WHERE id = ?",
        "SELECT fingerprint, answer, at FROM answered WHERE scope = ? AND key = ?",
        "SELECT row FROM answered WHERE at < ? ORDER BY at LIMIT 2",
        selection { _ in }, selection { $0.owner = TestPolicy.kari },
        selection {
            $0.receivedFrom = TestDesk.morning
            $0.channel = .email
        },
    ]
    /// These find by an index and sort the few that they found.
    static let few: [String] = [
        selection { $0.phone = "1" }, selection { $0.email = "a" }, selection { $0.states = [.received] },
        selection { $0.contact = ID(Identifier(high: 1, low: 1)) },
        FigureQueries.promises, FigureQueries.arrivals, FigureQueries.closed, Queries.search,
    ]

    private func plan(_ query: String) async throws -> [String] {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.store)
        let plan = try await store.read { (sql: SQL) throws(StoreFault) in
            try sql.all("EXPLAIN QUERY PLAN " + query) { $0.text(3) }
        }
        await store.close()
        return plan
    }

    @Test(arguments: hot)
    func hotQueriesUseAnIndexAndItsOrder(_ query: String) async throws {
        let plan = try await plan(query)
        let scans = plan.filter { $0.hasPrefix("SCAN") && !$0.contains("USING") }
        #expect(scans == [], "\(query)")
        #expect(plan.allSatisfy { !$0.contains("TEMP B-TREE") }, "\(query): \(plan)")
    }

    @Test(arguments: few)
    func otherQueriesUseAnIndex(_ query: String) async throws {
        let plan = try await plan(query)
        let scans = plan.filter {
            $0.hasPrefix("SCAN") && !$0.contains("VIRTUAL TABLE") && !$0.contains("inquiry_open")
        }
        #expect(scans == [], "\(query)")
    }

    /// A test that can fail: a query without an index is seen.
    @Test func aScanIsSeen() async throws {
        let plan = try await plan("SELECT id FROM inquiry WHERE subject = 'x'")
        #expect(plan.contains { $0.hasPrefix("SCAN") })
    }
}

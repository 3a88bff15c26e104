import Foundation
import Glibc
import SkrankeDomain
import SkrankeJournal
import SkrankeTestKit
import Testing

@testable import SkrankeSQLite

@Suite struct CareTests {
    @Test func aBackupIsAWholeStore() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.store)
        let desk = TestDesk(store)
        let id = try await desk.register(.email, "Før kopien")
        let backup = folder.path + "/copy.db"
        try await store.backup(to: backup)
        _ = try await desk.register(.email, "Etter kopien")
        await store.close()
        let aside = try #require(try SQLiteStore.restore(backup, to: folder.store))
        let restored = try SQLiteStore(path: folder.store)
        #expect(try await restored.heads(matching: HeadQuery()).map(\.id) == [id])
        // Nobody loses a desk by naming the wrong backup.
        let old = try SQLiteStore(path: aside)
        #expect(try await old.heads(matching: HeadQuery()).count == 2)
        #expect(try await old.verify().problems == [])
        await old.close()
        #expect(try await restored.verify().problems == [])
        await restored.close()
    }

    @Test func aBrokenBackupLeavesTheStoreAlone() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.store)
        let id = try await TestDesk(store).register()
        await store.close()
        let path = folder.path + "/broken.db"
        let file = fopen(path, "w")
        fputs("nothing of the kind", file)
        fclose(file)
        #expect(throws: StoreFault.self) { try SQLiteStore.restore(path, to: folder.store) }
        let again = try SQLiteStore(path: folder.store)
        #expect(try await again.file(id) != nil)
        await again.close()
    }

    /// Each kind of damage is found and named.
    @Test(arguments: [
        ("UPDATE inquiry SET owner = 'ola'", "the row differs"),
        ("UPDATE inquiry SET urgent = 1", "the row differs"),
        ("UPDATE deadline SET due = due + 1", "deadlines"), ("DELETE FROM deadline", "deadlines"),
        ("DELETE FROM inquiry", "no row"), ("DELETE FROM event WHERE sequence = 2", "version 3"),
        ("DELETE FROM event WHERE sequence = 2", "numbered 1 to"), ("DELETE FROM content", "is missing"),
        ("UPDATE event SET payload = '{}' WHERE type = 'NoteAdded'", "cannot be read"),
        ("UPDATE inquiry SET subject = 'x'", "the row differs"),
    ])
    func verifyFindsDamage(_ damage: String, _ words: String) async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.store)
        let desk = TestDesk(store)
        let id = try await desk.register(.email, "Faktura", claim: true)
        try await desk.do(.addNote(id, text: "Notat"), by: TestPolicy.kari)
        #expect(try await store.verify().problems == [])
        try await store.write { (writer: Writer) throws(StoreFault) in
            try writer.sql.run(damage)
            return Written((), .quiet)
        }
        let problems = try await store.verify().problems
        #expect(problems.contains { $0.contains(words) }, "\(problems)")
        await store.close()
    }

    private let standard = Schema.standard.version

    private static let later = Schema(
        steps: Schema.standard.steps + [
            .init(
                version: Schema.standard.version + 1,
                sql: "CREATE TABLE later(x INTEGER) STRICT; INSERT INTO later VALUES(42);")
        ])

    @Test func anOlderStoreIsLiftedAloneAndAfterABackup() async throws {
        let folder = try Folder()
        let old = try SQLiteStore(path: folder.store)
        let id = try await TestDesk(old).register()
        var options = SQLiteStore.Options()
        options.schema = CareTests.later
        #expect(throws: StoreFault.upgradeBlocked(found: standard, known: standard + 1)) {
            try SQLiteStore(path: folder.store, options: options)
        }
        await old.close()
        let new = try SQLiteStore(path: folder.store, options: options)
        #expect(try await new.file(id) != nil)
        #expect(try await new.metadata().schema == standard + 1)
        let answer = try await new.read { (sql: SQL) throws(StoreFault) in
            try sql.integer("SELECT x FROM later")
        }
        #expect(answer == 42)
        await new.close()
        #expect(throws: StoreFault.newer(found: standard + 1, known: standard)) {
            try SQLiteStore(path: folder.store)
        }
        #expect(folder.names.contains("desk.db.v\(standard).backup"))
        try SQLiteStore.restore(folder.path + "/desk.db.v\(standard).backup", to: folder.store)
        let back = try SQLiteStore(path: folder.store)
        #expect(try await back.file(id) != nil)
        await back.close()
    }

    /// The first version's index found beginnings of two and three letters; the second's all, in the same
    /// texts.
    @Test func theFirstVersionsStoreIsLifted() async throws {
        let folder = try Folder()
        let old = try SQLiteStore(path: folder.store)
        let desk = TestDesk(old)
        let id = try await desk.register(.email, "Renovasjonsgebyret er for høyt")
        let gone = try await desk.register(.email, "Hemmelighetskremmer")
        // What the desk's step fills from the events: the first date told, and the answer.
        try await desk.do(.claim(id), by: TestPolicy.kari)
        try await desk.do(.sendReceipt(id, expectedAt: nil), by: TestPolicy.kari)
        let seen = try await desk.head(id).version
        let answer = Intent.sendMessage(id, text: "Svar", seen: seen, final: true, immediately: true)
        try await desk.do(answer, by: TestPolicy.kari)
        try await CareTests.lower(old)
        await old.close()
        let new = try SQLiteStore(path: folder.store)
        let lifted = TestDesk(new, seed: 2)
        _ = try await lifted.register(.email, "Renovasjon igjen")
        for length in 2...18 {
            let typed = String("renovasjonsgebyret".prefix(length))
            #expect(
                try await new.search(SearchQuery(text: typed)).map(\.head.id).contains(id), "\(typed)")
        }
        #expect(try await new.verify().problems == [])
        // What the first version indexed is forgotten to the byte as well.
        try await lifted.do(.eraseContent(gone), by: TestPolicy.ingrid)
        await new.close()
        #expect(folder.files(containing: "elighetskremmer") == ["desk.db.v1.backup"])
    }

    /// Makes the store what the first version left: its index, no clearance in the row, no mark.
    private static func lower(_ store: SQLiteStore) async throws {
        let words = SchemaOne.sql
        let start = try #require(words.range(of: "CREATE VIRTUAL TABLE search"))
        let end = try #require(words[start.lowerBound...].firstIndex(of: ";"))
        let index = String(words[start.lowerBound..<end])
        try await store.write { (writer: Writer) throws(StoreFault) in
            for step in [
                "DROP TABLE search", index, "INSERT INTO search(search) VALUES('rebuild')",
                "ALTER TABLE inquiry DROP COLUMN clearance", "DROP INDEX inquiry_held",
                "DROP INDEX inquiry_first_promise", "ALTER TABLE inquiry DROP COLUMN idle_since",
                "ALTER TABLE inquiry DROP COLUMN first_promised_at",
                "ALTER TABLE inquiry DROP COLUMN answered_at", "DROP TABLE agent",
                "DROP TABLE original", "DROP INDEX outbox_mail", "ALTER TABLE outbox DROP COLUMN attempts",
                "DROP TABLE absence", "PRAGMA application_id = 0",
                "PRAGMA user_version = 1",
            ] {
                try writer.sql.run(step)
            }
            return Written((), .quiet)
        }
    }

    @Test func aStepThatFailsLeavesTheOldStore() async throws {
        let folder = try Folder()
        await (try SQLiteStore(path: folder.store)).close()
        var options = SQLiteStore.Options()
        options.schema = Schema(
            steps: Schema.standard.steps + [
                .init(version: standard + 1, sql: "CREATE TABLE half(x); INSERT INTO nowhere VALUES(1);")
            ])
        #expect(throws: StoreFault.self) { try SQLiteStore(path: folder.store, options: options) }
        let again = try SQLiteStore(path: folder.store)
        #expect(try await again.metadata().schema == standard)
        let half = try await again.read { (sql: SQL) throws(StoreFault) in
            try sql.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'half'")
        }
        #expect(half == 0)
        await again.close()
    }

    @Test func bulkIsTheSameStore() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.store)
        try await store.bulkAppend(try CareTests.batch(from: 1, count: 300))
        try await store.bulkAppend(try CareTests.batch(from: 301, count: 50))
        let report = try await store.verify()
        #expect(report.problems == [] && report.inquiries == 350)
        #expect(try await store.search(SearchQuery(text: "nummer 347")).count == 1)
        let next = try await TestDesk(store, seed: 5, at: TestDesk.morning + .days(1)).register()
        #expect(try await store.file(next)?.inquiry.reference.number == 351)
        await store.close()
    }

    /// Closed visits, as `Decide` makes them.
    static func batch(from first: Int, count: Int) throws -> [BulkDecision] {
        let identifiers = DeskIdentifiers(seed: UInt64(first) + 1_000)
        return try (first..<first + count).map { number in
            let base = identifiers.next()
            var supply = IdentifierSupply(base: base)
            let command: CommandID = supply.next()
            let id: InquiryID = supply.next()
            let caller = TestDesk.caller(TestPolicy.kari)
            let context = DecisionContext(
                now: TestDesk.morning, caller: caller, policy: TestPolicy.policy, identifiers: supply,
                counters: [.reference(year: 2026): number])
            let decision = try Decide.decide(
                .registerInquiry(id: id, Registration(channel: .email, text: "Bulk nummer \(number)")),
                Loaded(), context)
            return BulkDecision(at: TestDesk.morning, caller: caller, command: command, decision: decision)
        }
    }
}

import GRDB
import Glibc
import SkrankeDomain
import SkrankeJournal
import SkrankeTestKit
import Testing

@testable import SkrankeSQLite

/// Files as a broken disk, a full one or a clumsy hand leaves them: a sentence or a report, never a crash,
/// never a word about a file that is another's.
@Suite struct DamageTests {
    private func filled(_ folder: Folder) async throws {
        let store = try SQLiteStore(path: folder.store)
        let desk = TestDesk(store)
        for number in 0..<200 {
            let text = "Sak \(number) " + String(repeating: "ord\(number) ", count: 150)
            _ = try await desk.register(.email, text)
        }
        await store.close()
    }

    private func change(_ path: String, at offset: Int, to bytes: [UInt8]) {
        let file = open(path, O_RDWR)
        _ = pwrite(file, bytes, bytes.count, off_t(offset))
        close(file)
    }

    /// Where a leaf page of a table begins (file format §1.6: a leaf of a table begins with 13) that holds `word`.
    private func page(holding word: String, _ folder: Folder) throws -> Int {
        let bytes = folder.bytes("desk.db")
        let needle = Array(word.utf8)
        return try #require(
            stride(from: 4_096, to: bytes.count, by: 4_096).first { start in
                bytes[start] == 13 && bytes[start..<start + 4_096].contains(sequence: needle)
            })
    }

    @Test func aBrokenPageOfEventsIsNamedWithItsRows() async throws {
        let folder = try Folder()
        try await filled(folder)
        let page = try page(holding: "InquiryReceived", folder)
        change(folder.store, at: page, to: [UInt8](repeating: 0xA5, count: 4_096))
        let store = try SQLiteStore(path: folder.store)
        let report = try await store.verify()
        await store.close()
        let line = try #require(report.problems.first { $0.hasPrefix("event: ") }, "\(report.problems)")
        #expect(line.contains("cannot be read") && line.contains("rows can"))
        #expect(report.problems.contains { $0.hasPrefix("SQLite's own check") })
    }

    @Test func aTruncatedStoreIsReportedOrRefused() async throws {
        let folder = try Folder()
        try await filled(folder)
        let size = StorePaths.size(folder.store)
        truncate(folder.store, off_t(size / 2 / 4_096 * 4_096))
        do {
            let store = try SQLiteStore(path: folder.store)
            let report = try await store.verify()
            await store.close()
            #expect(!report.problems.isEmpty)
        } catch let fault as StoreFault {
            guard case .corrupt = fault else { throw fault }
        }
    }

    @Test(arguments: ["header", "text", "first page"])
    func whatIsNoStoreAnyMoreIsCorrupt(_ kind: String) async throws {
        let folder = try Folder()
        try await filled(folder)
        switch kind {
        case "header": change(folder.store, at: 0, to: [UInt8](repeating: 0, count: 100))
        case "first page": change(folder.store, at: 100, to: [UInt8](repeating: 0xFF, count: 3_996))
        default: change(folder.store, at: 0, to: Array(String(repeating: "Kjære dere! ", count: 900).utf8))
        }
        let before = folder.bytes("desk.db")
        let fault = #expect(throws: StoreFault.self) { try SQLiteStore(path: folder.store) }
        guard case .corrupt? = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(folder.bytes("desk.db") == before, "left as it was")
    }

    /// Also after reading, by connections that could not have moved it: the file alone is the whole store.
    @Test func aClosedStoreLeavesNoLog() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.store)
        let id = try await TestDesk(store).register()
        for _ in 0..<4 { _ = try await store.file(id) }
        await store.close()
        #expect(!StorePaths.exists(folder.store + "-wal"))
    }

    /// The commits that only the log held are gone; what the file holds is whole.
    @Test func aDeletedLogLeavesAWholeOlderStore() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.store)
        let id = try await TestDesk(store).register()
        let copy = try Folder()
        let bytes = folder.bytes("desk.db")
        let file = open(copy.store, O_RDWR | O_CREAT, 0o600)
        _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        close(file)
        let older = try SQLiteStore(path: copy.store)
        #expect(try await older.file(id) == nil)
        #expect(try await older.verify().problems == [])
        await older.close()
        await store.close()
    }

    /// Another program's database is refused, and not one byte of it is changed, whatever it calls its version.
    @Test(arguments: [0, 1, 2, 40])
    func anotherProgramsDatabaseIsLeftAlone(_ version: Int) async throws {
        let folder = try Folder()
        try DamageTests.foreign(folder.store, version)
        let before = folder.bytes("desk.db")
        let fault = #expect(throws: StoreFault.self) { try SQLiteStore(path: folder.store) }
        guard case .unreadable(let why)? = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(why.contains("another program"))
        #expect(folder.bytes("desk.db") == before)
        #expect(!folder.names.contains("desk.db-wal"))
        // Nor is it taken for a backup.
        let own = try Folder()
        try await filled(own)
        #expect(throws: StoreFault.self) { try SQLiteStore.restore(folder.store, to: own.store) }
        let again = try SQLiteStore(path: own.store)
        #expect(try await again.verify().problems == [])
        await again.close()
    }

    private static func foreign(_ path: String, _ version: Int) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(
                sql: """
                    CREATE TABLE moz_places(id INTEGER PRIMARY KEY, url TEXT);
                    INSERT INTO moz_places(url) VALUES('https://example.org');
                    PRAGMA user_version = \(version);
                    """)
        }
        try queue.close()
        chmod(path, 0o600)
    }

    @Test func aMistypedBackupMakesNothing() throws {
        let folder = try Folder()
        #expect(throws: StoreFault.self) {
            try SQLiteStore.restore(folder.path + "/mistyped.db", to: folder.store)
        }
        #expect(folder.names == [])
    }
}

extension ArraySlice<UInt8> {
    fileprivate func contains(sequence: [UInt8]) -> Bool {
        guard let first = sequence.first, count >= sequence.count else { return false }
        return indices.dropLast(sequence.count - 1).contains {
            self[$0] == first && self[$0..<$0 + sequence.count].elementsEqual(sequence)
        }
    }
}

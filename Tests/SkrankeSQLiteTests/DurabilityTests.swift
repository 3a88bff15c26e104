import Glibc
import SkrankeDomain
import SkrankeJournal
import SkrankeTestKit
import Testing

@testable import SkrankeSQLite

@Suite struct DurabilityTests {
    /// GRDB sets NORMAL by itself: acknowledged commits would not survive a power loss (stack.md §2).
    @Test func everyCommitIsSynced() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.store)
        let modes = try await store.write { (writer: Writer) throws(StoreFault) in
            Written(
                [
                    try writer.sql.integer("PRAGMA synchronous"),
                    try writer.sql.integer("PRAGMA secure_delete"),
                    try writer.sql.integer("PRAGMA wal_autocheckpoint"),
                ], .nothing)
        }
        #expect(modes == [2, 1, 0])
        let journal = try await store.read { (sql: SQL) throws(StoreFault) in
            try sql.first("PRAGMA journal_mode") { $0.text(0) }
        }
        #expect(journal == "wal")
        await store.close()
    }

    @Test func filesAreForTheirOwnerOnly() async throws {
        let folder = try Folder()
        let path = folder.path + "/new/deep/desk.db"
        let store = try SQLiteStore(path: path)
        _ = try await TestDesk(store).register()
        for (name, mode) in [("/new", 0o700), ("/new/deep", 0o700), ("/new/deep/desk.db", 0o600)] {
            #expect(DurabilityTests.mode(folder.path + name) == mode, "\(name)")
        }
        for end in ["-wal", "-shm", ".lock", ".presence", ".next"] {
            #expect(DurabilityTests.mode(path + end) == 0o600, "\(end)")
        }
        await store.close()
        for name in ["", "-wal", "-shm", ".lock", ".presence", ".next"] { unlink(path + name) }
        rmdir(folder.path + "/new/deep")
        rmdir(folder.path + "/new")
    }

    private static func mode(_ path: String) -> Int? {
        var info = stat()
        return stat(path, &info) == 0 ? Int(info.st_mode & 0o777) : nil
    }

    /// Only root can give files away; elsewhere the other account's folder is the root's.
    @Test func anotherAccountsStoreIsRefused() async throws {
        if geteuid() == 0 {
            let folder = try Folder()
            await (try SQLiteStore(path: folder.store)).close()
            chown(folder.store, 65_534, 65_534)
            #expect(throws: StoreFault.notOwned(folder.store)) { try SQLiteStore(path: folder.store) }
            chown(folder.store, 0, 0)
            chown(folder.path, 65_534, 65_534)
            #expect(throws: StoreFault.notOwned(folder.path)) { try SQLiteStore(path: folder.store) }
            chown(folder.path, 0, 0)
        } else {
            #expect(throws: StoreFault.notOwned("/")) { try SQLiteStore(path: "/desk.db") }
        }
    }

    @Test func whatIsNoStoreIsRefused() throws {
        let folder = try Folder()
        let file = fopen(folder.store, "w")
        fputs(String(repeating: "This is a letter, not a store. ", count: 300), file)
        fclose(file)
        #expect(throws: StoreFault.self) { try SQLiteStore(path: folder.store) }
        #expect(folder.bytes("desk.db").starts(with: Array("This is a letter".utf8)), "and left as it was")
    }

    @Test func aHeldLockNamesItsHolder() async throws {
        let folder = try Folder()
        var options = SQLiteStore.Options()
        options.lockTimeout = 30
        let store = try SQLiteStore(path: folder.store, options: options)
        let desk = TestDesk(store)
        let id = try await desk.register()
        let other = try FileLock(StorePaths(folder.store).lock)
        #expect(other.tryLock())
        other.sign()
        let fault = await #expect(throws: StoreFault.self) {
            try await desk.do(.claim(id), by: TestPolicy.kari)
        }
        #expect(fault == .locked(holder: getpid()))
        #expect(try await desk.head(id).owner == nil)
        other.unlock()
        try await desk.do(.claim(id), by: TestPolicy.kari)
        // Ctrl-Z passes the barrier: whoever is stopped then holds nothing.
        await store.barrier()
        #expect(other.tryLock())
        other.unlock()
        await store.close()
    }

    @Test func aFullDiskFailsTheWholeBatchAndNothingIsHalf() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.store)
        let desk = TestDesk(store)
        _ = try await desk.register()
        try await DurabilityTests.limitPages(store, to: nil)
        let before = try await store.headSequence()
        let long = String(repeating: "ord ", count: 4_000)
        let faults = try await StoreConformance.race(20) { index in
            do {
                _ = try await desk.register(.email, "\(index) \(long)")
                return StoreFault?.none
            } catch let fault as StoreFault { return fault }
        }
        #expect(faults.contains(.full))
        #expect(faults.allSatisfy { $0 == nil || $0 == .full })
        let written = faults.count { $0 == nil }
        let key = IdempotencyKey(scope: "", key: "0123456789012345678901", fingerprint: "a")
        let intent = Intent.startChat(id: desk.newID(), question: long, language: nil, contact: nil)
        await #expect(throws: StoreFault.full) { try await desk.do(intent, by: Caller(.newcomer), key: key) }
        try await DurabilityTests.limitPages(store, to: 1_000_000)
        let rows = try await store.heads(matching: HeadQuery())
        #expect(rows.count == 1 + written)
        try await desk.do(intent, by: Caller(.newcomer), key: key)
        #expect(try await store.headSequence() > before)
        #expect(try await store.verify().problems == [])
        await store.close()
    }

    /// - Parameter count: nil = not one page more than now.
    private static func limitPages(_ store: SQLiteStore, to count: Int64?) async throws {
        try await store.write { (writer: Writer) throws(StoreFault) in
            let now = try writer.sql.integer("PRAGMA page_count")
            try writer.sql.run("PRAGMA max_page_count = \(count ?? now)")
            return Written((), .nothing)
        }
    }

    /// The writer's thread takes what waits into one commit: while it is busy, a queue builds up.
    @Test func whoWaitsSharesOneCommit() async throws {
        let folder = try Folder()
        // However slow the machine is, nobody gives up before the lock is let go.
        var options = SQLiteStore.Options()
        options.lockTimeout = 600_000
        let store = try SQLiteStore(path: folder.store, options: options)
        let desk = TestDesk(store)
        let told = HintCounter()
        store.onCommit { told.add($0) }
        let lock = try FileLock(StorePaths(folder.store).lock)
        #expect(lock.tryLock())
        async let written = StoreConformance.race(64) { index in
            try await desk.register(.email, "Nr \(index)")
        }
        // The writer waits for the lock with the first of them; the others queue up behind it.
        while store.thread.waiting < 60 { await Task.yield() }
        lock.unlock()
        let ids = try await written
        #expect(Set(ids).count == 64)
        #expect(told.sequences.count <= 5, "\(told.sequences.count) commits")
        #expect(try await store.verify().problems == [])
        await store.close()
    }

    @Test func whatWasQueuedBeforeClosingIsWritten() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.store)
        let desk = TestDesk(store)
        let id = try await desk.register()
        await store.close()
        await #expect(throws: StoreFault.closed) { try await desk.do(.claim(id), by: TestPolicy.kari) }
        await #expect(throws: StoreFault.self) { try await store.file(id) }
        await store.close()
        let again = try SQLiteStore(path: folder.store)
        #expect(try await again.file(id) != nil)
        await again.close()
    }
}

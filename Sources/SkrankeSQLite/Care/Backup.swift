import GRDB
import Glibc
import SkrankeDomain
import SkrankeJournal

/// Copies of a store, and the way back from one.
enum Backup {
    /// A consistent copy by SQLite's online backup, synced, in a file that only its owner can read. Replaces
    /// what stands at `path` only when it is complete.
    static func copy(_ source: DatabasePool, to path: String) throws(StoreFault) {
        let part = path + ".part"
        unlink(part)
        close(try StorePaths.open(part, flags: O_RDWR | O_CREAT))
        do {
            try source.read { try copy($0, to: part) }
        } catch {
            unlink(part)
            throw SQL.fault(error)
        }
        try put(part, at: path)
    }

    private static func copy(_ source: Database, to path: String) throws {
        var configuration = Configuration()
        configuration.journalMode = .default
        let target = try DatabaseQueue(path: path, configuration: configuration)
        try target.writeWithoutTransaction { try source.backup(to: $0) }
        // A copy is one file: without a log of its own.
        try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try target.close()
    }

    private static func put(_ part: String, at path: String) throws(StoreFault) {
        let file = try StorePaths.open(part, flags: O_RDWR)
        let isSynced = fsync(file) == 0
        close(file)
        guard isSynced, rename(part, path) == 0 else {
            let reason = StorePaths.reason()
            unlink(part)
            throw .failed("\(path): \(reason)")
        }
        StorePaths.syncFolder(StorePaths(path).folder)
    }

    /// Puts the copy at `backup` in the place of the store at `path`, and forgets in it what was erased
    /// since it was made.
    /// Where the store that stood there was put, nil where there was none.
    @discardableResult
    static func restore(
        _ backup: String, to path: String, schema: Schema
    ) throws(StoreFault) -> String? {
        // A mistyped backup makes nothing in the store's place.
        close(try StorePaths.open(backup, flags: O_RDONLY))
        let paths = StorePaths(path)
        try paths.prepare()
        let presence = try FileLock(paths.presence)
        guard presence.tryLock(.exclusive) else { throw .locked(holder: presence.holder) }
        defer { presence.unlock() }
        presence.sign()
        let part = path + ".restoring"
        for file in [part, part + "-wal", part + "-shm", part + "-journal"] { unlink(file) }
        close(try StorePaths.open(part, flags: O_RDWR | O_CREAT))
        do {
            try take(backup, into: part, schema: schema, erased: ErasedList(path: paths.erased).read())
        } catch {
            unlink(part)
            throw SQL.fault(error)
        }
        let aside = try setAside(paths)
        // The old log belongs to the old store: with the new one it would be read as its own.
        for file in [paths.log, paths.sharedMemory] { unlink(file) }
        try put(part, at: path)
        return aside
    }

    /// The old store under another name, with its log: nobody loses a desk by naming the wrong backup.
    private static func setAside(_ paths: StorePaths) throws(StoreFault) -> String? {
        var info = stat()
        guard stat(paths.store, &info) == 0, info.st_size > 0 else { return nil }
        // What its log holds goes into the file, where it can still be read.
        if let old = try? DatabaseQueue(path: paths.store) {
            try? old.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            try? old.close()
        }
        for number in 1..<10_000 {
            let name = paths.store + ".replaced-\(number)"
            if link(paths.store, name) == 0 {
                if access(paths.log, F_OK) == 0 { _ = link(paths.log, name + "-wal") }
                return name
            }
            guard errno == EEXIST else { break }
        }
        throw .unreadable("\(paths.store): \(String(cString: strerror(errno)))")
    }

    private static func take(
        _ backup: String, into part: String, schema: Schema, erased: [Identifier]
    ) throws {
        var reading = Configuration()
        reading.readonly = true
        let source = try DatabaseQueue(path: backup, configuration: reading)
        try source.read { try copy($0, to: part) }
        try source.close()
        var options = Configuration()
        options.foreignKeysEnabled = false
        let target = try DatabaseQueue(path: part, configuration: options)
        try target.inDatabase { database in
            let sql = SQL(database)
            let found = try Schema.version(sql)
            guard found > 0 else { throw StoreFault.unreadable("it is empty") }
            guard found <= schema.version else { throw StoreFault.newer(found: found, known: schema.version) }
            try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA journal_mode = DELETE")
            if !erased.isEmpty { try forget(erased, sql) }
            let health = try sql.first("PRAGMA integrity_check") { $0.text(0) }
            guard health == "ok" else { throw StoreFault.corrupt(health ?? "no answer") }
        }
        try target.close()
    }

    /// What the list names, with the copies in rows that follow from it.
    private static func forget(_ ids: [Identifier], _ sql: SQL) throws(StoreFault) {
        let writer = Writer(sql.database, codec: EventCodec())
        try sql.run("BEGIN IMMEDIATE")
        for id in ids {
            let text = try sql.first("SELECT inquiry FROM content WHERE id = ?", [.identifier(id)]) {
                $0.identifier(0)
            }
            if let inquiry = text ?? nil { try clear(InquiryID(inquiry), sql) }
        }
        try writer.erase(ids: ids)
        try sql.run(
            "UPDATE inquiry SET name = NULL WHERE contact IN (SELECT id FROM erased) AND name IS NOT NULL")
        try sql.run("COMMIT")
        try sql.run("INSERT INTO search(search) VALUES('optimize')")
        try sql.run("VACUUM")
    }

    /// Everything about the inquiry that is not its history: what was erased was all it had then.
    private static func clear(_ inquiry: InquiryID, _ sql: SQL) throws(StoreFault) {
        try sql.run("UPDATE inquiry SET name = NULL, subject = NULL WHERE id = ?", [SQLValue(inquiry)])
        for table in ["draft", "outbox", "answered"] {
            try sql.run("DELETE FROM \(table) WHERE inquiry = ?", [SQLValue(inquiry)])
        }
    }
}

extension SQLiteStore {
    public func backup(to path: String) async throws(StoreFault) {
        let result: Result<Void, StoreFault> = await withCheckedContinuation { continuation in
            WriterThread.elsewhere { [pool] in
                do throws(StoreFault) {
                    try Backup.copy(pool, to: path)
                    continuation.resume(returning: .success(()))
                } catch { continuation.resume(returning: .failure(error)) }
            }
        }
        try result.get()
    }

    /// Puts a backup in the place of the store at `path`, forgets in it what was erased since, and proves it
    /// whole before it takes the place. Blocks; for the command line.
    /// - Throws: `locked` with a process's pid while any uses the store, `newer` for one of a later program.
    ///
    /// Returns where the store that stood there was put, nil where there was none.
    @discardableResult
    public static func restore(_ backup: String, to path: String) throws(StoreFault) -> String? {
        try Backup.restore(backup, to: path, schema: .standard)
    }
}

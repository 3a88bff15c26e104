import GRDB
import GRDBSQLite
import SkrankeJournal

/// What the writer's thread does for the store in idle moments: moves the log into it, and rewrites the
/// index after an erasure, step by step, so that nobody waits for more than one step.
///
/// Checkpoints are not SQLite's automatic ones, because those make an unlucky commit slow (measured: 33 to
/// 45 ms at the 99th percentile).
struct WriterCare {
    /// Jobs that are answered when nothing erased is left in the files.
    var waiting: [WriteJob] = []
    private var owesErasure = false
    private var isFirstMerge = true
    private var isMerged = false
    /// Pages in the log that may not stand in the store yet.
    private var pages = 0
    private var failures = 0

    /// Pages after which an idle moment is used, and after which none is waited for.
    private static let enough = 1_000
    private static let tooMany = 16_000
    private let log = LogLength()

    mutating func prepare(_ writer: Writer) throws(StoreFault) {
        try writer.sql.run("PRAGMA wal_autocheckpoint = 0")
        log.watch(writer.sql.database)
        let owes = try writer.sql.integer("SELECT count(*) FROM meta WHERE key = 'owes-erasure'")
        owesErasure = owes > 0
    }

    /// Milliseconds until there is something to do; nil where there is nothing.
    var pause: Int? {
        if owesErasure { return failures == 0 ? 0 : 50 }
        return pages > WriterCare.enough ? 50 : nil
    }

    mutating func afterCommit(_ writer: Writer) {
        if writer.owesErasure {
            writer.owesErasure = false
            owesErasure = true
            isFirstMerge = true
            isMerged = false
        }
        pages = log.pages
        if pages > WriterCare.tooMany { checkpoint(writer, SQLITE_CHECKPOINT_PASSIVE) }
    }

    mutating func step(_ writer: Writer, _ lock: WriteLock) {
        if owesErasure { forget(writer, lock) } else { checkpoint(writer, SQLITE_CHECKPOINT_PASSIVE) }
    }

    /// At the end: whoever still waits hears that the words may stand in the files until the next start.
    mutating func finish(_ writer: Writer) {
        log.forget(writer.sql.database)
        for job in waiting { job.done(.closed) }
        waiting = []
    }

    private mutating func forget(_ writer: Writer, _ lock: WriteLock) {
        do throws(StoreFault) {
            try lock.acquire()
            defer { lock.release() }
            if !isMerged { return try merge(writer) }
            guard checkpoint(writer, SQLITE_CHECKPOINT_TRUNCATE) else {
                failures += 1
                return
            }
            try writer.sql.run("DELETE FROM meta WHERE key = 'owes-erasure'")
            owesErasure = false
            failures = 0
            for job in waiting { job.done(nil) }
            waiting = []
        } catch {
            failures += 1
        }
    }

    private mutating func merge(_ writer: Writer) throws(StoreFault) {
        do throws(StoreFault) {
            try writer.sql.run("BEGIN IMMEDIATE")
            let isMore = try writer.mergeStep(isFirst: isFirstMerge)
            try writer.sql.run("COMMIT")
            isFirstMerge = false
            isMerged = !isMore
            failures = 0
        } catch {
            if writer.sql.isInTransaction { try? writer.sql.run("ROLLBACK") }
            throw error
        }
    }

    @discardableResult
    private mutating func checkpoint(_ writer: Writer, _ mode: Int32) -> Bool {
        var log: Int32 = 0
        var moved: Int32 = 0
        let code = sqlite3_wal_checkpoint_v2(writer.sql.database.sqliteConnection, nil, mode, &log, &moved)
        // What a reader still needs stays for the next idle moment; more pages bring it about.
        pages = 0
        return code == SQLITE_OK
    }
}

/// The pages in the log, as SQLite tells after each commit of its connection.
private final class LogLength {
    private let count = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

    init() { count.initialize(to: 0) }
    deinit { count.deallocate() }

    var pages: Int { Int(count.pointee) }

    /// The connection must end before this does: both live as long as the writer's thread.
    func watch(_ database: Database) {
        sqlite3_wal_hook(
            database.sqliteConnection,
            { context, _, _, pages in
                context?.assumingMemoryBound(to: Int32.self).pointee = pages
                return SQLITE_OK
            }, count)
    }

    func forget(_ database: Database) { sqlite3_wal_hook(database.sqliteConnection, nil, nil) }
}

import GRDB
import Glibc
import SkrankeJournal

/// Opening means: the store's tables are those of this program, or it says why not (DESIGN §4, Upgrades).
struct Upgrade {
    let paths: StorePaths
    let schema: Schema
    let presence: FileLock
    let lock: WriteLock

    /// This process is present (a shared lock) before it opens anything, so that no `restore` can put another
    /// file in the place of the one it opened.
    func run(_ pool: DatabasePool) throws(StoreFault) {
        let found = try version(pool)
        guard found <= schema.version else { throw .newer(found: found, known: schema.version) }
        if found < schema.version { try lift(pool) }
    }

    /// Refuses a newer program's store before SQLite opens it, for opening a pool already writes to the file.
    /// What only its log holds is seen by `run`.
    static func refuseNewer(_ paths: StorePaths, _ schema: Schema) throws(StoreFault) {
        let file = try StorePaths.open(paths.store, flags: O_RDONLY)
        defer { close(file) }
        // SQLite's file format §1.3: `user_version` is the big-endian word at 60.
        var word = [UInt8](repeating: 0, count: 4)
        guard pread(file, &word, 4, 60) == 4 else { return }
        let found = word.reduce(0) { $0 << 8 | Int($1) }
        // A file that is none of SQLite's is another fault.
        var magic = [UInt8](repeating: 0, count: 16)
        guard pread(file, &magic, 16, 0) == 16, magic == Array("SQLite format 3\u{0}".utf8) else { return }
        // Another program counts its own versions.
        guard isMarked(file) else { return }
        if found > schema.version { throw .newer(found: found, known: schema.version) }
    }

    /// Whether the file itself, without its log, says that its tables are ours.
    static func isMarked(_ paths: StorePaths) throws(StoreFault) -> Bool {
        guard StorePaths.size(paths.store) > 0 else { return false }
        let file = try StorePaths.open(paths.store, flags: O_RDONLY)
        defer { close(file) }
        return isMarked(file)
    }

    /// SQLite's file format §1.3: `application_id` is the big-endian word at 68.
    private static func isMarked(_ file: Int32) -> Bool {
        var mark = [UInt8](repeating: 0, count: 4)
        return pread(file, &mark, 4, 68) == 4 && mark.reduce(0) { $0 << 8 | Int64($1) } == SchemaTwo.mark
    }

    /// Refuses another program's database before a pool, which would already write to it, is opened.
    static func refuseForeign(_ paths: StorePaths) throws(StoreFault) {
        guard StorePaths.size(paths.store) > 0, try !isMarked(paths) else { return }
        var options = Configuration()
        options.readonly = true
        do {
            let queue = try DatabaseQueue(path: paths.store, configuration: options)
            defer { try? queue.close() }
            _ = try queue.read { try Schema.version(SQL($0)) }
        } catch { throw SQL.fault(error) }
    }

    private func version(_ pool: DatabasePool) throws(StoreFault) -> Int {
        do {
            // One snapshot for all that is asked.
            return try pool.read { try Schema.version(SQL($0)) }
        } catch { throw SQL.fault(error) }
    }

    private func lift(_ pool: DatabasePool) throws(StoreFault) {
        let isHeld = lock.isHeld
        if !isHeld { try lock.acquire() }
        defer { if !isHeld { lock.release() } }
        let found = try version(pool)
        guard found < schema.version else { return }
        if found > 0 {
            // Only alone, and never without a way back.
            guard presence.tryLock(.exclusive) else {
                throw .upgradeBlocked(found: found, known: schema.version)
            }
            presence.sign()
            try Backup.copy(pool, to: "\(paths.store).v\(found).backup")
        }
        do {
            try pool.writeWithoutTransaction { database in
                try schema.apply(SQL(database), from: found)
                // From now on the file alone, without its log, is known as ours.
                try SQL(database).run("PRAGMA wal_checkpoint(TRUNCATE)")
            }
        } catch { throw SQL.fault(error) }
        if found > 0, !presence.tryLock(.shared) { throw .locked(holder: presence.holder) }
    }
}

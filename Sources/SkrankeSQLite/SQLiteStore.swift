import GRDB
import SkrankeDomain
import SkrankeJournal
import Synchronization

/// The embedded store: SQLite, write-ahead log, every commit synced to the disk before it is acknowledged.
///
/// Thread-safe. Writes go through the process's one writer thread, reads through a pool of connections of
/// their own that never wait for it. Several processes may use one file at once; another account may not.
public final class SQLiteStore: JournalStore {
    public struct Options: Sendable {
        /// How long to wait for another process's writing, in milliseconds, before `locked`.
        public var lockTimeout: Int64 = 5_000
        public var readers: Int = 4
        /// For tests: other tables, other payloads.
        var schema = Schema.standard
        var codec = EventCodec()
        public init() {}
    }

    public let paths: StorePaths
    let pool: DatabasePool
    let thread: WriterThread
    let codec: EventCodec
    private let presence: FileLock
    private let watch: DatabaseQueue
    let answers = Mutex(LiveAnswers())
    /// A box, since a reader's closure takes it along.
    let keptFigures = KeptFigures()
    let schema: Schema

    /// Opens the store at `path` and makes it where there is none.
    ///
    /// Blocks for as long as opening takes; an upgrade (alone, after a backup) may take minutes.
    /// - Throws: `notOwned`, `newer`, `upgradeBlocked`, `unreadable`, `corrupt`, `locked`, `full`.
    public init(path: String, options: Options = Options()) throws(StoreFault) {
        paths = StorePaths(path)
        schema = options.schema
        codec = options.codec
        try paths.prepare()
        presence = try FileLock(paths.presence)
        guard presence.tryLock(.shared) else { throw .locked(holder: presence.holder) }
        let lock = try WriteLock(paths, timeout: options.lockTimeout)
        try Upgrade.refuseNewer(paths, schema)
        // Until the tables are there, one process at a time: who comes meanwhile would see them half made.
        let isMade = try Upgrade.isMarked(paths)
        if !isMade { try lock.acquire() }
        defer { if !isMade { lock.release() } }
        try Upgrade.refuseForeign(paths)
        do {
            pool = try SQLiteStore.openPool(paths, options)
            try Upgrade(paths: paths, schema: schema, presence: presence, lock: lock).run(pool)
            watch = try DatabaseQueue(
                path: path, configuration: SQLiteStore.configuration(options, isReader: true))
        } catch { throw SQL.fault(error) }
        thread = WriterThread(
            pool: pool, lock: lock, codec: options.codec, erasedList: ErasedList(path: paths.erased))
        thread.start()
    }

    /// The durability and the limits of every connection.
    static func configuration(_ options: Options, isReader: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.label = "store"
        configuration.foreignKeysEnabled = false
        configuration.readonly = isReader
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = options.readers
        configuration.persistentReadOnlyConnections = true
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    private static func openPool(_ paths: StorePaths, _ options: Options) throws -> DatabasePool {
        let pool = try DatabasePool(path: paths.store, configuration: configuration(options))
        // GRDB sets NORMAL after `prepareDatabase` when it sets the write-ahead log (stack.md §2): a commit
        // would not survive a power loss. So FULL is set here, and a test asks for it.
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        return pool
    }

    /// A name of these tables, for whoever keeps a store to measure with.
    public static var schemaHash: String { Schema.standard.hash }

    // Writing

    /// Runs `body` on the writer's thread, in a transaction, and waits until it is durable.
    func write<Value: Sendable>(
        waitsForErasure: Bool = false,
        _ body: @escaping @Sendable (Writer) throws(StoreFault) -> Written<Value>
    ) async throws(StoreFault) -> Value {
        let slot = Slot<Value>()
        let fault: StoreFault? = await withCheckedContinuation { continuation in
            var job = WriteJob(
                run: { (writer: Writer) throws(StoreFault) in
                    let written = try body(writer)
                    slot.put(written.value)
                    switch written.effect {
                    case .nothing: return .nothing
                    case .quiet: return .quiet
                    case .news: return .news
                    }
                },
                done: { continuation.resume(returning: $0) })
            job.waitsForErasure = waitsForErasure
            thread.submit(job)
        }
        if let fault { throw fault }
        guard let value = slot.take() else { throw .failed("a write left no answer") }
        return value
    }

    public func transact(_ transaction: Transaction) async throws(StoreFault) -> TransactionResult {
        var waits = false
        if case .eraseContent = transaction.command.intent { waits = true }
        return try await write(waitsForErasure: waits) { (writer: Writer) throws(StoreFault) in
            try writer.transact(transaction)
        }
    }

    public func onCommit(_ hint: @escaping @Sendable (Int64) -> Void) { thread.onCommit(hint) }

    public func barrier() async {
        // The writer holds its lock only while it has jobs: one that does nothing comes after all others.
        _ = try? await write { (_: Writer) throws(StoreFault) in Written((), .nothing) }
    }

    public func close() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            WriterThread.elsewhere { [self] in
                thread.stop()
                // The pool's writer last: it moves the log into the store and removes it, which a reader cannot.
                // GRDB would close it before its readers.
                try? watch.close()
                pool.invalidateReadOnlyConnections()
                try? pool.close()
                presence.unlock()
                continuation.resume()
            }
        }
    }

    // Reading

    /// Runs `body` on one of the readers, in a snapshot. Not cancelled with its task: it is short.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (SQL) throws(StoreFault) -> Value
    ) async throws(StoreFault) -> Value {
        let result: Result<Value, StoreFault> = await withCheckedContinuation { continuation in
            pool.asyncRead { access in
                do {
                    continuation.resume(returning: .success(try body(SQL(try access.get()))))
                } catch { continuation.resume(returning: .failure(SQLiteStore.readFault(error))) }
            }
        }
        return try result.get()
    }

    /// Runs `body` in a snapshot on this thread: for what takes a millisecond at most and must not wait in
    /// line behind a search, nor pay for two changes of thread.
    func readHere<Value>(_ body: (SQL) throws(StoreFault) -> Value) throws(StoreFault) -> Value {
        do {
            return try watch.read { try body(SQL($0)) }
        } catch { throw SQLiteStore.readFault(error) }
    }

    private static func readFault(_ error: any Error) -> StoreFault {
        if let error = error as? DatabaseError, error.resultCode == .SQLITE_MISUSE { return .closed }
        return SQL.fault(error)
    }

    /// A number that differs after any commit of any process: the once-a-second look behind the pokes
    /// (law 1). Costs a few microseconds; may be called from any thread.
    public func dataVersion() throws(StoreFault) -> Int64 {
        do {
            return try watch.inDatabase { try SQL($0).integer("PRAGMA data_version") }
        } catch { throw SQLiteStore.readFault(error) }
    }
}

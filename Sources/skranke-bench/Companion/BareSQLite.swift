import GRDBSQLite

/// SQLite's own interface and nothing around it: the loop that our store is held against.
final class BareSQLite {
    enum Value {
        case null
        case integer(Int64)
        case text(String)
        case blob([UInt8])
    }

    private var handle: OpaquePointer?
    private var statements: [String: OpaquePointer] = [:]
    // Tells SQLite to keep a copy of what is bound.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Opens or makes a store with the durability of ours: a write-ahead log, every commit synced.
    init(_ path: String) throws {
        guard sqlite3_open(path, &handle) == SQLITE_OK else { throw BenchFault("sqlite: \(path)") }
        try run("PRAGMA journal_mode = WAL")
        try run("PRAGMA synchronous = FULL")
        try run("PRAGMA temp_store = MEMORY")
        // Ours moves the log into the store while it has nothing else to do; so nobody moves it here.
        try run("PRAGMA wal_autocheckpoint = 0")
        sqlite3_busy_timeout(handle, 5_000)
    }

    deinit {
        statements.values.forEach { sqlite3_finalize($0) }
        sqlite3_close(handle)
    }

    func run(_ sql: String, _ values: [Value] = []) throws { _ = try rows(sql, values, limit: 0) }

    /// The rows of a query, at most `limit` of them kept.
    func rows(_ sql: String, _ values: [Value] = [], limit: Int = .max) throws -> [[Value]] {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        for (index, value) in values.enumerated() { bind(value, statement, Int32(index + 1)) }
        var rows: [[Value]] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                guard rows.count < limit else { continue }
                rows.append((0..<sqlite3_column_count(statement)).map { column(statement, $0) })
            case SQLITE_DONE: return rows
            default: throw BenchFault("sqlite: \(String(cString: sqlite3_errmsg(handle))): \(sql.prefix(60))")
            }
        }
    }

    private func prepared(_ sql: String) throws -> OpaquePointer {
        if let known = statements[sql] { return known }
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
            throw BenchFault("sqlite: \(String(cString: sqlite3_errmsg(handle))): \(sql.prefix(60))")
        }
        statements[sql] = statement
        return statement
    }

    private func bind(_ value: Value, _ statement: OpaquePointer, _ place: Int32) {
        switch value {
        case .null: sqlite3_bind_null(statement, place)
        case .integer(let number): sqlite3_bind_int64(statement, place, number)
        case .text(let text): sqlite3_bind_text(statement, place, text, -1, BareSQLite.transient)
        case .blob(let bytes):
            sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), BareSQLite.transient)
        }
    }

    private func column(_ statement: OpaquePointer, _ place: Int32) -> Value {
        switch sqlite3_column_type(statement, place) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, place))
        case SQLITE_TEXT:
            return .text(sqlite3_column_text(statement, place).map { String(cString: $0) } ?? "")
        case SQLITE_BLOB:
            let count = Int(sqlite3_column_bytes(statement, place))
            guard let bytes = sqlite3_column_blob(statement, place) else { return .blob([]) }
            return .blob([UInt8](UnsafeRawBufferPointer(start: bytes, count: count)))
        default: return .null
        }
    }
}

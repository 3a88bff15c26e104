import GRDB
import GRDBSQLite
import SkrankeDomain
import SkrankeJournal

/// A value on its way into a statement.
enum SQLValue {
    case null
    case integer(Int64)
    case text(String)
    case identifier(Identifier)
    case empty
    case bytes([UInt8])

    init(_ value: Int) { self = .integer(Int64(value)) }
    init(_ value: Bool) { self = .integer(value ? 1 : 0) }
    init(_ value: Moment) { self = .integer(value.milliseconds) }
    init(_ value: Moment?) { self = value.map { .integer($0.milliseconds) } ?? .null }
    init(_ value: String?) { self = value.map { .text($0) } ?? .null }
    init<Kind>(_ value: ID<Kind>) { self = .identifier(value.value) }
    init<Kind>(_ value: ID<Kind>?) { self = value.map { .identifier($0.value) } ?? .null }

    /// Inquiries by their identifier, agents by their text: two types, so they never meet.
    init(_ stream: StreamID) {
        switch stream {
        case .inquiry(let id): self = .identifier(id.value)
        case .agent, .absence: self = .text(stream.description)
        }
    }
}

/// Statements of one connection, straight through SQLite's own interface: GRDB opens, pools and caches,
/// the hot paths bind and step themselves. Confined to the thread that was handed the `Database`.
struct SQL {
    let database: Database
    init(_ database: Database) { self.database = database }

    /// Runs `sql` to its end.
    func run(_ sql: String, _ values: [SQLValue] = []) throws(StoreFault) {
        try rows(sql, values) { (_: Row) throws(StoreFault) in }
    }

    /// Calls `body` for each row. A row is valid during its call only.
    func rows(
        _ sql: String, _ values: [SQLValue] = [], _ body: (Row) throws(StoreFault) -> Void
    ) throws(StoreFault) {
        let statement = try prepare(sql)
        let pointer = statement.sqliteStatement
        defer {
            sqlite3_reset(pointer)
            sqlite3_clear_bindings(pointer)
        }
        for (index, value) in values.enumerated() { try bind(value, pointer, Int32(index + 1)) }
        while true {
            let code = sqlite3_step(pointer)
            if code == SQLITE_ROW {
                try body(Row(pointer: pointer))
            } else if code == SQLITE_DONE {
                return
            } else {
                throw SQL.fault(code, message())
            }
        }
    }

    func first<Value>(
        _ sql: String, _ values: [SQLValue] = [], _ body: (Row) throws(StoreFault) -> Value
    ) throws(StoreFault) -> Value? {
        var result: Value?
        try rows(sql, values) { (row: Row) throws(StoreFault) in if result == nil { result = try body(row) } }
        return result
    }

    func all<Value>(
        _ sql: String, _ values: [SQLValue] = [], _ body: (Row) throws(StoreFault) -> Value
    ) throws(StoreFault) -> [Value] {
        var result: [Value] = []
        try rows(sql, values) { (row: Row) throws(StoreFault) in result.append(try body(row)) }
        return result
    }

    func integer(_ sql: String, _ values: [SQLValue] = []) throws(StoreFault) -> Int64 {
        try first(sql, values) { $0.integer(0) } ?? 0
    }

    /// Rows that the last statement changed.
    var changes: Int { Int(sqlite3_changes(database.sqliteConnection)) }
    var isInTransaction: Bool { sqlite3_get_autocommit(database.sqliteConnection) == 0 }

    private func prepare(_ sql: String) throws(StoreFault) -> Statement {
        do { return try database.cachedStatement(sql: sql) } catch { throw SQL.fault(error) }
    }

    private func message() -> String { String(cString: sqlite3_errmsg(database.sqliteConnection)) }

    private func bind(_ value: SQLValue, _ pointer: OpaquePointer, _ index: Int32) throws(StoreFault) {
        let code: Int32
        switch value {
        case .null: code = sqlite3_bind_null(pointer, index)
        case .integer(let number): code = sqlite3_bind_int64(pointer, index, number)
        case .empty: code = sqlite3_bind_zeroblob(pointer, index, 0)
        case .bytes(let bytes):
            code = bytes.withUnsafeBytes {
                guard let base = $0.baseAddress else { return sqlite3_bind_zeroblob(pointer, index, 0) }
                return sqlite3_bind_blob64(pointer, index, base, UInt64($0.count), SQL.transient)
            }
        case .text(var text):
            code = text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { chars in
                    // An empty string must not become NULL.
                    guard let base = chars.baseAddress else {
                        return sqlite3_bind_text(pointer, index, "", 0, nil)
                    }
                    return sqlite3_bind_text(pointer, index, base, Int32(chars.count), SQL.transient)
                }
            }
        case .identifier(let id):
            let bytes = (id.high.bigEndian, id.low.bigEndian)
            code = withUnsafeBytes(of: bytes) {
                sqlite3_bind_blob(pointer, index, $0.baseAddress, 16, SQL.transient)
            }
        }
        guard code == SQLITE_OK else { throw SQL.fault(code, message()) }
    }

    /// Tells SQLite to copy.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// A row as the statement stands on it.
    struct Row {
        let pointer: OpaquePointer

        func isNull(_ column: Int32) -> Bool { sqlite3_column_type(pointer, column) == SQLITE_NULL }
        func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }
        func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(pointer, column)) }
        func flag(_ column: Int32) -> Bool { sqlite3_column_int64(pointer, column) != 0 }
        func moment(_ column: Int32) -> Moment { Moment(milliseconds: integer(column)) }
        func optionalMoment(_ column: Int32) -> Moment? { isNull(column) ? nil : moment(column) }

        func text(_ column: Int32) -> String {
            guard let bytes = sqlite3_column_text(pointer, column) else { return "" }
            let count = Int(sqlite3_column_bytes(pointer, column))
            return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        }
        func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

        func optionalBytes(_ column: Int32) -> [UInt8]? {
            if isNull(column) { return nil }
            let count = Int(sqlite3_column_bytes(pointer, column))
            guard count > 0, let bytes = sqlite3_column_blob(pointer, column) else { return [] }
            return Array(UnsafeRawBufferPointer(start: bytes, count: count))
        }

        func identifier(_ column: Int32) -> Identifier? {
            guard let bytes = sqlite3_column_blob(pointer, column),
                sqlite3_column_bytes(pointer, column) == 16
            else {
                return nil
            }
            let high = bytes.loadUnaligned(as: UInt64.self)
            let low = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            return Identifier(high: UInt64(bigEndian: high), low: UInt64(bigEndian: low))
        }

        func optionalID<Kind>(_ column: Int32) -> ID<Kind>? { identifier(column).map { ID($0) } }

        func id<Kind>(_ column: Int32) throws(StoreFault) -> ID<Kind> {
            guard let id = identifier(column) else { throw .corrupt("column \(column) holds no identifier") }
            return ID(id)
        }

        /// A word of a closed list.
        func word<Word: RawRepresentable>(_ column: Int32) throws(StoreFault) -> Word
        where Word.RawValue == String {
            guard let word = Word(rawValue: text(column)) else {
                throw .corrupt("\"\(text(column))\" is no \(Word.self)")
            }
            return word
        }

        func optionalWord<Word: RawRepresentable>(
            _ column: Int32
        ) throws(StoreFault) -> Word? where Word.RawValue == String {
            isNull(column) ? nil : try word(column)
        }

        func stream(_ column: Int32) throws(StoreFault) -> StreamID {
            if sqlite3_column_type(pointer, column) == SQLITE_BLOB { return .inquiry(try id(column)) }
            guard let stream = StreamID(text(column)) else {
                throw .corrupt("\"\(text(column))\" is no stream")
            }
            return stream
        }
    }
}

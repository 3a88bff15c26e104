/// Writes the rows that commands of ours left, into the same tables, one transaction a command.
struct BareLoop {
    private struct Insert {
        var sql: String
        var values: [BareSQLite.Value]
    }
    private var schema: [String] = []
    private var commands: [[Insert]] = []

    /// Reads the last `count` inquiries of our store with all that was written for them.
    init(rowsOf path: String, count: Int) throws {
        let store = try BareSQLite(path)
        let tables =
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%' ESCAPE '\\'"
        for row in try store.rows(tables + " ORDER BY rowid") {
            if case .text(let sql) = row[0] { schema.append(sql) }
        }
        let last = "SELECT id, contact FROM inquiry ORDER BY changed DESC LIMIT \(count)"
        for row in try store.rows(last) { commands.append(try BareLoop.inserts(store, row[0], row[1])) }
        commands.reverse()
    }

    var rows: Int { commands.map(\.count).reduce(0, +) }

    private static func inserts(
        _ store: BareSQLite, _ inquiry: BareSQLite.Value, _ contact: BareSQLite.Value
    ) throws -> [Insert] {
        let sources: [(String, String, BareSQLite.Value)] = [
            ("event", "stream", inquiry), ("content", "inquiry", inquiry), ("contact", "id", contact),
            ("inquiry", "id", inquiry), ("deadline", "inquiry", inquiry), ("timer", "inquiry", inquiry),
        ]
        var inserts: [Insert] = []
        for (table, column, value) in sources {
            for row in try store.rows("SELECT * FROM \(table) WHERE \(column) = ?", [value]) {
                let places = row.map { _ in "?" }.joined(separator: ",")
                inserts.append(Insert(sql: "INSERT INTO \(table) VALUES(\(places))", values: row))
                guard table == "content", row.count == 5, case .text(let kind) = row[3], kind != "receipt"
                else {
                    continue
                }
                inserts.append(
                    Insert(sql: "INSERT INTO search(rowid, text) VALUES(?, ?)", values: [row[0], row[4]]))
            }
        }
        let count = "INSERT INTO counter VALUES('reference', 1) ON CONFLICT DO UPDATE SET value = value + 1"
        return inserts + [Insert(sql: count, values: [])]
    }

    /// Commands a second, into a new store at `path`.
    func run(_ path: String) throws -> Double {
        let store = try BareSQLite(path)
        for sql in schema { try store.run(sql) }
        let start = nanoseconds()
        for command in commands {
            try store.run("BEGIN IMMEDIATE")
            for insert in command { try store.run(insert.sql, insert.values) }
            try store.run("COMMIT")
        }
        return Double(commands.count) * 1e9 / Double(nanoseconds() - start)
    }
}

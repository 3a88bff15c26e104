import SkrankeJournal

/// Which rows of a damaged table can still be read: by halves, so that a few broken pages among millions of
/// rows are found with few looks.
struct Survey {
    struct Table: Sendable {
        let name: String
        let key: String
        /// Reads each row to its last byte, also what lies on pages of its own.
        let reads: String
    }
    static let tables = [
        Table(name: "event", key: "sequence", reads: "length(payload) + length(type) + length(actor)"),
        Table(name: "content", key: "row", reads: "length(text) + length(kind)"),
    ]

    let sql: SQL
    let table: Table
    /// Looks at most; what is not looked at by then counts as damaged.
    private static let most = 4_000

    init(sql: SQL, table: Table) {
        self.sql = sql
        self.table = table
    }

    /// What an administrator is told of the table; nothing where all of it can be read.
    func lines() throws(StoreFault) -> [String] {
        guard let last = try unlessDamaged("SELECT max(\(table.key)) FROM \(table.name)", []) else {
            return ["\(table.name): its end cannot be found"]
        }
        var readable: Int64 = 0
        var damaged: [ClosedRange<Int64>] = []
        var waiting: [ClosedRange<Int64>] = last > 0 ? [1...last] : []
        var looks = 0
        while let part = waiting.popLast() {
            looks += 1
            if let count = try rows(in: part) {
                readable += count
            } else if part.count == 1 || looks + waiting.count > Survey.most {
                damaged.append(part)
            } else {
                let middle = part.lowerBound + (part.upperBound - part.lowerBound) / 2
                waiting += [middle + 1...part.upperBound, part.lowerBound...middle]
            }
        }
        guard !damaged.isEmpty else { return [] }
        let ranges = Survey.joined(damaged).prefix(20).map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
        }
        return ["\(table.name): \(ranges.joined(separator: ", ")) cannot be read; \(readable) rows can"]
    }

    private func rows(in part: ClosedRange<Int64>) throws(StoreFault) -> Int64? {
        try unlessDamaged(
            """
            SELECT count(*) + 0 * coalesce(sum(\(table.reads)), 0) FROM \(table.name)
            WHERE \(table.key) BETWEEN ? AND ?
            """, [.integer(part.lowerBound), .integer(part.upperBound)])
    }

    private func unlessDamaged(_ query: String, _ values: [SQLValue]) throws(StoreFault) -> Int64? {
        do throws(StoreFault) { return try sql.integer(query, values) } catch .corrupt { return nil } catch {
            throw error
        }
    }

    private static func joined(_ parts: [ClosedRange<Int64>]) -> [ClosedRange<Int64>] {
        var result: [ClosedRange<Int64>] = []
        for part in parts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let before = result.last, before.upperBound + 1 >= part.lowerBound {
                result[result.count - 1] = before.lowerBound...max(before.upperBound, part.upperBound)
            } else {
                result.append(part)
            }
        }
        return result
    }
}

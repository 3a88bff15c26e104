import SkrankeDomain
import SkrankeJournal

/// Originals as the writer keeps and settles them.
extension Writer {
    /// - Returns: whether it was new.
    func keep(_ new: NewOriginal) throws(StoreFault) -> Bool {
        let same = try sql.integer(
            "SELECT EXISTS(SELECT 1 FROM original WHERE mailbox = ? AND digest = ?)",
            [.text(new.key.mailbox), .text(new.digest)])
        let state: OriginalState = same == 0 ? .unread : .same
        try sql.run(
            """
            INSERT OR IGNORE INTO original(
              mailbox, validity, mark, number, digest, state, stored_at, attempts, size, bytes)
            VALUES(?,?,?,?,?,?,?,0,?,?)
            """,
            [
                .text(new.key.mailbox), .integer(new.key.validity), .text(new.key.mark),
                .integer(new.number), .text(new.digest), .text(state.rawValue), SQLValue(new.storedAt),
                SQLValue(state == .same ? 0 : new.bytes.count), state == .same ? .null : .bytes(new.bytes),
            ])
        return sql.changes > 0 && state == .unread
    }

    func stateOfOriginal(_ key: OriginalKey) throws(StoreFault) -> OriginalState? {
        try sql.first("SELECT state FROM original \(OriginalRows.ofKey)", OriginalRows.values(key)) {
            (row: SQL.Row) throws(StoreFault) in try row.word(0)
        }
    }

    func settle(_ settlement: OriginalSettlement) throws(StoreFault) {
        try sql.run(
            "UPDATE original SET state = ?, inquiry = ? \(OriginalRows.ofKey)",
            [.text(settlement.state.rawValue), SQLValue(settlement.inquiry)]
                + OriginalRows.values(settlement.key))
    }

    /// The bytes of the inquiry's originals go; `id` may be anything else, which then has none.
    func eraseOriginals(of id: Identifier) throws(StoreFault) {
        try sql.run(
            "UPDATE original SET state = 'erased', bytes = NULL, size = 0 WHERE inquiry = ?",
            [.identifier(id)])
    }
}

/// What is asked about originals, in the same words everywhere.
enum OriginalRows {
    static let ofKey = "WHERE mailbox = ? AND validity = ? AND mark = ?"
    static let columns = "mailbox, validity, mark, state, stored_at, attempts, size, inquiry"
    static let unread = """
        SELECT \(columns) FROM original WHERE state = 'unread' ORDER BY row LIMIT ?
        """
    static let ofInquiry = "SELECT \(columns) FROM original WHERE inquiry = ? ORDER BY row"
    static let last = "SELECT validity FROM original WHERE mailbox = ? ORDER BY row DESC LIMIT 1"
    static let count = "SELECT max(number), count(*) FROM original WHERE mailbox = ? AND validity = ?"

    static func values(_ key: OriginalKey) -> [SQLValue] {
        [.text(key.mailbox), .integer(key.validity), .text(key.mark)]
    }

    static func row(_ row: SQL.Row) throws(StoreFault) -> OriginalRow {
        OriginalRow(
            key: OriginalKey(mailbox: row.text(0), validity: row.integer(1), mark: row.text(2)),
            state: try row.word(3), storedAt: row.moment(4), attempts: row.int(5), size: row.int(6),
            inquiry: row.optionalID(7))
    }
}

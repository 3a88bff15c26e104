import SkrankeDomain
import SkrankeJournal

/// Forgetting (law 10): rows, index entries, copies, drafts, outbox rows and kept answers go in the
/// transaction that says so; what SQLite keeps of them in its own files goes in steps after it.
extension Writer {
    /// The rows that the inquiry's history names, whatever the decision listed: reasons and briefs as well.
    func erase(_ erasure: Erasure) throws(StoreFault) {
        let named = NamedRows(try EventRows.ofStream(sql, .inquiry(erasure.inquiry), after: 0, codec))
        let contents = Set(named.contents + erasure.contents).map(\.value)
        let contacts = Set(named.contacts + [erasure.contact].compactMap { $0 }).map(\.value)
        // The inquiry's own name as well: by it a restored copy forgets the originals again.
        try erase(ids: contents + contacts + [erasure.inquiry.value])
        let inquiry = SQLValue(erasure.inquiry)
        try sql.run("DELETE FROM draft WHERE inquiry = ?", [inquiry])
        try sql.run("DELETE FROM outbox WHERE inquiry = ?", [inquiry])
        try sql.run("DELETE FROM answered WHERE inquiry = ?", [inquiry])
        erasedIDs += contents + contacts + [erasure.inquiry.value]
        owesErasure = true
        try sql.run("INSERT OR REPLACE INTO meta(key, value) VALUES('owes-erasure', '1')")
    }

    func erase(ids: [Identifier]) throws(StoreFault) {
        for id in ids {
            try sql.run(
                """
                INSERT INTO search(search, rowid, text)
                SELECT 'delete', row, text FROM content WHERE id = ? AND kind <> 'receipt'
                """, [.identifier(id)])
            try sql.run("DELETE FROM content WHERE id = ?", [.identifier(id)])
            try sql.run("DELETE FROM contact WHERE id = ?", [.identifier(id)])
            try eraseOriginals(of: id)
            try sql.run("INSERT OR IGNORE INTO erased(id) VALUES(?)", [.identifier(id)])
        }
    }

    /// One step of rewriting the index without the erased words. SQLite 3.40 keeps deleted words in a
    /// segment until it is merged.
    /// - Parameter isFirst: begins a full merge, of which the later steps are parts.
    /// - Returns: whether more steps are left.
    func mergeStep(isFirst: Bool) throws(StoreFault) -> Bool {
        let before = sql.database.totalChangesCount
        try sql.run("INSERT INTO search(search, rank) VALUES('merge', ?)", [.integer(isFirst ? -256 : 256)])
        return sql.database.totalChangesCount - before >= 2
    }
}

import SkrankeDomain
import SkrankeJournal

/// Rows that are not events: sessions, leases, timers, drafts, the outbox.
enum LiveRows {
    static func sessions(_ sql: SQL) throws(StoreFault) -> [SessionRow] {
        try sql.all(
            "SELECT id, agent, terminal, presence, since, seen, looks_at FROM session ORDER BY id"
        ) { (row: SQL.Row) throws(StoreFault) in try session(row) }
    }

    private static func session(_ row: SQL.Row) throws(StoreFault) -> SessionRow {
        SessionRow(
            id: row.text(0), agent: AgentID(row.text(1)), terminal: row.text(2), presence: try row.word(3),
            since: row.moment(4), seen: row.moment(5), looksAt: row.optionalID(6))
    }

    /// - Returns: whether others see a difference.
    static func write(_ sql: SQL, _ new: SessionRow) throws(StoreFault) -> Bool {
        let old = try sql.first(
            "SELECT id, agent, terminal, presence, since, seen, looks_at FROM session WHERE id = ?",
            [.text(new.id)]
        ) { (row: SQL.Row) throws(StoreFault) in try session(row) }
        try sql.run(
            """
            INSERT OR REPLACE INTO session(id, agent, terminal, presence, since, seen, looks_at)
            VALUES(?,?,?,?,?,?,?)
            """,
            [
                .text(new.id), .text(new.agent.rawValue), .text(new.terminal), .text(new.presence.rawValue),
                SQLValue(new.since), SQLValue(new.seen), SQLValue(new.looksAt),
            ])
        return new.looksNew(after: old)
    }

    static func leases(_ sql: SQL) throws(StoreFault) -> [HeldLease] {
        try sql.all("SELECT inquiry, agent, taken_at FROM lease ORDER BY inquiry") {
            (row: SQL.Row) throws(StoreFault) in
            HeldLease(Lease(inquiry: try row.id(0), agent: AgentID(row.text(1))), takenAt: row.moment(2))
        }
    }

    private static func key(_ inquiry: InquiryID?) -> SQLValue { inquiry.map { SQLValue($0) } ?? .empty }

    static func write(_ sql: SQL, _ draft: Draft) throws(StoreFault) {
        if draft.text.isEmpty { return try deleteDraft(sql, draft.agent, draft.inquiry, draft.kind) }
        try sql.run(
            "INSERT OR REPLACE INTO draft(agent, inquiry, kind, text, saved_at) VALUES(?,?,?,?,?)",
            [
                .text(draft.agent.rawValue), key(draft.inquiry), .text(draft.kind.rawValue),
                .text(draft.text),
                SQLValue(draft.savedAt),
            ])
    }

    static func deleteDraft(
        _ sql: SQL, _ agent: AgentID, _ inquiry: InquiryID?, _ kind: Draft.Kind
    ) throws(StoreFault) {
        try sql.run(
            "DELETE FROM draft WHERE agent = ? AND inquiry = ? AND kind = ?",
            [.text(agent.rawValue), key(inquiry), .text(kind.rawValue)])
    }

    static func drafts(_ sql: SQL, of agent: AgentID) throws(StoreFault) -> [Draft] {
        try sql.all(
            "SELECT inquiry, kind, text, saved_at FROM draft WHERE agent = ? ORDER BY saved_at DESC",
            [.text(agent.rawValue)]
        ) { (row: SQL.Row) throws(StoreFault) in
            Draft(
                agent: agent, inquiry: row.optionalID(0), kind: try row.word(1), text: row.text(2),
                savedAt: row.moment(3))
        }
    }

    static func dueTimers(_ sql: SQL, at now: Moment, limit: Int) throws(StoreFault) -> [TimerRow] {
        try sql.all(
            "SELECT inquiry, kind, due FROM timer WHERE due <= ? ORDER BY due, inquiry, kind LIMIT ?",
            [SQLValue(now), SQLValue(max(0, limit))]
        ) { (row: SQL.Row) throws(StoreFault) in
            guard let kind = TimerKind(name: row.text(1)) else {
                throw .corrupt("\"\(row.text(1))\" is no timer")
            }
            return TimerRow(inquiry: try row.id(0), kind: kind, due: row.moment(2))
        }
    }

    static func outboxRow(_ sql: SQL, _ message: MessageID) throws(StoreFault) -> OutboxRow? {
        try sql.first(
            "SELECT message, inquiry, channel, state, until, attempts FROM outbox WHERE message = ?",
            [SQLValue(message)]
        ) { (row: SQL.Row) throws(StoreFault) in try outboxRow(row) }
    }

    static func outboxRow(_ row: SQL.Row) throws(StoreFault) -> OutboxRow {
        var found = OutboxRow(
            message: try row.id(0), inquiry: try row.id(1), channel: try row.word(2), state: try row.word(3),
            until: row.moment(4))
        found.attempts = row.int(5)
        return found
    }

    static func write(_ sql: SQL, _ row: OutboxRow) throws(StoreFault) {
        try sql.run(
            """
            INSERT OR REPLACE INTO outbox(message, inquiry, channel, state, until, on_way, attempts)
            VALUES(?,?,?,?,?,?,?)
            """,
            [
                SQLValue(row.message), SQLValue(row.inquiry), .text(row.channel.rawValue),
                .text(row.state.rawValue), SQLValue(row.until), SQLValue(row.isOnItsWay),
                SQLValue(row.attempts),
            ])
    }

    static func mark(_ sql: SQL, _ message: MessageID, _ state: OutboxRow.State) throws(StoreFault) {
        guard var row = try outboxRow(sql, message) else { return }
        row.state = state
        try write(sql, row)
    }
}

/// Texts and names by their identifiers.
enum TextRows {
    static func text(_ sql: SQL, _ id: ContentID) throws(StoreFault) -> String? {
        try sql.first("SELECT text FROM content WHERE id = ?", [SQLValue(id)]) { $0.text(0) }
    }

    static func texts(_ sql: SQL, _ ids: [ContentID]) throws(StoreFault) -> [ContentID: String] {
        var texts: [ContentID: String] = [:]
        for id in ids { texts[id] = try text(sql, id) }
        return texts
    }

    static func name(_ sql: SQL, _ id: ContactID) throws(StoreFault) -> String? {
        try sql.first("SELECT name FROM contact WHERE id = ?", [SQLValue(id)]) { $0.optionalText(0) } ?? nil
    }

    static func contact(_ sql: SQL, _ id: ContactID) throws(StoreFault) -> Contact? {
        try sql.first(
            "SELECT type, name, email, phone, language, protected, sort_key FROM contact WHERE id = ?",
            [SQLValue(id)]
        ) { (row: SQL.Row) throws(StoreFault) in
            var contact = Contact(
                id: id, type: try row.word(0), name: row.optionalText(1), email: row.optionalText(2),
                phone: row.optionalText(3), language: try row.optionalWord(4))
            contact.isProtected = row.flag(5)
            contact.sortKey = row.optionalText(6)
            return contact
        }
    }
}

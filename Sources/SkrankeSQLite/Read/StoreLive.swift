import SkrankeDomain
import SkrankeJournal

// Live rows: sessions, leases, drafts, timers, the outbox, and what a store is told once.
extension SQLiteStore {
    public func heartbeat(_ session: SessionRow) async throws(StoreFault) {
        try await write { (writer: Writer) throws(StoreFault) in
            let isNews = try LiveRows.write(writer.sql, session)
            writer.sessionsChanged()
            return Written((), isNews ? .news : .quiet)
        }
    }

    public func endSession(_ id: String) async throws(StoreFault) {
        try await write { (writer: Writer) throws(StoreFault) in
            try writer.sql.run("DELETE FROM session WHERE id = ?", [.text(id)])
            writer.sessionsChanged()
            return Written((), writer.sql.changes > 0 ? .news : .nothing)
        }
    }

    public func sessions() async throws(StoreFault) -> [SessionRow] {
        try await live(\.sessions) { (sql: SQL) throws(StoreFault) in try LiveRows.sessions(sql) }
    }

    public func lapsedLeases(before moment: Moment) async throws(StoreFault) -> [Lease] {
        let held = try await live(\.leases) { (sql: SQL) throws(StoreFault) in try LiveRows.leases(sql) }
        guard !held.isEmpty else { return [] }
        let sessions = try await sessions()
        return held.filter { $0.isLapsed(before: moment, sessions: sessions) }.map(\.lease)
    }

    public func saveDraft(_ draft: Draft) async throws(StoreFault) {
        try await write { (writer: Writer) throws(StoreFault) in
            try LiveRows.write(writer.sql, draft)
            return Written((), .news)
        }
    }

    public func drafts(of agent: AgentID) async throws(StoreFault) -> [Draft] {
        try await read { (sql: SQL) throws(StoreFault) in try LiveRows.drafts(sql, of: agent) }
    }

    public func dueTimers(at now: Moment, limit: Int) async throws(StoreFault) -> [TimerRow] {
        guard let next = try await nextTimer(), next <= now else { return [] }
        return try await read { (sql: SQL) throws(StoreFault) in
            try LiveRows.dueTimers(sql, at: now, limit: limit)
        }
    }

    public func nextTimer() async throws(StoreFault) -> Moment? {
        try await live(\.nextTimer) { (sql: SQL) throws(StoreFault) in
            try sql.first("SELECT due FROM timer ORDER BY due LIMIT 1") { $0.moment(0) }
        }
    }

    public func removeTimer(_ timer: TimerRow) async throws(StoreFault) {
        try await write { (writer: Writer) throws(StoreFault) in
            // One that was set anew meanwhile stays.
            try writer.sql.run(
                "DELETE FROM timer WHERE inquiry = ? AND kind = ? AND due = ?",
                [SQLValue(timer.inquiry), .text(timer.kind.name), SQLValue(timer.due)])
            return Written((), writer.sql.changes > 0 ? .quiet : .nothing)
        }
    }

    public func outbox(limit: Int) async throws(StoreFault) -> [OutboxRow] {
        try await read { (sql: SQL) throws(StoreFault) in
            try sql.all(LiveRows.outboxOnItsWay, [SQLValue(max(0, limit))]) {
                (row: SQL.Row) throws(StoreFault) in try LiveRows.outboxRow(row)
            }
        }
    }

    public func markOutbox(_ message: MessageID, _ state: OutboxRow.State) async throws(StoreFault) {
        try await write { (writer: Writer) throws(StoreFault) in
            try LiveRows.mark(writer.sql, message, state)
            return Written((), .news)
        }
    }

    public func metadata() async throws(StoreFault) -> StoreMetadata {
        try await read { [paths] (sql: SQL) throws(StoreFault) in
            var values: [String: String] = [:]
            try sql.rows("SELECT key, value FROM meta WHERE key <> 'owes-erasure'") {
                (row: SQL.Row) throws(StoreFault) in values[row.text(0)] = row.text(1)
            }
            let schema = Int(try sql.integer("PRAGMA user_version"))
            return StoreMetadata(schema: schema, path: paths.store, values: values)
        }
    }

    public func setMetadata(_ key: String, _ value: String) async throws(StoreFault) {
        try await write { (writer: Writer) throws(StoreFault) in
            try writer.sql.run(
                "INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)", [.text(key), .text(value)])
            return Written((), .quiet)
        }
    }

    public func claimMetadata(_ key: String, _ value: String) async throws(StoreFault) -> String {
        try await write { (writer: Writer) throws(StoreFault) in
            let find = "SELECT value FROM meta WHERE key = ?"
            if let holds = try writer.sql.first(find, [.text(key)], { $0.text(0) }) {
                return Written(holds, .nothing)
            }
            try writer.sql.run("INSERT INTO meta(key, value) VALUES(?, ?)", [.text(key), .text(value)])
            return Written(value, .quiet)
        }
    }
}

extension LiveRows {
    static let outboxOnItsWay = """
        SELECT message, inquiry, channel, state, until, attempts FROM outbox WHERE on_way = 1
        ORDER BY until, message LIMIT ?
        """
}

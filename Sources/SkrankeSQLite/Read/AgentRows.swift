import SkrankeDomain
import SkrankeJournal

/// `agent`'s rows: the fold of each agent's own stream, as JSON of a few words.
enum AgentRows {
    static func all(_ sql: SQL) throws(StoreFault) -> [AgentState] {
        try sql.all("SELECT state FROM agent ORDER BY id") { (row: SQL.Row) throws(StoreFault) in
            try state(row)
        }
    }

    static func one(_ sql: SQL, _ id: AgentID) throws(StoreFault) -> AgentState? {
        try sql.first("SELECT state FROM agent WHERE id = ?", [.text(id.rawValue)]) {
            (row: SQL.Row) throws(StoreFault) in try state(row)
        }
    }

    /// The row, or where the store is older than such rows, what the stream says.
    static func known(_ sql: SQL, _ id: AgentID, _ codec: EventCodec) throws(StoreFault) -> AgentState? {
        if let row = try one(sql, id) { return row }
        let events = try EventRows.ofStream(sql, .agent(id), after: 0, codec)
        return events.isEmpty ? nil : AgentState.folded(id, events)
    }

    static func write(_ sql: SQL, _ state: AgentState) throws(StoreFault) {
        let text: String
        do { text = try JSONCoder.encode(state) } catch {
            throw .failed("an agent's state cannot be written: \(error)")
        }
        try sql.run(
            "INSERT OR REPLACE INTO agent(id, version, state) VALUES(?, ?, ?)",
            [.text(state.id.rawValue), SQLValue(state.version), .text(text)])
    }

    /// What he holds, by the index on owners of open inquiries.
    static func load(_ sql: SQL, of id: AgentID) throws(StoreFault) -> Load {
        var load = Load()
        try sql.rows(
            "SELECT channel, contact_state, state FROM inquiry WHERE owner = ? AND open = 1",
            [.text(id.rawValue)]
        ) { (row: SQL.Row) throws(StoreFault) in
            load.add(try row.word(0), try row.optionalWord(1), try row.word(2))
        }
        return load
    }

    private static func state(_ row: SQL.Row) throws(StoreFault) -> AgentState {
        do { return try JSONCoder.decode(AgentState.self, from: row.text(0)) } catch {
            throw .corrupt("an agent's row cannot be read: \(error)")
        }
    }
}

extension SQLiteStore {
    public func agents() async throws(StoreFault) -> [AgentState] {
        try await live(\.agents) { (sql: SQL) throws(StoreFault) in try AgentRows.all(sql) }
    }
}

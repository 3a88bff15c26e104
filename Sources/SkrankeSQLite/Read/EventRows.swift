import SkrankeDomain
import SkrankeJournal

/// `event`'s rows as envelopes.
enum EventRows {
    static let columns = """
        e.sequence, e.id, e.at, e.actor, e.roles, e.terminal, e.stream, e.version, e.type, e.form, \
        e.payload, e.causation, e.correlation
        """
    static let insert = """
        INSERT INTO event(sequence, id, at, actor, roles, terminal, stream, version, type, form, payload, \
        causation, correlation) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)
        """

    static func envelope(_ row: SQL.Row, _ codec: EventCodec) throws(StoreFault) -> Envelope {
        guard let actor = CallerText.actor(row.text(3)) else {
            throw .corrupt("event \(row.integer(0)): \"\(row.text(3))\" is no actor")
        }
        let event = try codec.decode(
            StoredEvent(type: row.text(8), form: row.int(9), payload: row.text(10)))
        return Envelope(
            id: try row.id(1), sequence: row.integer(0), at: row.moment(2),
            caller: Caller(actor, roles: CallerText.roles(row.text(4)), terminal: row.text(5)),
            stream: try row.stream(6), version: row.int(7), event: event, causation: try row.id(11),
            correlation: try row.id(12))
    }

    static func values(_ envelope: Envelope, _ stored: StoredEvent) -> [SQLValue] {
        [
            .integer(envelope.sequence), SQLValue(envelope.id), SQLValue(envelope.at),
            .text(CallerText.actor(envelope.caller.actor)), .text(CallerText.roles(envelope.caller.roles)),
            .text(envelope.caller.terminal), SQLValue(envelope.stream), SQLValue(envelope.version),
            .text(stored.type), SQLValue(stored.form), .text(stored.payload), SQLValue(envelope.causation),
            SQLValue(envelope.correlation),
        ]
    }

    static func ofStream(
        _ sql: SQL, _ stream: StreamID, after version: Int, _ codec: EventCodec
    ) throws(StoreFault) -> [Envelope] {
        try sql.all(
            "SELECT \(columns) FROM event e WHERE e.stream = ? AND e.version > ? ORDER BY e.version",
            [SQLValue(stream), SQLValue(version)]
        ) { (row: SQL.Row) throws(StoreFault) in try envelope(row, codec) }
    }
}

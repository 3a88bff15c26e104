import SkrankeDomain
import SkrankeJournal

// The journal and the read tables.
extension SQLiteStore {
    public func headSequence() async throws(StoreFault) -> Int64 {
        try await read { (sql: SQL) throws(StoreFault) in try Queries.sequence(sql) }
    }

    public func events(after sequence: Int64, limit: Int) async throws(StoreFault) -> [Envelope] {
        let version = try dataVersion()
        if kept(\.head, version) == sequence { return [] }
        let events = try await read { [codec] (sql: SQL) throws(StoreFault) in
            try sql.all(Queries.eventsAfter, [.integer(sequence), SQLValue(max(0, limit))]) {
                (row: SQL.Row) throws(StoreFault) in try EventRows.envelope(row, codec)
            }
        }
        if events.count < limit { keep(\.head, events.last?.sequence ?? sequence, version) }
        return events
    }

    public func events(of stream: StreamID, after version: Int) async throws(StoreFault) -> [Envelope] {
        try await read { [codec] (sql: SQL) throws(StoreFault) in
            try EventRows.ofStream(sql, stream, after: version, codec)
        }
    }

    public func openHeads(after cursor: Urgency?, limit: Int) async throws(StoreFault) -> [InquiryHead] {
        try await read { (sql: SQL) throws(StoreFault) in
            let limit = SQLValue(max(0, limit))
            guard let cursor else { return try sql.all(Queries.openFirst, [limit], HeadRows.head) }
            return try sql.all(
                Queries.openAfter,
                [.integer(cursor.due), .integer(cursor.received), .identifier(cursor.id), limit],
                HeadRows.head)
        }
    }

    public func heads(changedAfter sequence: Int64, limit: Int) async throws(StoreFault) -> HeadChanges {
        let version = try dataVersion()
        if kept(\.through, version) == sequence {
            return HeadChanges(heads: [], through: sequence, isComplete: true)
        }
        let limit = max(0, limit)
        // A hint's news are few rows and wanted at once.
        let changes =
            limit <= 500
            ? try readHere { (sql: SQL) throws(StoreFault) in try Queries.changes(sql, sequence, limit) }
            : try await read { (sql: SQL) throws(StoreFault) in try Queries.changes(sql, sequence, limit) }
        if changes.isComplete { keep(\.through, changes.through, version) }
        return changes
    }

    public func heads(matching query: HeadQuery) async throws(StoreFault) -> [InquiryHead] {
        try await read { (sql: SQL) throws(StoreFault) in
            let selection = HeadSelection(query)
            return try sql.all(selection.sql, selection.values, HeadRows.head)
        }
    }

    public func file(_ id: InquiryID) async throws(StoreFault) -> InquiryFile? {
        try await read { [codec] (sql: SQL) throws(StoreFault) in
            guard let head = try sql.first(Queries.head, [SQLValue(id)], HeadRows.head) else { return nil }
            let events = try EventRows.ofStream(sql, .inquiry(id), after: 0, codec)
            var inquiry: Inquiry?
            for envelope in events { inquiry = Evolve.apply(envelope, to: inquiry) }
            guard let inquiry else { throw .corrupt("inquiry \(id) has a row and no events") }
            return InquiryFile(
                inquiry: inquiry, head: head, events: events,
                texts: try TextRows.texts(sql, NamedRows(events).contents),
                contact: try inquiry.contact.flatMap { (id: ContactID) throws(StoreFault) in
                    try TextRows.contact(sql, id)
                })
        }
    }

    public func find(_ reference: PublicReference) async throws(StoreFault) -> InquiryID? {
        try await read { (sql: SQL) throws(StoreFault) in
            try sql.first(Queries.find, [SQLValue(HeadRows.number(reference))]) {
                (row: SQL.Row) throws(StoreFault) in try row.id(0)
            }
        }
    }

    public func reservations(
        of host: String, from: Moment, until: Moment
    ) async throws(StoreFault) -> Set<UniqueKey> {
        let range = UniqueKey.slots(of: host, from: from, until: until)
        return try await read { (sql: SQL) throws(StoreFault) in
            Set(
                try sql.all(Queries.reservations, [.text(range.lowerBound), .text(range.upperBound)]) {
                    (row: SQL.Row) throws(StoreFault) in UniqueKey(name: row.text(0))
                })
        }
    }

    public func contents(_ ids: [ContentID]) async throws(StoreFault) -> [ContentID: String] {
        try await read { (sql: SQL) throws(StoreFault) in try TextRows.texts(sql, ids) }
    }

    /// The last row that is written decides the order: newest first, so a page needs no sorting of all hits.
    public func search(_ query: SearchQuery) async throws(StoreFault) -> [SearchHit] {
        let words = SearchWords(query.text)
        guard !words.isEmpty else { return [] }
        return try await read { (sql: SQL) throws(StoreFault) in
            try sql.all(
                Queries.search,
                [.text(Queries.match(words)), .integer(query.before ?? .max), SQLValue(max(0, query.limit))]
            ) { (row: SQL.Row) throws(StoreFault) in
                SearchHit(
                    row: row.integer(HeadRows.count), head: try HeadRows.head(row),
                    snippet: row.text(HeadRows.count + 1))
            }
        }
    }
}

/// The hot queries, in one place, so that a test can ask SQLite how it runs them: none may scan.
enum Queries {
    static let reservations = "SELECT name FROM reservation WHERE name >= ? AND name < ? LIMIT 5000"
    static let head = "SELECT \(HeadRows.columns) FROM inquiry i WHERE i.id = ?"
    static let eventsAfter =
        "SELECT \(EventRows.columns) FROM event e WHERE e.sequence > ? ORDER BY e.sequence LIMIT ?"
    static let openFirst = """
        SELECT \(HeadRows.columns) FROM inquiry i WHERE i.open = 1
        ORDER BY i.urgent, i.received_at, i.id LIMIT ?
        """
    static let openAfter = """
        SELECT \(HeadRows.columns) FROM inquiry i
        WHERE i.open = 1 AND (i.urgent, i.received_at, i.id) > (?, ?, ?)
        ORDER BY i.urgent, i.received_at, i.id LIMIT ?
        """
    static let changed = """
        SELECT \(HeadRows.columns), i.changed FROM inquiry i WHERE i.changed > ? ORDER BY i.changed LIMIT ?
        """
    static let find = "SELECT id FROM inquiry WHERE reference = ?"
    static let search = """
        SELECT \(HeadRows.columns), h.rowid, snippet(search, 0, '', '', '…', 12)
        FROM search h JOIN content c ON c.row = h.rowid JOIN inquiry i ON i.id = c.inquiry
        WHERE search MATCH ? AND h.rowid < ? ORDER BY h.rowid DESC LIMIT ?
        """

    static func changes(_ sql: SQL, _ sequence: Int64, _ limit: Int) throws(StoreFault) -> HeadChanges {
        // One row more than asked for tells whether that was all.
        var heads = try sql.all(changed, [.integer(sequence), SQLValue(limit + 1)]) {
            (row: SQL.Row) throws(StoreFault) in
            (try HeadRows.head(row), row.integer(HeadRows.count))
        }
        let isComplete = heads.count <= limit
        if !isComplete { heads.removeLast() }
        let last = isComplete ? max(sequence, try Queries.sequence(sql)) : heads.last?.1 ?? sequence
        return HeadChanges(heads: heads.map(\.0), through: last, isComplete: isComplete)
    }

    static func sequence(_ sql: SQL) throws(StoreFault) -> Int64 {
        try sql.integer("SELECT max(sequence) FROM event")
    }

    /// Every word in quotes, which are doubled inside: nothing that was typed is syntax.
    static func match(_ words: SearchWords) -> String {
        words.words.map { word in
            var quoted = "\""
            for scalar in word.text.unicodeScalars {
                if scalar == "\"" { quoted += "\"" }
                quoted.unicodeScalars.append(scalar)
            }
            return quoted + (word.isPrefix ? "\"*" : "\"")
        }.joined(separator: " ")
    }
}

/// A `HeadQuery` as SQL, with an index for each way in.
struct HeadSelection {
    private(set) var sql: String
    private(set) var values: [SQLValue] = []

    init(_ query: HeadQuery) {
        var conditions: [String] = []
        var values: [SQLValue] = []
        func add(_ condition: String, _ value: SQLValue...) {
            conditions.append(condition)
            values += value
        }
        if let states = query.states {
            if !states.isEmpty, states.allSatisfy(\.isOpen) { conditions.append("i.open = 1") }
            let words = InquiryState.allCases.filter { states.contains($0) }.map(\.rawValue)
            conditions.append("i.state IN (\(words.map { _ in "?" }.joined(separator: ",")))")
            values += words.map { .text($0) }
        }
        if let channel = query.channel { add("i.channel = ?", .text(channel.rawValue)) }
        if let owner = query.owner { add("i.owner = ?", .text(owner.rawValue)) }
        if let contact = query.contact { add("i.contact = ?", SQLValue(contact)) }
        if let phone = query.phone {
            add("i.contact IN (SELECT id FROM contact WHERE phone_key = ?)", .text(ContactKey.phone(phone)))
        }
        if let email = query.email {
            add("i.contact IN (SELECT id FROM contact WHERE email_key = ?)", .text(ContactKey.email(email)))
        }
        if let from = query.receivedFrom { add("i.received_at >= ?", SQLValue(from)) }
        if let to = query.receivedTo { add("i.received_at < ?", SQLValue(to)) }
        // Where few rows are found, they are sorted; a walk along the index of arrival would find them late.
        let isNarrow =
            query.contact != nil || query.phone != nil || query.email != nil
            || query.states?.allSatisfy(\.isOpen) ?? false
        let arrival = isNarrow ? "+i.received_at" : "i.received_at"
        let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        sql = """
            SELECT \(HeadRows.columns) FROM inquiry i \(condition)
            ORDER BY \(arrival) DESC, i.id DESC LIMIT ?
            """
        self.values = values + [SQLValue(max(0, query.limit))]
    }
}

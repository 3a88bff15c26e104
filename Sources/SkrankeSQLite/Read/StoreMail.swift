import SkrankeDomain
import SkrankeJournal

// Received originals
extension SQLiteStore {
    public func keepOriginals(_ new: [NewOriginal]) async throws(StoreFault) -> Int {
        if new.isEmpty { return 0 }
        return try await write { (writer: Writer) throws(StoreFault) in
            var count = 0
            for original in new { if try writer.keep(original) { count += 1 } }
            return Written(count, count > 0 ? .news : .quiet)
        }
    }

    public func mailCursor(_ mailbox: String) async throws(StoreFault) -> MailCursor? {
        try await read { (sql: SQL) throws(StoreFault) in
            let validity = try sql.first(OriginalRows.last, [.text(mailbox)]) { $0.integer(0) }
            guard let validity else { return nil }
            return try sql.first(OriginalRows.count, [.text(mailbox), .integer(validity)]) {
                MailCursor(validity: validity, number: $0.integer(0), count: $0.int(1))
            }
        }
    }

    public func knownOriginals(_ keys: [OriginalKey]) async throws(StoreFault) -> Set<OriginalKey> {
        try await read { (sql: SQL) throws(StoreFault) in
            var known: Set<OriginalKey> = []
            for key in keys {
                let find = "SELECT EXISTS(SELECT 1 FROM original \(OriginalRows.ofKey))"
                if try sql.integer(find, OriginalRows.values(key)) > 0 { known.insert(key) }
            }
            return known
        }
    }

    public func unreadOriginals(limit: Int) async throws(StoreFault) -> [OriginalRow] {
        try await live(\.unreadOriginals) { (sql: SQL) throws(StoreFault) in
            try sql.all(OriginalRows.unread, [SQLValue(1_000)]) {
                (row: SQL.Row) throws(StoreFault) in try OriginalRows.row(row)
            }
        }.prefix(max(0, limit)).map { $0 }
    }

    public func originalBytes(_ key: OriginalKey) async throws(StoreFault) -> [UInt8]? {
        try await read { (sql: SQL) throws(StoreFault) in
            try sql.first(
                "SELECT bytes FROM original \(OriginalRows.ofKey)", OriginalRows.values(key)
            ) { $0.optionalBytes(0) } ?? nil
        }
    }

    public func countAttempts(_ keys: [OriginalKey]) async throws(StoreFault) {
        try await write { (writer: Writer) throws(StoreFault) in
            for key in keys {
                try writer.sql.run(
                    "UPDATE original SET attempts = attempts + 1 \(OriginalRows.ofKey)",
                    OriginalRows.values(key))
            }
            return Written((), .quiet)
        }
    }

    public func originals(of inquiry: InquiryID) async throws(StoreFault) -> [OriginalRow] {
        try await read { (sql: SQL) throws(StoreFault) in
            try sql.all(OriginalRows.ofInquiry, [SQLValue(inquiry)]) {
                (row: SQL.Row) throws(StoreFault) in try OriginalRows.row(row)
            }
        }
    }
}

// Letters on their way
extension SQLiteStore {
    public func dueMail(at now: Moment, limit: Int) async throws(StoreFault) -> [OutboxRow] {
        let waiting = try await live(\.readyMail) { (sql: SQL) throws(StoreFault) in
            try sql.all(LiveRows.mail + " LIMIT 1000", [.text("ready")]) {
                (row: SQL.Row) throws(StoreFault) in try LiveRows.outboxRow(row)
            }
        }
        return waiting.filter { $0.until <= now }.prefix(max(0, limit)).map { $0 }
    }

    public func mailBeingSent() async throws(StoreFault) -> [OutboxRow] {
        try await read { (sql: SQL) throws(StoreFault) in
            try sql.all(LiveRows.mail, [.text("sending")]) {
                (row: SQL.Row) throws(StoreFault) in try LiveRows.outboxRow(row)
            }
        }
    }

    public func postponeMail(_ message: MessageID, until moment: Moment) async throws(StoreFault) {
        try await write { (writer: Writer) throws(StoreFault) in
            guard var row = try LiveRows.outboxRow(writer.sql, message), row.state == .sending else {
                return Written((), .nothing)
            }
            row.state = .ready
            row.until = moment
            row.attempts += 1
            try LiveRows.write(writer.sql, row)
            return Written((), .news)
        }
    }
}

extension LiveRows {
    static let mail = """
        SELECT message, inquiry, channel, state, until, attempts FROM outbox
        WHERE channel = 'email' AND state IN ('ready', 'sending') AND state = ? ORDER BY until, message
        """
}

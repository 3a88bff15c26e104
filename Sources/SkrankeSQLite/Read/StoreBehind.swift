import SkrankeDomain
import SkrankeJournal

// The inquiries behind a figure: the definition is `FigureFold`, to which a test holds these.
extension SQLiteStore {
    public func behind(
        _ figure: Figure, from: Moment, to: Moment, now: Moment, limit: Int
    ) async throws(StoreFault) -> [FigureRow] {
        try await read { (sql: SQL) throws(StoreFault) in
            let period = [SQLValue(from), SQLValue(max(from, to))]
            if figure == .calls { return try BehindQueries.calls(sql, period, now, limit) }
            let query = BehindQueries.query(figure, period, from, now)
            return try sql.all(
                "\(query.sql) ORDER BY CASE kept WHEN 0 THEN 0 WHEN 1 THEN 2 ELSE 1 END,"
                    + " i.received_at DESC, i.id DESC LIMIT ?",
                query.values + [SQLValue(max(0, limit))], BehindQueries.row)
        }
    }
}

extension FigureQueries {
    static let firstDate = """
        SELECT count(*), coalesce(sum(answered_at <= first_promised_at), 0) FROM inquiry
        WHERE first_promised_at >= ? AND first_promised_at < ? AND state <> 'voided'
          AND (answered_at IS NOT NULL OR (state <> 'closed' AND first_promised_at < ?))
        """

    static func firstDates(
        _ sql: SQL, _ period: [SQLValue], _ now: Moment, _ figures: inout DeskFigures
    ) throws(StoreFault) {
        let share = try sql.first(firstDate, period + [SQLValue(now)]) {
            DeskFigures.Share(met: $0.int(1), of: $0.int(0))
        }
        figures.firstDate = share ?? figures.firstDate
    }
}

enum BehindQueries {
    static func row(_ row: SQL.Row) throws(StoreFault) -> FigureRow {
        let isKept = row.isNull(HeadRows.count) ? nil : row.flag(HeadRows.count)
        return FigureRow(head: try HeadRows.head(row), isKept: isKept)
    }

    static func query(
        _ figure: Figure, _ period: [SQLValue], _ from: Moment, _ now: Moment
    ) -> (sql: String, values: [SQLValue]) {
        switch figure {
        case .promise(let kind): (promise, [.text(kind.rawValue)] + period + [SQLValue(now)])
        case .firstDate: (firstDate, period + [SQLValue(now)])
        case .receipts, .calls: (receipts, period)
        case .solved: (solved, period)
        case .closed(let agent): (closed, period + [.text(agent.rawValue)])
        case .arrivals(let pane, let slot): arrivals(pane, slot, period, from)
        }
    }

    private static let select = "SELECT \(HeadRows.columns)"
    private static let promise = """
        \(select), min(d.state = 'met' AND coalesce(d.settled_at, d.due) <= d.due) AS kept
        FROM deadline d JOIN inquiry i ON i.id = d.inquiry
        WHERE d.kind = ? AND d.due >= ? AND d.due < ?
          AND (d.state IN ('met', 'missed') OR (d.state = 'running' AND d.due < ?)) GROUP BY i.id
        """
    private static let firstDate = """
        \(select), coalesce(i.answered_at <= i.first_promised_at, 0) AS kept FROM inquiry i
        WHERE i.first_promised_at >= ? AND i.first_promised_at < ? AND i.state <> 'voided'
          AND (i.answered_at IS NOT NULL OR (i.state <> 'closed' AND i.first_promised_at < ?))
        """
    private static let receipts = """
        \(select), i.is_receipted AS kept FROM inquiry i
        WHERE i.received_at >= ? AND i.received_at < ? AND i.state <> 'voided'
        """
    private static let solved = """
        \(select), i.highest_line = 1 AS kept FROM inquiry i WHERE i.closed_at >= ? AND i.closed_at < ?
          AND i.state = 'closed' AND i.closed_by IS NOT NULL AND i.first_channel <> 'media'
        """
    private static let closed = """
        \(select), NULL AS kept FROM inquiry i WHERE i.closed_at >= ? AND i.closed_at < ?
          AND i.state = 'closed' AND i.closed_by = ?
        """

    private static func arrivals(
        _ pane: QueuePane, _ slot: Int, _ period: [SQLValue], _ from: Moment
    ) -> (String, [SQLValue]) {
        let channels = Channel.allCases.filter { $0.pane == pane }
        let marks = channels.map { _ in "?" }.joined(separator: ",")
        let start = from + .minutes(Int64(slot) * 30)
        let sql = """
            \(select), NULL AS kept FROM inquiry i WHERE i.received_at >= ? AND i.received_at < ?
              AND i.received_at >= ? AND i.received_at < ? AND i.first_channel IN (\(marks))
            """
        let values = period + [SQLValue(start), SQLValue(start + .minutes(30))]
        return (sql, values + channels.map { .text($0.rawValue) })
    }

    /// Of each inquiry the first call, out of its events.
    static func calls(
        _ sql: SQL, _ period: [SQLValue], _ now: Moment, _ limit: Int
    ) throws(StoreFault) -> [FigureRow] {
        let codec = EventCodec()
        var folds: [InquiryID: (first: InteractionID, fold: CallFold)] = [:]
        for envelope in try sql.all(
            FigureQueries.calls, period,
            { (row: SQL.Row) throws(StoreFault) in try EventRows.envelope(row, codec) })
        {
            guard let id = envelope.stream.inquiry else { continue }
            if folds[id] == nil, let contact = envelope.event.callContact { folds[id] = (contact, CallFold()) }
            folds[id]?.fold.apply(envelope.event, at: envelope.at, of: id)
        }
        var rows: [FigureRow] = []
        for (id, entry) in folds {
            guard let call = entry.fold.calls[entry.first] ?? entry.fold.calls.values.first,
                let head = try sql.first(Queries.head, [SQLValue(id)], HeadRows.head)
            else { continue }
            rows.append(FigureRow(head: head, isKept: call.isInTime(at: now)))
        }
        return Array(rows.sorted(by: FigureRow.brokenFirst).prefix(max(0, limit)))
    }
}

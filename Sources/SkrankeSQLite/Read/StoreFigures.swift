import SkrankeDomain
import SkrankeJournal
import Synchronization

extension SQLiteStore {
    /// By the read tables' indexes on time; the definition is `FiguresFold`, to which a test holds this.
    public func figures(from: Moment, to: Moment, now: Moment) async throws(StoreFault) -> DeskFigures {
        try await read { [kept = keptFigures] (sql: SQL) throws(StoreFault) in
            let key = try FigureKey(from: from, to: max(from, to), sql)
            let period = [SQLValue(key.from), SQLValue(key.to)]
            var figures = DeskFigures()
            var calls: [Call] = []
            if let known = kept.figures(key) {
                (figures, calls) = known
            } else {
                figures = try FigureQueries.ofTheJournal(sql, period, from)
                calls = try FigureQueries.calls(sql, period)
                kept.keep(figures, calls, key)
            }
            for call in calls { figures.calls.count(call, at: now) }
            try FigureQueries.promises(sql, period, now, &figures)
            try FigureQueries.firstDates(sql, period, now, &figures)
            return figures
        }
    }
}

/// What all figures but the promises hang on: while the journal stands, an idle console that asks twice a
/// minute costs no walk through the period's inquiries (10,000 of a day: 40 ms; DESIGN §6).
final class KeptFigures: Sendable {
    private struct Kept {
        var key: FigureKey
        var figures: DeskFigures
        var calls: [Call]
    }
    private let last = Mutex<Kept?>(nil)

    /// The figures that no clock changes, and the calls as they stand, which are counted at a moment.
    func figures(_ key: FigureKey) -> (DeskFigures, [Call])? {
        last.withLock { $0.flatMap { $0.key == key ? ($0.figures, $0.calls) : nil } }
    }

    func keep(_ figures: DeskFigures, _ calls: [Call], _ key: FigureKey) {
        last.withLock { $0 = Kept(key: key, figures: figures, calls: calls) }
    }
}

struct FigureKey: Equatable, Sendable {
    var from: Moment
    var to: Moment
    /// The journal's last event, none: of an empty journal. By its identity, which a restored store that
    /// has come as far does not share.
    private var last: EventID?

    init(from: Moment, to: Moment, _ sql: SQL) throws(StoreFault) {
        self.from = from
        self.to = to
        last = try sql.first("SELECT id FROM event ORDER BY sequence DESC LIMIT 1") {
            (row: SQL.Row) throws(StoreFault) in try row.id(0)
        }
    }
}

enum FigureQueries {
    static let promises = """
        SELECT kind, count(*), sum(state = 'met' AND coalesce(settled_at, due) <= due) FROM deadline
        WHERE due >= ? AND due < ? AND (state IN ('met', 'missed') OR (state = 'running' AND due < ?))
        GROUP BY kind
        """
    static let arrivals = """
        SELECT first_channel, (received_at - ?) / 1800000, count(*), sum(state <> 'voided'),
          sum(state <> 'voided' AND is_receipted) FROM inquiry
        WHERE received_at >= ? AND received_at < ? GROUP BY 1, 2
        """
    static let closed = """
        SELECT closed_by, count(*), sum(first_channel <> 'media'),
          sum(first_channel <> 'media' AND highest_line = 1) FROM inquiry
        WHERE closed_at >= ? AND closed_at < ? AND state = 'closed' AND closed_by IS NOT NULL GROUP BY 1
        """
    /// The facts of the calls of a period; an inquiry's stream is named by its identifier.
    static let calls = """
        SELECT \(EventRows.columns) FROM inquiry i JOIN event e ON e.stream = i.id
        WHERE i.received_at >= ? AND i.received_at < ? AND i.first_channel = 'phone'
          AND e.type IN ('CallReported', 'CallOffered', 'CallAnswered', 'CallEnded', 'CallContinued')
        ORDER BY e.sequence
        """
    static let moves = "SELECT count(*) FROM channel_move WHERE at >= ? AND at < ?"

    /// All that no clock changes.
    static func ofTheJournal(
        _ sql: SQL, _ period: [SQLValue], _ from: Moment
    ) throws(StoreFault) -> DeskFigures {
        var figures = DeskFigures()
        try arrivals(sql, period, from, &figures)
        try closed(sql, period, &figures)
        figures.channelMoves = Int(try sql.integer(moves, period))
        return figures
    }

    static func calls(_ sql: SQL, _ period: [SQLValue]) throws(StoreFault) -> [Call] {
        let codec = EventCodec()
        var fold = CallFold()
        for envelope in try sql.all(
            calls, period, { (row: SQL.Row) throws(StoreFault) in try EventRows.envelope(row, codec) })
        {
            fold.apply(envelope.event, at: envelope.at, of: envelope.stream.inquiry)
        }
        return Array(fold.calls.values)
    }

    static func promises(
        _ sql: SQL, _ period: [SQLValue], _ now: Moment, _ figures: inout DeskFigures
    ) throws(StoreFault) {
        for (kind, of, met) in try sql.all(
            promises, period + [SQLValue(now)],
            { (row: SQL.Row) throws(StoreFault) -> (DeadlineKind, Int, Int) in
                (try row.word(0), row.int(1), row.int(2))
            })
        {
            figures.promises[kind] = .init(met: met, of: of)
        }
    }

    static func arrivals(
        _ sql: SQL, _ period: [SQLValue], _ from: Moment, _ figures: inout DeskFigures
    ) throws(StoreFault) {
        for (channel, slot, counts) in try sql.all(
            arrivals, [SQLValue(from)] + period,
            { (row: SQL.Row) throws(StoreFault) -> (Channel, Int, (Int, Int, Int)) in
                (try row.word(0), row.int(1), (row.int(2), row.int(3), row.int(4)))
            })
        {
            figures.arrivals[channel, default: [:]][slot] = counts.0
            figures.receipts.of += counts.1
            figures.receipts.met += counts.2
        }
    }

    static func closed(
        _ sql: SQL, _ period: [SQLValue], _ figures: inout DeskFigures
    ) throws(StoreFault) {
        for (agent, counts) in try sql.all(
            closed, period, { (AgentID($0.text(0)), ($0.int(1), $0.int(2), $0.int(3))) })
        {
            figures.closedBy[agent] = counts.0
            figures.solvedAtDesk.of += counts.1
            figures.solvedAtDesk.met += counts.2
        }
    }
}

import SkrankeDomain
import SkrankeJournal

extension SQLiteStore {
    /// Refolds every stream in one snapshot, while others write. Minutes for millions of events.
    public func verify() async throws(StoreFault) -> VerifyReport {
        try await read { [codec] (sql: SQL) throws(StoreFault) in
            var check = Verification(sql: sql, codec: codec)
            try check.run()
            return check.report
        }
    }
}

/// What the journal says, against what the rows say.
struct Verification {
    let sql: SQL
    let codec: EventCodec
    private(set) var report = VerifyReport(events: 0, inquiries: 0, problems: [])
    private var stream: StreamID?
    private var inquiry: Inquiry?
    private var version = 0
    private var changed: Int64 = 0
    private var deadlines = 0
    private var absence: Absence?
    private var absences = 0
    private var isDamaged = false
    private var agent: AgentState?

    /// More tell an administrator nothing new.
    private static let most = 200

    init(sql: SQL, codec: EventCodec) {
        self.sql = sql
        self.codec = codec
    }

    /// Goes on after damage: an administrator wants to know all of it, and what is whole.
    mutating func run() throws(StoreFault) {
        try step("the journal's numbers") { (check: inout Verification) throws(StoreFault) in
            try check.sequences()
        }
        try step("SQLite's own check") { (check: inout Verification) throws(StoreFault) in try check.health()
        }
        try step("the events") { (check: inout Verification) throws(StoreFault) in try check.streams() }
        try step("the rows") { (check: inout Verification) throws(StoreFault) in try check.totals() }
        if isDamaged { try survey() }
    }

    /// One part of the proof; damage in it is a problem and not the end.
    private mutating func step(
        _ name: String, _ body: (inout Verification) throws(StoreFault) -> Void
    ) throws(StoreFault) {
        do throws(StoreFault) { try body(&self) } catch .corrupt(let why) {
            isDamaged = true
            problem("\(name) cannot be read: \(why)")
        } catch { throw error }
    }

    private mutating func streams() throws(StoreFault) {
        var check = self
        defer { self = check }
        try sql.rows("SELECT \(EventRows.columns) FROM event e ORDER BY e.stream, e.version") {
            (row: SQL.Row) throws(StoreFault) in try check.take(row)
        }
        try check.finishStream()
    }

    private mutating func health() throws(StoreFault) {
        let words = try sql.all("PRAGMA integrity_check(5)") { $0.text(0) }
        for word in words where word != "ok" {
            isDamaged = true
            problem("SQLite's own check: \(word)")
        }
    }

    /// Which rows of the two tables that hold the truth cannot be read any more.
    private mutating func survey() throws(StoreFault) {
        for table in Survey.tables {
            for line in try Survey(sql: sql, table: table).lines() { problem(line) }
        }
    }

    private mutating func problem(_ text: String) {
        if report.problems.count < Verification.most { report.problems.append(text) }
    }

    private mutating func sequences() throws(StoreFault) {
        report.events = try sql.integer("SELECT count(*) FROM event")
        let last = try Queries.sequence(sql)
        let first = try sql.integer("SELECT min(sequence) FROM event")
        if report.events > 0, first != 1 || last != report.events {
            problem("the journal has \(report.events) events, numbered \(first) to \(last)")
        }
    }

    private mutating func take(_ row: SQL.Row) throws(StoreFault) {
        let envelope: Envelope
        do { envelope = try EventRows.envelope(row, codec) } catch {
            problem("event \(row.integer(0)) cannot be read: \(error)")
            return
        }
        if envelope.stream != stream {
            try finishStream()
            stream = envelope.stream
        }
        version += 1
        if envelope.version != version {
            problem("\(envelope.stream): version \(envelope.version) where \(version) was due")
            version = envelope.version
        }
        if envelope.sequence < changed {
            problem("\(envelope.stream): sequence \(envelope.sequence) after \(changed)")
        }
        changed = max(changed, envelope.sequence)
        inquiry = Evolve.apply(envelope, to: inquiry)
        if case .agent(let id) = envelope.stream {
            agent = envelope.applied(to: agent ?? AgentState(id: id))
        }
        absence = Absence.after(envelope.event, at: envelope.at, absence)
        for content in envelope.event.contents { try exists(content, envelope) }
    }

    private mutating func exists(_ content: ContentID, _ envelope: Envelope) throws(StoreFault) {
        let count = try sql.integer(
            "SELECT EXISTS(SELECT 1 FROM content WHERE id = ?1) + EXISTS(SELECT 1 FROM erased WHERE id = ?1)",
            [SQLValue(content)])
        if count == 0 {
            problem("\(envelope.stream): content \(content) of event \(envelope.sequence) is missing")
        }
    }

    private mutating func finishStream() throws(StoreFault) {
        defer {
            inquiry = nil
            agent = nil
            absence = nil
            version = 0
            changed = 0
        }
        if let agent, let row = try AgentRows.one(sql, agent.id), row != agent {
            problem("\(StreamID.agent(agent.id)): the row differs from the fold")
        }
        if let person = stream?.absentee {
            if try AbsenceRows.of(sql, person)?.absence != absence {
                problem("absence/\(person): the row differs from the fold")
            }
            if absence != nil { absences += 1 }
        }
        guard let stream, stream.inquiry != nil else { return }
        guard let inquiry else { return problem("\(stream): no inquiry comes of its events") }
        report.inquiries += 1
        try compareRow(inquiry)
        try compareDeadlines(inquiry)
    }

    private mutating func compareRow(_ inquiry: Inquiry) throws(StoreFault) {
        let row = try sql.first(Queries.rowOfInquiry, [SQLValue(inquiry.id)]) {
            (row: SQL.Row) throws(StoreFault) in
            StoredRow(
                head: try HeadRows.head(row), changed: row.integer(HeadRows.count),
                isOpen: row.flag(HeadRows.count + 1), urgent: row.integer(HeadRows.count + 2),
                firstChannel: row.text(HeadRows.count + 3), highestLine: row.int(HeadRows.count + 4),
                closedBy: row.optionalText(HeadRows.count + 5),
                firstPromisedAt: row.optionalMoment(HeadRows.count + 6),
                answeredAt: row.optionalMoment(HeadRows.count + 7))
        }
        guard let row else { return problem("inquiry/\(inquiry.id) has no row") }
        let head = InquiryHead(
            inquiry,
            name: try inquiry.contact.flatMap { (id: ContactID) throws(StoreFault) in
                try TextRows.name(sql, id)
            },
            subject: try inquiry.subject.flatMap { (id: ContentID) throws(StoreFault) in
                try TextRows.text(sql, id)
            }
            .map(InquiryHead.firstWords))
        let due = StoredRow(
            head: head, changed: changed, isOpen: head.state.isOpen, urgent: Urgency(head).due,
            firstChannel: inquiry.firstChannel.rawValue, highestLine: inquiry.highestLine,
            closedBy: inquiry.state == .closed ? inquiry.closing?.by?.rawValue : nil,
            firstPromisedAt: inquiry.firstPromisedAt, answeredAt: inquiry.answeredAt)
        if row != due { problem("inquiry/\(inquiry.id): the row differs from the fold") }
    }

    private mutating func compareDeadlines(_ inquiry: Inquiry) throws(StoreFault) {
        let rows = try sql.all(
            "SELECT kind, start, due, state, settled_at FROM deadline WHERE inquiry = ? ORDER BY number",
            [SQLValue(inquiry.id)]
        ) {
            [
                $0.text(0), "\($0.integer(1))", "\($0.integer(2))", $0.text(3),
                "\($0.optionalMoment(4) as Any)",
            ]
        }
        let due = inquiry.deadlines.map {
            [
                $0.kind.rawValue, "\($0.start.milliseconds)", "\($0.due.milliseconds)", $0.state.rawValue,
                "\($0.settledAt as Any)",
            ]
        }
        if rows != due { problem("inquiry/\(inquiry.id): the deadlines differ from the fold") }
        deadlines += due.count
    }

    /// Rows that no stream asked for.
    private mutating func totals() throws(StoreFault) {
        let rows = try sql.integer("SELECT count(*) FROM inquiry")
        if rows != Int64(report.inquiries) { problem("\(rows) rows for \(report.inquiries) inquiries") }
        let stored = try sql.integer("SELECT count(*) FROM deadline")
        if stored != Int64(deadlines) { problem("\(stored) deadlines for \(deadlines)") }
        let away = try sql.integer("SELECT count(*) FROM absence")
        if away != Int64(absences) { problem("\(away) absences for \(absences)") }
    }
}

/// An inquiry's whole row, for comparing.
private struct StoredRow: Equatable {
    var head: InquiryHead
    var changed: Int64
    var isOpen: Bool
    var urgent: Int64
    var firstChannel: String
    var highestLine: Int
    var closedBy: String?
    var firstPromisedAt: Moment?
    var answeredAt: Moment?
}

extension Queries {
    static let rowOfInquiry = """
        SELECT \(HeadRows.columns), i.changed, i.open, i.urgent, i.first_channel, i.highest_line, i.closed_by,
          i.first_promised_at, i.answered_at
        FROM inquiry i WHERE i.id = ?
        """
}

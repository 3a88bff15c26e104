import SkrankeDomain
import SkrankeJournal

/// The table of absences.
enum AbsenceRows {
    private static let columns = "person, code, starts, until, phone_open, text, words, said_by, at"

    static func all(_ sql: SQL) throws(StoreFault) -> [AbsenceRow] {
        try sql.all("SELECT \(columns) FROM absence ORDER BY person") {
            (row: SQL.Row) throws(StoreFault) in try read(row)
        }
    }

    static func of(_ sql: SQL, _ person: AgentID) throws(StoreFault) -> AbsenceRow? {
        try sql.first("SELECT \(columns) FROM absence WHERE person = ?", [.text(person.rawValue)]) {
            (row: SQL.Row) throws(StoreFault) in try read(row)
        }
    }

    private static func read(_ row: SQL.Row) throws(StoreFault) -> AbsenceRow {
        AbsenceRow(
            absence: Absence(
                person: AgentID(row.text(0)), code: row.text(1), from: row.moment(2),
                until: row.optionalMoment(3), phoneOpen: row.flag(4), text: try row.optionalID(5),
                by: AgentID(row.text(7)), at: row.moment(8)),
            words: row.optionalText(6))
    }

    /// What an event of the person's stream says, and what is over has no words any more.
    static func write(
        _ sql: SQL, _ envelope: Envelope, _ person: AgentID, _ texts: [ContentID: String]
    ) throws(StoreFault) {
        let before = try of(sql, person)
        try sql.run("DELETE FROM absence WHERE person = ?", [.text(person.rawValue)])
        try sql.run("UPDATE absence SET words = NULL WHERE until <= ?", [SQLValue(envelope.at)])
        guard let row = AbsenceRow.after(envelope, before, texts) else { return }
        let absence = row.absence
        try sql.run(
            "INSERT INTO absence(\(columns)) VALUES(?,?,?,?,?,?,?,?,?)",
            [
                .text(person.rawValue), .text(absence.code), SQLValue(absence.from), SQLValue(absence.until),
                SQLValue(absence.phoneOpen), SQLValue(absence.text), SQLValue(row.words),
                .text(absence.by.rawValue), SQLValue(absence.at),
            ])
    }
}

extension SQLiteStore {
    public func absences() async throws(StoreFault) -> [AbsenceRow] {
        try await live(\.absences) { (sql: SQL) throws(StoreFault) in try AbsenceRows.all(sql) }
    }
}

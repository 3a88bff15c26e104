import GRDB
import SkrankeJournal

/// The tables of a store, as steps from one version to the next. A step that was released never changes.
struct Schema: Sendable {
    struct Step: Sendable {
        let version: Int
        let sql: String
    }
    let steps: [Step]

    var version: Int { steps.last?.version ?? 0 }

    static let standard = Schema(
        steps: [
            Step(version: 1, sql: SchemaOne.sql), Step(version: 2, sql: SchemaTwo.sql),
            Step(version: 3, sql: SchemaThree.sql), Step(version: 4, sql: SchemaFour.sql),
            Step(version: 5, sql: SchemaDesk.sql),
            Step(version: 6, sql: SchemaAbsence.sql),
        ])

    /// A name of these tables and of the events' forms, for whoever keeps stores to measure with.
    var hash: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in steps.map(\.sql).joined().utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }

    /// The version of the store that the connection is on; 0 where nothing is there yet.
    /// - Throws: `unreadable` where the tables are another program's, which are left as they are.
    static func version(_ sql: SQL) throws(StoreFault) -> Int {
        let found = Int(try sql.integer("PRAGMA user_version"))
        let mark = try sql.integer("PRAGMA application_id")
        let tables = try sql.integer("SELECT count(*) FROM sqlite_schema")
        let ours = try sql.integer(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('event', 'inquiry', 'content')"
        )
        let isOurs =
            switch found {
            case 0: tables == 0 && mark == 0
            // The first version had no mark.
            case 1: mark == 0 && ours == 3
            default: mark == SchemaTwo.mark
            }
        guard isOurs else { throw .unreadable("it is another program's database") }
        return found
    }

    /// Brings the connection's store from `found` to this version, in one transaction.
    func apply(_ sql: SQL, from found: Int) throws(StoreFault) {
        try sql.run("BEGIN IMMEDIATE")
        do throws(StoreFault) {
            for step in steps where step.version > found {
                do { try sql.database.execute(sql: step.sql) } catch { throw SQL.fault(error) }
                try sql.run("PRAGMA user_version = \(step.version)")
            }
            try sql.run("COMMIT")
        } catch {
            try? sql.run("ROLLBACK")
            throw error
        }
    }
}

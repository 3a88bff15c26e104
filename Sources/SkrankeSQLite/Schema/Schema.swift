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

    static let standard = Schema(steps: [Step(version: 1, sql: SchemaOne.sql)])

    /// A name of these tables and of the events' forms, for whoever keeps stores to measure with.
    var hash: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in steps.map(\.sql).joined().utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
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

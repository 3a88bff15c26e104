/// Whether others must agree to an answer (samordning): in the row, so that every list can say it.
enum SchemaThree {
    static let sql = "ALTER TABLE inquiry ADD COLUMN clearance TEXT;"
}

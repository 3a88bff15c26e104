/// One agent, four channels: what agents do and which queues they serve, written work that lies untouched,
/// and
/// whether the first date that a citizen was told was kept (G4).
enum SchemaDesk {
    static let sql = """
        CREATE TABLE agent(id TEXT PRIMARY KEY, version INTEGER NOT NULL, state TEXT NOT NULL)
          STRICT, WITHOUT ROWID;
        ALTER TABLE inquiry ADD COLUMN idle_since INTEGER;
        ALTER TABLE inquiry ADD COLUMN first_promised_at INTEGER;
        ALTER TABLE inquiry ADD COLUMN answered_at INTEGER;
        UPDATE inquiry SET first_promised_at = (
          SELECT json_extract(e.payload, '$.expectedAt') FROM event e
          WHERE e.stream = inquiry.id AND e.type = 'ReceiptSent' ORDER BY e.version LIMIT 1);
        UPDATE inquiry SET answered_at = (
          SELECT e.at FROM event e WHERE e.stream = inquiry.id AND e.type = 'AnswerGiven'
          ORDER BY e.version DESC LIMIT 1) WHERE is_answered;
        CREATE INDEX inquiry_held ON inquiry(owner) WHERE open = 1 AND owner IS NOT NULL;
        CREATE INDEX inquiry_first_promise ON inquiry(first_promised_at)
          WHERE first_promised_at IS NOT NULL;
        """
}

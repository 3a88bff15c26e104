/// Who is away (model §5.1), one row for each person; and moves that the desk's own program made count no more.
enum SchemaAbsence {
    static let sql = """
        CREATE TABLE absence(
          person TEXT PRIMARY KEY, code TEXT NOT NULL, starts INTEGER NOT NULL, until INTEGER,
          phone_open INTEGER NOT NULL, text BLOB, words TEXT, said_by TEXT NOT NULL,
          at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        DELETE FROM channel_move WHERE sequence IN (
          SELECT sequence FROM event WHERE type = 'ChannelMoved' AND actor NOT LIKE 'agent/%');
        """
}

/// The index of words anew: every typed length of a beginning has its own lists, so that none is put together
/// while somebody waits (bar: p99 <= 10 ms over a million messages; with lengths 2 and 3 alone, a beginning of
/// four letters took 40 to 170 ms). Without the places of the words in their texts (`detail=none`) these
/// lists are together no larger than the index was; a search for several words never asked for their order.
///
/// And a mark by which a store is known as ours: another program's database is never written to.
enum SchemaTwo {
    /// "SKRA": `application_id` of SQLite's file header.
    static let mark: Int64 = 0x534B_5241

    /// Bytes of words that one transaction gathers before they become a segment: a bulk append writes one each
    /// instead of dozens that must be merged. Ordinary commands never gather so many.
    private static let pending = 4 << 20

    static let sql = """
        DROP TABLE search;
        CREATE VIRTUAL TABLE search USING fts5(
          text, content='searchable', content_rowid='row', tokenize='unicode61 remove_diacritics 0',
          detail=none, prefix='2 3 4 5 6 7 8 9 10 11 12 13 14 15 16');
        INSERT INTO search(search, rank) VALUES('hashsize', \(pending));
        INSERT INTO search(search) VALUES('rebuild');
        PRAGMA application_id = \(mark);
        """
}

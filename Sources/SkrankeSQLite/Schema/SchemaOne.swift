/// The first tables. Identifiers are blobs of 16 bytes whose order is their age; moments are milliseconds.
///
/// `event` is the truth, everything below `-- read tables` follows from it and from the texts it names.
enum SchemaOne {
    static let sql = """
        CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE event(
          sequence INTEGER PRIMARY KEY, id BLOB NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL,
          roles TEXT NOT NULL, terminal TEXT NOT NULL, stream ANY NOT NULL, version INTEGER NOT NULL,
          type TEXT NOT NULL, form INTEGER NOT NULL, payload TEXT NOT NULL, causation BLOB NOT NULL,
          correlation BLOB NOT NULL, UNIQUE(stream, version)) STRICT;

        CREATE TABLE content(
          row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, inquiry BLOB NOT NULL, kind TEXT NOT NULL,
          text TEXT NOT NULL) STRICT;
        CREATE VIEW searchable AS SELECT row, text FROM content WHERE kind <> 'receipt';
        CREATE VIRTUAL TABLE search USING fts5(
          text, content='searchable', content_rowid='row', tokenize='unicode61 remove_diacritics 0',
          prefix='2 3');

        CREATE TABLE contact(
          id BLOB PRIMARY KEY, type TEXT NOT NULL, name TEXT, email TEXT, phone TEXT, language TEXT,
          protected INTEGER NOT NULL, sort_key TEXT, email_key TEXT, phone_key TEXT) STRICT, WITHOUT ROWID;
        CREATE INDEX contact_email ON contact(email_key) WHERE email_key IS NOT NULL;
        CREATE INDEX contact_phone ON contact(phone_key) WHERE phone_key IS NOT NULL;
        CREATE TABLE erased(id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;

        -- read tables
        CREATE TABLE inquiry(
          id BLOB PRIMARY KEY, reference INTEGER NOT NULL UNIQUE, received_at INTEGER NOT NULL,
          first_channel TEXT NOT NULL, language TEXT NOT NULL, channel TEXT NOT NULL, state TEXT NOT NULL,
          contact_state TEXT, topic TEXT, waiting_since INTEGER, due INTEGER, due_kind TEXT,
          due_start INTEGER,
          promised_at INTEGER, is_receipted INTEGER NOT NULL, is_answered INTEGER NOT NULL,
          is_overdue INTEGER NOT NULL, has_held_text INTEGER NOT NULL, unread INTEGER NOT NULL,
          line INTEGER NOT NULL, unit TEXT, ticket INTEGER, scheduled_at INTEGER, attempts INTEGER NOT NULL,
          version INTEGER NOT NULL, visible_version INTEGER NOT NULL, closed_at INTEGER, closed_by TEXT,
          highest_line INTEGER NOT NULL, changed INTEGER NOT NULL, open INTEGER NOT NULL,
          urgent INTEGER NOT NULL, owner TEXT, contact BLOB, name TEXT, subject TEXT) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX inquiry_changed ON inquiry(changed);
        CREATE INDEX inquiry_open ON inquiry(urgent, received_at, id) WHERE open = 1;
        CREATE INDEX inquiry_received ON inquiry(received_at);
        CREATE INDEX inquiry_closed ON inquiry(closed_at) WHERE closed_at IS NOT NULL;
        CREATE INDEX inquiry_owner ON inquiry(owner, received_at) WHERE owner IS NOT NULL;
        CREATE INDEX inquiry_contact ON inquiry(contact) WHERE contact IS NOT NULL;
        CREATE TABLE deadline(
          inquiry BLOB NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL,
          due INTEGER NOT NULL, state TEXT NOT NULL, settled_at INTEGER,
          PRIMARY KEY(inquiry, number)) STRICT, WITHOUT ROWID;
        CREATE INDEX deadline_due ON deadline(due, kind, state, settled_at);
        CREATE TABLE channel_move(sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
        CREATE INDEX channel_move_at ON channel_move(at);

        -- live rows
        CREATE TABLE timer(
          inquiry BLOB NOT NULL, kind TEXT NOT NULL, due INTEGER NOT NULL,
          PRIMARY KEY(inquiry, kind)) STRICT, WITHOUT ROWID;
        CREATE INDEX timer_due ON timer(due, inquiry, kind);
        CREATE TABLE outbox(
          message BLOB PRIMARY KEY, inquiry BLOB NOT NULL, channel TEXT NOT NULL, state TEXT NOT NULL,
          until INTEGER NOT NULL, on_way INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX outbox_way ON outbox(until, message) WHERE on_way = 1;
        CREATE INDEX outbox_inquiry ON outbox(inquiry);
        CREATE TABLE draft(
          agent TEXT NOT NULL, inquiry BLOB NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
          saved_at INTEGER NOT NULL, PRIMARY KEY(agent, inquiry, kind)) STRICT, WITHOUT ROWID;
        CREATE INDEX draft_inquiry ON draft(inquiry);
        CREATE TABLE session(
          id TEXT PRIMARY KEY, agent TEXT NOT NULL, terminal TEXT NOT NULL, presence TEXT NOT NULL,
          since INTEGER NOT NULL, seen INTEGER NOT NULL, looks_at BLOB) STRICT, WITHOUT ROWID;
        CREATE TABLE lease(
          inquiry BLOB PRIMARY KEY, agent TEXT NOT NULL, taken_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX lease_agent ON lease(agent);
        CREATE TABLE counter(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE reservation(name TEXT PRIMARY KEY, stream ANY NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE answered(
          row INTEGER PRIMARY KEY, scope TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL,
          answer TEXT NOT NULL, inquiry BLOB, at INTEGER NOT NULL, UNIQUE(scope, key)) STRICT;
        CREATE INDEX answered_at ON answered(at);
        """
}

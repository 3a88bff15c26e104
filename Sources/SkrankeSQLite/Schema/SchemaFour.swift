/// Received e-mails as they came, and how often a letter of ours was tried (issue 10).
///
/// `row` is the order of arrival. The key of a forgotten one stays, with its digest, so that it is not fetched
/// again out of a mailbox that still has it.
enum SchemaFour {
    static let sql = """
        CREATE TABLE original(
          row INTEGER PRIMARY KEY, mailbox TEXT NOT NULL, validity INTEGER NOT NULL, mark TEXT NOT NULL,
          number INTEGER NOT NULL, digest TEXT NOT NULL, state TEXT NOT NULL, stored_at INTEGER NOT NULL,
          attempts INTEGER NOT NULL, size INTEGER NOT NULL, inquiry BLOB, bytes BLOB,
          UNIQUE(mailbox, validity, mark)) STRICT;
        CREATE INDEX original_number ON original(mailbox, validity, number);
        CREATE INDEX original_digest ON original(mailbox, digest);
        CREATE INDEX original_unread ON original(row) WHERE state = 'unread';
        CREATE INDEX original_inquiry ON original(inquiry) WHERE inquiry IS NOT NULL;
        ALTER TABLE outbox ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX outbox_mail ON outbox(state, until, message)
          WHERE channel = 'email' AND state IN ('ready', 'sending');
        """
}

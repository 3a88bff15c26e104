/// A limit on everything (law 7). Hitting one is a visible refusal, never a silent cut.
///
/// Lengths are in Unicode scalars unless said otherwise.
public enum Limits {
    /// One message, question, note or answer.
    public static let messageLength = 20_000
    /// A name, subject, address or other one-line field.
    public static let fieldLength = 500
    /// Messages in one inquiry.
    public static let messagesPerInquiry = 2_000
    /// Interactions in one inquiry.
    public static let interactionsPerInquiry = 100
    /// Inquiries that one inquiry may be merged or split with.
    public static let linksPerInquiry = 50
    /// Chats that one agent serves at once, unless `desk.toml` says otherwise (R119).
    public static let parallelChats = 3
    /// Attempts of a callback before it may be given up (model §5.4).
    public static let callbackAttempts = 3
    /// Services that one visit may take up.
    public static let servicesPerVisit = 20
    /// Days within which a closed inquiry reopens without a reason (model §5.2).
    public static let reopenDays = 30
    /// Characters of a call's number in the telephone system, and whom one event may name.
    public static let callNumberLength = 200
    public static let callUsers = 50
    /// Seconds after a call's end from which its number may be another call's.
    public static let callNumberSeconds: Int64 = 3_600
    /// Seconds for which a call may ring unanswered before its end counts as lost on the way.
    public static let callRingSeconds: Int64 = 3_600
    /// Seconds without a heartbeat after which a live claim goes back to the queue (model §5.10).
    public static let leaseSeconds: Int64 = 30
    /// Seconds between heartbeats.
    public static let heartbeatSeconds: Int64 = 5
    /// Message-IDs that a letter's envelope keeps, attachments that it names, people an agent may write to.
    public static let mailReferences = 30
    public static let mailAttachments = 100
    public static let mailRecipients = 20
    /// Hours between two receipts in one thread (R140).
    public static let mailReceiptHours: Int64 = 24
}

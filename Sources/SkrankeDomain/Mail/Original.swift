/// Where an original stands in its mailbox: what makes a second fetch of the same message harmless.
public struct OriginalKey: Hashable, Sendable, Codable {
    /// The mailbox's name, e.g. `imap:desk@mail.example/INBOX` or `maildir:/var/mail/desk`.
    public var mailbox: String
    /// IMAP's UIDVALIDITY (RFC 9051 §2.3.1.1): when it changes, every number means another message. 0 for a
    /// Maildir, whose names are never used again.
    public var validity: Int64
    /// IMAP's UID in decimal, or the part of a Maildir's file name that stays.
    public var mark: String
    public init(mailbox: String, validity: Int64 = 0, mark: String) {
        self.mailbox = mailbox
        self.validity = validity
        self.mark = mark
    }
}

/// What has become of a message's bytes (R136: kept unchanged before anything reads them).
public enum OriginalState: String, CaseIterable, Sendable, Codable {
    /// Kept, and not yet an inquiry.
    case unread
    /// An inquiry has its words.
    case read
    /// No parser survived it: its raw text is an inquiry.
    case failed
    /// The same bytes as another one: the mailbox was renumbered, or the message was moved away and back.
    case same
    /// Forgotten with its inquiry (law 10); the key stays, so that it is not fetched again.
    case erased
}

/// A decision settles an original in the transaction that writes its inquiry's events.
public struct OriginalSettlement: Equatable, Sendable {
    public var key: OriginalKey
    public var state: OriginalState
    public var inquiry: InquiryID?
    public init(key: OriginalKey, state: OriginalState, inquiry: InquiryID?) {
        self.key = key
        self.state = state
        self.inquiry = inquiry
    }
}

import SkrankeDomain

/// The bytes of received e-mails, kept unchanged before anything reads them (R136).
public protocol OriginalStore: Sendable {
    /// Keeps what is new, durably, in one transaction; a second time the same key stores nothing, and the same
    /// bytes under another key of the mailbox leave no more than their key. Returns how many were new.
    func keepOriginals(_ originals: [NewOriginal]) async throws(StoreFault) -> Int
    /// How far this mailbox was fetched; nil where nothing was.
    func mailCursor(_ mailbox: String) async throws(StoreFault) -> MailCursor?
    /// Whether each of these is kept, for mailboxes without numbers.
    func knownOriginals(_ keys: [OriginalKey]) async throws(StoreFault) -> Set<OriginalKey>
    /// What is not an inquiry yet, the oldest first.
    func unreadOriginals(limit: Int) async throws(StoreFault) -> [OriginalRow]
    /// The bytes as they came; nil where they are gone.
    func originalBytes(_ key: OriginalKey) async throws(StoreFault) -> [UInt8]?
    /// Counts attempts at reading, durably, before one begins.
    func countAttempts(_ keys: [OriginalKey]) async throws(StoreFault)
    /// The originals of an inquiry, the oldest first.
    func originals(of inquiry: InquiryID) async throws(StoreFault) -> [OriginalRow]
}

public struct NewOriginal: Sendable, Equatable {
    public var key: OriginalKey
    /// The mailbox's running number; 0 where it has none.
    public var number: Int64
    public var bytes: [UInt8]
    /// A digest of the bytes, by which the same message is known again in a renumbered mailbox.
    public var digest: String
    public var storedAt: Moment
    public init(key: OriginalKey, number: Int64, bytes: [UInt8], digest: String, storedAt: Moment) {
        self.key = key
        self.number = number
        self.bytes = bytes
        self.digest = digest
        self.storedAt = storedAt
    }
}

/// An original without its bytes.
public struct OriginalRow: Sendable, Equatable {
    public var key: OriginalKey
    public var state: OriginalState
    public var storedAt: Moment
    public var attempts: Int
    /// In bytes.
    public var size: Int
    public var inquiry: InquiryID?
    public init(
        key: OriginalKey, state: OriginalState, storedAt: Moment, attempts: Int, size: Int,
        inquiry: InquiryID?
    ) {
        self.key = key
        self.state = state
        self.storedAt = storedAt
        self.attempts = attempts
        self.size = size
        self.inquiry = inquiry
    }
}

/// Where the last fetch of a mailbox ended.
public struct MailCursor: Sendable, Equatable {
    public var validity: Int64
    /// The highest number under this validity.
    public var number: Int64
    /// Originals kept under this validity, for comparing with what the server says.
    public var count: Int
    public init(validity: Int64, number: Int64, count: Int) {
        self.validity = validity
        self.number = number
        self.count = count
    }
}

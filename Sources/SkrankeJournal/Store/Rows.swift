import SkrankeDomain

/// Rows that changed after a cursor.
public struct HeadChanges: Sendable {
    public var heads: [InquiryHead]
    /// The cursor to go on from; equal to the journal's head when nothing is left.
    public var through: Int64
    public var isComplete: Bool
    public init(heads: [InquiryHead], through: Int64, isComplete: Bool) {
        self.heads = heads
        self.through = through
        self.isComplete = isComplete
    }
}

/// A selection of rows, e.g. those behind a figure. All conditions must hold.
public struct HeadQuery: Sendable, Equatable {
    public var states: Set<InquiryState>?
    public var channel: Channel?
    public var owner: AgentID?
    public var contact: ContactID?
    /// Contacts with this phone number or e-mail address.
    public var phone: String?
    public var email: String?
    public var receivedFrom: Moment?
    public var receivedTo: Moment?
    public var limit: Int
    public init(limit: Int = 100) { self.limit = limit }
}

/// An inquiry as it is opened: the fold and its texts.
public struct InquiryFile: Sendable, Equatable {
    public var inquiry: Inquiry
    public var head: InquiryHead
    public var events: [Envelope]
    /// Erased texts are missing.
    public var texts: [ContentID: String]
    public var contact: Contact?
    public init(
        inquiry: Inquiry, head: InquiryHead, events: [Envelope], texts: [ContentID: String], contact: Contact?
    ) {
        self.inquiry = inquiry
        self.head = head
        self.events = events
        self.texts = texts
        self.contact = contact
    }
}

public struct SearchQuery: Sendable, Equatable {
    /// What was typed; NFC. The last word counts as a prefix.
    public var text: String
    public var limit: Int
    /// Only hits older than this row, for the next page.
    public var before: Int64?
    public init(text: String, limit: Int = 50, before: Int64? = nil) {
        self.text = text
        self.limit = limit
        self.before = before
    }
}

public struct SearchHit: Sendable, Equatable {
    public var row: Int64
    public var head: InquiryHead
    /// The text around the hit.
    public var snippet: String
    public init(row: Int64, head: InquiryHead, snippet: String) {
        self.row = row
        self.head = head
        self.snippet = snippet
    }
}

/// A console at work: who, since when, and a sign of life.
public struct SessionRow: Sendable, Equatable {
    /// Unique for each run of a console.
    public var id: String
    public var agent: AgentID
    public var terminal: String
    public var presence: Presence
    public var since: Moment
    public var seen: Moment
    /// What the agent looks at, for "who is here".
    public var looksAt: InquiryID?
    public init(
        id: String, agent: AgentID, terminal: String, presence: Presence, since: Moment, seen: Moment,
        looksAt: InquiryID? = nil
    ) {
        self.id = id
        self.agent = agent
        self.terminal = terminal
        self.presence = presence
        self.since = since
        self.seen = seen
        self.looksAt = looksAt
    }
}

public struct Lease: Sendable, Equatable {
    public var inquiry: InquiryID
    public var agent: AgentID
    public init(inquiry: InquiryID, agent: AgentID) {
        self.inquiry = inquiry
        self.agent = agent
    }
}

/// Unsent text: agent and inquiry. Empty text deletes it. Keyed so that two drafts never mix.
public struct Draft: Sendable, Equatable {
    public enum Kind: String, Sendable, Codable { case reply, note, registration }
    public var agent: AgentID
    /// Nil for the registration form.
    public var inquiry: InquiryID?
    public var kind: Kind
    public var text: String
    public var savedAt: Moment
    public init(agent: AgentID, inquiry: InquiryID?, kind: Kind, text: String, savedAt: Moment) {
        self.agent = agent
        self.inquiry = inquiry
        self.kind = kind
        self.text = text
        self.savedAt = savedAt
    }
}

public struct TimerRow: Sendable, Equatable {
    public var inquiry: InquiryID
    public var kind: TimerKind
    public var due: Moment
    public init(inquiry: InquiryID, kind: TimerKind, due: Moment) {
        self.inquiry = inquiry
        self.kind = kind
        self.due = due
    }
}

public struct OutboxRow: Sendable, Equatable {
    public enum State: String, Sendable, Codable { case held, ready, sending, sent, unknown, withdrawn, refused }
    public var message: MessageID
    public var inquiry: InquiryID
    public var channel: Channel
    public var state: State
    /// Not before then: the end of its grace, or the next attempt.
    public var until: Moment
    /// How often a mail server was asked to take it.
    public var attempts = 0
    public init(message: MessageID, inquiry: InquiryID, channel: Channel, state: State, until: Moment) {
        self.message = message
        self.inquiry = inquiry
        self.channel = channel
        self.state = state
        self.until = until
    }
}

public struct VerifyReport: Sendable, Equatable {
    public var events: Int64
    public var inquiries: Int
    /// In words for an administrator; empty = clean.
    public var problems: [String]
    public init(events: Int64, inquiries: Int, problems: [String]) {
        self.events = events
        self.inquiries = inquiries
        self.problems = problems
    }
}

public struct StoreMetadata: Sendable, Equatable {
    public var schema: Int
    public var path: String
    /// Set once: demonstration, clock's origin and speed, the key of tokens.
    public var values: [String: String]
    public init(schema: Int, path: String, values: [String: String]) {
        self.schema = schema
        self.path = path
        self.values = values
    }
    public var isDemo: Bool { values["demo"] != nil }
}

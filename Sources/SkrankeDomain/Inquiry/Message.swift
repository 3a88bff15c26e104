/// One text in an inquiry's timeline. The words stand in `content`; this names them.
public struct Message: Equatable, Sendable {
    public let id: MessageID
    public let content: ContentID
    public let author: Author
    public let channel: Channel
    public let at: Moment
    /// The stream's version at which it stands: the sequence that citizens resume from.
    public let sequence: Int
    public var delivery: Delivery
    public var sentAt: Moment?

    /// A note is a type of its own, which nothing that sends can accept (lessons 12).
    public enum Author: Equatable, Sendable, Codable {
        case citizen
        case agent(AgentID)
        /// The desk's automatic words, e.g. a receipt.
        case system
        /// Internal: never shown to the citizen.
        case note(AgentID)
    }

    public enum Delivery: Equatable, Sendable, Codable {
        /// Visible to both sides.
        case sent
        /// Waits in the outbox until then; `u` stops it.
        case held(until: Moment)
        case withdrawn
        /// An internal note or a spoken summary: nothing is delivered.
        case internalOnly
    }

    public init(
        id: MessageID, content: ContentID, author: Author, channel: Channel, at: Moment, sequence: Int,
        delivery: Delivery, sentAt: Moment?
    ) {
        self.id = id
        self.content = content
        self.author = author
        self.channel = channel
        self.at = at
        self.sequence = sequence
        self.delivery = delivery
        self.sentAt = sentAt
    }

    public var isHeld: Bool { if case .held = delivery { true } else { false } }
    /// The citizen can read it.
    public var isPublic: Bool {
        if case .note = author { return false }
        return delivery == .sent
    }
}

/// A row of `content`: text that can be erased (law 10).
public struct Content: Equatable, Sendable {
    public enum Kind: String, Sendable, Codable { case message, note, subject, receipt, reason, brief, envelope }
    public var id: ContentID
    public var inquiry: InquiryID
    public var kind: Kind
    /// NFC, as normalised at the rim.
    public var text: String
    public init(id: ContentID, inquiry: InquiryID, kind: Kind, text: String) {
        self.id = id
        self.inquiry = inquiry
        self.kind = kind
        self.text = text
    }
}

/// A row of `contact`: who the citizen is, as far as he told (R8).
public struct Contact: Equatable, Sendable, Codable {
    public var id: ContactID
    public var type: ContactType
    public var name: String?
    public var email: String?
    /// E.164 where it could be read as a number, else as given.
    public var phone: String?
    public var language: Language?
    /// Address protection: everyone but named roles sees a warning instead (facts §3.5).
    public var isProtected: Bool = false
    /// Collation key of the name in nb_NO, made at the rim (law 4).
    public var sortKey: String?

    public init(
        id: ContactID, type: ContactType = .citizen, name: String? = nil, email: String? = nil,
        phone: String? = nil, language: Language? = nil
    ) {
        self.id = id
        self.type = type
        self.name = name
        self.email = email
        self.phone = phone
        self.language = language
    }
}

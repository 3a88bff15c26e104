/// A name and an address as they stand in a header; one line each, nothing of it may be trusted (law 5).
public struct EmailAddress: Hashable, Sendable, Codable {
    public var name: String
    public var address: String
    public init(name: String = "", address: String) {
        self.name = name
        self.address = address
    }
    /// For comparing: without regard to letters' case.
    public var key: String { address.lowercased() }
}

/// What is enclosed (vedlegg): its bytes stay in the original until somebody asks for them.
public struct EmailAttachment: Equatable, Sendable, Codable {
    /// Which leaf of the message it is, counted from 0.
    public var index: Int
    public var name: String
    public var type: String
    /// Bytes.
    public var size: Int
    /// Shown within the text, e.g. a picture in a signature.
    public var isInline: Bool
    public init(index: Int, name: String, type: String, size: Int, isInline: Bool = false) {
        self.index = index
        self.name = name
        self.type = type
        self.size = size
        self.isInline = isInline
    }
}

/// The order in which e-mail is answered (reference-data §6.6; first and last fixed by the strategy).
public enum EmailCategory: Int, CaseIterable, Sendable, Codable {
    /// From inhabitants and business.
    case citizen = 1
    /// Elected officials, media, other authorities.
    case official
    /// From colleagues, about an inhabitant.
    case colleague
    /// Other internal mail, suppliers, newsletters.
    case other
    /// Private.
    case personal

    /// 4 and 5 get an explanation instead of a date.
    public var isPromised: Bool { self != .other && self != .personal }
}

/// Which inquiry a letter may belong to, without being let into it.
public struct EmailLink: Equatable, Sendable {
    public var reason: LinkReason
    public var other: InquiryID
    public var reference: PublicReference
    public init(reason: LinkReason, other: InquiryID, reference: PublicReference) {
        self.reason = reason
        self.other = other
        self.reference = reference
    }
}

public enum LinkReason: String, CaseIterable, Sendable, Codable {
    /// It names the other, but its sender takes no part in it.
    case named
    /// It goes on from one that ended too long ago, or cannot take more words.
    case follows
}

/// An e-mail as the rim has read it.
public struct IncomingEmail: Equatable, Sendable {
    /// Whose bytes these words were read from; settled in the same transaction.
    public var original: OriginalKey?
    /// No parser survived it: `text` is its raw text.
    public var isUnreadable = false
    public var envelope: MailEnvelope
    /// NFC. The new words alone, where the rest is a quotation of what we have.
    public var text: String
    /// A machine wrote it (RFC 3834): nothing answers it by itself.
    public var isAutomatic = false
    public var category = EmailCategory.citizen
    public var link: EmailLink?
    /// When the desk got it.
    public var receivedAt: Moment
    /// The sender's address under a secret of the store, for counting receipts without naming anybody.
    public var senderKey: String
    public init(envelope: MailEnvelope, text: String, receivedAt: Moment, senderKey: String = "") {
        self.envelope = envelope
        self.text = text
        self.receivedAt = receivedAt
        self.senderKey = senderKey
    }
}

/// What a mail server says about a message of ours that it took (RFC 3464).
public struct DeliveryNews: Equatable, Sendable {
    /// It will not arrive (class 5); otherwise the server still tries (class 4).
    public var isFinal: Bool
    /// As in RFC 3463, e.g. `5.1.1`.
    public var status: String?
    /// The server's own sentence.
    public var sentence: String?
    public var original: OriginalKey?
    public init(
        isFinal: Bool, status: String? = nil, sentence: String? = nil, original: OriginalKey? = nil
    ) {
        self.isFinal = isFinal
        self.status = status
        self.sentence = sentence
        self.original = original
    }
}

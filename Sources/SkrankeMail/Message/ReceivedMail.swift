import SkrankeDomain

/// A message as the desk reads it: what a parser could make of the original, which is kept beside it,
/// unchanged (R136). All text is valid Unicode; nothing in it may be trusted (law 5).
public struct ReceivedMail: Equatable, Sendable, Codable {
    /// Without angle brackets. A hint only: missing and doubled ones are common (lessons 2).
    public var messageID: String?
    /// Newest last.
    public var references: [String] = []
    public var from: [MailAddress] = []
    public var replyTo: [MailAddress] = []
    public var to: [MailAddress] = []
    public var cc: [MailAddress] = []
    /// The envelope's sender, where the delivering server wrote it down: "" is the null sender of reports.
    public var returnPath: String?
    /// Where it was delivered, as the server says: the place where a reply's token arrives.
    public var deliveredTo: [String] = []
    public var subject = ""
    /// The sender's clock, for showing.
    public var date: Moment?
    /// All of its text, HTML turned into plain text.
    public var text = ""
    public var parts: [MailPart] = []
    /// Why nothing may answer it by itself; nil for a human being's message.
    public var automatic: AutomaticMail?
    public var report: DeliveryReport?
    /// A limit was met; the rest stands in the original.
    public var isCut = false
    public init() {}

    /// Whom an answer goes to.
    public var answerAddress: MailAddress? { (replyTo.isEmpty ? from : replyTo).first }
}

public struct MailAddress: Hashable, Sendable, Codable {
    public var name: String
    /// As written: `local@domain`, with the domain's letters as sent.
    public var address: String
    public init(name: String = "", address: String) {
        self.name = name
        self.address = address
    }
    /// For comparing: addresses are compared without regard to letters' case.
    public var key: String { address.lowercased() }
}

/// Something enclosed (vedlegg). Its bytes stay in the original until somebody asks for them.
public struct MailPart: Equatable, Sendable, Codable {
    /// Where it stands: the number of the leaf, counted from 0 in the order of the message.
    public var index: Int
    /// The sender's name for it, cleaned to one line; never a path (lessons 77).
    public var name: String
    public var type: String
    public var size: Int
    /// Shown within the text, e.g. a picture in a signature.
    public var isInline: Bool
    public init(index: Int, name: String, type: String, size: Int, isInline: Bool) {
        self.index = index
        self.name = name
        self.type = type
        self.size = size
        self.isInline = isInline
    }
}

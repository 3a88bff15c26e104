import SkrankeDomain

/// A message on its way out, before it is bytes. Its Message-ID is given before anything is sent, so that a
/// repetition is the same message (DESIGN §4).
public struct OutgoingMail: Equatable, Sendable {
    public struct Enclosure: Equatable, Sendable {
        public var name: String
        public var type: String
        public var bytes: [UInt8]
        public init(name: String, type: String, bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = bytes
        }
    }
    /// Without angle brackets.
    public var messageID: String
    public var date: Moment
    public var from: MailAddress
    /// Where replies go: the desk's address with the inquiry's token.
    public var replyTo: MailAddress?
    public var to: [MailAddress]
    public var cc: [MailAddress] = []
    public var subject: String
    public var text: String
    public var references: [String] = []
    /// A receipt or a reminder: marked by RFC 3834, so that nobody's machine answers it.
    public var isAutomatic = false
    public var language: Language = .nb
    public var enclosures: [Enclosure] = []
    /// The envelope's sender; "" is the null sender, to which nothing is ever returned.
    public var envelopeFrom: String

    public init(
        messageID: String, date: Moment, from: MailAddress, to: [MailAddress], subject: String, text: String,
        envelopeFrom: String
    ) {
        self.messageID = messageID
        self.date = date
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.envelopeFrom = envelopeFrom
    }

    /// Everybody who gets it, each once.
    public var recipients: [String] {
        var seen: Set<String> = []
        return (to + cc).filter { seen.insert($0.key).inserted }.map(\.address)
    }
}

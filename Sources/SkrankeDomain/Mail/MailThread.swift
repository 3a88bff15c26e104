/// An inquiry's letters: what is known of them beside their texts.
public struct MailThread: Equatable, Sendable {
    /// The row of `content` with the envelope, of received letters and of those that an agent addressed.
    public var envelopes: [MessageID: ContentID] = [:]
    /// Received letters that a human being wrote, the oldest first.
    public var letters: [MessageID] = []
    public var sent: [SentMail] = []
    public var category: EmailCategory?
    public init() {}

    public subscript(message: MessageID) -> SentMail? { sent.last { $0.message == message } }

    mutating func change(_ message: MessageID, _ body: (inout SentMail) -> Void) {
        guard let index = sent.lastIndex(where: { $0.message == message }) else { return }
        body(&sent[index])
    }
}

/// A letter of ours, on its way or beyond.
public struct SentMail: Equatable, Sendable {
    public let message: MessageID
    public let content: ContentID
    public let purpose: MailPurpose
    /// The citizen's letter that it answers, whose sender it goes to.
    public let answers: MessageID?
    /// The date that a receipt promises.
    public let expectedAt: Moment?
    public let queuedAt: Moment
    public var state: State = .onItsWay
    /// The server's number, e.g. `550` or `5.1.1`.
    public var status: String?
    public var settledAt: Moment?

    public enum State: String, CaseIterable, Sendable, Codable {
        case onItsWay = "on-its-way"
        /// The next server has it.
        case accepted
        /// A server refused it for good.
        case refused
        /// It may have been accepted: nobody sends it again but a human being (DESIGN §4).
        case unknown
        /// Accepted, but a server on the way still tries.
        case delayed
        /// Accepted, and came back.
        case bounced

        /// A human being must look.
        public var needsHelp: Bool { self == .refused || self == .unknown || self == .bounced }
    }

    public init(
        message: MessageID, content: ContentID, purpose: MailPurpose, answers: MessageID?,
        expectedAt: Moment?, queuedAt: Moment
    ) {
        self.message = message
        self.content = content
        self.purpose = purpose
        self.answers = answers
        self.expectedAt = expectedAt
        self.queuedAt = queuedAt
    }
}

public enum MailPurpose: String, CaseIterable, Sendable, Codable {
    case answer, question, receipt, explanation, reminder

    /// The desk's own words: marked by RFC 3834, so that nobody's machine answers them.
    public var isAutomatic: Bool { self != .answer && self != .question }
    /// Its words stand nowhere else in the story: an answer is a message, a receipt stands when it is given.
    public var isOwnText: Bool { self == .explanation || self == .reminder }
}

/// What came of handing a letter to a server.
public enum MailResult: Equatable, Sendable {
    case accepted
    case refused(status: String?)
    case unknown
}

/// Why a letter got no receipt though a human being wrote it.
public enum ReceiptWithheld: String, CaseIterable, Sendable, Codable {
    /// Too many to one address in a day.
    case tooManyToOne = "too-many-to-one"
    /// Too many altogether in an hour: the breaker is open.
    case tooManyAtOnce = "too-many-at-once"
}

/// What the core must know of the municipality's e-mail; nil in `DeskPolicy` where there is none.
public struct MailPolicy: Sendable, Equatable {
    /// Receipts that one address gets in a day, over all inquiries.
    public var receiptsToOnePerDay = 10
    /// Receipts that leave in an hour.
    public var receiptsPerHour = 300
    public init(receiptsToOnePerDay: Int = 10, receiptsPerHour: Int = 300) {
        self.receiptsToOnePerDay = receiptsToOnePerDay
        self.receiptsPerHour = receiptsPerHour
    }
}

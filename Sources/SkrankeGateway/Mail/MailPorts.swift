import SkrankeDomain
import SkrankeRuntime

/// A mailbox that letters come to. Used by one task at a time; what blocks runs on a thread of its own.
public protocol MailSource: Sendable {
    /// Part of the key of every original: the same for as long as it is the same mailbox.
    var mailbox: String { get }
    /// Connects where it must, and looks.
    func look() async throws(MailTrouble) -> MailboxState
    /// What is there with a number after this one, the oldest first. A mailbox without numbers names whatever
    /// `kept` was not told of.
    func list(after number: Int64) async throws(MailTrouble) -> [MailMark]
    /// The bytes as they are; nil where it went away meanwhile.
    func read(_ mark: MailMark) async throws(MailTrouble) -> ReadMail?
    /// The desk has these durably.
    func kept(_ marks: [MailMark]) async
    /// Until something new is there, or `seconds` have passed, or the task is cancelled.
    func wait(seconds: Int) async throws(MailTrouble)
    /// Lets go of the connection: the next `look` makes a new one.
    func disconnect() async
}

public struct MailboxState: Sendable, Equatable {
    /// IMAP's UIDVALIDITY; 0 where names are never used again.
    public var validity: Int64
    /// Messages that are there; nil where `list` says it by itself.
    public var count: Int?
    public init(validity: Int64, count: Int?) {
        self.validity = validity
        self.count = count
    }
}

/// A message in its mailbox.
public struct MailMark: Hashable, Sendable {
    public var mark: String
    public var number: Int64
    public var size: Int
    public init(mark: String, number: Int64 = 0, size: Int = 0) {
        self.mark = mark
        self.number = number
        self.size = size
    }
}

public struct ReadMail: Sendable {
    public var bytes: [UInt8]
    /// The same for the same bytes, and for no others.
    public var digest: String
    public init(bytes: [UInt8], digest: String) {
        self.bytes = bytes
        self.digest = digest
    }
}

/// Makes sense of a message's bytes, in a process that may die of them (DESIGN §5).
public protocol MailParser: Sendable {
    func parse(_ bytes: [UInt8]) async -> ParseResult
}

public enum ParseResult: Sendable {
    case mail(ParsedMail)
    /// It died, or went on for too long.
    case died
    /// It could not even begin; no message is to blame.
    case unavailable(String)
}

/// What a parser made of a message.
public struct ParsedMail: Sendable, Equatable {
    public var envelope = MailEnvelope()
    /// The whole text.
    public var text = ""
    /// Without what is quoted.
    public var newText = ""
    public var isAutomatic = false
    /// A list's or a newsletter's.
    public var isBulk = false
    /// Where it was delivered, as the server says, and whom it is to: where our tag may stand.
    public var deliveredTo: [String] = []
    public var report: ParsedReport?
    public init() {}
}

/// A mail server's report about a letter of ours.
public struct ParsedReport: Sendable, Equatable {
    public enum Outcome: Sendable { case failed, delayed, other }
    public var outcome: Outcome
    public var status: String?
    public var sentence: String?
    public var addresses: [String]
    /// The Message-ID of the letter, where it is quoted.
    public var original: String?
    public init(
        outcome: Outcome, status: String? = nil, sentence: String? = nil, addresses: [String] = [],
        original: String? = nil
    ) {
        self.outcome = outcome
        self.status = status
        self.sentence = sentence
        self.addresses = addresses
        self.original = original
    }
}

/// Whoever takes our letters.
public protocol MailSender: Sendable {
    /// Returns when the server has answered, or the line is gone.
    func send(_ letter: MailLetter) async -> MailOutcome
}

public enum MailOutcome: Sendable, Equatable {
    case accepted
    /// For good.
    case refused(status: String?)
    /// Not now; nobody has it.
    case later(String)
    /// It may have been accepted.
    case unknown
    /// The server cannot be used as it is.
    case trouble(MailTrouble)
}

/// A letter before it is bytes.
public struct MailLetter: Sendable, Equatable {
    public var id: MailMessageID
    public var date: Moment
    public var to: [EmailAddress]
    public var cc: [EmailAddress] = []
    public var subject: String
    public var text: String
    /// Newest last, without angle brackets.
    public var references: [String] = []
    public var isAutomatic: Bool
    public var language: Language
}

/// What needs the store's secret: our tags in addresses, and names for addresses that name nobody.
public protocol MailSecrets: Sendable {
    func tag(in address: String) -> MailTag
    /// The same for the same address; nobody gets from it to the address (law 10).
    func pseudonym(_ address: String) -> String
}

public enum MailTag: Sendable, Equatable {
    case none
    case reference(PublicReference)
    /// In the form of a tag, and not ours.
    case forged
}

/// The gateway's e-mail; live adapters meet in `skranke serve`.
public struct MailSetup: Sendable {
    public var source: any MailSource
    public var parser: any MailParser
    public var sender: any MailSender
    public var secrets: any MailSecrets
    /// The longest rest between two looks, in real seconds.
    public var pollSeconds: Int
    public var internalDomains: Set<String>
    public var officialDomains: Set<String>
    public init(
        source: any MailSource, parser: any MailParser, sender: any MailSender, secrets: any MailSecrets,
        pollSeconds: Int = 60, internalDomains: Set<String> = [], officialDomains: Set<String> = []
    ) {
        self.source = source
        self.parser = parser
        self.sender = sender
        self.secrets = secrets
        self.pollSeconds = pollSeconds
        self.internalDomains = internalDomains
        self.officialDomains = officialDomains
    }
}

import SkrankeDomain

/// How the programs of a desk run: what is neither rule nor text.
public struct DeskSettings: Sendable, Equatable {
    /// Where a question from the web begins.
    public enum ChatEntry: String, CaseIterable, Sendable {
        /// With a human.
        case direct
        /// With Mia, who hands over.
        case mia
    }
    public var chatEntry: ChatEntry
    public var store: StoreSettings
    public var web: WebSettings
    public var limits: RateLimits
    /// nil where the desk has no e-mail.
    public var mail: MailSettings?
    public var phoneSystem = PhoneSystem.generic

    public init(
        chatEntry: ChatEntry = .direct, store: StoreSettings = StoreSettings(),
        web: WebSettings = WebSettings(), limits: RateLimits = RateLimits(), mail: MailSettings? = nil,
        phoneSystem: PhoneSystem = .generic
    ) {
        self.mail = mail
        self.phoneSystem = phoneSystem
        self.chatEntry = chatEntry
        self.store = store
        self.web = web
        self.limits = limits
    }
}

public struct StoreSettings: Sendable, Equatable {
    /// A path or `postgres://...` URL without a password; nil = in the user's state folder.
    public var location: String?

    public init(location: String? = nil) {
        self.location = location
    }
}

public struct WebSettings: Sendable, Equatable {
    public var listen: ListenAddress
    /// The address that citizens use, for links in receipts; nil = made from the request.
    public var publicAddress: String?
    /// The header in which a trusted proxy tells the citizen's address; nil = there is no proxy.
    public var trustedProxyHeader: String?
    /// Sites that may show the page in a frame and include `/embed.js`, as origins. Empty = none.
    public var embedOrigins: [String]
    /// The municipality's own privacy statement and accessibility statement (facts §3.7); nil = no link.
    public var privacyStatement: String?
    public var accessibilityStatement: String?

    public init(
        listen: ListenAddress = ListenAddress(host: "127.0.0.1", port: 8_080), publicAddress: String? = nil,
        trustedProxyHeader: String? = nil, embedOrigins: [String] = [], privacyStatement: String? = nil,
        accessibilityStatement: String? = nil
    ) {
        self.listen = listen
        self.publicAddress = publicAddress
        self.trustedProxyHeader = trustedProxyHeader
        self.embedOrigins = embedOrigins
        self.privacyStatement = privacyStatement
        self.accessibilityStatement = accessibilityStatement
    }
}

/// Where the gateway listens. Port 0 takes any free one.
public struct ListenAddress: Sendable, Equatable, LosslessStringConvertible {
    public var host: String
    public var port: Int

    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// `127.0.0.1:8080`, `localhost:8080` or `[::1]:8080`; nil for anything else.
    public init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"),
            let port = Digits.number(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { return nil }
        var host = text[..<colon]
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]") && host.utf8.count > 2
        if isBracketed { host = host.dropFirst().dropLast() }
        let allowed = isBracketed ? "0123456789abcdefABCDEF:." : ListenAddress.hostLetters
        guard !host.isEmpty, host.utf8.count <= 253, host.utf8.allSatisfy(allowed.utf8.contains) else {
            return nil
        }
        self.init(host: String(host), port: port)
    }

    private static let hostLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"

    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

/// How much one address or one citizen's token may do (law 7). Beyond it: 429 with Retry-After.
public struct RateLimits: Sendable, Equatable {
    /// Chats, tickets and bookings that one address may create in a minute.
    public var creationsPerAddressPerMinute: Int
    /// Messages that one citizen may send in a minute.
    public var messagesPerTokenPerMinute: Int
    /// Requests of any kind from one address in a minute.
    public var requestsPerAddressPerMinute: Int
    /// Event streams that one address may hold open.
    public var streamsPerAddress: Int
    /// Event streams that one citizen may hold open (browser tabs).
    public var streamsPerToken: Int
    /// Bytes of one request's body.
    public var bodyBytes: Int

    /// What `body_bytes` may be. The lowest holds every valid request: the longest question with a name, an
    /// e-mail address and a telephone number, each scalar written in twelve bytes (a pair of JSON escapes,
    /// or four `%XX` of a form), and the frame around them.
    public static let bodyRange =
        (Limits.messageLength + 3 * Limits.fieldLength) * 12 + 4_144...4_194_304

    public init(
        creationsPerAddressPerMinute: Int = 20, messagesPerTokenPerMinute: Int = 30,
        requestsPerAddressPerMinute: Int = 600, streamsPerAddress: Int = 100, streamsPerToken: Int = 5,
        bodyBytes: Int = RateLimits.bodyRange.lowerBound
    ) {
        self.creationsPerAddressPerMinute = creationsPerAddressPerMinute
        self.messagesPerTokenPerMinute = messagesPerTokenPerMinute
        self.requestsPerAddressPerMinute = requestsPerAddressPerMinute
        self.streamsPerAddress = streamsPerAddress
        self.streamsPerToken = streamsPerToken
        self.bodyBytes = bodyBytes
    }
}

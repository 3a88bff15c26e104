import SkrankeDomain
import SkrankeReference

/// What the web room is told by the settings (`desk.toml`, `--listen`); no default names a municipality.
public struct WebConfiguration: Sendable {
    /// The address to bind. The gateway's default keeps the interface on this host (DESIGN §5).
    public var host: String
    /// 0 takes any free port; which one is reported when the server listens.
    public var port: Int
    /// How citizens reach the server from outside, e.g. `https://spor.example.no`; nil = as the request says.
    public var publicURL: String?
    /// A header of a proxy in front that names the citizen's address, e.g. `X-Forwarded-For`; the last name
    /// in it is believed. Nil = there is no proxy.
    public var trustedProxyHeader: String?
    /// Sites that may show the page in a frame, e.g. `https://www.example.no`. Empty = none.
    public var embedOrigins: [String]
    public var limits: WebLimits
    /// The secret by which the telephone system is known; nil = there is none, and its address is unknown.
    public var phoneToken: String?
    public var phoneSystem = PhoneSystem.generic
    /// The secret with which Placetel signs; nil = it does not.
    public var phoneSignature: String?
    public var profile: CitizenProfile
    /// Limits by address count for this machine's own address too. For tests, whose every citizen comes from
    /// there; else it would limit everybody behind a proxy, or a tester, at once (DESIGN §5).
    var countsLoopback = false

    public init(
        host: String = "127.0.0.1", port: Int = 8080, publicURL: String? = nil,
        trustedProxyHeader: String? = nil,
        embedOrigins: [String] = [], limits: WebLimits = WebLimits(), profile: CitizenProfile
    ) {
        self.host = host
        self.port = port
        self.publicURL = publicURL
        self.trustedProxyHeader = trustedProxyHeader
        self.embedOrigins = embedOrigins
        self.limits = limits
        self.profile = profile
    }
}

/// Who the municipality is on the citizen's page; every text as its data file has it.
public struct CitizenProfile: Sendable, Equatable {
    /// By language; bokmål stands in for a missing one.
    public var municipality: [Language: String]
    public var phone: String?
    public var email: String?
    public var visitingAddress: String?
    /// The municipality's own page, its privacy statement and its accessibility statement (facts §3.7).
    public var website: String?
    public var privacyURL: String?
    public var accessibilityURL: String?

    public init(
        municipality: [Language: String], phone: String? = nil, email: String? = nil,
        visitingAddress: String? = nil,
        website: String? = nil, privacyURL: String? = nil, accessibilityURL: String? = nil
    ) {
        self.municipality = municipality
        self.phone = phone
        self.email = email
        self.visitingAddress = visitingAddress
        self.website = website
        self.privacyURL = privacyURL
        self.accessibilityURL = accessibilityURL
    }

    func name(_ language: Language) -> String { municipality[language] ?? municipality[.nb] ?? "" }
}

/// Limits of the interface (law 7, `[limits]` in `desk.toml`). Hitting one is an answer with a sentence.
public struct WebLimits: Sendable, Equatable {
    /// So many at once, and so many a minute in the long run.
    public struct Rate: Sendable, Equatable {
        public var burst: Int
        public var perMinute: Int
        public init(burst: Int, perMinute: Int) {
            self.burst = burst
            self.perMinute = perMinute
        }
    }
    /// Bytes of a request's body: the longest message, every scalar written as an escape pair, and its frame.
    public var bodyBytes = RateLimits.bodyRange.lowerBound
    /// Bytes of all header lines, and their number.
    public var headerBytes = 16_384
    public var headerCount = 64
    /// Messages of one chat.
    public var messages = Rate(burst: 30, perMinute: 60)
    /// Signs of typing of one chat.
    public var typing = Rate(burst: 20, perMinute: 60)
    /// New chats from one address.
    public var chats = Rate(burst: 20, perMinute: 20)
    /// Tickets and check-ins from one address: a kiosk stands behind it.
    public var tickets = Rate(burst: 60, perMinute: 60)
    public var checkIns = Rate(burst: 30, perMinute: 30)
    /// All requests from one address.
    public var requests = Rate(burst: 200, perMinute: 1_200)
    /// Open streams: of one chat, and of all.
    public var streamsPerChat = 8
    /// Of one address, from which this machine itself is exempt.
    public var streamsPerAddress = 100
    public var streams = 12_000
    /// Open connections of all, and of one address where no proxy stands in front.
    public var connections = 16_000
    public var connectionsPerAddress = 256
    /// Waiting connections that the system keeps (5 000 citizens come at once after a restart).
    public var backlog = 4_096
    /// Pieces that may wait for a client that reads slowly, before it is dropped; it resumes by itself.
    public var streamBacklog = 256
    /// Seconds: a head on its way from its first byte, a silent connection, one piece of a stream on its way,
    /// a body on its way, a stop.
    public var headerSeconds: Int64 = 20
    public var idleSeconds: Int64 = 75
    public var slowWriteSeconds = 30
    public var bodySeconds: Int64 = 20
    public var stopSeconds: Int64 = 5
    /// Seconds between comments that keep a silent stream open through proxies.
    public var heartbeatSeconds = 15
    public init() {}
}

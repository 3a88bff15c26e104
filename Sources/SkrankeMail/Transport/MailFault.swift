/// Why a mail server could not be used: for the sentence on the screen and for what is done next.
public enum MailFault: Error, Equatable, Sendable {
    /// Nothing answers there, or the line broke.
    case unreachable(String)
    /// The certificate is not to be trusted, or the server offers no encryption.
    case notSecure(String)
    case loginRefused
    case noFolder(String)
    /// It answers what it should not.
    case protocolBroken(String)
    case timedOut
    case tooLarge(Int)
    case cannotWrite(String)
}

/// Where a mail server is and how the desk may enter. The password comes from the environment or a file
/// named in the settings, never from `desk.toml` itself (DESIGN §5).
public struct MailServer: Equatable, Sendable {
    public enum Security: String, Sendable, Codable, CaseIterable {
        /// TLS from the first byte.
        case tls
        /// TLS from STARTTLS on; without it nothing is said.
        case starttls
        /// In clear: only for a server on the same machine.
        case none
    }
    public var host: String
    public var port: Int
    public var security: Security
    public var user: String?
    public var password: String?
    /// A file of certificates to trust besides the system's.
    public var authority: String?
    public var timeoutSeconds = 30
    public init(
        host: String, port: Int, security: Security, user: String? = nil, password: String? = nil,
        authority: String? = nil
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.user = user
        self.password = password
        self.authority = authority
    }

    /// Without encryption a password and a citizen's letter may only cross the machine's own wire.
    public var isLoopback: Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}

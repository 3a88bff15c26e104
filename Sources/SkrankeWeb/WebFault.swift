/// Why the server cannot serve. The gateway's other duties go on, and it tries again (DESIGN §5).
public enum WebFault: Error, Equatable, Sendable {
    /// Another program has the port.
    case portTaken(host: String, port: Int)
    /// The port needs more rights than this account has.
    case notPermitted(host: String, port: Int)
    /// The host's name or address is none of this machine's.
    case addressUnusable(host: String)
    /// The key of tokens is shorter than 32 bytes.
    case weakKey
    /// A page's template does not parse; found at start, never while serving.
    case template(String)
    case failed(String)
}

/// Where the gateway listens.
public struct GatewayAddress: Hashable, Sendable, CustomStringConvertible {
    public var host: String
    public var port: Int
    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

/// Why a request came to nothing.
public enum ClientFault: Error, Equatable, Sendable {
    /// Nobody listens, or the connection broke. Worth another try with the same key.
    case unreachable
    /// No whole answer in time.
    case timedOut
    /// The answer says no. `code` is that of the problem document, empty where there was none.
    case refused(status: Int, code: String, retryAfter: Int?)
    /// The answer is not what DESIGN §5 promises.
    case malformed(String)
    /// The client's own limit (law 7).
    case tooLarge
    /// The task was cancelled.
    case cancelled

    /// Whether the same request may succeed later.
    public var isPassing: Bool {
        switch self {
        case .unreachable, .timedOut: true
        case .refused(let status, _, _): status == 429 || status == 408 || status >= 500
        case .malformed, .tooLarge, .cancelled: false
        }
    }

    /// Real milliseconds before which the server does not want to be asked again.
    var retryAfter: Int64? {
        if case .refused(_, _, let seconds?) = self { return Int64(min(max(seconds, 0), 3_600)) * 1_000 }
        return nil
    }
}

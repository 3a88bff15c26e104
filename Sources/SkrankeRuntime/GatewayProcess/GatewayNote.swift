import Foundation

/// What the gateway writes beside the store (`gateway.json`, DESIGN §5): stable keys, for consoles, `doctor`
/// and whoever asks.
public struct GatewayNote: Codable, Equatable, Sendable {
    public var pid: Int32
    /// Where citizens reach it, e.g. `http://127.0.0.1:8080`; nil while HTTP is down.
    public var address: String?
    /// Where they reached the one before it, which was killed; nil once this one listens itself. It stands
    /// here so that a second kill before that does not forget it.
    public var lastAddress: String?
    /// Why something does not work, as a code of `GatewayTrouble`; nil where all is well.
    public var error: String?
    /// What belongs to the code: an address, the system's words.
    public var detail: String?
    /// RFC 3339.
    public var since: String
    /// `attached` or `service`.
    public var mode: String
    public var store: String

    public init(
        pid: Int32, address: String? = nil, lastAddress: String? = nil, error: String? = nil,
        detail: String? = nil, since: String, mode: String, store: String
    ) {
        self.pid = pid
        self.address = address
        self.lastAddress = lastAddress
        self.error = error
        self.detail = detail
        self.since = since
        self.mode = mode
        self.store = store
    }

    public func write(to path: String) throws(PathFault) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return }
        try AtomicFile.write(Array(data) + [10], to: path)
    }

    /// nil where there is none, or none that makes sense.
    public static func read(_ path: String) -> GatewayNote? {
        guard let bytes = AtomicFile.read(path, limit: 16_384) else { return nil }
        return try? JSONDecoder().decode(GatewayNote.self, from: Data(bytes))
    }
}

/// What keeps a gateway from working in full; `Sentences` says it in the user's language.
public enum GatewayTrouble: Error, Equatable, Sendable {
    /// Somebody else listens there.
    case portTaken(String)
    /// No such address on this machine.
    case addressUnavailable(String)
    /// A port that this account may not take.
    case portForbidden(String)
    case store(String)
    /// The process ended when it had just begun; its log says why.
    case startFailed(String)
    case failed(String)
    /// Letters do not come or go.
    case mail(MailTrouble)

    public var code: String {
        switch self {
        case .portTaken: "port-taken"
        case .addressUnavailable: "address-unavailable"
        case .portForbidden: "port-forbidden"
        case .store: "store"
        case .startFailed: "start-failed"
        case .failed: "failed"
        case .mail(let trouble): trouble.code
        }
    }

    public var detail: String {
        switch self {
        case .portTaken(let text), .addressUnavailable(let text), .portForbidden(let text), .store(let text),
            .startFailed(let text), .failed(let text):
            text
        case .mail(let trouble): trouble.detail
        }
    }

    /// nil for a code that this program does not know.
    public init?(code: String, detail: String) {
        switch code {
        case "port-taken": self = .portTaken(detail)
        case "address-unavailable": self = .addressUnavailable(detail)
        case "port-forbidden": self = .portForbidden(detail)
        case "store": self = .store(detail)
        case "start-failed": self = .startFailed(detail)
        case "failed": self = .failed(detail)
        default:
            guard let trouble = MailTrouble(code: code, detail: detail) else { return nil }
            self = .mail(trouble)
        }
    }
}

/// Why letters do not come or go as they should; the rest of the desk works on.
public struct MailTrouble: Error, Hashable, Sendable {
    public enum Way: String, CaseIterable, Sendable {
        /// From the mailbox to the desk.
        case incoming = "in"
        /// From the desk to whoever takes our letters.
        case outgoing = "out"
    }
    public enum Kind: String, CaseIterable, Sendable {
        case unreachable
        case timedOut = "timeout"
        /// The certificate is not to be trusted, or there is no encryption.
        case notSecure = "not-secure"
        case loginRefused = "login"
        case noPassword = "password"
        case noFolder = "folder"
        case protocolBroken = "protocol"
        /// It answers that it takes nothing now.
        case refusing
        /// The server numbers its messages anew: all are compared again.
        case renumbered
        /// The server has messages that the desk has not; the detail says how many.
        case difference
        /// Too many receipts: some were held back.
        case breaker
        /// The program that reads messages does not start.
        case parser
    }
    public var way: Way
    public var kind: Kind
    /// The server's name, or its words.
    public var detail: String
    public init(_ way: Way, _ kind: Kind, _ detail: String = "") {
        self.way = way
        self.kind = kind
        self.detail = detail
    }

    public var code: String { "mail-\(way.rawValue)-\(kind.rawValue)" }

    public init?(code: String, detail: String) {
        for way in Way.allCases {
            for kind in Kind.allCases {
                let trouble = MailTrouble(way, kind, detail)
                if trouble.code == code {
                    self = trouble
                    return
                }
            }
        }
        return nil
    }
}

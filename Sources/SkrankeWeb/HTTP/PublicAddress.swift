import HTTPTypes
import NIOCore

/// Where the server is for a client, for links that leave it (`statusUrl`): the address of `desk.toml`, else
/// what a trusted proxy says, else a name that is known to be ours. What a client merely claims in `Host` is
/// never believed: a link in a receipt would lead to wherever the claimant wants.
struct PublicAddress: Sendable, Equatable {
    /// Scheme and authority, no slash at the end.
    var base: String
    /// Origins under which our own pages are known to this client's browser.
    var origins: [String]

    /// - Parameters:
    ///   - claimed: the request's `Host`.
    ///   - local: the address at which this connection arrived.
    init(_ configuration: WebConfiguration, headers: HTTPFields, claimed: String?, local: SocketAddress?) {
        if let url = configuration.publicURL {
            base = url.hasSuffix("/") ? String(url.dropLast()) : url
            origins = [Self.origin(base)]
            return
        }
        let port = local?.port ?? configuration.port
        let fallback = Self.authority(local?.ipAddress ?? configuration.host, port)
        var scheme = "http"
        var known: String?
        if let proxy = configuration.trustedProxyHeader, Self.last(proxy, headers) != nil {
            if Self.last("X-Forwarded-Proto", headers)?.lowercased() == "https" { scheme = "https" }
            known = (Self.last("X-Forwarded-Host", headers) ?? claimed).flatMap {
                Self.isAuthority($0) ? $0 : nil
            }
        }
        if known == nil, let claimed, Self.isOurs(claimed, configuration.host, local, port) {
            known = claimed
        }
        base = "\(scheme)://\(known ?? fallback)"
        origins = [base, "http://\(fallback)"]
    }

    /// The listen address, the address at which the client arrived, or a loopback name: the latter with any
    /// port, for a tunnel's other end has its own.
    private static func isOurs(_ claimed: String, _ listen: String, _ local: SocketAddress?, _ port: Int)
        -> Bool
    {
        guard isAuthority(claimed) else { return false }
        let name = claimed.lowercased()
        let host = hostPart(name)
        if ["localhost", "127.0.0.1", "[::1]"].contains(host) { return true }
        let ours = [listen, local?.ipAddress].compactMap(\.self).map { authority($0, port).lowercased() }
        // A browser leaves the scheme's own port out.
        return ours.contains(name) || (port == 80 && ours.contains("\(name):80"))
    }

    private static func hostPart(_ name: String) -> String {
        if name.hasPrefix("[") { return String(name.prefix { $0 != "]" }) + "]" }
        return String(name.prefix { $0 != ":" })
    }

    private static func authority(_ host: String, _ port: Int) -> String {
        let host = host.contains(":") ? "[\(host)]" : host
        return port == 80 ? host : "\(host):\(port)"
    }

    private static func origin(_ url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        return String(url[..<scheme.upperBound]) + url[scheme.upperBound...].prefix { $0 != "/" }
    }

    /// The last entry, which the proxy itself wrote.
    private static func last(_ name: String, _ headers: HTTPFields) -> String? {
        guard let name = HTTPField.Name(name), let value = headers[values: name].last else { return nil }
        return value.split(separator: ",").last.map { $0.filter { $0 != " " && $0 != "\t" } }
    }

    /// Host and port, and nothing that could end a link or a tag.
    private static func isAuthority(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 255
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
                    UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
                    true
                default: false
                }
            }
    }
}

import HTTPTypes
import NIOCore

/// From where a request comes, as far as the limits need to know it.
struct ClientAddress: Equatable, Sendable {
    /// An IPv4 address, or the /64 network of an IPv6 address: one household is one key.
    var key: String
    /// This machine itself with no proxy in between: a limit by address would limit everybody at once.
    var isExempt: Bool

    /// - Parameter configuration: which proxy is trusted, and whether this machine itself counts.
    init(peer: SocketAddress?, headers: HTTPFields, _ configuration: WebConfiguration) {
        self.init(peer: peer, headers: headers, proxyHeader: configuration.trustedProxyHeader)
        if configuration.countsLoopback { isExempt = false }
    }

    init(key: String, isExempt: Bool) {
        self.key = key
        self.isExempt = isExempt
    }

    /// - Parameter proxyHeader: the header of a trusted proxy; its last entry was written by that proxy.
    init(peer: SocketAddress?, headers: HTTPFields, proxyHeader: String?) {
        if let proxyHeader, let name = HTTPField.Name(proxyHeader), let value = headers[values: name].last,
            let entry = value.split(separator: ",").last,
            let named = Self.parse(String(entry.filter { !$0.isWhitespace }))
        {
            self.init(key: Self.network(named), isExempt: false)
            return
        }
        guard let peer, peer.ipAddress != nil else {
            self.init(key: "local", isExempt: true)
            return
        }
        let network = Self.network(peer)
        self.init(key: network, isExempt: network.hasPrefix("127.") || network == "::1")
    }

    /// `1.2.3.4`, `1.2.3.4:5`, `2001:db8::1`, `[2001:db8::1]:5`.
    private static func parse(_ text: String) -> SocketAddress? {
        var host = text
        if host.hasPrefix("[") {
            host = String(host.dropFirst().prefix { $0 != "]" })
        } else if host.count(where: { $0 == ":" }) == 1 {
            host = String(host.prefix { $0 != ":" })
        }
        return try? SocketAddress(ipAddress: host, port: 0)
    }

    private static func network(_ address: SocketAddress) -> String {
        guard let text = address.ipAddress else { return "local" }
        guard case .v6(let six) = address else { return text }
        if text == "::1" { return text }
        if text.hasPrefix("::ffff:"), text.contains(".") { return String(text.dropFirst(7)) }
        let bytes = withUnsafeBytes(of: six.address.sin6_addr) { Array($0.prefix(8)) }
        return bytes.map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
    }
}

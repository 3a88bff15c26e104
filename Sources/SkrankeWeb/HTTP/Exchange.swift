import HTTPTypes
import Hummingbird
import NIOCore
import SkrankeDomain

/// One request with what follows from its head: language, address, wishes.
struct Exchange: Sendable {
    let request: Request
    let channel: any NIOCore.Channel
    private(set) var language: Language
    /// The citizen chose the language in the address, so links must carry it on.
    let chosenLanguage: Language?
    let address: ClientAddress
    /// A browser asks for a page, not for data.
    let wantsPage: Bool
    /// Where the server is, as seen by this client: scheme and authority, no slash at the end.
    let base: String
    let query: Query

    init(_ request: Request, _ context: WebContext, configuration: WebConfiguration, language own: Language) {
        self.request = request
        channel = context.channel
        query = Query(request.uri.query)
        chosenLanguage = query["lang"].flatMap { Languages.language(tag: $0) }
        language = chosenLanguage ?? Languages.preferred(request.headers[.acceptLanguage]) ?? own
        address = ClientAddress(
            peer: context.channel.remoteAddress, headers: request.headers,
            proxyHeader: configuration.trustedProxyHeader)
        wantsPage = request.headers[.accept]?.contains("text/html") ?? false
        base = Self.base(request, context, configuration)
    }

    func speaking(_ language: Language) -> Exchange {
        var copy = self
        copy.language = language
        return copy
    }

    private static func base(
        _ request: Request, _ context: WebContext, _ configuration: WebConfiguration
    ) -> String {
        if let url = configuration.publicURL { return url.hasSuffix("/") ? String(url.dropLast()) : url }
        var scheme = "http"
        if configuration.trustedProxyHeader != nil, let name = HTTPField.Name("X-Forwarded-Proto"),
            request.headers[name]?.lowercased() == "https"
        {
            scheme = "https"
        }
        if let authority = request.head.authority, isAuthority(authority) {
            return "\(scheme)://\(authority)"
        }
        let port = context.channel.localAddress?.port ?? configuration.port
        return "\(scheme)://\(configuration.host):\(port)"
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

/// The fields of a query or of a plain form; the first of a name counts.
struct Query: Sendable {
    private let fields: [String: String]

    init(_ text: String?) {
        self = Query(bytes: Array((text ?? "").utf8)) ?? Query(fields: [:])
    }

    private init(fields: [String: String]) { self.fields = fields }

    /// Nil where a name or value is no UTF-8, or there are more than a hundred.
    init?(bytes: [UInt8]) {
        var fields: [String: String] = [:]
        let pairs = bytes.split(separator: UInt8(ascii: "&"))
        guard pairs.count <= 100 else { return nil }
        for pair in pairs {
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decode(parts[0]), let value = parts.count == 2 ? Self.decode(parts[1]) : ""
            else { return nil }
            if fields[name] == nil { fields[name] = value }
        }
        self.init(fields: fields)
    }

    subscript(name: String) -> String? { fields[name] }

    private static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): result.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hex), let low = rest.popFirst().flatMap(hex)
                else { return nil }
                result.append(high << 4 | low)
            default: result.append(byte)
            }
        }
        return String(validating: result, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
        default: nil
        }
    }
}

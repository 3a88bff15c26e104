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
    /// Where the server is for this client.
    let place: PublicAddress
    let query: Query
    /// Path and query are spelt as they must be: every % begins an escape, and what it says is UTF-8.
    let isSpeltWell: Bool

    init(_ request: Request, _ context: WebContext, configuration: WebConfiguration, language own: Language) {
        self.request = request
        channel = context.channel
        let query = request.uri.query.map { Query(bytes: Array($0.utf8)) } ?? Query("")
        self.query = query ?? Query("")
        isSpeltWell = query != nil && Query.isEscapedWell(request.uri.path)
        chosenLanguage = self.query["lang"].flatMap { Languages.language(tag: $0) }
        language = chosenLanguage ?? Languages.preferred(request.headers[.acceptLanguage]) ?? own
        address = ClientAddress(
            peer: context.channel.remoteAddress, headers: request.headers, configuration)
        wantsPage = request.headers[.accept]?.contains("text/html") ?? false
        place = PublicAddress(
            configuration, headers: request.headers, claimed: request.head.authority,
            local: context.channel.localAddress)
    }

    func speaking(_ language: Language) -> Exchange {
        var copy = self
        copy.language = language
        return copy
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

    /// Whether every escape in a path is one, and all say UTF-8 without NUL.
    static func isEscapedWell(_ path: String) -> Bool {
        guard let text = decode(Array(path.utf8)[...]) else { return false }
        return !text.utf8.contains(0)
    }

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

import NIOCore
import NIOHTTP1

/// A request with its whole body.
struct HTTPCall: Sendable {
    var method: HTTPMethod
    var path: String
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []

    func head(host: String) -> HTTPRequestHead {
        var fields = HTTPHeaders([("Host", host)])
        for header in headers { fields.add(name: header.name, value: header.value) }
        if method == .POST { fields.add(name: "Content-Length", value: String(body.count)) }
        return HTTPRequestHead(version: .http1_1, method: method, uri: path, headers: fields)
    }
}

/// A whole answer.
struct HTTPAnswer: Sendable, Equatable {
    var status: Int
    var retryAfter: Int?
    var body: [UInt8]
    /// The connection may be used again.
    var isReusable: Bool
}

extension HTTPResponseHead {
    var retryAfterSeconds: Int? { headers["Retry-After"].first.flatMap { Int($0) } }
}

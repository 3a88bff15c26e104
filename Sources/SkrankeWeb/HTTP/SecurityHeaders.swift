import HTTPTypes
import Hummingbird

/// Headers of every response. Nothing is loaded from elsewhere, nothing runs inline, tokens in addresses
/// never travel as a referrer, and only named sites may frame the page.
struct SecurityHeaders: Sendable {
    private let policy: String
    private let mayBeFramed: Bool

    init(_ configuration: WebConfiguration) {
        let origins = configuration.embedOrigins.filter(Self.isOrigin)
        mayBeFramed = !origins.isEmpty
        let ancestors = origins.isEmpty ? "'none'" : (["'self'"] + origins).joined(separator: " ")
        policy = [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
            "connect-src 'self'",
            "form-action 'self'", "base-uri 'none'", "frame-ancestors \(ancestors)",
        ].joined(separator: "; ")
    }

    func add(to response: inout Response, route: Route?) {
        response.headers[.contentSecurityPolicy] = policy
        response.headers[.xContentTypeOptions] = "nosniff"
        set("Referrer-Policy", "no-referrer", &response)
        set("Permissions-Policy", "camera=(), geolocation=(), microphone=()", &response)
        set("Cross-Origin-Opener-Policy", "same-origin", &response)
        set("Cross-Origin-Resource-Policy", route == .embed ? "cross-origin" : "same-origin", &response)
        if !mayBeFramed { set("X-Frame-Options", "DENY", &response) }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if case .booking = route { set("X-Robots-Tag", "noindex, nofollow", &response) }
        if case .status = route { set("X-Robots-Tag", "noindex, nofollow", &response) }
    }

    private func set(_ name: String, _ value: String, _ response: inout Response) {
        if let name = HTTPField.Name(name) { response.headers[name] = value }
    }

    /// Scheme, host, port: nothing that could begin another directive.
    private static func isOrigin(_ text: String) -> Bool {
        (text.hasPrefix("https://") || text.hasPrefix("http://"))
            && text.unicodeScalars.allSatisfy {
                $0.isASCII && $0.value > 32 && !";,'\"".unicodeScalars.contains($0)
            }
    }
}

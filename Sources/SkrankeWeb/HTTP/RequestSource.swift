import HTTPTypes
import SkrankeDomain

/// From which page a request comes, as its browser says it: a foreign page may not post here in a citizen's
/// name (DESIGN §5). Programs send none of these headers and are let through: they hold a token, or none.
enum RequestSource {
    /// - Throws: `foreignOrigin`.
    static func check(_ headers: HTTPFields, own: [String]) throws(Problem) {
        // Said by the browser itself, and by every one of the last years.
        if let site = header("Sec-Fetch-Site", headers) {
            guard site == "same-origin" || site == "none" else { throw Problem(.foreignOrigin) }
            return
        }
        // `null` is what a form of ours sends, for our pages send no referrer (Fetch, request origin header).
        guard let origin = header("Origin", headers), origin != "null" else { return }
        guard own.contains(where: { origin.lowercased() == $0.lowercased() }) else {
            throw Problem(.foreignOrigin)
        }
    }

    /// The body is what the route reads; a body of no type is taken for it.
    ///
    /// `text/plain`, a form and a file are what a foreign page could send without asking first (CORS).
    /// - Throws: `unsupportedMediaType`.
    static func checkType(_ headers: HTTPFields, of route: Route) throws(Problem) {
        guard let value = headers[.contentType] else { return }
        let type = value.prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
        let isRight =
            switch route {
            case .ask, .bookings, .moveBooking, .cancelBooking: type == formType
            case .calls: [formType, jsonType, "multipart/form-data"].contains(type)
            default: type == "application/json"
            }
        if !isRight {
            throw Problem(.unsupportedMediaType, place: route.isInterface ? jsonType : formType)
        }
    }

    private static let formType = "application/x-www-form-urlencoded"
    private static let jsonType = "application/json"

    private static func header(_ name: String, _ headers: HTTPFields) -> String? {
        HTTPField.Name(name).flatMap { headers[$0] }
    }
}

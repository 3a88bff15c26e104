/// Every address that the server knows. The table is also what the OpenAPI description is checked against.
enum Route: Equatable, Sendable {
    case home
    /// The plain form of the page, for browsers without scripts.
    case ask
    case status(token: Substring)
    case embed
    case asset(Substring)
    case robots
    case health
    case openAPI
    case chats
    case messages(token: Substring)
    case typing(token: Substring)
    case end(token: Substring)
    case events(token: Substring)
    /// The telephone system.
    case calls(token: Substring)
    // The hall and the booking
    case tickets
    case checkIns
    /// The called numbers as a stream.
    case calledNumbers
    case kiosk
    case display
    case book
    /// The plain form of a booking.
    case bookings
    case booking(token: Substring)
    case moveBooking(token: Substring)
    case cancelBooking(token: Substring)

    init?(path: some StringProtocol) {
        let path = Substring(path)
        guard path.first == "/", path.utf8.count <= 512 else { return nil }
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        switch parts {
        case [""]: self = .home
        case ["ask"]: self = .ask
        case ["embed.js"]: self = .embed
        case ["robots.txt"]: self = .robots
        case ["healthz"]: self = .health
        case ["openapi.json"]: self = .openAPI
        case ["api", "v1", "chats"]: self = .chats
        case ["api", "v1", "tickets"]: self = .tickets
        case ["api", "v1", "checkins"]: self = .checkIns
        case ["api", "v1", "display"]: self = .calledNumbers
        case ["kiosk"]: self = .kiosk
        case ["display"]: self = .display
        case ["book"]: self = .book
        case ["bookings"]: self = .bookings
        default:
            guard let route = Route(parts: parts) else { return nil }
            self = route
        }
    }

    private init?(parts: [Substring]) {
        if parts.count == 2, parts[0] == "status" {
            self = .status(token: parts[1])
        } else if parts.count == 2, parts[0] == "booking" {
            self = .booking(token: parts[1])
        } else if parts.count == 3, parts[0] == "booking", parts[2] == "move" {
            self = .moveBooking(token: parts[1])
        } else if parts.count == 3, parts[0] == "booking", parts[2] == "cancel" {
            self = .cancelBooking(token: parts[1])
        } else if parts.count == 2, parts[0] == "cti" {
            self = .calls(token: parts[1])
        } else if parts.count == 2, parts[0] == "assets" {
            self = .asset(parts[1])
        } else if parts.count == 5, parts[0] == "api", parts[1] == "v1", parts[2] == "chats" {
            switch parts[4] {
            case "messages": self = .messages(token: parts[3])
            case "typing": self = .typing(token: parts[3])
            case "end": self = .end(token: parts[3])
            case "events": self = .events(token: parts[3])
            default: return nil
            }
        } else {
            return nil
        }
    }

    /// The one method that does something here; GET also answers HEAD.
    var method: String {
        switch self {
        case .ask, .chats, .messages, .typing, .end, .calls: "POST"
        case .tickets, .checkIns, .bookings, .moveBooking, .cancelBooking: "POST"
        default: "GET"
        }
    }

    var allow: String { method == "GET" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS" }

    /// Errors here are problem documents, whatever the client accepts.
    var isInterface: Bool {
        switch self {
        case .home, .ask, .status, .asset, .embed, .robots: false
        case .kiosk, .display, .book, .bookings, .booking, .moveBooking, .cancelBooking: false
        default: true
        }
    }
}

import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import SkrankeDomain
import SkrankeJournal

/// Takes every request: finds its route, checks limits, and turns whatever goes wrong into an answer.
struct Site: HTTPResponder {
    typealias Context = WebContext
    let house: WebHouse
    let security: SecurityHeaders

    init(house: WebHouse) {
        self.house = house
        security = SecurityHeaders(house.configuration)
    }

    func respond(to request: Request, context: WebContext) async throws -> Response {
        let exchange = Exchange(
            request, context, configuration: house.configuration, language: house.policy().language)
        let route = Route(path: request.uri.path)
        var response: Response
        do {
            response = try await answer(exchange, route)
        } catch let problem as Problem {
            response = refuse(problem, exchange, route)
        } catch let fault as StoreFault {
            house.logger.error("the store failed", metadata: ["fault": "\(fault)"])
            response = refuse(Problem(fault: fault), exchange, route)
        } catch is HTTPParserError {
            // In the middle of a body; one in a head never comes as far as here.
            response = refuse(Problem(.malformedRequest), exchange, route)
        } catch is CancellationError {
            response = refuse(Problem(.stopping, retryAfter: 2), exchange, route)
        } catch {
            // Never the path: it holds tokens.
            house.logger.error("a request failed", metadata: ["error": "\(type(of: error))"])
            response = refuse(Problem(.failed), exchange, route)
        }
        security.add(to: &response, route: route)
        if request.method == .head {
            let length = response.headers[.contentLength]
            response.body = ResponseBody()
            response.headers[.contentLength] = length
        }
        return response
    }

    private func answer(_ exchange: Exchange, _ route: Route?) async throws -> Response {
        try house.limitRequests(exchange)
        guard exchange.isSpeltWell else { throw Problem(.invalidPath) }
        guard let route else { throw Problem(.notFound) }
        let method = exchange.request.method.rawValue
        if method == "OPTIONS" {
            var response = Answer.empty(.noContent)
            response.headers[.allow] = route.allow
            return response
        }
        guard method == route.method || (method == "HEAD" && route.method == "GET") else {
            throw Problem(.methodNotAllowed, allow: route.allow)
        }
        if method == "POST" {
            try RequestSource.check(exchange.request.headers, own: exchange.place.origins)
            try RequestSource.checkType(exchange.request.headers, of: route)
        }
        return try await answer(exchange, route)
    }

    private func answer(_ exchange: Exchange, _ route: Route) async throws -> Response {
        let chat = ChatInterface(house: house)
        let pages = PageHandlers(house: house)
        switch route {
        case .chats: return try await chat.open(exchange)
        case .messages(let token): return try await chat.write(exchange, token)
        case .typing(let token): return try await chat.typing(exchange, token)
        case .end(let token): return try await chat.end(exchange, token)
        case .events(let token): return try await chat.events(exchange, token)
        case .calls(let token): return try await PhoneInterface(house: house).tell(exchange, token)
        // The hall and the booking
        case .tickets: return try await VisitInterface(house: house).take(exchange)
        case .checkIns: return try await VisitInterface(house: house).checkIn(exchange)
        case .calledNumbers: return try VisitInterface(house: house).display(exchange)
        case .kiosk: return HallPages(house: house).kiosk(exchange)
        case .display: return HallPages(house: house).display(exchange)
        case .book: return try await BookPages(house: house).book(exchange)
        case .bookings: return try await BookPages(house: house).make(exchange)
        case .booking(let token): return try await BookPages(house: house).booking(exchange, token)
        case .moveBooking(let token): return try await BookPages(house: house).move(exchange, token)
        case .cancelBooking(let token): return try await BookPages(house: house).cancel(exchange, token)
        case .home: return await pages.home(exchange)
        case .ask: return try await pages.ask(exchange)
        case .status(let token): return try await pages.status(exchange, token)
        case .embed: return pages.embed(exchange)
        case .asset(let name): return try pages.asset(exchange, name)
        case .robots: return Answer.text("User-agent: *\nDisallow: /status/\nDisallow: /booking/\n", "text/plain")
        case .health: return try await health()
        case .openAPI: return Answer.text(OpenAPI.document, "application/json")
        }
    }

    /// What a connection is told that sent no request that could be read: head and body.
    func refusal(_ problem: Problem) -> (HTTPResponse, ByteBuffer) {
        let (fields, bytes) = Answer.document(problem, house.policy().language)
        var response = Response(status: problem.status, headers: fields)
        security.add(to: &response, route: nil)
        return (response.head, bytes)
    }

    private func refuse(_ problem: Problem, _ exchange: Exchange, _ route: Route?) -> Response {
        guard exchange.wantsPage, route?.isInterface != true else {
            return Answer.problem(problem, exchange.language)
        }
        return PageHandlers(house: house).problem(problem, exchange)
    }

    private struct Health: Encodable {
        var status: String
        var sequence: Int64
    }

    private func health() async throws -> Response {
        let sequence: Int64
        do throws(StoreFault) {
            sequence = try await house.store.headSequence()
        } catch {
            return try Answer.json(
                Health(status: Problem(fault: error).code.rawValue, sequence: 0), .serviceUnavailable)
        }
        return try Answer.json(Health(status: "ok", sequence: sequence))
    }
}

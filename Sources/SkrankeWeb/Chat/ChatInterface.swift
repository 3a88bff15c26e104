import HTTPTypes
import Hummingbird
import SkrankeDomain
import SkrankeJournal

/// The JSON interface of chat (DESIGN §5).
struct ChatInterface: Sendable {
    let house: WebHouse

    private struct Opened: Encodable {
        var token: String
        var reference: String
        var state: CitizenState
        var statusUrl: String
    }
    private struct Accepted: Encodable { var sequence: Int }

    func open(_ exchange: Exchange) async throws -> Response {
        try house.limitNewChats(exchange)
        let bytes = try await RequestBodyReader.read(exchange, house.limits)
        let body = try JSON.decode(ChatBody.self, bytes).cleaned()
        let key = try Idempotency.key(
            exchange.request.headers, scope: "chats", isScopedByToken: false, body: body)
        let language = body.language.flatMap { Language(rawValue: $0) } ?? exchange.language
        let opened = try await house.chats.open(body, language: language, key: key)
        let answer = Opened(
            token: house.tokens.token(.chat, for: opened.inquiry), reference: opened.reference.text,
            state: opened.state, statusUrl: exchange.place.base + house.tokens.statusPath(for: opened.inquiry)
        )
        return try Answer.json(answer, .created)
    }

    func write(_ exchange: Exchange, _ token: Substring) async throws -> Response {
        let inquiry = try inquiry(token)
        try house.limit(.messages(inquiry), house.limits.messages)
        let bytes = try await RequestBodyReader.read(exchange, house.limits)
        let body = MessageBody(text: InboundText.clean(try JSON.decode(MessageBody.self, bytes).text))
        let key = try Idempotency.key(
            exchange.request.headers, scope: "chat/\(inquiry)", isScopedByToken: true, body: body)
        let sequence = try await house.chats.write(body.text, in: inquiry, key: key)
        return try Answer.json(Accepted(sequence: sequence), .accepted)
    }

    /// Shown at most five seconds, never promised: it goes by the bus, not by the journal.
    func typing(_ exchange: Exchange, _ token: Substring) async throws -> Response {
        let inquiry = try inquiry(token)
        try house.limit(.typing(inquiry), house.limits.typing)
        _ = try await RequestBodyReader.read(exchange, house.limits)
        house.bus.send(.ephemeral(Ephemeral(kind: .typing, inquiry: inquiry, who: .citizen)))
        return Answer.empty(.noContent)
    }

    func end(_ exchange: Exchange, _ token: Substring) async throws -> Response {
        let inquiry = try inquiry(token)
        _ = try await RequestBodyReader.read(exchange, house.limits)
        try await house.chats.end(inquiry)
        return Answer.empty(.noContent)
    }

    func events(_ exchange: Exchange, _ token: Substring) async throws -> Response {
        let inquiry = try inquiry(token)
        let address = exchange.address.isExempt ? nil : exchange.address.key
        if let obstacle = house.hub.obstacle(to: inquiry, from: address) { throw obstacle }
        let history = try await house.store.events(of: .inquiry(inquiry), after: 0)
        guard let last = history.last else { throw Problem(.notFound) }
        let format = ServerSentEvents(
            zone: house.policy().calendar.zone,
            statusURL: exchange.place.base + house.tokens.statusPath(for: inquiry))
        let stream = EventStream(
            store: house.store, hub: house.hub, inquiry: inquiry, address: address, format: format,
            after: min(Self.lastEventID(exchange), last.version), history: history, channel: exchange.channel)
        var headers = HTTPFields()
        headers[.contentType] = "text/event-stream"
        headers[.cacheControl] = "no-store, no-transform"
        if let name = HTTPField.Name("X-Accel-Buffering") { headers[name] = "no" }
        return Response(status: .ok, headers: headers, body: stream.body(of: exchange.request))
    }

    /// From the header, which browsers set by themselves, else from the query; what is no number means
    /// from the start.
    private static func lastEventID(_ exchange: Exchange) -> Int {
        let header = HTTPField.Name("Last-Event-ID").flatMap { exchange.request.headers[$0] }
        return max(0, (header ?? exchange.query["lastEventId"]).flatMap { Int($0) } ?? 0)
    }

    /// - Throws: `notFound`, which tells a forged token nothing.
    private func inquiry(_ token: Substring) throws(Problem) -> InquiryID {
        guard let inquiry = house.tokens.inquiry(of: token, .chat) else { throw Problem(.notFound) }
        return inquiry
    }
}

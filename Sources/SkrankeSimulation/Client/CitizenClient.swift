import NIOCore
import NIOHTTP1
import SkrankeDomain

/// A chat that the gateway has begun.
public struct BegunChat: Equatable, Sendable {
    public var token: String
    public var reference: String
    public var state: ChatState
    public var statusURL: String
}

/// What a chat's event stream tells.
public enum ChatUpdate: Equatable, Sendable {
    case message(sequence: Int64, from: Speaker, text: String)
    case receipt(reference: String, expectedAt: String?)
    case state(ChatState)
    case position(Int, expectedWaitSeconds: Int?)
    case typing(Speaker)
}

/// A citizen's browser, as far as the gateway can tell: HTTP/1.1 up, server-sent events down (DESIGN §5).
///
/// Serves any number of citizens at once, from any task; costs no thread but the event loops' own. Requests
/// share at most `connections` connections, and each event stream has its own.
public struct CitizenClient: Sendable {
    /// Where the gateway is just now; nil while it is away. Asked anew for each connection: a gateway that
    /// comes back may listen elsewhere.
    public typealias Locator = @Sendable () async -> GatewayAddress?

    private let group: any EventLoopGroup
    private let locate: Locator
    private let pool: ConnectionPool
    private let pause: Pause
    private let patience: TimeAmount

    /// - Parameters:
    ///   - group: event loops, owned by the caller.
    ///   - patience: real time that an answer may take.
    public init(
        group: any EventLoopGroup, connections: Int = 32, patience: Span = .seconds(15),
        pause: @escaping Pause = Span.passed, locate: @escaping Locator
    ) {
        self.group = group
        self.locate = locate
        self.pause = pause
        self.patience = .milliseconds(patience.milliseconds)
        pool = ConnectionPool(group: group, limit: connections)
    }

    // MARK: Requests

    /// Begins a chat. The same key gives the same chat, however often it is sent (24 hours).
    /// - Parameter key: at least 22 characters.
    public func ask(
        _ question: String, language: Language?, contact: ContactDetails?, key: String
    ) async throws(ClientFault) -> BegunChat {
        let body = try WireFormat.encode(WireFormat.Question(question, language, contact))
        let answer = try await post("/api/v1/chats", body, key: key, expecting: 201)
        let created = try WireFormat.decode(WireFormat.Created.self, answer.body)
        guard let state = ChatState(rawValue: created.state) else { throw .malformed("state") }
        return BegunChat(
            token: created.token, reference: created.reference, state: state, statusURL: created.statusUrl)
    }

    /// Writes a line. The answer is its sequence: the gateway will not lose it.
    public func write(_ text: String, token: String, key: String) async throws(ClientFault) -> Int64 {
        let body = try WireFormat.encode(WireFormat.Words(text: text))
        let answer = try await post(path(token, "messages"), body, key: key, expecting: 202)
        return try WireFormat.decode(WireFormat.Accepted.self, answer.body).sequence
    }

    public func showTyping(token: String) async throws(ClientFault) {
        _ = try await post(path(token, "typing"), [], key: nil, expecting: 204)
    }

    public func end(token: String) async throws(ClientFault) {
        _ = try await post(path(token, "end"), [], key: nil, expecting: 204)
    }

    /// Closes idle connections.
    public func close() async { await pool.close() }

    private func path(_ token: String, _ part: String) -> String { "/api/v1/chats/\(token)/\(part)" }

    func post(
        _ path: String, _ body: [UInt8], type: String = "application/json", key: String?,
        expecting status: Int
    ) async throws(ClientFault) -> HTTPAnswer {
        guard let address = await locate() else { throw .unreachable }
        var headers = [("Accept", "application/json")]
        if !body.isEmpty { headers.append(("Content-Type", type)) }
        if let key { headers.append(("Idempotency-Key", key)) }
        let call = HTTPCall(method: .POST, path: path, headers: headers, body: body)
        let answer = try await pool.send(call, to: address, patience: patience)
        guard answer.status == status else {
            let code = ProblemDocument(answer.body)?.code ?? ""
            throw .refused(status: answer.status, code: code, retryAfter: answer.retryAfter)
        }
        return answer
    }

    // MARK: Trying again

    /// Tries until it succeeds, is refused for good, was tried `tries` times, or the task is cancelled. The
    /// request must bear a key, or be one that does nothing twice.
    public func retrying<Value: Sendable>(
        _ tries: Int = 40, backoff: Backoff, _ request: @Sendable () async throws(ClientFault) -> Value
    ) async throws(ClientFault) -> Value {
        var backoff = backoff
        var left = max(1, tries)
        while true {
            let fault: ClientFault
            do { return try await request() } catch { fault = error }
            left -= 1
            guard fault.isPassing, left > 0 else { throw fault }
            do { try await pause(backoff.pause(atLeast: fault.retryAfter)) } catch { throw .cancelled }
        }
    }

    // MARK: Events

    /// Follows a chat's events from the start until `deliver` answers false, the chat is refused for good, or
    /// the task is cancelled. Reconnects after a broken connection behind the last event that was delivered.
    public func follow(
        token: String, backoff: Backoff, deliver: @Sendable (ChatUpdate) async -> Bool
    ) async throws(ClientFault) {
        var backoff = backoff
        var lastEventID = ""
        while true {
            let fault: ClientFault
            do {
                if try await listen(token, &lastEventID, &backoff, deliver) { return }
                fault = .unreachable
            } catch {
                fault = error
            }
            if Task.isCancelled { throw .cancelled }
            guard fault.isPassing else { throw fault }
            do { try await pause(backoff.pause(atLeast: fault.retryAfter)) } catch { throw .cancelled }
        }
    }

    /// One connection's worth of events; true when the receiver wants no more.
    private func listen(
        _ token: String, _ lastEventID: inout String, _ backoff: inout Backoff,
        _ deliver: @Sendable (ChatUpdate) async -> Bool
    ) async throws(ClientFault) -> Bool {
        let connection = try await open(token, after: lastEventID)
        defer { connection.channel.close(promise: nil) }
        do {
            for try await event in connection.events {
                backoff.reset()
                if let update = try ChatUpdate(event) {
                    guard await deliver(update) else { return true }
                }
                // Only now: what broke off in between is sent again.
                lastEventID = event.id
            }
        } catch {
            throw error as? ClientFault ?? .unreachable
        }
        return false
    }

    private func open(
        _ token: String, after lastEventID: String
    ) async throws(ClientFault) -> (channel: any NIOCore.Channel, events: EventStreamHandler.Events) {
        guard let address = await locate() else { throw .unreachable }
        var headers = [("Accept", "text/event-stream"), ("Cache-Control", "no-store")]
        if !lastEventID.isEmpty { headers.append(("Last-Event-ID", lastEventID)) }
        let call = HTTPCall(method: .GET, path: path(token, "events"), headers: headers)
        let (events, continuation) = EventStreamHandler.Events.makeStream(
            bufferingPolicy: .bufferingOldest(1_000))
        let channel = try await ConnectionPool.connect(to: address, on: group) { channel in
            try channel.pipeline.syncOperations.addHandlers([
                IdleStateHandler(readTimeout: .seconds(90)),
                EventStreamHandler(
                    call, host: address.description, lastEventID: lastEventID, events: continuation),
            ])
        }
        return (channel, events)
    }
}

import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import SkrankeDomain

@testable import SkrankeWeb

/// An answer as a test reads it.
struct Reply: Sendable {
    var status: Int
    var headers: HTTPFields
    var text: String

    subscript(field: String) -> String? { json[field].flatMap { "\($0)" } }
    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
    }
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}

/// A real server on a free port, for the length of a closure.
struct LiveServer: Sendable {
    let desk: TestDesk
    let server: WebServer
    let address: WebServer.Address
    let client: TestClient

    static func run(
        _ desk: TestDesk, _ change: (inout WebConfiguration) -> Void = { _ in },
        _ body: @escaping @Sendable (LiveServer) async throws -> Void
    ) async throws {
        let server = try desk.server(change)
        let (addresses, continuation) = AsyncStream<WebServer.Address>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { continuation.finish() }
                try await server.run { continuation.yield($0) }
            }
            for await address in addresses {
                do {
                    try await TestClient.withClient(host: "127.0.0.1", port: address.port) { client in
                        try await body(
                            LiveServer(desk: desk, server: server, address: address, client: client))
                    }
                } catch {
                    await server.stop()
                    throw error
                }
                break
            }
            await server.stop()
            try await tasks.waitForAll()
        }
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, _ headers: [String: String] = [:]
    ) async throws -> Reply {
        try await raw(method, path, body.map { Array($0.utf8) }, headers)
    }

    func raw(
        _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8]?, _ headers: [String: String] = [:]
    ) async throws -> Reply {
        var fields = HTTPFields()
        for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        let request = TestClient.Request(
            path, method: method, authority: "127.0.0.1:\(address.port)", headers: fields,
            body: body.map { ByteBuffer(bytes: $0) })
        let response = try await client.execute(request)
        return Reply(
            status: response.status.code, headers: response.headers,
            text: response.body.map { String(buffer: $0) } ?? "")
    }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Reply {
        try await send(.get, path, nil, headers)
    }

    func post(_ path: String, _ json: [String: Any], _ headers: [String: String] = [:]) async throws -> Reply
    {
        let data = try JSONSerialization.data(withJSONObject: json)
        return try await send(.post, path, String(decoding: data, as: UTF8.self), headers)
    }

    /// A new chat, and who it is inside.
    func open(_ question: String = "Når hentes glass?", _ more: [String: Any] = [:]) async throws -> Chat {
        let reply = try await post("/api/v1/chats", more.merging(["question": question]) { $1 })
        guard let token = reply["token"], let inquiry = server.tokens.inquiry(of: token, .chat) else {
            throw Refusal.notFound
        }
        return Chat(token: token, inquiry: inquiry, reply: reply)
    }

    struct Chat: Sendable {
        var token: String
        var inquiry: InquiryID
        var reply: Reply
        func path(_ name: String) -> String { "/api/v1/chats/\(token)/\(name)" }
    }

    func listen(_ chat: Chat, after: Int? = nil) async throws -> EventClient {
        try await EventClient.connect(
            port: address.port, path: chat.path("events"),
            headers: after.map { ["Last-Event-ID": "\($0)"] } ?? [:])
    }
}

import NIOCore
import NIOPosix
import SkrankeDomain
import Synchronization
import Testing

@testable import SkrankeSimulation

/// The client against a real server on the loopback.
@Suite(.timeLimit(.minutes(1))) struct ClientTests {
    static let key = "0123456789abcdef0123456789abcdef"
    static let created = #"{"token":"t1","reference":"2026-0007","state":"waiting","statusUrl":"/status/s1"}"#

    /// Pauses take no time, and are written down.
    final class Pauses: Sendable {
        let spans = Mutex<[Span]>([])
        var pause: Pause {
            { span in
                try Task.checkCancellation()
                self.spans.withLock { $0.append(span) }
            }
        }
    }

    private func with(
        patience: Span = .seconds(15), connections: Int = 4,
        _ body: (CitizenClient, TestGateway, Pauses) async throws -> Void
    ) async throws {
        let gateway = try await TestGateway.start()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let pauses = Pauses()
        let address = gateway.address
        let client = CitizenClient(
            group: group, connections: connections, patience: patience, pause: pauses.pause,
            locate: { address })
        try await body(client, gateway, pauses)
        await client.close()
        try await gateway.stop()
        try await group.shutdownGracefully()
    }

    private var backoff: Backoff { Backoff(random: SeededRandom(seed: 1)) }

    @Test func asksAsTheSpineSays() async throws {
        try await with { client, gateway, _ in
            async let begun = client.ask(
                "Hvor er blåbærene?", language: .nn,
                contact: ContactDetails(name: "Blid Tranebær", phone: "59 00 00 50"),
                key: Self.key)
            let request = try await gateway.next()
            #expect(request.method == "POST")
            #expect(request.path == "/api/v1/chats")
            #expect(request.headers["idempotency-key"] == Self.key)
            #expect(request.headers["content-type"] == "application/json")
            #expect(request.body.contains(#""question":"Hvor er blåbærene?""#))
            #expect(request.body.contains(#""language":"nn""#))
            #expect(request.body.contains(#""name":"Blid Tranebær""#))
            #expect(!request.body.contains("email"))
            request.answer(201, Self.created)
            let chat = try await begun
            #expect(
                chat
                    == BegunChat(
                        token: "t1", reference: "2026-0007", state: .waiting, statusURL: "/status/s1"))
        }
    }

    @Test func writesTypesAndEndsOverOneConnection() async throws {
        try await with(connections: 1) { client, gateway, _ in
            async let sequence = client.write("Hei 🫐", token: "t1", key: Self.key)
            let first = try await gateway.next()
            #expect(first.path == "/api/v1/chats/t1/messages")
            #expect(first.body == #"{"text":"Hei 🫐"}"#)
            first.answer(202, #"{"sequence":12}"#)
            #expect(try await sequence == 12)
            async let typing: Void = client.showTyping(token: "t1")
            let second = try await gateway.next()
            #expect(second.path == "/api/v1/chats/t1/typing")
            second.answer(204)
            try await typing
            async let end: Void = client.end(token: "t1")
            let third = try await gateway.next()
            #expect(third.path == "/api/v1/chats/t1/end")
            third.answer(204)
            try await end
            #expect(first.channel === second.channel && second.channel === third.channel)
        }
    }

    @Test func neverUsesMoreConnectionsThanItMay() async throws {
        try await with(connections: 2) { client, gateway, _ in
            try await withThrowingTaskGroup(of: Int64.self) { group in
                for index in 0..<6 {
                    group.addTask { try await client.write("\(index)", token: "t", key: Self.key) }
                }
                var seen: [ObjectIdentifier: Int] = [:]
                for number in 0..<6 {
                    let request = try await gateway.next()
                    seen[ObjectIdentifier(request.channel), default: 0] += 1
                    request.answer(202, #"{"sequence":\#(number)}"#)
                }
                #expect(seen.count <= 2)
                var sequences: Set<Int64> = []
                for try await sequence in group { sequences.insert(sequence) }
                #expect(sequences == Set(0..<6))
            }
        }
    }

    /// The gateway dies between commit and answer, is busy, and is back: the same key each time.
    @Test func aRetryKeepsItsKey() async throws {
        try await with { client, gateway, pauses in
            async let sequence = client.retrying(backoff: backoff) { () throws(ClientFault) -> Int64 in
                try await client.write("Hei", token: "t1", key: Self.key)
            }
            let first = try await gateway.next()
            first.breakOff()
            let second = try await gateway.next()
            second.answer(503, #"{"title":"x","code":"store-busy"}"#, headers: [("Retry-After", "2")])
            let third = try await gateway.next()
            third.answer(429, "{}", headers: [("Retry-After", "7")])
            let fourth = try await gateway.next()
            fourth.answer(202, #"{"sequence":3}"#)
            #expect(try await sequence == 3)
            #expect([first, second, third, fourth].allSatisfy { $0.headers["idempotency-key"] == Self.key })
            #expect(Set([first, second, third, fourth].map(\.body)).count == 1)
            let spans = pauses.spans.withLock { $0 }
            #expect(spans.count == 3)
            #expect(spans[0] < .seconds(1) && spans[1] == .seconds(2) && spans[2] == .seconds(7))
        }
    }

    @Test(arguments: [
        (400, "invalid-field"), (404, "not-found"), (413, "text-too-long"), (422, "idempotency-key-reused"),
    ])
    func aRefusalIsFinal(_ status: Int, _ code: String) async throws {
        try await with { client, gateway, pauses in
            let result = Task { [backoff] in
                try await client.retrying(backoff: backoff) { () throws(ClientFault) -> Int64 in
                    try await client.write("Hei", token: "t1", key: Self.key)
                }
            }
            try await gateway.next().answer(status, #"{"title":"t","detail":"d","code":"\#(code)"}"#)
            await #expect(throws: ClientFault.refused(status: status, code: code, retryAfter: nil)) {
                _ = try await result.value
            }
            #expect(pauses.spans.withLock { $0 }.isEmpty)
        }
    }

    @Test func nobodyListening() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let pauses = Pauses()
        let gateway = try await TestGateway.start()
        let address = gateway.address
        try await gateway.stop()
        let client = CitizenClient(group: group, pause: pauses.pause, locate: { address })
        await #expect(throws: ClientFault.unreachable) {
            try await client.retrying(5, backoff: backoff) { () throws(ClientFault) in
                try await client.end(token: "t")
            }
        }
        #expect(pauses.spans.withLock { $0.count } == 4)
        try await group.shutdownGracefully()
    }

    @Test func anAnswerThatNeverEnds() async throws {
        try await with(patience: Span(milliseconds: 50)) { client, gateway, _ in
            let result = Task { try await client.end(token: "t") }
            _ = try await gateway.next()
            await #expect(throws: ClientFault.timedOut) { _ = try await result.value }
        }
    }

    @Test(arguments: ["", "{", "[]", #"{"sequence":"x"}"#])
    func nonsenseIsMalformed(_ body: String) async throws {
        try await with { client, gateway, _ in
            let result = Task { try await client.write("Hei", token: "t", key: Self.key) }
            try await gateway.next().answer(202, body)
            await #expect(throws: ClientFault.malformed("Accepted")) { _ = try await result.value }
        }
    }
}

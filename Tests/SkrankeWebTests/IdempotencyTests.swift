import SkrankeDomain
import Testing

@testable import SkrankeWeb

@Suite("The same key, the same answer (DESIGN §5)", .timeLimit(.minutes(1)))
struct IdempotencyTests {
    private static let key = ["Idempotency-Key": "0123456789abcdef01234567"]

    @Test("A chat created twice is one; with another body it is a conflict")
    func chat() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        try await LiveServer.run(desk) { live in
            let first = try await live.send(.post, "/api/v1/chats", #"{"question":"Hei"}"#, Self.key)
            // The same after cleaning: order, spaces and escapes of the client do not count.
            let again = try await live.send(
                .post, "/api/v1/chats", #"{ "contact": null, "question":"\u0048ei" }"#, Self.key)
            #expect(first.status == 201)
            #expect(again.status == 201)
            #expect(first.text == again.text)
            let other = try await live.send(.post, "/api/v1/chats", #"{"question":"Hallo"}"#, Self.key)
            #expect(other.status == 422)
            #expect(other["code"] == "idempotency-key-reused")
            #expect(try await desk.store.openHeads(after: nil, limit: 10).count == 1)
        }
    }

    @Test("A message sent twice stands once; its key belongs to its chat alone")
    func message() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        try await LiveServer.run(desk) { live in
            let one = try await live.open("én")
            let two = try await live.open("to")
            let key = ["Idempotency-Key": "k"]
            let first = try await live.post(one.path("messages"), ["text": "Hei"], key)
            _ = try await live.post(one.path("messages"), ["text": "imellom"])
            let again = try await live.post(one.path("messages"), ["text": "Hei"], key)
            #expect(first.status == 202)
            #expect(again.status == 202)
            #expect(first["sequence"] == again["sequence"])
            #expect(try await live.post(one.path("messages"), ["text": "Hallo"], key).status == 422)
            #expect(try await live.post(two.path("messages"), ["text": "Hallo"], key).status == 202)
            let file = try #require(try await desk.store.file(one.inquiry))
            #expect(file.texts.values.filter { $0 == "Hei" }.count == 1)
        }
    }

    @Test(
        "A key that cannot be a secret, or is none, is refused",
        arguments: [
            ("short", "idempotency-key-too-short"), ("", "idempotency-key-invalid"),
            ("æøåæøåæøåæøåæøåæøåæøåæøå", "idempotency-key-invalid"),
            (String(repeating: "k", count: 201), "idempotency-key-invalid"),
        ])
    func badKey(key: String, code: String) async throws {
        try await LiveServer.run(TestDesk()) { live in
            let reply = try await live.post("/api/v1/chats", ["question": "Hei"], ["Idempotency-Key": key])
            #expect(reply.status == 400)
            #expect(reply["code"] == code)
        }
    }

    @Test("A refusal is not kept: the same key works when the text is right")
    func refusal() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { live in
            let reply = try await live.post("/api/v1/chats", ["question": " \u{200B}\n"], Self.key)
            #expect(reply.status == 400)
            #expect(reply["code"] == "text-missing")
            #expect(try await live.post("/api/v1/chats", ["question": "Hei"], Self.key).status == 201)
        }
    }
}

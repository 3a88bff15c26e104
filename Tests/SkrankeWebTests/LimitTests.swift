import Foundation
import HTTPTypes
import SkrankeDomain
import Testing

@testable import SkrankeWeb

@Suite("Limits are answers with a sentence (law 7)", .timeLimit(.minutes(1)))
struct LimitTests {
    @Test(
        "Bodies that are too large, no JSON, or of the wrong shape",
        arguments: [
            (#"{"question": 5}"#, 400, "invalid-field"), (#"{}"#, 400, "invalid-field"),
            ("", 400, "invalid-json"),
            ("[1,2", 400, "invalid-json"), (#"{"question":"\ud800"}"#, 400, "invalid-json"),
            (#"{"question":"x","language":"klingonsk"}"#, 400, "invalid-field"),
            (#"{"question":""}"#, 400, "text-missing"),
            (#"{"question":"\#(String(repeating: "x", count: 20_001))"}"#, 413, "text-too-long"),
            (
                #"{"question":"x","contact":{"name":"\#(String(repeating: "n", count: 501))"}}"#, 413,
                "text-too-long"
            ),
            (#"{"question":"\#(String(repeating: "x", count: 300_000))"}"#, 413, "body-too-large"),
            (String(repeating: "[", count: 100_000), 400, "invalid-json"),
            (#"{"question":"x","a":\#(String(repeating: #"{"a":"#, count: 5_000))1"#, 400, "invalid-json"),
        ])
    func bodies(body: String, status: Int, code: String) async throws {
        try await LiveServer.run(TestDesk()) { live in
            let reply = try await live.send(.post, "/api/v1/chats", body)
            #expect(reply.status == status)
            #expect(reply["code"] == code)
            #expect(reply.header("Content-Type") == "application/problem+json")
            #expect(reply["detail"]?.isEmpty == false)
            #expect(reply["title"]?.isEmpty == false)
        }
    }

    @Test("The longest text of the largest characters fits")
    func longest() async throws {
        try await LiveServer.run(TestDesk()) { live in
            func escaped(_ count: Int) -> String { String(repeating: #"\ud83d\ude42"#, count: count) }
            let field = escaped(Limits.fieldLength)
            let reply = try await live.send(
                .post, "/api/v1/chats",
                """
                {"question":"\(escaped(Limits.messageLength))","language":"nb",
                 "contact":{"name":"\(field)","email":"\(field)","phone":"\(field)"}}
                """)
            #expect(reply.status == 201)
            func encoded(_ count: Int) -> String { String(repeating: "%F0%9F%99%82", count: count) }
            let other = encoded(Limits.fieldLength)
            let form = try await live.send(
                .post, "/ask",
                "question=\(encoded(Limits.messageLength))&key=0123456789abcdef01234567&language=nb"
                    + "&name=\(other)&email=\(other)&phone=\(other)")
            #expect(form.status == 303)
        }
    }

    @Test("Too fast by token: 429, Retry-After, and after that time it goes on")
    func tokenRate() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk, { $0.limits.messages = .init(burst: 3, perMinute: 12) }) { live in
            let chat = try await live.open()
            for _ in 0..<3 {
                #expect(try await live.post(chat.path("messages"), ["text": "a"]).status == 202)
            }
            let refused = try await live.post(chat.path("messages"), ["text": "a"], ["Accept-Language": "en"])
            #expect(refused.status == 429)
            #expect(refused.header("Retry-After") == "5")
            #expect(refused["code"] == "too-many-requests")
            #expect(refused["detail"]?.contains("Wait 5 seconds") == true)
            let other = try await live.open()
            #expect(try await live.post(other.path("messages"), ["text": "a"]).status == 202)
            desk.clock.advance(.seconds(5))
            #expect(try await live.post(chat.path("messages"), ["text": "a"]).status == 202)
        }
    }

    @Test("By address only behind a proxy that names it; this machine itself is exempt")
    func addressRate() async throws {
        let change: (inout WebConfiguration) -> Void = {
            $0.limits.chats = .init(burst: 2, perMinute: 60)
            $0.trustedProxyHeader = "X-Forwarded-For"
        }
        try await LiveServer.run(TestDesk(), change) { live in
            // Only the last name was written by the proxy: what the client put before it is not believed.
            let asked: [(String?, Int)] = [
                ("203.0.113.7", 201), ("1.1.1.1, 203.0.113.7", 201), ("2.2.2.2, 203.0.113.7:4711", 429),
                ("203.0.113.8", 201), ("2001:db8:1:2::a", 201), ("2001:db8:1:2::b", 201),
                ("[2001:db8:1:2:ffff::c]:80", 429), (nil, 201), (nil, 201), (nil, 201),
            ]
            for (address, status) in asked {
                let headers = address.map { ["X-Forwarded-For": $0] } ?? [:]
                let reply = try await live.post("/api/v1/chats", ["question": "x"], headers)
                #expect(reply.status == status, "\(address ?? "-")")
            }
        }
    }

    @Test("Streams: so many of one chat; a header that is too long")
    func streams() async throws {
        try await LiveServer.run(TestDesk(), { $0.limits.streamsPerChat = 2 }) { live in
            let chat = try await live.open()
            let open = [try await live.listen(chat), try await live.listen(chat)]
            for stream in open { _ = try await stream.next() }
            let third = try await live.get(chat.path("events"))
            #expect(third.status == 429)
            #expect(third["code"] == "too-many-streams")
            for stream in open { await stream.close() }
            let long = try await EventClient.connect(
                port: live.address.port, path: "/healthz",
                headers: ["X": String(repeating: "x", count: 40_000)])
            #expect(long.status == 400 || long.status == 431)
            await long.close()
        }
    }

    @Test("A reader that does not read is dropped, and its memory with it")
    func slowReader() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        let change: (inout WebConfiguration) -> Void = { $0.limits.streamBacklog = 4 }
        try await LiveServer.run(desk, change) { live in
            let chat = try await live.open()
            let stream = try await live.listen(chat)
            _ = try await stream.next()
            try await stream.channel.setOption(.autoRead, value: false).get()
            let big = String(repeating: "å", count: Limits.messageLength)
            var sent = 0
            while live.server.streamCount > 0, sent < 1_500 {
                #expect(try await live.post(chat.path("messages"), ["text": big]).status == 202)
                sent += 1
            }
            #expect(live.server.streamCount == 0)
            await stream.close()
        }
    }

    @Test(
        "A full, busy or broken store is told apart",
        arguments: [
            (StoreFaultKind.full, "store-full"), (.locked, "store-busy"), (.failed, "store-failed"),
            (.closed, "stopping"),
        ])
    func storeFaults(kind: StoreFaultKind, code: String) {
        let problem = Problem(fault: kind.fault)
        #expect(problem.code.rawValue == code)
        #expect(problem.status == .serviceUnavailable)
        #expect(problem.retryAfter != nil)
    }

    @Test("Every code says something in every language")
    func words() {
        for code in Problem.Code.allCases {
            let texts = Language.allCases.map { Problem(code).detail($0) }
            #expect(Set(texts).count == 3, "\(code)")
            #expect(texts.allSatisfy { !$0.isEmpty && $0.hasSuffix(".") })
        }
    }
}

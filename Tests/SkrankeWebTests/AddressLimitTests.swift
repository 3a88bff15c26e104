import Foundation
import HTTPTypes
import NIOCore
import SkrankeDomain
import Testing

@testable import SkrankeWeb

/// Limits by address, for addresses that are not this machine's own (law 7): `countsLoopback` makes the
/// tests' own address one of those.
@Suite("Too much from one address", .timeLimit(.minutes(2)))
struct AddressLimitTests {
    @Test(
        "Whose address counts",
        arguments: [
            ("203.0.113.9", nil, "203.0.113.9", false), ("127.0.0.1", nil, "127.0.0.1", true),
            ("127.8.0.1", nil, "127.8.0.1", true), ("::1", nil, "::1", true),
            ("2001:db8:1:2:3::4", nil, "20:1:d:b8:0:1:0:2::/64", false),
            ("::ffff:203.0.113.9", nil, "203.0.113.9", false), ("::ffff:127.0.0.1", nil, "127.0.0.1", true),
            ("127.0.0.1", "198.51.100.7", "198.51.100.7", false),
            ("127.0.0.1", "1.1.1.1, 198.51.100.7:4711", "198.51.100.7", false),
            // What is no address is not believed: the proxy's own counts.
            ("203.0.113.9", "unknown", "203.0.113.9", false), ("127.0.0.1", "<script>", "127.0.0.1", true),
        ] as [(String, String?, String, Bool)])
    func keys(peer: String, forwarded: String?, key: String, isExempt: Bool) throws {
        var headers = HTTPFields()
        if let forwarded, let name = HTTPField.Name("X-Forwarded-For") { headers[name] = forwarded }
        let address = ClientAddress(
            peer: try SocketAddress(ipAddress: peer, port: 1), headers: headers,
            proxyHeader: "X-Forwarded-For")
        #expect(address == ClientAddress(key: key, isExempt: isExempt))
        // Without a trusted proxy the header says nothing.
        let alone = ClientAddress(
            peer: try SocketAddress(ipAddress: peer, port: 1), headers: headers, proxyHeader: nil)
        #expect(alone.key != "198.51.100.7")
    }

    static let sentences: [(String, String)] = [
        ("nb", "Vent 3 sekunder og prøv igjen."), ("nn", "Vent 3 sekund og prøv igjen."),
        ("en", "Wait 3 seconds and try again."),
    ]

    @Test("A third new chat: 429 with the seconds, for a program and on the page", arguments: sentences)
    func newChats(language: String, sentence: String) async throws {
        let change: (inout WebConfiguration) -> Void = {
            $0.countsLoopback = true
            $0.limits.chats = .init(burst: 2, perMinute: 20)
        }
        let desk = TestDesk()
        try await LiveServer.run(desk, change) { live in
            for _ in 0..<2 { #expect(try await live.post("/api/v1/chats", ["question": "x"]).status == 201) }
            let reply = try await live.post(
                "/api/v1/chats", ["question": "x"], ["Accept-Language": language])
            #expect(reply.status == 429)
            #expect(reply.header("Retry-After") == "3")
            #expect(reply["code"] == "too-many-requests")
            #expect(reply.isProblem)
            #expect(reply["detail"]?.hasSuffix(sentence) == true, "\(reply.text)")
            #expect(reply.header("Content-Language") == language)
            // The page keeps what was written, and says the same.
            let page = try await live.send(
                .post, "/ask?lang=\(language)",
                "question=Hvor+er+nøkkelen%3F&name=Åse&key=0123456789abcdef01234567",
                ["Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"])
            #expect(page.status == 429)
            #expect(page.header("Retry-After") == "3")
            #expect(page.header("Content-Type") == "text/html; charset=utf-8")
            for text in [sentence, "Hvor er nøkkelen?", "value=\"Åse\"", "<html lang=\"\(language)\""] {
                #expect(page.text.contains(text), "\(text)")
            }
            #expect(try await desk.store.openHeads(after: nil, limit: 10).count == 2)
            // Reading goes on, and after that time writing too.
            #expect(try await live.get("/").status == 200)
            desk.clock.advance(.seconds(3))
            #expect(try await live.post("/api/v1/chats", ["question": "x"]).status == 201)
        }
    }

    @Test("Requests of all kinds; the page says it as a page")
    func requests() async throws {
        let change: (inout WebConfiguration) -> Void = {
            $0.countsLoopback = true
            $0.limits.requests = .init(burst: 3, perMinute: 60)
        }
        try await LiveServer.run(TestDesk(), change) { live in
            for _ in 0..<3 { #expect(try await live.get("/healthz").status == 200) }
            let data = try await live.get("/healthz")
            #expect(data.status == 429)
            #expect(data.isProblem)
            let page = try await live.get("/?lang=nn", ["Accept": "text/html"])
            #expect(page.status == 429)
            #expect(page.header("Retry-After") == "1")
            #expect(page.text.contains("Litt for fort"))
        }
    }

    @Test("Streams of one address")
    func streams() async throws {
        let change: (inout WebConfiguration) -> Void = {
            $0.countsLoopback = true
            $0.limits.streamsPerAddress = 2
        }
        try await LiveServer.run(TestDesk(), change) { live in
            let chats = [try await live.open("a"), try await live.open("b"), try await live.open("c")]
            let open = [try await live.listen(chats[0]), try await live.listen(chats[1])]
            for stream in open { _ = try await stream.next() }
            let third = try await live.get(chats[2].path("events"))
            #expect(third.status == 429)
            #expect(third["code"] == "too-many-streams")
            #expect(third.header("Retry-After") != nil)
            await open[0].close()
            // A place comes free when the server has seen the end.
            var status = 429
            while status == 429 {
                let next = try await live.listen(chats[2])
                status = next.status
                await next.close()
            }
            #expect(status == 200)
            await open[1].close()
        }
    }

    @Test("Connections of one address: told, and the place comes free again")
    func connections() async throws {
        let change: (inout WebConfiguration) -> Void = {
            $0.countsLoopback = true
            $0.limits.connectionsPerAddress = 3
        }
        try await LiveServer.run(TestDesk(), change) { live in
            // The test's own client has one.
            #expect(try await live.get("/healthz").status == 200)
            let idle = [
                try await RawExchange.open(port: live.address.port),
                try await RawExchange.open(port: live.address.port),
            ]
            // Both are counted when a request on each has been answered.
            for connection in idle { try await connection.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n") }
            let refused = try await RawExchange.send([], port: live.address.port).replies
            #expect(refused.map(\.status) == [429])
            #expect(refused.first?["code"] == "too-many-connections")
            #expect(refused.first?.isProblem == true)
            #expect(refused.first?.header("Retry-After") == "10")
            #expect(try await live.get("/healthz").status == 200)
            for connection in idle { try await connection.channel.close() }
            var status = 429
            while status == 429 {
                let request = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                status =
                    try await RawExchange.send([request], port: live.address.port).replies.first?.status ?? 0
            }
            #expect(status == 200)
        }
    }

    @Test func theBookForgetsWhoHasNone() {
        let book = ConnectionBook(limit: 2)
        let entered = ["a", "a", "a", "b"].map { book.enter($0) }
        #expect(entered == [true, true, false, true])
        book.leave("a")
        #expect(book.enter("a"))
        for address in ["a", "a", "b", "c"] { book.leave(address) }
        #expect(book.count == 0)
    }
}

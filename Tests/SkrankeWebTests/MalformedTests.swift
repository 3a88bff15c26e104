import Foundation
import HTTPTypes
import Testing

@testable import SkrankeWeb

/// Whatever comes in is answered with a problem document, never with an empty body (DESIGN §5, law 7).
@Suite("Malformed requests", .timeLimit(.minutes(2)))
struct MalformedTests {
    struct Wire: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let status: Int
        let code: String
        init(_ what: String, _ text: String, _ status: Int = 400, _ code: String = "malformed-request") {
            self.init(what, bytes: Array(text.utf8), status, code)
        }
        init(_ what: String, bytes: [UInt8], _ status: Int = 400, _ code: String = "malformed-request") {
            testDescription = what
            self.bytes = bytes
            self.status = status
            self.code = code
        }
    }

    private static let host = "Host: 127.0.0.1\r\n"
    private static let post = "POST /api/v1/chats HTTP/1.1\r\n" + host

    static let wires: [Wire] = [
        Wire("no HTTP at all", "GARBAGE\r\n\r\n"),
        Wire("TLS", bytes: [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03, 0x0D, 0x0A]),
        Wire("a NUL in the address", "GET /\u{0} HTTP/1.1\r\n" + host + "\r\n"),
        Wire("a NUL in a header", "GET / HTTP/1.1\r\n" + host + "X: a\u{0}b\r\n\r\n"),
        Wire("another version", "GET / HTTP/9.9\r\n" + host + "\r\n"),
        Wire(
            "a head that is too large",
            "GET / HTTP/1.1\r\n" + host + "X: "
                + String(repeating: "x", count: 40_000) + "\r\n\r\n", 431, "headers-too-large"),
        Wire(
            "an address that is too long",
            "GET /" + String(repeating: "x", count: 40_000)
                + " HTTP/1.1\r\n" + host + "\r\n", 431, "headers-too-large"),
        Wire(
            "too many headers",
            "GET / HTTP/1.1\r\n" + host
                + (0..<200).map { "X\($0): 1\r\n" }.joined() + "\r\n", 431, "headers-too-large"),
        Wire(
            "a key of a megabyte",
            post + "Idempotency-Key: " + String(repeating: "k", count: 1_000_000)
                + "\r\nContent-Length: 2\r\n\r\n{}", 431, "headers-too-large"),
        Wire(
            "a key with a control in it",
            post + "Idempotency-Key: abc\u{1}defghijklmnopqrstuvw\r\n"
                + "Content-Length: 2\r\n\r\n{}"),
        // Smuggling: two readers that disagree on where a request ends.
        Wire("both lengths", post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET"),
        Wire("two lengths", post + "Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}"),
        Wire("a negative length", post + "Content-Length: -1\r\n\r\n"),
        Wire("a length that is none", post + "Content-Length: two\r\n\r\n{}"),
        Wire("a length beyond all numbers", post + "Content-Length: 99999999999999999999999\r\n\r\n{}"),
        Wire("a blank before the colon", post + "Content-Length : 2\r\n\r\n{}"),
        Wire("a chunk without a size", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
        Wire("a chunk beyond all numbers", post + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n"),
        Wire("a method that is none", "G<T / HTTP/1.1\r\n" + host + "\r\n"),
    ]

    @Test(arguments: wires)
    func answered(wire: Wire) async throws {
        try await LiveServer.run(TestDesk()) { live in
            let answer = try await RawExchange.send(bytes: [wire.bytes], port: live.address.port)
            let replies = answer.replies
            #expect(replies.count == 1, "\(answer.text.prefix(600))")
            let reply = try #require(replies.first)
            #expect(reply.status == wire.status)
            #expect(reply["code"] == wire.code)
            #expect(reply.isProblem)
            #expect(reply.header("X-Content-Type-Options") == "nosniff")
            #expect(reply.header("Connection") == "close")
            // The others are served on.
            #expect(try await live.get("/healthz").status == 200)
        }
    }

    @Test(
        "What follows a good request on its connection is told after its answer, and never takes part in it")
    func pipelined() async throws {
        try await LiveServer.run(TestDesk()) { live in
            let good = "GET /healthz HTTP/1.1\r\n\(Self.host)\r\n"
            let answer = try await RawExchange.send(
                [good + good + "GARBAGE\r\n\r\n"], port: live.address.port)
            #expect(answer.replies.map(\.status) == [200, 200, 400], "\(answer.text)")
            #expect(answer.replies.last?.isProblem == true)
        }
    }

    @Test(
        "Addresses that are misspelt, or lead nowhere",
        arguments: [
            ("/%zz", 400, "invalid-path"), ("/%", 400, "invalid-path"), ("/%f", 400, "invalid-path"),
            ("/%ff", 400, "invalid-path"), ("/%00", 400, "invalid-path"), ("/?lang=%zz", 400, "invalid-path"),
            ("/?%c3=1", 400, "invalid-path"), ("/status/%e0%80%af", 400, "invalid-path"),
            ("/assets/../../etc/passwd", 404, "not-found"),
            ("/assets/%2e%2e%2fetc%2fpasswd", 404, "not-found"),
            ("/assets/..%5c..%5cdesk.toml", 404, "not-found"), ("/assets//page.css", 404, "not-found"),
            ("/assets/page.css/", 404, "not-found"), ("/assets/", 404, "not-found"),
            ("//evil.example/", 404, "not-found"), ("/.git/config", 404, "not-found"),
            ("/Data/desk.toml", 404, "not-found"),
        ])
    func addresses(path: String, status: Int, code: String) async throws {
        try await LiveServer.run(TestDesk()) { live in
            let request = "GET \(path) HTTP/1.1\r\n\(Self.host)Connection: close\r\n\r\n"
            let answer = try await RawExchange.send([request], port: live.address.port)
            let reply = try #require(answer.replies.first)
            #expect(reply.status == status)
            #expect(reply["code"] == code)
            #expect(reply.isProblem)
        }
    }

    @Test(
        "Content of another type is refused: a foreign page can send that without asking (CORS)",
        arguments: [
            ("text/plain", 415), ("text/plain;charset=UTF-8", 415), ("multipart/form-data; boundary=x", 415),
            ("application/x-www-form-urlencoded", 415), ("application/jsonp", 415), ("", 415),
            ("application/json", 201), ("application/json; charset=utf-8", 201), ("Application/JSON", 201),
            (nil, 201),
        ] as [(String?, Int)])
    func contentTypes(type: String?, status: Int) async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { live in
            let headers = type.map { ["Content-Type": $0] } ?? [:]
            let reply = try await live.send(.post, "/api/v1/chats", #"{"question":"Hei"}"#, headers)
            #expect(reply.status == status)
            if status == 415 {
                #expect(reply["code"] == "unsupported-media-type")
                #expect(reply.isProblem)
                #expect(reply["detail"]?.contains("application/json") == true)
                #expect(try await desk.store.openHeads(after: nil, limit: 1).isEmpty)
            }
            let form = try await live.send(
                .post, "/ask", "question=x&key=0123456789abcdef01234567", ["Content-Type": "text/plain"])
            #expect(form.status == 415)
        }
    }

    struct Source: Sendable {
        var headers: [String: String]
        var isOwn: Bool
    }

    static let sources: [Source] = [
        Source(headers: [:], isOwn: true),
        Source(headers: ["Origin": "http://127.0.0.1:PORT"], isOwn: true),
        Source(headers: ["Origin": "http://localhost:PORT", "Host": "localhost:PORT"], isOwn: true),
        Source(headers: ["Origin": "https://evil.example"], isOwn: false),
        Source(headers: ["Origin": "http://127.0.0.1:1"], isOwn: false),
        Source(headers: ["Origin": "http://evil.example", "Host": "evil.example"], isOwn: false),
        // A form of ours: our pages send no referrer, and then a browser names no origin.
        Source(headers: ["Origin": "null"], isOwn: true),
        Source(headers: ["Origin": "null", "Sec-Fetch-Site": "same-origin"], isOwn: true),
        Source(headers: ["Origin": "null", "Sec-Fetch-Site": "cross-site"], isOwn: false),
        Source(
            headers: ["Origin": "https://www.provedal.example", "Sec-Fetch-Site": "same-site"], isOwn: false),
        Source(headers: ["Sec-Fetch-Site": "none"], isOwn: true),
    ]

    @Test("A page elsewhere may not post in a citizen's name", arguments: sources)
    func origins(source: Source) async throws {
        try await LiveServer.run(TestDesk()) { live in
            let port = "\(live.address.port)"
            var head =
                "POST /api/v1/chats HTTP/1.1\r\nConnection: close\r\nContent-Type: application/json\r\n"
            var headers = source.headers
            if headers["Host"] == nil { headers["Host"] = "127.0.0.1:PORT" }
            for (name, value) in headers { head += "\(name): \(value.replacing("PORT", with: port))\r\n" }
            let body = #"{"question":"Hei"}"#
            let answer = try await RawExchange.send(
                [head + "Content-Length: \(body.utf8.count)\r\n\r\n" + body], port: live.address.port)
            let reply = try #require(answer.replies.first)
            #expect(reply.status == (source.isOwn ? 201 : 403))
            if !source.isOwn {
                #expect(reply["code"] == "foreign-origin")
                #expect(reply.isProblem)
            }
        }
    }

    @Test(
        "A name that stands twice in an object is refused, however it is written",
        arguments: [
            (#"{"text":"a","text":"b"}"#, "text"), (#"{"text":"a","te\u0078t":"b"}"#, "text"),
            (#"{"a":{"b":1,"c":[{"d":1,"d":2}]}}"#, "d"), (#"{"a":{"b":1},"b":{"b":2}}"#, nil),
            (#"{"a":"}{\"a\":","b":["a","a"]}"#, nil), (#"[{"a":1},{"a":2}]"#, nil), (#""a""#, nil),
            (#"{"":1,"":2}"#, ""), ("[]", nil), (#"{"a":"\\","a":"\\"}"#, "a"),
        ] as [(String, String?)])
    func repeatedNames(json: String, name: String?) {
        let expected = name.map { Problem(.repeatedField, place: $0) }
        let found: Problem?
        do {
            try JSONKeys.check(Array(json.utf8))
            found = nil
        } catch { found = error }
        #expect(found == expected)
    }

    @Test(
        "JSON that readers disagree about",
        arguments: [
            (#"{"question":"a","question":"b"}"#, "repeated-field"), (#"{"question":NaN}"#, "invalid-json"),
            (#"{"question":Infinity}"#, "invalid-json"), (#"{"question":"a",}"#, "invalid-json"),
            (#"{"question":"a" , }"#, "invalid-json"), (#"{"question":"a","x":[1,]}"#, "invalid-json"),
            (#"{"question":'a'}"#, "invalid-json"), (#"{question:"a"}"#, "invalid-json"),
            (#"{"question":"a"} x"#, "invalid-json"), (#"{"question":"\udc00\ud800"}"#, "invalid-json"),
            ("{\"question\":\"a\u{1}b\"}", "invalid-json"), (#"{"question":"\u00"}"#, "invalid-json"),
            (#"{"question":null}"#, "invalid-field"), (#"["question"]"#, "invalid-json"),
            (
                #"{"question":"a","x":"# + String(repeating: "[", count: 600)
                    + String(repeating: "]", count: 600) + "}",
                "invalid-json"
            ),
        ])
    func json(body: String, code: String) async throws {
        try await LiveServer.run(TestDesk()) { live in
            let reply = try await live.send(.post, "/api/v1/chats", body)
            #expect(reply.status == 400)
            #expect(reply["code"] == code)
            #expect(reply.isProblem)
        }
    }
}

import Foundation
import HTTPTypes
import NIOCore
import SkrankeDomain
import Testing

@testable import SkrankeWeb

/// What a client claims in `Host` never gets into a link that leaves the server.
@Suite("Links lead to us", .timeLimit(.minutes(1)))
struct PublicAddressTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var claimed: String?
        var listen = "127.0.0.1"
        var local = "127.0.0.1"
        var port = 8_080
        var publicURL: String?
        var proxy: String?
        var headers: [String: String] = [:]
        var base: String
        var testDescription: String { "\(claimed ?? "-") \(headers) -> \(base)" }
    }

    private static let behind = ["X-Forwarded-For": "203.0.113.7"]

    static let cases: [Case] = [
        Case(claimed: "127.0.0.1:8080", base: "http://127.0.0.1:8080"),
        Case(claimed: "localhost:8080", base: "http://localhost:8080"),
        Case(claimed: "[::1]:8080", base: "http://[::1]:8080"),
        // A tunnel's other end has a port of its own.
        Case(claimed: "localhost:9000", base: "http://localhost:9000"),
        Case(claimed: "evil.example", base: "http://127.0.0.1:8080"),
        Case(claimed: "localhost.evil.example", base: "http://127.0.0.1:8080"),
        Case(claimed: "127.0.0.1.evil.example", base: "http://127.0.0.1:8080"),
        Case(claimed: "evil.example:8080", base: "http://127.0.0.1:8080"),
        Case(claimed: "localhost@evil.example", base: "http://127.0.0.1:8080"),
        Case(claimed: "localhost/\"><script>", base: "http://127.0.0.1:8080"),
        Case(claimed: "", base: "http://127.0.0.1:8080"),
        Case(claimed: nil, base: "http://127.0.0.1:8080"),
        Case(
            claimed: "skranke.kommune.example:8080", listen: "skranke.kommune.example", local: "10.0.0.5",
            base: "http://skranke.kommune.example:8080"),
        Case(
            claimed: "SKRANKE.kommune.example", listen: "skranke.kommune.example", local: "10.0.0.5",
            port: 80,
            base: "http://SKRANKE.kommune.example"),
        // All addresses of this machine: the one at which the client arrived.
        Case(claimed: "10.0.0.5:8080", listen: "0.0.0.0", local: "10.0.0.5", base: "http://10.0.0.5:8080"),
        Case(
            claimed: "evil.example:8080", listen: "0.0.0.0", local: "10.0.0.5", base: "http://10.0.0.5:8080"),
        Case(claimed: "evil.example", listen: "::", local: "2001:db8::5", base: "http://[2001:db8::5]:8080"),
        // The municipality's own word.
        Case(
            claimed: "evil.example", publicURL: "https://skranke.kommune.example/",
            headers: ["X-Forwarded-Host": "evil.example"], base: "https://skranke.kommune.example"),
        // A proxy is believed where one is trusted and named the citizen, and then its last word.
        Case(
            claimed: "127.0.0.1:8080", headers: ["X-Forwarded-Host": "evil.example"],
            base: "http://127.0.0.1:8080"),
        Case(
            claimed: "127.0.0.1:8080", proxy: "X-Forwarded-For",
            headers: ["X-Forwarded-Host": "evil.example"],
            base: "http://127.0.0.1:8080"),
        Case(
            claimed: "127.0.0.1:8080", proxy: "X-Forwarded-For",
            headers: behind.merging(
                ["X-Forwarded-Host": "evil.example, k.example", "X-Forwarded-Proto": "https"]) { $1 },
            base: "https://k.example"),
        Case(
            claimed: "k.example", proxy: "X-Forwarded-For",
            headers: behind.merging(["X-Forwarded-Proto": "https"]) { $1 }, base: "https://k.example"),
        Case(claimed: "k.example", headers: ["X-Forwarded-Proto": "https"], base: "http://127.0.0.1:8080"),
    ]

    @Test(arguments: cases)
    func base(test: Case) throws {
        var configuration = WebConfiguration(
            host: test.listen, port: 0, publicURL: test.publicURL, trustedProxyHeader: test.proxy,
            profile: TestDesk.profile)
        configuration.port = test.port
        var headers = HTTPFields()
        for (name, value) in test.headers { if let name = HTTPField.Name(name) { headers[name] = value } }
        let place = PublicAddress(
            configuration, headers: headers, claimed: test.claimed,
            local: try SocketAddress(ipAddress: test.local, port: test.port))
        #expect(place.base == test.base)
        #expect(place.origins.contains(test.base))
        #expect(!place.origins.contains { $0.contains("evil") })
    }

    @Test(
        "In the answer, in the stream's receipt and in a redirect",
        arguments: ["evil.example", "127.0.0.1.evil.example:80"])
    func injected(host: String) async throws {
        try await LiveServer.run(TestDesk()) { live in
            let own = "http://127.0.0.1:\(live.address.port)"
            let body = #"{"question":"Hei"}"#
            let post = "POST /api/v1/chats HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n"
            let answer = try await RawExchange.send(
                [post + "Content-Length: \(body.utf8.count)\r\n\r\n" + body], port: live.address.port)
            let reply = try #require(answer.replies.first)
            #expect(reply.status == 201)
            #expect(reply["statusUrl"]?.hasPrefix(own + "/status/") == true, "\(reply.text)")
            let token = try #require(reply["token"])
            let stream = try await EventClient.connect(
                port: live.address.port, path: "/api/v1/chats/\(token)/events",
                headers: ["X-Forwarded-Host": host])
            #expect(try await stream.next("receipt")["statusUrl"]?.hasPrefix(own + "/status/") == true)
            await stream.close()
            let form = "question=x&key=0123456789abcdef01234567"
            let redirect = try await RawExchange.send(
                [
                    "POST /ask HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n"
                        + "Content-Length: \(form.utf8.count)\r\n\r\n" + form
                ], port: live.address.port)
            #expect(redirect.replies.first?.status == 303)
            #expect(redirect.replies.first?.header("Location")?.hasPrefix("/status/") == true)
            #expect(!answer.text.contains("evil") && !redirect.text.contains("evil"))
        }
    }
}

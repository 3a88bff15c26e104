import Foundation
import HTTPTypes
import SkrankeDomain
import Testing

@testable import SkrankeWeb

@Suite("Pages and headers", .timeLimit(.minutes(1)))
struct PageTests {
    @Test("An unknown address is a page for people and a problem document for programs")
    func unknown() async throws {
        try await LiveServer.run(TestDesk()) { live in
            for path in [
                "/finnes-ikke", "/api", "/api/v1/chats/x", "//", "/assets/nope.js", "/%2e%2e/etc", "/ask/",
            ] {
                let data = try await live.get(path, ["Accept-Language": "nn"])
                #expect(data.status == 404, "\(path)")
                #expect(data["code"] == "not-found", "\(path)")
            }
            let page = try await live.get("/finnes-ikke", ["Accept": "text/html", "Accept-Language": "nn"])
            #expect(page.status == 404)
            #expect(page.text.contains("<html lang=\"nn\""))
            #expect(page.text.contains("Finst ikkje"))
        }
    }

    @Test(
        "The page speaks the language of the address, else of the browser, else of the municipality",
        arguments: [
            ("/?lang=nn", "en", "nn"), ("/", "en-GB,nb;q=0.5", "en"), ("/", "no", "nb"),
            ("/", "pl,de;q=0.9", "nb"),
            ("/?lang=xx", "nn;q=0.4,en;q=0.3", "nn"), ("/", "nb;q=0,en;q=0.1", "en"),
        ])
    func languages(path: String, header: String, expected: String) async throws {
        try await LiveServer.run(TestDesk()) { live in
            let page = try await live.get(path, ["Accept-Language": header, "Accept": "text/html"])
            #expect(page.status == 200)
            #expect(page.text.contains("<html lang=\"\(expected)\""))
            #expect(page.header("Content-Language") == expected)
            #expect(!page.text.contains("{{"))
        }
    }

    @Test("Nothing is loaded from elsewhere, nothing is inline, no cookie is set")
    func nothingFromElsewhere() async throws {
        try await LiveServer.run(TestDesk()) { live in
            for path in ["/", "/?embed=1", "/assets/page.css", "/assets/page.js", "/embed.js", "/robots.txt"]
            {
                let reply = try await live.get(path, ["Accept": "text/html"])
                #expect(reply.status == 200, "\(path)")
                #expect(reply.header("Set-Cookie") == nil)
                let policy = try #require(reply.header("Content-Security-Policy"))
                #expect(policy.contains("default-src 'none'"))
                #expect(policy.contains("frame-ancestors 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(reply.header("X-Content-Type-Options") == "nosniff")
                #expect(reply.header("Referrer-Policy") == "no-referrer")
                #expect(!reply.text.contains("style=\""))
                for call in ["src=\"http", "href=\"//", "url(http", "import(", "eval(", "innerHTML"] {
                    #expect(!reply.text.contains(call), "\(path): \(call)")
                }
            }
        }
    }

    @Test("Only named sites may frame the page; a setting cannot smuggle in another directive")
    func embedding() async throws {
        let change: (inout WebConfiguration) -> Void = {
            $0.embedOrigins = [
                "https://www.provedal.example", "https://x.example; script-src *", "javascript:1",
            ]
        }
        try await LiveServer.run(TestDesk(), change) { live in
            let reply = try await live.get("/?embed=1")
            let policy = try #require(reply.header("Content-Security-Policy"))
            #expect(policy.hasSuffix("frame-ancestors 'self' https://www.provedal.example"))
            #expect(reply.header("X-Frame-Options") == nil)
        }
    }

    @Test("The site's script knows where it may stand")
    func embedSites() async throws {
        try await LiveServer.run(TestDesk(), { $0.embedOrigins = ["https://www.provedal.example"] }) { live in
            let script = try await live.get("/embed.js")
            #expect(script.text.contains(#"const sites = ["https://www.provedal.example"];"#))
            #expect(script.header("Cross-Origin-Resource-Policy") == "cross-origin")
        }
        try await LiveServer.run(TestDesk()) { live in
            let script = try await live.get("/embed.js")
            #expect(script.text.contains("const sites = [];"))
        }
    }

    @Test("The footer has the municipality's statements where it has them, and no empty link where not")
    func statements() async throws {
        try await LiveServer.run(TestDesk()) { live in
            for language in ["nb", "nn", "en"] {
                let page = try await live.get("/?lang=\(language)")
                #expect(page.text.contains("href=\"https://www.provedal.example/personvern\""))
                #expect(page.text.contains("href=\"https://uustatus.no/nb/erklaringer/publisert/0\""))
            }
        }
        let without: (inout WebConfiguration) -> Void = {
            $0.profile.privacyURL = nil
            $0.profile.accessibilityURL = nil
        }
        try await LiveServer.run(TestDesk(), without) { live in
            let page = try await live.get("/?lang=nb")
            #expect(!page.text.contains("Personvern"))
            #expect(!page.text.contains("Tilgjengelighet"))
            #expect(!page.text.contains("href=\"\""))
        }
    }

    @Test("Methods: HEAD is GET without a body, OPTIONS tells, others are refused with what is allowed")
    func methods() async throws {
        try await LiveServer.run(TestDesk()) { live in
            let head = try await live.send(.head, "/")
            #expect(head.status == 200)
            #expect(head.text.isEmpty)
            #expect(head.header("Content-Length").flatMap { Int($0) } ?? 0 > 1_000)
            let options = try await live.send(.options, "/api/v1/chats")
            #expect(options.status == 204)
            #expect(options.header("Allow") == "POST, OPTIONS")
            for (method, path, allow) in [
                (HTTPRequest.Method.get, "/api/v1/chats", "POST, OPTIONS"),
                (.delete, "/", "GET, HEAD, OPTIONS"),
                (.put, "/healthz", "GET, HEAD, OPTIONS"), (.post, "/openapi.json", "GET, HEAD, OPTIONS"),
            ] {
                let reply = try await live.send(method, path)
                #expect(reply.status == 405)
                #expect(reply.header("Allow") == allow)
                #expect(reply["code"] == "method-not-allowed")
            }
            let chat = try await live.open()
            #expect(try await live.send(.head, chat.path("events")).status == 200)
            #expect(live.server.streamCount == 0)
        }
    }

    @Test("The plain form works without scripts, twice pressed it asks once")
    func plainForm() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        try await LiveServer.run(desk) { live in
            let page = try await live.get("/?lang=nn", ["Accept": "text/html"])
            let key = try #require(
                page.text.split(separator: "name=\"key\" value=\"").last?.prefix { $0 != "\"" })
            #expect(key.count >= 22)
            let body = "question=Kven+eig+vegen%3F&name=%C3%85se&email=&phone=&language=nn&key=\(key)"
            let form = try await live.send(.post, "/ask?lang=nn", body, ["Accept": "text/html"])
            #expect(form.status == 303)
            let again = try await live.send(.post, "/ask?lang=nn", body, ["Accept": "text/html"])
            #expect(again.header("Location") == form.header("Location"))
            let heads = try await desk.store.openHeads(after: nil, limit: 10)
            #expect(heads.map(\.name) == ["Åse"])
            let status = try await live.get(try #require(form.header("Location")), ["Accept": "text/html"])
            #expect(status.text.contains("Kven eig vegen?"))
            #expect(status.text.contains("Du får endeleg svar seinast måndag 4. mai 2026 kl. 15.30"))
            #expect(status.text.contains(heads[0].reference.text))
            // The name is nobody's business who only has the link.
            #expect(!status.text.contains("Åse"))
            #expect(status.header("X-Robots-Tag") == "noindex, nofollow")
        }
    }

    @Test("The status page tells the state in the citizen's language as it changes")
    func status() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        try await LiveServer.run(desk) { live in
            let chat = try await live.open("Hei", ["language": "en"])
            let path = live.server.tokens.statusPath(for: chat.inquiry)
            func state() async throws -> String { try await live.get(path, ["Accept": "text/html"]).text }
            var page = try await state()
            #expect(page.contains("<p class=\"badge received\">"))
            #expect(page.contains("<html lang=\"en\""))
            #expect(page.contains("Monday 4 May 2026 at 15:30"))
            try await desk.act(.claim(chat.inquiry))
            page = try await state()
            #expect(page.contains("In progress"))
            try await desk.say("Yes.", in: chat.inquiry)
            let seen = try await desk.store.file(chat.inquiry)?.inquiry.visibleVersion ?? 0
            try await desk.act(
                .close(
                    chat.inquiry, ClosingDetails(result: .solvedAtDesk, topic: TopicCode("avfall")),
                    seen: seen))
            page = try await state()
            #expect(page.contains("badge closed"))
            #expect(!page.contains("Final answer by"))
            // Erased: it happened, the words are gone.
            let admin = Caller(.agent(AgentID("ada")), roles: [.admin], terminal: "test")
            _ = try await desk.desk.submit(.eraseContent(chat.inquiry), by: admin)
            page = try await state()
            #expect(page.contains("The text was erased."))
            #expect(!page.contains("Yes."))
        }
    }

    @Test("Assets are kept by browsers, and asked for once")
    func assets() async throws {
        try await LiveServer.run(TestDesk()) { live in
            let page = try await live.get("/", ["Accept": "text/html"])
            #expect(page.header("Cache-Control") == "no-store")
            let style = try await live.get("/assets/page.css?v=\(Asset.stamp)")
            #expect(page.text.contains("/assets/page.css?v=\(Asset.stamp)"))
            #expect(style.header("Cache-Control")?.contains("immutable") == true)
            let tag = try #require(style.header("ETag"))
            #expect(try await live.get("/assets/page.css", ["If-None-Match": tag]).status == 304)
            #expect(try await live.get("/assets/page.css?v=old").header("Cache-Control") == "no-cache")
        }
    }

    @Test("Healthy while the journal can be read")
    func health() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { live in
            let head = try await desk.store.headSequence()
            let reply = try await live.get("/healthz")
            #expect(reply.status == 200)
            #expect(reply["status"] == "ok")
            #expect(reply["sequence"] == "\(head)")
            await desk.store.close()
            let ill = try await live.get("/healthz")
            #expect(ill.status == 503)
            #expect(try await live.post("/api/v1/chats", ["question": "x"]).status == 503)
        }
    }
}

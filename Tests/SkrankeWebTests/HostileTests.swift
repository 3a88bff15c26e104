import Foundation
import SkrankeDomain
import Testing

@testable import SkrankeWeb

/// Every byte from outside is hostile (law 5); nothing is refused silently, nothing lost.
@Suite("Hostile input", .timeLimit(.minutes(2)))
struct HostileTests {
    static let samples: [String] = {
        var samples = (0x01...0x1F).map { "c0 \(String(UnicodeScalar(UInt8($0)))) end" }
        samples += (0x7F...0x9F).compactMap { UnicodeScalar(UInt32($0)) }.map { "c1 \(String($0)) end" }
        samples += [
            "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{07}", "\u{1B}]52;c;aGFja2Vk\u{07}",
            "\u{1B}P+q\u{1B}\\",
            "\u{9B}2J", "\u{202E}evil\u{202C}", "\u{2066}iso\u{2069}", "a\u{200F}b\u{061C}c",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>", "'; DROP TABLE inquiries; --", "</textarea><script>x</script>",
            "\"\u{0301} autofocus onfocus=alert(1) x=\"", "<\u{0338}script>", "{{#labels}}{{{key}}}",
            "${7*7}",
            "data: x\n\nevent: message\ndata: {}\n\n", "id: 99\nretry: 1\n", "\u{2028}\u{2029}\u{85}",
            "🙂👨‍👩‍👧‍👦🏳️‍🌈", "Z̸͓͠a̴l̷g̵o̶",
            "\u{FEFF}bom", "\u{FFFE}\u{10FFFF}", "A\u{030A} ring", "=1+1", "@SUM(A1)",
            "%s%n%x", "../../etc",
        ]
        return samples
    }()

    /// The corpus of naughty strings beside the repository, where it is there.
    static let corpus: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("../shared/corpora/naughty-strings/blns.txt")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    }()

    /// What is kept of a text: line ends as LF, no NUL, NFC.
    static func kept(_ text: String) -> String { InboundText.clean(text) }

    @Test(
        "The corpus of naughty strings is there",
        .disabled(if: corpus.isEmpty, "../shared/corpora/naughty-strings is missing: own samples only"))
    func corpusIsThere() { #expect(Self.corpus.count > 300) }

    @Test("In every field it comes back as it went in, and does nothing on a page")
    func roundTrip() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        let all = Self.samples + Self.corpus
        try await LiveServer.run(desk) { live in
            let chat = try await live.open("start")
            let stream = try await live.listen(chat)
            _ = try await stream.next("position")
            try await desk.act(.claim(chat.inquiry))
            for (index, text) in all.enumerated() {
                let reply = try await live.post(chat.path("messages"), ["text": text])
                if Self.isBlank(text) {
                    #expect(reply["code"] == "text-missing")
                    continue
                }
                #expect(reply.status == 202, "\(text.unicodeScalars.map { $0.value })")
                let event = try await stream.next("message")
                #expect(Self.same(event.text, Self.kept(text)), "\(text.unicodeScalars.map { $0.value })")
                if index % 7 == 0 {
                    try await desk.say(text, in: chat.inquiry)
                    #expect(try await stream.next("message")["from"] == "agent")
                }
            }
            await stream.close()
            let page = try await live.get(live.server.tokens.statusPath(for: chat.inquiry))
            #expect(page.status == 200)
            Self.expectHarmless(page.text)
        }
    }

    @Test("In every field of a new chat and of the plain form", arguments: samples)
    func fields(text: String) async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { live in
            let contact = ["name": text, "email": text, "phone": text]
            let reply = try await live.post("/api/v1/chats", ["question": "x" + text, "contact": contact])
            #expect(reply.status == 201)
            let token = try #require(reply["token"])
            let inquiry = try #require(live.server.tokens.inquiry(of: token, .chat))
            let file = try #require(try await desk.store.file(inquiry))
            // A field that holds nothing visible counts as not given.
            let kept = Self.isBlank(text) ? nil : Self.kept(text)
            for field in [file.contact?.name, file.contact?.email, file.contact?.phone] {
                #expect(field.map { Array($0.unicodeScalars) } == kept.map { Array($0.unicodeScalars) })
            }
            // A form that is refused shows what was written, harmless.
            let encoded = Self.formEncoded(text)
            let form = try await live.send(
                .post, "/ask?lang=nb",
                "question=&key=short\(encoded)&name=\(encoded)&email=\(encoded)&phone=\(encoded)",
                ["Accept": "text/html"])
            #expect(form.status == 400)
            Self.expectHarmless(form.text)
        }
    }

    @Test("Invalid UTF-8 is refused with a sentence; NUL is kept as a replacement; CRLF becomes LF")
    func bytes() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { live in
            let bad = try await live.raw(
                .post, "/api/v1/chats", Array("{\"question\":\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8))
            #expect(bad.status == 400)
            #expect(bad["code"] == "invalid-utf8")
            let chat = try await live.open("a\r\nb\rc\u{0}d A\u{030A}")
            let file = try #require(try await desk.store.file(chat.inquiry))
            let text = try #require(file.inquiry.subject.flatMap { file.texts[$0] })
            #expect(Self.same(text, "a\nb\nc\u{FFFD}d \u{C5}"))
        }
    }

    /// Equal scalar by scalar: Swift's == would take canonical equivalents for the same.
    static func same(_ a: String?, _ b: String) -> Bool {
        a.map { Array($0.unicodeScalars) == Array(b.unicodeScalars) } ?? false
    }

    static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
        }
    }

    static func formEncoded(_ text: String) -> String {
        text.utf8.map { byte in "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    /// No tag but our own, no control, no override.
    static func expectHarmless(_ html: String) {
        #expect(!html.unicodeScalars.contains { HTML.isHarmful($0) })
        for tag in ["<script>", "<img", "<svg", "</textarea><", "onerror=alert(1)>", "<marquee", "<iframe"] {
            #expect(!html.lowercased().contains(tag), "\(tag)")
        }
        // Attributes end where ours do: every quotation mark of the text is written as a reference.
        let scalars = Array(html.unicodeScalars)
        for index in scalars.indices.dropFirst() where scalars[index] == "\u{0301}" {
            #expect(scalars[index - 1] != "\"")
        }
    }
}

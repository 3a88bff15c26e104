import SkrankeDomain
import SkrankeJournal
import Testing

@testable import SkrankeWeb

@Suite("Tokens: nobody reads or writes what is not his (vulnerability class IDOR)", .timeLimit(.minutes(1)))
struct TokenTests {
    private static func tokens(_ byte: UInt8 = 7) throws -> WebTokens {
        try WebTokens(key: Array(repeating: byte, count: 32))
    }
    private static let inquiry = InquiryID(
        Identifier(high: 0x0123_4567_89AB_CDEF, low: 0xFEDC_BA98_7654_3210))

    @Test("A token opens its inquiry, for its purpose, under its key, and nothing else")
    func purposes() throws {
        let tokens = try Self.tokens()
        let chat = tokens.token(.chat, for: Self.inquiry)
        #expect(chat.utf8.count == 64)
        #expect(tokens.inquiry(of: chat, .chat) == Self.inquiry)
        #expect(tokens.inquiry(of: chat, .status) == nil)
        #expect(tokens.inquiry(of: tokens.token(.status, for: Self.inquiry), .chat) == nil)
        #expect(try Self.tokens(8).inquiry(of: chat, .chat) == nil)
        #expect(tokens.statusPath(for: Self.inquiry) == "/status/" + tokens.token(.status, for: Self.inquiry))
    }

    @Test("Every single character counts")
    func tampering() throws {
        let tokens = try Self.tokens()
        let token = Array(tokens.token(.chat, for: Self.inquiry))
        for index in token.indices {
            var forged = token
            forged[index] = token[index] == "A" ? "B" : "A"
            #expect(tokens.inquiry(of: String(forged), .chat) == nil, "\(index)")
        }
        for forged in [
            "", "A", String(token.dropLast()), String(token) + "A", String(token.dropLast()) + "=",
            String(repeating: "A", count: 64), String(repeating: "å", count: 32),
        ] {
            #expect(tokens.inquiry(of: forged, .chat) == nil)
        }
    }

    @Test("A key that is too short is refused")
    func weakKey() {
        #expect(throws: WebFault.weakKey) { try WebTokens(key: Array(repeating: 1, count: 31)) }
    }

    @Test("Over HTTP: forged, foreign and read-only tokens are all the same 404")
    func overHTTP() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { live in
            let chat = try await live.open("hemmelig")
            let status = live.server.tokens.token(.status, for: chat.inquiry)
            let never = live.server.tokens.token(.chat, for: Self.inquiry)
            let other = try WebTokens(key: Array(repeating: 9, count: 32)).token(.chat, for: chat.inquiry)
            for token in [status, never, other, "x"] {
                for (name, body) in [("messages", #"{"text":"x"}"#), ("end", ""), ("typing", "")] {
                    let isKnownForTyping = token == never && name == "typing"
                    let reply = try await live.send(.post, "/api/v1/chats/\(token)/\(name)", body)
                    #expect(reply.status == (isKnownForTyping ? 204 : 404), "\(name)")
                    #expect(!reply.text.contains("hemmelig"))
                }
                let stream = try await live.get("/api/v1/chats/\(token)/events")
                #expect(stream.status == 404)
            }
            #expect(try await live.get("/status/\(chat.token)", ["Accept": "text/html"]).status == 404)
            #expect(try await live.get("/status/\(other)").status == 404)
            #expect(try await live.get("/status/\(status)").status == 200)
        }
    }

    @Test("The gate stands behind the tokens: a citizen may do three things to his own inquiry, no more")
    func gate() {
        let own = Self.inquiry
        let other = InquiryID(Identifier(high: 1, low: 1))
        let citizen = Caller(.citizen(own), terminal: "web")
        let newcomer = Caller(.newcomer, terminal: "web")
        #expect(Gate.permits(.citizenWrites(own, text: "x"), citizen, owner: nil))
        #expect(Gate.permits(.citizenEndsChat(own), citizen, owner: nil))
        #expect(
            Gate.permits(
                .startChat(id: own, question: "x", language: nil, contact: nil), newcomer, owner: nil))
        let forbidden: [Intent] = [
            .citizenWrites(other, text: "x"), .citizenEndsChat(other), .claim(own), .addNote(own, text: "x"),
            .sendMessage(own, text: "x", seen: 0, final: false, immediately: true), .void(own, .spam),
            .eraseContent(own), .sendReceipt(own, expectedAt: nil), .release(own, reason: nil),
        ]
        for intent in forbidden {
            #expect(!Gate.permits(intent, citizen, owner: nil), "\(intent)")
            #expect(!Gate.permits(intent, newcomer, owner: nil), "\(intent)")
        }
    }
}

import Foundation
import SkrankeDomain
import SkrankeReference
import Testing

@testable import SkrankeWeb

/// Posts as the makers' own documents show them (channels §1.4): sipgate.io's push, Placetel's notify API.
@Suite("Makes of telephone systems")
struct PhoneProfileTests {
    private static let token = "prove-token-0123456789"
    private static let path = "/cti/" + token
    private static let form = "application/x-www-form-urlencoded"

    private static func run(
        _ system: PhoneSystem, secret: String? = nil,
        _ body: @escaping @Sendable (LiveServer) async throws -> Void
    ) async throws {
        try await LiveServer.run(
            TestDesk(at: TestDesk.monday),
            {
                $0.phoneToken = token
                $0.phoneSystem = system
                $0.phoneSignature = secret
            }, body)
    }

    private static func post(
        _ server: LiveServer, _ body: String, _ headers: [String: String] = [:]
    ) async throws -> (status: Int, text: String, type: String?) {
        let all = headers.merging(["Content-Type": form]) { own, _ in own }
        let reply = try await server.send(.post, path, body, all)
        return (Int(reply.status), reply.text, reply.header("Content-Type"))
    }

    private static func file(_ server: LiveServer, _ callID: String) async throws -> Inquiry? {
        try await server.desk.store.file(CallIdentity.inquiry(callID, generation: 0))?.inquiry
    }

    // MARK: sipgate

    private static let newCall =
        "event=newCall&from=492111234567&to=4915791234567&direction=in&callId=123456&"
        + "origCallId=123456&xcid=123abc&user%5B%5D=voicemail&user%5B%5D=John+Doe&userId%5B%5D=f3&"
        + "userId%5B%5D=w0&fullUserId%5B%5D=1234567f3&fullUserId%5B%5D=1234567w0"

    @Test("sipgate is told where to post the rest, and then does")
    func sipgate() async throws {
        try await Self.run(.sipgate) { server in
            let reply = try await Self.post(server, Self.newCall)
            #expect(reply.status == 200)
            #expect(reply.type == "application/xml")
            let address = "\(server.address.url)\(Self.path)"
            #expect(
                reply.text == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<Response onAnswer=\"\(address)\" onHangup=\"\(address)\"></Response>\n")
            let answer = "event=answer&callId=123456&user=John+Doe&userId=w0&fullUserId=1234567w0"
            let second = try await Self.post(
                server,
                answer + "&from=492111234567&to=4915791234567&direction=in&answeringNumber=21199999999")
            #expect(second.text.hasSuffix("<Response />\n"))
            _ = try await Self.post(
                server, "event=hangup&cause=normalClearing&callId=123456&from=492111234567&direction=in")
            let inquiry = try #require(try await Self.file(server, "123456"))
            #expect(inquiry.interaction?.call?.outcome == .answered)
            #expect(inquiry.links.isEmpty, "its own number is no transfer")
            let out = try await Self.post(
                server, Self.newCall.replacingOccurrences(of: "direction=in", with: "direction=out"))
            #expect(out.text.hasSuffix("<Response />\n"))
        }
    }

    @Test("A transfer of sipgate is a new call with the old one's number: linked, its wait inherited")
    func transfer() async throws {
        try await Self.run(.sipgate) { server in
            _ = try await Self.post(server, Self.newCall)
            server.desk.clock.advance(.seconds(20))
            _ = try await Self.post(
                server, "event=hangup&cause=forwarded&callId=123456&from=492111234567&direction=in")
            _ = try await Self.post(
                server,
                "event=newCall&from=492111234567&to=4915791234568&direction=in&callId=123457&origCallId=123456"
            )
            server.desk.clock.advance(.seconds(5))
            _ = try await Self.post(server, "event=answer&callId=123457&direction=in")
            let first = try #require(try await Self.file(server, "123456"))
            let second = try #require(try await Self.file(server, "123457"))
            #expect(first.voided == .putThrough)
            #expect(first.links.map(\.other) == [second.id])
            #expect(second.interaction?.call?.wait(at: server.desk.clock.now) == .seconds(25))
            let now = server.desk.clock.now
            let calls = try await server.desk.store.figures(
                from: now - .days(1), to: now + .days(1), now: now
            ).calls
            #expect((calls.offered, calls.answeredInTime, calls.forwarded) == (1, 1, 1))
        }
    }

    // MARK: Placetel

    private static let callID = "4a4cbb39578170aed9a2761a7bec8c7e704a541f52291ef603d6f5f152980c3c"
    /// The example of Placetel's own document: this payload, signed with `12345`.
    private static let accepted = "call_id=\(callID)&event=CallAccepted&from=0123456789&to=0987654321"
    private static let signature = "c4f823c5b8806432fe2b83b1fc2ee714422e0cdfb4b5129152a7d0bbcd7792d0"

    @Test("Placetel's signature, as its document shows it; without it nothing is believed")
    func signature() async throws {
        try await Self.run(.placetel, secret: "12345") { server in
            let signed = ["X-PLACETEL-SIGNATURE": Self.signature]
            let right = try await Self.post(server, Self.accepted, signed)
            let call = try await Self.file(server, Self.callID)?.interaction?.call
            #expect(right.status == 200)
            #expect(call?.outcome == .talking)
            let other = "call_id=9&event=IncomingCall&from=0123456789&to=0987654321&direction=in"
            let wrong = try await Self.post(server, other, signed)
            let none = try await Self.post(server, other)
            #expect(wrong.status == 404 && none.status == 404)
            let nothing = try await Self.file(server, "9")
            #expect(nothing == nil)
        }
    }

    @Test(
        "Placetel's words",
        arguments: [
            ("missed", "abandoned"), ("voicemail", "abandoned"), ("blocked", "abandoned"),
            ("accepted", "answered"),
        ])
    func words(type: String, outcome: String) async throws {
        try await Self.run(.placetel) { server in
            let call = "from=022129191999&to=022129191990&call_id=\(Self.callID)&direction=in"
            let reply = try await Self.post(server, "event=IncomingCall&" + call)
            #expect(reply.text == "{}")
            _ = try await Self.post(server, "event=HungUp&type=\(type)&duration=0&" + call)
            let inquiry = try #require(try await Self.file(server, Self.callID))
            let found = inquiry.interactions.first?.call?.outcome
            #expect("\(found.map { "\($0)" } ?? "-")" == outcome)
        }
    }

    @Test("Hidden callers and outgoing calls of Placetel")
    func hiddenAndOut() async throws {
        try await Self.run(.placetel) { server in
            _ = try await Self.post(
                server, "event=IncomingCall&from=anonymous&to=022129191990&call_id=a&direction=in")
            let hidden = try #require(try await Self.file(server, "a"))
            #expect(hidden.contact == nil)
            for event in ["OutgoingCall", "HungUp"] {
                _ = try await Self.post(
                    server, "event=\(event)&from=7777abcdefg%40fpbx.de&to=23&call_id=b&direction=out")
            }
            let out = try await Self.file(server, "b")
            #expect(out == nil)
        }
    }
}

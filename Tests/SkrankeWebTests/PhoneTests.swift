import Foundation
import SkrankeDomain
import SkrankeJournal
import Testing

@testable import SkrankeWeb

@Suite("The telephone system's address")
struct PhoneTests {
    static let token = "prove-token-0123456789"
    static let path = "/cti/" + token
    static let form = "application/x-www-form-urlencoded"

    private static func run(
        at time: String = TestDesk.monday, _ body: @escaping @Sendable (LiveServer) async throws -> Void
    ) async throws {
        try await LiveServer.run(TestDesk(at: time), { $0.phoneToken = token }, body)
    }

    private static func multipart(_ fields: [(String, String)]) -> String {
        fields.map { "--sKil\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }.joined()
            + "--sKil--\r\n"
    }

    private static func inquiry(_ callID: String, _ generation: Int = 0) -> InquiryID {
        CallIdentity.inquiry(callID, generation: generation)
    }

    @Test(
        "All three encodings, with users in every way of writing, say the same",
        arguments: [
            (
                "application/json",
                #"{"event":"newCall","callId":"7","from":"+4762888000","user":["101","102"]}"#
            ),
            (
                "application/json; charset=utf-8",
                #"{"event":"newCall","callId":7,"from":"+4762888000","x":{"y":[1]}}"#
            ),
            (form, "event=newCall&callId=7&from=+4762888000&user=Kari&user=Per&ukjent=1"),
            (form, "event=newCall&callId=7&from=%2B4762888000&user%5B%5D=Kari"),
            (
                "multipart/form-data; boundary=sKil",
                multipart([("event", "newCall"), ("callId", "7"), ("from", "+4762888000"), ("user[]", "Kari")])
            ),
            (
                "multipart/form-data; boundary=\"sKil\"",
                multipart([("event", "queued"), ("callId", "7"), ("from", " 4762888000")])
            ),
        ])
    func encodings(type: String, body: String) async throws {
        try await Self.run { server in
            let reply = try await server.send(.post, Self.path, body, ["Content-Type": type])
            #expect(reply.status == 200, "\(reply.text)")
            #expect(reply.text == "{}")
            let file = try #require(try await server.desk.store.file(Self.inquiry("7")))
            #expect(file.contact?.phone == "+4762888000")
            #expect(file.inquiry.interaction?.call?.outcome == .waiting)
        }
    }

    @Test("Offered, answered and ended; offered and left; told twice")
    func wholeCalls() async throws {
        try await Self.run { server in
            for event in ["newCall", "answer", "answer", "hangup", "hangup"] {
                _ = try await server.post(Self.path, ["event": event, "callId": "a", "from": "62888000"])
                server.desk.clock.advance(.seconds(4))
            }
            for event in ["newCall", "hangup"] {
                _ = try await server.post(Self.path, ["event": event, "callId": "b", "from": "62888001"])
                server.desk.clock.advance(.seconds(9))
            }
            let now = server.desk.clock.now
            let figures = try await server.desk.store.figures(
                from: now - .days(1), to: now + .days(1), now: now)
            #expect((figures.calls.answeredInTime, figures.calls.leftInTime) == (1, 1))
            #expect(figures.calls.level(.primary).tenths == 500)
            let lost = try #require(try await server.desk.store.file(Self.inquiry("b")))
            #expect(lost.inquiry.channel == .callback)
            #expect(lost.contact?.phone == "62888001")
        }
    }

    @Test("A number that is used again after an hour is another call, a late hangup is not")
    func generations() async throws {
        try await Self.run { server in
            let store = server.desk.store
            for generation in 0..<5 {
                _ = try await server.post(Self.path, ["event": "newCall", "callId": "1", "from": "62888000"])
                _ = try await server.post(Self.path, ["event": "hangup", "callId": "1"])
                #expect(try await store.file(Self.inquiry("1", generation)) != nil, "\(generation)")
                server.desk.clock.advance(.minutes(61))
                _ = try await server.post(Self.path, ["event": "hangup", "callId": "1"])
                #expect(try await store.file(Self.inquiry("1", generation + 1)) == nil)
            }
        }
    }

    @Test("A call that goes on from another names its inquiry")
    func transfers() async throws {
        try await Self.run { server in
            _ = try await server.post(Self.path, ["event": "newCall", "callId": "x", "from": "62888000"])
            _ = try await server.post(
                Self.path, ["event": "hangup", "callId": "x", "cause": "forwarded"])
            _ = try await server.post(
                Self.path, ["event": "newCall", "callId": "y", "from": "62888000", "origCallId": "x"])
            let file = try #require(try await server.desk.store.file(Self.inquiry("y")))
            #expect(file.inquiry.interaction?.call?.origin == Self.inquiry("x"))
        }
    }

    @Test("A wrong token, and one where there is no telephone system, are unknown", arguments: [true, false])
    func tokens(isSet: Bool) async throws {
        try await LiveServer.run(TestDesk(), { $0.phoneToken = isSet ? Self.token : nil }) { server in
            for path in ["/cti/", "/cti/x", Self.path + "x", "/cti/" + String(repeating: "a", count: 22)] {
                let reply = try await server.post(path, ["event": "newCall", "callId": "1"])
                #expect(reply.status == 404, "\(path)")
            }
            let right = try await server.post(Self.path, ["event": "newCall", "callId": "1"])
            #expect(right.status == (isSet ? 200 : 404))
            #expect(try await server.get(Self.path).status == 405)
        }
    }

    @Test(
        "Whatever comes, it is answered with a sentence and changes nothing",
        arguments: [
            ("application/json", "{", 400), ("application/json", "[]", 400), ("application/json", "", 400),
            ("application/json", #"{"event":"newCall"}"#, 400), ("application/json", #"{"callId":"1"}"#, 400),
            ("application/json", #"{"event":{"a":1},"callId":"1"}"#, 400),
            ("application/json", #"{"event":"dtmf","callId":"1"}"#, 200),
            ("application/json", #"{"event":"newCall","callId":"1","direction":"out"}"#, 200),
            (form, "", 400), (form, "event=newCall&callId=", 400), (form, "%zz=%&&&==", 400),
            (form, "event=newCall&callId=" + String(repeating: "1", count: 201), 400),
            ("multipart/form-data", "x", 400), ("multipart/form-data; boundary=", "x", 400),
            ("multipart/form-data; boundary=sKil", "--sKil--", 400),
            ("multipart/form-data; boundary=sKil", "--sKil\r\n\r\n\r\n--sKil\r\nx", 400),
            ("text/xml", "<a/>", 415),
        ])
    func hostile(type: String, body: String, status: Int) async throws {
        try await Self.run { server in
            let reply = try await server.send(.post, Self.path, body, ["Content-Type": type])
            #expect(reply.status == status, "\(reply.text)")
            #expect(try await server.desk.store.headSequence() == 0)
        }
    }

    @Test("A number that is none, a hidden one and a thousand fields hurt nobody")
    func strangeNumbers() async throws {
        try await Self.run { server in
            let junk = (0..<1_000).map { "felt\($0)=x" }.joined(separator: "&")
            let bodies = [
                "event=newCall&callId=1&from=anonymous", "event=newCall&callId=2&from=%00%1b%5B2J",
                "event=newCall&callId=3&from=%E5%F8&user=J%F8rgen", "event=newCall&callId=4&" + junk,
            ]
            for (index, body) in bodies.enumerated() {
                let reply = try await server.send(.post, Self.path, body, ["Content-Type": Self.form])
                #expect(reply.status == 200)
                let file = try #require(try await server.desk.store.file(Self.inquiry("\(index + 1)")))
                #expect(file.contact == nil)
            }
            let long = String(repeating: "x", count: 400_000)
            let reply = try await server.send(.post, Self.path, "event=" + long, ["Content-Type": Self.form])
            #expect(reply.status == 413)
        }
    }
}

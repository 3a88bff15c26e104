import Foundation
import NIOCore
import SkrankeDomain
import Testing

@testable import SkrankeWeb

/// Clients that take their time: each place is given back, with a sentence where there is still somebody to
/// hear it (law 7).
@Suite("Slow and silent clients", .timeLimit(.minutes(2)))
struct SlowTests {
    @Test(
        "A head that never ends",
        arguments: ["G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: x\r\nX: ", "\r\n\r\n"])
    func head(begin: String) async throws {
        try await LiveServer.run(TestDesk(), { $0.limits.headerSeconds = 1 }) { live in
            let replies = try await RawExchange.send([begin], port: live.address.port).replies
            #expect(replies.map(\.status) == [408])
            #expect(replies.first?["code"] == "headers-too-slow")
            #expect(replies.first?.isProblem == true)
        }
    }

    @Test("A head that drips: a byte now and then is no reprieve")
    func dripping() async throws {
        try await LiveServer.run(TestDesk(), { $0.limits.headerSeconds = 1 }) { live in
            let connection = try await RawExchange.open(port: live.address.port)
            let drip = Task {
                try await connection.send("GET / HTTP/1.1\r\nX: ")
                while !Task.isCancelled { try await connection.send("x") }
            }
            let replies = try await connection.rest().replies
            drip.cancel()
            // Which of the two limits came first is the machine's affair.
            #expect([[408], [431]].contains(replies.map(\.status)), "\(replies)")
            #expect(replies.first?.isProblem == true)
        }
    }

    @Test("A body that never comes, a body in the middle, a second head after a good request")
    func bodies() async throws {
        let change: (inout WebConfiguration) -> Void = {
            $0.limits.bodySeconds = 1
            $0.limits.headerSeconds = 1
        }
        try await LiveServer.run(TestDesk(), change) { live in
            let head = "POST /api/v1/chats HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n"
            for begin in [head, head + #"{"question":"#] {
                let replies = try await RawExchange.send([begin], port: live.address.port).replies
                #expect(replies.map(\.status) == [408])
                #expect(replies.first?["code"] == "body-too-slow")
                #expect(replies.first?.isProblem == true)
            }
            let good = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
            let connection = try await RawExchange.open(port: live.address.port)
            try await connection.send(good)
            try await connection.send("GET /hea")
            try await connection.send("l")
            let replies = try await connection.rest().replies
            #expect(replies.map(\.status) == [200, 408])
        }
    }

    @Test("What has come of a body is not taken for the whole, however whole it looks")
    func halfBodies() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk, { $0.limits.bodySeconds = 1 }) { live in
            let head = "POST /api/v1/chats HTTP/1.1\r\nHost: x\r\n"
            let body = #"{"question":"Hei"}"#
            let late = try await RawExchange.send(
                [head + "Content-Length: 100\r\n\r\n" + body], port: live.address.port)
            #expect(late.replies.map(\.status) == [408])
            for length in ["Content-Length: 100\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n12\r\n"] {
                let cut = try await RawExchange.open(port: live.address.port)
                try await cut.send(head + length + body)
                try await cut.channel.close()
            }
            // Time for the server to make the mistake.
            for _ in 0..<50 { #expect(try await live.get("/healthz").status == 200) }
            #expect(try await desk.store.openHeads(after: nil, limit: 10).isEmpty)
        }
    }

    @Test("Connections that say nothing are closed; who waits behind them is served")
    func idle() async throws {
        let change: (inout WebConfiguration) -> Void = {
            $0.limits.connections = 4
            $0.limits.idleSeconds = 1
        }
        try await LiveServer.run(TestDesk(), change) { live in
            var silent: [RawExchange.Connection] = []
            for _ in 0..<12 { silent.append(try await RawExchange.open(port: live.address.port)) }
            let request = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            let replies = try await RawExchange.send([request], port: live.address.port).replies
            #expect(replies.map(\.status) == [200])
            for connection in silent { #expect(try await connection.rest().bytes.isEmpty) }
        }
    }

    @Test(
        "A stream resumed from nonsense begins at the start, never ends the server",
        arguments: [
            ("garbage", 1), ("-1", 1), ("-9223372036854775808", 1), ("99999999999999999999999", 1),
            ("0", 1), ("1.5", 1), ("1e3", 1), ("0x1", 1), ("\u{E6}", 1),
            ("9223372036854775807", nil),
        ] as [(String, Int?)])
    func lastEventID(value: String, first: Int?) async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        try await LiveServer.run(desk) { live in
            let chat = try await live.open()
            let stream = try await EventClient.connect(
                port: live.address.port, path: chat.path("events"), headers: ["Last-Event-ID": value])
            #expect(stream.status == 200)
            if first != nil {
                #expect(try await stream.next("message")["text"] == "Når hentes glass?")
            } else {
                // From the end: only what comes from now on, and nothing twice.
                let written = try await live.post(chat.path("messages"), ["text": "Ny"])
                #expect(try await stream.next("message")["sequence"] == written["sequence"])
            }
            await stream.close()
        }
    }
}

import SkrankeDomain
import SkrankeJournal
import Testing

@testable import SkrankeWeb

@Suite("Resuming a stream loses and doubles nothing (lessons 15)", .timeLimit(.minutes(2)))
struct ResumeTests {
    /// A chat with everything in it.
    private static func busyChat(_ live: LiveServer) async throws -> LiveServer.Chat {
        let chat = try await live.open("Hei")
        try await live.desk.act(.claim(chat.inquiry))
        for number in 1...5 {
            _ = try await live.post(chat.path("messages"), ["text": "spørsmål \(number)"])
            try await live.desk.act(.addNote(chat.inquiry, text: "notat \(number)"))
            try await live.desk.say("svar \(number)", in: chat.inquiry)
        }
        _ = try await live.send(.post, chat.path("end"))
        _ = try await live.post(chat.path("messages"), ["text": "én til"])
        return chat
    }

    /// What has an id, up to the last message.
    private static func read(_ stream: EventClient, upTo last: Int) async throws -> [TestEvent] {
        var events: [TestEvent] = []
        while let event = try await stream.next() {
            guard let id = event.id else { continue }
            events.append(event)
            if id >= last { break }
        }
        await stream.close()
        return events
    }

    @Test("From every point the rest is the same, once each and in order")
    func everyPoint() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        try await LiveServer.run(desk) { live in
            let chat = try await Self.busyChat(live)
            let events = try await desk.store.events(of: .inquiry(chat.inquiry), after: 0)
            var view = CitizenView()
            let visible = events.filter { view.apply($0) != nil }.map(\.version)
            let last = try #require(visible.last)
            let whole = try await Self.read(try await live.listen(chat), upTo: last)
            #expect(whole.compactMap(\.id) == visible)
            #expect(whole.filter { $0.name == "message" }.count >= 12)
            #expect(
                whole.filter { $0.name == "state" }.map { $0["state"] } == [
                    "waiting", "active", "ended", "waiting", "active",
                ])
            for point in 0..<last {
                let rest = try await Self.read(try await live.listen(chat, after: point), upTo: last)
                #expect(rest == whole.filter { $0.id ?? 0 > point }, "after \(point)")
            }
        }
    }

    @Test("The position may come as a query too; nonsense means from the start; the future is the present")
    func positions() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        try await LiveServer.run(desk) { live in
            let chat = try await live.open("Hei")
            for (query, header, first) in [
                ("?lastEventId=2", nil, "state"), ("?lastEventId=x", nil, "message"), ("", "-5", "message"),
                ("", "2", "state"),
            ] as [(String, String?, String)] {
                let stream = try await EventClient.connect(
                    port: live.address.port, path: chat.path("events") + query,
                    headers: header.map { ["Last-Event-ID": $0] } ?? [:])
                #expect(try await stream.next()?.name == first)
                await stream.close()
            }
            let late = try await live.listen(chat, after: 999_999)
            #expect(try await late.next("position")["position"] == "1")
            let written = try await live.post(chat.path("messages"), ["text": "ny"])
            #expect(try await late.next("message")["sequence"] == written["sequence"])
            await late.close()
        }
    }

    @Test("Messages that come while a reader goes and comes again reach him once each")
    func whileWriting() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        try await LiveServer.run(desk) { live in
            let chat = try await live.open("start")
            let total = 120
            try await withThrowingTaskGroup(of: [String].self) { tasks in
                tasks.addTask {
                    for number in 1...total {
                        let reply = try await live.post(chat.path("messages"), ["text": "m\(number)"])
                        #expect(reply.status == 202)
                    }
                    return []
                }
                tasks.addTask {
                    var texts: [String] = []
                    var after = 0
                    var patience = 1
                    while texts.last != "m\(total)" {
                        let stream = try await live.listen(chat, after: after)
                        for _ in 0..<patience {
                            guard texts.last != "m\(total)", let event = try await stream.next() else {
                                break
                            }
                            if let id = event.id { after = id }
                            if event.name == "message" { texts.append(event["text"] ?? "") }
                        }
                        patience = patience % 9 + 1
                        await stream.close()
                    }
                    return texts
                }
                for try await texts in tasks where !texts.isEmpty {
                    #expect(texts == ["start"] + (1...total).map { "m\($0)" })
                }
            }
        }
    }

    @Test("Whoever waits is told when the queue moves")
    func queue() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        try await LiveServer.run(desk) { live in
            let first = try await live.open("først")
            desk.clock.advance(.seconds(10))
            let second = try await live.open("så")
            let stream = try await live.listen(second)
            var position = try await stream.next("position")
            while position["position"] != "2" { position = try await stream.next("position") }
            #expect(position["expectedWaitSeconds"] == "120")
            try await desk.act(.claim(first.inquiry))
            while position["position"] != "1" { position = try await stream.next("position") }
            try await desk.act(.release(first.inquiry, reason: nil))
            while position["position"] != "2" { position = try await stream.next("position") }
            await stream.close()
        }
    }
}

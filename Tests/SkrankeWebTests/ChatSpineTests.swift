import SkrankeDomain
import SkrankeJournal
import Synchronization
import Testing

@testable import SkrankeWeb

@Suite("The spine of chat (DESIGN §5)", .timeLimit(.minutes(2)))
struct ChatSpineTests {
    @Test("A question is asked, answered, ended and opened again; the stream tells it in order")
    func wholeStory() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        try await LiveServer.run(desk) { live in
            let chat = try await live.open("Når hentes glass?", ["language": "nb"])
            #expect(chat.reply.status == 201)
            #expect(chat.reply["state"] == "waiting")
            let reference = try #require(chat.reply["reference"].flatMap { PublicReference($0) })
            #expect(
                chat.reply["statusUrl"]?.hasPrefix("http://127.0.0.1:\(live.address.port)/status/") == true)

            let stream = try await live.listen(chat)
            #expect(stream.status == 200)
            let first = try await stream.next(4)
            #expect(first.map(\.name) == ["message", "state", "receipt", "position"])
            #expect(first[0]["from"] == "citizen")
            #expect(first[0]["text"] == "Når hentes glass?")
            #expect(first[0]["sequence"] == first[0].id.map { "\($0)" })
            #expect(first[0]["at"] == "2026-05-04T10:00:00+02:00")
            #expect(first[1]["state"] == "waiting")
            #expect(first[2]["reference"] == reference.text)
            #expect(first[2]["expectedAt"] == "2026-05-04T15:30:00+02:00")
            #expect(first[2]["text"]?.contains("mandag 4. mai 2026 kl. 15.30") == true)
            #expect(first[2]["statusUrl"] == chat.reply["statusUrl"])
            #expect(first[3].json["position"] as? Int == 1)
            #expect(first[3].json["expectedWaitSeconds"] as? Int == 60)
            #expect(first[3].id == nil)

            try await desk.act(.claim(chat.inquiry))
            #expect(try await stream.next("state")["state"] == "active")
            desk.bus.send(
                .ephemeral(.init(kind: .typing, inquiry: chat.inquiry, who: .agent(AgentID("ingrid")))))
            let typing = try await stream.next("typing")
            #expect(typing["from"] == "agent")
            #expect(typing.id == nil)
            try await desk.say("På torsdag, kjære deg 🙂", in: chat.inquiry)
            let answer = try await stream.next("message")
            #expect(answer["from"] == "agent")
            #expect(answer["text"] == "På torsdag, kjære deg 🙂")

            let written = try await live.post(chat.path("messages"), ["text": "Takk!"])
            #expect(written.status == 202)
            let own = try await stream.next("message")
            #expect(own["sequence"] == written["sequence"])
            #expect(own["text"] == "Takk!")

            #expect(try await live.send(.post, chat.path("end")).status == 204)
            #expect(try await stream.next("state")["state"] == "ended")
            #expect(try await stream.next("message")["from"] == "system")
            #expect(try await live.send(.post, chat.path("end")).status == 204)

            #expect(try await live.post(chat.path("messages"), ["text": "En ting til"]).status == 202)
            #expect(try await stream.next("message")["text"] == "En ting til")
            #expect(try await stream.next("state")["state"] == "waiting")
            await stream.close()
        }
    }

    @Test("The agent ends it as well: state, goodbye, and the citizen may write again")
    func endedByTheAgent() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        try await LiveServer.run(desk) { live in
            let chat = try await live.open()
            let stream = try await live.listen(chat)
            try await desk.act(.claim(chat.inquiry))
            try await desk.say("På torsdag.", in: chat.inquiry)
            let seen = try #require(try await desk.store.file(chat.inquiry)?.inquiry.visibleVersion)
            let details = ClosingDetails(result: .solvedAtDesk, topic: TopicCode("renovasjon"))
            try await desk.act(.close(chat.inquiry, details, seen: seen))
            var told: [String] = []
            while !told.contains("ended") || !told.contains("system"), let event = try await stream.next() {
                if event.name == "state" { told.append(event["state"] ?? "") }
                if event.name == "message" { told.append(event["from"] ?? "") }
            }
            #expect(told.filter { $0 == "ended" }.count == 1)
            #expect(told.contains("agent"))
            #expect(try await live.post(chat.path("messages"), ["text": "Én ting til"]).status == 202)
            #expect(try await stream.next("message")["text"] == "Én ting til")
            await stream.close()
        }
    }

    @Test("A store that is shut is no empty answer: 503 with a sentence, and the form keeps what was written")
    func shutStore() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { live in
            let chat = try await live.open()
            await desk.store.close()
            let health = try await live.get("/healthz")
            #expect(health.status == 503)
            #expect(health["status"] == "stopping")
            for path in ["/api/v1/chats", chat.path("messages"), chat.path("end")] {
                let reply = try await live.post(path, ["question": "x", "text": "x"])
                #expect(reply.status == 503, "\(path)")
                #expect(reply.isProblem)
                #expect(reply.header("Retry-After") == "2")
            }
            let form = try await live.send(
                .post, "/ask", "question=Hvor%3F&key=0123456789abcdef01234567", ["Accept": "text/html"])
            #expect(form.status == 503)
            #expect(form.header("Retry-After") == "2")
            #expect(form.text.contains("Hvor?"))
        }
    }

    @Test(
        "While the desk is closed, or nobody is there, the question is kept and dated",
        arguments: [(TestDesk.sunday, true), (TestDesk.monday, false)])
    func leftQuestion(time: String, agentThere: Bool) async throws {
        let desk = TestDesk(at: time)
        if agentThere { try await desk.openDesk() }
        try await LiveServer.run(desk) { live in
            // The page promises a chat only where somebody is there.
            let page = try await live.send(.get, "/").text
            #expect(page.contains("Spørsmålet ditt blir tatt vare på"))
            #expect(!page.contains("svarer en av oss deg her"))
            let chat = try await live.open()
            #expect(chat.reply.status == 201)
            #expect(chat.reply["state"] == "left")
            let stream = try await live.listen(chat)
            let events = try await stream.next(3)
            #expect(events.map(\.name) == ["message", "state", "receipt"])
            #expect(events[1]["state"] == "left")
            #expect(events[2]["expectedAt"]?.hasPrefix("2026-05-06T") == true)
            #expect(try await live.send(.post, chat.path("end")).status == 204)
            #expect(try await live.post(chat.path("messages"), ["text": "Jeg bor i Storgata"]).status == 202)
            #expect(try await stream.next("message")["text"] == "Jeg bor i Storgata")
            await stream.close()
        }
    }

    @Test("A citizen's typing goes by the bus and leaves no trace in the journal")
    func typing() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        try await LiveServer.run(desk) { live in
            let chat = try await live.open()
            let heard = Mutex<[Hint]>([])
            let subscription = desk.bus.subscribe { hint in heard.withLock { $0.append(hint) } }
            let before = try await desk.store.headSequence()
            #expect(try await live.send(.post, chat.path("typing")).status == 204)
            subscription.cancel()
            #expect(
                heard.withLock { $0 } == [
                    .ephemeral(.init(kind: .typing, inquiry: chat.inquiry, who: .citizen))
                ])
            #expect(try await desk.store.headSequence() == before)
        }
    }

    @Test("Notes and reasons never reach the citizen, on neither page nor stream")
    func secrets() async throws {
        let desk = TestDesk()
        try await desk.openDesk()
        try await LiveServer.run(desk) { live in
            let chat = try await live.open()
            try await desk.act(.claim(chat.inquiry))
            try await desk.act(.addNote(chat.inquiry, text: "INTERNT notat"))
            try await desk.act(.release(chat.inquiry, reason: "INTERN grunn"))
            try await desk.act(.claim(chat.inquiry))
            try await desk.say("Hei der", in: chat.inquiry)
            let stream = try await live.listen(chat)
            var seen = ""
            while !seen.contains("Hei der"), let event = try await stream.next() { seen += event.data }
            #expect(!seen.contains("INTERN"))
            #expect(!seen.contains("ingrid"))
            await stream.close()
            let page = try await live.get(live.server.tokens.statusPath(for: chat.inquiry))
            #expect(page.text.contains("Hei der"))
            #expect(!page.text.contains("INTERN"))
            #expect(!page.text.contains("ingrid"))
        }
    }
}

import Foundation
import SkrankeDomain
import SkrankeJournal
import Testing

@testable import SkrankeWeb

@Suite("Tickets of the day")
struct TicketTests {
    static let path = "/api/v1/tickets"
    static func key(_ number: Int) -> [String: String] {
        ["Idempotency-Key": "kiosk-ticket-number-\(100_000 + number)"]
    }

    @Test("A ticket has a number, who is ahead, and no figure without ground")
    func first() async throws {
        try await LiveServer.run(TestDesk()) { server in
            let one = try await server.post(Self.path, [:])
            #expect(one.status == 201 && one["number"] == "1" && one["ahead"] == "0")
            #expect(one.text.contains("\"expectedWaitSeconds\":null"))
            #expect(try #require(one["reference"]).hasPrefix("H26-"))
            let two = try await server.post(
                Self.path, ["topic": "byggesak", "language": "en", "needs": ["wheelchair", "wheelchair"]])
            #expect(two["number"] == "2" && two["ahead"] == "1")
            let heads = try await server.desk.store.openHeads(after: nil, limit: 10)
            let head = try #require(heads.first { $0.ticket == 2 })
            #expect(head.language == .en && head.topic == TopicCode("byggesak"))
            #expect(head.subject == "Byggesak · Plass til rullestol" && head.name == nil)
        }
    }

    @Test("Three visits of four minutes at one counter: the next waits four, the one after him eight")
    func expectedWait() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { server in
            for _ in 0..<3 {
                _ = try await server.post(Self.path, [:])
                let heads = try await desk.store.openHeads(after: nil, limit: 10)
                let id = try #require(heads.first { $0.contactState == .waiting }?.id)
                try await desk.act(.callVisitor(id, counter: "1"))
                try await desk.act(.startVisit(id))
                desk.clock.advance(.minutes(4))
                try await desk.act(.finishVisit(id))
            }
            _ = try await server.post(Self.path, [:])
            let heads = try await desk.store.openHeads(after: nil, limit: 10)
            try await desk.act(.callVisitor(try #require(heads.first { $0.ticket == 4 }?.id), counter: "1"))
            desk.clock.advance(.seconds(10))
            let next = try await server.post(Self.path, [:], Self.key(5))
            #expect(next["ahead"] == "0" && next["expectedWaitSeconds"] == "240")
            desk.clock.advance(.seconds(10))
            let after = try await server.post(Self.path, [:])
            #expect(after["ahead"] == "1" && after["expectedWaitSeconds"] == "480")
            // A repetition says what was said, though more are waiting now.
            let again = try await server.post(Self.path, [:], Self.key(5))
            #expect(again.text == next.text)
        }
    }

    @Test("The same key gives the same ticket, another body a conflict, a short key a refusal")
    func idempotent() async throws {
        try await LiveServer.run(TestDesk()) { server in
            let first = try await server.post(Self.path, ["topic": "byggesak"], Self.key(1))
            let again = try await server.post(Self.path, ["topic": "byggesak"], Self.key(1))
            #expect(first.text == again.text && again.status == 201)
            let other = try await server.post(Self.path, ["topic": "annet"], Self.key(1))
            #expect(other.status == 422)
            let short = try await server.post(Self.path, [:], ["Idempotency-Key": "kort"])
            #expect(short.status == 400)
            let next = try await server.post(Self.path, [:], Self.key(2))
            #expect(next["number"] == "2")
        }
    }

    @Test("Forty at once from two servers on one store: forty numbers, none twice")
    func manyAtOnce() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { one in
            try await LiveServer.run(desk) { two in
                let numbers = try await withThrowingTaskGroup(of: Int.self) { tasks in
                    for index in 0..<40 {
                        let server = index % 2 == 0 ? one : two
                        tasks.addTask {
                            let reply = try await server.post(Self.path, [:], Self.key(index))
                            return reply["number"].flatMap { Int($0) } ?? 0
                        }
                    }
                    return try await tasks.reduce(into: []) { $0.append($1) }
                }
                #expect(numbers.sorted() == Array(1...40))
            }
        }
    }

    @Test("Closed: 409 with a sentence, and no number is used")
    func closed() async throws {
        try await LiveServer.run(TestDesk(at: TestDesk.sunday)) { server in
            let reply = try await server.post(Self.path, [:], ["Accept-Language": "en"])
            #expect(reply.status == 409 && reply["code"] == "desk-closed")
            #expect(try #require(reply["detail"]).contains("closed"))
            server.desk.clock.advance(.days(1))
            #expect(try await server.post(Self.path, [:])["number"] == "1")
            server.desk.clock.advance(.days(1))
            #expect(try await server.post(Self.path, [:])["number"] == "1")
        }
    }

    @Test(
        "What is no ticket is refused by name",
        arguments: [
            (#"{"topic": 3}"#, "invalid-field"), (#"{"needs": ["dragon"]}"#, "invalid-field"),
            (#"{"language": "xx"}"#, "invalid-field"), ("[]", "invalid-json"), ("{", "invalid-json"),
            (#"{"needs": "seat"}"#, "invalid-field"),
        ])
    func malformed(body: String, code: String) async throws {
        try await LiveServer.run(TestDesk()) { server in
            let reply = try await server.send(.post, Self.path, body)
            #expect(reply.status == 400 && reply["code"] == code, "\(reply.text)")
        }
    }

    @Test("An address that empties the roll is slowed down")
    func limited() async throws {
        try await LiveServer.run(
            TestDesk(),
            {
                $0.countsLoopback = true
                $0.limits.tickets = .init(burst: 2, perMinute: 1)
            }
        ) { server in
            var codes: [Int] = []
            for _ in 0..<3 { codes.append(try await server.post(Self.path, [:]).status) }
            #expect(codes == [201, 201, 429])
        }
    }
}

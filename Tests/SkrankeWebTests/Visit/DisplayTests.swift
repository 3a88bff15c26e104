import Foundation
import SkrankeDomain
import Testing

@testable import SkrankeWeb

@Suite("Called numbers")
struct DisplayTests {
    static let path = "/api/v1/display"

    private static func listen(_ server: LiveServer, after: String? = nil) async throws -> EventClient {
        try await EventClient.connect(
            port: server.address.port, path: path, headers: after.map { ["Last-Event-ID": $0] } ?? [:])
    }

    /// A ticket that somebody calls to a counter.
    private static func call(_ desk: TestDesk, _ counter: String?) async throws -> InquiryID {
        let id: InquiryID = desk.desk.newID()
        _ = try await desk.desk.submit(.takeTicket(id, TicketWish()), by: Caller(.newcomer))
        try await desk.act(.callVisitor(id, counter: counter))
        return id
    }

    @Test("A call, a call again, a number without a counter; never a name")
    func calls() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { server in
            let display = try await Self.listen(server)
            #expect(display.status == 200)
            let id = try await Self.call(desk, "2")
            let first = try await display.next("called")
            #expect(first["number"] == "1" && first["counter"] == "2")
            #expect(first["at"] == "2026-05-04T10:00:00+02:00")
            try await desk.act(.callVisitor(id, counter: "3"))
            let again = try await display.next("called")
            #expect(again["number"] == "1" && again["counter"] == "3")
            #expect(try #require(again.id) > (try #require(first.id)))
            _ = try await Self.call(desk, nil)
            #expect(try await display.next("called").data.contains("\"counter\":null"))
            await display.close()
        }
    }

    @Test("Resumed after the last one seen: what was missed comes once, nothing comes twice")
    func resumed() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { server in
            let display = try await Self.listen(server)
            _ = try await Self.call(desk, "1")
            let first = try #require(try await display.next("called").id)
            await display.close()
            _ = try await Self.call(desk, "2")
            _ = try await Self.call(desk, "3")
            let back = try await Self.listen(server, after: "\(first)")
            #expect(try await back.next("called")["number"] == "2")
            #expect(try await back.next("called")["number"] == "3")
            _ = try await Self.call(desk, "4")
            #expect(try await back.next("called")["number"] == "4")
            await back.close()
        }
    }

    @Test("A new program knows today's calls, and not yesterday's")
    func restarted() async throws {
        let desk = TestDesk()
        _ = try await Self.call(desk, "1")
        desk.clock.advance(.days(1))
        for _ in 0..<15 { _ = try await Self.call(desk, "2") }
        try await LiveServer.run(desk) { server in
            let display = try await Self.listen(server)
            let numbers = try await Self.numbers(display, DisplayStream.shown)
            #expect(numbers == (4...15).map { "\($0)" })
            // A place of another store is no place.
            let lost = try await Self.listen(server, after: "999999")
            #expect(try await lost.next("called")["number"] == "4")
            await display.close()
            await lost.close()
        }
    }

    private static func numbers(_ display: EventClient, _ count: Int) async throws -> [String?] {
        var numbers: [String?] = []
        for _ in 0..<count { numbers.append(try await display.next("called")["number"]) }
        return numbers
    }

    @Test("The desk's own clock comes first, so that a display knows which day it is")
    func time() async throws {
        try await LiveServer.run(TestDesk()) { server in
            let display = try await Self.listen(server)
            let time = try await display.next("time")
            #expect(time["at"] == "2026-05-04T10:00:00+02:00" && time.id == nil)
            await display.close()
        }
    }

    @Test("Displays of one address have a limit, and closing them makes room")
    func limited() async throws {
        try await LiveServer.run(
            TestDesk(),
            {
                $0.countsLoopback = true
                $0.limits.streamsPerAddress = 1
            }
        ) { server in
            let one = try await Self.listen(server)
            #expect(one.status == 200)
            _ = try await one.next("time")
            #expect(try await server.get(Self.path).status == 429)
            await one.close()
        }
    }
}

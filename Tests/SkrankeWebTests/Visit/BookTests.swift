import Foundation
import SkrankeDomain
import SkrankeJournal
import Testing

@testable import SkrankeWeb

@Suite("Booking, moving, cancelling, checking in")
struct BookTests {
    static let form = ["Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"]
    /// Tuesday 5 May 2026, 09:00 in Oslo.
    static let tuesday = Moment(rfc3339: "2026-05-05T09:00:00+02:00")?.seconds ?? 0

    static let longKey = String(repeating: "k", count: 30)

    static func body(_ slot: Int64, name: String = "Kari+Nordmann", key: Int = 1) -> String {
        "host=truls&slot=\(slot)&name=\(name)&email=kari%40x.example&about=Bod&key=\(longKey)\(key)"
    }

    /// Books; the booking's page.
    static func book(_ server: LiveServer, _ slot: Int64, key: Int = 1) async throws -> String {
        let reply = try await server.send(.post, "/bookings?lang=nb", body(slot, key: key), form)
        #expect(reply.status == 303, "\(reply.text)")
        return try #require(reply.header("Location"))
    }

    private static func code(_ page: String) throws -> String {
        let match = try #require(page.firstMatch(of: /id="code">(\d{6})</))
        return String(match.1)
    }

    @Test("Free times are shown, one is booked, and is free no more")
    func booked() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { server in
            #expect(try await server.get("/book").text.contains("Byggesaksveiledning"))
            let page = try await server.get("/book?host=truls&lang=nb")
            #expect(page.text.contains("value=\"\(Self.tuesday)\"") && page.text.contains("Tirsdag 5. mai"))
            // Today is Monday ten o'clock: nine is over.
            #expect(!page.text.contains("value=\"\(Self.tuesday - 86_400)\""))
            let place = try await Self.book(server, Self.tuesday)
            let booking = try await server.get(place)
            #expect(booking.text.contains("tirsdag 5. mai 2026 kl. 09.00"))
            #expect(booking.text.contains("Rom 1") && booking.text.contains("Du har time"))
            #expect(!booking.text.contains("Kari"))
            #expect(booking.header("X-Robots-Tag")?.contains("noindex") == true)
            let left = try await server.get("/book?host=truls&lang=nb").text
            #expect(!left.contains("value=\"\(Self.tuesday)\""))
            // The button pressed twice is one booking.
            #expect(try await Self.book(server, Self.tuesday) == place)
            #expect(try await desk.store.openHeads(after: nil, limit: 10).count == 1)
        }
    }

    @Test("Sixteen book one time at once: one wins, the others keep what they wrote and are told")
    func sixteen() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { server in
            let replies = try await withThrowingTaskGroup(of: Reply.self) { tasks in
                for index in 0..<16 {
                    tasks.addTask {
                        try await server.send(
                            .post, "/bookings?lang=nb",
                            Self.body(Self.tuesday, name: "Booker\(index)", key: index), Self.form)
                    }
                }
                return try await tasks.reduce(into: []) { $0.append($1) }
            }
            #expect(replies.count { $0.status == 303 } == 1)
            let losers = replies.filter { $0.status == 409 }
            #expect(losers.count == 15)
            #expect(losers.allSatisfy { $0.text.contains("Noen andre fikk denne tiden") })
            #expect(losers.allSatisfy { $0.text.contains("value=\"Booker") })
            #expect(try await desk.store.openHeads(after: nil, limit: 20).count == 1)
        }
    }

    @Test("Moved and cancelled by its own token; the times are free for others at once")
    func changed() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { server in
            let place = try await Self.book(server, Self.tuesday)
            let path = try #require(place.split(separator: "?").first)
            let later = Self.tuesday + 86_400
            let moved = try await server.send(.post, "\(path)/move?lang=nb", "slot=\(later)", Self.form)
            #expect(moved.status == 303)
            #expect(try await server.get(place).text.contains("onsdag 6. mai 2026 kl. 09.00"))
            _ = try await Self.book(server, Self.tuesday, key: 2)
            // What another has, and what nobody offers.
            let taken = try await server.send(
                .post, "\(path)/move?lang=nb", "slot=\(Self.tuesday)", Self.form)
            #expect(taken.status == 409 && taken.text.contains("Noen andre fikk denne tiden"))
            for slot in ["\(later + 300)", "x", "", "-1", "99999999999"] {
                let reply = try await server.send(.post, "\(path)/move", "slot=\(slot)", Self.form)
                #expect(reply.status == 409, "\(slot)")
            }
            #expect(try await server.send(.post, "\(path)/cancel", "", Self.form).status == 303)
            #expect(try await server.get(place).text.contains("ikke lenger bestilt"))
            let again = try await server.send(.post, "\(path)/cancel", "", Self.form)
            #expect(again.status == 409)
            _ = try await Self.book(server, later, key: 3)
        }
    }

    @Test("Tokens of another purpose, forged and cut ones open nothing")
    func tokens() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { server in
            let place = try await Self.book(server, Self.tuesday)
            let path = String(try #require(place.split(separator: "?").first))
            let token = String(path.dropFirst("/booking/".count))
            let id = try #require(server.server.tokens.inquiry(of: token, .booking))
            let others = [
                server.server.tokens.token(.status, for: id), server.server.tokens.token(.chat, for: id),
                String(token.dropLast()), token.replacingOccurrences(of: token.prefix(1), with: "_"), "x",
            ]
            for other in others where other != token {
                #expect(try await server.get("/booking/\(other)").status == 404)
                #expect(try await server.send(.post, "/booking/\(other)/cancel", "", Self.form).status == 404)
            }
            #expect(try await server.get("/status/\(token)").status == 404)
        }
    }

    @Test("Whoever booked checks in by code or reference, on the day, once or twice")
    func checkedIn() async throws {
        let desk = TestDesk()
        try await LiveServer.run(desk) { server in
            let place = try await Self.book(server, Self.tuesday)
            let code = try Self.code(try await server.get(place).text)
            let heads = try await desk.store.openHeads(after: nil, limit: 10)
            let reference = try #require(heads.first).reference.text
            let early = try await server.post("/api/v1/checkins", ["code": code])
            #expect(early.status == 404 && early["code"] == "no-appointment")
            desk.clock.advance(.hours(22))
            for text in [code, reference, "\(code.prefix(3)) \(code.suffix(3))", reference.lowercased()] {
                let reply = try await server.post("/api/v1/checkins", ["code": text])
                #expect(reply.status == 200, "\(text): \(reply.text)")
                #expect(reply["host"] == "Byggesaksveiledning" && reply["place"] == "Rom 1")
                #expect(!reply.text.contains("Kari"))
            }
            #expect(try await desk.store.openHeads(after: nil, limit: 10).first?.contactState == .arrived)
            for wrong in ["000000", "H26-000001-X", "", "kari", String(repeating: "9", count: 400)] {
                #expect(try await server.post("/api/v1/checkins", ["code": wrong]).status == 404)
            }
        }
    }

    @Test(
        "A form that lacks something says what, and keeps the rest",
        arguments: [
            ("host=truls&slot=SLOT&name=&email=a%40b.example&key=KEY", 400, "Skriv navnet ditt"),
            ("host=truls&slot=SLOT&name=Kari&key=KEY", 400, "Skriv navnet ditt"),
            ("host=truls&name=Kari&phone=59000001&key=KEY", 409, "kan ikke bestilles"),
            ("host=truls&slot=SLOT&name=Kari&phone=59000001&key=kort", 400, "22"),
        ])
    func incomplete(body: String, status: Int, sentence: String) async throws {
        try await LiveServer.run(TestDesk()) { server in
            let filled = body.replacing("SLOT", with: "\(Self.tuesday)")
                .replacing("KEY", with: String(repeating: "k", count: 30))
            let reply = try await server.send(.post, "/bookings?lang=nb", filled, Self.form)
            #expect(reply.status == status && reply.text.contains(sentence), "\(reply.text)")
            #expect(reply.text.contains("id=\"book-form\""))
        }
    }

    @Test("What is written on the page cannot break out of it")
    func hostile() async throws {
        try await LiveServer.run(TestDesk()) { server in
            let name = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
            let body = "host=truls&slot=1&name=\(name)&about=%3C/textarea%3E%3Cb%3E&key=\(Self.longKey)"
            let reply = try await server.send(.post, "/bookings?lang=nb", body, Self.form)
            #expect(!reply.text.contains("<script>alert") && !reply.text.contains("</textarea><b>"))
            #expect(try await server.get("/book?host=%22%3E%3Cb%3E").status == 404)
        }
    }
}

import Foundation
import Glibc
import Testing

extension EndToEnd {
    /// Issue 10's proof: a ticket from the kiosk, called by a script, seen on the display; the gateway killed
    /// while a ticket is asked for, which comes once; a time booked in the browser, checked in at the kiosk.
    @Test func aVisitFromTheKioskToTheDisplay() throws {
        let desk = try DeskFolder()
        try Hall.alwaysReceives(desk)
        // One account plays all agents here, and calls up two visitors.
        try desk.set("visit", to: "0")
        desk.listen = try DeskFolder.quietPort()
        let first = try desk.start(["serve"])
        let web = try desk.gatewayAnswers()
        let visitor = try Hall(base: web.base)
        try visitor.says("TICKET 1")
        let one = try #require(try Hall.visit(desk, ticket: 1))
        #expect(try desk.run("inquiry", "call", one, "--counter", "2").status == 0)
        try visitor.tell("ok")
        try visitor.says("CALLED 1")
        first.kill(SIGKILL)
        #expect(first.wait() == -SIGKILL)
        try visitor.tell("killed")
        try visitor.says("WAITS")
        let second = try desk.start(["serve"])
        _ = try desk.gatewayAnswers(besides: first.pid)
        try visitor.tell("started")
        try visitor.says("TICKET 2")
        let two = try #require(try Hall.visit(desk, ticket: 2))
        #expect(try desk.json("inquiry", "list").count == 2, "each ticket is there once")
        #expect(try desk.run("inquiry", "call", two, "--counter", "3").status == 0)
        #expect(try desk.run("inquiry", "recall", two).status == 0)
        #expect(try desk.run("inquiry", "recall", one).status == 0)
        #expect(try desk.run("inquiry", "recall", two).status == 0)
        try visitor.tell("ok")
        try visitor.says("CALLED 2")
        try visitor.tell("ok")
        try visitor.says("BOOKED")
        try visitor.tell("ok")
        try visitor.says("ARRIVED")
        try Hall.isHere(desk)
        try visitor.tell("ok")
        try visitor.says("DONE")
        #expect(try desk.problems() == [])
        second.kill(SIGTERM)
        second.wait()
    }

    /// The way of a visit by scripts alone, each refusal with its sentence.
    @Test func aVisitByScripts() throws {
        let desk = try DeskFolder()
        let reference = try desk.register("Skal levere nøkler", channel: "visit")
        #expect(try desk.run("inquiry", "recall", reference).status == 1)
        for words in [
            ["call", reference, "--counter", "1"], ["recall", reference], ["start", reference],
            ["service", reference, "--topic", "faktura"], ["park", reference], ["start", reference],
            ["hand-over", reference, "--to", "truls", "--reason", "kjenner saken"],
        ] {
            let outcome = try desk.start(["inquiry"] + words).outcome()
            #expect(outcome.status == 0, "\(words): \(outcome.err)")
        }
        let show = try #require(try desk.json("inquiry", "show", reference).first)
        #expect(show["owner"] as? String == "truls")
        let events = try #require(show["events"] as? [[String: Any]]).compactMap { $0["type"] as? String }
        for type in ["VisitorCalled", "VisitStarted", "VisitServiceAdded", "VisitParked", "VisitHandedOver"] {
            #expect(events.contains(type), "no \(type) in \(events)")
        }
        #expect(events.count { $0 == "VisitorCalled" } == 2)
        let times = try desk.json("inquiry", "free-times", "truls")
        #expect(times.allSatisfy { $0["from"] is String && $0["host"] as? String == "truls" })
        #expect(try desk.run("inquiry", "free-times", "ingen").status == 1)
        #expect(try desk.problems() == [])
    }
}

/// The browser's process, and the lines that it and the test exchange.
private final class Hall {
    private let child: Child
    private let input: Int32

    init(base: String) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Trouble("pipe: \(errno)") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        input = ends[1]
        defer { Glibc.close(ends[0]) }
        child = try Child(
            ["python3", "-c", VisitorScript.source, base],
            environment: ProcessInfo.processInfo.environment, input: ends[0])
    }

    deinit { Glibc.close(input) }

    func tell(_ line: String) throws {
        let bytes = Array((line + "\n").utf8)
        guard write(input, bytes, bytes.count) == bytes.count else { throw Trouble("the browser is gone") }
    }

    func says(_ word: String) throws {
        let came = Waiting.until(within: 120) {
            child.output.split(separator: "\n").contains(Substring(word)) || child.status != nil
        }
        guard came, child.output.split(separator: "\n").contains(Substring(word)) else {
            throw Trouble("the browser never said \(word): \(child.output) \(child.errors.suffix(2_000))")
        }
    }

    /// Truls receives at every hour of every day, five minutes each, so that there is a time now.
    static func alwaysReceives(_ desk: DeskFolder) throws {
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        let hours = days.map { "\($0) = [\"00:00-24:00\"]" }.joined(separator: "\n")
        let text = """
            [kiosk]
            topics = ["byggesak"]
            counters = ["1", "2", "3"]
            [appointments]
            reminder_minutes = 0
            [[host]]
            id = "truls"
            name = { nb = "Truls", nn = "Truls", en = "Truls" }
            place = { nb = "Rom 1", nn = "Rom 1", en = "Room 1" }
            topics = ["byggesak"]
            minutes = 5
            notice_minutes = 0
            mode = "visit"
            [host.hours]
            \(hours)
            """
        try text.write(toFile: desk.data + "/visits.toml", atomically: true, encoding: .utf8)
    }

    /// The reference of the visit with that ticket: references and tickets count up together.
    static func visit(_ desk: DeskFolder, ticket: Int) throws -> String? {
        let lines = try desk.json("inquiry", "list").filter { $0["channel"] as? String == "visit" }
        let references = lines.compactMap { $0["reference"] as? String }.sorted()
        return references.count >= ticket ? references[ticket - 1] : nil
    }

    static func isHere(_ desk: DeskFolder) throws {
        let lines = try desk.json("inquiry", "list").filter { $0["channel"] as? String == "appointment" }
        #expect(lines.count == 1)
        let reference = try (lines.first?["reference"] as? String).orTrouble("no appointment")
        let show = try (desk.json("inquiry", "show", reference).first).orTrouble("no show")
        let events = (show["events"] as? [[String: Any]] ?? []).compactMap { $0["type"] as? String }
        #expect(events.count { $0 == "AppointmentBooked" } == 1)
        #expect(events.count { $0 == "AppointmentArrived" } == 1)
    }
}

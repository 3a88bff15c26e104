import Foundation
import Testing

extension EndToEnd {
    /// The way of a call through the built program: the telephone system posts, the row appears, the agent who
    /// answers sees the caller, who hangs up unanswered becomes a callback.
    @Test func callsReachTheConsole() throws {
        let desk = try DeskFolder()
        try Self.sitDown("ingrid", desk)
        let console = try TmuxConsole(desk, ["--agent", "ingrid"])
        try console.shows("Ingen venter i chat.", "http://127.0.0.1:")
        let web = try desk.gatewayAnswers()
        let path = try Self.phonePath(desk)
        try console.press("2")

        try Self.tell(web, path, ["event": "newCall", "callId": "a1", "from": "+4762888000"])
        try console.shows("Ringer", "+4762888000")
        try Self.tell(
            web, path, ["event": "answer", "callId": "a1", "from": "+4762888000", "user": "ingrid"])
        try console.shows("Du svarte +4762888000. Ringer for første gang.", "Ingrid S. svarte")
        try Self.tell(web, path, ["event": "hangup", "callId": "a1", "cause": "normalClearing"])
        try console.shows("Samtalen er over")

        try Self.tell(web, path, ["event": "newCall", "callId": "b1", "from": "62888001"])
        try console.shows("62888001")
        try Self.tell(web, path, ["event": "hangup", "callId": "b1", "cause": "cancel"])
        try eventually("the lost call is a callback") {
            try desk.json("inquiry", "list").contains { $0["channel"] as? String == "callback" }
        }
        // Nothing is doubled by what is told again.
        for event in ["newCall", "hangup", "answer"] {
            try Self.tell(web, path, ["event": event, "callId": "a1", "user": "ingrid"])
        }
        #expect(try desk.json("inquiry", "list").count == 2)
        // The call that he answered is still his: he is asked, and leaves all the same.
        try console.press("C-q")
        try console.shows("1 åpen henvendelse er din.")
        try console.press("q")
        try eventually("the console ends") { try console.isDead }
        #expect(try desk.problems() == [])
        #expect(try Self.logs(desk).contains(path) == false, "the secret is in no log")
    }

    /// The tester's own account is this agent's.
    private static func sitDown(_ agent: String, _ desk: DeskFolder) throws {
        let path = desk.data + "/directory.toml"
        let account = "\n[[account]]\nname = \"\(NSUserName())\"\npeople = [\"\(agent)\"]\nforced = false\n"
        let text = try String(contentsOfFile: path, encoding: .utf8) + account
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    private static func tell(_ web: WebClient, _ path: String, _ fields: [String: Any]) throws {
        let reply = try web.post(path, fields)
        #expect((reply.status, reply.body) == (200, "{}"))
    }

    /// The address as `doctor` shows it.
    private static func phonePath(_ desk: DeskFolder) throws -> String {
        let lines = try desk.run("doctor", "--json").out.split(separator: "\n").map {
            try DeskFolder.object(String($0))
        }
        let finding = try lines.first { $0["what"] as? String == "phone" }.orTrouble("no phone in doctor")
        let detail = try (finding["detail"] as? String).orTrouble("no detail")
        let start = try detail.range(of: "/cti/").orTrouble(detail)
        return String(detail[start.lowerBound...])
    }

    private static func logs(_ desk: DeskFolder) throws -> String {
        let files = try FileManager.default.subpathsOfDirectory(atPath: desk.folder + "/state")
        return files.filter { $0.hasSuffix(".log") }.compactMap {
            try? String(contentsOfFile: desk.folder + "/state/" + $0, encoding: .utf8)
        }.joined()
    }
}

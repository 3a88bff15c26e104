import Foundation
import Testing

extension EndToEnd {
    /// Calls through a real telephone system's waiting queue: the service level that the overview shows is the
    /// one that SIPp's own record gives, in each of its five ways, to the call.
    @Test func theServiceLevelIsTheCallersOwn() throws {
        let desk = try DeskFolder()
        // The shortest goal that leaves room for somebody who left between five seconds and it.
        try desk.set("phone_answer_seconds", to: "8")
        desk.variables["SKRANKE_CTI_TOKEN"] = "a-secret-of-the-municipality"
        let console = try TmuxConsole(desk, columns: 140, rows: 40)
        try console.shows("Ingen venter i chat.")
        let web = try desk.gatewayAnswers()
        let pbx = try Pbx(desk, endpoint: web.base + "/cti/a-secret-of-the-municipality")
        defer { pbx.stop() }
        let talks = try pbx.callers(
            "talk", PbxScripts.talker, times: Array(repeating: 4_700, count: 10), every: 700)
        let leaves = try pbx.callers(
            "leave", PbxScripts.leaver, times: [1_500, 2_500, 6_500, 10_500], every: 400)
        let lines = try talks() + leaves()
        let counts = SippCounts(lines, goal: 8)
        #expect(counts.margin > 0.25, "a wait is too near its limit: run again on a quieter machine")
        #expect(counts.offered == 14)
        #expect(counts.answeredInTime > 0 && counts.answeredLater > 0)
        #expect((counts.leftAtOnce, counts.leftInTime, counts.leftLater) == (2, 1, 1))

        try eventually("all calls are known") {
            try desk.json("inquiry", "list", "--limit", "1000").count == 14
        }
        let rows = try desk.json("inquiry", "list", "--limit", "1000")
        #expect(rows.filter { $0["channel"] as? String == "callback" }.count == 4, "who left is called back")
        try console.press("F2")
        try console.shows("\(counts.answeredInTime) av \(counts.offered - counts.leftAtOnce)")
        try console.press("Enter")
        try console.shows("P  ", "D  ")
        let shown = try console.rows.compactMap(Self.reckoning)
        let text = try console.text
        #expect(shown == counts.lines, "\(text)")
        #expect(try desk.problems() == [])
    }

    /// «P  76,9 %  10/13 …» of the overview's reckoning.
    private static func reckoning(_ row: String) -> String? {
        let words = row.split { $0 == " " || $0 == "║" || $0 == "│" }.map(String.init)
        guard let letter = words.firstIndex(where: { ["P", "A", "B", "C", "D"].contains($0) }),
            words.count > letter + 3, words[letter + 2] == "%"
        else { return nil }
        return "\(words[letter]) \(words[letter + 3])"
    }
}

extension DeskFolder {
    /// Changes a value of `desk.toml`.
    func set(_ key: String, to value: String) throws {
        let path = data + "/desk.toml"
        var lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
        let index = try lines.firstIndex { $0.hasPrefix(key + " =") }.orTrouble("no \(key) in desk.toml")
        lines[index] = "\(key) = \(value)"
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
}

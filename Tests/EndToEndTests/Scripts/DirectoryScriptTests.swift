import Foundation
import Testing

extension EndToEnd {
    /// Who is away, said and read by scripts, and seen by the console at once (scenario 5).
    @Test func absencesByScript() throws {
        let desk = try DeskFolder()
        let console = try TmuxConsole(desk)
        try console.shows("Ingen venter i chat.")
        let here = try desk.json("directory", "find", "tjenestad")
        #expect(here.count == 1)
        #expect(here.first?["id"] as? String == "truls")
        let until = ISO8601DateFormatter().string(from: Date.now.addingTimeInterval(3_600))
        let set = try desk.json(
            "directory", "absence", "truls", "--code", "MØT", "--until", until, "--text", "Møterom 2")
        let row = try #require(set.first)
        #expect(row["status"] as? String == "away")
        #expect(row["code"] as? String == "MØT")
        #expect(row["words"] as? String == "Møterom 2")
        #expect(row["takesCalls"] as? Bool == false)
        #expect((row["returnsAt"] as? String)?.isEmpty == false)
        try console.press("d")
        try console.type("tjenes")
        try console.shows("Truls er i møte, tilbake", "Internt: Møterom 2")
        try console.press("Escape")

        let back = try desk.json("directory", "absence", "truls", "--clear")
        #expect(back.first?["words"] is NSNull)
        #expect(back.first?["status"] as? String != "away")
        let wrong = try desk.run("directory", "absence", "truls", "--code", "XXX", "--json")
        #expect(wrong.status == 1)
        #expect(wrong.err.contains("unknown-absence-code"))
        let usage = try desk.run("directory", "absence", "truls", "--until", until)
        #expect(usage.status == 64)
        #expect(try desk.problems() == [])
    }
}

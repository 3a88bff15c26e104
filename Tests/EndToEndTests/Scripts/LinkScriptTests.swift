import Foundation
import Testing

/// Two inquiries that are one, one that is two, replies by hand, clearance and reasons, from a script.
extension EndToEnd {
    @Test func duplicatesAreMergedFromAScript() throws {
        let desk = try DeskFolder()
        let (first, second) = (try desk.register("Hull i veien"), try desk.register("Hull i veien!"))
        try desk.succeeds("inquiry", "merge", second, "--into", first)
        let duplicate = try #require(try desk.json("inquiry", "show", second).first)
        #expect(duplicate["state"] as? String == "voided")
        let link = try #require((duplicate["links"] as? [[String: Any]])?.first)
        #expect(Set(link.keys) == ["kind", "reference", "at"])
        #expect(link["kind"] as? String == "merged-into" && link["reference"] as? String == first)
        let other = try #require(try desk.json("inquiry", "show", first).first)
        #expect((other["links"] as? [[String: Any]])?.first?["kind"] as? String == "duplicate")
        let again = try desk.run("inquiry", "merge", first, "--into", second, "--language", "nb")
        #expect(again.status == 1 && again.err.contains("Velg en som er åpen."), "\(again.err)")
        let same = try desk.run("inquiry", "merge", first, "--into", first, "--json")
        #expect(same.status == 1 && same.err.contains("same-inquiry"), "\(same.err)")
        #expect(try desk.problems() == [])
    }

    @Test func aSecondQuestionIsSplitOffFromAScript() throws {
        let desk = try DeskFolder()
        let reference = try desk.register("Hull i veien. Og lyset?")
        let answer = try #require(
            try desk.json("inquiry", "split", reference, "--text", "Lyset er borte", "--topic", "faktura")
                .first)
        let new = try #require(answer["reference"] as? String)
        #expect(new != reference)
        let shown = try #require(try desk.json("inquiry", "show", new).first)
        #expect(shown["topic"] as? String == "faktura")
        #expect((shown["links"] as? [[String: Any]])?.first?["kind"] as? String == "split-from")
        #expect(try desk.problems() == [])
    }

    @Test func repliesClearanceAndReasonsFromAScript() throws {
        let desk = try DeskFolder()
        let reference = try desk.register("Hull i veien", "--topic", "faktura")
        try desk.succeeds("inquiry", "claim", reference)
        try desk.succeeds("inquiry", "reply-received", reference, "--text", "- ved skolen\u{1B}[31m")
        try desk.succeeds("inquiry", "request-clearance", reference, "--reason", "To enheter")
        let held = try desk.run("inquiry", "answer", reference, "--text", "Ja", "--language", "nb")
        #expect(held.status == 1 && held.err.contains("ikke klarert ennå"), "\(held.err)")
        let shown = try #require(try desk.json("inquiry", "show", reference).first)
        #expect(shown["clearance"] as? String == "requested")
        let close = ["inquiry", "close", reference, "--result", "withdrawn", "--archive", "not-archived"]
        let refused = try desk.start(close + ["--language", "en"]).outcome()
        #expect(refused.status == 1 && refused.err.contains("--reason"), "\(refused.err)")
        let done = try desk.start(close + ["--reason", "Fant ut av det selv"]).outcome()
        #expect(done.status == 0, "\(done.err)")
        let text = try desk.run("inquiry", "show", reference).out
        #expect(text.contains("ReplyNoted") && !text.contains("\u{1B}"))
        #expect(try desk.problems() == [])
    }
}

import Foundation
import Testing

/// REF as people say and type it, and refusals with the command line's own way out.
extension EndToEnd {
    @Test func everyFormOfAReferenceIsTaken() throws {
        let desk = try DeskFolder()
        let reference = try desk.register("Hull i veien")
        let check = try #require(reference.last)
        let bare = reference.filter { $0 != "-" }
        let forms = [
            reference, reference.lowercased(), bare, " \(reference) ", "1-\(check)", "1\(check)",
            "1 \(check)".lowercased(), "000001-\(check)", String(reference.dropFirst()),
        ]
        for form in forms {
            let shown = try #require(try desk.json("inquiry", "show", form).first, "\(form)")
            #expect(shown["reference"] as? String == reference, "\(form)")
        }
        try desk.succeeds("inquiry", "claim", "1-\(check)")
    }

    @Test(arguments: [
        Sentence("nb", "feilskrevet", "Mente du H"), Sentence("nn", "feilskriven", "Meinte du H"),
        Sentence("en", "is mistyped", "Did you mean H"),
    ])
    func aSlipNamesWhatWasMeant(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        let reference = try desk.register("Hull i veien")
        let wrong = String(reference.dropLast()) + (reference.last == "B" ? "C" : "B")
        let outcome = try desk.run("inquiry", "show", wrong, "--language", sentence.language)
        Self.expect(outcome, sentence)
        #expect(outcome.err.contains(reference))
        let short = try desk.run("inquiry", "show", "1-" + (reference.last == "B" ? "C" : "B"))
        #expect(short.status == 1 && short.err.contains(reference), "\(short.err)")
        // Two swapped digits, too.
        let swapped = reference.replacingOccurrences(of: "000001", with: "000010")
        #expect(try desk.run("inquiry", "claim", swapped).err.contains(reference))
    }

    /// A refusal names a command or a flag, never a key.
    @Test(arguments: ["nb", "nn", "en"])
    func aRefusalNamesTheWayOut(_ language: String) throws {
        let desk = try DeskFolder()
        let reference = try desk.register("Hull i veien")
        func refused(_ words: String...) throws -> String {
            let outcome = try desk.start(words + ["--language", language]).outcome()
            #expect(outcome.status == 1, "\(words)")
            #expect(!outcome.err.contains(": t") && !outcome.err.contains("(s)"), "a key: \(outcome.err)")
            return outcome.err
        }
        #expect(
            try refused("inquiry", "answer", reference, "--text", "Hei")
                .contains("skranke inquiry claim \(reference)"))
        try desk.succeeds("inquiry", "claim", reference)
        let close = ["inquiry", "close", reference, "--result", "solved-at-desk"]
        #expect(try refused(close[0], close[1], close[2], close[3], close[4]).contains("--topic"))
        #expect(
            try refused(close[0], close[1], close[2], close[3], close[4], "--topic", "faktura")
                .contains("skranke inquiry answer \(reference)"))
        try desk.succeeds("inquiry", "answer", reference, "--text", "Hei")
        #expect(
            try refused(close[0], close[1], close[2], close[3], close[4], "--topic", "faktura")
                .contains("--archive"))
    }
}

import Foundation
import Testing

/// The keys that scripts may rely on (DESIGN §5).
extension EndToEnd {
    private static let lineKeys: Set = ["reference", "channel", "state", "topic", "owner", "due", "version"]

    @Test func aScriptedInquiryFromRegisteredToClosed() throws {
        let desk = try DeskFolder()
        let reference = try desk.register("Hull i veien ved skolen", "--topic", "faktura", "--name", "Åse")
        let line = try #require(try desk.json("inquiry", "list").first)
        #expect(Set(line.keys) == Self.lineKeys)
        #expect(line["reference"] as? String == reference)
        #expect(line["owner"] is NSNull)
        try desk.succeeds("inquiry", "claim", reference)
        try desk.succeeds("inquiry", "answer", reference, "--text", "Vi fikser det i dag.")
        try desk.succeeds(
            "inquiry", "close", reference, "--result", "solved-at-desk", "--archive", "journal")
        let show = try #require(try desk.json("inquiry", "show", reference).first)
        #expect(
            Set(show.keys)
                == Self.lineKeys.union([
                    "messages", "receipts", "deadlines", "links", "clearance", "events", "letters",
                ]))
        #expect(show["state"] as? String == "closed")
        #expect(
            (show["messages"] as? [[String: Any]])?.compactMap { $0["text"] as? String }
                .contains("Vi fikser det i dag.") == true)
        #expect(try desk.json("inquiry", "list").isEmpty)
        #expect(try desk.problems() == [])
    }

    /// What the parts of `show` and the answers of commands that write hold: null where there is nothing.
    @Test func everyPartHasItsKeys() throws {
        let desk = try DeskFolder()
        let reference = try desk.register("Hull i veien", "--topic", "faktura")
        let claimed = try #require(try desk.json("inquiry", "claim", reference).first)
        #expect(Set(claimed.keys) == ["reference", "state", "version", "expectedAt", "ticket"])
        #expect(claimed["ticket"] is NSNull && claimed["state"] as? String == "in-progress")
        try desk.succeeds("inquiry", "answer", reference, "--text", "Takk.")
        let show = try #require(try desk.json("inquiry", "show", reference).first)
        let parts: [String: Set<String>] = [
            "messages": ["from", "by", "channel", "at", "text", "delivery", "sequence"],
            "deadlines": ["kind", "start", "due", "state"], "events": ["version", "at", "type", "actor"],
        ]
        for (part, keys) in parts {
            let lines = try #require(show[part] as? [[String: Any]])
            #expect(!lines.isEmpty, "\(part)")
            for line in lines { #expect(Set(line.keys) == keys, "\(part)") }
        }
        let verify = try #require(try desk.json("journal", "verify").first)
        #expect(Set(verify.keys) == ["events", "inquiries", "problems"])
        let findings = try desk.start(["doctor", "--json"]).outcome().out.split(separator: "\n")
        let found = try findings.map { try DeskFolder.object(String($0)) }
        #expect(found.allSatisfy { Set($0.keys) == ["what", "ok", "detail"] })
        #expect(
            Set(found.compactMap { $0["what"] as? String }) == [
                "terminal", "locale", "data", "store", "gateway", "phone", "mail",
            ])
        let envelope = try DeskFolder.object(
            String(try #require(try desk.run("journal", "export").out.split(separator: "\n").first)))
        #expect(
            Set(envelope.keys) == [
                "id", "sequence", "at", "actor", "role", "terminal", "aggregate", "version", "type",
                "payload",
                "causation", "correlation",
            ])
    }

    @Test func deadlinesHaveTheirKeys() throws {
        let desk = try DeskFolder()
        for kind in ["email-answer", "complaint", "appointment", "legal-month"] {
            let answer = try #require(try desk.json("deadline", kind, "2026-11-27T14:00:00+01:00").first)
            #expect(Set(answer.keys) == ["kind", "received", "starts", "due", "why"])
            #expect(answer["kind"] as? String == kind)
        }
        let minutes = try #require(
            try desk.json(
                "deadline", "opening-minutes", "2026-11-27T14:00:00+01:00", "2026-11-27T15:00:00+01:00"
            ).first)
        #expect(Set(minutes.keys) == ["minutes", "why"])
        #expect(minutes["minutes"] as? Int == 60)
    }

    @Test func exportBackupAndRestoreAgree() throws {
        let desk = try DeskFolder()
        _ = try desk.register("Første")
        let before = try desk.run("journal", "export").out
        #expect(before.split(separator: "\n").count > 1)
        for line in before.split(separator: "\n") { _ = try DeskFolder.object(String(line)) }
        try desk.succeeds("backup", desk.folder + "/kopi.db")
        #expect(try desk.run("backup", desk.folder + "/kopi.db").status == 1, "a backup overwrites nothing")
        _ = try desk.register("Andre")
        #expect(try desk.run("journal", "export").out != before)
        try desk.succeeds("restore", desk.folder + "/kopi.db")
        #expect(try desk.run("journal", "export").out == before)
        #expect(try desk.problems() == [])
    }
}

extension DeskFolder {
    /// Runs what must succeed.
    func succeeds(_ words: String..., sourceLocation: SourceLocation = #_sourceLocation) throws {
        let outcome = try start(words).outcome()
        #expect(outcome.status == 0, "\(words): \(outcome.err)", sourceLocation: sourceLocation)
    }
}

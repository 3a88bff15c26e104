import Foundation
import Testing

/// What comes in from a shell and what goes out to one.
extension EndToEnd {
    /// Runs a line of sh with `$skranke`.
    private static func shell(_ desk: DeskFolder, _ line: String) throws -> Child.Outcome {
        try Child(
            ["/bin/sh", "-c", "skranke='\(Repository.program)'; " + line], environment: desk.environment
        ).outcome()
    }

    @Test(arguments: [
        #""$skranke" inquiry register --channel email --text "$(printf 'bl\345b\346r')""#,
        #""$skranke" inquiry register --channel email --text x --name "$(printf '\355\240\200')""#,
        #"printf 'bl\303\245\377' | "$skranke" inquiry register --channel email --text -"#,
    ])
    func whatIsNotUTF8IsRefused(_ line: String) throws {
        let desk = try DeskFolder()
        _ = try desk.register("Før")
        let outcome = try Self.shell(desk, line + " --language en")
        #expect(outcome.status == 64, "\(outcome.out) \(outcome.err)")
        #expect(outcome.err.contains("not valid UTF-8: byte"), "\(outcome.err)")
        #expect(try desk.json("inquiry", "list").count == 1)
    }

    /// NUL is U+FFFD as everywhere, other controls are kept, and shown harmless.
    @Test func textFromStandardInput() throws {
        let desk = try DeskFolder()
        let line =
            #"printf -- '- Hei\000\033[31m\r\nto\n' | "$skranke" inquiry register --channel email --text - --json"#
        let outcome = try Self.shell(desk, line)
        let reference = try #require(try DeskFolder.object(outcome.out)["reference"] as? String)
        let show = try #require(try desk.json("inquiry", "show", reference).first)
        let texts = (show["messages"] as? [[String: Any]])?.compactMap { $0["text"] as? String }
        #expect(texts == ["- Hei\u{FFFD}\u{1B}[31m\nto"])
        let plain = try desk.run("inquiry", "show", reference)
        #expect(!plain.out.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    }

    @Test func whatIsTooLongIsRefused() throws {
        let desk = try DeskFolder()
        _ = try desk.register("Før")
        let script =
            #"head -c 200000 /dev/zero | tr '\0' x | "$skranke" inquiry register --channel email --text -"#
        let outcome = try Self.shell(desk, script + " --language en --json")
        #expect(outcome.status == 1 && outcome.out.isEmpty)
        let fault = try DeskFolder.object(outcome.err)
        #expect(fault["code"] as? String == "text-too-long")
        #expect((fault["detail"] as? String)?.contains("20000") == true)
        let name = String(repeating: "å", count: 501)
        #expect(
            try desk.run("inquiry", "register", "--channel", "email", "--text", "x", "--name", name).status
                == 1)
        #expect(try desk.json("inquiry", "list").count == 1)
    }

    /// With `--json` a failure is a document too, whatever refused.
    @Test(arguments: [
        (["inquiry", "show", "nonsense"], Int32(1), "not-a-reference"),
        (["inquiry", "claim", "H26-999999-A"], 1, "not-a-reference"),
        (["inquiry", "list", "--store", "/nowhere/x.db"], 1, "no-store"),
        (["inquiry", "list", "--limit", "-1"], 64, "usage"), (["inquiry", "list", "--bogus"], 64, "usage"),
        (["inquiry", "list", "--agent", "nobody"], 1, "failed"),
    ])
    func aFailureInJSON(_ words: [String], _ status: Int32, _ code: String) throws {
        let desk = try DeskFolder()
        _ = try desk.register("Før")
        let outcome = try desk.start(words + ["--json"]).outcome()
        #expect(outcome.status == status && outcome.out.isEmpty, "\(outcome.out) \(outcome.err)")
        let fault = try DeskFolder.object(outcome.err)
        #expect(Set(fault.keys) == ["code", "detail"])
        #expect(fault["code"] as? String == code, "\(outcome.err)")
    }

    /// A reader that has seen enough ends the writer without a word; a full disk is a failure.
    @Test func outputThatNobodyTakes() throws {
        let desk = try DeskFolder()
        _ = try desk.register("Før")
        let quiet = try Self.shell(desk, #"("$skranke" journal export; echo "status $?" >&2) | true"#)
        #expect(quiet.err == "status 1\n" || quiet.err == "status 0\n", "\(quiet.err)")
        let full = try Self.shell(desk, #""$skranke" journal export >/dev/full"#)
        #expect(full.status == 1)
        #expect(full.err.contains("skranke: "), "\(full.err)")
    }

    /// No colour is ever written to where no terminal is, nor a control of any kind.
    @Test(arguments: [["inquiry", "list"], ["journal", "verify"], ["doctor"], ["--help"]])
    func outputIsPlain(_ words: [String]) throws {
        let desk = try DeskFolder()
        _ = try desk.register("Før")
        let outcome = try desk.start(words).outcome()
        #expect(!outcome.out.contains("\u{1B}") && !outcome.err.contains("\u{1B}"))
    }
}

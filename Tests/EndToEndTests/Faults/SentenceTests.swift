import Foundation
import Glibc
import Testing

/// What is wrong and what to do, in the user's language; and the rest works on (issue 9).
extension EndToEnd {
    /// One sentence in three languages: words that must stand in it.
    struct Sentence: Sendable, CustomTestStringConvertible {
        var language: String
        var words: [String]
        var testDescription: String { language }
        init(_ language: String, _ words: String...) { (self.language, self.words) = (language, words) }
    }

    static func expect(
        _ outcome: Child.Outcome, _ sentence: Sentence, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(outcome.status == 1, "\(outcome.out) \(outcome.err)", sourceLocation: sourceLocation)
        for word in sentence.words {
            #expect(
                outcome.err.contains(word), "no \(word) in: \(outcome.err)", sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: [
        Sentence("nb", "laget av en nyere Skranke (versjon 999", "Oppgrader"),
        Sentence("nn", "laga av ein nyare Skranke (versjon 999", "Oppgrader"),
        Sentence("en", "made by a newer Skranke (version 999", "Upgrade"),
    ])
    func aNewerStore(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        _ = try desk.register("Fra en annen tid")
        try desk.sqlite("PRAGMA user_version=999")
        let before = try Data(contentsOf: URL(fileURLWithPath: desk.store))
        Self.expect(try desk.run("inquiry", "list", "--language", sentence.language), sentence)
        Self.expect(try desk.run("serve", "--language", sentence.language), sentence)
        let console = try TmuxConsole(desk, ["--language", sentence.language])
        try eventually("the console gives up") { try console.isDead }
        #expect(try Data(contentsOf: URL(fileURLWithPath: desk.store)) == before, "a newer store was touched")
    }

    @Test(arguments: [
        Sentence("nb", "Lageret", "er skadet", "skranke restore"),
        Sentence("nn", "Lageret", "er skadd", "skranke restore"),
        Sentence("en", "The store", "is damaged", "skranke restore"),
    ])
    func aStoreThatIsNone(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        _ = try desk.register("Straks borte")
        let noise = Data((0..<65_536).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) })
        try noise.write(to: URL(fileURLWithPath: desk.store))
        for name in ["-wal", "-shm"] { unlink(desk.store + name) }
        Self.expect(try desk.run("inquiry", "list", "--language", sentence.language), sentence)
        let verify = try desk.run("journal", "verify", "--language", sentence.language)
        Self.expect(verify, sentence)
        #expect(!verify.err.contains("journal verify"), "it advises what has just failed: \(verify.err)")
        let doctor = try desk.run("doctor", "--language", sentence.language)
        #expect(doctor.status == 1)
        #expect(doctor.out.contains(sentence.words[1]), "\(doctor.out)")
    }

    /// Pages that a disk has lost: the rows are named, and the way back; the rest is still given.
    @Test(arguments: [
        Sentence("nb", "Lageret er skadet", "skranke restore"),
        Sentence("nn", "Lageret er skadd", "skranke restore"),
        Sentence("en", "The store is damaged", "skranke restore"),
    ])
    func aStoreWithBrokenPages(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        let long = String(repeating: "Lang sak. ", count: 200)
        for number in 0..<12 { _ = try desk.register("\(number) \(long)") }
        try desk.sqlite("PRAGMA wal_checkpoint(TRUNCATE)")
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: desk.store))
        let bytes = try file.readToEnd() ?? Data()
        let page = try #require(
            stride(from: 4_096, to: bytes.count, by: 4_096).first { start in
                bytes[start] == 13
                    && bytes[start..<start + 4_096].range(of: Data("InquiryReceived".utf8)) != nil
            })
        try file.seek(toOffset: UInt64(page))
        try file.write(contentsOf: Data(repeating: 0xA5, count: 4_096))
        try file.close()
        let verify = try desk.run("journal", "verify", "--language", sentence.language)
        Self.expect(verify, sentence)
        #expect(verify.out.contains("event: ") && verify.out.contains("cannot be read"), "\(verify.out)")
        let doctor = try desk.run("doctor", "--language", sentence.language)
        #expect(doctor.status == 1 && doctor.out.contains(sentence.words[0]), "\(doctor.out)")
    }

    @Test(arguments: [
        Sentence("nb", "kan ikke leses", "--store"), Sentence("nn", "kan ikkje lesast", "--store"),
        Sentence("en", "cannot be read", "--store"),
    ])
    func aStoreThatIsAFolder(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        let path = desk.store
        try FileManager.default.createDirectory(atPath: path + "/x", withIntermediateDirectories: true)
        for end in ["/state", "/state/skranke"] { chmod(desk.folder + end, 0o700) }
        let outcome = try desk.run("inquiry", "list", "--language", sentence.language)
        Self.expect(outcome, sentence)
    }

    @Test(arguments: [
        Sentence("nb", "holdes av et annet program (prosess 4711)", "avslutt det"),
        Sentence("nn", "er halde av eit anna program (prosess 4711)", "avslutt det"),
        Sentence("en", "Another program (process 4711) holds the store", "end it"),
    ])
    func aStoreThatIsHeld(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        let reference = try desk.register("Venter på låsen")
        let lock = open(desk.store + ".lock", O_RDWR | O_CLOEXEC)
        defer { Glibc.close(lock) }
        try #require(flock(lock, LOCK_EX) == 0)
        _ = pwrite(lock, "4711        \n", 13, 0)
        Self.expect(try desk.run("inquiry", "claim", reference, "--language", sentence.language), sentence)
        // Who only reads is not held up.
        #expect(try desk.json("inquiry", "list").count == 1)
        _ = flock(lock, LOCK_UN)
        try desk.succeeds("inquiry", "claim", reference)
    }

    @Test(arguments: [
        Sentence("nb", "desk.toml, linje 23", "fictional", "true eller false"),
        Sentence("nn", "desk.toml, linje 23", "fictional", "true eller false"),
        Sentence("en", "desk.toml, line 23", "fictional", "true or false"),
    ])
    func aWrongDataFile(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        let path = desk.data + "/desk.toml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let line =
            try #require(text.components(separatedBy: "\n").firstIndex { $0.hasPrefix("fictional") }) + 1
        try text.replacingOccurrences(of: "fictional = true", with: "fictional = \"ja\"")
            .write(toFile: path, atomically: true, encoding: .utf8)
        var sentence = sentence
        sentence.words[0] = sentence.words[0].replacingOccurrences(of: "23", with: "\(line)")
        Self.expect(try desk.run("inquiry", "list", "--language", sentence.language), sentence)
        Self.expect(try desk.run("serve", "--language", sentence.language), sentence)
        let doctor = try desk.run("doctor", "--language", sentence.language)
        #expect(doctor.status == 1)
        #expect(doctor.out.contains(sentence.words[0]), "\(doctor.out)")
    }

    @Test(arguments: [
        Sentence("nb", "er opptatt. Velg", "--listen"),
        Sentence("nn", "er oppteken. Vel", "--listen"),
        Sentence("en", "is taken. Choose", "--listen"),
    ])
    func aPortThatIsTaken(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        let other = try DeskFolder()
        let service = try other.start(["serve"])
        let web = try other.gatewayAnswers()
        desk.listen = "127.0.0.1:\(web.port)"
        let console = try TmuxConsole(desk, ["--language", sentence.language])
        try eventually("the gateway says what is wrong") {
            (try? String(contentsOfFile: desk.gatewayNote, encoding: .utf8))?.contains("port-taken") == true
        }
        let doctor = try desk.run("doctor", "--language", sentence.language)
        #expect(doctor.status == 1)
        for word in sentence.words { #expect(doctor.out.contains(word), "\(doctor.out)") }
        // The strip says as much of it as it has room for.
        try console.shows("\(web.port)", "! ")
        // The desk works on; and when the port comes free, the page is there by itself.
        _ = try desk.register("Likevel")
        try console.shows("Likevel")
        service.kill(SIGTERM)
        service.wait()
        let mine = try desk.gatewayAnswers(within: 60)
        #expect(mine.port == web.port)
        try console.shows("http://127.0.0.1:\(web.port)")
    }

    @Test(arguments: [
        Sentence("nb", "60x18"), Sentence("nn", "60x18"), Sentence("en", "60x18"),
    ])
    func aTerminalThatIsTooSmall(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        let console = try TmuxConsole(desk, ["--language", sentence.language], columns: 50, rows: 12)
        try console.shows(sentence.words[0])
        try console.resize(columns: 80, rows: 24)
        try console.shows("1 Chat")
        try console.resize(columns: 20, rows: 4)
        try console.shows("60")
        try console.press("C-q")
        try eventually("the console ends") { try console.isDead }
    }
}

extension DeskFolder {
    func sqlite(_ statement: String) throws {
        let script =
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()"
        let outcome = try Child(["python3", "-c", script, store, statement], environment: environment)
            .outcome()
        guard outcome.status == 0 else { throw Trouble("python: \(outcome.err)") }
    }
}

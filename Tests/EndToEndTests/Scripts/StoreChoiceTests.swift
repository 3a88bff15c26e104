import Foundation
import Testing

/// A mistyped `--store` makes no empty desk, and files nobody's inquiry into one.
extension EndToEnd {
    static let readers: [[String]] = [
        ["inquiry", "list"], ["inquiry", "show", "1-R"], ["inquiry", "claim", "1-R"],
        ["inquiry", "answer", "1-R", "--text", "x"], ["inquiry", "close", "1-R", "--result", "withdrawn"],
        ["inquiry", "register", "--channel", "email", "--text", "x"], ["journal", "verify"],
        ["journal", "tail", "--once"], ["journal", "export"], ["backup", "kopi.db"], ["doctor"],
    ]

    @Test(arguments: readers, [true, false])
    func aMistypedStoreIsRefused(_ words: [String], _ byFlag: Bool) throws {
        let desk = try DeskFolder()
        let path = desk.folder + "/typo/desk.db"
        var environment = desk.environment
        if !byFlag { environment["SKRANKE_STORE"] = path }
        let flags = byFlag ? ["--store", path] : []
        let child = try Child([Repository.program] + words + flags, environment: environment)
        let outcome = try child.outcome()
        #expect(outcome.status == 1, "\(outcome.out) \(outcome.err)")
        let said = words == ["doctor"] ? outcome.out : outcome.err
        #expect(said.contains(path) && said.contains("--store"), "\(said)")
        #expect(!FileManager.default.fileExists(atPath: desk.folder + "/typo"), "something was made")
    }

    @Test func anEmptyFileIsNoStore() throws {
        let desk = try DeskFolder()
        let path = desk.folder + "/empty.db"
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        #expect(try desk.run("inquiry", "list", "--store", path).status == 1)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
    }

    /// The account's own place: nobody has begun yet, which is no fault, and a first inquiry may make it.
    @Test func theOwnPlaceMayBeNew() throws {
        let desk = try DeskFolder()
        #expect(try desk.run("inquiry", "list").status == 1)
        #expect(!FileManager.default.fileExists(atPath: desk.store))
        let doctor = try desk.run("doctor")
        #expect(doctor.status == 0, "\(doctor.out)")
        #expect(!FileManager.default.fileExists(atPath: desk.store))
        _ = try desk.register("Den første")
        #expect(try desk.json("inquiry", "list").count == 1)
    }

    /// `location` of desk.toml is the account's own place; flag and environment go before it.
    @Test func theStoreOfTheSettings() throws {
        let desk = try DeskFolder()
        let path = desk.folder + "/valgt/desk.db"
        let file = desk.data + "/desk.toml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("# location =") })
        try text.replacingOccurrences(of: String(line), with: "location = \"\(path)\"")
            .write(toFile: file, atomically: true, encoding: .utf8)
        _ = try desk.register("Her")
        #expect(FileManager.default.fileExists(atPath: path))
        #expect(!FileManager.default.fileExists(atPath: desk.store))
        #expect(try desk.json("inquiry", "list").count == 1)
        #expect(try desk.run("doctor").out.contains(path))
        #expect(try desk.run("inquiry", "list", "--store", desk.store).status == 1)
        try desk.succeeds("backup", desk.folder + "/kopi.db")
        _ = try desk.register("Etter")
        try desk.succeeds("restore", desk.folder + "/kopi.db")
        #expect(try desk.json("inquiry", "list").count == 1)
    }

    @Test(arguments: [
        Sentence("nb", "Det finnes ikke noe lager", "skrivefeil"),
        Sentence("nn", "Det finst ikkje noko lager", "skrivefeil"),
        Sentence("en", "There is no store at", "typing error"),
    ])
    func theSentenceOfAMissingStore(_ sentence: Sentence) throws {
        let desk = try DeskFolder()
        Self.expect(
            try desk.run("inquiry", "list", "--store", "/nowhere/x.db", "--language", sentence.language),
            sentence)
    }

    @Test func aMistypedBackupLeavesTheStoreAlone() throws {
        let desk = try DeskFolder()
        let outcome = try desk.run("restore", desk.folder + "/kpoi.db", "--language", "en")
        #expect(outcome.status == 1 && outcome.err.contains("kpoi.db"), "\(outcome.err)")
        #expect(!FileManager.default.fileExists(atPath: desk.store))
    }
}

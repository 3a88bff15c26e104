import Foundation
import Testing

/// The command line as DESIGN §5 promises it: help in full, exit codes 0, 1 and 64.
extension EndToEnd {
    /// Every subcommand, found in the help of the one above it.
    @Test(arguments: [("nb", "OM: ", "BRUK: "), ("nn", "OM: ", "BRUK: "), ("en", "OVERVIEW: ", "USAGE: ")])
    func everyCommandHasHelp(language: String, about: String, usage: String) throws {
        let desk = try DeskFolder()
        desk.locale = language == "en" ? "en_GB.UTF-8" : "\(language)_NO.UTF-8"
        var waiting: [[String]] = [[]]
        var seen: [[String]] = []
        while let words = waiting.popLast() {
            let outcome = try desk.start(words + ["--help"]).outcome()
            #expect(outcome.status == 0, "\(words)")
            #expect(outcome.out.hasPrefix(about) && outcome.out.contains("\n" + usage), "\(words)")
            for word in Self.foreign[language] ?? [] {
                #expect(!outcome.out.contains(word), "\(words): \(word) in \(outcome.out)")
            }
            #expect(outcome.err.isEmpty, "\(words): \(outcome.err)")
            seen.append(words)
            waiting += Self.subcommands(outcome.out).map { words + [$0] }
        }
        let names = Set(seen.map { $0.joined(separator: " ") })
        for name in Self.promised { #expect(names.contains(name), "no \(name) among \(names.sorted())") }
    }

    /// Words that no sentence of the language has: one that was not translated shows itself.
    private static let foreign = [
        "nb": [" the ", " where ", "Show", "ikkje", " ein "],
        "nn": [" the ", " where ", "Show", "ikke", " en "],
        "en": ["ikke", "Vis ", " som ", " eller "],
    ]

    /// A caller's mistake is told in his language, with what he wrote.
    @Test(arguments: [
        ("nb", "Feil: Uventet argument 'anser'"), ("nn", "Feil: Uventa argument 'anser'"),
        ("en", "Error: Unexpected argument 'anser'"),
    ])
    func aMistakeIsToldInTheCallersLanguage(language: String, sentence: String) throws {
        let desk = try DeskFolder()
        desk.locale = language == "en" ? "en_GB.UTF-8" : "\(language)_NO.UTF-8"
        let outcome = try desk.run("inquiry", "anser")
        #expect(outcome.status == 64)
        #expect(outcome.err.hasPrefix(sentence + "\n"), "\(outcome.err)")
    }

    private static let promised = [
        "console", "demo", "serve", "inquiry list", "inquiry show", "inquiry register", "inquiry claim",
        "inquiry answer", "inquiry close", "deadline email-answer", "deadline complaint",
        "deadline appointment", "deadline legal-month", "deadline expected-final", "deadline opening-minutes",
        "journal verify", "journal tail", "journal export", "backup", "restore", "doctor", "install",
    ]

    private static func subcommands(_ help: String) -> [String] {
        let headings = ["SUBCOMMANDS:\n", "UNDERKOMMANDOER:\n", "UNDERKOMMANDOAR:\n"]
        guard let start = headings.compactMap({ help.range(of: $0) }).first else { return [] }
        return help[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !$0.isEmpty }
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        var words: [String]
        var status: Int32
        var testDescription: String { words.joined(separator: " ") }
        init(_ status: Int32, _ words: String...) { (self.words, self.status) = (words, status) }
    }

    static let wrongs = [
        Wrong(64, "nonsense"), Wrong(64, "inquiry", "list", "--bogus"), Wrong(64, "inquiry", "claim"),
        Wrong(64, "inquiry", "register", "--channel", "smoke", "--text", "x"),
        Wrong(64, "inquiry", "close", "H26-000001-R", "--result", "perhaps"),
        Wrong(64, "deadline", "complaint", "yesterday"), Wrong(64, "serve", "--listen", "nowhere"),
        Wrong(64, "demo", "--speed", "0"), Wrong(64, "inquiry", "list", "--language", "de"),
        Wrong(64, "inquiry", "list", "--limit", "-1"), Wrong(64, "journal", "export", "--after", "-1"),
        Wrong(64, "journal", "tail", "--once", "--last", "-1"),
        Wrong(64, "inquiry", "register", "--channel", "mia", "--text", "x"),
        Wrong(64, "inquiry", "register", "--channel", "appointment", "--text", "x"),
        Wrong(
            64, "inquiry", "register", "--channel", "callback", "--text", "x", "--from",
            "2026-11-27T14:00:00+01:00"),
        Wrong(64, "inquiry", "register", "--channel", "email", "--text", "x", "--host", "Tor"),
        Wrong(64, "inquiry", "close", "1-R", "--result", "solved-by-mia"),
        Wrong(64, "deadline", "opening-minutes", "2026-11-27T14:00:00+01:00", "2026-11-27T13:00:00+01:00"),
        Wrong(1, "deadline", "expected-final", "--service", "månen", "2026-11-27T14:00:00+01:00"),
        Wrong(1, "inquiry", "show", "nonsense"), Wrong(1, "inquiry", "claim", "H26-999999-A"),
        Wrong(1, "--language", "en"), Wrong(1, "restore", "nowhere.db"),
        Wrong(1, "inquiry", "list", "--agent", "nobody"),
    ]

    @Test(arguments: wrongs)
    func whatIsWrongSaysSo(_ wrong: Wrong) throws {
        let desk = try DeskFolder()
        let outcome = try desk.start(wrong.words).outcome()
        #expect(outcome.status == wrong.status, "\(outcome.err)")
        #expect(outcome.out.isEmpty, "\(outcome.out)")
        #expect(outcome.err.count > 10, "no sentence")
        #expect(
            !outcome.err.contains("Fatal error") && !outcome.err.contains("SkrankeJournal."), "\(outcome.err)"
        )
    }
}

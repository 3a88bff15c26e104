import Foundation
import Testing

/// Sizes and forbidden words: what a reviewer would otherwise have to look for (habit 16).
@Suite struct HabitTests {
    @Test func filesAreSmall() {
        for file in SourceTree.swift {
            #expect(file.lines.count <= 400, "\(file.path): \(file.lines.count) lines; is it one idea?")
        }
    }

    @Test func linesAreShort() {
        for file in SourceTree.swift {
            let code = file.code
            for (index, line) in file.lines.enumerated() where line.count > 120 {
                // What stands in a long literal (a screen, a citizen's words) is as long as it is.
                let bare = code[index].text
                if bare.count <= 120, !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") { continue }
                Issue.record("\(file.path):\(index + 1): \(line.count) columns")
            }
        }
    }

    @Test func functionsAreShort() {
        for file in SourceTree.swift where !file.isTest {
            for function in Functions.measure(file.lines) where function.length > 70 {
                Issue.record("\(file.path):\(function.line): \(function.name) has \(function.length) lines")
            }
        }
    }

    struct Ban: Sendable {
        let word: String
        let because: String
        /// Path beginnings where it may stand.
        var except: [String] = []
        var inTests = false
    }

    static let bans: [Ban] = [
        Ban(word: "try!", because: "every write can fail", inTests: false),
        Ban(word: "fatalError(", because: "a reachable state gets a sentence"),
        Ban(word: "Date()", because: "time is an argument (law 4)", except: ["Sources/SkrankeRuntime/Time/"]),
        Ban(
            word: "clock_gettime(", because: "time is an argument (law 4)",
            except: [
                "Sources/SkrankeRuntime/Time/", "Sources/SkrankeTerminal/", "Sources/skranke-bench/",
                "Sources/SkrankeSQLite/Engine/",
            ]),
        Ban(word: "usleep(", because: "wait for what you wait for", inTests: true),
        Ban(
            word: "nanosleep(", because: "wait for what you wait for",
            except: ["Sources/SkrankeSQLite/Engine/FileLock.swift"], inTests: true),
        Ban(word: "Thread.sleep", because: "wait for what you wait for", inTests: true),
        Ban(
            word: "getenv(", because: "environment is read in one place",
            except: [
                "Sources/SkrankeRuntime/", "Sources/skranke/", "Sources/SkrankeTerminal/",
                "Sources/skranke-bench/",
            ]),
        Ban(word: "Bundle.module", because: "a moved binary traps at start (craft 3.7)", inTests: true),
    ]

    @Test(arguments: bans.indices)
    func forbidden(_ index: Int) {
        let ban = Self.bans[index]
        for file in SourceTree.swift where ban.inTests || !file.isTest {
            if file.path.hasPrefix("Tests/HouseTests/") || ban.except.contains(where: file.path.hasPrefix) {
                continue
            }
            for (number, text) in file.code where Self.contains(text, ban.word) {
                Issue.record("\(file.path):\(number): \(ban.word): \(ban.because)")
            }
        }
    }

    @Test func onlyTheCommandLinePrints() {
        for file in SourceTree.swift where !file.isTest && !file.path.hasPrefix("Sources/skranke") {
            for (number, text) in file.code where Self.contains(text, "print(") {
                Issue.record("\(file.path):\(number): only the command line prints")
            }
        }
    }

    @Test func testsDoNotSleep() {
        for file in SourceTree.swift where file.isTest && !file.path.hasPrefix("Tests/HouseTests/") {
            for (number, text) in file.code where text.contains("Task.sleep") || Self.contains(text, "sleep(")
            {
                Issue.record("\(file.path):\(number): wait for idle, never for time")
            }
        }
    }

    @Test func theRepositoryNamesNoMachine() {
        let words = ["/wo" + "rk/", "/ro" + "ot/", "/tmp/" + "bash"]
        for file in SourceTree.files(under: ["Sources", "Tests", "Data", "Themes"], ending: "") {
            for (index, line) in file.lines.enumerated() where words.contains(where: line.contains) {
                Issue.record("\(file.path):\(index + 1): a path of one machine")
            }
        }
    }

    /// `word` stands in `text` with no letter before it, so that `blueprint(` is no `print(`.
    static func contains(_ text: String, _ word: String) -> Bool {
        var rest = Substring(text)
        while let range = rest.range(of: word) {
            let before =
                range.lowerBound == rest.startIndex ? " " : rest[rest.index(before: range.lowerBound)]
            if !before.isLetter, before != ".", before != "_" { return true }
            if before == ".", word.contains(".") { return true }
            rest = rest[range.upperBound...]
        }
        return false
    }
}

/// Finds functions by their indentation, which swift-format keeps.
enum Functions {
    struct Function {
        var name: String
        var line: Int
        var length: Int
    }

    static func measure(_ lines: [String]) -> [Function] {
        var found: [Function] = []
        for (index, line) in lines.enumerated() {
            let text = line.trimmingCharacters(in: .whitespaces)
            guard !text.hasPrefix("//"), let range = text.range(of: "func "),
                text[..<range.lowerBound].allSatisfy({
                    $0.isLetter || $0 == " " || $0 == "@" || $0 == "(" || $0 == ")"
                })
            else { continue }
            let indent = line.prefix { $0 == " " }
            guard
                let end = lines[(index + 1)...].firstIndex(where: { $0 == indent + "}" }),
                !text.hasSuffix("}")
            else { continue }
            let name = text[range.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            found.append(Function(name: String(name), line: index + 1, length: end - index + 1))
        }
        return found
    }
}

import Foundation

/// The repository as text: what the house rules are checked on.
struct SourceTree {
    struct File: Sendable {
        /// Path from the repository's top, with `/`.
        let path: String
        let lines: [String]

        /// `Sources/SkrankeDomain/...` -> `SkrankeDomain`.
        var module: String { String(path.split(separator: "/")[1]) }
        var isTest: Bool { path.hasPrefix("Tests/") }

        /// Each line without its comment and without what stands in string literals.
        var code: [(number: Int, text: String)] {
            var inBlock = false
            return lines.enumerated().map { index, line in
                (index + 1, SourceTree.stripped(line, &inBlock))
            }
        }
    }

    static let root: URL = {
        var url = URL(fileURLWithPath: #filePath)
        while url.path != "/",
            !FileManager.default.fileExists(atPath: url.appendingPathComponent("Package.swift").path)
        {
            url.deleteLastPathComponent()
        }
        return url
    }()

    static let swift: [File] = files(under: ["Sources", "Tests"], ending: ".swift")

    static func files(under folders: [String], ending: String) -> [File] {
        folders.flatMap { folder -> [File] in
            let base = root.appendingPathComponent(folder)
            guard let walk = FileManager.default.enumerator(atPath: base.path) else { return [] }
            return walk.compactMap { item in
                guard let name = item as? String, name.hasSuffix(ending),
                    let text = try? String(contentsOf: base.appendingPathComponent(name), encoding: .utf8)
                else { return nil }
                return File(path: "\(folder)/\(name)", lines: text.components(separatedBy: "\n"))
            }
        }
        .sorted { $0.path < $1.path }
    }

    /// A rough reading, enough for looking for words: line comments, multi-line strings and literals go.
    private static func stripped(_ line: String, _ inBlock: inout Bool) -> String {
        var parts = line.components(separatedBy: "\"\"\"")
        if parts.count > 1 {
            var kept = ""
            for (index, part) in parts.enumerated() {
                if !inBlock { kept += part }
                if index < parts.count - 1 { inBlock.toggle() }
            }
            parts = [kept]
        } else if inBlock {
            return ""
        }
        var result = ""
        var inLiteral = false
        var previous: Character = " "
        for character in parts[0] {
            if character == "\"", previous != "\\" {
                inLiteral.toggle()
                result.append(character)
            } else if !inLiteral {
                result.append(character)
                if result.hasSuffix("//") { return String(result.dropLast(2)) }
            }
            previous = character
        }
        return result
    }
}

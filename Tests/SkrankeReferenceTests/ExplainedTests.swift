import SkrankeReference
import Testing

/// "Readable by an administrator, every key explained where it stands" (issue 9, point 9).
@Suite struct ExplainedTests {
    @Test(arguments: DataFile.allCases)
    func everyKeyIsExplained(file: DataFile) throws {
        let lines = try Repository.text("Data/\(file.fileName)").split(
            separator: "\n", omittingEmptySubsequences: false)
        let comments = lines.filter { $0.hasPrefix("#") }.joined(separator: "\n")
        var known: Set<Substring> = []
        for (index, line) in lines.enumerated() {
            guard let match = line.firstMatch(of: /^([a-z_]+)[a-z._-]* *=/), known.insert(match.1).inserted
            else {
                continue
            }
            let isNamed = comments.contains(try Regex("\\b\(match.1)\\b"))
            #expect(
                isNamed || Self.hasComment(above: index, lines), "\(file.fileName):\(index + 1): \(match.1)")
        }
        #expect(!known.isEmpty)
        #expect(
            lines.first?.hasPrefix("# \(file.fileName) - ") == true, "the first line says what the file is")
        #expect(lines.allSatisfy { $0.count <= 110 })
    }

    /// A comment that stands directly above the key, or above the keys that it shares it with.
    private static func hasComment(above index: Int, _ lines: [Substring]) -> Bool {
        for line in lines[..<index].reversed() {
            if line.hasPrefix("#") { return true }
            if line.isEmpty || line.hasPrefix("[") { return false }
        }
        return false
    }
}

import SkrankeScreen
import SkrankeTestKit
import Testing

extension TestConsole {
    /// The frame's rows as text, the cursor's mark taken away.
    var rows: [String] {
        GoldenScreen.rows(frame).map { $0.filter { $0 != GoldenScreen.cursorMark } }
    }

    func shows(_ words: String) -> Bool { rows.contains { $0.contains(words) } }
}

/// Expects words on the screen; says what is there instead, and not the whole state.
func expectShown(_ console: TestConsole, _ words: String, at place: SourceLocation = #_sourceLocation) {
    guard !console.shows(words) else { return }
    let screen = console.rows.joined(separator: "\n")
    #expect(
        Bool(false),
        "not on the screen: \(words) \n\(screen.split(separator: "\n").map { "    " + $0.filter { !"║│═─╔╗╚╝┌┐└┘".contains($0) } }.filter { $0.contains { $0 != " " } }.prefix(30).joined(separator: "\n"))",
        sourceLocation: place)
}

func expectNotShown(_ console: TestConsole, _ words: String, at place: SourceLocation = #_sourceLocation) {
    guard console.shows(words) else { return }
    Issue.record(Comment(rawValue: "still on the screen: \(words)"), sourceLocation: place)
}

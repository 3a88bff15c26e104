import SkrankeScreen
import Testing

@testable import SkrankeTestKit

struct GoldenScreenTests {
    @Test func theCursorIsInsertedAndRunsAreMarked() {
        var canvas = Canvas(size: Size(width: 8, height: 3))
        canvas.text("ab", at: Point(x: 0, y: 0), Style(.text))
        canvas.text("日!", at: Point(x: 2, y: 0), Style(.statusSoon))
        canvas.text("e\u{301}", at: Point(x: 1, y: 1), Style(.statusSoon, bold: true))
        let frame = Frame(grid: canvas.grid, cursor: Point(x: 4, y: 0), title: "")
        #expect(GoldenScreen.rows(frame) == ["ab日▮!", " e\u{301}", ""])
        #expect(GoldenScreen.rows(frame, marks: [.statusSoon: "w"]) == ["ab{w:日▮!}", " {w:e\u{301}}", ""])
        let below = Frame(grid: canvas.grid, cursor: Point(x: 3, y: 2), title: "")
        #expect(GoldenScreen.text(below) == "ab日!\n e\u{301}\n   ▮")
    }

    @Test func aDifferenceIsAnIssue() {
        let frame = Frame(grid: Grid(size: Size(width: 3, height: 1)), cursor: Point(x: 0, y: 0), title: "")
        // In the accepting mode the literal below would be rewritten.
        guard !GoldenAcceptance.isOn else { return }
        withKnownIssue { expectScreen(frame, "x") }
        expectScreen(frame, "▮")
    }

    @Test(arguments: [
        (
            "a\nf(\"\"\"\n    old\n    \"\"\")\nb", 1, "new\n\nmore\\",
            "a\nf(\"\"\"\n    new\n\n    more\\\\\n    \"\"\")\nb", 2
        ),
        (
            "f(\"\"\"\n  1\n  \"\"\")\nf(\"\"\"\n  2\n  \"\"\")", 4, "3",
            "f(\"\"\"\n  1\n  \"\"\")\nf(\"\"\"\n  3\n  \"\"\")", 0
        ),
        ("f(\"\"\"\n  1\n  2\n  \"\"\")", 1, "", "f(\"\"\"\n\n  \"\"\")", -1),
    ])
    func literalsAreRewritten(
        _ source: String, _ line: Int, _ text: String, _ result: String, _ added: Int
    ) throws {
        let rewritten = try GoldenAcceptance.rewrite(source, line: line, with: text)
        #expect(rewritten.0 == result && rewritten.added == added)
    }

    @Test func aMissingLiteralIsSaid() {
        #expect(throws: GoldenAcceptance.Failure.self) {
            try GoldenAcceptance.rewrite("f(\"x\")\n", line: 1, with: "y")
        }
    }
}

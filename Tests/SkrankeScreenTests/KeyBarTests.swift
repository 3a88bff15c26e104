import SkrankeScreen
import SkrankeTestKit
import Testing

struct KeyBarTests {
    private static let hints = [
        KeyHint("Enter", "Åpne"), KeyHint("t", "Ta"), KeyHint("l", "Løst", isEnabled: false),
        KeyHint("?", "Hjelp"),
    ]

    private func shown(_ width: Int) -> String {
        var canvas = Canvas(size: Size(width: max(1, width), height: 1))
        canvas.keyBar(Self.hints, at: Point(x: 0, y: 0), width: width)
        let frame = Frame(grid: canvas.grid, cursor: Point(x: -1, y: 0), title: "")
        return GoldenScreen.rows(frame, marks: [.disabled: "d"])[0]
    }

    @Test(arguments: [
        (40, " Enter Åpne  t Ta  {d:l} {d:Løst}  ? Hjelp"),
        (34, " Enter Åpne  t Ta  {d:l} {d:Løst}  ? Hjelp"),
        (33, " Enter Åpne  t Ta  {d:l} {d:Løst}  …"), (26, " Enter Åpne  t Ta  …"), (14, " Enter Åpne  …"),
        (13, "…"), (1, "…"), (0, ""),
    ])
    func showsWhatFits(_ width: Int, _ expected: String) {
        #expect(shown(width) == expected)
    }

    @Test(arguments: [(0, nil), (1, 0), (10, 0), (11, nil), (13, 1), (16, 1), (17, nil), (19, 2), (99, nil)])
    func clicks(_ column: Int, _ hint: Int?) {
        #expect(KeyBar.hint(at: column, Self.hints, width: 40) == hint)
    }

    @Test func hitsAreHighlighted() {
        var canvas = Canvas(size: Size(width: 26, height: 2))
        canvas.text("Søke om BOD, bod bo 日bod", at: Point(x: 0, y: 0), Style(.text))
        canvas.text("bo", at: Point(x: 22, y: 1), Style(.text))
        #expect(canvas.highlight("bod", in: canvas.bounds) == 3)
        #expect(canvas.highlight("SØK", in: Rect(x: 0, y: 0, width: 3, height: 1), role: .mark) == 1)
        #expect(canvas.highlight("", in: canvas.bounds) == 0)
        let frame = Frame(grid: canvas.grid, cursor: Point(x: -1, y: 0), title: "")
        #expect(
            GoldenScreen.rows(frame, marks: [.searchHit: "h", .mark: "m"])[0]
                == "{m:Søk}e om {h:BOD}, {h:bod} bo 日{h:bod}")
    }
}

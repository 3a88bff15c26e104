import SkrankeScreen
import SkrankeTestKit
import Testing

struct LineEditorTests {
    private func shown(_ editor: LineEditor) -> String {
        var canvas = Canvas(size: Size(width: editor.width, height: 1))
        let cursor = editor.draw(on: &canvas, at: Point(x: 0, y: 0), Style(.input))
        #expect(defects(of: canvas.grid).isEmpty)
        return GoldenScreen.rows(Frame(grid: canvas.grid, cursor: cursor, title: ""))[0]
    }

    @Test(arguments: [
        ("", [], "▮"), ("open", [], "open▮"), ("abcdefghij", [], "…efghij▮"),
        ("abcdefghij", [Key(.home)], "▮abcdefg…"),
        ("abcdefghij", Array(repeating: Key(.left), count: 7), "…▮defghij"),
        ("abcdefgh", [Key(.home)], "▮abcdefgh"), ("日本語日本", [], "…語日本▮"), ("👨‍👩‍👧!", [], "👨!▮"),
        ("ab cd", [.control("w")], "ab ▮"), ("ab cd", [Key(.left, .control), .control("k")], "ab ▮"),
    ])
    func draws(_ text: String, _ keys: [Key], _ expected: String) {
        var editor = LineEditor(text, width: 8)
        for key in keys { editor.handle(key) }
        #expect(shown(editor) == expected)
    }

    @Test func lineBreaksBecomeSpacesAndTheLimitRefuses() {
        var editor = LineEditor(width: 20, scalarLimit: 10)
        #expect(editor.paste("a\nb\tc\u{1B}\r\nd") == .done)
        #expect(editor.text == "a b c d")
        #expect(editor.insert("4567") == .refused(.tooLong(limit: 10, over: 1)))
        #expect(editor.handle(Key(.enter)) == .ignored && editor.handle(Key(.up)) == .ignored)
        editor.perform(.undo)
        #expect(editor.isEmpty)
    }

    @Test func historyWalksAndComesBack() {
        var history = PromptHistory()
        for line in ["a", "b", "a", ""] { history.remember(line) }
        let walk = [history.older(than: "ty"), history.older(than: "a"), history.older(than: "b")]
        #expect(walk == ["a", "b", nil])
        let back = [history.newer(), history.newer(), history.newer()]
        #expect(back == ["a", "ty", nil])
        for number in 0..<150 { history.remember("\(number)") }
        var count = 0
        while history.older(than: "") != nil { count += 1 }
        #expect(count == ScreenLimits.promptHistory)
    }

    @Test(arguments: 1...30)
    func randomEditsKeepTheCursorInside(_ seed: UInt64) {
        var random = Seeded(seed)
        var editor = LineEditor(width: random.int(1...12), scalarLimit: 60)
        for _ in 0..<150 {
            if random.int(0...1) == 0 {
                editor.insert(random.text(upTo: 2))
            } else if let command = EditCommand.allCases.randomElement(using: &random) {
                editor.perform(command)
            }
            if random.int(0...20) == 0 { editor.resize(width: random.int(1...12)) }
            #expect(editor.cursorColumn >= 0 && editor.cursorColumn < editor.width)
            _ = shown(editor)
        }
    }

    @Test(arguments: [(0, 3), (1, 4), (4, 7), (99, 10)])
    func aClickPutsTheCursor(_ column: Int, _ cursor: Int) {
        var editor = LineEditor("abcdefghij", width: 8)
        editor.moveCursor(toColumn: column)
        #expect(editor.cursor == cursor)
    }
}

import SkrankeScreen
import Testing

struct TextEditorTests {
    private func editor(
        _ text: String = "", _ width: Int = 11, _ height: Int = 4, limit: Int = 1_000
    ) -> TextEditor {
        TextEditor(text, size: Size(width: width, height: height), scalarLimit: limit)
    }

    private func typed(_ keys: [Key], into text: String = "", width: Int = 11) -> TextEditor {
        var editor = editor(text, width)
        for key in keys { editor.handle(key) }
        return editor
    }

    @Test(arguments: [
        ("hello world", 6, ["hello ", "world"], Point(x: 5, y: 1)),
        ("hello ", 6, ["hello ", ""], Point(x: 0, y: 1)),
        ("hello", 6, ["hello"], Point(x: 5, y: 0)),
        ("abcdefgh", 5, ["abcd", "efgh"], Point(x: 4, y: 1)),
        ("a\nb\n", 5, ["a", "b", ""], Point(x: 0, y: 2)),
        ("日本語", 5, ["日本", "語"], Point(x: 2, y: 1)),
        ("x e\u{301}", 9, ["x e\u{301}"], Point(x: 3, y: 0)),
        ("👨‍👩‍👧b", 9, ["👨‍👩‍👧b"], Point(x: 3, y: 0)),
        ("hei 🇳🇴!", 20, ["hei 🇳🇴!"], Point(x: 15, y: 0)),
        ("🇳🇴", 5, ["🇳🇴"], Point(x: 4, y: 0)),
        (" abcd日", 6, [" ", "abcd", "日"], Point(x: 2, y: 2)),
        ("hello \nb", 6, ["hello ", "b"], Point(x: 1, y: 1)),
    ])
    func wrapsAndPlacesTheCursor(_ text: String, _ width: Int, _ lines: [String], _ cell: Point) {
        let editor = editor(text, width)
        #expect(editor.visibleLines == lines)
        #expect(editor.cursorCell == cell)
        var canvas = Canvas(size: Size(width: 30, height: 6))
        let rect = Rect(x: 3, y: 1, width: width, height: 4)
        #expect(editor.draw(on: &canvas, in: rect, Style(.input)) == Point(x: cell.x + 3, y: cell.y + 1))
        #expect(defects(of: canvas.grid).isEmpty)
    }

    @Test(arguments: [
        ([Key(.backspace)], "en to tr", 8), ([.control("w")], "en to ", 6),
        ([Key(.home), .control("k")], "", 0), ([Key(.left), Key(.delete)], "en to tr", 8),
        ([Key(.left, .control), Key(.left, .alt)], "en to tre", 3), ([.control("u")], "", 0),
        ([Key(.home, .control), Key(.right, .control)], "en to tre", 2),
        ([Key(.left, .control), .control("w")], "en tre", 3),
        ([Key(.home), .scalar("å"), .scalar(" ")], "å en to tre", 2),
        ([Key(.home), Key(.delete, .control)], " to tre", 0), ([Key(.enter)], "en to tre\n", 10),
    ])
    func keys(_ keys: [Key], _ text: String, _ cursor: Int) {
        let editor = typed(keys, into: "en to tre", width: 40)
        #expect(editor.text == text && editor.cursor == cursor)
    }

    @Test(arguments: ["e\u{301}", "👨‍👩‍👧", "🇳🇴", "👍🏽", "日", "\u{1112}\u{1161}\u{11AB}"])
    func backspaceTakesAWholeGrapheme(_ grapheme: String) {
        var editor = editor("a" + grapheme)
        #expect(editor.count == 2)
        editor.handle(Key(.backspace))
        #expect(editor.text == "a" && editor.cursor == 1)
    }

    @Test func aTypedMarkJoinsTheLetterBeforeIt() {
        var editor = typed([.scalar("e"), .scalar("\u{301}"), .scalar("x")])
        #expect(editor.count == 2 && editor.cursor == 2)
        editor.undo()
        #expect(editor.isEmpty)
        editor.redo()
        #expect(editor.text == "e\u{301}x")
    }

    @Test(arguments: [
        ("a\r\nb\rc\n", "a\nb\nc\n"), ("a\u{1B}[31mb\u{202E}\u{200B}c", "a[31mbc"), ("a\tb", "a    b"),
        ("\u{85}\u{2028}\u{2029}", "\n\n\n"), ("👨‍👩‍👧 می‌خواهم", "👨‍👩‍👧 می‌خواهم"), ("\0\u{7F}\u{9B}", ""),
    ])
    func pasteIsCleaned(_ pasted: String, _ text: String) {
        var editor = editor("", 40)
        #expect(editor.paste(pasted) == .done)
        #expect(Array(editor.text.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test func theLimitIsARefusalAndChangesNothing() {
        var editor = editor("12345", limit: 8)
        #expect(editor.paste("6789") == .refused(.tooLong(limit: 8, over: 1)))
        #expect(editor.text == "12345")
        #expect(editor.paste("678") == .done)
        #expect(editor.handle(.scalar("9")) == .refused(.tooLong(limit: 8, over: 1)))
        #expect(TextEditorTests().editor("123456789", limit: 4).text == "1234")
    }

    @Test func aPileOfMarksIsCut() {
        let pile = "a" + String(repeating: "\u{301}", count: 500)
        #expect(editor(pile, limit: 1_000).scalarCount == 32)
    }

    @Test func undoGoesWordByWord() {
        var editor = typed("Hei du der".unicodeScalars.map { .scalar($0) }, width: 40)
        var seen: [String] = []
        while editor.undo() { seen.append(editor.text) }
        #expect(seen == ["Hei du ", "Hei ", ""])
        while editor.redo() {}
        #expect(editor.text == "Hei du der" && !editor.canRedo && editor.cursor == 10)
    }

    @Test func aMovementAndAPasteAreStepsOfTheirOwn() {
        var editor = typed([.scalar("a"), Key(.home), .scalar("b")])
        editor.paste("XY")
        editor.perform(.undo)
        #expect(editor.text == "ba" && editor.cursor == 1)
        editor.perform(.undo)
        #expect(editor.text == "a" && editor.cursor == 0)
        editor.handle(Key(.backspace))
        #expect(editor.canRedo)
        editor.handle(.scalar("c"))
        #expect(!editor.canRedo)
    }

    @Test func undoIsLimitedInSteps() {
        var editor = editor("", limit: 5_000)
        for _ in 0..<(ScreenLimits.undoSteps + 50) { editor.paste("x") }
        var steps = 0
        while editor.undo() { steps += 1 }
        #expect(steps == ScreenLimits.undoSteps && editor.count == 50)
    }

    @Test func upAndDownKeepTheGoalColumn() {
        var editor = editor("abcdefg\nhi\nklmnopq", 12)
        editor.perform(.up)
        #expect(editor.cursorCell == Point(x: 2, y: 1))
        editor.perform(.up)
        #expect(editor.cursorCell == Point(x: 7, y: 0))
        editor.perform(.left)
        editor.perform(.down)
        editor.perform(.down)
        #expect(editor.cursorCell == Point(x: 6, y: 2))
        editor.perform(.down)
        #expect(editor.cursor == editor.count)
        for _ in 0..<4 { editor.perform(.up) }
        #expect(editor.cursor == 0)
    }

    @Test func upAndDownWalkWrappedLines() {
        var editor = editor("hello world again", 6)
        #expect(editor.visibleLines == ["hello ", "world ", "again"])
        editor.perform(.up)
        #expect(editor.cursorCell == Point(x: 5, y: 1))
        editor.perform(.lineStart)
        editor.perform(.up)
        #expect(editor.cursorCell == Point(x: 0, y: 0))
        editor.perform(.lineEnd)
        #expect(editor.cursorCell == Point(x: 5, y: 0) && editor.cursor == 5)
    }

    @Test func theViewFollowsTheCursor() {
        var editor = editor((1...20).map { "l\($0)" }.joined(separator: "\n"), 8, 5)
        #expect(editor.top == 15 && editor.visibleLines.last == "l20")
        editor.perform(.pageUp)
        #expect(editor.cursorCell == Point(x: 3, y: 0) && editor.top == 15)
        editor.perform(.pageUp)
        #expect(editor.top == 11)
        editor.perform(.textStart)
        #expect(editor.top == 0 && editor.visibleLines.first == "l1")
        editor.perform(.pageDown)
        #expect(editor.cursorCell.y == 4)
        editor.perform(.textEnd)
        editor.resize(Size(width: 8, height: 3))
        #expect(editor.cursorCell.y == 2 && editor.top == 17)
        editor.resize(Size(width: 8, height: 30))
        #expect(editor.top == 0)
    }

    @Test func keysOfOthersAreIgnored() {
        var editor = editor()
        for key in [Key.control("s"), Key(.escape), Key(.tab), Key(.function(1)), Key(.scalar(0x78), .alt)] {
            #expect(editor.handle(key) == .ignored)
        }
        #expect(editor.isEmpty)
    }

    @Test(arguments: [(0, 0, 0), (3, 1, 9), (99, 1, 11), (2, 9, 14), (-5, -5, 0)])
    func aClickPutsTheCursor(_ x: Int, _ y: Int, _ cursor: Int) {
        var editor = editor("hello world again", 7)
        editor.moveCursor(toCell: Point(x: x, y: y))
        #expect(editor.cursor == cursor)
    }

    /// Whatever is pasted and erased, what undo holds stays within five times the limit.
    @Test func undoIsLimitedInSize() {
        var editor = editor("", limit: 100)
        for _ in 0..<40 {
            editor.paste(String(repeating: "x", count: 100))
            editor.perform(.eraseToLineStart)
        }
        var steps = 0
        while editor.undo() { steps += 1 }
        #expect(steps == 5)
    }
}

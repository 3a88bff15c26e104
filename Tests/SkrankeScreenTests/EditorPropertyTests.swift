import SkrankeScreen
import Testing

/// Random edits beside a reference: a string and a number, with the plainest possible rules.
struct EditorPropertyTests {
    /// The reference: text, cursor in graphemes, and all earlier states.
    private struct Model {
        var text: [Character] = []
        var cursor = 0

        mutating func insert(_ new: String) {
            let before = String(text[..<cursor]) + new
            let scalars = before.unicodeScalars.count
            text = Array(before + String(text[cursor...]))
            var (left, place) = (scalars, 0)
            while left > 0 {
                left -= text[place].unicodeScalars.count
                place += 1
            }
            cursor = place
        }

        mutating func remove(_ range: Range<Int>) {
            let before = String(text[..<range.lowerBound])
            let after = String(text[range.upperBound...])
            let scalars = before.unicodeScalars.count
            text = Array(before + after)
            var (left, place) = (scalars, 0)
            while left > 0 {
                left -= text[place].unicodeScalars.count
                place += 1
            }
            cursor = place
        }
    }

    private static let pieces = [
        "a", "b", " ", "ø", "\n", "word ", "日", "\u{301}", "\u{308}", "👍", "🏽", "👩", "\u{200D}",
        "🇳", "🇴", "❤\u{FE0F}", "م", "\u{1112}", "\u{1161}", "x y z", "क", "\u{94D}", "ा",
    ]

    private static let moves: [EditCommand] = [
        .up, .down, .pageUp, .pageDown, .lineStart, .lineEnd, .wordLeft, .wordRight,
    ]

    @Test(arguments: 1...60)
    func editsEqualTheReference(_ seed: UInt64) {
        var random = Seeded(seed)
        let size = Size(width: random.int(1...14), height: random.int(1...5))
        var editor = TextEditor(size: size, scalarLimit: 400)
        var model = Model()
        for step in 0..<150 {
            switch random.int(0...9) {
            case 0...3:
                let piece = Self.pieces.randomElement(using: &random) ?? "a"
                if editor.insert(piece) == .done { model.insert(piece) }
            case 4:
                editor.perform(.eraseBackward)
                if model.cursor > 0 { model.remove((model.cursor - 1)..<model.cursor) }
            case 5:
                editor.perform(.eraseForward)
                if model.cursor < model.text.count { model.remove(model.cursor..<(model.cursor + 1)) }
            case 6:
                editor.perform(.left)
                model.cursor = max(0, model.cursor - 1)
            case 7:
                editor.perform(.right)
                model.cursor = min(model.text.count, model.cursor + 1)
            default:
                editor.perform(Self.moves[random.int(0...7)])
                model.cursor = editor.cursor
            }
            let same = editor.text.unicodeScalars.elementsEqual(String(model.text).unicodeScalars)
            let state = "seed \(seed) step \(step): \(editor.text.debugDescription)"
            #expect(same && editor.cursor == model.cursor, "\(state)")
            #expect(Array(editor.text).count == editor.count)
            expectSound(editor)
        }
    }

    @Test(arguments: 1...40)
    func undoneAndRedoneTextsAreThoseThatWere(_ seed: UInt64) {
        var random = Seeded(seed)
        var editor = TextEditor(size: Size(width: 9, height: 3), scalarLimit: 2_000)
        var states: [String] = [""]
        for _ in 0..<60 {
            let before = editor.text
            switch random.int(0...3) {
            case 0: editor.paste(Self.pieces.randomElement(using: &random) ?? "a")
            case 1: editor.perform(.eraseWordBackward)
            case 2: editor.perform(.eraseToLineEnd)
            default: editor.perform(.wordLeft)
            }
            if !editor.text.unicodeScalars.elementsEqual(before.unicodeScalars) { states.append(editor.text) }
        }
        var seen = [editor.text]
        while editor.undo() {
            seen.append(editor.text)
            expectSound(editor)
        }
        #expect(scalars(seen.reversed()) == scalars(states), "seed \(seed)")
        var again = [editor.text]
        while editor.redo() {
            again.append(editor.text)
            expectSound(editor)
        }
        #expect(scalars(again) == scalars(states), "seed \(seed)")
    }

    private func scalars(_ texts: [String]) -> [[Unicode.Scalar]] { texts.map { Array($0.unicodeScalars) } }

    private func expectSound(_ editor: TextEditor) {
        let cell = editor.cursorCell
        #expect(cell.x >= 0 && cell.x < editor.size.width && cell.y >= 0 && cell.y < editor.size.height)
        #expect(editor.top >= 0 && editor.top < max(1, editor.lineCount))
        #expect(editor.visibleLines.count <= editor.size.height)
        let joined = editor.visibleLines.joined()
        #expect(editor.lineCount > editor.size.height || joined == editor.text.filter { $0 != "\n" })
    }
}

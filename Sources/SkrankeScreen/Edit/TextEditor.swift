/// What became of a key or an edit.
public enum EditOutcome: Hashable, Sendable {
    case done
    /// Not a key of the editor: someone else's.
    case ignored
    /// Nothing was changed; the reason is to be shown (law 7).
    case refused(EditRefusal)
}

/// A multi-line text field: the reply, a note. A value without effects.
///
/// It edits graphemes, wraps softly at its width, scrolls with the cursor, undoes. There is no selection.
/// What comes in is cleaned (`EditIntake`): line breaks become LF, tabs spaces, controls go.
public struct TextEditor: Equatable, Sendable {
    var buffer: EditBuffer
    /// Columns and rows of the field.
    public private(set) var size: Size
    /// The first visible line.
    public private(set) var top = 0
    /// The column that up and down aim for.
    var goalColumn: Int?
    /// Kept up with every change, as drawing and moving ask it.
    private(set) var layout: EditorLayout

    /// - Parameter scalarLimit: Unicode scalars at most; a longer `text` is cut.
    public init(_ text: String = "", size: Size, scalarLimit: Int = ScreenLimits.editorScalars) {
        buffer = EditBuffer(text, scalarLimit: max(0, scalarLimit), isMultiline: true)
        self.size = Size(width: max(1, size.width), height: max(1, size.height))
        layout = EditorLayout(buffer.glyphs, width: self.size.width)
        reveal()
    }

    public var text: String { buffer.text }
    public var isEmpty: Bool { buffer.glyphs.isEmpty }
    /// Graphemes, as a person counts them.
    public var count: Int { buffer.glyphs.count }
    public var scalarCount: Int { buffer.scalarCount }
    public var scalarLimit: Int { buffer.scalarLimit }
    /// The cursor's place: graphemes before it.
    public var cursor: Int { buffer.cursor }
    public var canUndo: Bool { buffer.canUndo }
    public var canRedo: Bool { buffer.canRedo }

    /// A new text, with the cursor at its end and nothing to undo.
    public mutating func reset(_ text: String) {
        buffer.reset(text)
        top = 0
        settle()
    }

    /// A new size of the field; the cursor stays in sight.
    public mutating func resize(_ newSize: Size) {
        let size = Size(width: max(1, newSize.width), height: max(1, newSize.height))
        guard size != self.size else { return }
        self.size = size
        settle()
    }

    /// Inserts typed text at the cursor.
    @discardableResult
    public mutating func insert(_ text: String) -> EditOutcome { insert(text, kind: .typing) }

    /// Inserts pasted or fetched text as one step of undo.
    @discardableResult
    public mutating func paste(_ text: String) -> EditOutcome { insert(text, kind: .other) }

    /// Undoes or redoes a step; false if there is none.
    @discardableResult
    public mutating func undo() -> Bool {
        defer { settle() }
        return buffer.undo()
    }

    @discardableResult
    public mutating func redo() -> Bool {
        defer { settle() }
        return buffer.redo()
    }

    /// Puts the cursor at the grapheme under a cell of the field, or the nearest one in its line (a click).
    public mutating func moveCursor(toCell cell: Point) {
        let line = min(max(0, top + cell.y), layout.lines.count - 1)
        buffer.moveCursor(to: layout.place(line: line, column: max(0, cell.x), buffer.glyphs))
        settleMovement()
    }

    /// Visible lines of the whole text at this width.
    public var lineCount: Int { layout.lines.count }

    /// Where the cursor stands, counted from the field's upper left corner.
    public var cursorCell: Point {
        Point(
            x: min(layout.column(of: cursor, buffer.glyphs), size.width - 1),
            y: layout.line(of: cursor) - top)
    }

    /// The text of the visible lines.
    public var visibleLines: [String] {
        visible.map { String(buffer.glyphs[$0.start..<$0.end].map(\.character)) }
    }

    /// Draws the visible lines in a rectangle of the editor's size.
    /// - Returns: where the hardware cursor stands.
    @discardableResult
    public func draw(on canvas: inout Canvas, in rect: Rect, _ style: Style) -> Point {
        canvas.fill(rect, style)
        canvas.clipped(to: rect) { canvas in
            for (row, line) in visible.enumerated() {
                var x = rect.x
                for glyph in buffer.glyphs[line.start..<line.end] {
                    canvas.glyph(glyph, at: Point(x: x, y: rect.y + row), style)
                    x += min(Int(glyph.width), layout.columns)
                }
            }
        }
        let column = min(layout.column(of: cursor, buffer.glyphs), size.width - 1)
        return rect.clamp(Point(x: rect.x + column, y: rect.y + layout.line(of: cursor) - top))
    }

    // MARK: Within the room

    /// After a change: wrap anew, forget the goal column, show the cursor.
    mutating func settle() {
        layout = EditorLayout(buffer.glyphs, width: size.width)
        settleMovement()
    }

    /// After a sideways movement: forget the goal column, show the cursor.
    mutating func settleMovement() {
        goalColumn = nil
        reveal()
    }

    /// Scrolls as little as needed to have the cursor in sight.
    mutating func reveal() {
        let line = layout.line(of: cursor)
        top = min(top, line)
        top = max(top, line - size.height + 1)
        top = max(0, min(top, layout.lines.count - size.height))
    }

    private var visible: ArraySlice<EditorLayout.Line> {
        let end = min(layout.lines.count, top + size.height)
        return layout.lines[min(top, end)..<end]
    }

    private mutating func insert(_ text: String, kind: EditStep.Kind) -> EditOutcome {
        do {
            try buffer.insert(text, kind: kind)
        } catch {
            return .refused(error)
        }
        settle()
        return .done
    }
}

extension Canvas {
    /// Draws an edited grapheme.
    mutating func glyph(_ glyph: EditGlyph, at point: Point, _ style: Style) {
        if glyph.scalar == 0 {
            text(String(glyph.character), at: point, style)
        } else if clip.contains(point) {
            grid.place(Cell(plain: glyph.scalar, style: style), width: 1, x: point.x, y: point.y)
        }
    }
}

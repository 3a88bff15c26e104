/// A one-line text field: the `:` and `/` prompts, fields of forms. A value without effects.
public struct LineEditor: Equatable, Sendable {
    private var buffer: EditBuffer
    /// Columns that are scrolled away on the left.
    public private(set) var scroll = 0
    public private(set) var width: Int

    /// - Parameter scalarLimit: Unicode scalars at most; a longer `text` is cut.
    public init(_ text: String = "", width: Int, scalarLimit: Int = ScreenLimits.lineScalars) {
        buffer = EditBuffer(text, scalarLimit: max(0, scalarLimit), isMultiline: false)
        self.width = max(1, width)
        reveal()
    }

    public var text: String { buffer.text }
    public var isEmpty: Bool { buffer.glyphs.isEmpty }
    /// Graphemes before the cursor.
    public var cursor: Int { buffer.cursor }
    /// The text before the cursor: what a completion looks at.
    public var textBeforeCursor: String { String(buffer.glyphs[..<cursor].map(\.character)) }

    /// A new text (a completion, an earlier line), with the cursor at its end.
    public mutating func reset(_ text: String) {
        buffer.reset(text)
        scroll = 0
        reveal()
    }

    public mutating func resize(width newWidth: Int) {
        width = max(1, newWidth)
        reveal()
    }

    /// Inserts at the cursor; line breaks become spaces.
    @discardableResult
    public mutating func insert(_ text: String) -> EditOutcome { insert(text, kind: .typing) }

    @discardableResult
    public mutating func paste(_ text: String) -> EditOutcome { insert(text, kind: .other) }

    /// What a key does in the field. Enter, Escape, Tab, up and down are the owner's.
    @discardableResult
    public mutating func handle(_ key: Key) -> EditOutcome {
        if let command = EditCommand(key) { return perform(command) ? .done : .ignored }
        guard key.modifiers.isEmpty || key.modifiers == .shift, case .scalar(let value) = key.code,
            let scalar = Unicode.Scalar(value)
        else { return .ignored }
        return insert(String(Character(scalar)))
    }

    /// Carries out a command; false for those that need several lines.
    @discardableResult
    public mutating func perform(_ command: EditCommand) -> Bool {
        defer { reveal() }
        switch command {
        case .lineStart: return buffer.perform(.textStart)
        case .lineEnd: return buffer.perform(.textEnd)
        default: return buffer.perform(command)
        }
    }

    /// Puts the cursor at the grapheme under a column of the field (a click).
    public mutating func moveCursor(toColumn column: Int) {
        var (place, reached) = (0, 0)
        for glyph in buffer.glyphs {
            reached += Int(glyph.width)
            if reached > scroll + max(0, column) { break }
            place += 1
        }
        buffer.moveCursor(to: place)
        reveal()
    }

    /// The cursor's column in the field.
    public var cursorColumn: Int { min(column(of: cursor) - scroll, width - 1) }

    /// Draws the field in one row; a text that is scrolled shows `…` at the cut end.
    /// - Returns: where the hardware cursor stands.
    @discardableResult
    public func draw(on canvas: inout Canvas, at point: Point, _ style: Style) -> Point {
        let field = Rect(x: point.x, y: point.y, width: width, height: 1)
        canvas.fill(field, style)
        canvas.clipped(to: field) { canvas in
            var x = point.x - scroll
            for glyph in buffer.glyphs {
                if x >= field.maxX { break }
                if x + Int(glyph.width) > field.x {
                    canvas.glyph(glyph, at: Point(x: x, y: point.y), style)
                }
                x += Int(glyph.width)
            }
            if scroll > 0 && cursorColumn > 0 { canvas.text(TextWidth.ellipsis, at: point, style) }
            if x > field.maxX || hasMore(x, field), cursorColumn < width - 1 {
                canvas.text(TextWidth.ellipsis, at: Point(x: field.maxX - 1, y: point.y), style)
            }
        }
        return Point(x: point.x + cursorColumn, y: point.y)
    }

    private func hasMore(_ x: Int, _ field: Rect) -> Bool {
        x == field.maxX && column(of: buffer.glyphs.count) - scroll > width
    }

    private func column(of place: Int) -> Int {
        buffer.glyphs[..<place].reduce(0) { $0 + Int($1.width) }
    }

    /// Scrolls as little as needed; the cursor at the end has a column of its own.
    private mutating func reveal() {
        let column = self.column(of: cursor)
        scroll = min(scroll, max(0, column - 1))
        scroll = max(scroll, column - width + 1)
        let total = self.column(of: buffer.glyphs.count)
        scroll = max(0, min(scroll, total - width + 1))
    }

    private mutating func insert(_ text: String, kind: EditStep.Kind) -> EditOutcome {
        do {
            try buffer.insert(text, kind: kind)
        } catch {
            return .refused(error)
        }
        reveal()
        return .done
    }
}

/// The lines that a prompt remembers, newest last; up and down walk through them.
public struct PromptHistory: Equatable, Sendable {
    private var lines: [String] = []
    private var place: Int?
    /// What was being typed when the walk began.
    private var unfinished = ""

    public init() {}

    /// Remembers a line; a repetition moves to the end, the oldest goes above `ScreenLimits.promptHistory`.
    public mutating func remember(_ line: String) {
        place = nil
        guard !line.isEmpty else { return }
        lines.removeAll { $0 == line }
        lines.append(line)
        if lines.count > ScreenLimits.promptHistory { lines.removeFirst() }
    }

    /// The line before the present one, nil at the oldest.
    public mutating func older(than current: String) -> String? {
        guard let last = lines.indices.last else { return nil }
        if place == nil { unfinished = current }
        let next = place.map { $0 - 1 } ?? last
        guard next >= 0 else { return nil }
        place = next
        return lines[next]
    }

    /// The line after the present one; behind the newest stands what was being typed. Nil outside a walk.
    public mutating func newer() -> String? {
        guard let place else { return nil }
        if place + 1 < lines.count {
            self.place = place + 1
            return lines[place + 1]
        }
        self.place = nil
        return unfinished
    }
}

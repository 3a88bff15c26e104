/// Where the graphemes of an editor stand: visual lines of a soft-wrapped text.
///
/// Every grapheme has its cell, spaces at a break too, so the cursor is never lost. Text takes one column
/// less than the field: the last is for the cursor behind a full line, and for one space that ends it.
struct EditorLayout: Equatable, Sendable {
    struct Line: Equatable, Sendable {
        var start: Int
        /// One past the last grapheme; the line break, if any, stands there.
        var end: Int
        /// The text runs on in the next line without a line break.
        var isSoft: Bool
    }

    let lines: [Line]
    /// Columns for text.
    let columns: Int

    init(_ glyphs: [EditGlyph], width: Int) {
        columns = max(1, width - 1)
        var filler = EditorLineFiller(columns: columns)
        for index in glyphs.indices { filler.add(index, glyphs) }
        lines = filler.finish(glyphs.count)
    }

    /// The line that holds a cursor place.
    func line(of cursor: Int) -> Int {
        var (low, high) = (0, lines.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].start <= cursor { low = middle } else { high = middle }
        }
        return low
    }

    /// The column of a cursor place in its line.
    func column(of cursor: Int, _ glyphs: [EditGlyph]) -> Int {
        var column = 0
        for index in lines[line(of: cursor)].start..<cursor {
            column += min(Int(glyphs[index].width), columns)
        }
        return min(column, columns)
    }

    /// The cursor place in a line that is nearest to a column from the left.
    func place(line number: Int, column goal: Int, _ glyphs: [EditGlyph]) -> Int {
        let line = lines[number]
        var (index, column) = (line.start, 0)
        let last = lastPlace(inLine: number)
        while index < last {
            column += min(Int(glyphs[index].width), columns)
            if column > goal { break }
            index += 1
        }
        return index
    }

    /// The last cursor place in a line: in a soft line before its last grapheme, as the place after it
    /// belongs to the next line.
    func lastPlace(inLine number: Int) -> Int {
        let line = lines[number]
        return line.isSoft ? max(line.start, line.end - 1) : line.end
    }
}

/// Fills visual lines, one grapheme after the other.
private struct EditorLineFiller {
    let columns: Int
    private var lines: [EditorLayout.Line] = []
    private var start = 0
    private var column = 0
    /// After the last space of the line.
    private var breakPlace = 0

    init(columns: Int) { self.columns = columns }

    mutating func add(_ index: Int, _ glyphs: [EditGlyph]) {
        let glyph = glyphs[index]
        if glyph.isNewline {
            close(at: index, isSoft: false, next: index + 1)
            return
        }
        let width = min(Int(glyph.width), columns)
        if column + width > columns {
            let endsParagraph = index + 1 < glyphs.count && glyphs[index + 1].isNewline
            if glyph.isSpace && column == columns {
                if endsParagraph { column += 1 } else { close(at: index + 1, isSoft: true, next: index + 1) }
                return
            }
            wrap(before: index, glyphs)
        }
        column += width
        if glyph.isSpace { breakPlace = index + 1 }
    }

    mutating func finish(_ count: Int) -> [EditorLayout.Line] {
        lines.append(.init(start: start, end: count, isSoft: false))
        return lines
    }

    private mutating func wrap(before index: Int, _ glyphs: [EditGlyph]) {
        let place = breakPlace > start ? breakPlace : index
        close(at: place, isSoft: true, next: place)
        for moved in place..<index { column += min(Int(glyphs[moved].width), columns) }
        // A word that was moved and still fills the line is broken where the line ends.
        if column + min(Int(glyphs[index].width), columns) > columns {
            close(at: index, isSoft: true, next: index)
        }
    }

    private mutating func close(at end: Int, isSoft: Bool, next: Int) {
        lines.append(.init(start: start, end: end, isSoft: isSoft))
        (start, column, breakPlace) = (next, 0, next)
    }
}

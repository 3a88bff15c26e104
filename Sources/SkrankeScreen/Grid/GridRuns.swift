extension Grid {
    /// Writes simple text in one row, clipped; returns its columns, or nil if the text is not simple, and
    /// then writes nothing.
    mutating func writeSimple(_ text: String, x: Int, y: Int, clip: Rect, style: Style) -> Int? {
        let bytes = text.utf8Span.span
        guard let columns = SimpleText.columns(bytes, from: 0, to: bytes.count) else { return nil }
        let (first, end) = (max(x, clip.x), min(x + columns, clip.maxX))
        guard first < end, y >= clip.y, y < clip.maxY else { return columns }
        clearEdges(from: first, to: end, y: y)
        let row = y * size.width
        var cells = self.cells.mutableSpan
        var (index, column) = (0, x)
        while column < end {
            let length = SimpleText.length(bytes, index)
            if column >= first {
                let scalar = SimpleText.scalar(bytes, index, length: length)
                cells[row + column] = Cell(plain: scalar, style: style)
            }
            index += length
            column += 1
        }
        return columns
    }

    /// Writes one narrow cell, known to be clean, all over an area inside the grid.
    mutating func fill(_ area: Rect, _ cell: Cell) {
        guard !area.isEmpty else { return }
        for y in area.y..<area.maxY {
            clearEdges(from: area.x, to: area.maxX, y: y)
            let row = y * size.width
            var cells = self.cells.mutableSpan
            for index in (row + area.x)..<(row + area.maxX) { cells[index] = cell }
        }
    }

    /// Blanks the halves that stay behind when the cells from a column to another are overwritten.
    private mutating func clearEdges(from first: Int, to end: Int, y: Int) {
        let row = y * size.width
        if first > 0 && cells[row + first].isContinuation { blank(row + first - 1) }
        if end < size.width && cells[row + end].isContinuation { blank(row + end) }
    }

    private mutating func blank(_ index: Int) { cells[index] = .blank(cells[index].style) }
}

/// A rectangle of cells, stored row by row.
///
/// Whatever is written keeps two promises: no control, format or bidirectional scalar is in a cell (law 5),
/// and every wide character is followed by its continuation in the same row, no continuation stands alone.
public struct Grid: Equatable, Sendable {
    public let size: Size
    public internal(set) var cells: [Cell]

    /// A grid of blanks. The size is cut to `ScreenLimits` (at most 500x200 cells).
    public init(size: Size, style: Style = Style(.text)) {
        self.size = ScreenLimits.usable(size)
        cells = Array(repeating: .blank(style), count: self.size.width * self.size.height)
    }

    /// The cell at a place; a blank outside the grid. Writing is `put`.
    public subscript(x: Int, y: Int) -> Cell {
        get { contains(x: x, y: y) ? cells[y * size.width + x] : .blank(Style(.text)) }
        set { put(newValue, x: x, y: y) }
    }

    /// The cells of one row.
    public func row(_ y: Int) -> ArraySlice<Cell> { cells[(y * size.width)..<((y + 1) * size.width)] }

    /// The whole grid as a rectangle.
    public var bounds: Rect { Rect(x: 0, y: 0, width: size.width, height: size.height) }

    private func contains(x: Int, y: Int) -> Bool {
        x >= 0 && x < size.width && y >= 0 && y < size.height
    }

    /// Writes one cell, cleaned. A wide one writes its continuation too and is a blank in the last column;
    /// a continuation is a blank unless a wide character stands before it; the other half of a wide
    /// character that is overwritten becomes a blank. Outside the grid nothing happens.
    public mutating func put(_ cell: Cell, x: Int, y: Int) {
        guard contains(x: x, y: y) else { return }
        let clean = cell.cleaned()
        if clean.isContinuation {
            let index = y * size.width + x
            if cells[index].isContinuation { return }
            place(.blank(clean.style), width: 1, x: x, y: y)
        } else {
            place(clean, width: ScalarClass.of(clean.base) == .wide ? 2 : 1, x: x, y: y)
        }
    }

    /// Writes a cell that is known to be clean, of known width, at a place inside the grid.
    mutating func place(_ cell: Cell, width: Int, x: Int, y: Int) {
        let index = y * size.width + x
        let rowEnd = (y + 1) * size.width
        guard width == 1 || index + 1 < rowEnd else {
            place(.blank(cell.style), width: 1, x: x, y: y)
            return
        }
        if cells[index].isContinuation { cells[index - 1] = .blank(cells[index - 1].style) }
        let after = index + width
        if after < rowEnd && cells[after].isContinuation { cells[after] = .blank(cells[after].style) }
        cells[index] = cell
        if width == 2 { cells[index + 1] = .continuation(cell.style) }
    }

    /// Gives another style to the cells of a rectangle; a wide character takes that of its first half.
    public mutating func restyle(_ rect: Rect, _ style: Style) {
        changeStyles(in: rect) { _ in style }
    }

    /// Gives every cell of a rectangle one role, and keeps its emphasis: a selection bar over marked text.
    public mutating func restyle(_ rect: Rect, role: Role) {
        changeStyles(in: rect) { Style(rawValue: $0.rawValue & 0xFF00 | UInt16(role.rawValue)) }
    }

    private mutating func changeStyles(in rect: Rect, _ change: (Style) -> Style) {
        let area = rect.intersection(bounds)
        guard !area.isEmpty else { return }
        for y in area.y..<area.maxY {
            let start = y * size.width
            for index in (start + area.x)..<(start + area.maxX) where !cells[index].isContinuation {
                cells[index].style = change(cells[index].style)
                let next = index + 1
                if next < start + size.width && cells[next].isContinuation {
                    cells[next].style = cells[index].style
                }
            }
        }
    }
}

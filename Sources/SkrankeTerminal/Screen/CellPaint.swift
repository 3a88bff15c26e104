import SkrankeScreen

/// How a cell is painted, as ncurses numbers it.
struct CellPaint: Equatable {
    var attributes: Look.Attributes
    var pair: Int32
    /// nil = the terminal's own.
    var background: UInt8?

    /// A blank shows nothing but its background: painted like the cell to its left it looks the same, and
    /// the change of colours there and back, some 40 bytes, is not sent.
    func carried(from left: CellPaint?, onto cell: Cell) -> CellPaint {
        guard let left, cell.base == 0x20, cell.marks == .zero, left.background == background,
            left.showsNothing, showsNothing
        else { return self }
        return left
    }

    /// Neither line nor exchanged colours, which show on a blank too.
    private var showsNothing: Bool { attributes.isDisjoint(with: [.reverse, .underline]) }
}

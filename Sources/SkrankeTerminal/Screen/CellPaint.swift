import SkrankeScreen

/// How a cell is painted, as ncurses numbers it.
struct CellPaint: Equatable {
    var attributes: Look.Attributes
    var pair: Int32
    /// nil = the terminal's own.
    var background: UInt8?

    /// A blank shows nothing but its background: painted like a neighbour it looks the same, and the change
    /// of colours there and back, some 40 bytes, is not sent.
    func carried(from neighbour: CellPaint?, onto cell: Cell) -> CellPaint {
        guard let neighbour, cell.isBlank, neighbour.background == background, neighbour.showsNothing,
            showsNothing
        else { return self }
        return neighbour
    }

    /// Neither line nor exchanged colours, which show on a blank too.
    private var showsNothing: Bool { attributes.isDisjoint(with: [.reverse, .underline]) }
}

extension Cell {
    var isBlank: Bool { base == 0x20 && marks == .zero }
    /// A piece of a frame: it stands while what is inside changes, so its colours are not under way then.
    var isLine: Bool { (0x2500...0x257F).contains(base) }
}

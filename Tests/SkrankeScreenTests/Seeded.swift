import SkrankeScreen

/// A small seeded generator (SplitMix64), so that a failing property can be repeated.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// A text of hard pieces: letters, wide, marks, emoji sequences, controls, any scalar at all.
    mutating func text(upTo length: Int) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<int(0...length) {
            if int(0...9) == 0 {
                if let any = Unicode.Scalar(UInt32(int(0...0x10FFFF))) { scalars.append(any) }
            } else {
                scalars.append(contentsOf: Self.pieces[int(0...(Self.pieces.count - 1))].unicodeScalars)
            }
        }
        return String(scalars)
    }

    static let pieces = [
        "a", "b", " ", "ø", "Å", "ŋ", "-", "word", "  ", "\n", "\r\n", "\t", "日", "한", "\u{301}",
        "\u{308}", "\u{FE0F}", "\u{200D}", "👍", "🏽", "👩", "❤", "🇳", "🇴", "\u{202E}", "\u{2066}", "\u{1B}",
        "\u{7}", "\u{200B}", "م", "ा", "क", "\u{1100}", "\u{1161}", "\u{AD}", "🏴", "\u{E0067}", "…", "═",
    ]
}

/// What is wrong with a grid: controls in cells, halves of wide characters.
func defects(of grid: Grid) -> [String] {
    var found: [String] = []
    for y in 0..<grid.size.height {
        let row = Array(grid.row(y))
        if row.count != grid.size.width { found.append("row \(y) has \(row.count) cells") }
        for (x, cell) in row.enumerated() {
            let next = x + 1 < row.count ? row[x + 1] : nil
            if cell.isContinuation {
                if x == 0 || columns(of: row[x - 1]) != 2 { found.append("lone continuation at \(x), \(y)") }
                continue
            }
            if columns(of: cell) == 2 && next?.isContinuation != true {
                found.append("half a character at \(x), \(y)")
            }
            found += hostile(cell).map { "\($0) at \(x), \(y)" }
        }
    }
    return found
}

/// Columns of a cell's text by the public table.
private func columns(of cell: Cell) -> Int {
    var text = ""
    cell.append(to: &text)
    return TextWidth.of(text)
}

/// Scalars that must never reach a terminal, by Swift's own tables and not by ours.
private func hostile(_ cell: Cell) -> [String] {
    var text = ""
    cell.append(to: &text)
    return text.unicodeScalars.compactMap { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate:
            "U+" + String(scalar.value, radix: 16)
        default: nil
        }
    }
}

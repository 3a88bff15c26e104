/// One cell: a base scalar, up to four combining marks, and the number of a style.
///
/// Cells hold scalars, not `Character`s: a grid of `Character` cost 186 us a frame. The marks are stored as
/// four words because a stored `SIMD4` is aligned to 16 bytes and doubles the cell (48 bytes against 24).
/// A wide character fills two cells: the first holds it, the second is `continuation`.
public struct Cell: Equatable, Sendable {
    /// 0 for the second half of a wide character.
    public var base: UInt32
    private var mark0: UInt32
    private var mark1: UInt32
    private var mark2: UInt32
    private var mark3: UInt32
    public var style: Style

    /// Combining marks, 0 where there is none, in order.
    public var marks: SIMD4<UInt32> {
        get { SIMD4(mark0, mark1, mark2, mark3) }
        set { (mark0, mark1, mark2, mark3) = (newValue[0], newValue[1], newValue[2], newValue[3]) }
    }

    public init(base: UInt32, marks: SIMD4<UInt32> = .zero, style: Style) {
        self.base = base
        (mark0, mark1, mark2, mark3) = (marks[0], marks[1], marks[2], marks[3])
        self.style = style
    }

    /// A cell without marks.
    init(plain base: UInt32, style: Style) {
        self.base = base
        (mark0, mark1, mark2, mark3) = (0, 0, 0, 0)
        self.style = style
    }

    public static func blank(_ style: Style) -> Cell { Cell(plain: 32, style: style) }
    public static func continuation(_ style: Style) -> Cell { Cell(plain: 0, style: style) }

    /// The second half of a wide character.
    public var isContinuation: Bool { base == 0 }
    /// Whether any combining mark is there.
    public var hasMarks: Bool { mark0 | mark1 | mark2 | mark3 != 0 }

    /// Adds the cell's scalars to a text; a continuation adds nothing.
    public func append(to text: inout String) {
        guard base != 0 else { return }
        for value in [base, mark0, mark1, mark2, mark3] where value != 0 {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
    }

    /// The cell as a grid accepts it (law 5): hidden scalars become a dot, only marks stay as marks.
    func cleaned() -> Cell {
        var cell = self
        switch ScalarClass.of(base) {
        case .narrow, .wide: break
        case .hidden where base == 0: return .continuation(style)
        case .hidden, .mark, .dropped, .jamo: return Cell(plain: DisplayCluster.dot.base, style: style)
        }
        guard hasMarks else { return cell }
        var kept = SIMD4<UInt32>.zero
        var count = 0
        for index in 0..<4 where Cell.isMark(marks[index], on: base) {
            kept[count] = marks[index]
            count += 1
        }
        cell.marks = kept
        return cell
    }

    private static func isMark(_ value: UInt32, on base: UInt32) -> Bool {
        switch ScalarClass.of(value) {
        case .mark: return true
        case .jamo: return ScalarGroup.isHangul(base)
        case .hidden, .narrow, .wide, .dropped: return false
        }
    }
}

/// The lines of a frame around a pane.
public enum Border: Hashable, Sendable {
    case single
    /// The pane that has the focus.
    case double
    /// For terminals without line drawing.
    case ascii
    /// No lines, only the labels: what a screen reader is spared (`linear`, craft §4.7).
    case blank

    var horizontal: UInt32 { pick(0x2500, 0x2550, 0x2D) }
    var vertical: UInt32 { pick(0x2502, 0x2551, 0x7C) }
    var topLeft: UInt32 { pick(0x250C, 0x2554, 0x2B) }
    var topRight: UInt32 { pick(0x2510, 0x2557, 0x2B) }
    var bottomLeft: UInt32 { pick(0x2514, 0x255A, 0x2B) }
    var bottomRight: UInt32 { pick(0x2518, 0x255D, 0x2B) }

    private func pick(_ single: UInt32, _ double: UInt32, _ ascii: UInt32) -> UInt32 {
        switch self {
        case .single: single
        case .double: double
        case .ascii: ascii
        case .blank: 0x20
        }
    }
}

/// A frame around a pane: its lines, a title on the left and a status on the right of the upper line, a
/// footer (`+38 til`) on the right of the lower one.
///
/// Title and status are candidates from the longest to the shortest: the fullest pair that fits is drawn
/// (`╔═ 1 Chat ════ 4 venter, eldste 03:12 ═╗`, then `╔═ 1 Chat ═══ 4 ═╗`); the status goes before the title
/// does, and a title alone is cut with `…`. So with footers.
public struct Box: Equatable, Sendable {
    public var border: Border
    public var titles: [String]
    public var statuses: [String]
    public var footers: [String]
    public var line: Style
    public var title: Style
    public var status: Style

    public init(
        _ border: Border, titles: [String] = [], statuses: [String] = [], footers: [String] = [],
        line: Style, title: Style, status: Style
    ) {
        self.border = border
        self.titles = titles
        self.statuses = statuses
        self.footers = footers
        self.line = line
        self.title = title
        self.status = status
    }

    /// A pane of the console: double lines and stronger roles when it has the focus.
    public static func pane(
        _ titles: String..., focused: Bool, statuses: [String] = [], footers: [String] = []
    ) -> Box {
        Box(
            focused ? .double : .single, titles: titles, statuses: statuses, footers: footers,
            line: Style(focused ? .borderFocus : .border),
            title: Style(focused ? .paneTitleFocus : .paneTitle),
            status: Style(focused ? .paneTitleFocus : .paneTitle))
    }

    /// An overlay's frame.
    public static func overlay(_ title: String, status: String = "") -> Box {
        Box(
            .double, titles: [title], statuses: [status], line: Style(.overlayBorder),
            title: Style(.overlayBorder, bold: true), status: Style(.overlayBorder))
    }

    /// The longest footer for a lower line of so many columns; empty where there is no room.
    public func footer(width: Int) -> String {
        footers.first { !$0.isEmpty && TextWidth.of($0) <= width - 6 } ?? ""
    }

    /// The pair of title and status for an upper line of so many columns; empty where there is no room.
    public func labels(width: Int) -> (title: String, status: String) {
        // Corners, a line and blanks around each label, a line between them: `╔═ T ═ S ═╗`.
        let both = width - 9
        let alone = width - 6
        for status in statuses where !status.isEmpty {
            for title in titles where !title.isEmpty {
                if TextWidth.of(title) + TextWidth.of(status) <= both { return (title, status) }
            }
        }
        for title in titles where !title.isEmpty && TextWidth.of(title) <= alone { return (title, "") }
        if let title = titles.last, !title.isEmpty, alone > 0 {
            return (TextWidth.truncate(title, to: alone), "")
        }
        for status in statuses where !status.isEmpty && TextWidth.of(status) <= alone { return ("", status) }
        return ("", "")
    }
}

extension Canvas {
    /// Draws a frame just inside a rectangle and blanks what it encloses.
    /// - Returns: the rectangle that it encloses.
    @discardableResult
    public mutating func box(_ box: Box, in rect: Rect, fill style: Style? = nil) -> Rect {
        guard rect.width >= 2 && rect.height >= 2 else {
            fill(rect, box.line)
            return Rect(x: rect.x, y: rect.y, width: 0, height: 0)
        }
        let inner = rect.inset(horizontal: 1, vertical: 1)
        fill(inner, style ?? Style(.text))
        drawLines(box, in: rect)
        drawLabels(box, in: rect)
        return inner
    }

    private mutating func drawLines(_ box: Box, in rect: Rect) {
        let (right, bottom) = (rect.maxX - 1, rect.maxY - 1)
        for y in [rect.y, bottom] {
            let line = Rect(x: rect.x + 1, y: y, width: rect.width - 2, height: 1)
            grid.fill(line.intersection(clip), Cell(plain: box.border.horizontal, style: box.line))
        }
        for y in (rect.y + 1)..<max(rect.y + 1, bottom) {
            glyph(box.border.vertical, x: rect.x, y: y, box.line)
            glyph(box.border.vertical, x: right, y: y, box.line)
        }
        glyph(box.border.topLeft, x: rect.x, y: rect.y, box.line)
        glyph(box.border.topRight, x: right, y: rect.y, box.line)
        glyph(box.border.bottomLeft, x: rect.x, y: bottom, box.line)
        glyph(box.border.bottomRight, x: right, y: bottom, box.line)
    }

    private mutating func drawLabels(_ box: Box, in rect: Rect) {
        let labels = box.labels(width: rect.width)
        if !labels.title.isEmpty {
            text(" " + labels.title + " ", at: Point(x: rect.x + 2, y: rect.y), box.title)
        }
        if !labels.status.isEmpty {
            let x = rect.maxX - 4 - TextWidth.of(labels.status)
            text(" " + labels.status + " ", at: Point(x: x, y: rect.y), box.status)
        }
        let footer = box.footer(width: rect.width)
        if !footer.isEmpty {
            let x = rect.maxX - 4 - TextWidth.of(footer)
            text(" " + footer + " ", at: Point(x: x, y: rect.maxY - 1), box.status)
        }
    }

    /// Draws a horizontal rule with a label in its middle, e.g. `---- mine ----`.
    public mutating func rule(
        at point: Point, width: Int, label: String = "", _ style: Style, with scalar: Unicode.Scalar = "-"
    ) {
        guard width > 0 else { return }
        fill(Rect(x: point.x, y: point.y, width: width, height: 1), style, with: scalar)
        guard !label.isEmpty, width >= 5 else { return }
        let shown = " " + TextWidth.truncate(label, to: width - 4) + " "
        text(shown, at: Point(x: point.x + (width - TextWidth.of(shown)) / 2, y: point.y), style)
    }

    /// Draws a vertical rule.
    public mutating func verticalRule(
        at point: Point, height: Int, _ style: Style, _ border: Border = .single
    ) {
        for y in point.y..<(point.y + max(0, height)) { glyph(border.vertical, x: point.x, y: y, style) }
    }

    private mutating func glyph(_ scalar: UInt32, x: Int, y: Int, _ style: Style) {
        guard clip.contains(Point(x: x, y: y)) else { return }
        grid.place(Cell(plain: scalar, style: style), width: 1, x: x, y: y)
    }
}

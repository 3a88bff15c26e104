/// A grid with a clipping rectangle: what panes draw on.
///
/// Places are those of the whole screen; nothing outside `clip` is written. A wide character cut by the
/// clip's edge is a blank. A canvas is a value: building a frame is making one, drawing, taking its `grid`.
public struct Canvas: Sendable {
    public internal(set) var grid: Grid
    public private(set) var clip: Rect

    /// A blank canvas; the size is cut to `ScreenLimits`.
    public init(size: Size, style: Style = Style(.text)) {
        self.init(grid: Grid(size: size, style: style))
    }

    /// A canvas to draw over a grid, e.g. an overlay over a frame.
    public init(grid: Grid) {
        self.grid = grid
        clip = grid.bounds
    }

    public var bounds: Rect { grid.bounds }

    /// Draws with the clip narrowed to a rectangle.
    public mutating func clipped(to rect: Rect, _ draw: (inout Canvas) -> Void) {
        let outer = clip
        clip = outer.intersection(rect)
        draw(&self)
        clip = outer
    }

    /// Draws a text in one row from `point` rightwards. Control characters, line breaks among them, become
    /// dots: a text of several lines goes through `TextWrap`.
    /// - Returns: the columns that the text takes, drawn or clipped.
    @discardableResult
    public mutating func text(_ text: String, at point: Point, _ style: Style) -> Int {
        guard point.y >= clip.y && point.y < clip.maxY else { return TextWidth.of(text) }
        if let columns = grid.writeSimple(text, x: point.x, y: point.y, clip: clip, style: style) {
            return columns
        }
        var x = point.x
        for cluster in DisplayClusters(text) {
            put(cluster, x: x, y: point.y, style)
            x += cluster.width
        }
        return x - point.x
    }

    /// Draws a text in a field of so many columns: cut with `…` or padded with blanks.
    public mutating func field(
        _ text: String, at point: Point, width: Int, _ style: Style,
        alignment: TextWidth.Alignment = .left
    ) {
        guard width > 0 else { return }
        let columns = TextWidth.of(text)
        let short = columns <= width ? text : TextWidth.truncate(text, to: width)
        let missing = columns <= width ? width - columns : max(0, width - TextWidth.of(short))
        let before: Int
        switch alignment {
        case .left: before = 0
        case .right: before = missing
        case .center: before = missing / 2
        }
        fill(Rect(x: point.x, y: point.y, width: width, height: 1), style)
        self.text(short, at: Point(x: point.x + before, y: point.y), style)
    }

    /// Draws runs of text after each other in one row, cut with `…` if they are wider than `width`.
    /// - Returns: the columns used.
    @discardableResult
    public mutating func runs(_ runs: [TextRun], at point: Point, width: Int) -> Int {
        let total = runs.reduce(0) { $0 + TextWidth.of($1.text) }
        // Cut text leaves the last column to the ellipsis.
        let room = total <= width ? width : width - 1
        guard room >= 0, width > 0 else { return 0 }
        var used = 0
        for run in runs {
            let shown = TextWidth.prefix(run.text, columns: room - used)
            used += text(shown, at: Point(x: point.x + used, y: point.y), run.style)
            if shown.utf8.count < run.text.utf8.count {
                return used + text(TextWidth.ellipsis, at: Point(x: point.x + used, y: point.y), run.style)
            }
        }
        return used
    }

    /// Fills a rectangle with blanks, or with a scalar of one column.
    public mutating func fill(_ rect: Rect, _ style: Style, with scalar: Unicode.Scalar = " ") {
        let isNarrow = ScalarClass.of(scalar.value) == .narrow
        let cell = Cell(plain: isNarrow ? scalar.value : DisplayCluster.dot.base, style: style)
        grid.fill(rect.intersection(clip), cell)
    }

    /// Gives another style to what stands in a rectangle.
    public mutating func restyle(_ rect: Rect, _ style: Style) {
        grid.restyle(rect.intersection(clip), style)
    }

    /// Gives another role to what stands in a rectangle and keeps bold, underline and reverse.
    public mutating func restyle(_ rect: Rect, role: Role) {
        grid.restyle(rect.intersection(clip), role: role)
    }

    private mutating func put(_ cluster: DisplayCluster, x: Int, y: Int, _ style: Style) {
        guard x >= clip.x && x + cluster.width <= clip.maxX else {
            // Half of a wide character at the edge: a blank where it is inside.
            if cluster.width == 2 {
                putBlank(x: x, y: y, style)
                putBlank(x: x + 1, y: y, style)
            }
            return
        }
        grid.place(cluster.cell(style), width: cluster.width, x: x, y: y)
    }

    private mutating func putBlank(x: Int, y: Int, _ style: Style) {
        guard clip.contains(Point(x: x, y: y)) else { return }
        grid.place(.blank(style), width: 1, x: x, y: y)
    }
}

/// A piece of text in one style.
public struct TextRun: Equatable, Sendable {
    public var text: String
    public var style: Style
    public init(_ text: String, _ style: Style) {
        self.text = text
        self.style = style
    }
}

extension DisplayCluster {
    func cell(_ style: Style) -> Cell {
        marks == .zero ? Cell(plain: base, style: style) : Cell(base: base, marks: marks, style: style)
    }
}

/// A column of a table.
public struct TableColumn: Equatable, Sendable {
    public var title: String
    public var width: Extent
    public var alignment: TextWidth.Alignment
    /// When columns do not fit at their minimum, the one with the lowest priority goes first, of equal ones
    /// the last.
    public var priority: Int

    public init(_ title: String, _ width: Extent, alignment: TextWidth.Alignment = .left, priority: Int = 0) {
        self.title = title
        self.width = width
        self.alignment = alignment
        self.priority = priority
    }
}

/// The columns of a table that fit, and where.
public struct TableLayout: Equatable, Sendable {
    public struct Place: Equatable, Sendable {
        /// The column's number in the table.
        public var column: Int
        /// Columns from the table's left edge.
        public var x: Int
        public var width: Int
        public var alignment: TextWidth.Alignment
    }

    public let places: [Place]
    public let titles: [String]

    /// - Parameter gap: blanks between columns.
    public init(_ columns: [TableColumn], width: Int, gap: Int = 1) {
        var shown = Array(columns.indices)
        func minimum() -> Int {
            shown.reduce(0) { $0 + columns[$1].width.minimum } + gap * max(0, shown.count - 1)
        }
        while shown.count > 1 && minimum() > width {
            guard
                let least = shown.min(by: {
                    (columns[$0].priority, -$0) < (columns[$1].priority, -$1)
                })
            else { break }
            shown.removeAll { $0 == least }
        }
        let area = Rect(x: 0, y: 0, width: max(0, width), height: 1)
        let parts = area.columns(shown.map { columns[$0].width }, gap: gap)
        places = zip(shown, parts).map { column, part in
            Place(column: column, x: part.x, width: part.width, alignment: columns[column].alignment)
        }
        titles = columns.map(\.title)
    }

    /// Whether a column of the table is shown.
    public func shows(_ column: Int) -> Bool { places.contains { $0.column == column } }
}

extension Canvas {
    /// Draws one row of a table: a text for each column of the table, in its style.
    public mutating func tableRow(_ cells: [TextRun], _ layout: TableLayout, at point: Point) {
        for place in layout.places where place.column < cells.count {
            let cell = cells[place.column]
            field(
                cell.text, at: Point(x: point.x + place.x, y: point.y), width: place.width, cell.style,
                alignment: place.alignment)
        }
    }

    /// Draws the titles of a table.
    public mutating func tableHead(_ layout: TableLayout, at point: Point, _ style: Style) {
        tableRow(layout.titles.map { TextRun($0, style) }, layout, at: point)
    }
}

import SkrankeScreen

extension Canvas {
    /// What is out of sight, in the frame under a list: `↑3` on its left, `↓12` on its right.
    mutating func hidden(above: Int, below: Int, in area: Rect, _ style: Style) {
        if above > 0 { text(" ↑\(above) ", at: Point(x: area.x + 1, y: area.maxY), style) }
        guard below > 0 else { return }
        let label = " ↓\(below) "
        text(label, at: Point(x: area.maxX - TextWidth.of(label) - 1, y: area.maxY), style)
    }

    /// As above for an overlay, whose lower frame begins with its keys: both counts on the right.
    mutating func hiddenBelow(_ above: Int, _ below: Int, in area: Rect) {
        let parts = [above > 0 ? "↑\(above)" : "", below > 0 ? "↓\(below)" : ""].filter { !$0.isEmpty }
        guard !parts.isEmpty else { return }
        let label = " \(parts.joined(separator: " ")) "
        text(
            label, at: Point(x: area.maxX - TextWidth.of(label) - 1, y: area.maxY), Style(.overlayBorder))
    }

    mutating func hidden<ID>(_ view: ListView<ID>, _ items: ListItems<ID>, in area: Rect) {
        let hidden = view.hiddenItems(items)
        hiddenBelow(hidden.above, hidden.below, in: area)
    }
}

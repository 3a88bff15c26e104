/// Where a rectangle lies over another.
public enum PopupPlacement: Hashable, Sendable {
    /// In the middle: dialogues, help.
    case center
    /// In the lower right corner: the which-key menu.
    case bottomRight
    /// Along the lower edge, over the whole width: a prompt with its completions.
    case bottom
    /// Below a place, above it if there is more room: completions, a menu at a row.
    case at(Point)

    /// The rectangle of a popup with its frame, cut to `bounds`.
    public func rect(_ wanted: Size, in bounds: Rect) -> Rect {
        let width = min(max(0, wanted.width), bounds.size.width)
        let height = min(max(0, wanted.height), bounds.size.height)
        let size = Size(width: width, height: height)
        switch self {
        case .center:
            let x = bounds.x + (bounds.size.width - width) / 2
            let y = bounds.y + (bounds.size.height - height) / 2
            return Rect(origin: Point(x: x, y: y), size: size)
        case .bottomRight:
            return Rect(origin: Point(x: bounds.maxX - width, y: bounds.maxY - height), size: size)
        case .bottom:
            return Rect(x: bounds.x, y: bounds.maxY - height, width: bounds.size.width, height: height)
        case .at(let point):
            return beside(bounds.clamp(point), size, bounds)
        }
    }

    private func beside(_ point: Point, _ size: Size, _ bounds: Rect) -> Rect {
        let below = bounds.maxY - point.y - 1
        let above = point.y - bounds.y
        let goesBelow = size.height <= below || below >= above
        let height = min(size.height, max(0, goesBelow ? below : above))
        let x = max(bounds.x, min(point.x, bounds.maxX - size.width))
        return Rect(x: x, y: goesBelow ? point.y + 1 : point.y - height, width: size.width, height: height)
    }
}

extension Rect {
    public init(origin: Point, size: Size) {
        self.init(x: origin.x, y: origin.y, width: size.width, height: size.height)
    }

    /// One past the last column.
    public var maxX: Int { x + max(0, width) }
    /// One past the last row.
    public var maxY: Int { y + max(0, height) }
    public var isEmpty: Bool { width <= 0 || height <= 0 }
    public var size: Size { Size(width: max(0, width), height: max(0, height)) }
    public var origin: Point { Point(x: x, y: y) }

    public func contains(_ point: Point) -> Bool {
        point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
    }

    /// What both have in common; empty if nothing.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Rect(
            x: left, y: top,
            width: max(0, min(maxX, other.maxX) - left),
            height: max(0, min(maxY, other.maxY) - top))
    }

    /// The rectangle without a margin; empty rather than negative.
    public func inset(horizontal: Int = 0, vertical: Int = 0) -> Rect {
        Rect(
            x: x + min(horizontal, max(0, width)), y: y + min(vertical, max(0, height)),
            width: max(0, width - 2 * horizontal), height: max(0, height - 2 * vertical))
    }

    /// One row of the rectangle, counted from its top; empty if it has no such row.
    public func row(_ index: Int) -> Rect {
        Rect(x: x, y: y + index, width: width, height: index >= 0 && index < height ? 1 : 0)
    }

    /// The place inside that is nearest to a point; the origin if the rectangle is empty.
    public func clamp(_ point: Point) -> Point {
        Point(x: min(max(x, point.x), max(x, maxX - 1)), y: min(max(y, point.y), max(y, maxY - 1)))
    }
}

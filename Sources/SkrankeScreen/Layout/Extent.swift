/// How much room a part of a row or column wants.
public struct Extent: Hashable, Sendable {
    /// Cells that it wants when there is enough.
    public var ideal: Int
    /// Cells below which it is not made smaller, as long as another can give.
    public var minimum: Int
    /// Its share of what is left over; 0 takes none.
    public var weight: Int
    /// Parts with a higher number shrink first when there is too little.
    public var yields: Int

    public init(ideal: Int, minimum: Int, weight: Int = 0, yields: Int = 0) {
        self.ideal = max(0, ideal)
        self.minimum = min(max(0, minimum), self.ideal)
        self.weight = max(0, weight)
        self.yields = yields
    }

    /// So many cells, no more, no less.
    public static func fixed(_ cells: Int) -> Extent { Extent(ideal: cells, minimum: cells) }
    /// At least so many cells, and a share of what is left over.
    public static func flexible(_ weight: Int = 1, minimum: Int = 0) -> Extent {
        Extent(ideal: minimum, minimum: minimum, weight: weight)
    }
    /// `ideal` cells that shrink to `minimum`, before those that yield less.
    public static func shrinking(_ ideal: Int, minimum: Int, yields: Int = 1) -> Extent {
        Extent(ideal: ideal, minimum: minimum, yields: yields)
    }

    /// Divides `total` cells. No part is negative, the sum never exceeds `total`, and equals it if any part
    /// has a weight. Too little: those that yield most shrink to their minimum first, equal ones from the
    /// last; then parts are cut from the last.
    public static func divide(_ total: Int, _ parts: [Extent]) -> [Int] {
        var cells = parts.map(\.ideal)
        let surplus = max(0, total) - cells.reduce(0, +)
        if surplus >= 0 {
            share(surplus, parts, &cells)
        } else {
            shrink(-surplus, parts, &cells)
        }
        return cells
    }

    /// Gives out the surplus by weight; each part's end is rounded, so that no cell is lost.
    private static func share(_ surplus: Int, _ parts: [Extent], _ cells: inout [Int]) {
        let weights = parts.reduce(0) { $0 + $1.weight }
        guard weights > 0 else { return }
        var (given, passed) = (0, 0)
        for index in parts.indices {
            passed += parts[index].weight
            let end = surplus * passed / weights
            cells[index] += end - given
            given = end
        }
    }

    private static func shrink(_ missing: Int, _ parts: [Extent], _ cells: inout [Int]) {
        var missing = missing
        let order = parts.indices.sorted { (parts[$0].yields, $0) > (parts[$1].yields, $1) }
        for index in order {
            let given = min(missing, cells[index] - parts[index].minimum)
            cells[index] -= given
            missing -= given
        }
        for index in parts.indices.reversed() {
            let given = min(missing, cells[index])
            cells[index] -= given
            missing -= given
        }
    }
}

extension Rect {
    /// The rectangle divided from left to right, with `gap` columns between the parts.
    public func columns(_ parts: Extent..., gap: Int = 0) -> [Rect] { columns(parts, gap: gap) }

    public func columns(_ parts: [Extent], gap: Int = 0) -> [Rect] {
        Self.places(width, parts, gap: gap).map { offset, length in
            Rect(x: x + offset, y: y, width: length, height: height)
        }
    }

    /// The rectangle divided from top to bottom, with `gap` rows between the parts.
    public func rows(_ parts: Extent..., gap: Int = 0) -> [Rect] { rows(parts, gap: gap) }

    public func rows(_ parts: [Extent], gap: Int = 0) -> [Rect] {
        Self.places(height, parts, gap: gap).map { offset, length in
            Rect(x: x, y: y + offset, width: width, height: length)
        }
    }

    private static func places(_ total: Int, _ parts: [Extent], gap: Int) -> [(offset: Int, length: Int)] {
        let gaps = gap * max(0, parts.count - 1)
        var offset = 0
        return Extent.divide(max(0, total - gaps), parts).map { length in
            defer { offset = min(max(0, total), offset + length + gap) }
            return (offset, length)
        }
    }
}

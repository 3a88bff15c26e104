import SkrankeScreen
import Testing

struct LayoutTests {
    @Test(arguments: [
        (10, [Extent.fixed(3), .flexible()], [3, 7]), (10, [.flexible(), .flexible(2)], [3, 7]),
        (11, [.flexible(), .flexible(), .flexible()], [3, 4, 4]), (2, [.fixed(3), .flexible()], [2, 0]),
        (10, [.fixed(3), .fixed(2)], [3, 2]), (0, [.fixed(3), .flexible()], [0, 0]), (-5, [.flexible()], [0]),
        (20, [.shrinking(8, minimum: 3, yields: 2), .fixed(4), .flexible(minimum: 10)], [6, 4, 10]),
        (15, [.shrinking(8, minimum: 3, yields: 2), .shrinking(8, minimum: 2), .fixed(4)], [3, 8, 4]),
        (10, [.shrinking(8, minimum: 3, yields: 2), .shrinking(8, minimum: 2), .fixed(4)], [3, 3, 4]),
        (7, [.shrinking(8, minimum: 3, yields: 2), .shrinking(8, minimum: 2), .fixed(4)], [3, 2, 2]),
        (9, [], []),
    ])
    func divides(_ total: Int, _ parts: [Extent], _ expected: [Int]) {
        #expect(Extent.divide(total, parts) == expected)
    }

    @Test(arguments: 1...50)
    func noCellIsLostOrInvented(_ seed: UInt64) {
        var random = Seeded(seed)
        let parts = (0..<random.int(0...6)).map { _ in
            Extent(
                ideal: random.int(0...20), minimum: random.int(0...20), weight: random.int(0...2),
                yields: random.int(0...3))
        }
        for total in 0...80 {
            let cells = Extent.divide(total, parts)
            let sum = cells.reduce(0, +)
            #expect(cells.count == parts.count && cells.allSatisfy { $0 >= 0 } && sum <= total)
            let ideals = parts.reduce(0) { $0 + $1.ideal }
            let minima = parts.reduce(0) { $0 + $1.minimum }
            if parts.contains(where: { $0.weight > 0 }) || ideals >= total { #expect(sum == total) }
            if minima <= total { #expect(zip(cells, parts).allSatisfy { $0 >= $1.minimum }) }
        }
    }

    @Test func rectanglesLieSideBySide() {
        let rect = Rect(x: 2, y: 1, width: 20, height: 6)
        #expect(
            rect.columns(.fixed(5), .flexible(), gap: 1) == [
                Rect(x: 2, y: 1, width: 5, height: 6), Rect(x: 8, y: 1, width: 14, height: 6),
            ])
        #expect(
            rect.rows(.fixed(1), .flexible(), .fixed(1)) == [
                Rect(x: 2, y: 1, width: 20, height: 1), Rect(x: 2, y: 2, width: 20, height: 4),
                Rect(x: 2, y: 6, width: 20, height: 1),
            ])
        let narrow = Rect(x: 0, y: 0, width: 3, height: 1).columns(.fixed(2), .fixed(2), .fixed(2), gap: 2)
        #expect(narrow.allSatisfy { $0.maxX <= 3 && $0.width >= 0 })
    }

    @Test func rectangleArithmetic() {
        let rect = Rect(x: 1, y: 2, width: 4, height: 3)
        let other = Rect(x: 3, y: 0, width: 9, height: 3)
        #expect(rect.intersection(other) == Rect(x: 3, y: 2, width: 2, height: 1))
        #expect(rect.intersection(Rect(x: 9, y: 9, width: 2, height: 2)).isEmpty)
        #expect(rect.inset(horizontal: 1, vertical: 1) == Rect(x: 2, y: 3, width: 2, height: 1))
        #expect(rect.inset(horizontal: 9, vertical: 9).isEmpty)
        #expect(rect.clamp(Point(x: 99, y: -1)) == Point(x: 4, y: 2))
        #expect(rect.row(2) == Rect(x: 1, y: 4, width: 4, height: 1) && rect.row(3).isEmpty)
        #expect(rect.contains(Point(x: 4, y: 4)) && !rect.contains(Point(x: 5, y: 4)))
    }

    @Test(arguments: [
        (PopupPlacement.center, Size(width: 10, height: 4), Rect(x: 15, y: 8, width: 10, height: 4)),
        (.center, Size(width: 99, height: 99), Rect(x: 0, y: 0, width: 40, height: 20)),
        (.bottomRight, Size(width: 10, height: 4), Rect(x: 30, y: 16, width: 10, height: 4)),
        (.bottom, Size(width: 10, height: 4), Rect(x: 0, y: 16, width: 40, height: 4)),
        (.at(Point(x: 5, y: 3)), Size(width: 10, height: 4), Rect(x: 5, y: 4, width: 10, height: 4)),
        (.at(Point(x: 35, y: 18)), Size(width: 10, height: 4), Rect(x: 30, y: 14, width: 10, height: 4)),
        (.at(Point(x: 5, y: 12)), Size(width: 10, height: 19), Rect(x: 5, y: 0, width: 10, height: 12)),
        (.at(Point(x: 99, y: 99)), Size(width: 10, height: 4), Rect(x: 30, y: 15, width: 10, height: 4)),
    ])
    func popups(_ placement: PopupPlacement, _ size: Size, _ expected: Rect) {
        #expect(placement.rect(size, in: Rect(x: 0, y: 0, width: 40, height: 20)) == expected)
    }
}

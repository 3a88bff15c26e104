import SkrankeScreen
import Testing

struct ListViewTests {
    private func list(_ count: Int, height: Int, selected: Int = 0) -> (ListView<Int>, ListItems<Int>) {
        let items = ListItems(Array(100..<(100 + count)))
        var view = ListView<Int>(height: height)
        view.update(items)
        view.select(100 + selected, in: items)
        return (view, items)
    }

    @Test func theSelectionFollowsTheItemAndKeepsItsLine() {
        var (view, _) = list(20, height: 5, selected: 7)
        let line = view.selectedLine - view.top
        view.update(ListItems([1, 2, 3] + Array(100..<120)))
        #expect(view.selected == 107 && view.selectedIndex == 10)
        #expect(view.selectedLine - view.top == line)
        view.update(ListItems(Array(104..<120)))
        #expect(view.selected == 107 && view.selectedIndex == 3)
    }

    @Test func newRowsAboveTheFirstScrollTheAnchor() {
        var (view, _) = list(10, height: 4)
        let items = ListItems([1, 2] + Array(100..<110))
        view.update(items)
        #expect(view.selected == 100 && view.top == 2)
        #expect(view.hidden(items) == (2, 6))
    }

    @Test func aGoneItemHandsTheSelectionOn() {
        var (view, _) = list(5, height: 5, selected: 2)
        view.update(ListItems([100, 101, 103, 104]))
        #expect(view.selected == 103)
        view.update(ListItems([100]))
        #expect(view.selected == 100)
        view.update(ListItems([]))
        #expect(view.selected == nil && view.window(ListItems([])).isEmpty)
        view.update(ListItems([7, 8]))
        #expect(view.selected == 7)
    }

    @Test(arguments: [
        (Movement.down, 3, 4), (.up, 3, 2), (.up, 0, 0), (.down, 29, 29), (.pageDown, 3, 12),
        (.pageUp, 12, 3), (.pageUp, 3, 0), (.pageDown, 25, 29), (.home, 17, 0), (.end, 4, 29),
    ])
    func movement(_ movement: Movement, _ from: Int, _ to: Int) {
        var (view, items) = list(30, height: 10, selected: from)
        view.move(movement, in: items)
        #expect(view.selectedIndex == to)
        #expect(view.window(items).contains(view.selectedLine))
    }

    @Test func rulesTakeLinesAndAreNotSelected() {
        let items = ListItems(["a", "b", "c", "d"], sections: [2])
        #expect(
            (0..<items.lineCount).map { items.content(ofLine: $0) } == [
                .item(index: 0), .item(index: 1), .rule(section: 0), .item(index: 2), .item(index: 3),
            ])
        var view = ListView<String>(height: 3)
        view.update(items)
        view.move(.down, in: items)
        view.move(.down, in: items)
        #expect(view.selected == "c" && view.window(items) == 2..<5)
        let onRule = view.select(visibleLine: 0, in: items)
        let onItem = view.select(visibleLine: 2, in: items)
        #expect(!onRule && onItem && view.selected == "d")
    }

    /// Over the edge half a page comes into view, and no more than there is.
    @Test(arguments: [
        (Movement.down, 9, 5..<15), (.down, 27, 20..<30), (.down, 28, 20..<30), (.up, 20, 15..<25),
        (.up, 2, 0..<10),
    ])
    func stepsOverTheEdge(_ movement: Movement, _ from: Int, _ seen: Range<Int>) {
        let items = ListItems(Array(0..<30))
        var view = ListView<Int>(height: 10)
        view.update(items)
        if movement == .up { view.select(29, in: items) }
        while view.selectedIndex != from { view.move(movement, in: items) }
        view.move(movement, in: items)
        #expect(view.window(items) == seen)
    }

    @Test func theCursorStandsOnTheSelectedItem() {
        let (view, _) = list(20, height: 5, selected: 7)
        let rect = Rect(x: 10, y: 3, width: 8, height: 5)
        #expect(view.cursor(in: rect, column: 2) == Point(x: 12, y: 3 + view.selectedLine - view.top))
        #expect(ListView<Int>(height: 5).cursor(in: rect, column: 2) == Point(x: 12, y: 3))
    }

    @Test func theWheelTakesTheSelectionAlong() {
        var (view, items) = list(30, height: 10, selected: 0)
        view.scroll(3, in: items)
        #expect(view.top == 3 && view.selectedIndex == 3)
        view.scroll(-99, in: items)
        #expect(view.top == 0 && view.selectedIndex == 3)
        view.scroll(99, in: items)
        #expect(view.top == 20 && view.selectedIndex == 20)
    }

    @Test(arguments: 1...30)
    func randomLivesKeepTheInvariants(_ seed: UInt64) {
        var random = Seeded(seed)
        var ids = Array(0..<random.int(0...40))
        var fresh = 1_000
        var view = ListView<Int>(height: random.int(1...12))
        for _ in 0..<200 {
            let kept = view.selected
            switch random.int(0...4) {
            case 0:
                ids.insert(fresh, at: random.int(0...ids.count))
                fresh += 1
            case 1: if !ids.isEmpty { ids.remove(at: random.int(0...(ids.count - 1))) }
            case 2: ids.shuffle(using: &random)
            default: break
            }
            let items = ListItems(ids, sections: [random.int(0...40), random.int(0...40)])
            view.update(items, height: random.int(1...12))
            if let kept, ids.contains(kept) { #expect(view.selected == kept) }
            view.move(Movement.allCases[random.int(0...5)], in: items)
            #expect(view.selected == (ids.isEmpty ? nil : ids[view.selectedIndex]))
            #expect(ids.isEmpty || view.window(items).contains(view.selectedLine))
            #expect(view.window(items).count == min(view.height, items.lineCount))
        }
    }
}

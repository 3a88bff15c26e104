import SkrankeScreen
import Testing

struct ScrollViewTests {
    private func blocks(_ ids: ClosedRange<Int>, height: Int = 2) -> [ScrollBlock<Int>] {
        ids.map { ScrollBlock($0, height: height) }
    }

    private func view(_ blocks: [ScrollBlock<Int>], height: Int = 5) -> ScrollView<Int> {
        var view = ScrollView<Int>(height: height)
        view.update(blocks)
        return view
    }

    @Test func aTimelineFollowsItsEnd() {
        var view = view(blocks(1...10))
        #expect(view.top == 15 && view.followsEnd)
        view.update(blocks(1...12))
        #expect(view.top == 19 && view.unseen == 0)
        #expect(
            view.slices(blocks(1...12)) == [
                ScrollSlice(block: 9, lines: 1..<2, row: 0), ScrollSlice(block: 10, lines: 0..<2, row: 1),
                ScrollSlice(block: 11, lines: 0..<2, row: 3),
            ])
    }

    @Test func scrolledAwayItHoldsToWhatIsRead() {
        var view = view(blocks(11...20))
        view.move(.pageUp, in: blocks(11...20))
        let first = view.slices(blocks(11...20))[0]
        view.update(blocks(11...23))
        #expect(view.unseen == 3 && view.slices(blocks(11...23))[0] == first)
        view.update(blocks(1...23))
        #expect(view.slices(blocks(1...23))[0].block == first.block + 10)
        view.move(.end, in: blocks(1...23))
        #expect(view.unseen == 0 && view.followsEnd)
    }

    @Test func narrowingAndWideningEndsWhereItBegan() {
        var view = view(blocks(1...20, height: 4), height: 6)
        view.scroll(-31, in: blocks(1...20, height: 4))
        let top = view.top
        for height in [2, 7, 3, 1, 9, 4] {
            view.update(blocks(1...20, height: height))
            #expect(view.slices(blocks(1...20, height: height))[0].block == top / 4)
        }
        #expect(view.top == top)
    }

    @Test func aDocumentStandsAtItsBeginning() {
        var view = ScrollView<Int>(height: 5, home: .beginning)
        view.update(blocks(1...10))
        #expect(view.top == 0)
        view.move(.pageDown, in: blocks(1...10))
        #expect(view.top == 4 && view.hidden(blocks(1...10)) == (4, 11))
        view.move(.end, in: blocks(1...10))
        view.update(blocks(1...11))
        #expect(view.top == 15)
    }

    @Test func revealScrollsOnlyWhatIsHidden() {
        var view = view(blocks(1...10))
        view.reveal(9, in: blocks(1...10))
        #expect(view.top == 15)
        view.reveal(3, in: blocks(1...10))
        #expect(view.top == 4 && !view.followsEnd)
    }

    @Test func shortTextsAndNoneStandAtTheTop() {
        var view = view(blocks(1...2))
        #expect(view.top == 0 && view.slices(blocks(1...2)).count == 2)
        view.update([])
        #expect(view.slices([]).isEmpty && view.hidden([]) == (0, 0))
    }

    @Test(arguments: 1...30)
    func randomLivesKeepTheInvariants(_ seed: UInt64) {
        var random = Seeded(seed)
        var blocks: [ScrollBlock<Int>] = []
        var view = ScrollView<Int>(height: 3, home: random.int(0...1) == 0 ? .end : .beginning)
        for step in 0..<200 {
            switch random.int(0...5) {
            case 0: blocks.append(ScrollBlock(step, height: random.int(0...6)))
            case 1: blocks.insert(ScrollBlock(step, height: random.int(0...6)), at: 0)
            case 2: if !blocks.isEmpty { blocks.remove(at: random.int(0...(blocks.count - 1))) }
            case 3: for index in blocks.indices { blocks[index].height = random.int(0...6) }
            default: break
            }
            view.update(blocks, height: random.int(1...9))
            view.move(Movement.allCases[random.int(0...5)], in: blocks)
            let total = blocks.reduce(0) { $0 + $1.height }
            #expect(view.top >= 0 && view.top <= max(0, total - view.height))
            let rows = view.slices(blocks).flatMap { slice in
                slice.lines.map { slice.row + $0 - slice.lines.lowerBound }
            }
            #expect(rows == Array(0..<min(view.height, total)))
        }
    }
}

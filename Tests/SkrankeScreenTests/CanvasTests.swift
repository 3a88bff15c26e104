import SkrankeScreen
import SkrankeTestKit
import Testing

struct CanvasTests {
    private let style = Style(.text)

    private func shown(_ width: Int, _ height: Int, _ draw: (inout Canvas) -> Void) -> Frame {
        var canvas = Canvas(size: Size(width: width, height: height))
        draw(&canvas)
        #expect(defects(of: canvas.grid).isEmpty)
        return Frame(grid: canvas.grid, cursor: Point(x: -1, y: -1), title: "")
    }

    @Test func panesOfTheMockUp() {
        let frame = shown(49, 4) { canvas in
            let box = Box.pane("1 Chat", focused: true, statuses: ["4 venter, eldste 03:12", "4"])
            canvas.box(box, in: Rect(x: 0, y: 0, width: 49, height: 2))
            let other = Box.pane("4 E-post", focused: false, statuses: ["12 ubesvart, eldste 31 t"])
            canvas.box(other, in: Rect(x: 0, y: 2, width: 48, height: 2))
        }
        expectScreen(
            frame,
            """
            ╔═ 1 Chat ═════════════ 4 venter, eldste 03:12 ═╗
            ╚═══════════════════════════════════════════════╝
            ┌─ 4 E-post ──────── 12 ubesvart, eldste 31 t ─┐
            └──────────────────────────────────────────────┘
            """)
    }

    @Test(arguments: [
        (34, "╔═ 1 Chat ═══════════════════ 4 ═╗"), (37, "╔═ 1 Chat ═ 4 venter, eldste 03:12 ═╗"),
        (36, "╔═ 1 Chat ═════════════════════ 4 ═╗"), (16, "╔═ 1 Chat ═ 4 ═╗"), (15, "╔═ 1 Chat ════╗"),
        (11, "╔═ 1 Ch… ═╗"), (7, "╔═ … ═╗"), (6, "╔════╗"), (2, "╔╗"), (1, ""), (0, ""),
    ])
    func titlesDropGracefully(_ width: Int, _ expected: String) {
        let frame = shown(40, 3) { canvas in
            let box = Box.pane("1 Chat", focused: true, statuses: ["4 venter, eldste 03:12", "4"])
            let inner = canvas.box(box, in: Rect(x: 0, y: 0, width: width, height: 3))
            #expect(inner.width == max(0, width - 2) && (width < 2 ? inner.height == 0 : inner.height == 1))
        }
        #expect(GoldenScreen.rows(frame)[0] == expected)
    }

    @Test(arguments: [
        (0, "日本語", "日本語"), (-1, "日本語", " 本語"), (3, "日本語", "   日"), (4, "日本語", "    日"),
        (5, "日", ""), (-9, "abc", ""), (6, "abc", ""), (2, "e\u{301}a", "  e\u{301}a"),
    ])
    func textIsClippedAtTheEdges(_ x: Int, _ text: String, _ expected: String) {
        let frame = shown(6, 1) { $0.text(text, at: Point(x: x, y: 0), style) }
        #expect(GoldenScreen.rows(frame) == [expected])
    }

    @Test(arguments: [(0, "x 本"), (1, " x本"), (2, "日x"), (3, "日 x")])
    func theOtherHalfOfAnOverwrittenCharacterGoes(_ x: Int, _ expected: String) {
        let frame = shown(4, 1) { canvas in
            canvas.text("日本", at: Point(x: 0, y: 0), style)
            canvas.text("x", at: Point(x: x, y: 0), style)
        }
        #expect(GoldenScreen.rows(frame) == [expected])
    }

    @Test func aClipKeepsDrawingInside() {
        let frame = shown(8, 2) { canvas in
            canvas.fill(canvas.bounds, style, with: ".")
            canvas.clipped(to: Rect(x: 2, y: 0, width: 3, height: 1)) { canvas in
                canvas.text("a日b日c", at: Point(x: 0, y: 0), style)
                canvas.text("nope", at: Point(x: 2, y: 1), style)
                canvas.clipped(to: Rect(x: 4, y: 0, width: 9, height: 9)) {
                    $0.fill($0.bounds, style, with: "#")
                }
            }
        }
        #expect(GoldenScreen.rows(frame) == [".. b#...", "........"])
    }

    @Test func rulesFieldsAndRuns() {
        let frame = shown(20, 6) { canvas in
            canvas.rule(at: Point(x: 0, y: 0), width: 20, label: "mine", style)
            canvas.rule(at: Point(x: 0, y: 1), width: 4, label: "mine", style)
            canvas.field("3 t", at: Point(x: 0, y: 2), width: 6, style, alignment: .right)
            canvas.field("Renovasjon", at: Point(x: 8, y: 2), width: 6, style)
            let runs = [
                TextRun("Enter ", Style(.keyBarKey)), TextRun("Åpne ", style), TextRun("t Ta", style),
            ]
            canvas.runs(runs, at: Point(x: 0, y: 3), width: 20)
            canvas.runs(runs, at: Point(x: 0, y: 4), width: 9)
            canvas.runs(runs, at: Point(x: 0, y: 5), width: 12)
        }
        expectScreen(
            frame, marks: [.keyBarKey: "k"],
            """
            ------- mine -------
            ----
               3 t  Renov…
            {k:Enter }Åpne t Ta
            {k:Enter }Åp…
            {k:Enter }Åpne …
            """)
    }

    @Test func aSelectionBarKeepsEmphasis() {
        var canvas = Canvas(size: Size(width: 6, height: 1))
        canvas.text("a日b", at: Point(x: 0, y: 0), Style(.statusSoon, bold: true))
        canvas.restyle(Rect(x: 0, y: 0, width: 2, height: 1), role: .selection)
        #expect(canvas.grid[0, 0].style == Style(.selection, bold: true))
        #expect(canvas.grid[1, 0].style == canvas.grid[2, 0].style)
        #expect(canvas.grid[3, 0].style == Style(.statusSoon, bold: true))
    }

    @Test(arguments: [UInt32(0x1B), 0x9B, 0x202E, 0x200D, 0xE000, 0x301, 0x1F1F3, 0x11FFFF, 0x7F, 0x2028])
    func noCellTakesAHostileScalar(_ value: UInt32) {
        var grid = Grid(size: Size(width: 3, height: 1))
        grid[1, 0] = Cell(base: value, style: style)
        #expect(grid[1, 0] == Cell(base: 0xB7, style: style))
        let first: UInt32 = value == 0x301 ? 0x1B : value
        grid[1, 0] = Cell(base: 0x61, marks: SIMD4(first, 0x301, 0, 0x302), style: style)
        #expect(grid[1, 0].marks == SIMD4(0x301, 0x302, 0, 0))
        #expect(defects(of: grid).isEmpty)
    }

    @Test func placesOutsideAreBlankAndIgnored() {
        var grid = Grid(size: Size(width: 2, height: 2))
        for (x, y) in [(-1, 0), (2, 0), (0, -1), (0, 2), (99, 99)] {
            grid[x, y] = Cell(base: 0x61, style: style)
            #expect(grid[x, y] == .blank(style))
        }
        #expect(grid == Grid(size: Size(width: 2, height: 2)))
        #expect(Grid(size: Size(width: 9_999, height: -4)).size == Size(width: 500, height: 0))
    }

    @Test func titlesOfWindowsAreCleaned() {
        let grid = Grid(size: Size(width: 1, height: 1))
        var frame = Frame(grid: grid, cursor: Point(x: 0, y: 0), title: "a\u{1B}b")
        #expect(frame.title == "a·b")
        frame.title = "x\u{7}\u{202E}"
        #expect(frame.title == "x··")
    }

    @Test(arguments: 1...40)
    func randomTextAtRandomPlacesBreaksNothing(_ seed: UInt64) {
        var random = Seeded(seed)
        var canvas = Canvas(size: Size(width: random.int(1...30), height: random.int(1...5)))
        for _ in 0..<60 {
            let clip = Rect(
                x: random.int(-3...20), y: random.int(-1...3),
                width: random.int(0...20), height: random.int(0...4))
            let at = Point(x: random.int(-8...32), y: random.int(-1...5))
            let text = random.text(upTo: 14)
            let style = Style(Role.allCases.randomElement(using: &random) ?? .text)
            let choice = random.int(0...5)
            canvas.clipped(to: clip) { canvas in
                let before = canvas
                switch choice {
                case 0: canvas.fill(Rect(x: at.x, y: at.y, width: 5, height: 2), style)
                case 1: canvas.restyle(Rect(x: at.x, y: at.y, width: 4, height: 2), style)
                case 2: canvas.field(text, at: at, width: 7, style, alignment: .center)
                case 3: canvas.box(Box.pane(text, focused: true, statuses: [text]), in: clip)
                default:
                    let used = canvas.text(text, at: at, style)
                    #expect(used == TextWidth.of(text))
                }
                expectUntouched(outside: canvas.clip, before.grid, canvas.grid)
            }
            #expect(defects(of: canvas.grid).isEmpty, "seed \(seed), text \(text.debugDescription)")
        }
    }

    /// Outside the clip only the other half of an overwritten wide character may become a blank.
    private func expectUntouched(outside clip: Rect, _ before: Grid, _ after: Grid) {
        for y in 0..<before.size.height {
            for x in 0..<before.size.width where !clip.contains(Point(x: x, y: y)) {
                let isHalf = (x == clip.x - 1 || x == clip.maxX) && after[x, y].base == 32
                let isStyle = before[x, y].isContinuation
                #expect(before[x, y] == after[x, y] || isHalf || isStyle, "\(x), \(y)")
            }
        }
    }
}

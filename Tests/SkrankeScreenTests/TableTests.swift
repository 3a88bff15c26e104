import SkrankeScreen
import SkrankeTestKit
import Testing

struct TableTests {
    private static let columns = [
        TableColumn("Nr", .fixed(6), priority: 9),
        TableColumn("Ventet", .fixed(6), alignment: .right, priority: 8),
        TableColumn("Innbygger", .shrinking(14, minimum: 6), priority: 1),
        TableColumn("Gjelder", .flexible(minimum: 8), priority: 5),
    ]

    private func rows(_ width: Int) -> Frame {
        let layout = TableLayout(Self.columns, width: width)
        var canvas = Canvas(size: Size(width: width + 1, height: 2))
        canvas.tableHead(layout, at: Point(x: 0, y: 0), Style(.secondary))
        let cells = ["C-1042", "03:12!", "Amina Hassan", "Fra Mia: bod"].map { TextRun($0, Style(.text)) }
        canvas.tableRow(cells, layout, at: Point(x: 0, y: 1))
        return Frame(grid: canvas.grid, cursor: Point(x: 0, y: 1), title: "")
    }

    @Test func wideTable() {
        expectScreen(
            rows(44),
            """
            Nr     Ventet Innbygger      Gjelder
            ▮C-1042 03:12! Amina Hassan   Fra Mia: bod
            """)
    }

    @Test func columnsShrinkAndThenGo() {
        expectScreen(
            rows(32),
            """
            Nr     Ventet Innbygger Gjelder
            ▮C-1042 03:12! Amina Ha… Fra Mia…
            """)
        expectScreen(
            rows(24),
            """
            Nr     Ventet Gjelder
            ▮C-1042 03:12! Fra Mia: …
            """)
        expectScreen(
            rows(16),
            """
            Nr     Ventet
            ▮C-1042 03:12!
            """)
        expectScreen(
            rows(4),
            """
            Nr
            ▮C-1…
            """)
    }

    @Test func theColumnOfLowestPriorityGoesFirst() {
        let shown = (1...50).map { width in
            let layout = TableLayout(Self.columns, width: width)
            return (0..<4).filter { layout.shows($0) }
        }
        let steps = shown.reduce(into: [[Int]]()) { if $0.last != $1 { $0.append($1) } }
        #expect(steps == [[0], [0, 1], [0, 1, 3], [0, 1, 2, 3]])
    }
}

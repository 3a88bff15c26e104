import SkrankeScreen
import SkrankeTestKit
import Testing

/// The small agent's screen of the mock-up (craft §4.3), put together from this room's parts: they fit.
struct AgentScreenTests {
    private static let messages: [(who: String, text: String)] = [
        ("10:38 Innb.", "Hei! Må jeg søke for å sette opp bod på 14 m2?"),
        ("10:38 Mia", "Fant «Bygge uten å søke», men er ikke sikker på tomta di."),
        ("10:39 Innb.", "Ja takk. Det er i Brandval. \u{1B}[2J 👨‍👩‍👧 日本"),
        ("10:41 Innb.", "Er dere der?"),
    ]

    private func frame(_ size: Size, answer: String) -> Frame {
        var canvas = Canvas(size: size)
        let parts = canvas.bounds.rows(.fixed(1), .flexible(), .fixed(1))
        canvas.field(" Skranke > Chat > C-1042", at: parts[0].origin, width: size.width, Style(.title))
        let sides = parts[1].columns(.shrinking(30, minimum: 24), .flexible(minimum: 30))
        drawList(&canvas, in: sides[0])
        let right = sides[1].rows(.flexible(minimum: 3), .shrinking(7, minimum: 3))
        drawTimeline(&canvas, in: right[0])
        let cursor = drawEditor(&canvas, in: right[1], answer)
        let hints = [KeyHint("Ctrl+S", "Send"), KeyHint("Esc", "Lagre utkast"), KeyHint("?", "Hjelp")]
        canvas.keyBar(hints, at: parts[2].origin, width: size.width)
        #expect(defects(of: canvas.grid).isEmpty)
        return Frame(grid: canvas.grid, cursor: cursor, title: "Skranke")
    }

    private func drawList(_ canvas: inout Canvas, in rect: Rect) {
        let items = ListItems(["C-1042", "C-1043", "C-1044", "C-1039"], sections: [3])
        var list = ListView<String>()
        let inner = canvas.box(.pane("1 Chat", focused: false, statuses: ["4 venter", "4"]), in: rect)
        list.update(items, height: inner.height)
        list.move(.down, in: items)
        let columns = [TableColumn("Nr", .fixed(6)), TableColumn("Gjelder", .flexible(minimum: 6))]
        let layout = TableLayout(columns, width: inner.width - 2)
        for (row, line) in list.window(items).enumerated() {
            let at = Point(x: inner.x + 2, y: inner.y + row)
            switch items.content(ofLine: line) {
            case .rule: canvas.rule(at: at, width: inner.width - 3, label: "mine", Style(.secondary))
            case .item(let index):
                let cells = [items.ids[index], "Fra Mia: bod og naust"].map { TextRun($0, Style(.text)) }
                canvas.tableRow(cells, layout, at: at)
                if index == list.selectedIndex {
                    canvas.text(">", at: Point(x: inner.x, y: at.y), Style(.mark))
                }
            }
        }
    }

    private func drawTimeline(_ canvas: inout Canvas, in rect: Rect) {
        let box = Box.pane("5 C-1042 Chat", focused: false, statuses: ["03:12/05:00 !"], footers: ["+2 over"])
        let inner = canvas.box(box, in: rect).inset(horizontal: 1)
        let texts = Self.messages.map { TextWrap.lines($0.text, width: inner.width - 12) }
        let blocks = texts.enumerated().map { ScrollBlock($0.offset, height: $0.element.count) }
        var view = ScrollView<Int>()
        view.update(blocks, height: inner.height)
        canvas.clipped(to: inner) { canvas in
            for slice in view.slices(blocks) {
                for (row, line) in slice.lines.enumerated() {
                    let y = inner.y + slice.row + row
                    let who = line == 0 ? Self.messages[slice.block].who : ""
                    canvas.field(who, at: Point(x: inner.x, y: y), width: 12, Style(.citizen))
                    canvas.text(texts[slice.block][line], at: Point(x: inner.x + 12, y: y), Style(.text))
                }
            }
        }
    }

    private func drawEditor(_ canvas: inout Canvas, in rect: Rect, _ answer: String) -> Point {
        let box = Box.pane(
            "Svar", focused: true, statuses: ["Ctrl+S send | Esc lagre utkast", "Ctrl+S send"])
        let inner = canvas.box(box, in: rect).inset(horizontal: 1)
        let editor = TextEditor(answer, size: inner.size)
        return editor.draw(on: &canvas, in: inner, Style(.input))
    }

    private static let answer =
        "Hei, og takk for at du ventet! En frittstående bod under 50 m2 kan som hovedregel"

    @Test func small() {
        expectScreen(
            frame(Size(width: 72, height: 18), answer: Self.answer),
            """
             Skranke > Chat > C-1042
            ┌─ 1 Chat ──────── 4 venter ─┐┌─ 5 C-1042 Chat ──────── 03:12/05:00 ! ─┐
            │  C-1042 Fra Mia: bod og na…││             sette opp bod på 14 m2?    │
            │> C-1043 Fra Mia: bod og na…││ 10:38 Mia   Fant «Bygge uten å søke»,  │
            │  C-1044 Fra Mia: bod og na…││             men er ikke sikker på      │
            │  --------- mine ---------- ││             tomta di.                  │
            │  C-1039 Fra Mia: bod og na…││ 10:39 Innb. Ja takk. Det er i          │
            │                            ││             Brandval. ·[2J 👨 日本     │
            │                            ││ 10:41 Innb. Er dere der?               │
            │                            │└────────────────────────────── +2 over ─┘
            │                            │╔═ Svar ═══════════════════ Ctrl+S send ═╗
            │                            │║ Hei, og takk for at du ventet! En      ║
            │                            │║ frittstående bod under 50 m2 kan som   ║
            │                            │║ hovedregel▮                             ║
            │                            │║                                        ║
            │                            │║                                        ║
            └────────────────────────────┘╚════════════════════════════════════════╝
             Ctrl+S Send  Esc Lagre utkast  ? Hjelp
            """)
    }

    @Test func smaller() {
        expectScreen(
            frame(Size(width: 54, height: 11), answer: Self.answer),
            """
             Skranke > Chat > C-1042
            ┌─ 1 Chat ── 4 venter ─┐┌─ 5 C-1042 Chat ────────────┐
            │  C-1042 Fra Mia: bod…││ 10:41 Innb. Er dere der?   │
            │> C-1043 Fra Mia: bod…│└────────────────── +2 over ─┘
            │  C-1044 Fra Mia: bod…│╔═ Svar ═══════ Ctrl+S send ═╗
            │  ------ mine ------- │║ Hei, og takk for at du     ║
            │  C-1039 Fra Mia: bod…│║ ventet! En frittstående    ║
            │                      │║ bod under 50 m2 kan som    ║
            │                      │║ hovedregel▮                 ║
            └──────────────────────┘╚════════════════════════════╝
             Ctrl+S Send  Esc Lagre utkast  ? Hjelp
            """)
    }

    /// Every size there is, down to nothing: no trap, nothing outside.
    @Test(arguments: [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 500, 9_999])
    func anySize(_ width: Int) {
        for height in [0, 1, 2, 3, 4, 6, 10, 16, 26, 200, 300] {
            let grid = frame(Size(width: width, height: height), answer: "Hei").grid
            #expect(grid.size == ScreenLimits.usable(Size(width: width, height: height)))
        }
    }
}

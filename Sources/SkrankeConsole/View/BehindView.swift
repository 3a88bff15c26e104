import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// A figure's formula and counts, and the inquiries that it is made of: what broke it first.
enum BehindView {
    static func draw(_ card: BehindCard, _ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas)
        -> Point
    {
        let texts = state.texts
        let width = min(96, layout.body.width - 4)
        let intro = card.lines.flatMap { TextWrap.lines($0, width: width) }
        let count = card.rows?.count ?? 0
        let height = min(layout.body.height - 2, intro.count + 1 + max(1, min(18, count)))
        let area = OverlayView.frame(
            card.title, width: width, height: height,
            keys: count > 0 ? texts.behindKeys : texts.scrollKeys, layout, &canvas)
        let said = min(intro.count, max(1, area.height - 1 - max(1, min(3, count))))
        for (row, text) in intro.prefix(said).enumerated() {
            canvas.field(
                text, at: Point(x: area.x, y: area.y + row), width: area.width, Style(.overlay))
        }
        let top = area.y + said + 1
        let list = Rect(x: area.x, y: top, width: area.width, height: max(1, area.maxY - top))
        guard let rows = card.rows, !rows.isEmpty else {
            canvas.field(
                card.rows == nil ? texts.searching : texts.behindNone, at: list.origin, width: list.width,
                Style(.overlay))
            return area.origin
        }
        var view = card.view
        view.update(card.items, height: list.height)
        for (row, line) in view.window(card.items).enumerated() {
            guard case .item(let index) = card.items.content(ofLine: line) else { continue }
            let place = Rect(x: list.x, y: list.y + row, width: list.width, height: 1)
            draw(rows[index], rows[index].head.id == view.selected, state, place, &canvas)
        }
        canvas.hidden(view, card.items, in: list)
        return view.cursor(in: list, column: 2)
    }

    private static func draw(
        _ row: FigureRow, _ isSelected: Bool, _ state: AppState, _ place: Rect, _ canvas: inout Canvas
    ) {
        let texts = state.texts
        let style = Style(isSelected ? .selection : .overlay)
        canvas.fill(place, style)
        canvas.text(isSelected ? ">" : " ", at: place.origin, style)
        let head = row.head
        let mark = row.isKept.map { $0 ? texts.ok : "!!" } ?? ""
        let role: Role = row.isKept == false ? .statusBroken : .statusOK
        canvas.text(
            mark, at: Point(x: place.x + 2, y: place.y),
            isSelected || row.isKept == nil ? style : Style(role))
        let wall = state.zone.wallTime(at: head.receivedAt)
        let what =
            state.mayRead
            ? head.topic.map { state.naming.topic($0) } ?? head.subject ?? "" : texts.hiddenContent
        let cells = [
            (head.reference.short, 9),
            (Phrases(state.language).brief(wall, today: state.zone.date(at: state.now)), 15),
            (texts.channel(head.channel), 15), (texts.state(head.state), 15),
            (head.owner.map(state.naming.short) ?? texts.noOwner, 13),
        ]
        var x = place.x + 5
        for (text, width) in place.width >= 84 ? cells : [cells[0], cells[2], cells[4]] {
            canvas.field(text, at: Point(x: x, y: place.y), width: width - 1, style)
            x += width
        }
        canvas.field(what, at: Point(x: x, y: place.y), width: max(0, place.maxX - x), style)
    }
}

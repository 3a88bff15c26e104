import SkrankeDomain
import SkrankeScreen

/// Search hits, and the other inquiries of a citizen.
enum FindView {
    static func draw(_ card: FindCard, _ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas)
        -> Point
    {
        let texts = state.texts
        let rows = max(4, min(14, layout.body.height - 6))
        let area = OverlayView.frame(
            texts.findTitle, width: min(96, layout.body.width - 4), height: rows + 3, keys: texts.searchKeys,
            layout, &canvas)
        var field = card.field
        field.resize(width: max(4, area.width))
        let cursor = field.draw(on: &canvas, at: area.origin, Style(.input))
        canvas.field(
            status(card, texts), at: Point(x: area.x, y: area.y + 1), width: area.width, Style(.overlay))
        var view = card.view
        let list = Rect(x: area.x, y: area.y + 2, width: area.width, height: max(1, area.height - 2))
        view.update(card.items, height: list.height)
        for (row, line) in view.window(card.items).enumerated() {
            guard case .item(let index) = card.items.content(ofLine: line) else { continue }
            let hit = card.hits[index]
            let snippet = hit.snippet.split(whereSeparator: \.isNewline).joined(separator: " ")
            draw(
                hit.head, snippet, hit.row == view.selected, state,
                Rect(x: list.x, y: list.y + row, width: list.width, height: 1), &canvas)
        }
        canvas.hidden(view, card.items, in: area)
        return cursor
    }

    private static func status(_ card: FindCard, _ texts: Texts) -> String {
        if card.field.text.isBlank { return texts.findHint }
        if card.answered < card.generation, card.hits.isEmpty { return texts.searching }
        return card.hits.isEmpty ? texts.findNothing : texts.findCount(card.hits.count)
    }

    static func drawHistory(
        _ view: ListView<InquiryID>, _ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas
    ) -> Point {
        let texts = state.texts
        let heads = state.currentTab?.history ?? []
        let contact = state.currentTab?.file?.contact
        let name = contact?.name ?? state.currentTab?.file?.head.reference.short ?? ""
        let area = OverlayView.frame(
            texts.historyTitle(name), width: min(96, layout.body.width - 4),
            height: max(3, min(12, heads.count + 1)),
            keys: texts.closeKey, layout, &canvas)
        if heads.isEmpty {
            let isAsked = state.currentTab?.history == nil && contact != nil
            let text = isAsked ? texts.searching : contact == nil ? texts.historyUnknown : texts.historyNone
            for (row, line) in TextWrap.lines(text, width: area.width).enumerated() {
                canvas.text(line, at: Point(x: area.x, y: area.y + row), Style(.overlay))
            }
            return area.origin
        }
        var view = view
        let items = state.historyItems
        view.update(items, height: area.height)
        for (row, line) in view.window(items).enumerated() {
            guard case .item(let index) = items.content(ofLine: line), heads.indices.contains(index) else {
                continue
            }
            let place = Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
            draw(
                heads[index], heads[index].subject ?? "", heads[index].id == view.selected, state, place,
                &canvas)
        }
        return view.cursor(in: area, column: 2)
    }

    /// Number, date, channel, state, who, and the words.
    private static func draw(
        _ head: InquiryHead, _ words: String, _ isSelected: Bool, _ state: AppState, _ place: Rect,
        _ canvas: inout Canvas
    ) {
        let texts = state.texts
        let style = Style(isSelected ? .selection : .overlay)
        canvas.fill(place, style)
        let wall = state.zone.wallTime(at: head.receivedAt)
        let date = Phrases(state.language).brief(wall, today: state.zone.date(at: state.now))
        canvas.text(isSelected ? ">" : " ", at: place.origin, style)
        var x = place.x + 2
        let cells: [(String, Int)] = [
            (head.reference.short, 9), (date, 15), (texts.channel(head.channel), 10),
            (texts.state(head.state), 14),
            (head.name ?? texts.unknownCitizen, 14),
        ]
        let shown = place.width >= 80 ? cells : Array(cells.prefix(2)) + [cells[4]]
        for (text, width) in shown {
            canvas.field(text, at: Point(x: x, y: place.y), width: width - 1, style)
            x += width
        }
        canvas.field(words, at: Point(x: x, y: place.y), width: max(0, place.maxX - x), style)
    }
}

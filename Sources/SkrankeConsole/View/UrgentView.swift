import SkrankeDomain
import SkrankeScreen

/// What is broken, and what will be within the hour if nobody does anything.
enum UrgentView {
    static func draw(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) -> Point {
        let texts = state.texts
        let isFocused = state.overview.part == .urgent
        let inner = canvas.box(
            Box.pane("5 \(texts.urgentTitle)", focused: isFocused, statuses: [texts.urgentKeys]), in: rect)
        let heads = state.urgentHeads
        if heads.isEmpty {
            canvas.text(texts.urgentNone, at: Point(x: inner.x + 1, y: inner.y), Style(.statusOK))
            return Point(x: inner.x + 1, y: inner.y)
        }
        let names = texts.urgentColumns
        cells([names.0, names.1, names.2, names.3, names.4], inner.y, inner, Style(.secondary), &canvas)
        var cursor = Point(x: inner.x + 1, y: inner.y + 1)
        let rows = max(1, inner.height - 1)
        let selected = heads.firstIndex { $0.id == state.overview.selectedInquiry } ?? state.overview.row
        let first = max(0, min(selected - rows + 1, heads.count - rows))
        for (index, head) in heads.enumerated().dropFirst(first) where index - first < rows {
            let y = inner.y + 1 + index - first
            let isSelected = isFocused && index == selected
            if isSelected { cursor = Point(x: inner.x + 1, y: y) }
            draw(head, state, isSelected, y, inner, &canvas)
        }
        canvas.hidden(above: first, below: heads.count - first - rows, in: inner, Style(.secondary))
        return cursor
    }

    private static func draw(
        _ head: InquiryHead, _ state: AppState, _ isSelected: Bool, _ y: Int, _ inner: Rect,
        _ canvas: inout Canvas
    ) {
        let texts = state.texts
        let urgency = head.urgency(at: state.now)
        let style = Style(isSelected ? .selection : urgency == .over ? .statusBroken : .text)
        canvas.fill(Rect(x: inner.x, y: y, width: inner.width, height: 1), style)
        let phrases = Phrases(state.language)
        let left =
            head.due.map { $0 < state.now ? "-" + phrases.age(state.now - $0) : phrases.age($0 - state.now) }
            ?? texts.rowLate
        let what =
            state.mayRead
            ? head.topic.map { state.naming.topic($0) } ?? head.subject ?? "" : texts.hiddenContent
        let owner = head.owner.map(state.naming.short) ?? texts.noOwner
        let mark = urgency == .over ? "!! " : urgency == .soon ? "!  " : "   "
        cells(
            [mark + left, head.reference.short, texts.channel(head.channel), what, owner], y, inner, style,
            &canvas)
    }

    private static func cells(
        _ cells: [String], _ y: Int, _ inner: Rect, _ style: Style, _ canvas: inout Canvas
    ) {
        let fixed = [12, 10, 15]
        let owner = 13
        let what = max(6, inner.width - 2 - fixed.reduce(0, +) - owner)
        var x = inner.x + 1
        for (cell, width) in zip(cells, fixed + [what, owner]) where x < inner.maxX {
            canvas.field(cell, at: Point(x: x, y: y), width: min(width - 1, inner.maxX - x), style)
            x += width
        }
    }
}

import SkrankeDomain
import SkrankeScreen

/// All that waits, in one list by due time, with the channel's sign and word in each row.
enum PileView {
    private struct Columns {
        let due: Int
        let channel: Int
        let number: Int
        let who: Int
        let whoWidth: Int
        let what: Int
        let came: Int

        init(_ rect: Rect) {
            due = rect.x + 4
            channel = due + 17
            number = channel + 17
            who = number + 9
            whoWidth = rect.width >= 100 ? 22 : 0
            what = who + whoWidth
            came = rect.width >= 90 ? rect.maxX - 15 : rect.maxX
        }
    }

    static func draw(_ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas) -> Point {
        let texts = state.texts
        let body = layout.body
        var box = Box.pane("", focused: true, statuses: texts.pileStatus(state.pile.counts))
        box.titles = [texts.pileTitle(state.pile.items.ids.count)]
        let inner = canvas.box(box, in: body)
        let columns = Columns(inner)
        let titles = texts.pileColumns
        line(
            [titles.due, titles.channel, titles.number, titles.who, titles.what, titles.came], columns,
            inner, inner.y, Style(.secondary), &canvas)
        let note = note(state)
        let foot = note == nil ? 0 : 1
        let area = Rect(
            x: inner.x, y: inner.y + 1, width: inner.width, height: max(1, inner.height - 1 - foot))
        if let note {
            canvas.field(
                note, at: Point(x: columns.due, y: inner.maxY - 1), width: inner.maxX - columns.due - 1,
                Style(.secondary))
        }
        guard !state.pile.items.ids.isEmpty else {
            canvas.text(texts.pileEmpty, at: Point(x: columns.due, y: area.y), Style(.statusOK))
            return Point(x: columns.due, y: area.y)
        }
        var view = state.pile.view
        view.update(state.pile.items, height: area.height)
        for (row, line) in view.window(state.pile.items).enumerated() {
            guard case .item(let index) = state.pile.items.content(ofLine: line),
                let head = state.board.heads[state.pile.items.ids[index]]
            else { continue }
            draw(head, head.id == view.selected, state, columns, inner, area.y + row, &canvas)
        }
        let hidden = view.hiddenItems(state.pile.items)
        canvas.hidden(above: hidden.above, below: hidden.below, in: area, Style(.secondary))
        return view.cursor(in: area, column: 4)
    }

    /// Before opening: from when promises run.
    private static func note(_ state: AppState) -> String? {
        guard !state.policy.calendar.isOpen(at: state.now) else { return nil }
        let calendar = state.policy.calendar
        // The first instant of opening time from now on.
        let instant = Span(milliseconds: 1)
        guard let first = calendar.moment(after: instant, from: state.now) else { return nil }
        return state.texts.pileNote(
            state.texts.dueAt(state.zone.wallTime(at: first - instant), Phrases(state.language)))
    }

    private static func draw(
        _ head: InquiryHead, _ isSelected: Bool, _ state: AppState, _ columns: Columns, _ inner: Rect,
        _ y: Int, _ canvas: inout Canvas
    ) {
        let texts = state.texts
        let urgency = head.state.isOpen ? head.urgency(at: state.now) : .normal
        let style = Style(isSelected ? .selection : .text)
        canvas.fill(Rect(x: inner.x, y: y, width: inner.width, height: 1), style)
        canvas.text(isSelected ? ">" : " ", at: Point(x: inner.x, y: y), style)
        let mark = urgency == .over ? "!!" : urgency == .soon ? "! " : "  "
        let role: Role = urgency == .over ? .statusBroken : urgency == .soon ? .statusSoon : .text
        canvas.text(mark, at: Point(x: inner.x + 1, y: y), isSelected ? style : Style(role))
        let row = QueueRow(head, head.channel.pane, state)
        let day = { (moment: Moment) in
            Phrases(state.language).brief(
                state.zone.wallTime(at: moment), today: state.zone.date(at: state.now))
        }
        let due = head.due.map { texts.dueAt(state.zone.wallTime(at: $0), Phrases(state.language)) } ?? "–"
        line(
            [
                due, texts.sign(head) + " " + texts.pileChannel(head), row.number, row.who, row.what,
                day(head.receivedAt),
            ],
            columns, inner, y, style, &canvas)
        if !isSelected, urgency != .normal {
            canvas.field(due, at: Point(x: columns.due, y: y), width: 16, Style(role))
        }
    }

    private static func line(
        _ cells: [String], _ columns: Columns, _ inner: Rect, _ y: Int, _ style: Style,
        _ canvas: inout Canvas
    ) {
        let places = [
            (columns.due, 16), (columns.channel, 16), (columns.number, 8),
            (columns.who, columns.whoWidth - 1),
            (columns.what, columns.came - columns.what - 1), (columns.came, inner.maxX - columns.came),
        ]
        for (cell, (x, width)) in zip(cells, places) where width > 0 && x < inner.maxX {
            canvas.field(cell, at: Point(x: x, y: y), width: min(width, inner.maxX - x), style)
        }
    }
}

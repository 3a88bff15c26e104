import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// The supervisor's screen: goals, queues, arrivals, staffing, what is broken and soon (craft §4.3).
enum OverviewView {
    static func draw(_ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas) -> Point {
        let body = layout.body
        if layout.mode == .full { return wide(state, body, &canvas) }
        return narrow(state, body, &canvas)
    }

    private static func wide(_ state: AppState, _ body: Rect, _ canvas: inout Canvas) -> Point {
        let left = body.width * 3 / 5
        let right = Rect(x: left, y: body.y, width: body.width - left, height: body.height)
        let top = min(13, max(9, body.height * 2 / 5 + 1))
        let bottom = max(6, (body.height - top) / 2)
        let middle = body.height - top - bottom
        var cursor = goals(state, Rect(x: 0, y: body.y, width: left, height: top), &canvas)
        queues(state, Rect(x: right.x, y: body.y, width: right.width, height: top), &canvas)
        ArrivalsView.draw(state, Rect(x: 0, y: body.y + top, width: left, height: middle), &canvas)
        StaffView.draw(
            state, Rect(x: right.x, y: body.y + top, width: right.width, height: body.height - top), &canvas)
        let place = urgent(state, Rect(x: 0, y: body.maxY - bottom, width: left, height: bottom), &canvas)
        if state.overview.part == .urgent { cursor = place }
        return cursor
    }

    /// Goals or the urgent list, and the queues below.
    private static func narrow(_ state: AppState, _ body: Rect, _ canvas: inout Canvas) -> Point {
        let lower = min(9, body.height / 2)
        let upper = Rect(x: 0, y: body.y, width: body.width, height: body.height - lower)
        queues(state, Rect(x: 0, y: body.maxY - lower, width: body.width, height: lower), &canvas)
        return state.overview.part == .goals ? goals(state, upper, &canvas) : urgent(state, upper, &canvas)
    }

    // MARK: Goals

    private static func goals(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) -> Point {
        let texts = state.texts
        let isFocused = state.overview.part == .goals
        let inner = canvas.box(
            Box.pane("1 \(texts.goalsTitle)", focused: isFocused, statuses: [texts.goalsKeys]), in: rect)
        let names = texts.goalColumns
        let x = Columns(inner)
        line([names.0, names.1, names.2, names.3], x, inner.y, Style(.secondary), &canvas)
        var cursor = Point(x: inner.x + 1, y: inner.y)
        let rows = max(1, inner.height - 1)
        let first = max(0, min(state.overview.goal - rows + 1, Goal.allCases.count - rows))
        for (row, goal) in Goal.allCases.enumerated().dropFirst(max(0, first))
        where row - max(0, first) < rows {
            let y = inner.y + 1 + row - max(0, first)
            let isSelected = isFocused && row == state.overview.goal
            if isSelected { cursor = Point(x: inner.x + 1, y: y) }
            draw(goal, state, isSelected, x, Rect(x: inner.x, y: y, width: inner.width, height: 1), &canvas)
        }
        let above = max(0, first)
        canvas.hidden(above: above, below: Goal.allCases.count - above - rows, in: inner, Style(.secondary))
        return cursor
    }

    struct Columns {
        let name: Int
        let target: Int
        let now: Int
        let status: Int
        let end: Int
        init(_ inner: Rect) {
            name = inner.x + 1
            end = inner.maxX
            status = max(name + 20, end - 24)
            now = status - 7
            target = now - 7
        }
    }

    private static func line(
        _ texts: [String], _ x: Columns, _ y: Int, _ style: Style, _ canvas: inout Canvas
    ) {
        canvas.field(texts[0], at: Point(x: x.name, y: y), width: x.target - x.name - 1, style)
        canvas.field(texts[1], at: Point(x: x.target, y: y), width: 6, style)
        canvas.field(texts[2], at: Point(x: x.now, y: y), width: 6, style)
        canvas.field(texts[3], at: Point(x: x.status, y: y), width: x.end - x.status, style)
    }

    private static func draw(
        _ goal: Goal, _ state: AppState, _ isSelected: Bool, _ x: Columns, _ place: Rect,
        _ canvas: inout Canvas
    ) {
        let texts = state.texts
        let style = Style(isSelected ? .selection : .text)
        canvas.fill(place, style)
        let share = state.overview.figures.flatMap { goal.share($0) }
        let percent = share.flatMap { $0.of < Goal.leastObservations ? nil : $0.percent }
        line(
            [texts.goal(goal), "\(goal.target) %", percent.map { "\($0) %" } ?? "–", ""], x, place.y, style,
            &canvas)
        var runs: [TextRun] = []
        if let percent, let share {
            let isMet = percent >= goal.target
            let isNear = percent >= goal.target - 10
            let role: Role = isMet ? .statusOK : isNear ? .statusSoon : .statusBroken
            runs.append(TextRun(isMet ? "ok " : isNear ? "!  " : "!! ", isSelected ? style : Style(role)))
            runs.append(TextRun(texts.counts(share), style))
        } else {
            let text = share.map { $0.of == 0 ? texts.tooFew : texts.counts($0) + ", " + texts.tooFew }
            runs.append(
                TextRun(
                    text ?? (goal == .phone ? texts.notMeasured : texts.tooFew),
                    isSelected ? style : Style(.secondary)))
        }
        canvas.runs(runs, at: Point(x: x.status, y: place.y), width: max(0, x.end - x.status))
    }

    // MARK: Queues

    private static func queues(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) {
        let texts = state.texts
        let inner = canvas.box(Box.pane("2 \(texts.queuesTitle)", focused: false), in: rect)
        let names = texts.queueColumns
        row([names.0, names.1, names.2, names.3, names.4], inner.y, inner, Style(.secondary), &canvas)
        for (index, pane) in QueuePane.allCases.enumerated() where index + 1 < inner.height {
            let list = state.list(pane)
            let broken = state.board.broken(pane, at: state.now)
            let working = state.board.keys(pane, .mine).count + state.board.keys(pane, .others).count
            let oldest = list.oldest.map { QueueRow.waited(state.now - $0, state) } ?? "–"
            let y = inner.y + 1 + index
            row(
                [
                    texts.paneTitle(pane), "\(list.waiting)", oldest, "\(working)",
                    broken > 0 ? "\(broken) !!" : "0",
                ], y, inner, Style(.text), &canvas)
        }
        let unowned = QueuePane.allCases.reduce(0) { $0 + state.board.keys($1, .waiting).count }
        let withUnits = QueuePane.allCases.reduce(0) { $0 + state.board.keys($1, .withUnit).count }
        let lines = [
            texts.appointments(state.list(.visit).appointments),
            texts.queueSums(unowned: unowned, withUnits: withUnits),
            texts.moves(state.overview.figures?.channelMoves ?? 0),
        ]
        for (index, text) in lines.enumerated() where index + 6 < inner.height {
            canvas.field(
                text, at: Point(x: inner.x + 1, y: inner.y + 6 + index), width: inner.width - 2,
                Style(.secondary))
        }
    }

    static func row(_ cells: [String], _ y: Int, _ inner: Rect, _ style: Style, _ canvas: inout Canvas) {
        let widths = [15, 7, 8, 8, 6]
        var x = inner.x + 1
        for (cell, width) in zip(cells, widths) where x < inner.maxX {
            canvas.field(cell, at: Point(x: x, y: y), width: min(width, inner.maxX - x), style)
            x += width
        }
    }

    // MARK: Broken and soon

    private static func urgent(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) -> Point {
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
        let isOver = head.urgency(at: state.now) == .over
        let style = Style(isSelected ? .selection : isOver ? .statusBroken : .text)
        canvas.fill(Rect(x: inner.x, y: y, width: inner.width, height: 1), style)
        let phrases = Phrases(state.language)
        let left =
            head.due.map { $0 < state.now ? "-" + phrases.age(state.now - $0) : phrases.age($0 - state.now) }
            ?? texts.rowLate
        let what =
            state.mayRead
            ? head.topic.map { state.naming.topic($0) } ?? head.subject ?? "" : texts.hiddenContent
        let owner = head.owner.map(state.naming.short) ?? texts.noOwner
        cells(
            [
                (isOver ? "!! " : "!  ") + left, head.reference.short, texts.channel(head.channel), what,
                owner,
            ], y, inner, style, &canvas)
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

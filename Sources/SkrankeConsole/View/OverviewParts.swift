import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// Arrivals per half-hour, as bars of `#` that any terminal and any reader can show, and their sums.
enum ArrivalsView {
    private static let label = 12
    private static let width = 5

    static func draw(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) -> Point {
        let texts = state.texts
        let isFocused = state.overview.part == .arrivals
        let inner = canvas.box(Box.pane("3 \(texts.arrivalsTitle)", focused: isFocused), in: rect)
        guard let slots = state.arrivalSlots, let selected = state.arrivalSlot else {
            canvas.text(texts.arrivalsNone, at: Point(x: inner.x + 1, y: inner.y), Style(.secondary))
            return Point(x: inner.x + 1, y: inner.y)
        }
        let count = min(slots.count, max(1, (inner.width - label - 2) / width))
        let last = max(min(selected + count / 2, slots.upperBound), slots.lowerBound + count - 1)
        let shown = (last - count + 1)...last
        for (column, slot) in shown.enumerated() {
            let hour = slot / 2 % 24
            let name = (hour < 10 ? "0\(hour)" : "\(hour)") + (slot % 2 == 1 ? "½" : "")
            canvas.text(
                name, at: Point(x: inner.x + 1 + label + column * width, y: inner.y), Style(.secondary))
        }
        var cursor = Point(x: inner.x + 1, y: inner.y + 1)
        for (row, pane) in QueuePane.allCases.enumerated() where row + 1 < inner.height {
            let y = inner.y + 1 + row
            canvas.field(
                texts.paneShort(pane), at: Point(x: inner.x + 1, y: y), width: label - 1, Style(.text))
            for (column, slot) in shown.enumerated() {
                let x = inner.x + 1 + label + column * width
                let isSelected = isFocused && row == state.overview.arrival.row && slot == selected
                if isSelected { cursor = Point(x: x, y: y) }
                bar(number(pane, slot, state), isSelected, Point(x: x, y: y), &canvas)
            }
        }
        sums(state, shown, inner, &canvas)
        return cursor
    }

    private static func bar(_ number: Int, _ isSelected: Bool, _ place: Point, _ canvas: inout Canvas) {
        let text = number == 0 ? "." : number <= 3 ? String(repeating: "#", count: number) : "\(number)"
        let role: Role = isSelected ? .selection : number == 0 ? .secondary : .text
        canvas.field(text, at: place, width: width - 1, Style(role))
    }

    /// All channels together; as columns where there is room for their height.
    private static func sums(
        _ state: AppState, _ shown: ClosedRange<Int>, _ inner: Rect, _ canvas: inout Canvas
    ) {
        let top = inner.y + 1 + QueuePane.allCases.count
        guard top < inner.maxY else { return }
        let totals = shown.map { slot in QueuePane.allCases.reduce(0) { $0 + number($1, slot, state) } }
        canvas.field(
            state.texts.arrivalsTotal, at: Point(x: inner.x + 1, y: top), width: label - 1, Style(.secondary))
        let rows = min(8, inner.maxY - top - 1)
        let most = max(1, totals.max() ?? 1)
        for (column, total) in totals.enumerated() {
            let x = inner.x + 1 + label + column * width
            canvas.field("\(total)", at: Point(x: x, y: top), width: width - 1, Style(.secondary))
            guard rows >= 2 else { continue }
            for step in 0..<((total * rows + most - 1) / most) {
                canvas.text("###", at: Point(x: x, y: top + rows - step), Style(.statusOK))
            }
        }
    }

    private static func number(_ pane: QueuePane, _ slot: Int, _ state: AppState) -> Int {
        guard let figures = state.overview.figures else { return 0 }
        return figures.arrivals.reduce(0) { $0 + ($1.key.pane == pane ? $1.value[slot] ?? 0 : 0) }
    }
}

/// Who is at work, with what, and whether that is enough for the telephone.
enum StaffView {
    static func draw(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) -> Point {
        let texts = state.texts
        let isFocused = state.overview.part == .staff
        let people = state.atWork
        let paused = people.count { state.shown($0).presence == .paused }
        let title = texts.staffTitle(people.count, paused)
        let inner = canvas.box(
            Box.pane("4 \(texts.staffing)", focused: isFocused, statuses: [title]), in: rect)
        guard !people.isEmpty else {
            canvas.text(texts.staffNone, at: Point(x: inner.x + 1, y: inner.y), Style(.secondary))
            return Point(x: inner.x + 1, y: inner.y)
        }
        let names = texts.staffColumns
        row([names.0, names.1, names.2, names.3, names.4], inner.y, inner, Style(.secondary), &canvas)
        var cursor = Point(x: inner.x + 1, y: inner.y + 1)
        let rows = max(1, inner.height - 2)
        let first = max(0, min(state.overview.person - rows + 1, people.count - rows))
        for (index, who) in people.enumerated().dropFirst(first) where index - first < rows {
            let y = inner.y + 1 + index - first
            let isSelected = isFocused && index == state.overview.person
            if isSelected { cursor = Point(x: inner.x + 1, y: y) }
            let style = Style(isSelected ? .selection : who == state.agent ? .text : .secondary)
            canvas.fill(Rect(x: inner.x, y: y, width: inner.width, height: 1), style)
            row(cells(who, state), y, inner, style, &canvas)
        }
        canvas.hidden(above: first, below: people.count - first - rows, in: inner, Style(.secondary))
        need(state, inner, &canvas)
        return cursor
    }

    private static func cells(_ who: AgentID, _ state: AppState) -> [String] {
        let texts = state.texts
        let panes = state.agents[who]?.panes
        let serves = panes.map { $0.map(texts.paneTab).joined(separator: "+") } ?? texts.everything
        return [
            state.naming.short(who), texts.standing(state.shown(who), state),
            "\(state.board.open(of: who))", serves, "\(state.overview.figures?.closedBy[who] ?? 0)",
        ]
    }

    /// The last line: how many the telephone needs now (R135).
    private static func need(_ state: AppState, _ inner: Rect, _ canvas: inout Canvas) {
        guard inner.height >= 4, let need = StaffingTable.needs(state).last else { return }
        let agents = state.telephoneAgents
        let isEnough = (need.needed ?? .max) <= agents
        canvas.runs(
            [
                TextRun(isEnough ? "ok " : "!! ", Style(isEnough ? .statusOK : .statusBroken)),
                TextRun(state.texts.staffingLine(need, agents: agents), Style(.text)),
            ], at: Point(x: inner.x + 1, y: inner.maxY - 1), width: inner.width - 2)
    }

    private static func row(
        _ cells: [String], _ y: Int, _ inner: Rect, _ style: Style, _ canvas: inout Canvas
    ) {
        // What he does has what the others leave.
        let fixed = 10 + 5 + 8 + 7
        let widths = [10, max(11, inner.width - 1 - fixed), 5, 8, 7]
        var x = inner.x + 1
        for (cell, width) in zip(cells, widths) where x < inner.maxX {
            canvas.field(cell, at: Point(x: x, y: y), width: min(width - 1, inner.maxX - x), style)
            x += width
        }
    }
}

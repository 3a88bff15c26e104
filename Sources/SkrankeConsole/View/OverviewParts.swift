import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// Arrivals per half-hour, as bars of `#` that any terminal and any reader can show.
enum ArrivalsView {
    static func draw(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) {
        let texts = state.texts
        let inner = canvas.box(Box.pane("3 \(texts.arrivalsTitle)", focused: false), in: rect)
        let slots = ArrivalsView.slots(state)
        guard let first = slots.first, let last = slots.last else {
            canvas.text(texts.arrivalsNone, at: Point(x: inner.x + 1, y: inner.y), Style(.secondary))
            return
        }
        let label = 12
        let width = 5
        let count = min(last - first + 1, max(1, (inner.width - label - 2) / width))
        let shown = (last - count + 1)...last
        for (column, slot) in shown.enumerated() {
            let x = inner.x + 1 + label + column * width
            let hour = slot / 2 % 24
            let name = (hour < 10 ? "0\(hour)" : "\(hour)") + (slot % 2 == 1 ? "½" : "")
            canvas.text(name, at: Point(x: x, y: inner.y), Style(.secondary))
        }
        for (row, pane) in QueuePane.allCases.enumerated() where row + 1 < inner.height {
            let y = inner.y + 1 + row
            canvas.field(
                texts.paneShort(pane), at: Point(x: inner.x + 1, y: y), width: label - 1, Style(.text))
            for (column, slot) in shown.enumerated() {
                let number = ArrivalsView.number(pane, slot, state)
                let bar =
                    number == 0 ? "." : number <= 3 ? String(repeating: "#", count: number) : "\(number)"
                let x = inner.x + 1 + label + column * width
                canvas.field(
                    bar, at: Point(x: x, y: y), width: width - 1, Style(number == 0 ? .secondary : .text))
            }
        }
    }

    private static func number(_ pane: QueuePane, _ slot: Int, _ state: AppState) -> Int {
        guard let figures = state.overview.figures else { return 0 }
        return figures.arrivals.reduce(0) { $0 + ($1.key.pane == pane ? $1.value[slot] ?? 0 : 0) }
    }

    /// The half-hours of the period in which something came, in order.
    private static func slots(_ state: AppState) -> [Int] {
        guard let figures = state.overview.figures else { return [] }
        return Set(figures.arrivals.values.flatMap(\.keys)).sorted()
    }
}

/// Who is at work, and with what.
enum StaffView {
    static func draw(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) {
        let texts = state.texts
        let live = state.sessions.filter { state.now - $0.seen <= .seconds(Limits.leaseSeconds) }
        let paused = live.filter { $0.presence == .paused }.count
        let inner = canvas.box(
            Box.pane("4 \(texts.staffing)", focused: false, statuses: [texts.staffTitle(live.count, paused)]),
            in: rect)
        guard !live.isEmpty else {
            canvas.text(texts.staffNone, at: Point(x: inner.x + 1, y: inner.y), Style(.secondary))
            return
        }
        let names = texts.staffColumns
        row([names.0, names.1, names.2, names.3, names.4], inner.y, inner, Style(.secondary), &canvas)
        let sorted = live.sorted {
            Naming.key(state.naming.full($0.agent)) < Naming.key(state.naming.full($1.agent))
        }
        for (index, session) in sorted.enumerated() where index + 1 < inner.height {
            let closed = state.overview.figures?.closedBy[session.agent] ?? 0
            let cells = [
                state.naming.short(session.agent), texts.presence(session.presence),
                "\(state.board.open(of: session.agent))",
                state.zone.wallTime(at: session.seen).time.iso, "\(closed)",
            ]
            row(
                cells, inner.y + 1 + index, inner, Style(session.agent == state.agent ? .text : .secondary),
                &canvas)
        }
    }

    private static func row(
        _ cells: [String], _ y: Int, _ inner: Rect, _ style: Style, _ canvas: inout Canvas
    ) {
        let widths = [11, 13, 6, 6, 10]
        var x = inner.x + 1
        for (cell, width) in zip(cells, widths) where x < inner.maxX {
            canvas.field(cell, at: Point(x: x, y: y), width: min(width - 1, inner.maxX - x), style)
            x += width
        }
    }
}

import SkrankeDomain
import SkrankeScreen

/// The queues as they are now: who waits, since when, what is broken and what soon will be.
enum QueuesView {
    static func draw(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) -> Point {
        let texts = state.texts
        let isFocused = state.overview.part == .queues
        let inner = canvas.box(Box.pane("2 \(texts.queuesTitle)", focused: isFocused), in: rect)
        row(texts.queueColumns, inner.y, inner, Style(.secondary), &canvas)
        var cursor = Point(x: inner.x + 1, y: inner.y + 1)
        for (index, pane) in QueuePane.allCases.enumerated() where index + 1 < inner.height {
            let y = inner.y + 1 + index
            let isSelected = isFocused && index == state.overview.queue
            if isSelected { cursor = Point(x: inner.x + 1, y: y) }
            let style = Style(isSelected ? .selection : .text)
            canvas.fill(Rect(x: inner.x, y: y, width: inner.width, height: 1), style)
            row(cells(pane, inner.width >= 50, state), y, inner, style, &canvas)
        }
        for (index, text) in sums(state).enumerated() where index + 6 < inner.height {
            canvas.field(
                text, at: Point(x: inner.x + 1, y: inner.y + 6 + index), width: inner.width - 2,
                Style(.secondary))
        }
        return cursor
    }

    private static func cells(_ pane: QueuePane, _ isWide: Bool, _ state: AppState) -> [String] {
        let list = state.list(pane)
        let broken = state.board.broken(pane, at: state.now)
        let working = state.board.keys(pane, .mine).count + state.board.keys(pane, .others).count
        let oldest = list.oldest.map { QueueRow.waited(state.now - $0, state) } ?? "–"
        let soon = state.urgentHeads.count {
            $0.channel.pane == pane && $0.urgency(at: state.now) != .over
        }
        return [
            isWide ? state.texts.paneTitle(pane) : state.texts.paneShort(pane), "\(list.waiting)", oldest,
            "\(working)",
            broken > 0 ? "\(broken) !!" : "0", soon > 0 ? "\(soon) !" : "0",
        ]
    }

    private static func sums(_ state: AppState) -> [String] {
        let unowned = QueuePane.allCases.reduce(0) { $0 + state.board.keys($1, .waiting).count }
        let withUnits = QueuePane.allCases.reduce(0) { $0 + state.board.keys($1, .withUnit).count }
        return [
            state.texts.appointments(state.list(.visit).appointments),
            state.texts.queueSums(unowned: unowned, withUnits: withUnits),
            state.texts.moves(state.overview.figures?.channelMoves ?? 0),
        ]
    }

    private static func row(
        _ cells: [String], _ y: Int, _ inner: Rect, _ style: Style, _ canvas: inout Canvas
    ) {
        let widths = [inner.width >= 50 ? 16 : 10, 7, 7, 7, 7, 6]
        var x = inner.x + 1
        for (cell, width) in zip(cells, widths) where x < inner.maxX {
            canvas.field(cell, at: Point(x: x, y: y), width: min(width - 1, inner.maxX - x), style)
            x += width
        }
    }
}

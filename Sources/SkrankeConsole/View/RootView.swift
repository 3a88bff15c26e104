import SkrankeDomain
import SkrankeScreen

/// The whole screen as a function of the state. No pane keeps anything between frames.
public enum RootView {
    public static func frame(_ state: AppState) -> Frame {
        let layout = DeskLayout(state)
        var canvas = Canvas(size: state.size)
        guard layout.mode != .tooSmall else { return tooSmall(state, canvas) }
        var cursor = Point(x: 0, y: layout.header.y)
        HeaderView.draw(state, layout, &canvas)
        if state.screen == .overview {
            cursor = OverviewView.draw(state, layout, &canvas)
        } else if state.screen == .pile {
            cursor = PileView.draw(state, layout, &canvas)
        } else {
            cursor = panes(state, layout, &canvas)
        }
        if let place = FooterView.draw(state, layout, &canvas) { cursor = place }
        if let overlay = state.overlay {
            cursor = OverlayView.draw(overlay, state, layout, &canvas)
            // The flash line answers to overlays too.
            FooterView.flash(state, layout, &canvas)
        }
        cursor = canvas.grid.bounds.clamp(cursor)
        return Frame(grid: canvas.grid, cursor: cursor, title: title(state))
    }

    /// Nothing of a citizen's stands in a window's title.
    private static func title(_ state: AppState) -> String {
        let waiting = QueuePane.allCases.reduce(0) { $0 + state.list($1).waiting }
        return "Skranke: \(state.texts.waits(waiting, oldest: nil, broken: 0)[0])"
    }

    private static func panes(_ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas) -> Point {
        var cursor = Point(x: 0, y: layout.body.y)
        for (pane, rect) in layout.folded { QueueView.drawFolded(pane, state, rect, &canvas) }
        for (pane, rect) in layout.queues {
            let place = QueueView.draw(pane, state, rect, &canvas)
            if state.focus == .queue(pane) { cursor = place }
        }
        if let rect = layout.inquiry {
            let place = InquiryView.draw(state, layout, rect, &canvas)
            if state.focus == .inquiry { cursor = place }
        }
        if let rect = layout.citizen { CitizenView.draw(state, rect, &canvas) }
        if let rect = layout.reply {
            let place = ReplyView.draw(state, rect, &canvas)
            if state.focus.isEditor { cursor = place }
        }
        return cursor
    }

    /// One sentence, and nothing is lost.
    private static func tooSmall(_ state: AppState, _ canvas: Canvas) -> Frame {
        var canvas = canvas
        let size = state.size
        let least = DeskLayout.smallest
        let text = state.texts.tooSmall(size.width, size.height, least.width, least.height)
        let lines = TextWrap.lines(text, width: max(1, size.width))
        let first = max(0, (size.height - lines.count) / 2)
        var cursor = Point(x: 0, y: 0)
        for (row, line) in lines.enumerated() {
            let x = max(0, (size.width - TextWidth.of(line)) / 2)
            canvas.text(line, at: Point(x: x, y: first + row), Style(.text))
            if row == 0 { cursor = Point(x: x, y: first) }
        }
        return Frame(grid: canvas.grid, cursor: canvas.grid.bounds.clamp(cursor), title: title(state))
    }
}

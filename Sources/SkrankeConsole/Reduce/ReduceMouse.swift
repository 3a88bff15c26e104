import SkrankeDomain
import SkrankeScreen

/// Click and wheel: never required, never citizen-visible.
extension AppState {
    mutating func click(_ mouse: Mouse) -> [Effect] {
        guard overlay == nil, prompt == nil, screen == .desk else { return [] }
        let layout = DeskLayout(self)
        if mouse.action == .press, mouse.button == 0 {
            lastKeyAt = uptime
            return press(at: mouse.at, layout)
        }
        if mouse.action == .wheelUp || mouse.action == .wheelDown {
            wheel(mouse.action == .wheelUp ? -3 : 3, at: mouse.at, layout)
        }
        return []
    }

    private mutating func press(at point: Point, _ layout: DeskLayout) -> [Effect] {
        if layout.keys.contains(point) { return pressKeyBar(point, layout) }
        for (pane, rect) in layout.queues where rect.contains(point) {
            let wasThere = focus == .queue(pane)
            let area = DeskLayout.listArea(rect)
            let items = list(pane).items
            let before = list(pane).view.selected
            _ = goTo(.queue(pane))
            let isRow =
                area.contains(point)
                && lists[pane.rawValue - 1].view.select(visibleLine: point.y - area.y, in: items)
            if isRow { lists[pane.rawValue - 1].hold() }
            // A second click on the same row opens it.
            if isRow, wasThere, before == list(pane).view.selected { return run(.open) }
            return []
        }
        for (pane, rect) in layout.folded where rect.contains(point) {
            _ = goTo(.queue(pane))
        }
        if let reply = layout.reply, reply.contains(point), let id = current, head(id)?.owner == agent {
            // A click takes nothing: the field opens only where the inquiry is one's own.
            return focus.isEditor ? [] : run(.reply)
        }
        if let inquiry = layout.inquiry, inquiry.contains(point), current != nil { focus = .inquiry }
        return []
    }

    /// A click on the key bar is its key.
    private mutating func pressKeyBar(_ point: Point, _ layout: DeskLayout) -> [Effect] {
        let width = layout.keys.width
        let bar = FooterView.bar(self, width: width)
        guard let index = KeyBar.hint(at: point.x - layout.keys.x, bar.map(\.hint), width: width) else {
            return []
        }
        return run(bar[index].name)
    }

    private mutating func wheel(_ lines: Int, at point: Point, _ layout: DeskLayout) {
        for (pane, rect) in layout.queues where rect.contains(point) {
            let items = list(pane).items
            lists[pane.rawValue - 1].view.scroll(lines, in: items)
            lists[pane.rawValue - 1].hold()
        }
        if let inquiry = layout.inquiry, inquiry.contains(point) {
            for _ in 0..<abs(lines) { scrollStory(lines < 0 ? .up : .down) }
        }
    }
}

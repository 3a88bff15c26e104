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
        for (pane, rect) in layout.queues where rect.contains(point) {
            let wasThere = focus == .queue(pane)
            let area = DeskLayout.listArea(rect)
            let items = list(pane).items
            let before = list(pane).view.selected
            focus = .queue(pane)
            lastQueue = pane
            if area.contains(point),
                lists[pane.rawValue - 1].view.select(visibleLine: point.y - area.y, in: items),
                wasThere, before == list(pane).view.selected
            {
                // A second click on the same row opens it.
                return run(.open)
            }
            return []
        }
        for (pane, rect) in layout.folded where rect.contains(point) {
            focus = .queue(pane)
            lastQueue = pane
        }
        if let reply = layout.reply, reply.contains(point) { return run(.reply) }
        if let inquiry = layout.inquiry, inquiry.contains(point), current != nil { focus = .inquiry }
        return []
    }

    private mutating func wheel(_ lines: Int, at point: Point, _ layout: DeskLayout) {
        for (pane, rect) in layout.queues where rect.contains(point) {
            let items = list(pane).items
            lists[pane.rawValue - 1].view.scroll(lines, in: items)
        }
        if let inquiry = layout.inquiry, inquiry.contains(point) {
            for _ in 0..<abs(lines) { scrollStory(lines < 0 ? .up : .down) }
        }
    }
}

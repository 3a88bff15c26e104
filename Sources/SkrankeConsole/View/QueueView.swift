import SkrankeDomain
import SkrankeScreen

/// A queue pane: its frame with counts, its columns, its rows.
enum QueueView {
    /// Columns of a row, by the width at hand.
    struct Columns: Equatable {
        static let number = 3
        static let numberWidth = 8
        static let time = number + numberWidth
        let timeWidth: Int
        let who: Int
        let whoWidth: Int
        let what: Int
        let whatWidth: Int

        init(_ width: Int, _ pane: QueuePane) {
            // «kl. 12.00» beside «12 min» wants more room than a running clock.
            timeWidth = pane == .visit ? 12 : width >= 60 ? 11 : 9
            who = Columns.time + timeWidth
            let rest = max(0, width - who)
            // Narrow panes drop the name: what it is about tells more.
            whoWidth = rest < 22 ? 0 : rest >= 40 ? 20 : rest >= 30 ? 14 : 12
            what = who + whoWidth
            whatWidth = max(0, width - what)
        }
    }

    static func draw(_ pane: QueuePane, _ state: AppState, _ rect: Rect, _ canvas: inout Canvas) -> Point {
        let isFocused = state.focus == .queue(pane) && state.screen == .desk
        let list = state.list(pane)
        let texts = state.texts
        var box = Box.pane("", focused: isFocused, statuses: statuses(pane, state))
        let name = rect.width >= 40 ? texts.paneTitle(pane) : texts.paneShort(pane)
        box.titles = ["\(pane.rawValue) \(name)"]
        if !list.filter.isEmpty {
            let counts = texts.shown(list.items.ids.count, of: list.total)
            box.titles = [box.titles[0] + " " + counts, "\(pane.rawValue) \(counts)"]
        }
        let inner = canvas.box(box, in: rect)
        let columns = Columns(inner.width, pane)
        drawTitles(pane, columns, texts, inner, &canvas)
        let area = DeskLayout.listArea(rect)
        if list.items.ids.isEmpty {
            return drawEmpty(pane, state, area, &canvas)
        }
        for (row, line) in list.view.window(list.items).enumerated() where row < area.height {
            let place = Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
            switch list.items.content(ofLine: line) {
            case .rule(let section):
                let label = list.rules.indices.contains(section) ? texts.section(list.rules[section]) : ""
                canvas.rule(
                    at: Point(x: place.x + 1, y: place.y), width: place.width - 2, label: label,
                    Style(.secondary))
            case .item(let index):
                let id = list.items.ids[index]
                guard let head = state.board.heads[id] else { continue }
                let row = QueueRow(head, pane, state)
                drawRow(
                    row, isSelected: id == list.view.selected, isFocused: isFocused, columns, place, &canvas)
            }
        }
        let hidden = list.view.hiddenItems(list.items)
        canvas.hidden(above: hidden.above, below: hidden.below, in: area, Style(.secondary))
        return list.view.cursor(in: area, column: Columns.number)
    }

    /// One line for a pane that is folded away: `2 Tlf      5  1 brutt !!`.
    static func drawFolded(_ pane: QueuePane, _ state: AppState, _ rect: Rect, _ canvas: inout Canvas) {
        let list = state.list(pane)
        let broken = state.board.broken(pane, at: state.now)
        let texts = state.texts
        canvas.fill(rect, Style(.text))
        canvas.field(
            "\(pane.rawValue) \(texts.paneShort(pane))", at: Point(x: rect.x + 1, y: rect.y), width: 10,
            Style(.paneTitle))
        canvas.field(
            "\(list.waiting)", at: Point(x: rect.x + 11, y: rect.y), width: 4, Style(.text), alignment: .right
        )
        var rest: [TextRun] = []
        if list.arrivals > 0 { rest.append(TextRun(texts.arrivals(list.arrivals) + " ", Style(.mark))) }
        if broken > 0 {
            rest.append(TextRun(texts.brokenCount(broken), Style(.statusBroken)))
        } else if pane == .visit, list.appointments > 0 {
            rest.append(TextRun(texts.appointments(list.appointments), Style(.secondary)))
        } else if let oldest = list.oldest {
            rest.append(TextRun(QueueRow.waited(state.now - oldest, state), Style(.secondary)))
        }
        canvas.runs(rest, at: Point(x: rect.x + 17, y: rect.y), width: max(0, rect.width - 18))
    }

    private static func statuses(_ pane: QueuePane, _ state: AppState) -> [String] {
        let list = state.list(pane)
        let texts = state.texts
        let broken = state.board.broken(pane, at: state.now)
        let oldest = list.oldest.map { QueueRow.waited(state.now - $0, state) }
        var candidates = texts.waits(list.waiting, oldest: oldest, broken: broken)
        if pane == .visit, list.appointments > 0 {
            let both =
                candidates[candidates.count - 2 < 0 ? 0 : 0].split(separator: ",").first.map(String.init)
                ?? ""
            candidates.insert(
                both + ", " + texts.appointments(list.appointments)
                    + (broken > 0 ? ", " + texts.brokenCount(broken) : ""), at: 0)
        }
        if !list.filter.isEmpty { candidates = candidates.map { texts.filtered(list.filter) + ", " + $0 } }
        if list.arrivals > 0 { candidates = candidates.map { texts.arrivals(list.arrivals) + ", " + $0 } }
        return candidates
    }

    private static func drawTitles(
        _ pane: QueuePane, _ columns: Columns, _ texts: Texts, _ inner: Rect, _ canvas: inout Canvas
    ) {
        let style = Style(.secondary)
        let y = inner.y
        canvas.field(
            texts.columnNumber, at: Point(x: inner.x + Columns.number, y: y), width: Columns.numberWidth,
            style)
        canvas.field(
            texts.columnTime(pane), at: Point(x: inner.x + Columns.time, y: y), width: columns.timeWidth,
            style)
        canvas.field(
            texts.columnWho(pane), at: Point(x: inner.x + columns.who, y: y), width: columns.whoWidth, style)
        canvas.field(
            texts.columnWhat(pane), at: Point(x: inner.x + columns.what, y: y), width: columns.whatWidth,
            style)
    }

    private static func drawRow(
        _ row: QueueRow, isSelected: Bool, isFocused: Bool, _ columns: Columns, _ place: Rect,
        _ canvas: inout Canvas
    ) {
        let role: Role =
            isSelected ? (isFocused ? .selection : .selectionUnfocused) : row.isQuiet ? .secondary : .text
        let base = Style(role)
        canvas.fill(place, base)
        canvas.text(isSelected ? ">" : " ", at: place.origin, base)
        canvas.text(row.flag, at: Point(x: place.x + 1, y: place.y), isSelected ? base : Style(row.flagRole))
        canvas.field(
            row.number, at: Point(x: place.x + Columns.number, y: place.y), width: Columns.numberWidth - 1,
            base)
        let time = isSelected ? base : Style(row.timeRole ?? role)
        canvas.field(
            row.time, at: Point(x: place.x + Columns.time, y: place.y), width: columns.timeWidth - 1, time)
        if columns.whoWidth > 0 {
            canvas.field(
                row.who, at: Point(x: place.x + columns.who, y: place.y), width: columns.whoWidth - 1, base)
        }
        canvas.field(
            row.what, at: Point(x: place.x + columns.what, y: place.y), width: columns.whatWidth, base)
    }

    private static func drawEmpty(_ pane: QueuePane, _ state: AppState, _ area: Rect, _ canvas: inout Canvas)
        -> Point
    {
        let texts = state.texts
        let list = state.list(pane)
        let next = (try? state.nextInLine()).map { head in
            head.reference.short + (InquiryView.due(head, state).map { ", \($0)" } ?? "")
        }
        let lines =
            state.isLoading
            ? [texts.loadingRows]
            : !list.filter.isEmpty ? texts.emptyFilter : texts.empty(pane, next: next)
        let width = max(8, area.width - Columns.number - 1)
        var y = area.y
        for (number, line) in lines.enumerated() {
            for part in TextWrap.lines(line, width: width) where y < area.maxY {
                canvas.field(
                    part, at: Point(x: area.x + Columns.number, y: y), width: width,
                    Style(number == 0 ? .text : .secondary))
                y += 1
            }
        }
        return Point(x: area.x + Columns.number, y: area.y)
    }
}

import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// Each goal with what is demanded, what is, and its counts.
enum GoalsView {
    static func draw(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) -> Point {
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
        for (row, goal) in Goal.allCases.enumerated().dropFirst(first) where row - first < rows {
            let y = inner.y + 1 + row - first
            let isSelected = isFocused && row == state.overview.goal
            if isSelected { cursor = Point(x: inner.x + 1, y: y) }
            draw(goal, state, isSelected, x, Rect(x: inner.x, y: y, width: inner.width, height: 1), &canvas)
        }
        canvas.hidden(
            above: first, below: Goal.allCases.count - first - rows, in: inner, Style(.secondary))
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
}

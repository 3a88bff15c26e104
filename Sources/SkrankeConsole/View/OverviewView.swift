import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// The supervisor's screen: goals, queues, arrivals, staffing, what is broken and at risk (craft §4.3).
enum OverviewView {
    static func draw(_ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas) -> Point {
        let body = layout.body
        let places = layout.mode == .full ? wide(body) : narrow(state.overview.part, body)
        var cursor = body.origin
        for (part, rect) in places {
            let place = draw(part, state, rect, &canvas)
            if part == state.overview.part { cursor = place }
        }
        return cursor
    }

    /// Everything at once.
    private static func wide(_ body: Rect) -> [(OverviewState.Part, Rect)] {
        let left = body.width * 3 / 5
        let right = body.width - left
        let top = min(14, max(10, body.height * 2 / 5 + 1))
        let queues = min(top, 11)
        let rest = body.height - top
        let middle = min(16, max(6, rest / 2))
        return [
            (.goals, Rect(x: 0, y: body.y, width: left, height: top)),
            (.queues, Rect(x: left, y: body.y, width: right, height: queues)),
            (.arrivals, Rect(x: 0, y: body.y + top, width: left, height: middle)),
            (.staff, Rect(x: left, y: body.y + queues, width: right, height: body.height - queues)),
            (.urgent, Rect(x: 0, y: body.y + top + middle, width: left, height: rest - middle)),
        ]
    }

    /// The part that has the keys, and the queues below.
    private static func narrow(_ part: OverviewState.Part, _ body: Rect) -> [(OverviewState.Part, Rect)] {
        let lower = min(8, body.height / 2)
        let upper = Rect(x: 0, y: body.y, width: body.width, height: body.height - lower)
        return [
            (part == .queues ? .goals : part, upper),
            (.queues, Rect(x: 0, y: body.maxY - lower, width: body.width, height: lower)),
        ]
    }

    private static func draw(
        _ part: OverviewState.Part, _ state: AppState, _ rect: Rect, _ canvas: inout Canvas
    ) -> Point {
        switch part {
        case .goals: GoalsView.draw(state, rect, &canvas)
        case .queues: QueuesView.draw(state, rect, &canvas)
        case .arrivals: ArrivalsView.draw(state, rect, &canvas)
        case .staff: StaffView.draw(state, rect, &canvas)
        case .urgent: UrgentView.draw(state, rect, &canvas)
        }
    }
}

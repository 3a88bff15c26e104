import SkrankeDomain
import SkrankeScreen

/// Counts with a symbol and a word, between where we are and who we are: seen from every field, and nothing
/// moves for them.
enum AlertsView {
    static func draw(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) {
        guard state.fault == nil, rect.width > 4 else { return }
        let alerts = state.alerts
        for isShort in [false, true] {
            let runs = runs(alerts, state, isShort: isShort)
            let width = runs.reduce(0) { $0 + TextWidth.of($1.text) }
            if width <= rect.width || isShort {
                canvas.runs(runs, at: rect.origin, width: rect.width)
                return
            }
        }
    }

    private static func runs(_ alerts: [Alert], _ state: AppState, isShort: Bool) -> [TextRun] {
        var runs: [TextRun] = []
        for alert in alerts {
            let symbol = alert.level == .over ? "!!" : alert.level == .soon ? "!" : "·"
            let word = state.texts.alert(alert.kind, alert.count, isShort: isShort)
            if !runs.isEmpty { runs.append(TextRun("  ", Style(.title))) }
            runs.append(TextRun("\(symbol) \(word)", Style(.title, bold: alert.level != .normal)))
        }
        return runs
    }
}

import SkrankeDomain
import SkrankeScreen

/// Counts with a symbol and a word, between where we are and who we are: seen from every field, and nothing
/// moves for them.
enum AlertsView {
    static func draw(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) {
        guard state.fault == nil, rect.width > 4 else { return }
        let alerts = state.alerts
        let whole = runs(alerts, state, isShort: false)
        if width(whole) <= rect.width {
            canvas.runs(whole, at: rect.origin, width: rect.width)
            return
        }
        // Short words; what has no room is the least pressing, for the most pressing comes first.
        var shown = alerts[...]
        while !shown.isEmpty, width(runs(Array(shown), state, isShort: true)) > rect.width {
            shown = shown.dropLast()
        }
        canvas.runs(runs(Array(shown), state, isShort: true), at: rect.origin, width: rect.width)
    }

    private static func width(_ runs: [TextRun]) -> Int { runs.reduce(0) { $0 + TextWidth.of($1.text) } }

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

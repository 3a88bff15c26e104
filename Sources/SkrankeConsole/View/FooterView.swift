import SkrankeDomain
import SkrankeScreen

/// The two rows at the bottom: what happened, or what is typed at a prompt; and the keys.
enum FooterView {
    /// Draws both. - Returns: the cursor, where a prompt has it.
    static func draw(_ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas) -> Point? {
        drawKeys(state, layout.keys, &canvas)
        if let prompt = state.prompt { return drawPrompt(prompt, state, layout, &canvas) }
        flash(state, layout, &canvas)
        return nil
    }

    static func flash(_ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas) {
        guard state.prompt == nil else { return }
        let row = layout.flash
        guard let flash = state.flash else {
            canvas.fill(row, Style(.text))
            return
        }
        let isError = flash.kind == .error
        let style = Style(isError ? .flashError : .flash)
        canvas.fill(row, style)
        let time = Phrases.clock(state.zone.wallTime(at: flash.at))
        var runs = [TextRun(row.width >= 80 ? time + " " : "", style)]
        runs.append(TextRun((isError ? "! " : "") + flash.text, style))
        if isError, state.overlay == nil { runs.append(TextRun("  Esc", style)) }
        canvas.runs(runs, at: Point(x: 1, y: row.y), width: row.width - 2)
    }

    private static func drawPrompt(
        _ prompt: Prompt, _ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas
    ) -> Point {
        let row = layout.flash
        canvas.fill(row, Style(.input))
        let lead = prompt.kind == .command ? ":" : state.texts.filterPrompt
        let used = canvas.text(lead, at: Point(x: 1, y: row.y), Style(.input, bold: true))
        var field = prompt.field
        field.resize(width: max(4, row.width - used - 2))
        let cursor = field.draw(on: &canvas, at: Point(x: 1 + used, y: row.y), Style(.input))
        if prompt.kind == .command { drawCompletions(prompt, state, layout, &canvas) }
        return cursor
    }

    /// The words that fit, on the key bar's row.
    private static func drawCompletions(
        _ prompt: Prompt, _ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas
    ) {
        let row = layout.keys
        canvas.fill(row, Style(.keyBar))
        var x = 1
        for (index, word) in state.completions.enumerated() {
            let isChosen = prompt.stem != nil && index == prompt.completion
            guard x + TextWidth.of(word) + 2 < row.width else {
                canvas.text(TextWidth.ellipsis, at: Point(x: x, y: row.y), Style(.keyBar))
                break
            }
            x += canvas.text(word, at: Point(x: x, y: row.y), Style(isChosen ? .selection : .keyBar)) + 2
        }
    }

    // MARK: Key bar

    /// What stands on the bar: as many as fit, and behind them always the ways to everything else.
    static func bar(_ state: AppState, width: Int) -> [(name: CommandName, hint: KeyHint)] {
        let context = state.keyContext
        let tail: [CommandName] =
            context == .editor
            ? [.overview, .help]
            : width >= 100 ? [.next, .menu, .command, .help] : [.next, .menu, .help]
        let ends = tail.compactMap { hint($0, state, context) }
        var shown = KeyBarOrder.names(state).compactMap { hint($0, state, context) }
        while !shown.isEmpty, columns(shown + ends) > width { shown.removeLast() }
        return shown + ends
    }

    private static func columns(_ hints: [(name: CommandName, hint: KeyHint)]) -> Int {
        hints.reduce(1) { $0 + TextWidth.of($1.hint.key) + TextWidth.of($1.hint.label) + 1 + KeyBar.gap }
    }

    private static func hint(
        _ name: CommandName, _ state: AppState, _ context: KeyContext
    ) -> (name: CommandName, hint: KeyHint)? {
        guard let command = CommandTable[name], let key = command.key(in: context) else { return nil }
        let isBack = name == .overview && context == .overview
        let label = isBack ? state.texts.toDesk : state.texts.command(name).label
        return (
            name, KeyHint(state.texts.key(key), label, isEnabled: command.disabledReason(state) == nil)
        )
    }

    private static func drawKeys(_ state: AppState, _ row: Rect, _ canvas: inout Canvas) {
        canvas.keyBar(bar(state, width: row.width).map(\.hint), at: row.origin, width: row.width)
    }
}

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

    /// The commands of the bar, most important first, by context (law 6). Always the same ones in a place, so
    /// that the bar stands still; what is not possible is dimmed.
    static func barNames(_ state: AppState) -> [CommandName] {
        switch state.keyContext {
        case .queue:
            switch state.lastQueue {
            case .chat: [.open, .claim, .reply, .transfer, .moveChannel, .receipt, .close, .next, .withdraw]
            case .callback: [.open, .claim, .callback, .reply, .receipt, .close, .next, .withdraw]
            case .visit: [.open, .claim, .appointment, .reply, .receipt, .close, .next, .withdraw]
            case .email: [.open, .claim, .reply, .transfer, .moveChannel, .receipt, .close, .next, .withdraw]
            }
        case .inquiry:
            [.reply, .claim, .note, .receipt, .transfer, .moveChannel, .close, .next, .topic, .withdraw]
        case .editor: [.send, .back, .sendFinal, .ask, .overview]
        case .overview: [.open, .overview, .next, .find, .presence]
        }
    }

    private static func drawKeys(_ state: AppState, _ row: Rect, _ canvas: inout Canvas) {
        canvas.fill(row, Style(.keyBar))
        let context = state.keyContext
        let tail: [CommandName] = context == .editor ? [.help] : [.menu, .command, .help]
        let ends = tail.compactMap { item($0, state, context) }
        let endWidth = ends.reduce(0) { $0 + $1.width + 2 }
        var x = row.x + 1
        let limit = row.maxX - endWidth
        for name in barNames(state) {
            guard let item = item(name, state, context), x + item.width < limit else { continue }
            x += draw(item, x, row.y, &canvas) + 2
        }
        for item in ends where x + item.width < row.maxX { x += draw(item, x, row.y, &canvas) + 2 }
    }

    private struct Item {
        var key: String
        var label: String
        var isPossible: Bool
        var width: Int { TextWidth.of(key) + 1 + TextWidth.of(label) }
    }

    private static func item(_ name: CommandName, _ state: AppState, _ context: KeyContext) -> Item? {
        guard let command = CommandTable[name], let key = command.key(in: context) else { return nil }
        return Item(
            key: state.texts.key(key), label: state.texts.command(name).label,
            isPossible: command.disabledReason(state) == nil)
    }

    private static func draw(_ item: Item, _ x: Int, _ y: Int, _ canvas: inout Canvas) -> Int {
        let keyStyle = Style(item.isPossible ? .keyBarKey : .disabled, bold: item.isPossible)
        var used = canvas.text(item.key, at: Point(x: x, y: y), keyStyle)
        used += canvas.text(" ", at: Point(x: x + used, y: y), Style(.keyBar))
        used += canvas.text(
            item.label, at: Point(x: x + used, y: y), Style(item.isPossible ? .keyBar : .disabled))
        return used
    }
}

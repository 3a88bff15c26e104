import SkrankeDomain
import SkrankeScreen

/// The Space menu: everything that can be done here, with keys, in groups; what can't, with the reason.
enum MenuView {
    static func draw(
        _ view: ListView<CommandName>, _ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas
    ) -> Point {
        let texts = state.texts
        let context = state.keyContext
        let commands = state.menuCommands
        let width = min(84, layout.body.width - 4)
        let area = OverlayView.frame(
            texts.menuTitle, width: width, height: min(commands.count, layout.body.height - 2),
            keys: texts.pickKeys, layout, &canvas)
        var view = view
        view.update(state.menuItems, height: max(1, area.height))
        var group: CommandGroup?
        for (row, line) in view.window(state.menuItems).enumerated() {
            guard case .item(let index) = state.menuItems.content(ofLine: line) else { continue }
            let command = commands[index]
            let place = Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
            draw(
                command, isSelected: command.name == view.selected, isFirst: command.group != group, context,
                state, place, &canvas)
            group = command.group
        }
        canvas.hidden(view, state.menuItems, in: area)
        return view.cursor(in: area, column: 10)
    }

    private static func draw(
        _ command: ConsoleCommand, isSelected: Bool, isFirst: Bool, _ context: KeyContext, _ state: AppState,
        _ place: Rect,
        _ canvas: inout Canvas
    ) {
        let texts = state.texts
        let words = texts.command(command.name)
        let reason = command.disabledReason(state)
        let style = Style(isSelected ? .selection : reason == nil ? .overlay : .disabled)
        canvas.fill(place, style)
        if isFirst {
            canvas.field(
                texts.group(command.group), at: place.origin, width: 9,
                isSelected ? style : Style(.overlayBorder))
        }
        let key = command.key(in: context).map { texts.key($0) } ?? ":"
        canvas.text(
            TextWidth.truncate(key, to: 10), at: Point(x: place.x + 10, y: place.y),
            isSelected ? style : Style(reason == nil ? .keyBarKey : .disabled, bold: true))
        canvas.field(words.label, at: Point(x: place.x + 21, y: place.y), width: 18, style)
        let detail = reason.map { texts.reason($0, state) } ?? words.help
        canvas.field(detail, at: Point(x: place.x + 40, y: place.y), width: max(0, place.width - 40), style)
    }
}

/// Text by the page: help, messages, figures.
enum PagesView {
    struct Line {
        var text: String
        var style = Style(.overlay)
        var key = ""
    }

    static func draw(
        _ lines: [Line], _ title: String, _ top: Int, _ state: AppState, _ layout: DeskLayout,
        _ canvas: inout Canvas
    ) -> Point {
        let width = min(100, layout.body.width - 4)
        let height = min(lines.count, layout.body.height - 2)
        let area = OverlayView.frame(
            title, width: width, height: max(1, height), keys: state.texts.scrollKeys, layout, &canvas)
        let first = min(top, max(0, lines.count - area.height))
        for row in 0..<area.height where first + row < lines.count {
            let line = lines[first + row]
            var x = area.x
            if !line.key.isEmpty {
                canvas.text(
                    TextWidth.truncate(line.key, to: 15), at: Point(x: x, y: area.y + row),
                    Style(.keyBarKey, bold: true))
                x += 16
            }
            canvas.field(line.text, at: Point(x: x, y: area.y + row), width: area.maxX - x, line.style)
        }
        let hidden = lines.count - first - area.height
        canvas.hiddenBelow(first, hidden, in: area)
        return area.origin
    }

    /// The key table by groups: a fold over the command table.
    static func help(_ state: AppState) -> [Line] {
        let texts = state.texts
        let width = min(100, state.size.width - 4)
        var lines = TextWrap.lines(texts.helpMoves, width: width).map { Line(text: $0) }
        lines += TextWrap.lines(texts.helpField, width: width).map { Line(text: $0) }
        lines += TextWrap.lines(texts.helpSigns, width: width).map { Line(text: $0) }
        lines.append(Line(text: ""))
        for group in CommandGroup.allCases {
            lines.append(Line(text: texts.group(group), style: Style(.overlayBorder, bold: true)))
            for command in CommandTable.all where command.group == group {
                let words = texts.command(command.name)
                let keys = command.bindings.map { texts.key($0.key) }.joined(separator: ", ")
                lines.append(
                    Line(text: "\(words.label): \(words.help)", key: keys.isEmpty ? ":\(words.word)" : keys))
            }
            lines.append(Line(text: ""))
        }
        return lines
    }

    /// Newest first.
    static func log(_ state: AppState) -> [Line] {
        if state.flashes.isEmpty { return [Line(text: state.texts.logEmpty)] }
        return state.flashes.reversed().map { flash in
            let time = Phrases.clock(state.zone.wallTime(at: flash.at))
            return Line(
                text: "\(time) \(flash.text)", style: Style(flash.kind == .error ? .statusBroken : .overlay))
        }
    }

    static func debug(_ state: AppState) -> [Line] { state.texts.debugLines(state).map { Line(text: $0) } }
}

import SkrankeDomain
import SkrankeScreen

/// What lies over the panes, centred, with its keys in its lower frame.
enum OverlayView {
    /// - Returns: the cursor: on the default choice, or in the field (law 9).
    static func draw(_ overlay: Overlay, _ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas)
        -> Point
    {
        switch overlay {
        case .picker(let picker): PickerView.draw(picker, state, layout, &canvas)
        case .form(let form): FormView.draw(form, state, layout, &canvas)
        case .receipt(let card): ReceiptView.draw(card, state, layout, &canvas)
        case .find(let card): FindView.draw(card, state, layout, &canvas)
        case .history(let view): FindView.drawHistory(view, state, layout, &canvas)
        case .confirm(let card): ConfirmView.draw(card, state, layout, &canvas)
        case .menu(let view): MenuView.draw(view, state, layout, &canvas)
        case .help(let top):
            PagesView.draw(PagesView.help(state), state.texts.helpTitle, top, state, layout, &canvas)
        case .log(let top):
            PagesView.draw(PagesView.log(state), state.texts.logTitle, top, state, layout, &canvas)
        case .directory(let card): DirectoryView.draw(card, state, layout, &canvas)
        case .spoken(let title, let words): SpokenView.draw(title, words, state, layout, &canvas)
        case .debug: PagesView.draw(PagesView.debug(state), state.texts.debugTitle, 0, state, layout, &canvas)
        case .behind(let card): BehindView.draw(card, state, layout, &canvas)
        case .staffing(let top):
            PagesView.draw(StaffingTable.lines(state), state.texts.staffingTitle, top, state, layout, &canvas)
        }
    }

    /// A frame in the middle of the panes, as large as asked for and as there is room.
    /// - Returns: what it encloses, with a column of air on each side.
    static func frame(
        _ title: String, width: Int, height: Int, keys: String, _ layout: DeskLayout, _ canvas: inout Canvas
    ) -> Rect {
        let body = layout.body
        let size = Size(width: min(width + 4, body.width), height: min(height + 2, body.height))
        let rect = Rect(
            x: body.x + (body.width - size.width) / 2, y: body.y + (body.height - size.height) / 2,
            width: size.width,
            height: size.height)
        let inner = canvas.box(Box.overlay(title), in: rect, fill: Style(.overlay))
        let shown = TextWidth.truncate(" \(keys) ", to: max(0, rect.width - 4))
        canvas.text(shown, at: Point(x: rect.x + 2, y: rect.maxY - 1), Style(.overlayBorder))
        return Rect(x: inner.x + 1, y: inner.y, width: max(0, inner.width - 2), height: inner.height)
    }
}

/// Answers to a question.
enum PickerView {
    static func draw(_ picker: Picker, _ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas)
        -> Point
    {
        let texts = state.texts
        let shown = picker.shown
        let isSearched = picker.query != nil
        let rows = isSearched ? min(12, picker.options.count) : picker.options.count
        let width = columns(picker, state)
        let most = max(1, layout.body.height - 4 - rows)
        let intro = self.intro(picker, width: min(width, layout.body.width - 4), most: most)
        let height = intro.count + (isSearched ? 1 : 0) + 1 + max(1, rows)
        let hasLetters = picker.options.contains { $0.letter != nil }
        let keys = isSearched ? texts.searchKeys : hasLetters ? texts.pickKeys : texts.arrowKeys
        let area = OverlayView.frame(picker.title, width: width, height: height, keys: keys, layout, &canvas)
        var y = area.y
        for line in intro where y < area.maxY {
            canvas.field(line, at: Point(x: area.x, y: y), width: area.width, Style(.overlay))
            y += 1
        }
        var cursor = Point(x: area.x, y: y)
        if var query = picker.query {
            query.resize(width: max(4, area.width))
            cursor = query.draw(on: &canvas, at: Point(x: area.x, y: y), Style(.input))
            y += 1
        }
        y += 1
        if shown.isEmpty {
            canvas.field(texts.nothingFits, at: Point(x: area.x, y: y), width: area.width, Style(.disabled))
        }
        let list = Rect(x: area.x, y: y, width: area.width, height: max(0, area.maxY - y))
        let place = drawOptions(picker, shown, state, list, &canvas)
        return isSearched ? cursor : place
    }

    /// The question, wrapped; never so long that the answers have no room.
    private static func intro(_ picker: Picker, width: Int, most: Int) -> [String] {
        let lines = picker.intro.flatMap { TextWrap.lines($0, width: width) }
        guard lines.count > most else { return lines }
        // Of a long message the beginning and the end.
        return Array(lines.prefix(most / 2)) + [TextWidth.ellipsis]
            + lines.suffix(max(0, most - most / 2 - 1))
    }

    /// As wide as the widest answer with what stands behind it.
    private static func columns(_ picker: Picker, _ state: AppState) -> Int {
        let options = picker.options.map { option in
            let note = option.disabled.map { state.texts.reason($0, state) } ?? option.detail
            return TextWidth.of(option.label) + TextWidth.of(note) + 8
        }
        let lines = picker.intro.map { TextWidth.of($0) } + [TextWidth.of(picker.title) + 4]
        return max(46, min(76, (options + lines).max() ?? 0))
    }

    private static func drawOptions(
        _ picker: Picker, _ shown: [Picker.Option], _ state: AppState, _ area: Rect, _ canvas: inout Canvas
    ) -> Point {
        var view = picker.view
        view.update(picker.items, height: max(1, area.height))
        for (row, line) in view.window(picker.items).enumerated() {
            guard case .item(let index) = picker.items.content(ofLine: line), shown.indices.contains(index)
            else { continue }
            let option = shown[index]
            let y = area.y + row
            let isSelected = !picker.isUnchosen && option.value == view.selected
            let style = Style(option.disabled != nil ? .disabled : isSelected ? .selection : .overlay)
            canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style)
            let letter = option.letter.map { String(Character($0)) } ?? (isSelected ? ">" : " ")
            canvas.text(
                letter, at: Point(x: area.x + 1, y: y),
                isSelected ? style : Style(option.disabled == nil ? .keyBarKey : .disabled, bold: true))
            let note = option.disabled.map { state.texts.reason($0, state) } ?? option.detail
            var runs = [TextRun(option.label, style)]
            if !note.isEmpty {
                runs.append(
                    TextRun(
                        "  \(note)", isSelected ? style : Style(option.disabled == nil ? .overlay : .disabled)
                    ))
            }
            canvas.runs(runs, at: Point(x: area.x + 4, y: y), width: max(0, area.width - 5))
        }
        if area.height > 0 { canvas.hidden(view, picker.items, in: area) }
        return view.cursor(in: area, column: 4)
    }
}

/// Typing the number.
enum ConfirmView {
    static func draw(_ card: ConfirmCard, _ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas)
        -> Point
    {
        let texts = state.texts
        let width = min(70, layout.body.width - 4)
        let lines = TextWrap.lines(texts.confirmText(card.deed), width: width)
        let area = OverlayView.frame(
            texts.confirmTitle(card.deed, card.reference), width: width, height: lines.count + 4,
            keys: texts.cancel + ": Esc",
            layout, &canvas)
        for (row, line) in lines.enumerated() {
            canvas.text(line, at: Point(x: area.x, y: area.y + row), Style(.statusBroken))
        }
        canvas.text(
            texts.confirmAsk(card.reference), at: Point(x: area.x, y: area.y + lines.count + 1),
            Style(.overlay))
        var field = card.field
        field.resize(width: max(4, min(20, area.width)))
        return field.draw(on: &canvas, at: Point(x: area.x, y: area.y + lines.count + 2), Style(.input))
    }
}

import SkrankeDomain
import SkrankeScreen

/// A form: labels on the left, fields on the right.
enum FormView {
    static func draw(_ form: Form, _ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas) -> Point {
        let texts = state.texts
        let labelWidth = min(22, (form.fields.map { TextWidth.of($0.label) }.max() ?? 8) + 2)
        let width = min(76, layout.body.width - 4)
        let intro = form.intro.flatMap { TextWrap.lines($0, width: width) }
        let rows = form.fields.reduce(0) { $0 + height($1) }
        let area = OverlayView.frame(
            form.title, width: width, height: intro.count + rows + 3, keys: texts.formKeys, layout, &canvas)
        var y = area.y
        for line in intro {
            canvas.field(line, at: Point(x: area.x, y: y), width: area.width, Style(.overlay))
            y += 1
        }
        y += 1
        var cursor = Point(x: area.x, y: y)
        let first = firstField(form, room: area.maxY - y - 1)
        for (index, field) in form.fields.enumerated() where index >= first {
            let isFocused = index == form.focus
            canvas.field(
                field.label, at: Point(x: area.x, y: y), width: labelWidth - 1,
                Style(isFocused ? .overlayBorder : .overlay, bold: isFocused))
            let rect = Rect(
                x: area.x + labelWidth, y: y, width: max(4, area.width - labelWidth), height: height(field))
            let place = draw(field.content, isFocused, state, rect, &canvas)
            if isFocused { cursor = place }
            y += rect.height
            if y >= area.maxY - 1 { break }
        }
        if let fault = form.fault {
            canvas.field(
                "! " + fault, at: Point(x: area.x, y: area.maxY - 1), width: area.width, Style(.statusBroken))
        }
        return cursor
    }

    private static func height(_ field: Form.Field) -> Int {
        if case .text(let editor) = field.content { return editor.size.height + 1 }
        return 1
    }

    /// Fields above are scrolled away where the screen is too low for all.
    private static func firstField(_ form: Form, room: Int) -> Int {
        var first = 0
        while first < form.focus, form.fields[first...form.focus].reduce(0, { $0 + height($1) }) > room {
            first += 1
        }
        return first
    }

    private static func draw(
        _ content: Form.Content, _ isFocused: Bool, _ state: AppState, _ rect: Rect, _ canvas: inout Canvas
    ) -> Point {
        switch content {
        case .line(var editor):
            editor.resize(width: rect.width)
            return editor.draw(on: &canvas, at: rect.origin, Style(.input))
        case .text(var editor):
            let area = Rect(x: rect.x, y: rect.y, width: rect.width, height: rect.height - 1)
            editor.resize(area.size)
            return editor.draw(on: &canvas, in: area, Style(.input))
        case .choice(let options, let index):
            var x = rect.x
            var cursor = rect.origin
            for (number, option) in options.enumerated() {
                let isChosen = number == index
                if isChosen { cursor = Point(x: x, y: rect.y) }
                x +=
                    canvas.text(
                        isChosen ? "[\(option)]" : " \(option) ", at: Point(x: x, y: rect.y),
                        Style(isChosen && isFocused ? .selection : .overlay)) + 1
            }
            return cursor
        case .topic(var editor, let matches, let index):
            let half = rect.width / 2
            editor.resize(width: half)
            let cursor = editor.draw(on: &canvas, at: rect.origin, Style(.input))
            let name =
                matches.indices.contains(index)
                ? state.naming.topic(matches[index]) : editor.isEmpty ? "" : state.texts.topicNone
            let more = matches.count > 1 ? " (\(index + 1)/\(matches.count))" : ""
            canvas.field(
                name.isEmpty ? "" : "= \(name)\(more)", at: Point(x: rect.x + half + 1, y: rect.y),
                width: max(0, rect.width - half - 1), Style(.overlay))
            return cursor
        }
    }
}

/// The receipt: date and words.
enum ReceiptView {
    static func draw(_ card: ReceiptCard, _ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas)
        -> Point
    {
        let texts = state.texts
        let width = min(74, layout.body.width - 4)
        let words = TextWrap.lines(state.receiptText(card), width: width - 2)
        let number = state.head(card.inquiry)?.reference.short ?? ""
        let extra = card.changesPromise ? 3 : 0
        let area = OverlayView.frame(
            texts.receiptTitle(number), width: width, height: words.count + 6 + extra,
            keys: texts.receiptKeys, layout, &canvas)
        let date = Phrases(state.language).dateAndTime(state.zone.wallTime(at: card.expectedAt))
        let kind =
            card.promised == card.expectedAt
            ? texts.receiptPromised
            : card.expectedAt == card.proposed ? texts.receiptProposed : texts.receiptOther
        canvas.field(texts.receiptDate, at: area.origin, width: area.width, Style(.overlay))
        var cursor = Point(x: area.x + 1, y: area.y + 1)
        canvas.runs(
            [TextRun("> \(date)", Style(.selection)), TextRun("  (\(kind))", Style(.overlay))],
            at: Point(x: area.x - 1 + 1, y: area.y + 1),
            width: area.width)
        cursor.x = area.x + 2
        var y = area.y + 3
        if card.changesPromise {
            canvas.field(
                texts.receiptReason, at: Point(x: area.x, y: y), width: area.width,
                Style(card.fault == nil ? .overlay : .statusBroken))
            var field = card.reason
            field.resize(width: area.width)
            cursor = field.draw(on: &canvas, at: Point(x: area.x, y: y + 1), Style(.input))
            y += 3
        }
        canvas.field(
            texts.receiptReadOut, at: Point(x: area.x, y: y), width: area.width, Style(.overlay, bold: true))
        for (row, line) in words.enumerated() where y + 1 + row < area.maxY {
            canvas.text(line, at: Point(x: area.x + 2, y: y + 1 + row), Style(.overlay))
        }
        return cursor
    }
}

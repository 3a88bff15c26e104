import SkrankeDomain
import SkrankeScreen

/// The directory: the field, who was found with a word on each, and all about the selected one below.
enum DirectoryView {
    private static let detailRows = 8

    static func draw(
        _ card: DirectoryCard, _ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas
    ) -> Point {
        let texts = state.texts
        let rows = max(3, min(10, layout.body.height - detailRows - 5))
        let area = OverlayView.frame(
            texts.directoryTitle, width: min(96, layout.body.width - 4), height: rows + detailRows + 3,
            keys: texts.directoryKeys, layout, &canvas)
        var field = card.field
        field.resize(width: max(4, area.width))
        let cursor = field.draw(on: &canvas, at: area.origin, Style(.input))
        var view = card.view
        let list = Rect(x: area.x, y: area.y + 1, width: area.width, height: rows)
        view.update(card.items, height: rows)
        if card.found.isEmpty {
            canvas.field(
                texts.nothingFits, at: list.origin, width: list.width, Style(.disabled))
        }
        for (row, line) in view.window(card.items).enumerated() {
            guard case .item(let index) = card.items.content(ofLine: line),
                let entry = state.policy.directory[card.found[index]]
            else { continue }
            let place = Rect(x: list.x, y: list.y + row, width: list.width, height: 1)
            self.row(entry, entry.id == card.selected, state, place, &canvas)
        }
        canvas.hidden(view, card.items, in: list)
        let below = Rect(
            x: area.x, y: list.maxY + 1, width: area.width, height: max(0, area.maxY - list.maxY - 1))
        if let id = card.selected, let entry = state.policy.directory[id] {
            detail(entry, card, state, below, &canvas)
        }
        return cursor
    }

    /// Name, unit, and whether he can be had: a sign, a word, when he is back.
    private static func row(
        _ entry: StaffEntry, _ isSelected: Bool, _ state: AppState, _ place: Rect, _ canvas: inout Canvas
    ) {
        let status = state.status(of: entry.id)
        let style = Style(isSelected ? .selection : .overlay)
        canvas.fill(place, style)
        canvas.text(isSelected ? ">" : " ", at: place.origin, style)
        let role: Role = status.takesCalls ? .statusOK : .statusSoon
        let word = state.texts.staffStatus(status, state)
        let nameWidth = max(12, place.width * 3 / 10)
        canvas.field(entry.name, at: Point(x: place.x + 2, y: place.y), width: nameWidth - 1, style)
        let wordWidth = min(TextWidth.of(word), max(14, place.width / 2))
        let unitWidth = max(0, place.width - 2 - nameWidth - wordWidth - 1)
        canvas.field(
            state.naming.unit(entry.unit), at: Point(x: place.x + 2 + nameWidth, y: place.y),
            width: unitWidth, style)
        canvas.field(
            word, at: Point(x: place.maxX - wordWidth, y: place.y), width: wordWidth,
            isSelected ? style : Style(role))
    }

    private static func detail(
        _ entry: StaffEntry, _ card: DirectoryCard, _ state: AppState, _ area: Rect, _ canvas: inout Canvas
    ) {
        let texts = state.texts
        let status = state.status(of: entry.id)
        var lines: [(String, Style)] = [
            (texts.directoryWho(entry, state), Style(.citizen, bold: true)),
            (
                texts.staffSentence(status, entry, state),
                Style(status.takesCalls ? .statusOK : .statusSoon, bold: true)
            ),
            (texts.directoryDeputy(status, state), Style(.overlay)),
        ]
        lines += texts.directoryNumbers(entry).map { ($0, Style(.overlay)) }
        lines += [
            (texts.directoryTopics(entry, state), Style(.overlay))
        ]
        if let words = state.absences[entry.id].flatMap({
            $0.absence.isActive(at: state.now) ? $0.words : nil
        }) {
            lines.insert((texts.directoryWords(words), Style(.overlay)), at: 2)
        }
        if let id = card.inquiry, let head = state.head(id) {
            lines.append((texts.directoryFor(head.reference.short), Style(.secondary)))
        }
        for (row, line) in lines.filter({ !$0.0.isEmpty }).prefix(area.height).enumerated() {
            canvas.field(line.0, at: Point(x: area.x, y: area.y + row), width: area.width, line.1)
        }
    }
}

/// Words to be read out.
enum SpokenView {
    static func draw(
        _ title: String, _ words: String, _ state: AppState, _ layout: DeskLayout, _ canvas: inout Canvas
    ) -> Point {
        let texts = state.texts
        let width = min(72, layout.body.width - 4)
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            TextWrap.lines(String($0), width: width)
        }
        let area = OverlayView.frame(
            title, width: width, height: lines.count + 2, keys: texts.closeKey, layout, &canvas)
        canvas.text(texts.receiptReadOut, at: area.origin, Style(.overlay, bold: true))
        for (row, line) in lines.prefix(max(0, area.height - 2)).enumerated() {
            canvas.text(line, at: Point(x: area.x, y: area.y + 2 + row), Style(.overlay))
        }
        return Point(x: area.x, y: area.y + 2)
    }
}

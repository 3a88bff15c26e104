import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// The open inquiry: its frame tells the promise, its timeline the story.
enum InquiryView {
    static func draw(
        _ state: AppState, _ layout: DeskLayout, _ rect: Rect, _ canvas: inout Canvas
    ) -> Point {
        let isFocused = state.focus == .inquiry && state.screen == .desk
        guard let tab = state.currentTab else { return drawNothing(state, rect, isFocused, &canvas) }
        let head = state.head(tab.id)
        let texts = state.texts
        var titles = ["5 \(texts.inquiryWord)"]
        var statuses: [String] = []
        if let head {
            titles = ["5 \(texts.inquiryWord) \(head.reference.short)", "5 \(head.reference.short)"]
            statuses = texts.inquiryStatus(
                head, owner: head.owner.map(state.naming.short), due: due(head, state))
        }
        var box = Box.pane("", focused: isFocused, statuses: statuses)
        box.titles = titles
        canvas.box(box, in: rect)
        let area = layout.story ?? DeskLayout.storyArea(rect)
        if let row = layout.person { CitizenView.drawPerson(tab, state, row, &canvas) }
        if tab.isMissing || !state.mayRead {
            canvas.text(
                tab.isMissing ? texts.missingFile : texts.reason(.mayNotRead, state), at: area.origin,
                Style(.text))
            return area.origin
        }
        guard tab.file != nil else {
            canvas.text(texts.loadingRows, at: area.origin, Style(.secondary))
            return area.origin
        }
        drawStory(tab, state, area, &canvas)
        drawSigns(tab.id, state, rect, &canvas)
        return cursor(tab, area)
    }

    /// «svar 17 t», with its sign.
    static func due(_ head: InquiryHead, _ state: AppState) -> String? {
        guard let due = head.due, let kind = head.dueKind, head.state.isOpen else { return nil }
        let urgency = head.urgency(at: state.now)
        let span = due - state.now
        let phrases = Phrases(state.language)
        let left =
            span < .zero
            ? "-" + phrases.age(state.now - due)
            : span < .hours(1) ? Phrases.stopwatch(span) : phrases.age(span)
        return state.texts.dueLine(kind, left, mark: urgency == .over ? " !!" : urgency == .soon ? " !" : "")
    }

    private static func drawNothing(
        _ state: AppState, _ rect: Rect, _ isFocused: Bool, _ canvas: inout Canvas
    ) -> Point {
        canvas.box(Box.pane("5 \(state.texts.inquiryWord)", focused: isFocused), in: rect)
        let area = DeskLayout.storyArea(rect)
        let next = (try? state.nextInLine())?.reference.short
        let isEmpty = state.board.openCount == 0
        let lines = [state.texts.nothingOpenTitle] + state.texts.nothingOpen(next: next, isEmpty: isEmpty)
        let first = area.y + max(0, (area.height - lines.count) / 3)
        let width = lines.map { TextWidth.of($0) }.max() ?? 0
        let x = area.x + max(0, (area.width - width) / 2)
        for (row, line) in lines.enumerated() where first + row < area.maxY {
            canvas.field(
                line, at: Point(x: x, y: first + row), width: area.maxX - x,
                Style(row == 0 ? .text : .secondary))
        }
        return Point(x: x, y: first)
    }

    // MARK: Timeline

    private static func drawStory(_ tab: OpenInquiry, _ state: AppState, _ area: Rect, _ canvas: inout Canvas)
    {
        let timeline = tab.timeline
        let top = timeline.top(tab.anchor, height: area.height)
        for row in 0..<area.height where top + row < timeline.lines.count {
            let line = timeline.lines[top + row]
            let y = area.y + row
            if line.isRule {
                canvas.rule(
                    at: Point(x: area.x, y: y), width: area.width, label: state.texts.newMessages,
                    Style(.mark))
            } else if let index = line.entry {
                draw(
                    timeline.entries[index], line, timeline.indent, state,
                    Rect(x: area.x, y: y, width: area.width, height: 1), &canvas)
            }
        }
        let below = timeline.lines.count - top - area.height
        canvas.hidden(above: top, below: below, in: area, Style(.secondary))
    }

    private static func draw(
        _ entry: Timeline.Entry, _ line: Timeline.Line, _ indent: Int, _ state: AppState, _ place: Rect,
        _ canvas: inout Canvas
    ) {
        let style = style(entry.kind)
        if line.row == 0 {
            let wall = state.zone.wallTime(at: entry.at)
            let isToday = wall.date == state.zone.date(at: state.now)
            let time = isToday ? wall.time.iso : Phrases(state.language).numericDay(wall.date)
            canvas.field(time, at: place.origin, width: Timeline.timeWidth - 1, Style(.secondary))
            canvas.field(
                author(entry, state, indent), at: Point(x: place.x + Timeline.timeWidth, y: place.y),
                width: indent - Timeline.timeWidth - 1, style)
        }
        let text = Point(x: place.x + indent, y: place.y)
        if line.isNote {
            canvas.text("[\(note(entry, state))]", at: text, Style(.heldText, bold: true))
        } else {
            canvas.text(line.text, at: text, style)
        }
    }

    /// A note is told by its word, not by its look alone (law 9, lessons 12).
    private static func author(_ entry: Timeline.Entry, _ state: AppState, _ indent: Int) -> String {
        switch entry.kind {
        case .note: state.texts.noteWord
        case .citizen where indent < 18: state.texts.citizenShort
        default: entry.author
        }
    }

    /// What stands under held and withdrawn text.
    private static func note(_ entry: Timeline.Entry, _ state: AppState) -> String {
        switch entry.kind {
        case .held(let until): state.texts.sendsIn(max(0, (until - state.now).milliseconds + 999) / 1_000)
        case .withdrawn: state.texts.withdrawnMark
        default: ""
        }
    }

    private static func style(_ kind: Timeline.Entry.Kind) -> Style {
        switch kind {
        case .citizen: Style(.citizen)
        case .agent: Style(.agent)
        case .system, .event: Style(.system)
        case .note: Style(.internalNote)
        case .broken: Style(.statusBroken)
        case .erased, .withdrawn: Style(.secondary)
        case .held: Style(.heldText)
        }
    }

    /// Who writes and who looks, in the lower frame: signs of at most five seconds.
    private static func drawSigns(_ id: InquiryID, _ state: AppState, _ rect: Rect, _ canvas: inout Canvas) {
        guard let text = state.sign(of: id) else { return }
        let shown = TextWidth.truncate(" \(text) ", to: max(0, rect.width - 20))
        canvas.text(shown, at: Point(x: rect.x + 8, y: rect.maxY - 1), Style(.mark))
    }

    /// On the last words in sight (law 9).
    private static func cursor(_ tab: OpenInquiry, _ area: Rect) -> Point {
        let timeline = tab.timeline
        let top = timeline.top(tab.anchor, height: area.height)
        let last = min(timeline.lines.count, top + area.height) - 1
        if tab.anchor == .news, let words = timeline.unanswered?.upperBound,
            let line = timeline.lines.firstIndex(where: { $0.entry == words }), (top...max(top, last)) ~= line
        {
            return Point(x: area.x, y: area.y + line - top)
        }
        if tab.anchor == .end || tab.anchor == .news, last >= top {
            var line = last
            while line > top, timeline.lines[line].row > 0 || timeline.lines[line].entry == nil { line -= 1 }
            return Point(x: area.x, y: area.y + line - top)
        }
        return area.origin
    }
}

extension AppState {
    func sign(of id: InquiryID) -> String? {
        for sign in signs.reversed() where sign.ephemeral.inquiry == id && sign.until > uptime {
            switch (sign.ephemeral.kind, sign.ephemeral.who) {
            case (.typing, .citizen): return texts.citizenTypes
            case (.typing, .agent(let agent)): return texts.colleagueTypes(naming.short(agent))
            case (.looking, .agent(let agent)): return texts.colleagueLooks(naming.short(agent))
            case (.looking, .citizen): continue
            }
        }
        let limit = now - .seconds(Limits.leaseSeconds)
        let looking = sessions.first { $0.looksAt == id && $0.agent != agent && $0.seen >= limit }
        return looking.map { texts.colleagueLooks(naming.short($0.agent)) }
    }
}

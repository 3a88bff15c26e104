import SkrankeDomain
import SkrankeScreen

/// Who the citizen is, what he was promised, where he may be moved to.
enum CitizenView {
    static func draw(_ state: AppState, _ rect: Rect, _ canvas: inout Canvas) {
        let texts = state.texts
        let box = Box.pane(texts.citizenWord, focused: false, statuses: [texts.citizenStripKey, "i"])
        canvas.box(box, in: rect)
        let area = DeskLayout.storyArea(rect)
        guard state.mayRead, let tab = state.currentTab, let file = tab.file else { return }
        for (row, line) in lines(tab, file.head, state).prefix(area.height).enumerated() {
            canvas.runs(line, at: Point(x: area.x, y: area.y + row), width: area.width)
        }
    }

    private static func lines(_ tab: OpenInquiry, _ head: InquiryHead, _ state: AppState) -> [[TextRun]] {
        let texts = state.texts
        let contact = tab.file?.contact
        let gap = TextRun("   ", Style(.text))
        var who = [
            TextRun(contact?.name ?? head.name ?? texts.notIdentified, Style(.citizen, bold: true)), gap,
        ]
        if contact?.isProtected == true {
            who += [TextRun(texts.protected, Style(.statusBroken, bold: true)), gap]
        } else {
            for way in [contact?.phone, contact?.email] {
                if let way { who += [TextRun(way, Style(.text)), gap] }
            }
        }
        who.append(TextRun(texts.speaks(head.language), Style(.secondary)))
        let promised = head.promisedAt.map {
            Phrases(state.language).dateAndTime(state.zone.wallTime(at: $0))
        }
        let topic = [
            TextRun(texts.topicLine(head.topic.map { state.naming.topic($0) }), Style(.text)), gap,
            TextRun(texts.historyLine(tab.history?.count), Style(.secondary)),
        ]
        let channels = ChannelMove.targets(from: head.channel).map { texts.channel($0).lowercased() }.joined(
            separator: ", ")
        return [
            who, [TextRun(texts.promises(promised), Style(promised == nil ? .statusSoon : .text))], topic,
            [TextRun(texts.mayMoveTo(channels), Style(.secondary))],
        ]
    }
}

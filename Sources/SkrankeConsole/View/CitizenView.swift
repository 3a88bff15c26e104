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

    /// Who it is and how he is reached, on one row: what a caller needs before all else.
    static func drawPerson(_ tab: OpenInquiry, _ state: AppState, _ row: Rect, _ canvas: inout Canvas) {
        guard state.mayRead, let head = tab.file?.head else { return }
        var runs = who(tab, head, state)
        if let topic = head.topic { runs.append(TextRun(state.naming.topic(topic), Style(.secondary))) }
        canvas.runs(runs, at: row.origin, width: row.width)
    }

    /// Name, telephone number, address.
    private static func who(_ tab: OpenInquiry, _ head: InquiryHead, _ state: AppState) -> [TextRun] {
        let texts = state.texts
        let contact = tab.file?.contact
        let gap = TextRun("   ", Style(.text))
        let isCalled = head.channel == .callback || head.channel == .phone
        let unknown = isCalled ? texts.unknownCitizen : texts.notIdentified
        var who = [TextRun(contact?.name ?? head.name ?? unknown, Style(.citizen, bold: true)), gap]
        if contact?.isProtected == true {
            return who + [TextRun(texts.protected, Style(.statusBroken, bold: true)), gap]
        }
        if let phone = contact?.phone {
            who += [TextRun(phone, Style(.text, bold: isCalled)), gap]
        } else if isCalled {
            who += [TextRun(texts.noPhone, Style(.statusSoon)), gap]
        }
        if let email = contact?.email { who += [TextRun(email, Style(.text)), gap] }
        return who
    }

    private static func lines(_ tab: OpenInquiry, _ head: InquiryHead, _ state: AppState) -> [[TextRun]] {
        let texts = state.texts
        let gap = TextRun("   ", Style(.text))
        let who = who(tab, head, state) + [TextRun(texts.speaks(head.language), Style(.secondary))]
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

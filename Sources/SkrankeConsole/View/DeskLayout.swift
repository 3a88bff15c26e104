import SkrankeDomain
import SkrankeScreen

/// Where everything stands on the desk's screen: a function of size, focus and zoom (craft §4.3).
struct DeskLayout: Equatable, Sendable {
    enum Mode: Equatable, Sendable {
        /// Four queues on the left, the open inquiry on the right.
        case full
        /// The focused queue unfolded, the others one line each.
        case accordion
        /// One pane at a time under a line of tabs.
        case single
        /// One sentence.
        case tooSmall
    }
    static let smallest = Size(width: 60, height: 18)

    var mode: Mode
    var header = Rect(x: 0, y: 0, width: 0, height: 0)
    var health: Rect?
    var tabs: Rect?
    var queues: [(pane: QueuePane, rect: Rect)] = []
    var folded: [(pane: QueuePane, rect: Rect)] = []
    var inquiry: Rect?
    var citizen: Rect?
    /// One row on top of the story that tells who it is, where no pane does.
    var person: Rect?
    var reply: Rect?
    var flash = Rect(x: 0, y: 0, width: 0, height: 0)
    var keys = Rect(x: 0, y: 0, width: 0, height: 0)
    var body = Rect(x: 0, y: 0, width: 0, height: 0)

    init(_ state: AppState) {
        let size = state.size
        mode = DeskLayout.mode(size)
        guard mode != .tooSmall else { return }
        let width = size.width
        header = Rect(x: 0, y: 0, width: width, height: 1)
        let second = Rect(x: 0, y: 1, width: width, height: 1)
        if mode == .single { tabs = second } else { health = second }
        body = Rect(x: 0, y: 2, width: width, height: size.height - 4)
        flash = Rect(x: 0, y: size.height - 2, width: width, height: 1)
        keys = Rect(x: 0, y: size.height - 1, width: width, height: 1)
        if state.isZoomed || mode == .single {
            one(state.focus, hasInquiry: state.current != nil)
        } else if mode == .full {
            four(hasInquiry: state.current != nil)
        } else {
            unfold(state.lastQueue, hasInquiry: state.current != nil)
        }
        if citizen == nil, state.current != nil, let box = inquiry {
            let area = DeskLayout.storyArea(box)
            if area.height >= 4 { person = Rect(x: area.x, y: area.y, width: area.width, height: 1) }
        }
    }

    /// The rows of the timeline.
    var story: Rect? {
        inquiry.map { box in
            let area = DeskLayout.storyArea(box)
            guard let person else { return area }
            return Rect(
                x: area.x, y: person.maxY, width: area.width, height: max(1, area.height - person.height))
        }
    }

    static func mode(_ size: Size) -> Mode {
        if size.width < smallest.width || size.height < smallest.height { return .tooSmall }
        if size.width >= 100, size.height >= 28 { return .full }
        if size.width >= 80, size.height >= 24 { return .accordion }
        return .single
    }

    private mutating func four(hasInquiry: Bool) {
        let left = body.width * 2 / 5
        let bases = [9, 8, 7, 8]
        var heights = bases.map { max(4, $0 * body.height / 32) }
        var spare = body.height - heights.reduce(0, +)
        var index = 0
        while spare > 0 {
            heights[index % 4] += 1
            spare -= 1
            index += 1
        }
        var y = body.y
        for (pane, height) in zip(QueuePane.allCases, heights) {
            queues.append((pane, Rect(x: 0, y: y, width: left, height: height)))
            y += height
        }
        right(x: left, hasInquiry: hasInquiry, withCitizen: true)
    }

    private mutating func unfold(_ open: QueuePane, hasInquiry: Bool) {
        let left = body.width * 3 / 8
        var y = body.y
        for pane in QueuePane.allCases where pane != open {
            folded.append((pane, Rect(x: 0, y: y, width: left, height: 1)))
            y += 1
        }
        queues.append((open, Rect(x: 0, y: y, width: left, height: body.maxY - y)))
        right(x: left, hasInquiry: hasInquiry, withCitizen: false)
    }

    private mutating func right(x: Int, hasInquiry: Bool, withCitizen: Bool) {
        let column = Rect(x: x, y: body.y, width: body.width - x, height: body.height)
        guard hasInquiry else {
            inquiry = column
            return
        }
        let writing = withCitizen ? min(14, max(6, 6 + (body.height - 26) / 3)) : 7
        let person = withCitizen ? min(8, max(4, 4 + (body.height - 26) / 2)) : 0
        let story = body.height - writing - person
        inquiry = Rect(x: x, y: column.y, width: column.width, height: story)
        if person > 0 { citizen = Rect(x: x, y: column.y + story, width: column.width, height: person) }
        reply = Rect(x: x, y: column.maxY - writing, width: column.width, height: writing)
    }

    private mutating func one(_ focus: Focus, hasInquiry: Bool) {
        switch focus {
        case .queue(let pane): queues.append((pane, body))
        case .inquiry: inquiry = body
        case .editor:
            let writing = min(12, max(7, body.height / 3))
            inquiry = Rect(x: body.x, y: body.y, width: body.width, height: body.height - writing)
            reply = Rect(x: body.x, y: body.maxY - writing, width: body.width, height: writing)
        }
    }

    static func == (a: DeskLayout, b: DeskLayout) -> Bool {
        a.mode == b.mode && a.inquiry == b.inquiry && a.reply == b.reply && a.citizen == b.citizen
            && a.person == b.person && a.queues.map(\.rect) == b.queues.map(\.rect) && a.body == b.body
    }

    /// Rows of a queue pane's list: the box without its frame and the line of column names.
    static func listArea(_ box: Rect) -> Rect {
        let inner = box.inset(horizontal: 1, vertical: 1)
        return Rect(x: inner.x, y: inner.y + 1, width: inner.width, height: max(1, inner.height - 1))
    }

    /// The timeline inside the inquiry's box: a column of air on each side.
    static func storyArea(_ box: Rect) -> Rect {
        let inner = box.inset(horizontal: 1, vertical: 1)
        return Rect(x: inner.x + 1, y: inner.y, width: max(8, inner.width - 2), height: max(1, inner.height))
    }

    /// The text field inside the reply's box; its last row tells count and saving.
    static func editorArea(_ box: Rect) -> Rect {
        let inner = box.inset(horizontal: 1, vertical: 1)
        return Rect(
            x: inner.x + 1, y: inner.y, width: max(8, inner.width - 2), height: max(1, inner.height - 1))
    }
}

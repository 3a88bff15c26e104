/// What moves a selection or a view.
public enum Movement: Hashable, Sendable, CaseIterable {
    case up, down, pageUp, pageDown, home, end

    /// The movement that a key means in a list, if any.
    public init?(_ key: Key) {
        guard key.modifiers.isEmpty else { return nil }
        switch key.code {
        case .up: self = .up
        case .down: self = .down
        case .pageUp: self = .pageUp
        case .pageDown: self = .pageDown
        case .home: self = .home
        case .end: self = .end
        default: return nil
        }
    }
}

/// The items of a list in their order, and where sections start.
public struct ListItems<ID: Hashable & Sendable>: Equatable, Sendable {
    public let ids: [ID]
    /// Ascending item numbers; a rule (`---- mine ----`) takes a line before each. Numbers beyond the items
    /// are dropped.
    public let sections: [Int]

    public init(_ ids: [ID], sections: [Int] = []) {
        self.ids = ids
        self.sections = sections.filter { $0 >= 0 && $0 < ids.count }.sorted()
    }

    /// Items and rules together.
    public var lineCount: Int { ids.count + sections.count }

    /// The line of an item, rules counted.
    public func line(ofItem index: Int) -> Int {
        var rules = 0
        for section in sections where section <= index { rules += 1 }
        return index + rules
    }

    /// What stands in a line.
    public func content(ofLine line: Int) -> ListLine {
        var item = line
        for (number, section) in sections.enumerated() {
            if item == section { return .rule(section: number) }
            if item < section { break }
            item -= 1
        }
        return .item(index: item)
    }
}

/// One line of a list.
public enum ListLine: Hashable, Sendable {
    case item(index: Int)
    /// The rule before a section, counted from 0.
    case rule(section: Int)
}

/// The state of a list: which item is selected and which part is seen.
///
/// A live list never moves under the hand (craft §4.4): the selection follows the item's id, and items that
/// come or go above it scroll the view, so that the selected item keeps its line on the screen. An item that
/// is gone hands the selection to the one that takes its place.
public struct ListView<ID: Hashable & Sendable>: Equatable, Sendable {
    public private(set) var selected: ID?
    /// The selected item's number as of the last `update`; 0 in an empty list.
    public private(set) var selectedIndex = 0
    /// The first visible line, rules counted.
    public private(set) var top = 0
    /// Visible lines.
    public private(set) var height: Int

    public init(height: Int = 1) { self.height = max(1, height) }

    /// Takes new contents or a new height. Searches the selected item outwards from where it was.
    public mutating func update(_ items: ListItems<ID>, height newHeight: Int? = nil) {
        if let newHeight { height = max(1, newHeight) }
        guard !items.ids.isEmpty else {
            (selected, selectedIndex, top) = (nil, 0, 0)
            return
        }
        let screenLine = selectedLine - top
        if let selected, let index = find(selected, in: items.ids) {
            selectedIndex = index
        } else {
            selectedIndex = min(selectedIndex, items.ids.count - 1)
            selected = items.ids[selectedIndex]
        }
        selectedLine = items.line(ofItem: selectedIndex)
        top = selectedLine - screenLine
        reveal(items)
    }

    /// Moves the selection. A page is the height less one line, as the last line stays in sight. A step
    /// over the edge brings half a page into view: what comes is seen before one is there, and most steps
    /// change two lines instead of all.
    public mutating func move(_ movement: Movement, in items: ListItems<ID>) {
        update(items)
        guard !items.ids.isEmpty else { return }
        let page = max(1, height - 1)
        switch movement {
        case .up: choose(selectedIndex - 1, in: items, ahead: (height - 1) / 2)
        case .down: choose(selectedIndex + 1, in: items, ahead: (height - 1) / 2)
        case .pageUp: choose(selectedIndex - page, in: items)
        case .pageDown: choose(selectedIndex + page, in: items)
        case .home: choose(0, in: items)
        case .end: choose(items.ids.count - 1, in: items)
        }
    }

    /// Brings the first item into view. The selection stays where it is if it can be seen from there and
    /// `keepsSelection` asks for it; else the first item is selected.
    public mutating func showTop(_ items: ListItems<ID>, keepsSelection: Bool) {
        guard !items.ids.isEmpty else { return }
        if keepsSelection, selected != nil, selectedLine < height {
            top = 0
        } else {
            choose(0, in: items)
        }
    }

    /// Selects an item; nothing happens if it is not there.
    public mutating func select(_ id: ID, in items: ListItems<ID>) {
        if let index = find(id, in: items.ids) { choose(index, in: items) }
    }

    /// Selects the item in a visible line (a click); false if there is none.
    @discardableResult
    public mutating func select(visibleLine: Int, in items: ListItems<ID>) -> Bool {
        let line = top + visibleLine
        guard visibleLine >= 0, visibleLine < height, line < items.lineCount,
            case .item(let index) = items.content(ofLine: line)
        else { return false }
        choose(index, in: items)
        return true
    }

    /// Scrolls by lines and keeps the selection inside the view (the wheel).
    public mutating func scroll(_ lines: Int, in items: ListItems<ID>) {
        update(items)
        guard !items.ids.isEmpty else { return }
        top = min(max(0, top + lines), max(0, items.lineCount - height))
        let line = min(max(selectedLine, top), top + height - 1)
        var index = selectedIndex
        if case .item(let found) = items.content(ofLine: line) {
            index = found
        } else {
            // A rule: the item below it, or above it in the last line.
            let neighbour = line < top + height - 1 ? line + 1 : line - 1
            if case .item(let found) = items.content(ofLine: neighbour) { index = found }
        }
        choose(index, in: items)
    }

    /// The visible lines, first to last.
    public func window(_ items: ListItems<ID>) -> Range<Int> {
        let end = min(items.lineCount, top + height)
        return min(top, end)..<end
    }

    /// Lines that are hidden above and below the view.
    public func hidden(_ items: ListItems<ID>) -> (above: Int, below: Int) {
        let lines = window(items)
        return (lines.lowerBound, items.lineCount - lines.upperBound)
    }

    /// Items that are hidden above and below the view; rules are not counted.
    public func hiddenItems(_ items: ListItems<ID>) -> (above: Int, below: Int) {
        let lines = window(items)
        let rules = items.sections.enumerated().map { $1 + $0 }
        let above = lines.lowerBound - rules.filter { $0 < lines.lowerBound }.count
        let below = items.lineCount - lines.upperBound - rules.filter { $0 >= lines.upperBound }.count
        return (above, below)
    }

    /// Where the hardware cursor stands: on the first letter of the selected item, `column` columns into the
    /// list's rectangle (law 9); the upper left corner of an empty list.
    public func cursor(in rect: Rect, column: Int = 0) -> Point {
        rect.clamp(Point(x: rect.x + column, y: rect.y + (selected == nil ? 0 : selectedLine - top)))
    }

    /// The selected item's line, rules counted, as of the last `update`.
    public private(set) var selectedLine = 0

    private mutating func choose(_ index: Int, in items: ListItems<ID>, ahead: Int = 0) {
        guard !items.ids.isEmpty else { return }
        selectedIndex = min(max(0, index), items.ids.count - 1)
        selected = items.ids[selectedIndex]
        selectedLine = items.line(ofItem: selectedIndex)
        reveal(items, ahead: ahead)
    }

    /// Scrolls as little as needed to have the selected line in view, and `ahead` lines beyond it if it has
    /// to scroll at all; the first item brings its rule along.
    private mutating func reveal(_ items: ListItems<ID>, ahead: Int = 0) {
        let first = selectedIndex == 0 && height > 1 ? 0 : selectedLine
        if first < top {
            top = first - ahead
        } else if selectedLine > top + height - 1 {
            top = selectedLine - height + 1 + ahead
        }
        top = min(max(0, top), max(0, items.lineCount - height))
    }

    private func find(_ id: ID, in ids: [ID]) -> Int? {
        // Outwards from where it was: items mostly move by a few places.
        let start = min(selectedIndex, ids.count - 1)
        var (below, above) = (start, start + 1)
        while below >= 0 || above < ids.count {
            if below >= 0 && ids[below] == id { return below }
            if above < ids.count && ids[above] == id { return above }
            below -= 1
            above += 1
        }
        return nil
    }
}

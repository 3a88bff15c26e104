import SkrankeDomain
import SkrankeScreen

/// What a queue pane shows: a list made from the board, kept still while a hand is on the keys.
public struct QueueList: Sendable {
    public internal(set) var view = ListView<InquiryID>()
    public private(set) var items = ListItems<InquiryID>([])
    /// The section that each rule of the list begins.
    public private(set) var rules: [QueueSection] = []
    /// The board has changed since the list was made.
    public private(set) var isStale = false
    /// Since when, on the uptime clock.
    private(set) var staleSince: Uptime = 0
    /// The hand has chosen a row here: the selection follows it. Else the top of the list is in view, for
    /// there stands what is most urgent.
    var isHeld = false
    /// Arrivals that are not in the list yet: "3 nye".
    public internal(set) var arrivals = 0
    /// Lower case; empty = everything.
    public internal(set) var filter = ""
    /// Counts of the whole pane, filter or not.
    public private(set) var waiting = 0
    public private(set) var appointments = 0
    /// Rows of all sections.
    public private(set) var total = 0
    /// Since when the one who has waited longest waits.
    public private(set) var oldest: Moment?

    init() {}

    /// The list anew from the board. Costs a walk over the pane's rows; done on changes, never for a frame.
    /// - Parameter isUnderHand: the agent looks here: the selected row stays the same while it can be seen.
    mutating func rebuild(
        _ board: QueueBoard, _ pane: QueuePane, isUnderHand: Bool, matches: (InquiryHead, String) -> Bool
    ) {
        var ids: [InquiryID] = []
        var starts: [Int] = []
        rules = []
        (waiting, appointments, total, oldest) = (0, 0, 0, nil)
        for section in QueueSection.allCases {
            let first = ids.count
            let keys = board.keys(pane, section)
            total += keys.count
            if section == .waiting { count(keys) }
            if filter.isEmpty {
                for key in keys { ids.append(key.inquiry) }
            } else {
                for key in keys {
                    if let head = board.heads[key.inquiry], matches(head, filter) { ids.append(head.id) }
                }
            }
            if section != .waiting, ids.count > first {
                starts.append(first)
                rules.append(section)
            }
        }
        items = ListItems(ids, sections: starts)
        view.update(items)
        if !isHeld { view.showTop(items, keepsSelection: isUnderHand) }
        isStale = false
        arrivals = 0
    }

    mutating func outdate(at uptime: Uptime) {
        if !isStale { staleSince = uptime }
        isStale = true
    }

    /// The hand moves: below the top the selection is its own, and rows that come above do not move it.
    mutating func move(_ movement: Movement, in items: ListItems<InquiryID>) {
        view.move(movement, in: items)
        hold()
    }

    /// The hand has put the selection where it is.
    mutating func hold() { isHeld = view.selectedIndex > 0 }

    private mutating func count(_ keys: [QueueKey]) {
        for key in keys {
            if key.isAppointment {
                appointments += 1
            } else {
                waiting += 1
                oldest = min(oldest ?? key.since, key.since)
            }
        }
    }
}

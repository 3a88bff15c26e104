import SkrankeDomain
import SkrankeScreen

/// What a queue pane shows: a list made from the board, kept still while a hand is on the keys.
public struct QueueList: Sendable {
    public internal(set) var view = ListView<InquiryID>()
    public private(set) var items = ListItems<InquiryID>([])
    /// The section that each rule of the list begins.
    public private(set) var rules: [QueueSection] = []
    /// The board has changed since the list was made.
    public internal(set) var isStale = false
    /// Arrivals that are not in the list yet: "3 nye".
    public internal(set) var arrivals = 0
    /// Lower case; empty = everything.
    public internal(set) var filter = ""
    /// Counts of the whole pane, filter or not.
    public private(set) var waiting = 0
    public private(set) var appointments = 0
    /// Since when the one who has waited longest waits.
    public private(set) var oldest: Moment?

    init() {}

    /// The list anew from the board. Costs a walk over the pane's rows; done on changes, never for a frame.
    mutating func rebuild(_ board: QueueBoard, _ pane: QueuePane, matches: (InquiryHead, String) -> Bool) {
        var ids: [InquiryID] = []
        var starts: [Int] = []
        rules = []
        (waiting, appointments, oldest) = (0, 0, nil)
        for section in QueueSection.allCases {
            let first = ids.count
            let keys = board.keys(pane, section)
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
        isStale = false
        arrivals = 0
    }

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

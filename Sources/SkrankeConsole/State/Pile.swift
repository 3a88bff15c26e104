import SkrankeDomain
import SkrankeScreen

/// The overnight pile: all that waits, over all channels, by due time (facts §4.8, scenario 1).
public struct PileState: Sendable {
    public internal(set) var items = ListItems<InquiryID>([])
    public internal(set) var view = ListView<InquiryID>(height: 10)
    /// How many of which channel, as the title tells.
    var counts: [Channel: Int] = [:]
    var isStale = true
}

extension AppState {
    /// What anybody may take, and what is this agent's own.
    private var pileKeys: [QueueKey] {
        QueuePane.allCases.flatMap { pane in
            board.keys(pane, .waiting).filter { board.heads[$0.inquiry]?.isTakeable == true }
                + board.keys(pane, .mine)
        }.sorted()
    }

    mutating func refreshPile() {
        let keys = pileKeys
        pile.counts = [:]
        for key in keys {
            if let head = board.heads[key.inquiry] { pile.counts[head.channel, default: 0] += 1 }
        }
        pile.items = ListItems(keys.map(\.inquiry))
        pile.view.update(pile.items)
        pile.isStale = false
    }

    mutating func switchPile() -> [Effect] {
        if screen == .pile {
            screen = .desk
            return []
        }
        screen = .pile
        refreshPile()
        return []
    }

    /// Before opening and in its first hour the desk begins with what came while it was closed; not under a
    /// hand that has already gone elsewhere.
    mutating func chooseFirstScreen() {
        guard !memory.hasChosenFirstScreen else { return }
        memory.hasChosenFirstScreen = true
        guard mayRead, lastKeyAt < 0, screen == .desk, overlay == nil, prompt == nil, isMorning else {
            return
        }
        refreshPile()
        let opened = openedAt
        let hasCome = pile.items.ids.contains { id in
            board.heads[id].map { $0.receivedAt < opened } ?? false
        }
        if hasCome { screen = .pile }
    }

    private var isMorning: Bool {
        !policy.calendar.isOpen(at: now) || now - openedAt < .hours(1)
    }

    /// When the desk opens today; on a day off, now.
    private var openedAt: Moment {
        let today = zone.date(at: now)
        guard let first = policy.calendar.hours(on: today).first else { return now }
        return zone.moment(of: WallTime(date: today, time: first.opens))
    }
}

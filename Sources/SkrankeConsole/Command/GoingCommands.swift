import SkrankeDomain
import SkrankeScreen

/// Going from pane to pane and from one open inquiry to the next.
enum GoingCommands {
    static let all: [ConsoleCommand] = [
        pane(.paneChat, .chat, "1"), pane(.paneCallback, .callback, "2"), pane(.paneVisit, .visit, "3"),
        pane(.paneEmail, .email, "4"),
        ConsoleCommand(
            .paneInquiry, .go, .none, [.letter("5")],
            unless: { $0.current == nil ? .nothingOpen : nil },
            perform: { state, _ in state.goTo(.inquiry) }),
        ConsoleCommand(
            .nextPane, .go, .none, [.key(.tab, .lists)], perform: { state, _ in state.step(1) }),
        ConsoleCommand(
            .previousPane, .go, .none, [.key(.backTab, .lists)], perform: { state, _ in state.step(-1) }),
        ConsoleCommand(
            .previousInquiry, .go, .none, [.letter(",")],
            unless: { $0.tabs.count > 1 || ($0.current == nil && !$0.tabs.isEmpty) ? nil : .noOtherOpen },
            perform: { state, _ in state.turn(-1) }),
        ConsoleCommand(
            .nextInquiry, .go, .none, [.letter(".")],
            unless: { $0.tabs.count > 1 || ($0.current == nil && !$0.tabs.isEmpty) ? nil : .noOtherOpen },
            perform: { state, _ in state.turn(1) }),
        ConsoleCommand(
            .zoom, .go, .none, [.letter("z")],
            perform: { state, _ in
                state.isZoomed.toggle()
                return []
            }),
        ConsoleCommand(
            .overview, .go, .none, [.key(.function(2))],
            perform: { state, _ in state.switchScreen() }),
        ConsoleCommand(
            .back, .go, .none, [.key(.escape)], perform: { state, _ in state.stepBack() }),
    ]

    private static func pane(_ name: CommandName, _ pane: QueuePane, _ digit: Unicode.Scalar)
        -> ConsoleCommand
    {
        ConsoleCommand(name, .go, .none, [.letter(digit)], perform: { state, _ in state.goTo(.queue(pane)) })
    }
}

extension AppState {
    mutating func goTo(_ focus: Focus) -> [Effect] {
        screen = .desk
        self.focus = focus
        if case .queue(let pane) = focus {
            // The hand lets go of the other lists: they show their most urgent rows again.
            for other in QueuePane.allCases where other != pane { lists[other.rawValue - 1].isHeld = false }
            lastQueue = pane
        }
        return []
    }

    /// The panes in their order, the open inquiry last.
    mutating func step(_ count: Int) -> [Effect] {
        var order: [Focus] = QueuePane.allCases.map { .queue($0) }
        if current != nil { order.append(.inquiry) }
        let here = order.firstIndex(of: focus) ?? 0
        return goTo(order[(here + count + order.count) % order.count])
    }

    /// Another open inquiry comes to the front, with its own draft and place.
    mutating func turn(_ count: Int) -> [Effect] {
        guard !tabs.isEmpty else { return [] }
        let here = tabs.firstIndex { $0.id == current } ?? (count > 0 ? -1 : 0)
        let tab = tabs[(here + count + tabs.count) % tabs.count]
        current = tab.id
        screen = .desk
        focus = .inquiry
        return [.looksAt(tab.id)] + (tab.file == nil ? [.openFile(tab.id)] : [])
    }

    mutating func switchScreen() -> [Effect] {
        screen = screen == .overview ? .desk : .overview
        return screen == .overview ? figuresEffect() : []
    }

    /// One step back: the error line, the field, the zoom, the inquiry, the filter, the overview.
    mutating func stepBack() -> [Effect] {
        if screen != .desk {
            screen = .desk
            return []
        }
        if focus.isEditor {
            focus = .inquiry
            return drafts.due(at: nil, agent: agent, now: now).map { .saveDraft($0) }
        }
        let wasError = flash?.kind == .error
        flash = nil
        if wasError { return [] }
        if isZoomed {
            isZoomed = false
            return []
        }
        if case .queue(let pane) = focus {
            guard !list(pane).filter.isEmpty else { return [] }
            lists[pane.rawValue - 1].filter = ""
            refresh(pane)
            return []
        }
        return goTo(.queue(lastQueue)) + [.looksAt(nil)]
    }
}

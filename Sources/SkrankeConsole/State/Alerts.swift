import SkrankeDomain

/// What waits for somebody, by channel: a count, a word and a symbol in a fixed place, which no key and no
/// focus moves (facts §4.6).
struct Alert: Equatable, Sendable {
    enum Kind: Equatable, Sendable { case ringing, chat, visit, email, idle }
    enum Level: Int, Comparable, Sendable {
        case normal, soon, over
        static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    }
    var kind: Kind
    var count: Int
    var level: Level
}

extension AppState {
    /// The most pressing first within the channels' own order; what does not wait is not named.
    var alerts: [Alert] {
        guard !isLoading else { return [] }
        var found: [Alert] = []
        if board.ringing > 0 { found.append(Alert(kind: .ringing, count: board.ringing, level: .over)) }
        if board.waitingChats > 0 {
            found.append(Alert(kind: .chat, count: board.waitingChats, level: level(.chat)))
        }
        if board.waitingVisitors > 0 {
            found.append(Alert(kind: .visit, count: board.waitingVisitors, level: level(.visit)))
        }
        let letters = nearLetters
        if letters.count > 0 { found.append(letters) }
        let idle = idleClaims
        if idle > 0 { found.append(Alert(kind: .idle, count: idle, level: .soon)) }
        // Stable: of the same level the channels keep their order.
        return found.enumerated().sorted { a, b in
            a.element.level != b.element.level ? a.element.level > b.element.level : a.offset < b.offset
        }.map(\.element)
    }

    /// One's own untouched work; a supervisor sees everybody's.
    var idleClaims: Int {
        guard !board.idle.isEmpty else { return 0 }
        let all = caller.roles.contains(.supervisor)
        return board.idle.count { id in all || board.heads[id]?.owner == agent }
    }

    private func level(_ pane: QueuePane) -> Alert.Level {
        var level = Alert.Level.normal
        for key in board.keys(pane, .waiting).prefix(5) {
            guard let head = board.heads[key.inquiry] else { continue }
            switch head.urgency(at: now) {
            case .over: return .over
            case .soon: level = .soon
            default: continue
            }
        }
        return level
    }

    /// Letters near their due date, or past it, that nobody or this agent has.
    private var nearLetters: Alert {
        var alert = Alert(kind: .email, count: 0, level: .normal)
        for section in [QueueSection.waiting, .mine] {
            for key in board.keys(.email, section) {
                guard let head = board.heads[key.inquiry], !head.isAnswered else { continue }
                let urgency = head.urgency(at: now)
                // Later ones are due later still; a long promise may be near before a short one.
                if urgency == .normal, let due = head.due, due - now > .days(8) { break }
                guard urgency != .normal else { continue }
                alert.count += 1
                alert.level = max(alert.level, urgency == .over ? .over : .soon)
                if alert.count >= 999 { return alert }
            }
        }
        return alert
    }
}

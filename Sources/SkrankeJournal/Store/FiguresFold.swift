import SkrankeDomain

/// Figures out of inquiries: the definition that every engine's queries must agree with (model §5.13).
public enum FiguresFold {
    /// - Parameter moves: times of all channel moves by hand (`Envelope.isMoveByHand`).
    public static func figures(
        _ inquiries: some Sequence<Inquiry>, moves: [Moment], from: Moment, to: Moment, now: Moment
    ) -> DeskFigures {
        var figures = DeskFigures()
        let period = from..<max(from, to)
        for inquiry in inquiries {
            promises(inquiry, period, now, &figures)
            firstDate(inquiry, period, now, &figures)
            if period.contains(inquiry.receivedAt) {
                arrival(inquiry, from, &figures)
                for call in inquiry.interactions.compactMap(\.call) { figures.calls.count(call, at: now) }
            }
            if let closing = inquiry.closing, inquiry.state == .closed, period.contains(closing.at) {
                closed(inquiry, closing, &figures)
            }
        }
        figures.channelMoves = moves.count { period.contains($0) }
        return figures
    }

    private static func promises(
        _ inquiry: Inquiry, _ period: Range<Moment>, _ now: Moment, _ figures: inout DeskFigures
    ) {
        for deadline in inquiry.deadlines where period.contains(deadline.due) {
            guard let isKept = deadline.isKept(at: now) else { continue }
            figures.promises[deadline.kind, default: .init(met: 0, of: 0)].of += 1
            if isKept { figures.promises[deadline.kind, default: .init(met: 0, of: 0)].met += 1 }
        }
    }

    private static func firstDate(
        _ inquiry: Inquiry, _ period: Range<Moment>, _ now: Moment, _ figures: inout DeskFigures
    ) {
        guard let due = inquiry.firstPromisedAt, period.contains(due),
            let isKept = inquiry.keptFirstDate(at: now)
        else { return }
        figures.firstDate.of += 1
        if isKept { figures.firstDate.met += 1 }
    }

    private static func arrival(_ inquiry: Inquiry, _ from: Moment, _ figures: inout DeskFigures) {
        let slot = Int((inquiry.receivedAt - from).milliseconds / 1_800_000)
        figures.arrivals[inquiry.firstChannel, default: [:]][slot, default: 0] += 1
        guard inquiry.state != .voided else { return }
        figures.receipts.of += 1
        if inquiry.isReceipted { figures.receipts.met += 1 }
    }

    private static func closed(_ inquiry: Inquiry, _ closing: Closing, _ figures: inout DeskFigures) {
        guard let by = closing.by else { return }
        figures.closedBy[by, default: 0] += 1
        guard inquiry.firstChannel != .media else { return }
        figures.solvedAtDesk.of += 1
        if inquiry.highestLine == 1 { figures.solvedAtDesk.met += 1 }
    }
}

extension Envelope {
    /// An agent moved the inquiry to another channel. What the desk's own program moves (a lost call becomes a
    /// callback) is nobody's work and no move of the figures.
    public var isMoveByHand: Bool {
        guard case .channelMoved = event, case .agent = caller.actor else { return false }
        return true
    }
}

extension Deadline {
    /// Whether it counts as kept; nil while that is open, and for what was cancelled or stands still.
    /// No figure depends on a timer: running past due is missed, settled after due is missed (DESIGN §5).
    public func isKept(at now: Moment) -> Bool? {
        switch state {
        case .met: return (settledAt ?? due) <= due
        case .missed: return false
        case .running: return due < now ? false : nil
        case .paused, .cancelled: return nil
        }
    }
}

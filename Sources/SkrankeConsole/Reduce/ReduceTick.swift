import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// What time does: it ages what is shown, saves drafts, ends flashes, lets lists move again, warns.
extension AppState {
    mutating func tick(_ moment: Moment, _ uptime: Uptime) -> [Effect] {
        now = moment
        self.uptime = max(self.uptime, uptime)
        var effects: [Effect] = drafts.due(at: self.uptime, agent: agent, now: now).map { .saveDraft($0) }
        if let flash, flash.kind == .info, self.uptime - flash.since >= Flash.length { self.flash = nil }
        signs.removeAll { $0.until <= self.uptime }
        refreshLists()
        effects += endAfterWork()
        effects += ringOnBroken()
        effects += ringOnNear()
        effects += warnOfClosing()
        if self.uptime - memory.figuresAskedAt >= HandTiming.figures, !isLoading {
            effects += figuresEffect()
        }
        return effects
    }

    /// Figures of the overview's period.
    mutating func figuresEffect() -> [Effect] {
        memory.figuresAskedAt = uptime
        let range = overview.range(at: now, zone: zone)
        return [.loadFigures(from: range.from, to: range.to, overview.period)]
    }

    /// A letter has come near its date, and the desk wants to hear of letters.
    private mutating func ringOnNear() -> [Effect] {
        guard settings.bells.contains(.email), !isLoading else { return [] }
        let near = alerts.first { $0.kind == .email }?.count ?? 0
        defer { memory.nearBell = near }
        return near > memory.nearBell ? [.bell] : []
    }

    private mutating func ringOnBroken() -> [Effect] {
        let broken = QueuePane.allCases.reduce(0) { $0 + board.broken($1, at: now) }
        defer { memory.brokenBell = broken }
        return settings.bellOnBroken && !isLoading && broken > memory.brokenBell ? [.bell] : []
    }

    /// Once a day, some minutes before closing, where chats wait (issue: agents are warned before).
    private mutating func warnOfClosing() -> [Effect] {
        let minutes = policy.channels.closingWarningMinutes
        guard minutes > 0, !isLoading, policy.calendar.isOpen(at: now) else { return [] }
        let today = zone.date(at: now)
        guard memory.closingWarned != today, let closing = policy.calendar.closing(on: today) else {
            return []
        }
        let left = closing - now
        guard left > .zero, left <= .minutes(minutes) else { return [] }
        let waiting = list(.chat).waiting
        guard waiting > 0 else { return [] }
        memory.closingWarned = today
        say(.error, texts.closingSoon(at: closing, waiting: waiting, self))
        return [.bell]
    }

    mutating func takeHits(_ generation: Int, _ hits: [SearchHit]) {
        guard case .find(var card) = overlay, generation == card.generation else { return }
        let direct = hits.filter { $0.row < 0 }.map(\.head)
        card.hits = FindQuery.hits(direct: direct + card.known, words: hits.filter { $0.row >= 0 })
        card.answered = generation
        card.view.update(card.items, height: 14)
        overlay = .find(card)
    }

    mutating func takeFound(_ reference: PublicReference, _ id: InquiryID?) -> [Effect] {
        guard let id else {
            say(.error, texts.notFound(reference))
            return []
        }
        overlay = nil
        return open(id)
    }
}

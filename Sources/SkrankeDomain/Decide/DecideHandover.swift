/// The end of a shift, and written work that lies untouched (model §5.10; facts §4.10).
extension Deciding {
    /// To a colleague, or to the queue where `to` is nil; what the next one should know stands in the
    /// timeline.
    mutating func handOver(to: AgentID?, note: String?) throws(Refusal) {
        let by = try agent()
        let inquiry = try existing()
        guard inquiry.state.isOpen else { throw .wrongState(inquiry.state) }
        guard let owner = inquiry.owner, owner == by || has(.supervisor) else {
            throw .notOwner(owner: inquiry.owner)
        }
        guard inquiry.heldMessages.isEmpty else { throw .heldTextWaiting }
        if let to {
            guard policy.staff.isEmpty || policy.staff[to] != nil else { throw .unknownAgent }
            if to == owner { return }
            try room(for: inquiry, to)
        }
        var content: ContentID?
        var message: MessageID?
        if let note, !note.isBlank {
            content = store(try Deciding.checked(note), as: .note)
            message = context.identifiers.next()
        }
        let contact = inquiry.interaction
        emit(.inquiryHandedOver(by: by, to: to, message: message, note: content))
        decision.leases.append(.drop(id))
        if let to { joinContact(as: to) } else { waitAgain(contact) }
    }

    /// After every command of its owner the time begins anew; nobody's, live and finished work is not
    /// watched.
    mutating func watchClaim(after intent: Intent) {
        if case .timerFired = intent { return }
        guard let inquiry, decision.events.contains(where: { $0.stream == .inquiry(id) }) else { return }
        // One that no longer fits fires for nothing.
        guard isWatched(inquiry), let due = idleDue else { return }
        guard inquiry.owner == context.caller.actor.agent || inquiry.claimedAt == now else { return }
        decision.timers.append(.set(id, .claimIdle, due: due))
    }

    /// Once: whoever has it is warned, and a supervisor sees it. It goes on with his next word.
    mutating func tellIdleClaim() {
        guard let inquiry, isWatched(inquiry), inquiry.idleSince == nil, let owner = inquiry.owner else {
            return
        }
        let calendar = policy.calendar
        let hours = Span.hours(policy.channels.idleClaimHours)
        let last = inquiry.lastTouched
        guard calendar.openingTime(from: last, to: now) >= hours else {
            if let due = calendar.moment(after: hours, from: last) {
                decision.timers.append(.set(id, .claimIdle, due: due))
            }
            return
        }
        emit(.claimIdle(agent: owner, since: last))
    }

    private var idleDue: Moment? {
        guard policy.channels.idleClaimHours > 0 else { return nil }
        return policy.calendar.moment(after: .hours(policy.channels.idleClaimHours), from: now)
    }

    private func isWatched(_ inquiry: Inquiry) -> Bool {
        guard inquiry.owner != nil, inquiry.state == .inProgress else { return false }
        guard case .written = Occupation(inquiry.channel, inquiry.interaction?.state, inquiry.state) else {
            return false
        }
        return true
    }
}

extension Inquiry {
    /// When its owner last did something that stands in it: claimed it, wrote, noted.
    var lastTouched: Moment {
        let written = messages.last { message in
            switch message.author {
            case .agent, .note: true
            case .citizen, .system: false
            }
        }
        return max(claimedAt ?? receivedAt, written?.at ?? receivedAt)
    }
}

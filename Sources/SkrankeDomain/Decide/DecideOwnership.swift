/// Who has it: claim, release, assign, take over (model §5.10). Exactly one winner.
extension Deciding {
    mutating func claim() throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        guard inquiry.state.isOpen else { throw .wrongState(inquiry.state) }
        if let owner = inquiry.owner {
            // To claim what is one's own is no refusal and no event.
            if owner == agent { return }
            throw .alreadyClaimed(by: owner, at: inquiry.claimedAt ?? inquiry.receivedAt)
        }
        try room(for: inquiry, agent)
        try take(by: agent)
    }

    /// Makes `agent` the owner; a live contact counts against his capacity and gets a lease.
    mutating func take(by agent: AgentID) throws(Refusal) {
        guard let inquiry else { throw .notFound }
        if inquiry.owner != agent { emit(.inquiryClaimed(by: agent)) }
        joinContact(as: agent)
    }

    /// The new owner is in the conversation, and holds its lease.
    mutating func joinContact(as agent: AgentID) {
        guard let contact = inquiry?.interaction, !contact.state.hasEnded else { return }
        switch (contact.channel, contact.state) {
        case (.chat, .waiting), (.chat, .left):
            let wasLeft = contact.state == .left
            emit(.chatClaimed(interaction: contact.id, by: agent))
            if !wasLeft { decision.leases.append(.take(id, agent)) }
        // A reported call ends when its telephone does, not when a screen falls silent.
        case (.phone, .active) where contact.call != nil: break
        case (.chat, .active), (.chat, .citizenIdle), (.visit, .called), (.visit, .active), (.phone, .active):
            decision.leases.append(.take(id, agent))
        default: break
        }
    }

    mutating func release(_ reason: String?) throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        guard inquiry.state.isOpen else { throw .wrongState(inquiry.state) }
        guard inquiry.owner != nil, inquiry.owner == agent || has(.supervisor) else {
            throw .notOwner(owner: inquiry.owner)
        }
        guard inquiry.heldMessages.isEmpty else { throw .heldTextWaiting }
        let contact = inquiry.interaction
        emit(.inquiryReleased(by: agent, reason: try storeReason(reason)))
        decision.leases.append(.drop(id))
        waitAgain(contact)
    }

    /// A live contact that its agent left waits again, and its place in the queue is that of its original
    /// wait: in front (model §5.10).
    mutating func waitAgain(_ before: Interaction?) {
        guard let before, let contact = inquiry?.interaction, contact.id == before.id,
            contact.state == .waiting
        else { return }
        switch contact.channel {
        case .chat:
            start(.chatFirstReply, since: contact.startedAt, seconds: policy.promises.chatFirstReplySeconds)
        case .visit: start(.walkInWait, since: contact.startedAt, seconds: policy.promises.walkInWaitSeconds)
        default: break
        }
    }

    private mutating func start(_ kind: DeadlineKind, since begin: Moment, seconds: Int64) {
        // One that still runs, or was broken and waits to be made good, is its place in the queue already.
        if let old = inquiry?.deadline(kind), old.settledAt == nil { return }
        start(kind, from: begin, due: begin + .seconds(seconds))
    }

    mutating func assign(_ to: AgentID) throws(Refusal) {
        let by = try agent()
        let inquiry = try existing()
        guard inquiry.state.isOpen else { throw .wrongState(inquiry.state) }
        guard policy.staff.isEmpty || policy.staff[to] != nil else { throw .unknownAgent }
        if inquiry.owner == to { return }
        try room(for: inquiry, to)
        emit(.inquiryAssigned(to: to, by: by))
        decision.leases.append(.drop(id))
        joinContact(as: to)
    }

    /// Always with a reason, always visible in the timeline; the first owner is told (model §5.10).
    mutating func takeOver(_ reason: String) throws(Refusal) {
        let by = try agent()
        let inquiry = try existing()
        guard inquiry.state.isOpen else { throw .wrongState(inquiry.state) }
        guard let owner = inquiry.owner, owner != by else { throw .notOwner(owner: inquiry.owner) }
        guard !reason.isBlank else { throw .reasonMissing }
        try room(for: inquiry, by)
        emit(.inquiryTakenOver(by: by, from: owner, reason: try storeReason(reason)))
        decision.leases.append(.drop(id))
        joinContact(as: by)
    }

    mutating func loseSession(of agent: AgentID) throws(Refusal) {
        let inquiry = try existing()
        guard inquiry.owner == agent, inquiry.state.isOpen else { throw .notOwner(owner: inquiry.owner) }
        let contact = inquiry.interaction
        // Who talks on the telephone goes on talking when his screen is gone: the call stays his, and only his
        // share of it is no longer counted.
        if contact?.call != nil, contact?.state == .active || contact?.state == .wrapUp {
            decision.leases.append(.drop(id))
            return
        }
        emit(.sessionLost(agent: agent))
        decision.leases.append(.drop(id))
        waitAgain(contact)
        if inquiry.channel == .chat { say(.agentLost) }
    }

    /// Only the owner speaks to the citizen.
    func owned() throws(Refusal) -> (inquiry: Inquiry, agent: AgentID) {
        let agent = try agent()
        let inquiry = try existing()
        guard inquiry.owner == agent else { throw .notOwner(owner: inquiry.owner) }
        return (inquiry, agent)
    }

    /// Refuses where the owner or what the citizen sees changed after `seen` (law 3).
    func unmoved(_ inquiry: Inquiry, since seen: Int) throws(Refusal) {
        if inquiry.visibleVersion > seen { throw .movedSince(seen: seen, now: inquiry.visibleVersion) }
    }
}

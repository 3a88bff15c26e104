/// The way on: to a unit and back, and from channel to channel (model §5.10).
extension Deciding {
    /// A transfer does not stop the citizen's clock; the receipt must have been given (model §5.2).
    mutating func transfer(to unit: UnitCode, brief: String) throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        switch inquiry.state {
        case .received, .inProgress, .awaitingCitizen, .scheduled: break
        default: throw .wrongState(inquiry.state)
        }
        guard inquiry.owner == nil || inquiry.owner == agent || has(.supervisor) else {
            throw .notOwner(owner: inquiry.owner)
        }
        guard let target = policy.units[unit], !target.isExternal else { throw .unknownUnit }
        guard inquiry.isReceipted else { throw .receiptMissing }
        guard inquiry.heldMessages.isEmpty else { throw .heldTextWaiting }
        let content = store(try Deciding.checked(brief), as: .brief)
        emit(.inquiryTransferred(unit: unit, line: 2, brief: content, by: agent))
        let days = target.responseWorkingDays ?? policy.promises.unitWorkingDays
        let promise = dates.unitResponse(workingDays: days, from: now)
        start(.unitResponse, from: promise.start, due: promise.due)
        if inquiry.state == .awaitingCitizen { resumePromises() }
        decision.leases.append(.drop(id))
    }

    mutating func returnToDesk(_ reason: String?) throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        guard inquiry.state == .withUnit else { throw .wrongState(inquiry.state) }
        emit(.inquiryReturned(by: agent, reason: try storeReason(reason)))
        meet(.unitResponse)
    }

    /// One reference, one timeline, every promise kept (R89).
    mutating func moveChannel(
        to channel: Channel, _ target: ChannelTarget, reason: String?
    ) throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        guard inquiry.state.isOpen else { throw .wrongState(inquiry.state) }
        guard inquiry.owner == nil || inquiry.owner == agent || has(.supervisor) else {
            throw .notOwner(owner: inquiry.owner)
        }
        try mayMove(inquiry, to: channel)
        let owed = inquiry.openPromise
        try move(to: channel, target, why: try storeReason(reason), by: agent)
        if channel == .callback || channel == .appointment {
            let key: CitizenTexts.Key = channel == .callback ? .receiptCallback : .receiptAppointment
            let promised = self.inquiry?.deadline(channel == .callback ? .callback : .appointment)?.due
            try giveReceipt(key, channel: inquiry.channel, expectedAt: promised ?? now)
        } else if let owed {
            // No new receipt: the date that he was told is the date that binds, in whichever channel.
            inherit(dates.stillOwed(owed, at: now))
        }
    }

    func mayMove(_ inquiry: Inquiry, to channel: Channel) throws(Refusal) {
        guard inquiry.heldMessages.isEmpty else { throw .heldTextWaiting }
        guard ChannelMove.isAllowed(from: inquiry.channel, to: channel) else {
            throw .moveNotAllowed(from: inquiry.channel, to: channel)
        }
        guard inquiry.interactions.count < Limits.interactionsPerInquiry else { throw .limitReached }
    }

    /// The old contact ends and the new one begins; promises of an answer run on.
    mutating func move(
        to channel: Channel, _ target: ChannelTarget, why: ContentID?, by agent: AgentID
    ) throws(Refusal) {
        let inquiry = try existing()
        decision.frees += inquiry.interaction?.appointment?.uniqueKeys ?? []
        let old = inquiry.channel
        decision.timers += [.cancel(id, .chatIdle), .cancel(id, .chatTimeout)]
        emit(.channelMoved(from: old, to: channel, reason: why))
        decision.leases.append(.drop(id))
        endPromise(of: old)
        try open(channel, target, words: nil, by: agent, received: now)
    }

    /// The old channel's own clock is done with; promises of an answer run on.
    private mutating func endPromise(of channel: Channel) {
        switch channel {
        case .chat, .mia: meet(.chatFirstReply)
        case .callback:
            // A promise to ring that nobody has kept is not kept by writing instead: its date goes on.
            let reached = inquiry?.interactions.last { $0.channel == .callback }?.answeredAt != nil
            if reached { meet(.callback) } else { cancel(.callback) }
        case .visit: meet(.walkInWait)
        case .appointment: cancel(.appointment)
        case .email, .phone, .letter, .sms, .social, .media: break
        }
    }
}

/// Which channel may follow which (model §5.10).
public enum ChannelMove {
    public static func targets(from channel: Channel) -> [Channel] {
        switch channel {
        case .mia: [.chat, .callback, .email, .appointment]
        case .chat: [.callback, .phone, .email, .appointment]
        case .phone, .callback, .media: [.callback, .email, .appointment, .visit]
        case .visit, .appointment: [.appointment, .callback, .email]
        case .email, .letter, .sms, .social: [.callback, .appointment]
        }
    }
    public static func isAllowed(from: Channel, to: Channel) -> Bool { targets(from: from).contains(to) }
}

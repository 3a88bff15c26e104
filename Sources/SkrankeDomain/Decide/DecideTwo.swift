/// Decisions about two inquiries at once: both streams change in one transaction, or neither (R89, model §5.2).
extension Deciding {
    /// This one is a duplicate of `target` and ends; what it promised, the other keeps.
    mutating func merge(into target: InquiryID) throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        let other = try mergeable(inquiry, into: target)
        let promise = inquiry.openPromise.map { dates.stillOwed($0, at: now) }
        let event = Event.inquiriesMerged(
            duplicate: id, duplicateReference: inquiry.reference, target: target,
            targetReference: other.reference, by: agent)
        emit(event)
        if inquiry.channel == .chat || inquiry.channel == .mia { say(.chatMerged) }
        settle(answered: false)
        decision.frees += inquiry.interaction?.appointment?.uniqueKeys ?? []
        decision.timers += [.cancel(id, .chatIdle), .cancel(id, .chatTimeout)]
        stopWaitingForCitizen()
        emit(.inquiryVoided(by: agent, reason: .duplicate))
        decision.leases.append(.drop(id))
        try inStream(of: target) { second in
            second.emit(event)
            if let promise { second.inherit(promise) }
        }
    }

    /// What stands against a merge, on either side.
    private func mergeable(_ inquiry: Inquiry, into target: InquiryID) throws(Refusal) -> Inquiry {
        guard target != id else { throw .sameInquiry }
        guard inquiry.state.isOpen, inquiry.state != .withUnit else { throw .wrongState(inquiry.state) }
        guard inquiry.owner == nil || inquiry.owner == context.caller.actor.agent || has(.supervisor) else {
            throw .notOwner(owner: inquiry.owner)
        }
        guard !inquiry.isInLiveContact else { throw .liveContact }
        guard inquiry.heldMessages.isEmpty else { throw .heldTextWaiting }
        guard let other = others[target] else { throw .notFound }
        guard other.state.isOpen else { throw .targetNotOpen(other.state) }
        let links = max(inquiry.links.count, other.links.count)
        guard links < Limits.linksPerInquiry else { throw .limitReached }
        return other
    }

    /// Keeps an earlier promise than its own. One that is broken already is broken here as well, so that it
    /// stands where it must be made good.
    mutating func inherit(_ promise: Deadline) {
        let own = inquiry?.deadlines.filter { $0.pressesForAnswer }.map(\.due).min()
        if let own, own <= promise.due { return }
        start(.inherited, from: min(promise.start, promise.due), due: promise.due)
        if promise.due <= now {
            emit(.deadlineMissed(kind: .inherited, due: promise.due))
            unwatch(.inherited)
        }
    }

    /// The second question of this inquiry gets one of its own: same citizen, as old, and promised no later.
    mutating func split(_ new: InquiryID, text: String, topic: TopicCode?) throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        let text = try Deciding.checked(text)
        if let topic { try knows(topic) }
        guard inquiry.state.isOpen else { throw .wrongState(inquiry.state) }
        guard inquiry.owner == nil || inquiry.owner == agent || has(.supervisor) else {
            throw .notOwner(owner: inquiry.owner)
        }
        guard inquiry.links.count < Limits.linksPerInquiry else { throw .limitReached }
        guard new != id, others[new] == nil else { throw .sameInquiry }
        var told: (reference: PublicReference, expected: Moment)?
        var answer = CommandAnswer()
        try inStream(of: new) { (second: inout Deciding) throws(Refusal) in
            told = try second.begin(splitFrom: inquiry, text, topic, by: agent)
            answer = second.finished().answer
        }
        guard let told else { throw .notFound }
        emit(
            .inquirySplit(
                from: id, fromReference: inquiry.reference, new: new, newReference: told.reference, by: agent)
        )
        if inquiry.channel == .chat || inquiry.channel == .mia {
            sayReceipt(told.reference, topic, told.expected)
        }
        decision.answer = answer
    }

    /// - Returns: its reference, and when its answer comes.
    private mutating func begin(
        splitFrom source: Inquiry, _ text: String, _ topic: TopicCode?, by agent: AgentID
    ) throws(Refusal) -> (PublicReference, Moment) {
        let channel = source.channel.forSecondQuestion
        let subject = store(text, as: channel.isWritten ? .message : .note)
        try receive(
            channel: channel, language: source.language, contact: source.contact, type: source.contactType,
            topic: topic, subject: subject, at: source.receivedAt)
        guard let reference = inquiry?.reference else { throw .notFound }
        emit(
            .inquirySplit(
                from: source.id, fromReference: source.reference, new: id, newReference: reference, by: agent)
        )
        try open(channel, .none, words: subject, by: agent, received: source.receivedAt)
        if let promise = source.openPromise { inherit(dates.stillOwed(promise, at: now)) }
        let due = inquiry?.openPromise?.due ?? now
        let expected = due > now ? due : dates.emailAnswer(received: now).due
        if source.channel == .chat || source.channel == .mia {
            try giveReceipt(.receiptEmail, channel: source.channel, expectedAt: expected)
        }
        return (reference, expected)
    }
}

extension Channel {
    /// Where a second question goes on: in its own channel where that is written; a conversation has only one
    /// other end, so what remains of it is answered in writing, or by telephone where it came by telephone.
    var forSecondQuestion: Channel {
        switch self {
        case .email, .letter, .sms, .social: self
        case .chat, .mia, .visit, .appointment, .media: .email
        case .phone, .callback: .callback
        }
    }
}

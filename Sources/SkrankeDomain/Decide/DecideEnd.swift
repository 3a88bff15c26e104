/// The end of an inquiry: closed, reopened, annulled (model §5.2).
extension Deciding {
    mutating func close(_ details: ClosingDetails, seen: Int) throws(Refusal) {
        let agent = try agent()
        let before = try existing()
        try unmoved(before, since: seen)
        guard before.owner == agent || before.owner == nil || has(.supervisor) else {
            throw .notOwner(owner: before.owner)
        }
        if let topic = details.topic, topic != before.topic { try setTopic(topic) }
        if let body = details.referredTo, policy.units[body] == nil { throw .unknownUnit }
        let inquiry = try existing()
        try CloseGuard.check(inquiry, details)
        endContacts(by: agent)
        if inquiry.answeredAt == nil, !details.result.closesUnanswered {
            emit(.answerGiven(by: agent, message: nil, content: nil, channel: inquiry.channel))
        }
        settle(answered: !details.result.closesUnanswered)
        let asksReason = details.result.closesUnanswered || details.phoneOutcome == PhoneOutcome.none
        let reason = asksReason ? try storeReason(details.reason) : nil
        emit(
            .inquiryClosed(
                by: agent, result: details.result, archive: details.archive,
                phoneOutcome: details.phoneOutcome, referredTo: details.referredTo, reason: reason))
        decision.leases.append(.drop(id))
    }

    /// A live conversation ends with the case; the citizen is told.
    private mutating func endContacts(by agent: AgentID) {
        endWrapUp()
        guard let contact = inquiry?.interaction, !contact.state.hasEnded else { return }
        switch contact.channel {
        case .chat, .mia:
            emit(.chatEnded(interaction: contact.id, by: .agent))
            decision.timers += [.cancel(id, .chatIdle), .cancel(id, .chatTimeout)]
            say(.chatEndedByAgent)
        case .phone, .media: emit(.callEnded(interaction: contact.id))
        case .callback: emit(.callbackDone(interaction: contact.id))
        case .visit: emit(.visitDone(interaction: contact.id))
        case .appointment:
            if contact.state == .arrived {
                emit(.appointmentHeld(interaction: contact.id))
            } else {
                emit(.appointmentCancelled(interaction: contact.id, byCitizen: false))
            }
            decision.frees += contact.appointment?.uniqueKeys ?? []
        case .email, .letter, .sms, .social: break
        }
    }

    /// Promises of an answer are kept by one; all others fall away.
    mutating func settle(answered: Bool) {
        for deadline in inquiry?.deadlines ?? [] where deadline.settledAt == nil {
            if answered { meet(deadline.kind) } else { cancel(deadline.kind) }
        }
    }

    mutating func reopen(_ reason: String?) throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        guard inquiry.state == .closed else { throw .wrongState(inquiry.state) }
        let old = (inquiry.closing?.at ?? now) + .days(Int64(Limits.reopenDays)) < now
        if old, (reason ?? "").isBlank { throw .reasonMissing }
        emit(.inquiryReopened(by: agent, reason: try storeReason(reason)))
        let promise = dates.emailAnswer(received: now)
        start(.emailAnswer, from: promise.start, due: promise.due)
    }

    mutating func void(_ reason: VoidReason) throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        guard inquiry.state.isOpen else { throw .wrongState(inquiry.state) }
        guard inquiry.owner == nil || inquiry.owner == agent || has(.supervisor) else {
            throw .notOwner(owner: inquiry.owner)
        }
        guard inquiry.heldMessages.isEmpty else { throw .heldTextWaiting }
        settle(answered: false)
        decision.frees += inquiry.interaction?.appointment?.uniqueKeys ?? []
        decision.timers += [.cancel(id, .chatIdle), .cancel(id, .chatTimeout)]
        stopWaitingForCitizen()
        emit(.inquiryVoided(by: agent, reason: reason))
        decision.leases.append(.drop(id))
    }
}

/// What closing asks for. Shared by `Decide` and the console, which shows the same reasons (law 6).
public enum CloseGuard {
    public static func check(_ inquiry: Inquiry, _ details: ClosingDetails) throws(Refusal) {
        guard inquiry.state.isOpen else { throw .wrongState(inquiry.state) }
        guard inquiry.heldMessages.isEmpty else { throw .heldTextWaiting }
        guard (details.topic ?? inquiry.topic) != nil else { throw .topicMissing }
        // What a unit has, it returns or answers first (model §5.2).
        if details.result.closesUnanswered, inquiry.state == .withUnit { throw .wrongState(.withUnit) }
        if details.result == .referred, details.referredTo == nil { throw .referralMissing }
        if !details.result.closesUnanswered {
            if inquiry.answeredAt == nil, inquiry.clearance?.isHolding == true { throw .clearanceMissing }
            guard isAnswered(inquiry) else { throw .answerMissing }
            guard inquiry.isReceipted || isAnswered(inquiry) else { throw .receiptMissing }
        } else if !inquiry.isReceipted, details.result == .noReply {
            throw .receiptMissing
        }
        if inquiry.channel == .email, details.archive == nil { throw .archiveDecisionMissing }
        if inquiry.channel == .phone || inquiry.channel == .callback, details.phoneOutcome == nil {
            throw .phoneOutcomeMissing
        }
        // None of a, b and c: the reason is what the desk learns from (R126).
        if inquiry.channel == .phone || inquiry.channel == .callback,
            details.phoneOutcome == PhoneOutcome.none, (details.reason ?? "").isBlank
        {
            throw .reasonMissing
        }
        if details.result.closesUnanswered, inquiry.state != .answered, (details.reason ?? "").isBlank {
            throw .reasonMissing
        }
    }

    /// The citizen has had words from a human being, or the contact itself was the answer.
    public static func isAnswered(_ inquiry: Inquiry) -> Bool {
        if inquiry.answeredAt != nil { return true }
        switch inquiry.channel {
        case .chat, .mia:
            return inquiry.messages.contains { message in
                if case .agent = message.author { message.delivery == .sent } else { false }
            }
        case .phone, .media, .visit: return inquiry.interactions.contains { $0.answeredAt != nil }
        case .callback:
            return inquiry.interactions.contains { contact in
                contact.callback?.attempts.contains { $0.result == .reached } ?? false
            }
        case .appointment: return inquiry.interactions.contains { $0.appointment != nil && $0.state == .done }
        case .email, .letter, .sms, .social: return false
        }
    }
}

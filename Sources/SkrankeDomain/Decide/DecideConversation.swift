/// What is said: messages, answers, questions back, notes.
extension Deciding {
    mutating func citizenWrites(_ text: String) throws(Refusal) {
        let inquiry = try existing()
        let text = try Deciding.checked(text)
        guard inquiry.state != .voided || inquiry.mergedInto != nil else { throw .wrongState(.voided) }
        guard inquiry.messages.count < Limits.messagesPerInquiry else { throw .limitReached }
        let ended = inquiry.interaction?.state.hasEnded ?? true
        try reopenIfEnded(inquiry)
        let content = store(text, as: .message)
        emit(.chatMessageSent(message: context.identifiers.next(), content: content, author: .citizen))
        decision.answer.messageVersion = self.inquiry?.version
        if inquiry.state == .awaitingCitizen { citizenReplied() }
        decision.timers += [.cancel(id, .chatIdle), .cancel(id, .chatTimeout)]
        if ended {
            try resumeChat()
        } else if let contact = inquiry.interaction, contact.state == .citizenIdle {
            emit(.chatResumed(interaction: contact.id))
        }
    }

    /// What had ended goes on with the citizen's word, for thirty days. A duplicate that was merged goes on
    /// with whoever has the inquiry that it was merged into.
    mutating func reopenIfEnded(_ inquiry: Inquiry) throws(Refusal) {
        let endedAt: Moment? =
            switch inquiry.state {
            case .closed, .answered: inquiry.closing?.at ?? now
            case .voided: inquiry.mergedInto?.at
            default: nil
            }
        guard let endedAt else { return }
        guard endedAt + .days(Int64(Limits.reopenDays)) >= now else { throw .wrongState(inquiry.state) }
        reopenByCitizen(inquiry)
        if inquiry.state == .voided, let owner = ownerAtEndOfMerges(inquiry) {
            emit(.inquiryAssigned(to: owner, by: owner))
        }
    }

    /// Who has the inquiry in which a chain of duplicates ends, if that is still open.
    private func ownerAtEndOfMerges(_ inquiry: Inquiry) -> AgentID? {
        var last = inquiry
        var steps = 0
        while let link = last.mergedInto, let next = others[link.other], steps < Limits.linksPerInquiry {
            last = next
            steps += 1
        }
        return last.id != inquiry.id && last.state.isOpen ? last.owner : nil
    }

    /// A closed case is anybody's again. One that was answered and not yet closed stays with its owner, and
    /// what came after the answer is promised anew.
    mutating func reopenByCitizen(_ before: Inquiry) {
        emit(.inquiryReopened(by: nil, reason: nil))
        guard before.state == .answered, let owner = before.owner else { return }
        emit(.inquiryAssigned(to: owner, by: owner))
        guard let contact = before.interaction, !contact.state.hasEnded else { return }
        let isTalk = before.channel == .chat && before.deadline(.emailAnswer) == nil
        if isTalk, contact.state == .active || contact.state == .citizenIdle {
            start(.chatFirstReply, from: now, due: now + .seconds(policy.promises.chatFirstReplySeconds))
        } else {
            let promise = dates.emailAnswer(received: now)
            start(.emailAnswer, from: promise.start, due: promise.due)
        }
    }

    /// A new conversation about the same inquiry: with its owner, if he is there, else with whoever comes.
    private mutating func resumeChat() throws(Refusal) {
        let interaction: InteractionID = context.identifiers.next()
        if let owner = inquiry?.owner, policy.calendar.isOpen(at: now),
            let member = context.staffing.members[owner], member.presence != .off,
            member.live < policy.channels.parallelChats
        {
            emit(.chatWaiting(interaction: interaction))
            start(.chatFirstReply, from: now, due: now + .seconds(policy.promises.chatFirstReplySeconds))
            joinContact(as: owner)
            // The date that was promised still stands, unless it has passed.
            if (inquiry?.promisedAt ?? now) <= now {
                try giveReceipt(.receiptChat, channel: .chat, expectedAt: dates.sameDay(now).due)
            }
            return
        }
        if let owner = inquiry?.owner { emit(.sessionLost(agent: owner)) }
        try waitOrLeave(interaction)
    }

    mutating func citizenReplied() {
        emit(.citizenReplied)
        stopWaitingForCitizen()
        resumePromises()
    }

    mutating func stopWaitingForCitizen() {
        decision.timers += [.cancel(id, .citizenReminder), .cancel(id, .citizenSilence)]
    }

    /// The desk waits for the citizen no longer: what stood still runs again, later by as long as it stood.
    mutating func resumePromises() {
        for deadline in inquiry?.deadlines ?? [] where deadline.state == .paused {
            let due = dates.resumed(deadline, at: now)
            emit(.deadlineResumed(kind: deadline.kind, due: due))
            watch(deadline.kind, start: now, due: due)
        }
    }

    mutating func sendMessage(
        _ text: String, seen: Int, final: Bool, immediately: Bool, to envelope: MailEnvelope? = nil
    ) throws(Refusal) {
        let (inquiry, agent) = try owned()
        let text = try Deciding.checked(text)
        guard inquiry.state.isOpen else { throw .wrongState(inquiry.state) }
        guard inquiry.messages.count < Limits.messagesPerInquiry else { throw .limitReached }
        try unmoved(inquiry, since: seen)
        if !isConversation(inquiry, final: final) { try cleared(inquiry) }
        let content = store(text, as: .message)
        let message: MessageID = context.identifiers.next()
        decision.answer.message = message
        decision.deletesDraft = true
        if let envelope { address(message, envelope) }
        let grace = policy.channels.grace(inquiry.channel)
        if grace > .zero, !immediately {
            let until = now + grace
            emit(
                .messageQueued(
                    message: message, content: content, by: agent, channel: inquiry.channel, until: until))
            decision.outbox.append(.hold(message, id, inquiry.channel, until: until))
            decision.timers.append(.set(id, .heldText(message), due: until))
        } else {
            deliver(message, content, by: agent, final: final)
        }
    }

    /// The citizen has the text now. In a live chat it is a line of the conversation; elsewhere the answer.
    mutating func deliver(_ message: MessageID, _ content: ContentID, by agent: AgentID, final: Bool) {
        guard let inquiry else { return }
        let contact = inquiry.interaction
        if isConversation(inquiry, final: final) {
            emit(.chatMessageSent(message: message, content: content, author: .agent(agent)))
        } else {
            emit(.answerGiven(by: agent, message: message, content: content, channel: inquiry.channel))
            settleAnswer()
            post(message, content, .answer, by: agent)
        }
        meet(.chatFirstReply)
        if inquiry.channel == .chat, let contact, contact.state == .active || contact.state == .citizenIdle {
            let idle = now + .minutes(policy.channels.chatIdleMinutes)
            decision.timers.append(.set(id, .chatIdle, due: idle))
        }
    }

    /// A line of a live chat; everything else that is sent is an answer.
    private func isConversation(_ inquiry: Inquiry, final: Bool) -> Bool {
        inquiry.channel == .chat && inquiry.deadline(.emailAnswer)?.state != .running && !final
    }

    /// An answer keeps every promise of one.
    mutating func settleAnswer() {
        let kinds: [DeadlineKind] = [
            .emailAnswer, .expectedFinal, .sameDay, .legalMonth, .receipt, .unitResponse,
            .inherited,
        ]
        for kind in kinds { meet(kind) }
    }

    mutating func withdraw(_ message: MessageID) throws(Refusal) {
        let (inquiry, agent) = try owned()
        guard inquiry.messages.contains(where: { $0.id == message && $0.isHeld }) else {
            throw .nothingToWithdraw
        }
        emit(.messageWithdrawn(message: message, by: agent))
        decision.outbox.append(.withdraw(message))
        decision.timers.append(.cancel(id, .heldText(message)))
    }

    mutating func giveSpokenAnswer(_ summary: String, seen: Int) throws(Refusal) {
        let (inquiry, agent) = try owned()
        let text = try Deciding.checked(summary)
        guard inquiry.state.isOpen else { throw .wrongState(inquiry.state) }
        try unmoved(inquiry, since: seen)
        try cleared(inquiry)
        let content = store(text, as: .note)
        emit(.noteAdded(message: context.identifiers.next(), content: content, by: agent))
        emit(.answerGiven(by: agent, message: nil, content: nil, channel: inquiry.channel))
        decision.deletesDraft = true
        settleAnswer()
    }

    mutating func askCitizen(_ text: String, seen: Int) throws(Refusal) {
        let (inquiry, agent) = try owned()
        let text = try Deciding.checked(text)
        // A unit's work, an agreed meeting and a given answer wait for nobody (model §5.2).
        guard inquiry.state == .inProgress || inquiry.state == .awaitingCitizen else {
            throw .wrongState(inquiry.state)
        }
        guard inquiry.messages.count < Limits.messagesPerInquiry else { throw .limitReached }
        try unmoved(inquiry, since: seen)
        let content = store(text, as: .message)
        let message: MessageID = context.identifiers.next()
        emit(.chatMessageSent(message: message, content: content, author: .agent(agent)))
        let reminder = now + .days(policy.promises.reminderDays)
        emit(.citizenAsked(message: message, remindAt: reminder))
        post(message, content, .question, by: agent)
        decision.timers += [.set(id, .citizenReminder, due: reminder), .cancel(id, .citizenSilence)]
        meet(.chatFirstReply)
        for kind in [DeadlineKind.emailAnswer, .expectedFinal, .inherited]
        where self.inquiry?.deadline(kind)?.state == .running {
            emit(.deadlinePaused(kind: kind, reason: .awaitingCitizen))
            unwatch(kind)
        }
        decision.deletesDraft = true
    }

    mutating func addNote(_ text: String) throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        let text = try Deciding.checked(text)
        guard inquiry.messages.count < Limits.messagesPerInquiry else { throw .limitReached }
        let content = store(text, as: .note)
        emit(.noteAdded(message: context.identifiers.next(), content: content, by: agent))
        decision.deletesDraft = true
    }

    mutating func endChat(by who: EndedBy) throws(Refusal) {
        let inquiry = try existing()
        guard let contact = inquiry.open(.chat) else { throw .contactNotReady }
        if who == .agent { _ = try owned() }
        // Who leaves the page of a kept question still wants its answer.
        if who == .citizen, contact.state == .left { return }
        guard inquiry.heldMessages.isEmpty || who != .agent else { throw .heldTextWaiting }
        let waited = contact.state == .waiting
        emit(.chatEnded(interaction: contact.id, by: who))
        cancel(.chatFirstReply)
        decision.timers += [.cancel(id, .chatIdle), .cancel(id, .chatTimeout)]
        decision.leases.append(.drop(id))
        switch who {
        case .agent: say(.chatEndedByAgent)
        case .citizen:
            say(.chatEndedByCitizen)
            if waited, inquiry.owner == nil { closeWithdrawn() }
        case .timeout, .closingTime: say(.chatTimedOut)
        }
        keepPromiseOfEndedChat()
    }

    /// While a chat lasts, its citizen waits before our eyes. Once it has ended and is not answered, the date
    /// that its receipt named is a deadline like any other (model §5.9: both are equal).
    mutating func keepPromiseOfEndedChat() {
        guard let inquiry, inquiry.state.isOpen, inquiry.state != .answered, let date = inquiry.promisedAt
        else {
            return
        }
        let answers: [DeadlineKind] = [.emailAnswer, .expectedFinal, .sameDay, .callback, .appointment]
        if inquiry.deadlines.contains(where: { answers.contains($0.kind) && $0.settledAt == nil }) { return }
        start(.sameDay, from: min(inquiry.receivedAt, date), due: date)
    }

    /// A citizen who left the queue by himself withdrew his question.
    private mutating func closeWithdrawn() {
        for deadline in inquiry?.deadlines ?? [] where deadline.state == .running { cancel(deadline.kind) }
        emit(
            .inquiryClosed(
                by: nil, result: .withdrawn, archive: nil, phoneOutcome: nil, referredTo: nil, reason: nil))
    }
}

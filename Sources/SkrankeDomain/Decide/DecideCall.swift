/// A call as the telephone system tells it: tolerant of repetition, disorder and gaps (R47, channels §1.4).
///
/// Each fact is written once. What follows from the facts together (answered, left, to be called back) is
/// settled after each, and put right where a late fact says otherwise.
extension Deciding {
    mutating func reportCall(_ event: PhoneEvent) throws(Refusal) {
        // Its number is another call's by now, and that one has an identifier of its own.
        if let call = reported?.call, call.isLongOver(at: now) { return }
        try beginCall(event)
        let wasAnswered = reported?.call?.answeredAt != nil
        try continueCall(from: event.origin)
        guard let contact = reported, let call = contact.call else { return }
        try learnNumber(event.from)
        switch event.kind {
        case .newCall:
            if call.offeredAt == nil { offer(contact, event.origin) }
        case .answer: try answer(contact, event)
        case .hangup:
            if call.endedAt == nil { emit(.callEnded(interaction: contact.id, cause: event.cause)) }
        }
        try settleCall(wasAnswered: wasAnswered)
    }

    /// The contact that the telephone system told about.
    private var reported: Interaction? { inquiry?.interactions.first { $0.call != nil } }

    private mutating func beginCall(_ event: PhoneEvent) throws(Refusal) {
        guard inquiry == nil else { return }
        let number = try Deciding.field(event.from)
        let who = try newContact(
            ContactDetails(phone: number), type: number == nil ? .anonymous : .citizen,
            language: policy.language)
        let subject = number.map { store($0, as: .note) }
        try receive(
            channel: .phone, language: policy.language, contact: who,
            type: who == nil ? .anonymous : .citizen, topic: nil, subject: subject, at: now)
        emit(
            .callReported(
                interaction: context.identifiers.next(), isInHours: policy.calendar.isOpen(at: now),
                goal: .seconds(policy.promises.phoneAnswerSeconds)))
    }

    /// The number came with a later event.
    private mutating func learnNumber(_ number: String?) throws(Refusal) {
        guard inquiry?.contact == nil, inquiry?.state != .closed, inquiry?.isErased == false,
            let number = try Deciding.field(number),
            let contact = try newContact(
                ContactDetails(phone: number), type: .citizen, language: policy.language)
        else { return }
        emit(.contactLinked(contact: contact))
    }

    private mutating func offer(_ contact: Interaction, _ origin: InquiryID?) {
        emit(.callOffered(interaction: contact.id, origin: origin == id ? nil : origin))
        guard let call = reported?.call, call.isInHours, call.outcome == .waiting else { return }
        let since = call.waitingSince ?? now
        start(.phoneAnswer, from: since, due: since + call.goal)
    }

    /// Whoever talks to the caller has the inquiry, even if a colleague had claimed it while it rang.
    private mutating func answer(_ contact: Interaction, _ event: PhoneEvent) throws(Refusal) {
        let agent = policy.agent(phoneUsers: event.users)
        guard contact.answeredAt == nil || (contact.agent == nil && agent != nil) else { return }
        emit(.callAnswered(interaction: contact.id, by: agent))
        meet(.phoneAnswer)
        guard let inquiry, inquiry.state.isOpen || inquiry.voided?.isOfLostCall == true, let agent else {
            return
        }
        reviveCall()
        decision.leases.append(.take(id, agent))
        if inquiry.owner == nil {
            emit(.inquiryClaimed(by: agent))
        } else if inquiry.owner != agent {
            emit(.inquiryAssigned(to: agent, by: agent))
        }
    }

    /// What follows from all that is known of the call.
    ///
    /// - Parameter wasAnswered: it was known before that somebody talks to the caller. Only the news of an answer
    ///   takes back what the desk's own program promised: a callback agreed in the call is the agent's word.
    mutating func settleCall(wasAnswered: Bool) throws(Refusal) {
        guard let contact = reported, let call = contact.call else { return }
        if call.outcome == .waiting {
            decision.timers.append(
                .set(id, .callSilence, due: contact.startedAt + .seconds(Limits.callRingSeconds)))
        } else {
            decision.timers.append(.cancel(id, .callSilence))
        }
        switch call.outcome {
        case .answered, .talking:
            if !wasAnswered { withdrawCallback() }
            if call.outcome == .answered, let contact = reported { startWrapUp(contact, call) }
        case .abandoned:
            cancel(.phoneAnswer)
            try followUpLostCall()
        case .forwarded:
            cancel(.phoneAnswer)
            // Another call goes on from it; here is nothing left to do, and nobody to be called back.
            guard inquiry?.voided != .putThrough else { return }
            reviveCall()
            if inquiry?.open(.callback)?.callback?.attempts.isEmpty != false { annulLostCall(.putThrough) }
        case .waiting: break
        }
    }

    /// The hangup never came: the caller is gone, and is called back like whoever left.
    mutating func endSilentCall() throws(Refusal) {
        guard let contact = reported, contact.call?.outcome == .waiting,
            contact.startedAt + .seconds(Limits.callRingSeconds) <= now
        else { return }
        emit(.callEnded(interaction: contact.id, cause: nil))
        try settleCall(wasAnswered: false)
    }

    /// Whoever left before he was answered is called back within the promised window, at any hour; without a
    /// number nobody can be (model §5.4, §5.7).
    private mutating func followUpLostCall() throws(Refusal) {
        guard let inquiry, inquiry.channel == .phone else { return }
        guard inquiry.contact != nil else { return annulLostCall(.hungUp) }
        reviveCall()
        guard self.inquiry?.state.isOpen == true else { return }
        emit(.channelMoved(from: .phone, to: .callback, reason: nil))
        let promise = dates.callback(requested: now)
        emit(
            .callbackRequested(
                interaction: context.identifiers.next(), from: promise.start, until: promise.due))
        start(.callback, from: now, due: promise.due)
    }

    private mutating func annulLostCall(_ reason: VoidReason) {
        guard let inquiry, inquiry.state.isOpen else { return }
        settle(answered: false)
        emit(.inquiryVoided(by: nil, reason: reason))
        decision.leases.append(.drop(id))
    }

    /// It was annulled because nothing was known of the caller; now something is.
    private mutating func reviveCall() {
        guard inquiry?.voided?.isOfLostCall == true else { return }
        emit(.inquiryReopened(by: nil, reason: nil))
    }

    /// He was answered after all: what the system promised is withdrawn, unless somebody has rung already.
    private mutating func withdrawCallback() {
        reviveCall()
        guard let inquiry, inquiry.state.isOpen, inquiry.channel == .callback,
            let callback = inquiry.open(.callback), callback.callback?.attempts.isEmpty == true,
            inquiry.interactions.count == 2
        else { return }
        cancel(.callback)
        emit(.channelMoved(from: .callback, to: .phone, reason: nil))
    }
}

extension DeskPolicy {
    /// The agent whom the telephone system names. Nil where it names none or several of ours.
    func agent(phoneUsers users: [String]) -> AgentID? {
        let names = Set(users.map { $0.lowercased() })
        let found = staff.filter { $0.value.phoneUser.map { names.contains($0.lowercased()) } ?? false }
        return found.count == 1 ? found.first?.key : nil
    }
}

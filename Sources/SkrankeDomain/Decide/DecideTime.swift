/// What time brings: held text leaves, promises near and pass, chats fall silent, the desk closes.
///
/// A timer that no longer fits is no error and no event: it may fire late, twice or for nothing.
extension Deciding {
    mutating func timerFired(_ kind: TimerKind, due: Moment) throws(Refusal) {
        guard inquiry != nil else { return }
        switch kind {
        case .heldText(let message): releaseHeld(message)
        case .deadlineWarning(let kind): warn(kind)
        case .deadlineDue(let kind): miss(kind)
        case .chatIdle: chatIdle()
        case .chatTimeout: chatTimeout()
        case .citizenReminder: remindCitizen()
        case .citizenSilence: endWaitingForCitizen()
        case .callSilence: try endSilentCall()
        case .claimIdle: tellIdleClaim()
        case .appointmentReminder: remindOfAppointment()
        case .callWrapUp: endWrapUp(at: due)
        }
    }

    /// One transaction makes the text visible and the outbox row ready (DESIGN §4).
    private mutating func releaseHeld(_ id: MessageID) {
        guard let message = inquiry?.messages.first(where: { $0.id == id }),
            case .held(let until) = message.delivery, until <= now, case .agent(let agent) = message.author
        else { return }
        if !canWrite { decision.outbox.append(.ready(id)) }
        deliver(id, message.content, by: agent, final: true)
    }

    private mutating func warn(_ kind: DeadlineKind) {
        guard let deadline = inquiry?.deadline(kind), deadline.state == .running, !deadline.warned else {
            return
        }
        let threshold =
            deadline.start + Span(milliseconds: (deadline.due - deadline.start).milliseconds * 3 / 4)
        if now >= threshold { emit(.deadlineWarning(kind: kind)) }
    }

    private mutating func miss(_ kind: DeadlineKind) {
        guard let deadline = inquiry?.deadline(kind), deadline.state == .running, deadline.due <= now else {
            return
        }
        emit(.deadlineMissed(kind: kind, due: deadline.due))
        if kind == .callback { requeueCallback() }
    }

    private mutating func chatIdle() {
        guard let contact = inquiry?.open(.chat), contact.state == .active else { return }
        emit(.chatIdle(interaction: contact.id))
        say(.chatIdle)
        let rest = policy.channels.chatTimeoutMinutes - policy.channels.chatIdleMinutes
        decision.timers.append(.set(id, .chatTimeout, due: now + .minutes(max(1, rest))))
    }

    private mutating func chatTimeout() {
        guard let contact = inquiry?.open(.chat), contact.state == .citizenIdle else { return }
        emit(.chatEnded(interaction: contact.id, by: .timeout))
        say(.chatTimedOut)
        decision.leases.append(.drop(id))
        keepPromiseOfEndedChat()
    }

    /// On the page the desk's own words reach the citizen. In other channels only a human being does: there
    /// the desk waits no longer, and the agent sees it among his work with its date.
    private mutating func remindCitizen() {
        guard let inquiry, inquiry.state == .awaitingCitizen else { return }
        if canWrite {
            let text = policy.texts.text(.citizenReminder, inquiry.language)
            post(context.identifiers.next(), store(text, as: .message), .reminder)
        } else {
            guard inquiry.channel == .chat || inquiry.channel == .mia else { return endWaitingForCitizen() }
            say(.citizenReminder)
        }
        emit(.citizenReminded)
        let rest = max(1, policy.promises.silenceDays - policy.promises.reminderDays)
        decision.timers.append(.set(id, .citizenSilence, due: now + .days(rest)))
    }

    /// Back to work, and the promises run again (model §5.2: timeout; §5.7: awaitingCitizen alone pauses).
    private mutating func endWaitingForCitizen() {
        guard inquiry?.state == .awaitingCitizen else { return }
        emit(.citizenSilent)
        resumePromises()
    }

    /// Who waits is told, and his question gets a date (issue: closing time, last agent gone).
    mutating func leaveQuestion(_ cause: LeftCause) throws(Refusal) {
        guard let contact = inquiry?.open(.chat), contact.state == .waiting else { throw .contactNotReady }
        try keepQuestion(contact.id, cause)
    }
}

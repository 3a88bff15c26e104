/// How a contact begins in each channel, with the promises that it carries (model §5.4, §5.7).
extension Deciding {
    /// Begins the interaction of `channel`. `words` is the text that came with it.
    mutating func open(
        _ channel: Channel, _ target: ChannelTarget, words: ContentID?, by agent: AgentID?, received: Moment
    ) throws(Refusal) {
        let interaction: InteractionID = context.identifiers.next()
        if let words, !channel.isWritten, let agent {
            emit(.noteAdded(message: context.identifiers.next(), content: words, by: agent))
        }
        switch channel {
        case .phone, .media:
            guard let agent else { throw .notPermitted }
            emit(.callAnswered(interaction: interaction, by: agent))
        case .callback: try requestCallback(interaction, target)
        case .visit: try arrive(interaction)
        case .appointment: try book(interaction, target, requested: received)
        case .chat, .mia:
            if let words {
                emit(.chatMessageSent(message: context.identifiers.next(), content: words, author: .citizen))
            }
            try waitOrLeave(interaction)
        case .email, .letter, .sms, .social:
            let content = words ?? inquiry?.subject ?? store("-", as: .message)
            emit(
                .emailReceived(
                    interaction: interaction, message: context.identifiers.next(), content: content))
        }
        startAnswerPromise(channel, received: received)
    }

    /// The promise of a final answer, where the channel's own deadline is none.
    mutating func startAnswerPromise(_ channel: Channel, received: Moment) {
        guard let inquiry else { return }
        if inquiry.deadline(.emailAnswer) != nil || inquiry.deadline(.expectedFinal) != nil { return }
        if inquiry.kind == .caseWork {
            let promise = dates.expectedFinal(topic: inquiry.topic, received: received)
            start(.expectedFinal, from: promise.start, due: promise.due)
        } else if channel.isWritten, channel != .chat, channel != .mia {
            let promise = dates.emailAnswer(received: received)
            start(.emailAnswer, from: promise.start, due: promise.due)
        }
    }

    private mutating func requestCallback(
        _ interaction: InteractionID, _ target: ChannelTarget
    ) throws(Refusal) {
        let window: (from: Moment, until: Moment)
        switch target {
        case .window(let from, let until):
            guard from < until else { throw .slotInvalid }
            guard until > now else { throw .dateNotInFuture }
            window = (from, until)
        case .none, .slot:
            let promise = dates.callback(requested: now)
            window = (promise.start, promise.due)
        }
        emit(.callbackRequested(interaction: interaction, from: window.from, until: window.until))
        start(.callback, from: now, due: window.until)
    }

    private mutating func arrive(_ interaction: InteractionID) throws(Refusal) {
        let counter = Counter.ticket(policy.calendar.zone.date(at: now))
        guard let ticket = context.counters[counter] else { throw .limitReached }
        decision.usedCounters.insert(counter)
        emit(.visitorArrived(interaction: interaction, ticket: ticket))
        start(.walkInWait, from: now, due: now + .seconds(policy.promises.walkInWaitSeconds))
    }

    /// A meeting within eight days of the request; the slot is the host's alone (R52, K7, lessons 29).
    private mutating func book(
        _ interaction: InteractionID, _ target: ChannelTarget, requested: Moment
    ) throws(Refusal) {
        guard case .slot(let host, let from, let until) = target, !host.isBlank, from < until else {
            throw .slotInvalid
        }
        guard from > now else { throw .dateNotInFuture }
        let promise = dates.appointment(requested: requested)
        guard until <= promise.due else { throw .slotInvalid }
        guard policy.calendar.isOpen(at: from) else { throw .dateNotOpen }
        try reserve(Appointment(host: host, from: from, until: until))
        emit(.appointmentBooked(interaction: interaction, host: host, from: from, until: until))
        start(.appointment, from: promise.start, due: promise.due)
        remind(of: Appointment(host: host, from: from, until: until))
    }

    /// Takes the host's time; whoever holds any of it already wins.
    mutating func reserve(_ appointment: Appointment) throws(Refusal) {
        let keys = appointment.uniqueKeys
        guard !keys.isEmpty else { throw .slotInvalid }
        for key in keys {
            if let holder = context.reservations[key], holder != .inquiry(id) { throw .slotTaken }
        }
        decision.reserves += keys
    }
}

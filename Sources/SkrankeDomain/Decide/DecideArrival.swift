/// Arrival: an inquiry begins, by a citizen or registered by hand.
extension Deciding {
    mutating func startChat(
        _ question: String, _ language: Language?, _ contact: ContactDetails?
    ) throws(Refusal) {
        guard inquiry == nil else { throw .notFound }
        let text = try Deciding.checked(question)
        let language = language ?? policy.language
        let who = try newContact(contact, type: nil, language: language)
        let subject = store(text, as: .message)
        try receive(
            channel: .chat, language: language, contact: who, type: who == nil ? .anonymous : .citizen,
            topic: nil,
            subject: subject, at: now)
        emit(.chatMessageSent(message: context.identifiers.next(), content: subject, author: .citizen))
        try waitOrLeave(context.identifiers.next())
    }

    /// The chat waits for a human being, or becomes a left question with a date (K13, R46).
    mutating func waitOrLeave(_ interaction: InteractionID) throws(Refusal) {
        if !policy.calendar.isOpen(at: now) {
            try keepQuestion(interaction, .closed)
        } else if !context.staffing.isAnyoneThere {
            try keepQuestion(interaction, .nobodyThere)
        } else {
            emit(.chatWaiting(interaction: interaction))
            let due = now + .seconds(policy.promises.chatFirstReplySeconds)
            start(.chatFirstReply, from: now, due: due)
            try giveReceipt(.receiptChat, channel: .chat, expectedAt: dates.sameDay(now).due)
        }
    }

    /// The question is kept: the e-mail promise runs, and the citizen is told the date (model §5.4, §5.7).
    mutating func keepQuestion(_ interaction: InteractionID, _ cause: LeftCause) throws(Refusal) {
        emit(.questionLeft(interaction: interaction, cause: cause))
        cancel(.chatFirstReply)
        let promise = dates.emailAnswer(received: now)
        if inquiry?.deadline(.emailAnswer)?.state != .running {
            start(.emailAnswer, from: promise.start, due: promise.due)
        }
        let key: CitizenTexts.Key =
            switch cause {
            case .closed: .leftClosed
            case .nobodyThere, .lastAgentLeft, .deskGone: .leftNobodyThere
            case .closingTime: .leftClosingTime
            }
        try giveReceipt(key, channel: .chat, expectedAt: inquiry?.deadline(.emailAnswer)?.due ?? promise.due)
    }

    mutating func register(_ registration: Registration) throws(Refusal) {
        guard inquiry == nil else { throw .notFound }
        let agent = context.caller.actor.agent
        let text = try Deciding.checked(registration.text)
        if let topic = registration.topic { try knows(topic) }
        let received = registration.receivedAt ?? now
        guard received <= now else { throw .dateNotInFuture }
        let language = registration.language ?? policy.language
        let who = try newContact(registration.contact, type: registration.contactType, language: language)
        let subject = store(text, as: registration.channel.isWritten ? .message : .note)
        try receive(
            channel: registration.channel, language: language, contact: who,
            type: who == nil && registration.contactType == .citizen ? .anonymous : registration.contactType,
            topic: registration.topic, subject: subject, at: received)
        if registration.kind == .caseWork { emit(.reclassified(kind: .caseWork)) }
        try open(registration.channel, registration.target, words: subject, by: agent, received: received)
        if registration.claim || registration.channel == .phone, let agent { try take(by: agent) }
    }

    mutating func receive(
        channel: Channel, language: Language, contact: ContactID?, type: ContactType, topic: TopicCode?,
        subject: ContentID?, at received: Moment
    ) throws(Refusal) {
        let year = policy.calendar.zone.date(at: now).year
        let counter = Counter.reference(year: year)
        guard let number = context.counters[counter],
            let reference = PublicReference(year: year, number: number)
        else { throw .limitReached }
        decision.usedCounters.insert(counter)
        emit(
            .inquiryReceived(
                reference: reference, channel: channel, language: language, contact: contact,
                contactType: type,
                topic: topic, subject: subject, receivedAt: received))
    }

    /// A new row of `contact`, or nil where the citizen told nothing. Anonymous is allowed (K18).
    mutating func newContact(
        _ details: ContactDetails?, type: ContactType?, language: Language
    ) throws(Refusal) -> ContactID? {
        guard let details, !details.isEmpty else { return nil }
        let contact: ContactID = context.identifiers.next()
        decision.contacts.append(
            Contact(
                id: contact, type: type ?? .citizen, name: try Deciding.field(details.name),
                email: try Deciding.field(details.email), phone: try Deciding.field(details.phone),
                language: language))
        return contact
    }

    /// A one-line field within its limit; blank is nil.
    static func field(_ text: String?) throws(Refusal) -> String? {
        guard let text, !text.isBlank else { return nil }
        if text.unicodeScalars.count > Limits.fieldLength { throw .textTooLong(limit: Limits.fieldLength) }
        return text
    }

    func knows(_ topic: TopicCode) throws(Refusal) {
        guard policy.topics.isEmpty || policy.topics.contains(topic) else { throw .unknownTopic }
    }
}

extension Channel {
    /// The citizen's own words reach the desk in writing; in the others an agent notes what was said.
    var isWritten: Bool {
        switch self {
        case .chat, .mia, .email, .letter, .sms, .social: true
        case .visit, .appointment, .phone, .callback, .media: false
        }
    }
}

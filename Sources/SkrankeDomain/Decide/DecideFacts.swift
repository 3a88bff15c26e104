/// Facts about the inquiry: topic, who asks, simple or case work; and what must be forgotten.
extension Deciding {
    /// A new topic computes the expected date anew, but never changes a promise silently (model §5.7):
    /// the citizen's date stands until a receipt with another was given.
    mutating func setTopic(_ topic: TopicCode) throws(Refusal) {
        let inquiry = try existing()
        guard inquiry.state != .voided else { throw .wrongState(inquiry.state) }
        try knows(topic)
        if inquiry.topic == topic { return }
        emit(.topicSet(topic: topic))
    }

    mutating func setContactType(_ type: ContactType) throws(Refusal) {
        let inquiry = try existing()
        if inquiry.contactType == type { return }
        emit(.contactTypeSet(type: type))
    }

    mutating func setContact(_ details: ContactDetails) throws(Refusal) {
        let inquiry = try existing()
        guard
            let contact = try newContact(details, type: inquiry.contactType, language: inquiry.language)
        else { throw .invalidContact }
        emit(.contactLinked(contact: contact))
    }

    /// From simple to case work the 48 hours end and the service's date begins, with a new receipt (K5).
    mutating func reclassify(_ kind: ErrandKind) throws(Refusal) {
        let inquiry = try existing()
        guard inquiry.state.isOpen else { throw .wrongState(inquiry.state) }
        if inquiry.kind == kind { return }
        emit(.reclassified(kind: kind))
        switch kind {
        case .caseWork:
            cancel(.emailAnswer)
            let promise = dates.expectedFinal(topic: inquiry.topic, received: inquiry.receivedAt)
            start(.expectedFinal, from: promise.start, due: max(promise.due, dates.sameDay(now).due))
        case .simple:
            cancel(.expectedFinal)
            let promise = dates.emailAnswer(received: inquiry.receivedAt)
            start(.emailAnswer, from: promise.start, due: promise.due)
        }
        if inquiry.isReceipted {
            let date = dates.expected(for: try existing(), now: now)
            try giveReceipt(.expectedDateChanged, channel: inquiry.channel, expectedAt: date)
        }
    }

    /// Forgets the words and the person, keeps that it happened (law 10). Unsent text is cancelled. What it was
    /// merged or split with holds the same person's same words, and is forgotten with it.
    mutating func eraseContent() throws(Refusal) {
        try eraseOwn()
        for other in others.keys.sorted() {
            try inStream(of: other) { (second: inout Deciding) throws(Refusal) in try second.eraseOwn() }
        }
    }

    private mutating func eraseOwn() throws(Refusal) {
        let inquiry = try existing()
        for message in inquiry.heldMessages {
            decision.outbox.append(.withdraw(message.id))
            decision.timers.append(.cancel(id, .heldText(message.id)))
        }
        var contents = inquiry.messages.map(\.content) + inquiry.receipts.map(\.content)
        if let subject = inquiry.subject { contents.append(subject) }
        contents += inquiry.mail.envelopes.values.sorted() + inquiry.mail.sent.map(\.content)
        var seen: Set<ContentID> = []
        contents = contents.filter { seen.insert($0).inserted }
        emit(.contentErased(contents: contents, contact: inquiry.contact))
        decision.erases.append(Erasure(inquiry: id, contents: contents, contact: inquiry.contact))
    }
}

/// A visitor at the desk: ticket, parked, several services, handed to a host (model §5.4, issue 10).
extension Deciding {
    /// A ticket from the kiosk. Its number is the day's next, counted in this transaction.
    mutating func takeTicket(_ wish: TicketWish) throws(Refusal) {
        guard inquiry == nil else { throw .notFound }
        guard policy.calendar.isOpen(at: now) else { throw .deskClosed }
        if let topic = wish.topic { try knows(topic) }
        let subject = store(ticketSubject(wish), as: .note)
        try receive(
            channel: .visit, language: wish.language ?? policy.language, contact: nil, type: .anonymous,
            topic: wish.topic, subject: subject, at: now)
        try open(.visit, .none, words: nil, by: nil, received: now)
        try giveReceipt(.receiptVisit, channel: .visit, expectedAt: dates.sameDay(now).due)
    }

    /// In the desk's own language, for whoever calls: topic and needs.
    private func ticketSubject(_ wish: TicketWish) -> String {
        let language = policy.language
        let topic = wish.topic.flatMap { policy.services[$0]?.name }
        let about = topic?[language] ?? topic?[.nb] ?? policy.texts.text(.topicUnknown, language)
        let needs = wish.needs.map { policy.texts.text($0.text, language) }
        return ([about] + needs).joined(separator: " · ")
    }

    /// The visitor fills in a form or fetches a paper; his agent keeps him, his place is not lost.
    mutating func parkVisit() throws(Refusal) {
        _ = try owned()
        let contact = try visit(in: .called, .active)
        emit(.visitParked(interaction: contact.id))
        decision.leases.append(.drop(id))
    }

    /// One more thing while he is here: counted in the same visit, which goes on about the new topic.
    mutating func addService(_ topic: TopicCode) throws(Refusal) {
        _ = try owned()
        let contact = try visit(in: .active)
        try knows(topic)
        guard (contact.visit?.services.count ?? 0) < Limits.servicesPerVisit else { throw .limitReached }
        emit(.visitServiceAdded(interaction: contact.id, topic: topic))
        if inquiry?.topic != topic { emit(.topicSet(topic: topic)) }
    }

    /// To a colleague who receives him: he waits for that one alone, who is told.
    mutating func handVisitor(to host: AgentID, reason: String?) throws(Refusal) {
        let (_, agent) = try owned()
        let contact = try visit(in: .waiting, .called, .active, .parked)
        guard policy.staff.isEmpty || policy.staff[host] != nil else { throw .unknownAgent }
        guard host != agent else { throw .notOwner(owner: agent) }
        let why = try storeReason(reason)
        emit(.visitHandedOver(interaction: contact.id, to: host, by: agent, reason: why))
        emit(.inquiryAssigned(to: host, by: agent))
        decision.leases.append(.drop(id))
    }

    private func visit(in states: InteractionState...) throws(Refusal) -> Interaction {
        let inquiry = try existing()
        guard inquiry.channel == .visit else { throw .wrongChannel(inquiry.channel) }
        guard let contact = inquiry.open(.visit), states.contains(contact.state) else {
            throw .contactNotReady
        }
        return contact
    }
}

/// Visits, appointments and calls registered by hand while they last (model §5.4).
extension Deciding {
    func contact(
        _ channel: Channel, in states: InteractionState...
    ) throws(Refusal) -> Interaction {
        let inquiry = try existing()
        guard inquiry.channel == channel else { throw .wrongChannel(inquiry.channel) }
        guard let contact = inquiry.open(channel), states.contains(contact.state) else {
            throw .contactNotReady
        }
        return contact
    }

    mutating func callVisitor(counter: String?) throws(Refusal) {
        let agent = try agent()
        let contact = try contact(.visit, in: .waiting, .called, .parked)
        let inquiry = try existing()
        if let owner = inquiry.owner, owner != agent {
            throw .alreadyClaimed(by: owner, at: inquiry.claimedAt ?? now)
        }
        if inquiry.owner == nil {
            try room(for: inquiry, agent)
            emit(.inquiryClaimed(by: agent))
        }
        emit(.visitorCalled(interaction: contact.id, by: agent, counter: try Deciding.field(counter)))
        decision.leases.append(.take(id, agent))
        meet(.walkInWait)
    }

    mutating func startVisit() throws(Refusal) {
        let (_, agent) = try owned()
        let contact = try contact(.visit, in: .called, .waiting, .parked)
        emit(.visitStarted(interaction: contact.id, by: agent))
        decision.leases.append(.take(id, agent))
        meet(.walkInWait)
    }

    mutating func visitorLeft() throws(Refusal) {
        let inquiry = try existing()
        let contact = try contact(.visit, in: .waiting, .called, .parked)
        if let owner = inquiry.owner, owner != (try agent()) { throw .notOwner(owner: owner) }
        emit(.visitorLeft(interaction: contact.id))
        // Whoever left before he was called counts as a miss of the waiting goal (G5).
        if let wait = inquiry.deadline(.walkInWait), wait.state == .running {
            emit(.deadlineMissed(kind: .walkInWait, due: wait.due))
            meet(.walkInWait)
        }
        settle(answered: false)
        decision.leases.append(.drop(id))
    }

    mutating func finishVisit() throws(Refusal) {
        _ = try owned()
        let contact = try contact(.visit, in: .active)
        emit(.visitDone(interaction: contact.id))
        decision.leases.append(.drop(id))
    }

    mutating func reschedule(from: Moment, until: Moment, byCitizen: Bool) throws(Refusal) {
        let isCitizen = try meetingParty()
        let contact = try contact(.appointment, in: .booked)
        guard let old = contact.appointment else { throw .contactNotReady }
        guard from < until else { throw .slotInvalid }
        guard from > now else { throw .dateNotInFuture }
        guard policy.calendar.isOpen(at: from) else { throw .dateNotOpen }
        let new = Appointment(host: old.host, from: from, until: until)
        if isCitizen {
            guard let host = policy.visits.host(old.host) else { throw .slotInvalid }
            try offered(new, by: host)
        }
        // A citizen's own wish begins the eight days anew; ours does not (model §5.7).
        let limit = byCitizen ? dates.appointment(requested: now) : nil
        if let due = limit?.due ?? inquiry?.deadline(.appointment)?.due, until > due { throw .slotInvalid }
        decision.frees += old.uniqueKeys
        try reserve(new)
        emit(
            .appointmentRescheduled(interaction: contact.id, from: from, until: until, byCitizen: byCitizen))
        if let limit {
            cancel(.appointment)
            start(.appointment, from: limit.start, due: limit.due)
        }
        remind(of: new)
        sayMeeting(.appointmentMoved)
    }

    mutating func cancelAppointment(byCitizen: Bool) throws(Refusal) {
        _ = try meetingParty()
        let contact = try contact(.appointment, in: .booked)
        emit(.appointmentCancelled(interaction: contact.id, byCitizen: byCitizen))
        decision.frees += contact.appointment?.uniqueKeys ?? []
        decision.timers.append(.cancel(id, .appointmentReminder))
        cancel(.appointment)
        sayMeeting(.appointmentCancelled)
    }

    mutating func arriveForAppointment() throws(Refusal) {
        // The kiosk asks again where its answer was lost: who is here, is here.
        if context.caller.actor == .system(.intake) {
            if inquiry?.open(.appointment)?.state == .arrived { return }
        } else {
            _ = try agent()
        }
        let contact = try contact(.appointment, in: .booked)
        emit(.appointmentArrived(interaction: contact.id))
        tellHost(of: contact)
    }

    mutating func holdAppointment() throws(Refusal) {
        _ = try agent()
        let contact = try contact(.appointment, in: .booked, .arrived)
        emit(.appointmentHeld(interaction: contact.id))
        meet(.appointment)
    }

    mutating func noShow() throws(Refusal) {
        _ = try agent()
        let contact = try contact(.appointment, in: .booked)
        guard let slot = contact.appointment, slot.from <= now else { throw .contactNotReady }
        emit(.appointmentNoShow(interaction: contact.id))
        cancel(.appointment)
    }

    mutating func endCall() throws(Refusal) {
        _ = try owned()
        let contact = try contact(.phone, in: .active)
        emit(.callEnded(interaction: contact.id))
        decision.leases.append(.drop(id))
    }
}

/// A meeting in Skranke's own calendar that a citizen books, moves and cancels himself (R52, model §5.4).
extension Deciding {
    /// Only what a host offers, within the eight days, with a way to reach the citizen.
    mutating func bookAppointment(_ wish: BookingWish) throws(Refusal) {
        guard inquiry == nil else { throw .notFound }
        guard let host = policy.visits.host(wish.host) else { throw .slotInvalid }
        if let topic = wish.topic { try knows(topic) }
        guard wish.contact.canBeReached else { throw .invalidContact }
        try offered(wish.slot, by: host)
        let language = wish.language ?? policy.language
        let who = try newContact(wish.contact, type: .citizen, language: language)
        let about = wish.about.isBlank ? host.name(policy.language) : try Deciding.checked(wish.about)
        let subject = store(about, as: .message)
        try receive(
            channel: .appointment, language: language, contact: who, type: .citizen,
            topic: wish.topic ?? (host.topics.count == 1 ? host.topics.first : nil), subject: subject, at: now
        )
        if !wish.about.isBlank {
            emit(.chatMessageSent(message: context.identifiers.next(), content: subject, author: .citizen))
        }
        let target = ChannelTarget.slot(host: wish.host, from: wish.from, until: wish.until)
        try open(.appointment, target, words: nil, by: nil, received: now)
        try giveReceipt(.receiptAppointment, channel: .appointment, expectedAt: wish.from)
        sayMeeting(.appointmentBooked)
    }

    /// What the host has in his hours, neither past nor too soon. Whether it is free the store says.
    func offered(_ slot: Appointment, by host: HostPolicy) throws(Refusal) {
        guard FreeSlots.offers(host, slot, policy.calendar) else { throw .slotInvalid }
        guard slot.from >= now + .minutes(host.noticeMinutes) else { throw .dateNotInFuture }
    }

    /// Whoever may say when the meeting is: the citizen of this inquiry, or an agent.
    ///
    /// - Returns: whether it is the citizen himself.
    func meetingParty() throws(Refusal) -> Bool {
        switch context.caller.actor {
        case .citizen(let own) where own == id: return true
        case .agent: return false
        default: throw .notPermitted
        }
    }

    /// Tells the citizen, where he reads: on the page of his inquiry. Letters and text messages are made of
    /// the same events by whoever carries them.
    mutating func sayMeeting(_ key: CitizenTexts.Key) {
        guard let inquiry, let slot = inquiry.interactions.last(where: { $0.appointment != nil })?.appointment
        else { return }
        let language = inquiry.language
        let host = policy.visits.host(slot.host)
        let when = Phrases(language).dateAndTime(policy.calendar.zone.wallTime(at: slot.from))
        say(
            key,
            [
                "when": when,
                "host": host?.name(language) ?? policy.staff[AgentID(slot.host)]?.name ?? slot.host,
                "place": host?.place(language) ?? "", "reference": inquiry.reference.text,
            ])
    }

    /// A host who is at work gets his visitor and hears of him; where he is not, the desk keeps him and sees
    /// it (scenario 13).
    mutating func tellHost(of contact: Interaction) {
        guard let slot = contact.appointment, inquiry?.owner == nil else { return }
        let person = policy.visits.host(slot.host)?.person ?? AgentID(slot.host)
        guard policy.staff[person] != nil, let member = context.staffing.members[person],
            member.presence != .off
        else { return }
        emit(.inquiryClaimed(by: person))
    }

    /// The reminder before the meeting; none where it is as near as that already.
    mutating func remind(of slot: Appointment) {
        decision.timers.append(.cancel(id, .appointmentReminder))
        guard policy.visits.reminderMinutes > 0 else { return }
        let due = slot.from - .minutes(policy.visits.reminderMinutes)
        if due > now { decision.timers.append(.set(id, .appointmentReminder, due: due)) }
    }

    mutating func remindOfAppointment() {
        guard let contact = inquiry?.open(.appointment), contact.state == .booked,
            let slot = contact.appointment, slot.remindedAt == nil, slot.from > now,
            slot.from - .minutes(policy.visits.reminderMinutes) <= now
        else { return }
        sayMeeting(.appointmentReminder)
        emit(.appointmentReminded(interaction: contact.id))
    }
}

extension ContactDetails {
    /// A name, and an address or a number under which he is told of changes.
    var canBeReached: Bool {
        !(name ?? "").isBlank && !((email ?? "").isBlank && (phone ?? "").isBlank)
    }
}

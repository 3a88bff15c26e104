/// What the store must read and lock before the intent can be decided.
extension Intent {
    /// The inquiry that it is about; nil for intents about staff.
    public var inquiry: InquiryID? {
        switch self {
        case .registerInquiry(let id, _), .startChat(let id, _, _, _), .citizenWrites(let id, _),
            .citizenEndsChat(let id), .claim(let id), .release(let id, _), .assign(let id, _),
            .takeOver(let id, _), .setTopic(let id, _), .setContactType(let id, _), .setContact(let id, _),
            .reclassify(let id, _), .addNote(let id, _), .sendMessage(let id, _, _, _, _),
            .withdrawMessage(let id, _), .giveSpokenAnswer(let id, _, _), .askCitizen(let id, _, _),
            .noteReply(let id, _), .merge(let id, _), .split(let id, _, _, _), .requestClearance(let id, _),
            .clearMessage(let id), .refuseClearance(let id, _),
            .endChat(let id), .sendReceipt(let id, _), .changeExpectedDate(let id, _, _, _),
            .transferToUnit(let id, _, _), .returnToDesk(let id, _), .moveChannel(let id, _, _, _),
            .close(let id, _, _), .reopen(let id, _), .void(let id, _), .attemptCallback(let id, _),
            .giveUpCallback(let id), .callVisitor(let id, _), .startVisit(let id), .visitorLeft(let id),
            .finishVisit(let id), .rescheduleAppointment(let id, _, _, _), .cancelAppointment(let id, _),
            .visitorForAppointment(let id), .holdAppointment(let id), .appointmentNoShow(let id),
            .endCall(let id), .callReported(let id, _), .handOver(let id, _, _),
            .receiveEmail(let id, _), .deliveryReported(let id, _, _), .mailSettled(let id, _, _),
            .sendEmail(let id, _, _, _, _, _), .resendEmail(let id, _),
            .takeTicket(let id, _), .parkVisit(let id), .addService(let id, _), .handVisitor(let id, _, _),
            .bookAppointment(let id, _), .leaveStaffMessage(let id, _, _, _),
            .timerFired(let id, _, _), .leaveQuestion(let id, _), .loseSession(let id, _),
            .eraseContent(let id):
            id
        case .openSession, .closeSession, .setPresence, .assignChannels, .setAbsence, .clearAbsence: nil
        }
    }

    /// The agent whose stream it is about.
    public var staffMember: AgentID? {
        switch self {
        case .openSession(let agent), .closeSession(let agent), .setPresence(let agent, _, _),
            .assignChannels(let agent, _):
            agent
        default: nil
        }
    }

    /// Whose hands it fills: the store reads what he holds and what he does (`Staffing.Member`).
    public func claimant(_ caller: Caller) -> AgentID? {
        switch self {
        case .claim, .takeOver, .callVisitor, .startVisit, .registerInquiry: caller.actor.agent
        case .assign(_, let agent): agent
        case .handOver(_, let agent, _): agent
        default: staffMember
        }
    }

    /// The person of the directory whose absence it is about.
    public var absentee: AgentID? {
        switch self {
        case .setAbsence(let person, _), .clearAbsence(let person): person
        default: nil
        }
    }

    public var stream: StreamID? {
        if let inquiry { return .inquiry(inquiry) }
        if let absentee { return .absence(absentee) }
        return staffMember.map { .agent($0) }
    }

    /// Numbers that it may use, named by the local day of `now`.
    public func counters(now: Moment, zone: TimeZoneRules) -> [Counter] {
        let today = zone.date(at: now)
        switch self {
        case .startChat, .split, .callReported, .bookAppointment: return [.reference(year: today.year)]
        case .takeTicket: return [.reference(year: today.year), .ticket(today)]
        case .registerInquiry(_, let registration):
            var counters: [Counter] = [.reference(year: today.year)]
            if registration.channel == .visit { counters.append(.ticket(today)) }
            return counters
        case .moveChannel(_, .visit, _, _): return [.ticket(today)]
        case .receiveEmail(_, let mail):
            return [
                .reference(year: today.year), .receipts(hour: now.seconds / 3_600),
                .receiptsTo(mail.senderKey, today),
            ]
        default: return []
        }
    }

    /// Its rule may write to the citizen by e-mail, so the store must say whether an address is known.
    public var mayWrite: Bool {
        switch self {
        case .sendMessage, .sendEmail, .askCitizen, .sendReceipt, .changeExpectedDate, .reclassify,
            .timerFired(_, .heldText, _), .timerFired(_, .citizenReminder, _):
            true
        default: false
        }
    }

    /// Keys that it wants for itself.
    public var uniqueKeys: [UniqueKey] {
        switch self {
        case .registerInquiry(_, let registration): registration.target.uniqueKeys
        case .moveChannel(_, _, let target, _): target.uniqueKeys
        case .bookAppointment(_, let wish): wish.slot.uniqueKeys
        default: []
        }
    }
}

extension ChannelTarget {
    /// Every five minutes of the host's slot; nothing for other targets.
    var uniqueKeys: [UniqueKey] {
        guard case .slot(let host, let from, let until) = self else { return [] }
        return Appointment(host: host, from: from, until: until).uniqueKeys
    }
}

extension Appointment {
    /// At most a working day's worth of keys.
    public var uniqueKeys: [UniqueKey] {
        guard from < until, (until - from) <= .hours(12) else { return [] }
        return stride(from: from.seconds, to: until.seconds, by: 300).map {
            .slot(host: host, at: Moment(seconds: $0))
        }
    }
}

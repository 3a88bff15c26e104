/// The rules: what an intent means for the state that it meets. Pure; the only writer of events.
public enum Decide {
    /// The decision, or why not.
    ///
    /// - Parameters:
    ///   - loaded: the streams that `intent.streams` names, as read in the write transaction.
    public static func decide(
        _ intent: Intent, _ loaded: Loaded, _ context: DecisionContext
    ) throws(Refusal) -> Decision {
        try Gate.check(intent, context.caller, owner: loaded.inquiry?.owner)
        guard let id = intent.inquiry else { return try DecideStaff.decide(intent, context) }
        var deciding = Deciding(id: id, inquiry: loaded.inquiry, others: loaded.others, context: context)
        deciding.hasEmailAddress = loaded.hasEmailAddress
        try deciding.run(intent)
        deciding.watchClaim(after: intent)
        return deciding.finished()
    }
}

extension Deciding {
    /// Every intent about one inquiry has its rule here.
    mutating func run(_ intent: Intent) throws(Refusal) {
        switch intent {
        case .registerInquiry(_, let registration): try register(registration)
        case .startChat(_, let question, let language, let contact):
            try startChat(question, language, contact)
        case .citizenWrites(_, let text): try citizenWrites(text)
        case .citizenEndsChat: try endChat(by: .citizen)
        case .claim: try claim()
        case .release(_, let reason): try release(reason)
        case .assign(_, let agent): try assign(agent)
        case .takeOver(_, let reason): try takeOver(reason)
        case .setTopic(_, let topic): try setTopic(topic)
        case .setContactType(_, let type): try setContactType(type)
        case .setContact(_, let details): try setContact(details)
        case .reclassify(_, let kind): try reclassify(kind)
        case .addNote(_, let text): try addNote(text)
        case .sendMessage(_, let text, let seen, let final, let immediately):
            try sendMessage(text, seen: seen, final: final, immediately: immediately)
        case .withdrawMessage(_, let message): try withdraw(message)
        case .giveSpokenAnswer(_, let summary, let seen): try giveSpokenAnswer(summary, seen: seen)
        case .askCitizen(_, let text, let seen): try askCitizen(text, seen: seen)
        case .endChat: try endChat(by: .agent)
        case .sendReceipt(_, let expected): try sendReceipt(expectedAt: expected)
        case .changeExpectedDate(_, let date, let reason, let seen):
            try changeExpectedDate(to: date, reason: reason, seen: seen)
        case .transferToUnit(_, let unit, let brief): try transfer(to: unit, brief: brief)
        case .returnToDesk(_, let reason): try returnToDesk(reason)
        case .moveChannel(_, let channel, let target, let reason):
            try moveChannel(to: channel, target, reason: reason)
        case .close(_, let details, let seen): try close(details, seen: seen)
        case .reopen(_, let reason): try reopen(reason)
        case .void(_, let reason): try void(reason)
        case .noteReply(_, let text): try noteReply(text)
        case .timerFired(_, let kind, let due): try timerFired(kind, due: due)
        case .leaveQuestion(_, let cause): try leaveQuestion(cause)
        case .loseSession(_, let agent): try loseSession(of: agent)
        case .eraseContent: try eraseContent()
        case .openSession, .closeSession, .setPresence, .assignChannels: throw .notFound
        default: try runContact(intent)
        }
    }

    /// Intents about two inquiries, about clearance, and about a callback, a visit, an appointment or a call.
    private mutating func runContact(_ intent: Intent) throws(Refusal) {
        switch intent {
        case .merge(_, let target): try merge(into: target)
        case .split(_, let new, let text, let topic): try split(new, text: text, topic: topic)
        case .requestClearance(_, let reason): try requestClearance(reason)
        case .clearMessage: try clearMessage()
        case .refuseClearance(_, let reason): try refuseClearance(reason)
        case .attemptCallback(_, let result): try attemptCallback(result)
        case .giveUpCallback: try giveUpCallback()
        case .callVisitor(_, let counter): try callVisitor(counter: counter)
        case .startVisit: try startVisit()
        case .visitorLeft: try visitorLeft()
        case .finishVisit: try finishVisit()
        case .rescheduleAppointment(_, let from, let until, let byCitizen):
            try reschedule(from: from, until: until, byCitizen: byCitizen)
        case .cancelAppointment(_, let byCitizen): try cancelAppointment(byCitizen: byCitizen)
        case .visitorForAppointment: try arriveForAppointment()
        case .holdAppointment: try holdAppointment()
        case .appointmentNoShow: try noShow()
        case .endCall: try endCall()
        case .callReported(_, let event): try reportCall(event)
        case .handOver(_, let to, let note): try handOver(to: to, note: note)
        case .leaveStaffMessage(_, let to, let text, let after):
            try leaveStaffMessage(to: to, text, after: after)
        default: try runDesk(intent)
        }
    }

    /// Intents about the desk itself: tickets, visits with several services, meetings that citizens book.
    private mutating func runDesk(_ intent: Intent) throws(Refusal) {
        switch intent {
        case .takeTicket(_, let wish): try takeTicket(wish)
        case .parkVisit: try parkVisit()
        case .addService(_, let topic): try addService(topic)
        case .handVisitor(_, let host, let reason): try handVisitor(to: host, reason: reason)
        case .bookAppointment(_, let wish): try bookAppointment(wish)
        default: try runMail(intent)
        }
    }

    /// Intents about letters.
    private mutating func runMail(_ intent: Intent) throws(Refusal) {
        switch intent {
        case .receiveEmail(_, let mail): try receiveEmail(mail)
        case .deliveryReported(_, let message, let news): try deliveryReported(message, news)
        case .sendEmail(_, let text, let to, let cc, let seen, let immediately):
            try sendEmail(text, to: to, cc: cc, seen: seen, immediately: immediately)
        case .resendEmail(_, let message): try resendEmail(message)
        case .mailSettled(_, let message, let result): try settleMail(message, result)
        default: throw .notFound
        }
    }
}

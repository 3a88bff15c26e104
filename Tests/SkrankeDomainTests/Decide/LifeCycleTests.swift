import SkrankeDomain
import Testing

/// The common life cycle (model §5.2): waiting for the citizen, coming back to the queue, answered, closed.
@Suite struct AwaitingCitizenTests {
    private func asked(_ rules: inout Rules, _ channel: Channel) throws -> InquiryID {
        let id = channel == .chat ? try rules.chat() : try rules.register(channel, topic: "byggesak")
        try rules.run(.claim(id))
        try rules.run(.askCitizen(id, text: "Hvor står boden?", seen: rules.seen(id)))
        return id
    }

    private func fire(_ kind: TimerKind, _ id: InquiryID, _ rules: inout Rules) throws -> Decision {
        try rules.run(.timerFired(id, kind, due: rules.now), as: Rules.clock)
    }

    @Test func theQuestionSetsItsReminder() throws {
        var rules = Rules()
        let id = try asked(&rules, .email)
        let due = rules.now + .days(14)
        #expect(rules.decisions.last?.timers.contains(.set(id, .citizenReminder, due: due)) == true)
        #expect(rules[id].state == .awaitingCitizen)
        #expect(rules[id].deadline(.emailAnswer)?.state == .paused)
    }

    /// On the page the citizen is reminded by the desk itself, and has as long again.
    @Test func onThePageTheCitizenIsReminded() throws {
        var rules = Rules()
        let id = try asked(&rules, .chat)
        rules.now = rules.now + .days(14)
        let before = rules[id].messages.count
        let reminded = try fire(.citizenReminder, id, &rules)
        #expect(rules[id].messages.count == before + 1)
        #expect(rules[id].messages.last?.author == .system)
        #expect(reminded.events.map(\.event).contains(.citizenReminded))
        #expect(reminded.timers == [.set(id, .citizenSilence, due: rules.now + .days(14))])
        #expect(rules[id].state == .awaitingCitizen)
        rules.now = rules.now + .days(14)
        try #expect(fire(.citizenSilence, id, &rules).events.map(\.event).first == .citizenSilent)
        #expect(rules[id].state == .inProgress)
        #expect(rules[id].owner == "kari")
    }

    /// Elsewhere only a human being reaches him: the agent gets the inquiry back with its date.
    @Test(arguments: [Channel.email, .letter, .phone])
    func elsewhereTheAgentIsReminded(_ channel: Channel) throws {
        var rules = Rules()
        let id = try asked(&rules, channel)
        let paused = rules[id].deadline(.emailAnswer)?.due
        rules.now = rules.now + .days(14)
        try #expect(fire(.citizenReminder, id, &rules).events.map(\.event).first == .citizenSilent)
        #expect(rules[id].state == .inProgress)
        if let paused {
            let due = try #require(rules[id].deadline(.emailAnswer)?.due)
            #expect(rules[id].deadline(.emailAnswer)?.state == .running)
            #expect(due > paused && due > rules.now)
            #expect(
                rules.decisions.last?.timers.contains(.set(id, .deadlineDue(.emailAnswer), due: due)) == true)
        }
        // Nothing waits any more: both timers come too late, and that is no error.
        try #expect(fire(.citizenReminder, id, &rules).events.isEmpty)
        try #expect(fire(.citizenSilence, id, &rules).events.isEmpty)
    }

    @Test func whoRepliesIsNotReminded() throws {
        var rules = Rules()
        let id = try asked(&rules, .chat)
        try rules.run(.citizenWrites(id, text: "Ved låven"), as: Caller(.citizen(id)))
        #expect(rules[id].state == .inProgress)
        rules.now = rules.now + .days(14)
        try #expect(fire(.citizenReminder, id, &rules).events.isEmpty)
    }

    /// A transfer does not stop the citizen's clock (model §5.7): only waiting for him does.
    @Test func aTransferEndsTheWaiting() throws {
        var rules = Rules()
        let id = try rules.register(.email, topic: "byggesak")
        try rules.run(.sendReceipt(id, expectedAt: nil))
        try rules.run(.claim(id))
        try rules.run(.askCitizen(id, text: "Hvor?", seen: rules.seen(id)))
        try rules.run(.transferToUnit(id, "byggesak", brief: "Se på"))
        #expect(rules[id].state == .withUnit)
        #expect(rules[id].deadline(.emailAnswer)?.state == .running)
        #expect(throws: Refusal.wrongState(.withUnit)) {
            let details = ClosingDetails(
                result: .withdrawn, archive: .notArchived, reason: "Fant svaret selv")
            try rules.run(.close(id, details, seen: rules.seen(id)))
        }
    }

    @Test func theUnitsAnswerKeepsItsPromise() throws {
        var rules = Rules()
        let id = try rules.register(.email, topic: "byggesak")
        try rules.run(.sendReceipt(id, expectedAt: nil))
        try rules.run(.claim(id))
        try rules.run(.transferToUnit(id, "byggesak", brief: "Se på"))
        let send = Intent.sendMessage(id, text: "Svar", seen: rules.seen(id), final: true, immediately: true)
        try rules.run(send)
        #expect(rules[id].state == .answered)
        #expect(rules[id].deadline(.unitResponse)?.state == .met)
    }
}

@Suite struct BackInTheQueueTests {
    /// Model §5.10: back to the front of the queue with its original wait, by what orders the queue.
    @Test(arguments: [true, false])
    func aChatThatWasBegunComesBackInFront(_ isLost: Bool) throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        try rules.run(.sendMessage(id, text: "Hei!", seen: rules.seen(id), final: false, immediately: false))
        rules.now = Rules.tuesday(10, 5)
        let other = try rules.chat()
        if isLost {
            try rules.run(.loseSession(id, "kari"), as: Rules.clock)
        } else {
            try rules.run(.release(id, reason: nil))
        }
        let (mine, theirs) = (head(rules[id]), head(rules[other]))
        #expect(mine.isTakeable)
        #expect(Urgency(mine) < Urgency(theirs))
        // The next agent's first words settle it.
        rules.staffing.members["liv"] = .init(presence: .available, live: 0)
        try rules.run(.claim(id), as: Rules.liv)
        let send = Intent.sendMessage(id, text: "Hei", seen: rules.seen(id), final: false, immediately: false)
        try rules.run(send, as: Rules.liv)
        #expect(rules[id].nextDeadline == nil)
    }

    @Test func aVisitorWhoseAgentIsGoneComesBackInFront() throws {
        var rules = Rules()
        let id = try rules.register(.visit, topic: "byggesak")
        try rules.run(.callVisitor(id, counter: "2"))
        try rules.run(.startVisit(id))
        rules.now = Rules.tuesday(10, 4)
        let other = try rules.register(.visit, topic: "byggesak")
        try rules.run(.loseSession(id, "kari"), as: Rules.clock)
        #expect(Urgency(head(rules[id])) < Urgency(head(rules[other])))
    }

    private func head(_ inquiry: Inquiry) -> InquiryHead { InquiryHead(inquiry, name: nil, subject: nil) }
}

@Suite struct AfterTheChatTests {
    private func begun(_ rules: inout Rules) throws -> InquiryID {
        let id = try rules.chat()
        try rules.run(.claim(id))
        try rules.run(.sendMessage(id, text: "Hei!", seen: rules.seen(id), final: false, immediately: false))
        return id
    }

    /// The date of the receipt is a deadline that runs, equal to it (model §5.9), once nobody talks any more.
    @Test(arguments: ["timeout", "citizen"])
    func theDateOfTheReceiptRuns(_ how: String) throws {
        var rules = Rules()
        let id = try begun(&rules)
        #expect(rules[id].nextDeadline == nil)
        if how == "timeout" {
            try rules.run(.timerFired(id, .chatIdle, due: rules.now), as: Rules.clock)
            try rules.run(.timerFired(id, .chatTimeout, due: rules.now), as: Rules.clock)
        } else {
            try rules.run(.citizenEndsChat(id), as: Caller(.citizen(id)))
        }
        let due = try #require(rules[id].promisedAt)
        #expect(rules[id].nextDeadline?.due == due)
        rules.now = due
        try rules.run(.timerFired(id, .deadlineDue(.sameDay), due: due), as: Rules.clock)
        #expect(rules[id].deadline(.sameDay)?.state == .missed)
        try rules.run(.giveSpokenAnswer(id, summary: "Ringte", seen: rules.seen(id)))
        #expect(rules[id].nextDeadline == nil)
    }

    /// What comes after the answer stays with the one who gave it, and is promised anew.
    @Test func wordsAfterTheAnswerStayWithItsOwner() throws {
        var rules = Rules()
        let id = try begun(&rules)
        try rules.run(.sendMessage(id, text: "Ja.", seen: rules.seen(id), final: true, immediately: false))
        #expect(rules[id].state == .answered)
        try rules.run(.citizenWrites(id, text: "Også garasje?"), as: Caller(.citizen(id)))
        #expect(rules[id].owner == "kari")
        #expect(rules[id].state == .inProgress)
        #expect(rules[id].interaction?.state == .active)
        #expect(rules[id].nextDeadline?.kind == .chatFirstReply)
        let send = Intent.sendMessage(id, text: "Ja.", seen: rules.seen(id), final: true, immediately: false)
        try rules.run(send)
        #expect(rules[id].nextDeadline == nil)
    }

    @Test func wordsAfterTheAnswerToAKeptQuestionArePromisedAnew() throws {
        var rules = Rules()
        rules.staffing = Staffing()
        let id = try rules.chat()
        try rules.run(.claim(id))
        try rules.run(.sendMessage(id, text: "Svar", seen: rules.seen(id), final: false, immediately: false))
        rules.now = rules.now + .days(1)
        try rules.run(.citizenWrites(id, text: "Og gebyret?"), as: Caller(.citizen(id)))
        #expect(rules[id].owner == "kari")
        #expect(rules[id].state == .inProgress)
        #expect(rules[id].deadline(.emailAnswer)?.state == .running)
        #expect(try #require(rules[id].nextDeadline).due > rules.now)
    }
}

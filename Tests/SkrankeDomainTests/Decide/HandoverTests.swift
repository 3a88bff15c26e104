import SkrankeDomain
import Testing

/// The end of a shift and untouched work (model §5.10).
@Suite struct HandoverTests {
    @Test func toAColleagueWithANote() throws {
        var rules = Rules()
        let id = try rules.register(.email)
        try rules.run(.claim(id))
        let due = rules[id].deadline(.emailAnswer)
        let decision = try rules.run(.handOver(id, to: "liv", note: "Ring ham etter kl. 14"))
        #expect(rules[id].owner == "liv" && rules[id].state == .inProgress)
        #expect(rules[id].deadline(.emailAnswer) == due)
        #expect(decision.contents.map(\.text) == ["Ring ham etter kl. 14"])
        #expect(rules[id].messages.last?.author == .note("kari"))
        #expect(throws: Refusal.notPermitted) { try rules.run(.handOver(id, to: nil, note: nil)) }
    }

    @Test func aLiveChatGoesToTheFrontOfTheQueue() throws {
        var rules = Rules()
        let id = try rules.chat()
        let began = rules.now
        try rules.run(.claim(id))
        rules.now = rules.now + .minutes(4)
        try rules.run(.handOver(id, to: nil, note: nil))
        #expect(rules[id].owner == nil && rules[id].state == .received)
        #expect(rules[id].interaction?.state == .waiting && rules[id].interaction?.startedAt == began)
        #expect(rules[id].nextDeadline?.kind == .chatFirstReply)
    }

    @Test func nothingGoesToWhoeverIsFull() throws {
        var rules = Rules()
        let id = try rules.chat()
        try rules.run(.claim(id))
        var load = Load()
        load.add(.visit, .active, .inProgress)
        rules.staffing.members["liv"] = .init(presence: .available, live: 1, load: load)
        #expect(throws: Refusal.overCapacity(wanted: .chat, holds: .visit, count: 1)) {
            try rules.run(.handOver(id, to: "liv", note: nil))
        }
    }

    /// Claimed on Tuesday at 14:30: two opening hours end on Wednesday at 09:00.
    @Test func untouchedWorkIsToldOfAfterTwoOpeningHours() throws {
        var rules = Rules()
        rules.now = Rules.tuesday(14, 30)
        let id = try rules.register(.email)
        let claim = try rules.run(.claim(id))
        let due = Rules.tuesday(9, 0) + .days(1)
        #expect(claim.timers.contains(.set(id, .claimIdle, due: due)))
        rules.now = due - .seconds(1)
        try rules.run(.timerFired(id, .claimIdle, due: due), as: Rules.clock)
        #expect(rules[id].idleSince == nil)
        rules.now = due
        try rules.run(.timerFired(id, .claimIdle, due: due), as: Rules.clock)
        #expect(rules[id].idleSince == Rules.tuesday(14, 30))
        #expect(InquiryHead(rules[id], name: nil, subject: nil).idleSince != nil)
        // Fired again it says nothing new; a word of the owner's ends it.
        #expect(try rules.run(.timerFired(id, .claimIdle, due: due), as: Rules.clock).events.isEmpty)
        try rules.run(.addNote(id, text: "Venter på byggesak"))
        #expect(rules[id].idleSince == nil)
    }

    @Test func aSupervisorTakesOverWithAReason() throws {
        var rules = Rules()
        let id = try rules.register(.email)
        try rules.run(.claim(id))
        #expect(throws: Refusal.reasonMissing) {
            try rules.run(.takeOver(id, reason: " "), as: Rules.boss)
        }
        let decision = try rules.run(.takeOver(id, reason: "Kari er syk"), as: Rules.boss)
        #expect(rules[id].owner == "bjorg")
        #expect(decision.contents.map(\.text) == ["Kari er syk"])
    }
}

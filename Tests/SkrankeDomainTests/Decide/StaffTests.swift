import SkrankeDomain
import Testing

/// Presence with its codes, the queues one serves, and what `u` of a shift leaves behind (model §5.4, §5.10).
@Suite struct StaffTests {
    private static let lunch = AbsencePolicy(code: "LUN", name: [.nb: "Lunsj"])

    private func state(_ rules: Rules, _ agent: AgentID = "kari") -> AgentState {
        var state = AgentState(id: agent)
        for (decision, at) in zip(rules.decisions, rules.times) {
            for item in decision.events where item.stream == .agent(agent) {
                state.apply(item.event, version: state.version + 1, at: at)
            }
        }
        return state
    }

    @Test func aPauseHasACodeOfTheList() throws {
        var rules = Rules()
        rules.policy.absences = [Self.lunch]
        try rules.run(.openSession("kari"))
        #expect(throws: Refusal.absenceMissing) { try rules.run(.setPresence("kari", .paused)) }
        #expect(throws: Refusal.unknownAbsence) {
            try rules.run(.setPresence("kari", .paused, PresenceDetail(absence: "XYZ")))
        }
        let back = Rules.tuesday(11, 30)
        try rules.run(.setPresence("kari", .paused, PresenceDetail(absence: "LUN", until: back)))
        let kari = state(rules)
        #expect(kari.presence == .paused && kari.detail == PresenceDetail(absence: "LUN", until: back))
        #expect(throws: Refusal.dateNotInFuture) {
            try rules.run(
                .setPresence("kari", .paused, PresenceDetail(absence: "LUN", until: Rules.tuesday(9, 0))))
        }
    }

    /// At most sixty seconds, then available by itself.
    @Test(arguments: [0, 59, 60, 3_600] as [Int64]) func afterWorkEndsByItself(seconds: Int64) throws {
        var rules = Rules()
        let long = PresenceDetail(until: rules.now + .hours(1))
        try rules.run(.setPresence("kari", .wrapUp, long))
        #expect(
            state(rules).standing(at: rules.now + .seconds(seconds)).presence
                == (seconds < 60 ? .wrapUp : .available))
    }

    @Test func whoIsInAConversationIsSeenAsBusyWithIt() throws {
        var rules = Rules()
        try rules.run(.openSession("kari"))
        var load = Load()
        load.add(.chat, .active, .inProgress)
        #expect(state(rules).shown(load, at: rules.now).detail.channel == .chat)
        load.add(.phone, .active, .inProgress)
        let shown = state(rules).shown(load, at: rules.now)
        #expect(shown.presence == .busy && shown.detail.channel == .phone)
        try rules.run(.setPresence("kari", .blocked))
        #expect(state(rules).shown(load, at: rules.now).presence == .blocked)
    }

    @Test func aSecondConsoleChangesNothingAndTheLastOneEndsIt() throws {
        var rules = Rules()
        try rules.run(.openSession("kari"))
        try rules.run(.setPresence("kari", .paused))
        try rules.run(.openSession("kari"))
        #expect(state(rules).presence == .paused)
        try rules.run(.closeSession("kari"))
        #expect(state(rules).presence == .off)
    }

    @Test func onlyASupervisorAssignsQueues() throws {
        var rules = Rules()
        #expect(throws: Refusal.notPermitted) { try rules.run(.assignChannels("kari", [.chat])) }
        try rules.run(.assignChannels("kari", [.visit, .chat, .chat]), as: Rules.boss)
        let kari = state(rules)
        #expect(kari.panes == [.chat, .visit] && kari.assignedBy == "bjorg")
        #expect(kari.serves(.chat) && !kari.serves(.email))
        try rules.run(.assignChannels("kari", []), as: Rules.boss)
        #expect(state(rules).panes == nil)
    }

    @Test func theFormBeforeReadsAsItDid() {
        var old = AgentState(id: "kari")
        old.apply(.presenceChanged(agent: "kari", presence: .paused), version: 1, at: Rules.tuesday(10, 0))
        #expect(old.presence == .paused && old.detail.isEmpty)
    }
}

/// Topics, languages and queues, in this order of the model: what "neste" may give.
@Suite struct FitTests {
    private func head(_ language: Language, _ topic: TopicCode?) throws -> InquiryHead {
        var rules = Rules()
        let id = try rules.register(.email, topic: nil)
        var inquiry = rules[id]
        inquiry.language = language
        inquiry.topic = topic
        return InquiryHead(inquiry, name: nil, subject: nil)
    }

    @Test(arguments: [
        (Fit(), true), (Fit(topics: ["byggesak"]), true), (Fit(topics: ["barnehage"]), false),
        (Fit(languages: [.nn]), true), (Fit(languages: [.en]), false), (Fit(panes: [.chat]), false),
        (Fit(topics: ["byggesak"], languages: [.nn], panes: [.email]), true),
    ])
    func filters(fit: Fit, isTaken: Bool) throws {
        #expect(fit.takes(try head(.nn, "byggesak")) == isTaken)
    }

    @Test func whatHasNoTopicAnybodyMayLookAt() throws {
        #expect(Fit(topics: ["barnehage"]).takes(try head(.nb, nil)))
    }
}

import SkrankeDomain
import Testing

/// Callbacks: apart from each other, at most three, on top when broken; and the message to a colleague.
@Suite struct CallbackTests {
    private static func claimed() throws -> (Rules, InquiryID) {
        var rules = Rules()
        let id = try rules.register(.callback)
        try rules.run(.claim(id))
        return (rules, id)
    }

    @Test func attemptsLieApart() throws {
        var (rules, id) = try Self.claimed()
        try rules.run(.attemptCallback(id, .busy))
        let next = rules.now + .minutes(30)
        #expect(InquiryHead(rules[id], name: nil, subject: nil).scheduledAt == next)
        rules.now = next - .seconds(1)
        #expect(throws: Refusal.tooSoon(until: next)) { try rules.run(.attemptCallback(id, .noAnswer)) }
        // Whoever rings by himself is reached at any time.
        var reached = rules
        try reached.run(.attemptCallback(id, .reached))
        #expect(reached[id].deadline(.callback)?.state == .met)
        rules.now = next
        try rules.run(.attemptCallback(id, .noAnswer))
        #expect(rules[id].interaction?.callback?.attempts.count == 2)
    }

    /// The next attempt is when somebody is there.
    @Test func theNextAttemptIsInOpeningHours() throws {
        var (rules, id) = try Self.claimed()
        rules.now = Rules.tuesday(15, 10)
        try rules.run(.attemptCallback(id, .noAnswer))
        #expect(rules[id].interaction?.callback?.nextAt == Rules.tuesday(8, 0) + .days(1))
    }

    @Test func aBrokenWindowIsAnybodys() throws {
        var (rules, id) = try Self.claimed()
        let due = try #require(rules[id].deadline(.callback)?.due)
        rules.now = due
        try rules.run(.timerFired(id, .deadlineDue(.callback), due: due), as: Rules.clock)
        #expect(rules[id].owner == nil)
        #expect(rules[id].state == .received)
        let head = InquiryHead(rules[id], name: nil, subject: nil)
        #expect(head.isOverdue && head.isTakeable)
        try rules.run(.claim(id), as: Rules.liv)
        try rules.run(.attemptCallback(id, .reached), as: Rules.liv)
        #expect(rules[id].deadline(.callback)?.state == .missed, "kept too late stays broken")
    }

    /// Who talks just now keeps it.
    @Test func aRunningCallIsNotTakenAway() throws {
        var (rules, id) = try Self.claimed()
        let due = try #require(rules[id].deadline(.callback)?.due)
        try rules.run(.attemptCallback(id, .reached))
        rules.now = due
        try rules.run(.timerFired(id, .deadlineDue(.callback), due: due), as: Rules.clock)
        #expect(rules[id].owner == "kari")
    }

    // MARK: Scenario 5

    private static func withTruls(roles: Set<StaffRole> = []) throws -> Rules {
        var rules = CallTests.rules()
        rules.policy.directory = StaffDirectory(
            people: [
                StaffEntry(
                    id: "truls", name: "Truls Tjenestad", unit: "byggesak", topics: ["byggesak"],
                    phone: "59 00 00 41", deputies: ["siri"]),
                StaffEntry(id: "siri", name: "Siri Svar", unit: "byggesak"),
            ],
            codes: [
                AbsenceCodeEntry(code: "MØT", name: [.nb: "Møte"], told: [.nb: "i møte"], phoneOpen: false)
            ])
        if !roles.isEmpty { rules.policy.staff["truls"] = StaffPolicy(name: "Truls Tjenestad", roles: roles) }
        rules.policy.texts.texts[.receiptStaffMessage] = [.nb: "{person} etter {after}, senest {expected}"]
        return rules
    }

    @Test(arguments: [Set<StaffRole>(), [.specialist]])
    func aMessageIsPromisedAfterTheReturn(roles: Set<StaffRole>) throws {
        var rules = try Self.withTruls(roles: roles)
        for letter in "NA" {
            try rules.run(.callReported(CallTests.id, CallTests.event(letter)), as: CallTests.intake)
        }
        let back = Rules.tuesday(10, 30)
        let decision = try rules.run(
            .leaveStaffMessage(CallTests.id, to: "truls", text: "Ring om tomten", after: back))
        let inquiry = rules[CallTests.id]
        #expect(inquiry.channel == .callback)
        #expect(inquiry.interaction?.callback?.from == back)
        #expect(inquiry.deadline(.callback)?.due == Rules.tuesday(15, 30) + .days(1))
        #expect(inquiry.interactions.first?.outcome == .toldWhenAndHow)
        #expect(inquiry.promisedAt == inquiry.deadline(.callback)?.due)
        #expect(inquiry.owner == (roles.isEmpty ? nil : "truls"))
        let receipt = try #require(decision.contents.last { $0.kind == .receipt }?.text)
        #expect(
            receipt == "Truls Tjenestad etter tirsdag 24. november 2026 kl. 10.30, "
                + "senest onsdag 25. november 2026 kl. 15.30")
        // The call ends afterwards: nothing that was promised falls away.
        try rules.run(.callReported(CallTests.id, CallTests.event("H")), as: CallTests.intake)
        #expect(rules[CallTests.id].deadline(.callback)?.state == .running)
    }

    @Test func refusals() throws {
        var rules = try Self.withTruls()
        let id = try rules.register(.phone)
        #expect(throws: Refusal.unknownAgent) {
            try rules.run(.leaveStaffMessage(id, to: "ukjent", text: "x", after: nil))
        }
        #expect(throws: Refusal.textMissing) {
            try rules.run(.leaveStaffMessage(id, to: "truls", text: " ", after: nil))
        }
        #expect(throws: Refusal.notOwner(owner: "kari")) {
            try rules.run(.leaveStaffMessage(id, to: "truls", text: "x", after: nil), as: Rules.liv)
        }
        let visit = try rules.register(.chat)
        try rules.run(.claim(visit))
        try rules.run(.leaveStaffMessage(visit, to: "truls", text: "x", after: nil))
        #expect(rules[visit].channel == .callback)
    }
}

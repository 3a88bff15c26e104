import SkrankeDomain
import Testing

/// The whole common life cycle (model §5.2) as a table: every state against every intent about it.
@Suite struct StateTableTests {
    /// In the order of the table's columns.
    static let states: [InquiryState] = [
        .received, .inProgress, .awaitingCitizen, .withUnit, .scheduled, .answered, .closed, .voided,
    ]

    /// The state after it, or `-` where it is refused: r received, p in progress, a awaiting citizen, u with
    /// unit, s scheduled, n answered, c closed, v voided.
    static let table: [(name: String, after: String, intent: @Sendable (InquiryID, Sample) -> Intent)] = [
        ("claim", "p p a u s n - -", { id, _ in .claim(id) }),
        ("release", "- r a u s n - -", { id, _ in .release(id, reason: nil) }),
        ("assign", "p p a u s n - -", { id, _ in .assign(id, to: "liv") }),
        ("take over", "- - - - - - - -", { id, _ in .takeOver(id, reason: "syk") }),
        ("topic", "r p a u s n c -", { id, _ in .setTopic(id, "byggesak") }),
        ("case work", "r p a u s n - -", { id, _ in .reclassify(id, .caseWork) }),
        ("note", "r p a u s n c v", { id, _ in .addNote(id, text: "x") }),
        (
            "answer", "- n n n n n - -",
            { id, s in .sendMessage(id, text: "x", seen: s.seen, final: true, immediately: true) }
        ),
        ("spoken answer", "- n n n n n - -", { id, s in .giveSpokenAnswer(id, summary: "x", seen: s.seen) }),
        ("ask", "- a a - - - - -", { id, s in .askCitizen(id, text: "x", seen: s.seen) }),
        ("reply noted", "r p p u s p r -", { id, _ in .noteReply(id, text: "x") }),
        ("receipt", "r p a u s - - -", { id, _ in .sendReceipt(id, expectedAt: nil) }),
        (
            "new date", "r p a u s - - -",
            { id, s in .changeExpectedDate(id, to: s.date, reason: "x", seen: s.seen) }
        ),
        ("transfer", "u u u - u - - -", { id, _ in .transferToUnit(id, "byggesak", brief: "x") }),
        ("return", "- - - p - - - -", { id, _ in .returnToDesk(id, reason: nil) }),
        ("move", "r p a u s n - -", { id, _ in .moveChannel(id, to: .callback, .none, reason: nil) }),
        (
            "close unanswered", "c c c - c c - -",
            { id, s in
                .close(
                    id, ClosingDetails(result: .withdrawn, archive: .notArchived, reason: "x"), seen: s.seen)
            }
        ),
        (
            "close answered", "- - - - - c - -",
            { id, s in
                .close(id, ClosingDetails(result: .solvedAtDesk, archive: .notArchived), seen: s.seen)
            }
        ),
        ("reopen", "- - - - - - p -", { id, _ in .reopen(id, reason: nil) }),
        ("void", "v v v v v v - -", { id, _ in .void(id, .spam) }),
        ("merge", "v v v - v v - -", { id, s in .merge(id, into: s.other) }),
        ("split", "r p a u s n - -", { id, s in .split(id, new: s.fresh, text: "x", topic: nil) }),
        ("clearance", "r p a u s - - -", { id, _ in .requestClearance(id, reason: "x") }),
        ("clear", "- - - - - - - -", { id, _ in .clearMessage(id) }),
        ("refuse clearance", "- - - - - - - -", { id, _ in .refuseClearance(id, reason: "x") }),
        ("erase", "r p a u s n c v", { id, _ in .eraseContent(id) }),
    ]

    /// What time and the store's care bring.
    static let systems: [(name: String, after: String, intent: @Sendable (InquiryID) -> Intent)] = [
        ("silence", "r p p u s n c v", { .timerFired($0, .citizenSilence, due: Rules.tuesday(10, 0)) }),
        ("reminder", "r p p u s n c v", { .timerFired($0, .citizenReminder, due: Rules.tuesday(10, 0)) }),
        ("lost session", "- r a u s n - -", { .loseSession($0, "kari") }),
    ]

    struct Sample: Sendable {
        var seen: Int
        var other: InquiryID
        var fresh: InquiryID
        var date: Moment
    }

    @Test(arguments: states.indices)
    func everyPair(column: Int) throws {
        for row in Self.table {
            var rules = Rules()
            let (id, sample) = try Self.make(Self.states[column], &rules)
            let who = Caller(.agent("kari"), roles: [.agent, .supervisor, .leader, .admin])
            try Self.check(row.name, row.after, column, row.intent(id, sample), who, id, &rules)
        }
        for row in Self.systems {
            var rules = Rules()
            let (id, _) = try Self.make(Self.states[column], &rules)
            try Self.check(row.name, row.after, column, row.intent(id), Rules.clock, id, &rules)
        }
    }

    private static func check(
        _ name: String, _ after: String, _ column: Int, _ intent: Intent, _ who: Caller, _ id: InquiryID,
        _ rules: inout Rules
    ) throws {
        let letters = after.split(separator: " ").map(String.init)
        try #require(letters.count == states.count)
        let before = rules[id]
        let place = Comment(rawValue: "\(name) in \(states[column])")
        let result = Result { try rules.run(intent, as: who) }
        if letters[column] == "-" {
            #expect(throws: Refusal.self, place) { try result.get() }
            #expect(rules[id] == before, place)
        } else {
            #expect(throws: Never.self, place) { try result.get() }
            #expect(letter(rules[id].state) == letters[column], place)
        }
    }

    private static func letter(_ state: InquiryState) -> String {
        switch state {
        case .received: "r"
        case .inProgress: "p"
        case .awaitingCitizen: "a"
        case .withUnit: "u"
        case .scheduled: "s"
        case .answered: "n"
        case .closed: "c"
        case .voided: "v"
        }
    }

    /// An e-mail in that state, Kari's as soon as it is anybody's; the scheduled one is an appointment.
    private static func make(_ state: InquiryState, _ rules: inout Rules) throws -> (InquiryID, Sample) {
        let other = try rules.register(.email, topic: "byggesak")
        let id: InquiryID
        if state == .scheduled {
            let slot = ChannelTarget.slot(
                host: "tor", from: Rules.tuesday(12, 0), until: Rules.tuesday(12, 30))
            id = try rules.register(.appointment, topic: "byggesak", target: slot)
        } else {
            id = try rules.register(.email, topic: "byggesak")
        }
        try rules.run(.sendReceipt(id, expectedAt: nil))
        if state != .received { try rules.run(.claim(id)) }
        switch state {
        case .received, .inProgress, .scheduled: break
        case .awaitingCitizen: try rules.run(.askCitizen(id, text: "?", seen: rules.seen(id)))
        case .withUnit: try rules.run(.transferToUnit(id, "byggesak", brief: "x"))
        case .answered, .closed:
            try rules.run(
                .sendMessage(id, text: "x", seen: rules.seen(id), final: true, immediately: true))
            if state == .closed {
                let details = ClosingDetails(result: .solvedAtDesk, archive: .notArchived)
                try rules.run(.close(id, details, seen: rules.seen(id)))
            }
        case .voided: try rules.run(.void(id, .spam))
        }
        #expect(rules[id].state == state)
        let sample = Sample(
            seen: rules.seen(id), other: other, fresh: rules.id(),
            date: Rules.tuesday(15, 30) + .days(2))
        return (id, sample)
    }
}

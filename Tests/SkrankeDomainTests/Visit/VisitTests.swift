import SkrankeDomain
import Testing

@Suite struct VisitTests {
    static let newcomer = Caller(.newcomer)

    /// A ticket from the kiosk.
    static func take(_ rules: inout Rules, _ wish: TicketWish = TicketWish()) throws -> InquiryID {
        let id: InquiryID = rules.id()
        try rules.run(.takeTicket(id, wish), as: newcomer)
        return id
    }

    @Test func aTicketIsAnInquiryWithAReceipt() throws {
        var rules = Rules()
        let wish = TicketWish(topic: "byggesak", language: .en, needs: [.wheelchair, .seat])
        let id = try Self.take(&rules, wish)
        let inquiry = rules[id]
        #expect(inquiry.channel == .visit && inquiry.interaction?.state == .waiting)
        #expect(inquiry.interaction?.visit?.ticket == 1)
        #expect(inquiry.language == .en && inquiry.topic == "byggesak" && inquiry.contact == nil)
        #expect(inquiry.isReceipted)
        #expect(inquiry.deadline(.walkInWait)?.due == rules.now + .seconds(300))
        // What he needs stands in content alone, in the desk's own words (law 10).
        let texts = rules.decisions.last?.contents.map(\.text) ?? []
        #expect(texts.first?.hasPrefix("Byggesøknad · need.wheelchair") == true)
    }

    @Test func noTicketWhileTheDeskIsClosed() {
        var rules = Rules()
        rules.now = Rules.tuesday(7, 59)
        #expect(throws: Refusal.deskClosed) { try Self.take(&rules) }
        rules.now = Rules.tuesday(15, 30)
        #expect(throws: Refusal.deskClosed) { try Self.take(&rules) }
        rules.now = Rules.tuesday(15, 29)
        #expect(throws: Never.self) { try Self.take(&rules) }
    }

    @Test func anUnknownTopicIsRefusedAndUsesNoNumber() throws {
        var rules = Rules()
        rules.policy.topics = ["byggesak"]
        #expect(throws: Refusal.unknownTopic) { try Self.take(&rules, TicketWish(topic: "ukjent")) }
        let id = try Self.take(&rules)
        #expect(rules[id].interaction?.visit?.ticket == 1)
    }

    /// Numbers restart with the local day, also on the nights when clocks change (lessons 27). The summer
    /// night is 23 hours long, the winter night 25.
    @Test(arguments: [
        (CivilDate(year: 2026, month: 3, day: 29), Span.hours(23)),
        (CivilDate(year: 2026, month: 10, day: 25), .hours(25)),
        (CivilDate(year: 2026, month: 11, day: 24), .hours(24)),
    ])
    func numbersRestartAtMidnight(date: CivilDate?, length: Span) throws {
        let date = try #require(date)
        let midnight = Rules.oslo.moment(of: WallTime(date: date, time: ClockTime(0, 0)))
        let next = Rules.oslo.moment(of: WallTime(date: date.adding(days: 1), time: ClockTime(0, 0)))
        #expect(next - midnight == length)
        var rules = Rules()
        var numbers: [Int?] = []
        let moments = [
            midnight - .seconds(1), midnight, midnight + .hours(3), next - .seconds(1), next,
        ]
        for moment in moments {
            rules.now = moment
            let id = try rules.register(.visit)
            numbers.append(rules[id].interaction?.visit?.ticket)
        }
        #expect(numbers == [1, 1, 2, 3, 1])
    }

    @Test func calledAgainOnTheDisplay() throws {
        var rules = Rules()
        let id = try Self.take(&rules)
        try rules.run(.callVisitor(id, counter: "2"))
        rules.now = rules.now + .seconds(60)
        try rules.run(.callVisitor(id, counter: "3"))
        let visit = rules[id].interaction?.visit
        #expect(visit?.calledTimes == 2 && visit?.counter == "3")
        #expect(visit?.calledAt == rules.now - .seconds(60))
        try rules.run(.visitorLeft(id))
        #expect(rules[id].interaction?.state == .noShow)
    }

    @Test func parkedAndTakenUpAgainByTheSame() throws {
        var rules = Rules()
        let id = try Self.take(&rules)
        #expect(throws: Refusal.notOwner(owner: nil)) { try rules.run(.parkVisit(id)) }
        try rules.run(.callVisitor(id, counter: "2"))
        try rules.run(.startVisit(id))
        try rules.run(.parkVisit(id))
        #expect(rules[id].interaction?.state == .parked && rules[id].owner == "kari")
        #expect(rules.decisions.last?.leases == [.drop(id)])
        #expect(throws: Refusal.self) { try rules.run(.startVisit(id), as: Rules.liv) }
        try rules.run(.startVisit(id))
        #expect(rules[id].interaction?.state == .active)
        #expect(rules[id].interaction?.visit?.wasParked == true)
    }

    /// Released while he fills in his form, he waits like everybody, at his old place.
    @Test func parkedAndReleased() throws {
        var rules = Rules()
        let id = try Self.take(&rules)
        let arrived = rules.now
        try rules.run(.callVisitor(id, counter: nil))
        try rules.run(.parkVisit(id))
        rules.now = rules.now + .minutes(10)
        try rules.run(.release(id, reason: nil))
        #expect(rules[id].interaction?.state == .waiting && rules[id].owner == nil)
        #expect(rules[id].deadline(.walkInWait)?.start == arrived)
    }

    @Test func severalServicesInOneVisit() throws {
        var rules = Rules()
        let id = try Self.take(&rules, TicketWish(topic: "byggesak"))
        try rules.run(.startVisitOf(id, &rules))
        try rules.run(.addService(id, "faktura"))
        try rules.run(.addService(id, "bostotte"))
        #expect(rules[id].interaction?.visit?.services == ["faktura", "bostotte"])
        #expect(rules[id].topic == "bostotte")
        #expect(rules[id].interactions.count == 1)
    }

    @Test func servicesHaveALimit() throws {
        var rules = Rules()
        let id = try Self.take(&rules)
        try rules.run(.startVisitOf(id, &rules))
        for _ in 1...Limits.servicesPerVisit { try rules.run(.addService(id, "faktura")) }
        #expect(throws: Refusal.limitReached) { try rules.run(.addService(id, "faktura")) }
    }

    @Test func handedToAHostWhoCallsHim() throws {
        var rules = Rules()
        let id = try Self.take(&rules)
        try rules.run(.callVisitor(id, counter: "1"))
        #expect(throws: Refusal.notOwner(owner: "kari")) {
            try rules.run(.handVisitor(id, to: "kari", reason: nil))
        }
        try rules.run(.handVisitor(id, to: "liv", reason: "kjenner saken"))
        #expect(rules[id].owner == "liv" && rules[id].interaction?.state == .waiting)
        #expect(rules[id].interaction?.visit?.host == "liv")
        #expect(throws: Refusal.self) { try rules.run(.callVisitor(id, counter: "1")) }
        try rules.run(.callVisitor(id, counter: "4"), as: Rules.liv)
        #expect(rules[id].interaction?.state == .called)
    }
}

extension Intent {
    /// Claims the visit first, so that it may start.
    fileprivate static func startVisitOf(_ id: InquiryID, _ rules: inout Rules) throws -> Intent {
        try rules.run(.claim(id))
        return .startVisit(id)
    }
}

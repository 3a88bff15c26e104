import SkrankeDomain
import SkrankeJournal
import SkrankeTestKit
import Testing

@Suite struct ProjectionTests {
    private func head(_ number: UInt64, due: Int64?, pane: Channel = .email, version: Int = 1) throws
        -> InquiryHead
    {
        let reference = try #require(PublicReference(year: 2026, number: Int(number)))
        var head = InquiryHead(
            Inquiry(
                id: ID(Identifier(high: 1, low: number)), reference: reference,
                receivedAt: Moment(milliseconds: Int64(number)), channel: pane, language: .nb, contact: nil,
                contactType: .citizen, topic: nil, subject: nil),
            name: nil, subject: nil)
        head.due = due.map { Moment(milliseconds: $0) }
        head.version = version
        return head
    }

    @Test func panesStayInOrderWhateverComes() throws {
        var desk = DeskProjection()
        var model: [UInt64: InquiryHead] = [:]
        var random = Steps(seed: 7)
        for version in 1...3_000 {
            let number = random.next(300) + 1
            var row = try head(
                number, due: random.next(4) == 0 ? nil : Int64(random.next(1_000)),
                pane: Channel.allCases[Int(random.next(UInt64(Channel.allCases.count)))], version: version)
            if random.next(5) == 0 { row.state = .closed }
            desk.apply([row])
            model[number] = row.state.isOpen ? row : nil
        }
        for pane in QueuePane.allCases {
            let wanted = model.values.filter { $0.channel.pane == pane }.map(Urgency.init).sorted()
            #expect(desk.order(of: pane) == wanted)
            #expect(desk.count(in: pane) == wanted.count)
            for (index, key) in wanted.enumerated() {
                #expect(desk.head(at: index, in: pane)?.id.value == key.id)
                #expect(desk.position(of: ID(key.id))?.index == index)
            }
        }
        #expect(desk.count == model.count)
        let most = desk.mostUrgent { $0.isTakeable }
        #expect(most.map(Urgency.init) == model.values.filter(\.isTakeable).map(Urgency.init).min())
    }

    @Test func whatChangedIsTold() throws {
        var desk = DeskProjection()
        var row = try head(1, due: 5)
        #expect(desk.apply([row]) == [.arrived(row)])
        #expect(desk.apply([row]) == [])
        row.version = 2
        row.unread += 2
        row.owner = TestPolicy.kari
        #expect(
            desk.apply([row]) == [.citizenWrote(row, count: 2), .taken(row, by: TestPolicy.kari, from: nil)])
        var old = row
        old.version = 1
        old.owner = nil
        #expect(desk.apply([old]) == [], "an older row is late")
        row.version = 3
        row.owner = TestPolicy.ola
        #expect(desk.apply([row]) == [.taken(row, by: TestPolicy.ola, from: TestPolicy.kari)])
        row.version = 4
        row.owner = nil
        row.channel = .callback
        #expect(desk.apply([row]) == [.released(row, by: TestPolicy.ola), .channelMoved(row, from: .email)])
        row.version = 5
        row.topic = TopicCode("x")
        #expect(desk.apply([row]) == [.changed(row)])
        row.version = 6
        row.state = .closed
        #expect(desk.apply([row]) == [.left(row)])
        #expect(desk.count == 0)
        row.version = 7
        row.state = .received
        #expect(desk.apply([row]) == [.arrived(row)])
    }

    /// While the first pages are read, others write: nothing may be missed.
    @Test func whatHappensBetweenPagesIsSeen() async throws {
        let desk = TestDesk(MemoryStore())
        var ids: [InquiryID] = []
        for _ in 0..<6 { ids.append(try await desk.register(.phone, "Ring", topic: TopicCode("x"))) }
        var projector = Projector(firstPage: 2, page: 2)
        _ = try await projector.step(desk.store)
        _ = try await projector.step(desk.store)
        let closing = ClosingDetails(result: .solvedAtDesk, phoneOutcome: .reachedPerson)
        try await desk.do(.close(ids[0], closing, seen: 99), by: TestPolicy.kari)
        let late = try await desk.register(.visit, "Pass")
        while let changes = try await projector.step(desk.store) { _ = changes }
        #expect(Set(projector.desk.heads.keys) == Set(ids.dropFirst() + [late]))
        #expect(projector.isComplete && projector.next == .rest)
        let sequence = try await desk.store.headSequence()
        #expect(projector.cursor == sequence)
    }

    @Test func hintsReachWhoListensUntilHeCancels() {
        let bus = LocalBus()
        let heard = HintCounter()
        let subscription = bus.subscribe { if $0 == .moved { heard.add(1) } }
        bus.send(.moved)
        bus.send(
            .ephemeral(Ephemeral(kind: .typing, inquiry: ID(Identifier(high: 1, low: 1)), who: .citizen)))
        #expect(heard.sequences == [1])
        subscription.cancel()
        bus.send(.moved)
        #expect(heard.sequences == [1])
    }
}

/// Numbers that look random and are the same each time.
struct Steps {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next(_ limit: UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % limit
    }
}

import SkrankeDomain
import SkrankeJournal

/// One agent, four channels: what every engine must hold of agents, of what they hold, and of figures.
extension StoreConformance {
    static let deskCases: [Case] = [
        Case("agents are what their streams say, also after reopening") { rig in
            var store = try await rig.open()
            var desk = TestDesk(store)
            try await desk.do(.openSession(TestPolicy.kari), by: TestPolicy.kari)
            let back = desk.now + .minutes(30)
            let lunch = PresenceDetail(absence: "LUN", until: back)
            try await desk.do(.setPresence(TestPolicy.kari, .paused, lunch), by: TestPolicy.kari)
            try await desk.do(.assignChannels(TestPolicy.kari, [.email]), by: TestPolicy.ingrid)
            await store.close()
            store = try await rig.open()
            desk = TestDesk(store, seed: 2)
            let kari = try await store.agents().first { $0.id == TestPolicy.kari }
            try expect(kari?.presence, is: .paused, "presence")
            try expect(kari?.detail, is: lunch, "code and return")
            try expect(kari?.panes, is: [.email], "queues")
            try expect(kari?.version, is: 3, "version")
            try await desk.do(.closeSession(TestPolicy.kari), by: TestPolicy.kari)
            try expect(try await store.agents().first?.presence, is: .off, "gone home")
            await store.close()
        },
        desk("whoever talks with somebody gets no chat, over all stores' rows") { desk in
            try await desk.attend(TestPolicy.kari)
            let chat = try await desk.chat()
            let call = try await desk.register(.phone, "Ringer om bod")
            try expect(
                try await desk.refusal(.claim(chat), by: TestPolicy.kari),
                is: .overCapacity(wanted: .chat, holds: .phone, count: 1), "in a call")
            try await desk.do(.endCall(call), by: TestPolicy.kari)
            try await desk.do(.claim(chat), by: TestPolicy.kari)
            let mail = try await desk.register(.email, "Faktura")
            try await desk.do(.claim(mail), by: TestPolicy.kari)
            try await desk.do(.setPresence(TestPolicy.kari, .blocked), by: TestPolicy.kari)
            let other = try await desk.register(.email, "Gebyr")
            try expect(
                try await desk.refusal(.claim(other), by: TestPolicy.kari), is: .presenceBlocked, "blocked")
        },
        desk("the inquiries behind every figure are those that it counts") { desk in
            try await fill(desk)
            let from = TestDesk.morning - .hours(10)
            let late = desk.now + .days(9)
            let events = try await desk.store.events(after: 0, limit: 10_000)
            var folded: [InquiryID: Inquiry] = [:]
            for envelope in events {
                guard let id = envelope.stream.inquiry else { continue }
                folded[id] = Evolve.apply(envelope, to: folded[id])
            }
            for figure in figures {
                let rows = try await desk.store.behind(figure, from: from, to: late, now: late, limit: 100)
                var due: [InquiryID: Bool?] = [:]
                for inquiry in folded.values {
                    if let kept = FigureFold.counts(inquiry, figure, from..<late, now: late) {
                        due[inquiry.id] = .some(kept)
                    }
                }
                try expect(rows.count, is: due.count, "\(figure): how many")
                for row in rows {
                    guard let kept = due[row.head.id] else {
                        throw ConformanceFailure("\(figure): \(row.head.reference) does not belong")
                    }
                    try expect(row.isKept, is: kept, "\(figure): \(row.head.reference)")
                }
                try expect(rows, is: rows.sorted(by: FigureRow.brokenFirst), "\(figure): order")
            }
            let shown = try await desk.store.figures(from: from, to: late, now: late)
            let dates = try await desk.store.behind(.firstDate, from: from, to: late, now: late, limit: 100)
            try expect(shown.firstDate.of, is: dates.count, "G4 counts them")
            try expect(shown.firstDate.met, is: dates.count { $0.isKept == true }, "G4 met")
            let one = try await desk.store.behind(.receipts, from: from, to: late, now: late, limit: 1)
            try expect(one.count, is: 1, "no more than asked for")
        },
    ]

    private static let figures: [Figure] = [
        .promise(.emailAnswer), .promise(.callback), .promise(.walkInWait), .firstDate, .receipts, .solved,
        .calls, .closed(by: TestPolicy.kari), .arrivals(.email, slot: 20), .arrivals(.chat, slot: 20),
        .arrivals(.visit, slot: 3),
    ]

    /// A few of everything: answered, late, annulled, moved, called, gone.
    private static func fill(_ desk: TestDesk) async throws {
        try await desk.attend(TestPolicy.kari)
        let answered = try await desk.register(.email, "Faktura", topic: TopicCode("faktura"), claim: true)
        try await desk.do(.sendReceipt(answered, expectedAt: nil), by: TestPolicy.kari)
        let seen = try await desk.head(answered).version
        try await desk.do(
            .sendMessage(answered, text: "Svar", seen: seen, final: true, immediately: true),
            by: TestPolicy.kari)
        let details = ClosingDetails(result: .solvedAtDesk, archive: .notArchived)
        let version = try await desk.head(answered).version
        try await desk.do(.close(answered, details, seen: version), by: TestPolicy.kari)
        let late = try await desk.register(.email, "Blir for sen")
        try await desk.do(.sendReceipt(late, expectedAt: nil), by: TestPolicy.kari)
        let spam = try await desk.register(.email, "Kjøp nå")
        try await desk.do(.void(spam, .spam), by: TestPolicy.kari)
        let chat = try await desk.chat()
        try await desk.do(.claim(chat), by: TestPolicy.kari)
        try await desk.do(.moveChannel(chat, to: .callback, .none, reason: "Vil snakke"), by: TestPolicy.kari)
        let visit = try await desk.register(.visit, "Nøkler")
        try await desk.do(.visitorLeft(visit), by: TestPolicy.kari)
        let intake = Caller(.system(.intake), terminal: "cti")
        let call: InquiryID = desk.newID()
        try await desk.do(.callReported(call, PhoneEvent(.newCall, from: "59000010")), by: intake)
        desk.clock.advance(.seconds(12))
        try await desk.do(
            .callReported(call, PhoneEvent(.answer, from: "59000010", users: ["101"])), by: intake)
    }
}

import SkrankeDomain
import SkrankeJournal

/// Calls as a telephone system tells them, on a real store: closed with their outcome, put through, forgotten.
extension StoreConformance {
    private static let kari = TestPolicy.kari
    private static let intake = Caller(.system(.intake), terminal: "cti")
    private static let number = "+4759000001"

    private static func call(_ number: UInt64) -> InquiryID {
        InquiryID(Identifier(high: 9, low: number << 16))
    }

    private static func tell(
        _ desk: TestDesk, _ id: InquiryID, _ kinds: PhoneEvent.Kind..., origin: InquiryID? = nil,
        cause: CallCause? = nil
    ) async throws {
        for kind in kinds {
            let users = kind == .answer ? ["101"] : []
            let event = PhoneEvent(kind, from: number, users: users, cause: cause, origin: origin)
            guard case .committed = try await desk.desk.submit(.callReported(id, event), by: intake) else {
                throw ConformanceFailure("\(kind) was not taken")
            }
            desk.clock.advance(.seconds(3))
        }
    }

    static let callCases: [Case] = [
        desk("a call that is over closes with its outcome, and with a reason where it had none") { desk in
            for (index, outcome) in PhoneOutcome.allCases.enumerated() {
                let id = call(UInt64(index + 1))
                try await tell(desk, id, .newCall, .answer, .hangup)
                try expect(try await desk.head(id).contactState, is: .wrapUp, "after-work")
                var details = ClosingDetails(
                    result: .solvedAtDesk, topic: TopicCode("byggesak"), phoneOutcome: outcome)
                let seen = try await desk.head(id).visibleVersion
                if outcome == .none {
                    let refusal = try await desk.refusal(.close(id, details, seen: seen), by: kari)
                    try expect(refusal, is: .reasonMissing, "refusal")
                    details.reason = "Feil nummer"
                }
                try await desk.do(.close(id, details, seen: seen), by: kari)
                let file = try await desk.file(id)
                try expect(file.inquiry.closing?.phoneOutcome, is: outcome, "outcome")
                let reason = file.inquiry.closing?.reason.flatMap { file.texts[$0] }
                try expect(reason, is: outcome == .none ? "Feil nummer" : nil, "reason")
            }
        },
        desk("a call counts as its agent's until its after-work is over") { desk in
            try await desk.attend(kari)
            let id = call(1)
            try await tell(desk, id, .newCall, .answer)
            let lease = Lease(inquiry: id, agent: kari)
            let late = desk.now + .hours(1)
            try expect(try await desk.store.lapsedLeases(before: late), is: [lease], "while he talks")
            try await tell(desk, id, .hangup)
            try expect(try await desk.store.lapsedLeases(before: late), is: [lease], "while he writes up")
            desk.clock.advance(.seconds(60))
            let timers = try await desk.store.dueTimers(at: desk.now, limit: 99)
            guard let timer = timers.first(where: { $0.kind == .callWrapUp }) else {
                throw ConformanceFailure("no timer of the after-work")
            }
            try await desk.do(.timerFired(id, .callWrapUp, due: timer.due), by: TestDesk.system)
            try expect(try await desk.store.lapsedLeases(before: late), is: [], "then he is free")
            try expect(try await desk.head(id).owner, is: kari, "the inquiry is still his")
        },
        desk("a lost screen takes no call away") { desk in
            let id = call(1)
            try await tell(desk, id, .newCall, .answer)
            try await desk.do(.loseSession(id, kari), by: TestDesk.system)
            try expect(try await desk.head(id).owner, is: kari, "owner")
            let late = desk.now + .hours(1)
            try expect(try await desk.store.lapsedLeases(before: late), is: [], "and it is not asked again")
        },
        desk("a call that was put through is linked with the one that goes on, in one transaction") { desk in
            let (first, second) = (call(1), call(2))
            try await tell(desk, first, .newCall)
            let before = try await desk.store.headSequence()
            try await tell(desk, second, .newCall, origin: first)
            let events = try await desk.store.events(after: before, limit: 100)
            try expect(Set(events.map(\.causation)).count, is: 1, "commands")
            try await tell(desk, first, .hangup, cause: .forwarded)
            try await tell(desk, second, .answer)
            try expect(try await desk.file(first).inquiry.voided, is: .putThrough, "the first")
            try expect(try await desk.file(second).inquiry.links.map(\.other), is: [first], "the link")
            let calls = try await desk.store.figures(
                from: desk.now - .days(1), to: desk.now + .days(1), now: desk.now
            ).calls
            try expect(calls.offered, is: 1, "offered")
            try expect(calls.answeredWait, is: .seconds(9), "since the first rang")
            try expect(calls.forwarded, is: 1, "forwarded")
        },
        desk("what comes late after an erasure stores nothing again") { desk in
            let id = call(1)
            try await tell(desk, id, .newCall, .hangup)
            try await desk.do(.eraseContent(id), by: TestPolicy.ingrid)
            try await tell(desk, id, .newCall, .answer, .hangup)
            let file = try await desk.file(id)
            try expect(file.contact?.phone, is: nil, "contact")
            var query = HeadQuery(limit: 10)
            query.phone = number
            try expect(try await desk.store.heads(matching: query).map(\.id), is: [], "by number")
            let hits = try await desk.store.search(SearchQuery(text: "59000001", limit: 10))
            try expect(hits.count, is: 0, "by words")
        },
    ]
}

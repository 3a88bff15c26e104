import SkrankeDomain
import SkrankeJournal

extension StoreConformance {
    /// Tickets and meetings that citizens take themselves (issue 10).
    static let visitCases: [Case] = [
        desk("sixteen citizens book one time, one gets it, the others are told; all of it is free again") {
            desk in
            let desk = TestDesk(desk.store, seed: 7, policy: bookable)
            let wish = BookingWish(
                host: "siri", from: TestDesk.morning + .days(1),
                until: TestDesk.morning + .days(1) + .minutes(30),
                contact: ContactDetails(name: "Kari", phone: "59000001"))
            let results = try await race(16) { _ in
                try await desk.desk.submit(.bookAppointment(desk.newID(), wish), by: Caller(.newcomer))
            }
            var winner: InquiryID?
            for result in results {
                switch result {
                case .committed(let answer, _): winner = answer.inquiry
                case .refused(let refusal): try expect(refusal, is: .slotTaken, "refusal")
                default: throw ConformanceFailure("\(result)")
                }
            }
            try expect(results.count { if case .committed = $0 { true } else { false } }, is: 1, "winners")
            guard let id = winner else { throw ConformanceFailure("nobody won") }
            let taken = try await desk.store.reservations(
                of: "siri", from: wish.from - .days(1), until: wish.until + .days(1))
            try expect(taken, is: Set(wish.slot.uniqueKeys), "reservations")
            let other = try await desk.store.reservations(
                of: "siri", from: wish.until, until: wish.until + .days(1))
            try expect(other, is: [], "from its end on")
            try expect(
                try await desk.store.reservations(of: "sir", from: wish.from, until: wish.until), is: [],
                "of another host")
            try await desk.do(.cancelAppointment(id, byCitizen: true), by: Caller(.citizen(id)))
            try expect(
                try await desk.store.reservations(of: "siri", from: wish.from, until: wish.until), is: [],
                "after cancelling")
        },
        desk("ten move to one time, one gets it, the others keep theirs") { desk in
            let desk = TestDesk(desk.store, seed: 7, policy: bookable)
            let goal = TestDesk.morning + .days(3)
            var ids: [InquiryID] = []
            for index in 0..<10 {
                let from = TestDesk.morning + .days(1) - .minutes(120) + .minutes(Int64(index) * 30)
                let id: InquiryID = desk.newID()
                let wish = BookingWish(
                    host: "siri", from: from, until: from + .minutes(30),
                    contact: ContactDetails(name: "Kari", phone: "59000001"))
                try await desk.do(.bookAppointment(id, wish), by: Caller(.newcomer))
                ids.append(id)
            }
            let booked = ids
            let results = try await race(10) { index in
                try await desk.desk.submit(
                    .rescheduleAppointment(
                        booked[index], from: goal, until: goal + .minutes(30), byCitizen: true),
                    by: Caller(.citizen(booked[index])))
            }
            try expect(results.count { if case .committed = $0 { true } else { false } }, is: 1, "winners")
            let starts = try await moments(desk, booked)
            try expect(starts.count { $0 == goal }, is: 1, "who is there now")
            try expect(Set(starts).count, is: 10, "everybody has a time of his own")
        },
        desk("forty tickets at once: forty numbers without a gap; a repetition gives the same") { desk in
            // In whichever order they finish.
            let tickets = try await race(40) { index in
                (index, try await ticket(desk, key: "ticket-\(index)-0123456789abcdef"))
            }
            try expect(tickets.map(\.1).sorted(), is: Array(1...40), "numbers")
            let again = try await ticket(desk, key: "ticket-7-0123456789abcdef")
            try expect(again, is: tickets.first { $0.0 == 7 }?.1, "the same ticket")
            desk.clock.advance(.days(1))
            try expect(try await ticket(desk, key: "tomorrow-0123456789abcdef"), is: 1, "a new day")
        },
    ]

    private static func moments(_ desk: TestDesk, _ ids: [InquiryID]) async throws -> [Moment] {
        var moments: [Moment] = []
        for id in ids {
            let contact = try await desk.file(id).inquiry.open(.appointment)
            if let from = contact?.appointment?.from { moments.append(from) }
        }
        return moments
    }

    private static func ticket(_ desk: TestDesk, key: String) async throws -> Int {
        let id: InquiryID = desk.newID()
        let answer = try await desk.do(
            .takeTicket(id, TicketWish()), by: Caller(.newcomer),
            key: IdempotencyKey(scope: "tickets", key: key, fingerprint: "x"))
        return answer.ticket ?? 0
    }

    /// Siri receives on every working day, half an hour each.
    private static let bookable: DeskPolicy = {
        var policy = TestPolicy.policy
        let hours = [OpeningCalendar.Interval(opens: ClockTime(8, 0), closes: ClockTime(15, 0))]
        let days: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        policy.visits.hosts = [
            HostPolicy(
                id: "siri", name: [.nb: "Siri"],
                hours: Dictionary(uniqueKeysWithValues: days.map { ($0, hours) }))
        ]
        return policy
    }()
}

import SkrankeDomain
import SkrankeJournal

/// Who is away: the latest wins, a cleared one has no row, words go with what they are about.
extension StoreConformance {
    private static let ola = TestPolicy.ola
    private static let kari = TestPolicy.kari

    static let absenceCases: [Case] = [
        desk("the latest absence of a person wins, and clearing leaves none") { desk in
            let noon = desk.now + .hours(2)
            let before = try await desk.store.headSequence()
            try await desk.do(.setAbsence(ola, AbsenceDetails(code: "MØT", until: noon)), by: kari)
            try await desk.do(
                .setAbsence(ola, AbsenceDetails(code: "UTE", until: noon + .hours(1), text: "Befaring")),
                by: kari)
            try await desk.do(.setAbsence(kari, AbsenceDetails(code: "MØT")), by: kari)
            let rows = try await desk.store.absences()
            try expect(rows.map(\.person), is: [kari, ola], "persons in order")
            try expect(rows.last?.words, is: "Befaring", "words")
            let absence = Absence(
                person: ola, code: "UTE", from: desk.now, until: noon + .hours(1), phoneOpen: true,
                text: rows.last?.absence.text, by: kari, at: desk.now)
            try expect(rows.last?.absence, is: absence, "the row")
            try await desk.do(.clearAbsence(ola), by: ola)
            try expect(try await desk.store.absences().map(\.person), is: [kari], "cleared")
            try expect(try await desk.store.headSequence(), is: before + 4, "one event each")
            let events = try await desk.store.events(of: .absence(ola), after: 0)
            try expect(events.map(\.version), is: [1, 2, 3], "a stream of its own")
        },
        desk("the words of an absence that is over are forgotten") { desk in
            let details = AbsenceDetails(code: "UTE", until: desk.now + .hours(1), text: "Hemmelig ærend")
            try await desk.do(.setAbsence(ola, details), by: ola)
            desk.clock.advance(.hours(2))
            try await desk.do(.setAbsence(kari, AbsenceDetails(code: "MØT")), by: kari)
            let row = try await desk.store.absences().first { $0.person == ola }
            try expect(row?.words, is: nil, "words")
            try expect(row?.absence.isActive(at: desk.now), is: false, "over")
        },
        Case("absences are there after a restart") { rig in
            let first = try await rig.open()
            let desk = TestDesk(first)
            let details = AbsenceDetails(code: "UTE", until: desk.now + .days(1), text: "Befaring")
            try await desk.do(.setAbsence(ola, details), by: ola)
            let rows = try await first.absences()
            await first.close()
            let second = try await rig.open()
            try expect(try await second.absences(), is: rows, "rows")
            await second.close()
        },
        desk("a refused absence writes nothing") { desk in
            let before = try await desk.store.headSequence()
            let refusal = try await desk.refusal(.setAbsence(ola, AbsenceDetails(code: "XXX")), by: kari)
            try expect(refusal, is: .unknownAbsenceCode, "refusal")
            try expect(try await desk.store.headSequence(), is: before, "sequence")
            try expect(try await desk.store.absences(), is: [], "rows")
        },
        desk("what the program itself moves counts as nobody's move") { desk in
            let call = InquiryID(Identifier(high: 9, low: 9 << 16))
            let intake = Caller(.system(.intake), terminal: "cti")
            for kind in [PhoneEvent.Kind.newCall, .hangup] {
                _ = try await desk.desk.submit(
                    .callReported(call, PhoneEvent(kind, from: "+4759000001")), by: intake)
            }
            let file = try await desk.file(call)
            try expect(file.inquiry.channel, is: .callback, "channel")
            let figures = try await desk.store.figures(
                from: desk.now - .days(1), to: desk.now + .days(1), now: desk.now)
            try expect(figures.channelMoves, is: 0, "moves")
        },
    ]
}

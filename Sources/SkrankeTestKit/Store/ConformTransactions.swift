import SkrankeDomain
import SkrankeJournal

extension StoreConformance {
    static let transactionCases: [Case] = [
        desk("a decision is written whole") { desk in
            let id = try await desk.chat("Når åpner svømmehallen i Øvre gate?")
            let file = try await desk.file(id)
            try expect(file.events.map(\.version), is: Array(1...file.events.count), "versions")
            try expect(
                try await desk.store.headSequence(), is: Int64(file.events.count),
                "sequence of the last event")
            try expect(
                file.head.subject, is: "Når åpner svømmehallen i Øvre gate?", "copy of the first words")
            let words = file.inquiry.subject.flatMap { file.texts[$0] }
            try expect(words, is: "Når åpner svømmehallen i Øvre gate?", "text")
            try expect(file.inquiry.version, is: file.events.count, "version of the fold")
            try expect(
                try await desk.store.find(file.inquiry.reference), is: id, "found by its reference")
        },
        desk("a refusal writes nothing") { desk in
            let before = try await desk.store.headSequence()
            let missing: InquiryID = desk.newID()
            try expect(
                try await desk.refusal(.claim(missing), by: TestPolicy.kari), is: .notFound, "refusal")
            let id: InquiryID = desk.newID()
            let blank = Registration(channel: .email, text: "  ")
            try expect(
                try await desk.refusal(.registerInquiry(id: id, blank), by: TestPolicy.kari),
                is: .textMissing,
                "refusal")
            try expect(try await desk.store.headSequence(), is: before, "sequence")
            try expect(try await desk.store.file(id), is: nil, "file")
        },
        desk("a lost claim names the winner") { desk in
            let id = try await desk.register()
            try await desk.do(.claim(id), by: TestPolicy.kari)
            let at = desk.now
            desk.clock.advance(.seconds(5))
            try expect(
                try await desk.refusal(.claim(id), by: TestPolicy.ola),
                is: .alreadyClaimed(by: TestPolicy.kari, at: at), "refusal")
        },
        desk("a repeated key gives the same answer") { desk in
            let key = IdempotencyKey(scope: "", key: "0123456789012345678901", fingerprint: "a")
            let id: InquiryID = desk.newID()
            let intent = Intent.startChat(id: id, question: "Hei?", language: nil, contact: nil)
            let first = try await desk.do(intent, by: Caller(.newcomer), key: key)
            let sequence = try await desk.store.headSequence()
            let other: InquiryID = desk.newID()
            let again = Intent.startChat(id: other, question: "Hei?", language: nil, contact: nil)
            guard
                case .repeated(let answer) = try await desk.desk.submit(
                    again, by: Caller(.newcomer), key: key)
            else { throw ConformanceFailure("not repeated") }
            try expect(answer, is: first, "answer")
            try expect(try await desk.store.headSequence(), is: sequence, "nothing new")
            let body = IdempotencyKey(scope: "", key: key.key, fingerprint: "b")
            guard case .conflict = try await desk.desk.submit(again, by: Caller(.newcomer), key: body) else {
                throw ConformanceFailure("another body is a conflict")
            }
            let scoped = IdempotencyKey(scope: "other", key: key.key, fingerprint: "b")
            try expect(
                try await desk.do(again, by: Caller(.newcomer), key: scoped).inquiry, is: other, "scope")
            desk.clock.advance(.hours(25))
            let late: InquiryID = desk.newID()
            let fresh = Intent.startChat(id: late, question: "Hei?", language: nil, contact: nil)
            try expect(
                try await desk.do(fresh, by: Caller(.newcomer), key: body).inquiry, is: late, "after a day")
        },
        desk("a refusal is not kept under its key") { desk in
            let key = IdempotencyKey(scope: "s", key: "k", fingerprint: "a")
            let id: InquiryID = desk.newID()
            let kari = TestDesk.caller(TestPolicy.kari)
            guard case .refused = try await desk.desk.submit(.claim(id), by: kari, key: key) else {
                throw ConformanceFailure("not refused")
            }
            let chat = Intent.startChat(id: id, question: "Hei?", language: nil, contact: nil)
            try await desk.do(chat, by: Caller(.newcomer))
            guard case .committed = try await desk.desk.submit(.claim(id), by: kari, key: key) else {
                throw ConformanceFailure("the key was used up by a refusal")
            }
        },
        Case("keys and counters survive a reopening") { rig in
            let key = IdempotencyKey(scope: "", key: "abcdefghijklmnopqrstuv", fingerprint: "a")
            var store = try await rig.open()
            let first = TestDesk(store)
            let id: InquiryID = first.newID()
            let answer = try await first.do(
                .startChat(id: id, question: "Hei?", language: nil, contact: nil), by: Caller(.newcomer),
                key: key)
            let file = try await first.file(id)
            try await store.setMetadata("demo", "1")
            await store.close()
            do {
                _ = try await store.headSequence()
                throw ConformanceFailure("a closed store answers")
            } catch is StoreFault {}
            store = try await rig.open()
            let second = TestDesk(store, seed: 2)
            try expect(try await second.file(id), is: file, "file")
            let repeated = try await second.do(
                .startChat(id: second.newID(), question: "Hei?", language: nil, contact: nil),
                by: Caller(.newcomer),
                key: key)
            try expect(repeated, is: answer, "answer")
            let next = try await second.chat()
            try expect(
                try await second.head(next).reference.number, is: file.inquiry.reference.number + 1,
                "reference")
            try expect(try await store.metadata().isDemo, is: true, "metadata")
            try expect(try await store.claimMetadata("demo", "2"), is: "1", "first value")
            try expect(try await store.claimMetadata("token", "x"), is: "x", "new value")
            await store.close()
        },
        desk("counters count up by one each, by year and by local day") { desk in
            var numbers: [Int] = []
            for _ in 0..<3 { numbers.append(try await desk.head(try await desk.chat()).reference.number) }
            try expect(numbers, is: [1, 2, 3], "references")
            // 22:30 UTC on the 12th is the 13th in Norway: tickets begin anew.
            let first = try await desk.register(.visit, "Pass")
            let second = try await desk.register(.visit, "Pass")
            desk.clock.set(Moment(seconds: TestDesk.morning.seconds + 14 * 3_600 + 1_800))
            let third = try await desk.register(.visit, "Pass")
            let tickets = [
                try await desk.head(first).ticket, try await desk.head(second).ticket,
                try await desk.head(third).ticket,
            ]
            try expect(tickets, is: [1, 2, 1], "tickets")
        },
        desk("a slot that is moved frees the old one") { desk in
            let from = TestDesk.morning + .days(1)
            let slot = ChannelTarget.slot(host: "siri", from: from, until: from + .minutes(30))
            let id = try await desk.register(.appointment, "Møte", target: slot, claim: true)
            let taken = Registration(channel: .appointment, text: "Møte", target: slot)
            try expect(
                try await desk.refusal(.registerInquiry(id: desk.newID(), taken), by: TestPolicy.ola),
                is: .slotTaken,
                "refusal")
            let later = from + .hours(2)
            try await desk.do(
                .rescheduleAppointment(id, from: later, until: later + .minutes(30), byCitizen: true),
                by: TestPolicy.kari)
            let other = try await desk.register(.appointment, "Møte", target: slot)
            try expect(
                try await desk.refusal(
                    .rescheduleAppointment(other, from: later, until: later + .minutes(30), byCitizen: false),
                    by: TestPolicy.kari), is: .slotTaken, "refusal of the store")
        },
        desk("a commit is told, a refusal is not") { desk in
            let told = HintCounter()
            desk.store.onCommit { told.add($0) }
            let id = try await desk.register()
            let count = told.sequences.count
            try expect(count > 0, "no hint")
            _ = try await desk.refusal(.release(id, reason: nil), by: TestPolicy.ola)
            try expect(told.sequences.count, is: count, "hints")
            try expect(told.sequences.last, is: try await desk.store.headSequence(), "sequence")
        },
    ]
}

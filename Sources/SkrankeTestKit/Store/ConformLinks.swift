import SkrankeDomain
import SkrankeJournal

/// Decisions about two inquiries: both streams change, or neither.
extension StoreConformance {
    static let linkCases: [Case] = [
        desk("a merge changes both inquiries in one transaction") { desk in
            let source = try await desk.register(.email, "Garasje")
            let target = try await desk.register(.email, "Garasjen igjen")
            let before = try await desk.store.headSequence()
            try await desk.do(.merge(source, into: target), by: TestPolicy.kari)
            let events = try await desk.store.events(after: before, limit: 100)
            try expect(Set(events.map(\.causation)).count, is: 1, "commands")
            let (ended, goesOn) = (try await desk.file(source), try await desk.file(target))
            try expect(ended.head.state, is: .voided, "the duplicate")
            try expect(ended.inquiry.mergedInto?.other, is: target, "its link")
            try expect(goesOn.inquiry.links.map(\.other), is: [source], "the other's link")
            try expect(goesOn.head.version, is: goesOn.events.count, "the other's version")
            let changes = try await desk.store.heads(changedAfter: before, limit: 10)
            try expect(Set(changes.heads.map(\.id)), is: [source, target], "rows that changed")
            for file in [ended, goesOn] {
                var folded: Inquiry?
                for envelope in file.events { folded = Evolve.apply(envelope, to: folded) }
                try expect(folded, is: file.inquiry, "the fold")
            }
        },
        desk("a refused merge changes nothing") { desk in
            let (a, b) = (try await desk.register(), try await desk.register())
            try await desk.do(.void(b, .spam), by: TestPolicy.kari)
            let before = try await desk.store.headSequence()
            let refusal = try await desk.refusal(.merge(a, into: b), by: TestPolicy.kari)
            try expect(refusal, is: .targetNotOpen(.voided), "refusal")
            try expect(try await desk.store.headSequence(), is: before, "sequence")
        },
        desk("sixteen merge one duplicate into sixteen others, one wins") { desk in
            let source = try await desk.register(.email, "Duplikat")
            var targets: [InquiryID] = []
            for number in 0..<16 { targets.append(try await desk.register(.email, "Sak \(number)")) }
            let others = targets
            let results = try await race(16) { index in
                try await desk.desk.submit(
                    .merge(source, into: others[index]), by: TestDesk.caller(TestPolicy.kari))
            }
            try expect(results.count { if case .committed = $0 { true } else { false } }, is: 1, "winners")
            for case .refused(let refusal) in results {
                try expect(refusal, is: .wrongState(.voided), "refusal")
            }
            var linked = 0
            for target in others { linked += try await desk.file(target).inquiry.links.count }
            try expect(linked, is: 1, "links")
        },
        desk("two merge each into the other, one wins") { desk in
            let (a, b) = (try await desk.register(), try await desk.register())
            let results = try await race(2) { index in
                try await desk.desk.submit(
                    index == 0 ? .merge(a, into: b) : .merge(b, into: a),
                    by: TestDesk.caller(TestPolicy.kari))
            }
            try expect(results.count { if case .committed = $0 { true } else { false } }, is: 1, "winners")
            let states = [try await desk.head(a).state, try await desk.head(b).state]
            try expect(Set(states), is: [.voided, .received], "states")
        },
        desk("a split makes a second inquiry with the next number") { desk in
            let who = ContactDetails(name: "Ada Vik", email: "ada@vik.example")
            let id = try await desk.register(.email, "To ting", contact: who)
            let new: InquiryID = desk.newID()
            let split = Intent.split(id, new: new, text: "Det andre", topic: nil)
            let answer = try await desk.do(split, by: TestPolicy.kari)
            let file = try await desk.file(new)
            try expect(answer.reference, is: file.inquiry.reference, "reference")
            try expect(file.head.reference.number, is: 2, "number")
            try expect(file.head.name, is: "Ada Vik", "name")
            try expect(file.head.subject, is: "Det andre", "subject")
            try expect(file.head.receivedAt, is: try await desk.head(id).receivedAt, "received")
            try expect(try await desk.refusal(split, by: TestPolicy.kari), is: .sameInquiry, "again")
            try expect(
                try await desk.store.search(SearchQuery(text: "andre")).map(\.head.id), is: [new], "search")
        },
        desk("the row says that an answer waits for clearance") { desk in
            let id = try await desk.register(claim: true)
            try await desk.do(.requestClearance(id, reason: "To enheter"), by: TestPolicy.kari)
            try expect(try await desk.head(id).clearance, is: .requested, "asked")
            var query = HeadQuery(limit: 10)
            query.owner = TestPolicy.kari
            let row = try await desk.store.heads(matching: query).first
            try expect(row?.clearance, is: .requested, "row")
            try await desk.do(.clearMessage(id), by: TestPolicy.ingrid)
            try expect(try await desk.head(id).clearance, is: .cleared, "given")
        },
        desk("erasing one erases what it is linked to, with reasons and noted replies") { desk in
            let who = ContactDetails(name: "Ada Navnlausen")
            let a = try await desk.register(.email, "Gammelord", topic: TopicCode("byggesak"), contact: who)
            let b = try await desk.register(.email, "Målord", topic: TopicCode("byggesak"), claim: true)
            let part: InquiryID = desk.newID()
            try await desk.do(.split(a, new: part, text: "Delord", topic: nil), by: TestPolicy.kari)
            try await desk.do(.merge(a, into: b), by: TestPolicy.kari)
            try await desk.do(.noteReply(b, text: "Svarord"), by: TestPolicy.kari)
            try await desk.do(.requestClearance(b, reason: "Klareringsord"), by: TestPolicy.kari)
            try await desk.do(.refuseClearance(b, reason: "Avslagsord"), by: TestPolicy.ingrid)
            let details = ClosingDetails(result: .withdrawn, archive: .notArchived, reason: "Trekkord")
            let seen = try await desk.head(b).version
            try await desk.do(.close(b, details, seen: seen), by: TestPolicy.kari)
            let words = [
                "Gammelord", "Målord", "Delord", "Svarord", "Klareringsord", "Avslagsord", "Trekkord",
                "Navnlausen",
            ]
            for word in words {
                let hits = try await desk.store.search(SearchQuery(text: word))
                try expect(!hits.isEmpty, "\(word) was there")
            }
            try await desk.do(.eraseContent(part), by: TestPolicy.ingrid)
            for word in words {
                let hits = try await desk.store.search(SearchQuery(text: word))
                try expect(hits.isEmpty, "\(word) is still found")
            }
            for id in [a, b, part] {
                let file = try await desk.file(id)
                try expect(file.texts.isEmpty, "texts of \(file.head.reference)")
                try expect(file.head.name, is: nil, "name")
                try expect(file.head.subject, is: nil, "subject")
                try expect(file.contact, is: nil, "contact")
            }
        },
    ]
}

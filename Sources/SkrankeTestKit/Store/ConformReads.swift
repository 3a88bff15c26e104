import SkrankeDomain
import SkrankeJournal

extension StoreConformance {
    static let readCases: [Case] = [
        desk("events are read after a cursor") { desk in
            let first = try await desk.register()
            try await desk.do(.claim(first), by: TestPolicy.kari)
            _ = try await desk.register(.visit, "Pass")
            let all = try await desk.store.events(after: 0, limit: 1_000)
            try expect(all.map(\.sequence), is: Array(1...Int64(all.count)), "sequences without a gap")
            var paged: [Envelope] = []
            while case let page = try await desk.store.events(after: paged.last?.sequence ?? 0, limit: 2),
                !page.isEmpty
            {
                try expect(page.count <= 2, "page of \(page.count)")
                paged += page
            }
            try expect(paged, is: all, "pages")
            let stream = try await desk.store.events(of: .inquiry(first), after: 1)
            try expect(stream.map(\.version), is: Array(2...stream.count + 1), "stream after a version")
            try expect(try await desk.store.events(after: 10_000, limit: 5), is: [], "beyond the end")
            try expect(all.allSatisfy { $0.caller == TestDesk.caller(TestPolicy.kari) }, "callers")
            try expect(Set(all.map(\.id)).count, is: all.count, "identifiers")
        },
        desk("open rows come most urgent first, page by page") { desk in
            var ids: Set<InquiryID> = []
            for index in 0..<12 {
                let channel: Channel = [.email, .visit, .callback, .email][index % 4]
                ids.insert(try await desk.register(channel, "Nummer \(index)"))
                desk.clock.advance(.minutes(7))
            }
            let closed = try await desk.register(.visit, "Ferdig", topic: TopicCode("pass"))
            try await desk.do(.callVisitor(closed, counter: "2"), by: TestPolicy.kari)
            try await desk.do(.startVisit(closed), by: TestPolicy.kari)
            try await desk.do(
                .close(closed, ClosingDetails(result: .solvedAtDesk, topic: TopicCode("pass")), seen: 100),
                by: TestPolicy.kari)
            var rows: [InquiryHead] = []
            while case let page = try await desk.store.openHeads(
                after: rows.last.map(Urgency.init), limit: 5),
                !page.isEmpty
            {
                rows += page
            }
            try expect(Set(rows.map(\.id)), is: ids, "open inquiries")
            try expect(rows.map(Urgency.init), is: rows.map(Urgency.init).sorted(), "order")
            for row in rows { try expect(row, is: try await desk.head(row.id), "row and file") }
        },
        desk("changed rows come once each, closed ones too") { desk in
            let first = try await desk.register(.phone, "Ringte om skolevei", topic: TopicCode("skole"))
            let second = try await desk.register()
            var changes = try await desk.store.heads(changedAfter: 0, limit: 100)
            try expect(changes.heads.map(\.id), is: [first, second], "order of the last change")
            try expect(changes.isComplete, "complete")
            try expect(changes.through, is: try await desk.store.headSequence(), "cursor")
            let cursor = changes.through
            let seen = try await desk.head(first).version
            let details = ClosingDetails(result: .solvedAtDesk, phoneOutcome: .reachedPerson)
            try await desk.do(.close(first, details, seen: seen), by: TestPolicy.kari)
            changes = try await desk.store.heads(changedAfter: cursor, limit: 100)
            try expect(changes.heads.map(\.id), is: [first], "what changed")
            try expect(changes.heads.first?.state, is: .closed, "state")
            changes = try await desk.store.heads(changedAfter: 0, limit: 1)
            try expect(changes.heads.map(\.id), is: [second], "first page")
            try expect(changes.isComplete, is: false, "more is left")
            changes = try await desk.store.heads(changedAfter: changes.through, limit: 1)
            try expect(changes.heads.map(\.id), is: [first], "second page")
            try expect(changes.isComplete, "complete")
            try await desk.do(.openSession(TestPolicy.kari), by: TestPolicy.kari)
            let staff = try await desk.store.heads(changedAfter: changes.through, limit: 10)
            try expect(
                staff.heads.isEmpty && staff.through == changes.through + 1,
                "an agent's event moves the cursor")
        },
        desk("rows are selected by what they hold") { desk in
            let who = ContactDetails(name: "Åse Ødegård", email: "Aase@Example.no", phone: "+47 62 80 80 00")
            let first = try await desk.register(.email, "Faktura", contact: who)
            desk.clock.advance(.hours(1))
            let second = try await desk.register(.visit, "Pass", by: TestPolicy.ola)
            try await desk.do(.claim(second), by: TestPolicy.ola)
            func ids(_ change: (inout HeadQuery) -> Void) async throws -> [InquiryID] {
                var query = HeadQuery()
                change(&query)
                return try await desk.store.heads(matching: query).map(\.id)
            }
            try expect(try await ids { _ in }, is: [second, first], "newest first")
            try expect(try await ids { $0.email = "aase@example.no" }, is: [first], "e-mail")
            try expect(try await ids { $0.phone = "+4762808000" }, is: [first], "telephone")
            try expect(try await ids { $0.phone = "12345678" }, is: [], "another telephone")
            try expect(try await ids { $0.owner = TestPolicy.ola }, is: [second], "owner")
            try expect(try await ids { $0.channel = .email }, is: [first], "channel")
            try expect(try await ids { $0.states = [.inProgress] }, is: [second], "state")
            try expect(try await ids { $0.states = [.closed, .voided] }, is: [], "closed")
            try expect(try await ids { $0.states = [] }, is: [], "no state")
            try expect(try await ids { $0.limit = 1 }, is: [second], "limit")
            let contact = try await desk.head(first).contact
            try expect(try await ids { $0.contact = contact }, is: [first], "contact")
            let later = TestDesk.morning + .minutes(30)
            try expect(try await ids { $0.receivedFrom = later }, is: [second], "from")
            try expect(try await ids { $0.receivedTo = later }, is: [first], "to")
            try expect(try await desk.file(first).contact?.name, is: "Åse Ødegård", "contact's row")
            try expect(try await desk.head(first).name, is: "Åse Ødegård", "copy of the name")
        },
        desk("a new contact renames the row") { desk in
            let id = try await desk.register(.email, "Faktura", contact: ContactDetails(name: "Feil Navn"))
            try await desk.do(.setContact(id, ContactDetails(name: "Rett Navn")), by: TestPolicy.kari)
            try expect(try await desk.head(id).name, is: "Rett Navn", "name")
        },
        desk("the desk follows the journal") { desk in
            for index in 0..<9 { _ = try await desk.register(.email, "Nummer \(index)") }
            // As a console does it: the cursor, then the open rows page by page, then what has changed.
            var cursor = try await desk.store.headSequence()
            var heads: [InquiryID: InquiryHead] = [:]
            var last: InquiryHead?
            repeat {
                let page = try await desk.store.openHeads(after: last.map { Urgency($0) }, limit: 2)
                for head in page { heads[head.id] = head }
                last = page.last
            } while last != nil
            try expect(heads.count, is: 9, "rows")
            let first = heads.values.map(\.id).min()
            let id = try await desk.register(.visit, "Pass")
            try await desk.do(.claim(id), by: TestPolicy.ola)
            if let first { try await desk.do(.claim(first), by: TestPolicy.ola) }
            var isComplete = false
            while !isComplete {
                let changes = try await desk.store.heads(changedAfter: cursor, limit: 1)
                for head in changes.heads { heads[head.id] = head }
                (cursor, isComplete) = (changes.through, changes.isComplete)
            }
            try expect(cursor, is: try await desk.store.headSequence(), "cursor")
            for head in heads.values { try expect(head, is: try await desk.head(head.id), "row") }
            try expect(heads.count, is: 10, "rows after the changes")
        },
    ]
}

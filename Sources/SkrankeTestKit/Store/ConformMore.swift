import SkrankeDomain
import SkrankeJournal

extension StoreConformance {
    static let searchCases: [Case] = [
        desk("texts are found by words and beginnings, newest first") { desk in
            let first = try await desk.register(.email, "Søknad om skjenkebevilling på Ærfuglveien")
            let second = try await desk.register(.email, "Klage på byggesøknad, også søknad om fritak")
            let named = try await desk.register(.email, "Hei", contact: ContactDetails(name: "Tordis Kvåle"))
            func ids(_ text: String) async throws -> [InquiryID] {
                try await desk.store.search(SearchQuery(text: text)).map(\.head.id)
            }
            try expect(try await ids("søknad"), is: [second, first], "both, newest first")
            try expect(try await ids("SØKNAD om"), is: [second, first], "capitals")
            try expect(try await ids("ærfugl"), is: [first], "a beginning")
            try expect(try await ids("sokn"), is: [], "ø is no o")
            try expect(try await ids("søk fritak"), is: [], "only the last word is a beginning")
            try expect(try await ids("søknad fri"), is: [second], "two words")
            try expect(try await ids("kvåle"), is: [named], "a name")
            let hits = try await desk.store.search(SearchQuery(text: "skjenkebevilling"))
            try expect(hits.first?.snippet.contains("skjenkebevilling") ?? false, "snippet: \(hits)")
            let page = try await desk.store.search(SearchQuery(text: "søknad", limit: 1))
            let next = try await desk.store.search(
                SearchQuery(text: "søknad", limit: 1, before: page.last?.row))
            try expect(page.map(\.head.id) + next.map(\.head.id), is: [second, first], "pages")
        },
        desk("words that a sign joins are words each, in any order") { desk in
            let id = try await desk.register(.email, "Send det på e-post til kari.nordmann@example.no")
            _ = try await desk.register(.email, "Postkassen er full")
            for text in [
                "e-post", "post e", "kari.nord", "example.no", "nordmann@exam", "E-POST", "kari nordmann",
            ] {
                let hits = try await desk.store.search(SearchQuery(text: text))
                try expect(hits.map(\.head.id), is: [id], text)
            }
        },
        desk("hostile text cannot break a query") { desk in
            _ = try await desk.register(.email, "NEAR og OR og \"sitat\" og kolonne:verdi")
            let hostile = [
                "\"", "\"\"\"", "a\" OR \"b", "NEAR(a b)", "text:a", "*", "a*b*", "^a", "-a", "+", "( (",
                "OR", "AND NOT",
                "'; DROP TABLE event; --", "{text}: a", "\u{0}a", "\u{0}", "a\u{202E}b", "\u{7F}", " ", "",
                String(repeating: "a ", count: 5_000), String(repeating: "\"", count: 999), "🏳️‍🌈",
                "e\u{301}",
            ]
            for text in hostile { _ = try await desk.store.search(SearchQuery(text: text)) }
            let hits = try await desk.store.search(SearchQuery(text: "\"sitat\""))
            try expect(hits.count, is: 1, "quotes are searched for, not obeyed")
            try expect(
                try await desk.store.search(SearchQuery(text: "kolonne:verdi")).count, is: 1, "a colon")
        },
    ]

    static let erasureCases: [Case] = [
        desk("what was erased is gone, that it was there is not") { desk in
            let who = ContactDetails(name: "Slettes Helt", email: "slettes@example.no", phone: "99887766")
            let id = try await desk.register(.email, "Hemmelighetsord her", contact: who, claim: true)
            try await desk.do(.addNote(id, text: "Notatord"), by: TestPolicy.kari)
            try await desk.store.saveDraft(
                Draft(agent: TestPolicy.kari, inquiry: id, kind: .reply, text: "Kladdord", savedAt: desk.now))
            let seen = try await desk.head(id).visibleVersion
            let held = Intent.sendMessage(id, text: "Holdtord", seen: seen, final: true, immediately: false)
            try await desk.do(held, by: TestPolicy.kari)
            try await desk.do(.setContact(id, ContactDetails(name: "Annet Navn")), by: TestPolicy.kari)
            let before = try await desk.file(id)
            try await desk.do(.eraseContent(id), by: TestPolicy.ingrid)
            let after = try await desk.file(id)
            try expect(after.events.count, is: before.events.count + 1, "the history is kept")
            try expect(after.texts, is: [:], "texts")
            try expect(after.contact, is: nil, "contact")
            try expect(after.head.name == nil && after.head.subject == nil, "copies: \(after.head)")
            try expect(after.inquiry.heldMessages.isEmpty, "unsent text is cancelled")
            try expect(try await desk.store.outbox(limit: 9), is: [], "outbox")
            try expect(try await desk.store.drafts(of: TestPolicy.kari), is: [], "drafts")
            for word in ["Hemmelighetsord", "Notatord", "Holdtord", "Slettes", "Annet"] {
                try expect(try await desk.store.search(SearchQuery(text: word)).count, is: 0, word)
            }
            var query = HeadQuery()
            query.phone = "99887766"
            try expect(try await desk.store.heads(matching: query), is: [], "by telephone")
            let changes = try await desk.store.heads(
                changedAfter: before.events.last?.sequence ?? 0, limit: 9)
            try expect(changes.heads, is: [after.head], "consoles hear of it")
        },
        desk("what is being sent cannot be erased yet") { desk in
            let id = try await desk.register(.email, "Faktura", claim: true)
            let seen = try await desk.head(id).visibleVersion
            let answer = try await desk.do(
                .sendMessage(id, text: "Svar", seen: seen, final: true, immediately: false),
                by: TestPolicy.kari)
            guard let message = answer.message else { throw ConformanceFailure("no message") }
            try await desk.store.markOutbox(message, .sending)
            try expect(
                try await desk.refusal(.eraseContent(id), by: TestPolicy.ingrid), is: .beingSent, "refusal")
            try await desk.store.markOutbox(message, .sent)
            try await desk.do(.eraseContent(id), by: TestPolicy.ingrid)
        },
    ]

    static let figureCases: [Case] = [
        desk("figures count what was promised") { desk in
            try await desk.attend(TestPolicy.kari)
            let from = TestDesk.morning - .hours(10)
            let answered = try await desk.register(
                .email, "Faktura", topic: TopicCode("faktura"), claim: true)
            let seen = try await desk.head(answered).visibleVersion
            let send = Intent.sendMessage(answered, text: "Svar", seen: seen, final: true, immediately: true)
            try await desk.do(send, by: TestPolicy.kari)
            let version = try await desk.head(answered).version
            let details = ClosingDetails(result: .solvedAtDesk, archive: .notArchived)
            try await desk.do(.close(answered, details, seen: version), by: TestPolicy.kari)
            _ = try await desk.register(.email, "Blir for sen")
            let spam = try await desk.register(.email, "Kjøp nå")
            try await desk.do(.void(spam, .spam), by: TestPolicy.kari)
            let chat = try await desk.chat()
            try await desk.do(.claim(chat), by: TestPolicy.kari)
            try await desk.do(
                .moveChannel(chat, to: .callback, .none, reason: "Vil snakke"), by: TestPolicy.kari)
            let late = desk.now + .days(9)
            let figures = try await desk.store.figures(from: from, to: late, now: late)
            try expect(figures.promises[.emailAnswer], is: .init(met: 1, of: 2), "past due counts as missed")
            try expect(figures.promises[.callback], is: .init(met: 0, of: 1), "callback")
            try expect(figures.solvedAtDesk, is: .init(met: 1, of: 1), "solved at the desk")
            try expect(figures.receipts, is: .init(met: 2, of: 3), "receipts, spam left out")
            try expect(figures.closedBy, is: [TestPolicy.kari: 1], "closed by")
            try expect(figures.channelMoves, is: 1, "moves")
            try expect(figures.arrivals, is: [.email: [20: 3], .chat: [20: 1]], "arrivals by half-hour")
            let early = try await desk.store.figures(from: from, to: late, now: desk.now)
            try expect(
                early.promises[.emailAnswer], is: .init(met: 1, of: 1), "what still runs is not counted")
            let empty = try await desk.store.figures(from: from - .days(9), to: from, now: late)
            try expect(empty, is: DeskFigures(), "an empty period")
        },
        desk("figures count calls as they stand at a moment") { desk in
            let intake = Caller(.system(.intake), terminal: "cti")
            let from = TestDesk.morning - .hours(10)
            let ids = (1...3).map { InquiryID(Identifier(high: 91, low: UInt64($0) << 16)) }
            let tell = { (id: InquiryID, kind: PhoneEvent.Kind) in
                Intent.callReported(id, PhoneEvent(kind, from: "+4762888000", users: ["101"]))
            }
            for id in ids { try await desk.do(tell(id, .newCall), by: intake) }
            try await desk.do(tell(ids[0], .answer), by: intake)
            try await desk.do(tell(ids[1], .hangup), by: intake)
            let soon = try await desk.store.figures(from: from, to: desk.now + .days(1), now: desk.now)
            try expect(soon.calls.answeredInTime, is: 1, "answered")
            try expect(soon.calls.abandoned, is: 1, "left")
            try expect(soon.calls.waiting, is: 1, "undecided")
            let late = desk.now + .minutes(1)
            let then = try await desk.store.figures(from: from, to: late + .days(1), now: late)
            try expect(then.calls.waitingTooLong, is: 1, "a miss without any event")
            // The same call, spoken in by hand later, is another contact.
            try await desk.do(.claim(ids[1]), by: TestPolicy.kari)
            try await desk.do(.attemptCallback(ids[1], .reached), by: TestPolicy.kari)
            let after = try await desk.store.figures(from: from, to: late + .days(1), now: late)
            try expect(after.calls, is: then.calls, "a callback changes no call")
        },
    ]

    static let raceCases: [Case] = [
        desk("sixteen claim at once, one wins, all others hear who") { desk in
            let id = try await desk.register()
            let results = try await race(16) { index in
                try await desk.desk.submit(.claim(id), by: TestDesk.caller(AgentID("agent\(index)")))
            }
            try expectOneWinner(results, in: try await desk.head(id).owner)
        },
        desk("sixteen book one slot, one gets it") { desk in
            let from = TestDesk.morning + .days(1)
            let target = ChannelTarget.slot(host: "siri", from: from, until: from + .minutes(30))
            let registration = Registration(channel: .appointment, text: "Møte", target: target)
            let results = try await race(16) { _ in
                try await desk.desk.submit(
                    .registerInquiry(id: desk.newID(), registration), by: TestDesk.caller(TestPolicy.kari))
            }
            let winners = results.count { if case .committed = $0 { true } else { false } }
            try expect(winners, is: 1, "winners")
            for result in results {
                if case .refused(let refusal) = result { try expect(refusal, is: .slotTaken, "refusal") }
            }
        },
        desk("ten writers at once lose nothing") { desk in
            let written = try await race(10) { index in
                var ids: [InquiryID] = []
                for number in 0..<20 {
                    ids.append(try await desk.register(.email, "Fra \(index): \(number)"))
                }
                return ids
            }
            let ids = Set(written.flatMap { $0 })
            try expect(ids.count, is: 200, "inquiries")
            var query = HeadQuery(limit: 1_000)
            query.states = [.received]
            let heads = try await desk.store.heads(matching: query)
            try expect(Set(heads.map(\.id)), is: ids, "rows")
            try expect(Set(heads.map(\.reference.number)), is: Set(1...200), "references without a gap")
        },
    ]

    /// Runs `count` tasks at once.
    public static func race<Value: Sendable>(
        _ count: Int, _ body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> [Value] {
        try await withThrowingTaskGroup(of: Value.self) { group in
            for index in 0..<count { group.addTask { try await body(index) } }
            var values: [Value] = []
            for try await value in group { values.append(value) }
            return values
        }
    }

    public static func expectOneWinner(_ results: [TransactionResult], in owner: AgentID?) throws {
        let winners = results.count { if case .committed = $0 { true } else { false } }
        try expect(winners, is: 1, "winners")
        for result in results {
            guard case .refused(let refusal) = result else { continue }
            guard case .alreadyClaimed(let by, _) = refusal else { throw ConformanceFailure("\(refusal)") }
            try expect(by, is: owner ?? AgentID("nobody"), "named winner")
        }
    }
}

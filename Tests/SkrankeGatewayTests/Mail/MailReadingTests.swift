import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import Testing

@testable import SkrankeGateway

/// From bytes to inquiries: whose letter it is, what kills its reader, what it is told.
@Suite struct MailReadingTests {
    @Test func aLetterThatKillsItsReaderTwiceIsShownRaw() async throws {
        let desk = MailDesk()
        desk.hands.put("kill\u{7}me")
        desk.hands.put("et vanlig brev")
        _ = try await desk.fetch.round()
        for _ in 0..<4 { _ = try await desk.reading.work() }
        let files = try await desk.files()
        #expect(files.count == 2)
        let raw = try #require(files.first { $0.texts.values.contains { $0.contains("me") } })
        #expect(raw.texts.values.contains("kill\u{FFFD}me"))
        #expect(raw.inquiry.mail.sent.isEmpty, "nobody knows whom a receipt would go to")
        #expect(try await desk.store.originals(of: raw.inquiry.id).map(\.state) == [.failed])
        #expect(desk.hands.state.withLock { $0.parsed.count { $0.contains("kill") } } == 2)
        #expect(try await desk.store.unreadOriginals(limit: 9).isEmpty)
    }

    @Test func aTagFindsItsInquiryWhoeverWrites() async throws {
        let desk = MailDesk()
        try await desk.receive("hei")
        let reference = try #require(try await desk.files().first).inquiry.reference
        try await desk.receive("svar tag=\(reference) from=ukjent@b.example")
        let files = try await desk.files()
        #expect(files.count == 1 && files[0].inquiry.messages.count == 2)
        let last = try #require(files[0].inquiry.messages.last)
        #expect(files[0].texts[last.content]?.hasPrefix("new: ") == true)
    }

    /// Words of the second letter, inquiries after it, and the link that the new one has.
    @Test(arguments: [
        ("re", true, 1, ""), ("re", false, 2, "suggested"), ("subject", true, 1, ""),
        ("subject", false, 2, "suggested"), ("nothing", true, 2, ""),
    ])
    func namesCountFromParticipantsOnly(
        _ way: String, _ isParticipant: Bool, _ count: Int, _ link: String
    ) async throws {
        let desk = MailDesk()
        try await desk.receive("hei")
        let file = try #require(try await desk.files().first)
        let ours = MailMessageID(
            reference: file.inquiry.reference, message: file.inquiry.mail.sent[0].message)
        let value = way == "re" ? ours.text(domain: "x.example") : "Sv:\(file.inquiry.reference)"
        let from = isParticipant ? "KARI@innbygger.example" : "ukjent@b.example"
        try await desk.receive("mer from=\(from) \(way)=\(value)")
        let files = try await desk.files()
        #expect(files.count == count)
        let kinds = files.flatMap(\.inquiry.links).map { "\($0.kind)" }
        #expect(kinds == (link.isEmpty ? [] : [link]))
    }

    @Test func aForgedTagIsANewInquiryThatSaysSo() async throws {
        let desk = MailDesk()
        try await desk.receive("hei tag=forged")
        let file = try #require(try await desk.files().first)
        let envelope = try #require(file.inquiry.mail.envelopes.values.first.flatMap { file.texts[$0] })
        #expect(MailEnvelope(text: envelope).isForged)
    }

    @Test func aBounceLandsOnItsLetterAndOpensIt() async throws {
        let desk = MailDesk()
        try await desk.receive("hei")
        let id = try #require(try await desk.files().first).inquiry.id
        _ = try await desk.submit(.claim(id))
        let seen = try #require(try await desk.store.file(id)).inquiry.version
        let sent = try await desk.submit(
            .sendMessage(id, text: "Svar", seen: seen, final: true, immediately: true))
        _ = try await desk.dispatch.work()
        let message = try #require(sent.message)
        let reference = try #require(try await desk.store.file(id)).inquiry.reference
        let name = MailMessageID(reference: reference, message: message).text(domain: "x.example")
        try await desk.receive("bounce=\(name)")
        let inquiry = try #require(try await desk.store.file(id)).inquiry
        #expect(inquiry.mail[message]?.state == .bounced && inquiry.mail[message]?.status == "5.1.1")
        #expect(inquiry.state == .inProgress)
        #expect(try await desk.files().count == 1)
        // One of a letter that we never sent is shown, and nothing is sent to its machine.
        let other = MailMessageID(
            reference: reference, message: MessageID(Identifier(high: 9, low: 9)))
        try await desk.receive("bounce=\(other.text(domain: "x.example"))")
        let files = try await desk.files()
        #expect(files.count == 2 && files[1].inquiry.mail.sent.isEmpty)
    }

    @Test(arguments: [
        ("from=a@kongsvinger.example", EmailCategory.colleague), ("from=a@post.avisa.example", .official),
        ("from=a@innbygger.example", .citizen), ("list", .other), ("from=a@notkongsvinger.example", .citizen),
    ])
    func theSenderDecidesTheCategory(_ text: String, _ category: EmailCategory) async throws {
        let desk = MailDesk()
        try await desk.receive(text)
        #expect(try await desk.files().first?.inquiry.mail.category == category)
    }

    @Test func whatEndedLongAgoIsFollowedByANewOne() async throws {
        let desk = MailDesk()
        try await desk.receive("hei")
        let file = try #require(try await desk.files().first)
        let id = file.inquiry.id
        _ = try await desk.submit(.claim(id))
        _ = try await desk.submit(.void(id, .spam))
        try await desk.receive("svar tag=\(file.inquiry.reference)")
        let files = try await desk.files()
        #expect(files.count == 2)
        #expect(files[1].inquiry.links.map(\.kind) == [.follows])
    }

    @Test func theBreakerAlarmsForAnHour() async throws {
        let desk = MailDesk()
        for number in 0..<6 { try await desk.receive("brev \(number)") }
        #expect(desk.said.last == MailTrouble(.incoming, .breaker))
        #expect(try await desk.files().count == 6)
        #expect(try await desk.files().flatMap(\.inquiry.mail.sent).count == 5)
        try await desk.receive("from=ola@innbygger.example")
        #expect(desk.said.last == MailTrouble(.incoming, .breaker), "still said")
        desk.time.advance(by: .minutes(61))
        _ = try await desk.reading.work()
        #expect(desk.said.last == nil)
    }

    /// Killed after the commit and before it knew: the next reader finds nothing to do.
    @Test func readingTwiceDoublesNothing() async throws {
        let desk = MailDesk()
        desk.hands.put("brev")
        _ = try await desk.fetch.round()
        async let one = desk.reading.work()
        let other = MailDesk(store: desk.store)
        async let two = other.reading.work()
        _ = try await (one, two)
        #expect(try await desk.files().count == 1)
    }
}

import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime
import Testing

@testable import SkrankeGateway

/// From the outbox to the server: once, later, never, or nobody knows.
@Suite struct MailDispatchTests {
    private func written(_ outcomes: [MailOutcome] = []) async throws -> (MailDesk, InquiryID) {
        let desk = MailDesk()
        desk.hands.state.withLock { $0.outcomes = outcomes }
        try await desk.receive("hei subject=Garasje")
        return (desk, try #require(try await desk.files().first).inquiry.id)
    }

    private func states(_ desk: MailDesk, _ id: InquiryID) async throws -> [SentMail.State] {
        try #require(try await desk.store.file(id)).inquiry.mail.sent.map(\.state)
    }

    @Test func aReceiptGoesToWhoWroteWithReferenceAndThread() async throws {
        let (desk, id) = try await written()
        _ = try await desk.dispatch.work()
        let letter = try #require(desk.hands.state.withLock { $0.letters.first })
        let inquiry = try #require(try await desk.store.file(id)).inquiry
        #expect(letter.to.map(\.address) == ["kari@innbygger.example"] && letter.isAutomatic)
        #expect(letter.subject == "Re: Garasje [\(inquiry.reference.text)]")
        #expect(letter.id.message == inquiry.mail.sent[0].message)
        #expect(inquiry.receipts.count == 1)
        _ = try await desk.dispatch.work()
        #expect(desk.hands.state.withLock { $0.letters.count } == 1)
    }

    @Test(arguments: [
        (MailOutcome.accepted, SentMail.State.accepted), (.refused(status: "550"), .refused),
        (.unknown, .unknown), (.later("451"), .onItsWay),
        (.trouble(MailTrouble(.outgoing, .notSecure)), .onItsWay),
    ])
    func outcomes(_ outcome: MailOutcome, _ state: SentMail.State) async throws {
        let (desk, id) = try await written([outcome])
        _ = try await desk.dispatch.work()
        #expect(try await states(desk, id) == [state])
        _ = try await desk.dispatch.work()
        #expect(desk.hands.state.withLock { $0.letters.count } == 1, "asked again at once")
    }

    @Test func laterIsLaterEachTime() async throws {
        let (desk, id) = try await written([.later("a"), .later("b")])
        _ = try await desk.dispatch.work()
        #expect(desk.said.last == MailTrouble(.outgoing, .refusing, "a"))
        desk.time.advance(by: .seconds(16))
        _ = try await desk.dispatch.work()
        desk.time.advance(by: .seconds(16))
        _ = try await desk.dispatch.work()
        #expect(desk.hands.state.withLock { $0.letters.count } == 2)
        desk.time.advance(by: .seconds(16))
        _ = try await desk.dispatch.work()
        #expect(try await states(desk, id) == [.accepted])
        #expect(desk.said.last == nil)
        let names = Set(desk.hands.state.withLock { $0.letters.map(\.id.message) })
        #expect(names.count == 1, "a repetition is the same message")
    }

    /// Killed between `sending` and the answer: nobody sends it again by itself.
    @Test func whatAKilledGatewayWasSendingIsUnknown() async throws {
        let (desk, id) = try await written()
        let row = try #require(try await desk.store.dueMail(at: desk.time.now, limit: 1).first)
        try await desk.store.markOutbox(row.message, .sending)
        let next = MailDesk(store: desk.store)
        _ = try await next.dispatch.work()
        #expect(try await states(desk, id) == [.unknown])
        #expect(next.hands.state.withLock { $0.letters.isEmpty })
        _ = try await desk.submit(.resendEmail(id, row.message))
        _ = try await next.dispatch.work()
        #expect(try await states(desk, id) == [.accepted])
    }

    @Test func anAddressedLetterGoesWhereItSays() async throws {
        let (desk, id) = try await written()
        _ = try await desk.submit(.claim(id))
        let seen = try #require(try await desk.store.file(id)).inquiry.version
        _ = try await desk.submit(
            .sendEmail(
                id, text: "Hei", to: ["ola@b.example"], cc: ["siri@b.example"], seen: seen,
                immediately: true))
        _ = try await desk.dispatch.work()
        let letters = desk.hands.state.withLock { $0.letters }
        let letter = try #require(letters.first { !$0.isAutomatic })
        #expect(letter.to.map(\.address) == ["ola@b.example"])
        #expect(letter.cc.map(\.address) == ["siri@b.example"])
        #expect(letters.count == 2 && letter.text == "Hei")
    }

    @Test func everyTroubleHasASentenceInEveryLanguage() {
        for way in MailTrouble.Way.allCases {
            for kind in MailTrouble.Kind.allCases {
                let trouble = MailTrouble(way, kind, "3")
                #expect(MailTrouble(code: trouble.code, detail: "3") == trouble)
                let texts = Language.allCases.map { Sentences.text(trouble, $0) }
                #expect(texts.allSatisfy { !$0.isEmpty } && texts[0] != texts[2])
            }
        }
    }
}

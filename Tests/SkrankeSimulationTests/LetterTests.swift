import SkrankeDomain
import SkrankeMail
import SkrankeSimulation
import Testing

/// What the simulated citizens write, read by the house's own reader.
@Suite struct LetterTests {
    private let now = Moment(seconds: 1_795_000_000)
    private let desk = "post@kongsvinger.example"

    private func life(_ kind: PlannedMail.Kind) throws -> MailLife {
        let zone = TimeZoneRules.utc
        for seed in UInt64(1)...20 {
            for step in DayPlan(seed: seed, day: zone.date(at: now), zone: zone).steps {
                guard case .mail(let mail) = step.arrival, mail.kind == kind else { continue }
                if kind == .simple, mail.thanks == nil { continue }
                return MailLife(mail, desk: desk)
            }
        }
        throw Missing()
    }
    private struct Missing: Error {}

    private let receipt = MailLife.Incoming(
        messageID: "a.1@kongsvinger.example", subject: "Vi har fått e-posten din",
        replyTo: "post+abc@kongsvinger.example", envelopeFrom: "post+b@kongsvinger.example",
        isAutomatic: true)

    @Test(arguments: PlannedMail.Kind.allCases)
    func isReadAsItWasWritten(_ kind: PlannedMail.Kind) throws {
        let life = try life(kind)
        let mail = try #require(MailReader.read(life.first(at: now).bytes))
        #expect(mail.from.map(\.address) == [life.mail.address])
        #expect(mail.date == now)
        guard kind != .hostile else { return }
        #expect(mail.subject == life.mail.subject)
        #expect(mail.text.contains(life.mail.text.prefix(20)))
        #expect((mail.automatic == nil) == (kind != .spam))
    }

    @Test func aMachineAnswersAndSaysSo() throws {
        var life = try life(.autoReplies)
        let reaction = life.react(to: receipt, at: now)
        let reply = try #require(reaction)
        let mail = try #require(MailReader.read(reply.letter.bytes))
        #expect(mail.automatic != nil)
        #expect(mail.references.contains(receipt.messageID))
        // It would go on for ever.
        let again1 = life.react(to: receipt, at: now)
        #expect(again1 != nil)
    }

    @Test func whatCannotBeDeliveredComesBackAsAReport() throws {
        var life = try life(.unreachable)
        let reaction = life.react(to: receipt, at: now)
        let reply = try #require(reaction)
        let report = try #require(MailReader.read(reply.letter.bytes)?.report)
        #expect(report.addresses == [life.mail.address] && report.status == "5.1.1")
        #expect(report.original == receipt.messageID)
        var silent = receipt
        silent.envelopeFrom = ""
        let again2 = life.react(to: silent, at: now)
        #expect(again2 == nil, "nobody is told of what came from nobody")
    }

    @Test func thanksOnceAndOnlyAHumanBeing() throws {
        var life = try life(.simple)
        let again3 = life.react(to: receipt, at: now)
        #expect(again3 == nil)
        var answer = receipt
        answer.isAutomatic = false
        let reaction = life.react(to: answer, at: now)
        let reply = try #require(reaction)
        #expect(reply.letter.to == receipt.replyTo && reply.letter.inReplyTo == receipt.messageID)
        let again4 = life.react(to: answer, at: now)
        #expect(again4 == nil)
    }
}

import SkrankeDomain
import Testing

@testable import SkrankeMail

/// What leaves the desk is a message that every server carries, and reads back as what was meant.
@Suite struct ComposerTests {
    private func mail(_ subject: String = "Svar: høring", _ text: String = "Hei!\nÆØÅ 😀\n.\nFrom her")
        -> OutgoingMail
    {
        OutgoingMail(
            messageID: "H26-000001-R.1.abc@kongsvinger.example", date: Moment(seconds: 1_795_600_000),
            from: MailAddress(name: "Servicetorget, Kongsvinger", address: "post@kongsvinger.example"),
            to: [MailAddress(name: "Blid Tranebær", address: "blid@innbygger.example")], subject: subject,
            text: text,
            envelopeFrom: "post+x@kongsvinger.example")
    }

    @Test func whatIsWrittenReadsBack() throws {
        var out = mail()
        out.replyTo = MailAddress(address: "post+h26-000001-r.abc@kongsvinger.example")
        out.cc = [MailAddress(name: "Ås", address: "cc@innbygger.example")]
        out.references = ["a@b.example", "c@d.example"]
        out.enclosures = [.init(name: "søknad æ.pdf", type: "application/pdf", bytes: Array(0...255))]
        let bytes = MailComposer.bytes(out)
        #expect(bytes.allSatisfy { $0 < 0x80 })
        #expect(bytes.indices.allSatisfy { bytes[$0] != 10 || $0 > 0 && bytes[$0 - 1] == 13 })
        let back = try #require(MailReader.read(bytes))
        #expect(back.messageID == out.messageID)
        #expect(back.from == [out.from] && back.to == out.to && back.cc == out.cc)
        #expect(back.replyTo == [out.replyTo])
        #expect(back.subject == out.subject)
        #expect(back.text == out.text)
        #expect(back.references == out.references)
        #expect(back.date == out.date)
        #expect(back.automatic == nil)
        #expect(back.parts.map(\.name) == ["søknad æ.pdf"])
        #expect(MailReader.content(of: try #require(back.parts.first).index, in: bytes) == Array(0...255))
    }

    @Test func whatIsAutomaticSaysSo() throws {
        var out = mail()
        out.isAutomatic = true
        #expect(MailReader.read(MailComposer.bytes(out))?.automatic == .autoSubmitted)
    }

    /// No text of a citizen becomes a header, whatever field it stands in.
    @Test(arguments: [
        "a\r\nBcc: x@evil.example", "a\nBcc: x@evil.example", "a\r\n\r\nbody", "a\0b", "a\u{2028}Bcc: x",
        "\u{1B}[2J",
    ])
    func nothingBecomesAHeader(_ hostile: String) throws {
        var out = mail(hostile, hostile)
        out.from.name = hostile
        out.to[0].name = hostile
        out.messageID = hostile + "@x"
        out.enclosures = [.init(name: hostile, type: hostile, bytes: [1])]
        let bytes = MailComposer.bytes(out)
        let head = BoundaryLines.header(bytes)
        #expect(!head.contains { $0.lowercased().hasPrefix("bcc") })
        #expect(head.filter { $0.lowercased().hasPrefix("subject:") }.count == 1)
        #expect(try #require(MailReader.read(bytes)).to.map(\.address) == ["blid@innbygger.example"])
    }

    @Test func aTagFindsItsInquiryAndNoOther() throws {
        let tokens = ReplyToken(key: Array(repeating: 7, count: 32))
        let reference = try #require(PublicReference(year: 2026, number: 4217))
        let tag = tokens.tag(reference)
        #expect(tokens.reference(tag: tag) == reference)
        #expect(tokens.reference(tag: tag.uppercased()) == reference)
        #expect(ReplyToken.tag(in: "post+\(tag)@kongsvinger.example") == tag)
        #expect(ReplyToken(key: Array(repeating: 8, count: 32)).reference(tag: tag) == nil)
        for index in tag.indices {
            var forged = tag
            forged.replaceSubrange(index...index, with: tag[index] == "a" ? "b" : "a")
            #expect(tokens.reference(tag: forged) != reference, "\(forged)")
        }
        #expect(tokens.reference(tag: "") == nil && tokens.reference(tag: ".") == nil)
    }
}

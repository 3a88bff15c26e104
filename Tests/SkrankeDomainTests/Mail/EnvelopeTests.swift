import SkrankeDomain
import Testing

/// The lines of an envelope, and the names of our letters.
@Suite struct EnvelopeTests {
    @Test func everyFieldComesBack() {
        var envelope = MailEnvelope()
        envelope.messageID = "a@b.example"
        envelope.references = ["c@d.example", "e@f.example"]
        envelope.from = [EmailAddress(name: "Kari Ær", address: "kari@b.example")]
        envelope.replyTo = [EmailAddress(address: "svar@b.example")]
        envelope.to = [EmailAddress(address: "x@y.example"), EmailAddress(address: "z@y.example")]
        envelope.cc = [EmailAddress(name: "C", address: "c@y.example")]
        envelope.subject = "Søknad om bod"
        envelope.attachments = [
            EmailAttachment(index: 2, name: "tegning.pdf", type: "application/pdf", size: 4_711),
            EmailAttachment(index: 3, name: "", type: "image/png", size: 1, isInline: true),
        ]
        envelope.isCut = true
        envelope.isForged = true
        #expect(MailEnvelope(text: envelope.text) == envelope)
        #expect(MailEnvelope(text: "") == MailEnvelope())
        #expect(envelope.answerAddress?.address == "svar@b.example")
    }

    /// No field can become a line of its own.
    @Test(arguments: ["a\nto\tevil@x.example", "a\tb", "\u{2028}to\tx", "cut\r\nforged"])
    func hostileFieldsStayFields(_ text: String) {
        var envelope = MailEnvelope()
        envelope.subject = text
        envelope.from = [EmailAddress(name: text, address: "a@b.example")]
        let read = MailEnvelope(text: envelope.text)
        #expect(read.to.isEmpty && !read.isCut && !read.isForged && read.from.count == 1)
    }

    @Test(arguments: ["\t\t", "file\t1", "file\tx\ty\t-\ta\tb", "from", "ukjent\tx", "\n\n\n"])
    func linesThatMakeNoSenseArePassedOver(_ text: String) {
        #expect(MailEnvelope(text: text).attachments.isEmpty)
    }

    @Test func aMessageIDNamesInquiryAndMessage() throws {
        let reference = try #require(PublicReference(year: 2026, number: 4_217))
        let id = MailMessageID(
            reference: reference, message: MessageID(Identifier(high: 0xAB, low: 0xCD)))
        let text = id.text(domain: "kongsvinger.example")
        #expect(MailMessageID(text) == id)
        #expect(MailMessageID(text.uppercased()) == id)
        for wrong in ["", "@", "a.b@c", "x" + text, text.replacing("ab", with: "zz"), "h26-004217-x@b"] {
            #expect(MailMessageID(wrong) == nil, "\(wrong)")
        }
    }
}

import SkrankeDomain
import SkrankeJournal

extension TestPolicy {
    /// The same municipality with a mail server.
    public static var withMail: DeskPolicy {
        var policy = policy
        policy.mail = MailPolicy()
        return policy
    }
}

extension TestDesk {
    public static let intake = Caller(.system(.intake), terminal: "gateway")
    public static let outbox = Caller(.system(.outbox), terminal: "gateway")
    public static let mailbox = "imap:desk@mail.example/INBOX"

    public static func key(_ number: Int64, validity: Int64 = 7) -> OriginalKey {
        OriginalKey(mailbox: mailbox, validity: validity, mark: "\(number)")
    }

    /// Bytes as a server would give them.
    public func original(
        _ number: Int64, _ text: String = "Subject: hei\r\n\r\nhei", validity: Int64 = 7
    ) -> NewOriginal {
        NewOriginal(
            key: TestDesk.key(number, validity: validity), number: number, bytes: Array(text.utf8),
            digest: "digest of \(text)", storedAt: now)
    }

    /// A letter by `sender` as the rim has read it.
    public func letter(
        _ text: String = "Når kommer svaret?", from sender: String = "kari@innbygger.example",
        subject: String = "Garasje", original: OriginalKey? = nil
    ) -> IncomingEmail {
        var envelope = MailEnvelope()
        envelope.from = [EmailAddress(name: "Kari Innbygger", address: sender)]
        envelope.to = [EmailAddress(address: "post@kongsvinger.example")]
        envelope.subject = subject
        var mail = IncomingEmail(envelope: envelope, text: text, receivedAt: now, senderKey: sender)
        mail.original = original
        return mail
    }
}

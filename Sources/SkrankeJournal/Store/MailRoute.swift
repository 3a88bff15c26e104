import SkrankeDomain

extension InquiryFile {
    /// What is known of a letter beside its text.
    public func envelope(of message: MessageID) -> MailEnvelope? {
        inquiry.mail.envelopes[message].flatMap { texts[$0] }.map { MailEnvelope(text: $0) }
    }

    /// Whom an answer goes to that names nobody: who wrote last, else the contact.
    public var answerAddress: EmailAddress? {
        if let last = inquiry.mail.letters.last, let address = envelope(of: last)?.answerAddress {
            return address
        }
        guard let email = contact?.email, !email.isEmpty else { return nil }
        return EmailAddress(name: contact?.name ?? "", address: email)
    }

    /// The answer goes to somebody else than the inquiry's citizen.
    public var answersStranger: Bool {
        guard let address = answerAddress, let email = contact?.email else { return false }
        return address.key != email.lowercased()
    }
}

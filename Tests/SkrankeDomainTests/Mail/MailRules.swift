import SkrankeDomain

/// A desk with a mail server, and letters as the rim reads them.
extension Rules {
    static let intake = Caller(.system(.intake))
    static let outbox = Caller(.system(.outbox))

    static func withMail() -> Rules {
        var rules = Rules()
        rules.policy.mail = MailPolicy()
        return rules
    }

    func letter(
        _ text: String = "Når kommer svaret?", from sender: String = "kari@innbygger.example",
        subject: String = "Garasje"
    ) -> IncomingEmail {
        var envelope = MailEnvelope()
        envelope.from = [EmailAddress(name: "Kari", address: sender)]
        envelope.to = [EmailAddress(address: "post@kongsvinger.example")]
        envelope.subject = subject
        return IncomingEmail(envelope: envelope, text: text, receivedAt: now, senderKey: sender)
    }

    /// A new inquiry by e-mail.
    mutating func write(_ change: (inout IncomingEmail) -> Void = { _ in }) throws(Refusal) -> InquiryID {
        let id: InquiryID = id()
        try again(id, change)
        return id
    }

    /// The citizen writes again.
    mutating func again(
        _ id: InquiryID, _ change: (inout IncomingEmail) -> Void = { _ in }
    ) throws(Refusal) {
        var mail = letter()
        change(&mail)
        try run(.receiveEmail(id, mail), as: Rules.intake)
    }

    /// Kari takes it and answers; the letter's name.
    mutating func answer(_ id: InquiryID, _ text: String = "I morgen.") throws(Refusal) -> MessageID {
        if self[id].owner == nil { try run(.claim(id)) }
        let decision = try run(
            .sendMessage(id, text: text, seen: seen(id), final: true, immediately: true))
        guard let message = decision.answer.message else { throw .notFound }
        return message
    }

    /// What a new letter causes to be written.
    mutating func queuedBy(
        _ change: (inout IncomingEmail) -> Void = { _ in }
    ) throws(Refusal) -> [MailPurpose] {
        let id = try write(change)
        return queued(id)
    }

    /// What waits for the mail server, by purpose.
    func queued(_ id: InquiryID) -> [MailPurpose] { self[id].mail.sent.map(\.purpose) }
}

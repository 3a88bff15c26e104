/// Letters of ours: queued with the event that gives them, and followed until a server has them (DESIGN §4).
extension Deciding {
    /// The desk can write to the citizen by e-mail in this inquiry.
    var canWrite: Bool {
        guard policy.mail != nil, let inquiry, inquiry.channel == .email else { return false }
        return hasEmailAddress || !inquiry.mail.envelopes.isEmpty
    }

    /// Queues a letter, where the desk can write one; elsewhere what was said is delivered by hand.
    mutating func post(
        _ message: MessageID, _ content: ContentID, _ purpose: MailPurpose, expectedAt: Moment? = nil,
        by agent: AgentID? = nil
    ) {
        guard canWrite, let inquiry else { return }
        emit(
            .mailQueued(
                message: message, content: content, purpose: purpose, answers: inquiry.mail.letters.last,
                expectedAt: expectedAt, by: agent))
        decision.outbox.append(.enqueue(message, id))
    }

    /// The order in which letters are answered, below a receipt.
    func letterEnd(_ language: Language) -> String {
        let order = policy.texts.text(.mailCategories, language)
        return order.isEmpty ? "" : "\n\n" + order
    }

    mutating func address(_ message: MessageID, _ envelope: MailEnvelope) {
        emit(.mailAddressed(message: message, envelope: store(envelope.text, as: .envelope)))
    }

    mutating func sendEmail(
        _ text: String, to: [String], cc: [String], seen: Int, immediately: Bool
    ) throws(Refusal) {
        let inquiry = try existing()
        guard inquiry.channel == .email else { throw .wrongChannel(inquiry.channel) }
        var envelope = MailEnvelope()
        envelope.to = to.map { EmailAddress(address: $0) }
        envelope.cc = cc.map { EmailAddress(address: $0) }
        let all = envelope.to + envelope.cc
        guard !envelope.to.isEmpty, all.count <= Limits.mailRecipients, all.allSatisfy(\.isPlausible) else {
            throw .invalidContact
        }
        // Whoever is named is an address that the desk can write to.
        hasEmailAddress = true
        guard policy.mail != nil else { throw .contactNotReady }
        try sendMessage(text, seen: seen, final: true, immediately: immediately, to: envelope)
    }

    mutating func settleMail(_ message: MessageID, _ result: MailResult) throws(Refusal) {
        let inquiry = try existing()
        guard let mail = inquiry.mail[message] else { throw .notFound }
        switch result {
        case .accepted:
            decision.outbox.append(.settle(message, .sent))
            guard mail.state == .onItsWay || mail.state == .unknown else { return }
            emit(.emailSent(message: message))
            if mail.purpose == .receipt, let expected = mail.expectedAt {
                emit(.receiptSent(channel: .email, expectedAt: expected, content: mail.content))
                meet(.receipt)
            }
        case .refused(let status):
            decision.outbox.append(.settle(message, .refused))
            guard mail.state == .onItsWay else { return }
            emit(.emailRefused(message: message, status: status))
            if mail.purpose == .answer || mail.purpose == .question { workAgain() }
        case .unknown:
            decision.outbox.append(.settle(message, .unknown))
            guard mail.state == .onItsWay else { return }
            emit(.emailUnknown(message: message))
        }
    }

    mutating func deliveryReported(_ message: MessageID, _ news: DeliveryNews) throws(Refusal) {
        let inquiry = try existing()
        guard let mail = inquiry.mail[message] else { throw .notFound }
        if let key = news.original {
            decision.originals.append(OriginalSettlement(key: key, state: .read, inquiry: id))
        }
        let wasBounced = mail.state == .bounced
        // It goes on trying after it gave up: an old report that was late itself.
        if wasBounced, !news.isFinal { return }
        let sentence = news.sentence.flatMap { $0.isBlank ? nil : $0 }
        let content = sentence.map { store(MailEnvelope.oneLine($0), as: .note) }
        emit(
            .emailBounced(
                message: message, status: news.status, isFinal: news.isFinal, content: content))
        if news.isFinal, !wasBounced, mail.purpose == .answer || mail.purpose == .question { workAgain() }
    }

    /// The citizen does not have what we said: it is work again, with whoever had it, by a new promise.
    private mutating func workAgain() {
        guard let inquiry, inquiry.state == .answered || inquiry.state == .closed else { return }
        let owner = inquiry.owner ?? inquiry.closing?.by
        emit(.inquiryReopened(by: nil, reason: nil))
        if let owner { emit(.inquiryAssigned(to: owner, by: owner)) }
        let promise = dates.emailAnswer(received: now)
        start(.emailAnswer, from: promise.start, due: promise.due)
    }

    mutating func resendEmail(_ message: MessageID) throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        guard policy.mail != nil else { throw .contactNotReady }
        guard let mail = inquiry.mail[message] else { throw .notFound }
        guard mail.state.needsHelp else { throw .nothingToWithdraw }
        emit(.emailResent(message: message, by: agent))
        decision.outbox.append(.enqueue(message, id))
    }
}

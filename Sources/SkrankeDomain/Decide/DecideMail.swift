/// Letters that come in: a new inquiry, or new words on one (R136, R140, model §5.4).
extension Deciding {
    mutating func receiveEmail(_ mail: IncomingEmail) throws(Refusal) {
        if let key = mail.original {
            let state: OriginalState = mail.isUnreadable ? .failed : .read
            decision.originals.append(OriginalSettlement(key: key, state: state, inquiry: id))
        }
        if let inquiry {
            try continueByEmail(mail, inquiry)
        } else {
            try beginByEmail(mail)
        }
        decision.answer.messageVersion = inquiry?.version
    }

    private mutating func beginByEmail(_ mail: IncomingEmail) throws(Refusal) {
        let sender = mail.envelope.answerAddress
        let who = try newContact(
            ContactDetails(
                name: sender.map { MailEnvelope.oneLine($0.name) },
                email: sender.flatMap { $0.isPlausible ? $0.address : nil }),
            type: mail.category.contactType, language: policy.language)
        let text = Deciding.fitting(mail.text)
        let title = MailEnvelope.oneLine(mail.envelope.subject)
        let subject = store(title.isBlank ? text : title, as: title.isBlank ? .message : .subject)
        try receive(
            channel: .email, language: policy.language, contact: who,
            type: who == nil ? .anonymous : mail.category.contactType, topic: nil, subject: subject,
            at: min(mail.receivedAt, now))
        let content = title.isBlank ? subject : store(text, as: .message)
        let message = arrive(mail, content, beginning: context.identifiers.next())
        emit(.mailClassified(category: mail.category))
        if let link = mail.link {
            emit(.linkSuggested(other: link.other, reference: link.reference, reason: link.reason))
        }
        if mail.category.isPromised { startAnswerPromise(.email, received: min(mail.receivedAt, now)) }
        try acknowledge(mail, message)
    }

    private mutating func continueByEmail(_ mail: IncomingEmail, _ before: Inquiry) throws(Refusal) {
        guard before.state != .voided || before.mergedInto != nil else { throw .wrongState(.voided) }
        guard before.messages.count < Limits.messagesPerInquiry else { throw .limitReached }
        let hadEnded = before.state == .closed || before.state == .answered
        // A machine opens nothing again, and is no reply.
        if !mail.isAutomatic { try reopenIfEnded(before) }
        let content = store(Deciding.fitting(mail.text), as: .message)
        let begins = inquiry?.channel == .email && inquiry?.open(.email) == nil && !mail.isAutomatic
        let message = arrive(mail, content, beginning: begins ? context.identifiers.next() : nil)
        if mail.isAutomatic { return }
        if inquiry?.state == .awaitingCitizen { citizenReplied() }
        if hadEnded || inquiry?.openPromise == nil, !hasRunningPromise, inquiry?.isInLiveContact != true {
            let promise = dates.emailAnswer(received: min(mail.receivedAt, now))
            start(.emailAnswer, from: promise.start, due: promise.due)
        }
        try acknowledge(mail, message)
    }

    private var hasRunningPromise: Bool {
        inquiry?.deadlines.contains { $0.kind.promisesAnswer && $0.state == .running } ?? false
    }

    private mutating func arrive(
        _ mail: IncomingEmail, _ content: ContentID, beginning interaction: InteractionID?
    ) -> MessageID {
        let message: MessageID = context.identifiers.next()
        let envelope = store(mail.envelope.text, as: .envelope)
        emit(
            .mailArrived(
                interaction: interaction, message: message, content: content, envelope: envelope,
                isAutomatic: mail.isAutomatic))
        return message
    }

    /// The receipt: with the date and the order in which letters are answered, or with the reason why there is
    /// no date; once in a thread and day, never to a machine, and within the breaker (R50, R140).
    private mutating func acknowledge(_ mail: IncomingEmail, _ message: MessageID) throws(Refusal) {
        guard canWrite, !mail.isAutomatic, !mail.isUnreadable, let inquiry,
            mail.envelope.answerAddress?.isPlausible == true
        else { return }
        let since = now - .hours(Limits.mailReceiptHours)
        let given = inquiry.mail.sent.contains {
            ($0.purpose == .receipt || $0.purpose == .explanation) && $0.queuedAt > since
        }
        if given { return }
        if let reason = breaker(mail) {
            decision.answer.withheld = reason
            return emit(.receiptWithheld(message: message, reason: reason))
        }
        if inquiry.mail.category?.isPromised == false, inquiry.nextDeadline == nil {
            let places = ["reference": inquiry.reference.description]
            let text = policy.texts.text(.mailExplanation, inquiry.language, places)
            post(
                context.identifiers.next(), store(text + letterEnd(inquiry.language), as: .receipt),
                .explanation)
        } else {
            try giveReceipt(
                .receiptEmail, channel: .email, expectedAt: dates.expected(for: inquiry, now: now))
        }
    }

    /// Counts the receipt that is about to be given; the reason where it would be one too many.
    private mutating func breaker(_ mail: IncomingEmail) -> ReceiptWithheld? {
        guard let limits = policy.mail else { return nil }
        let hour = Counter.receipts(hour: now.seconds / 3_600)
        let one = Counter.receiptsTo(mail.senderKey, policy.calendar.zone.date(at: now))
        if context.counters[one] ?? 1 > limits.receiptsToOnePerDay { return .tooManyToOne }
        if context.counters[hour] ?? 1 > limits.receiptsPerHour { return .tooManyAtOnce }
        decision.usedCounters.formUnion([hour, one])
        return nil
    }

    /// The text as it can be kept: what is longer stands whole in the original.
    static func fitting(_ text: String) -> String {
        if text.isBlank { return "-" }
        guard text.unicodeScalars.count > Limits.messageLength else { return text }
        var short = String.UnicodeScalarView()
        short.append(contentsOf: text.unicodeScalars.prefix(Limits.messageLength - 2))
        return String(short) + "\n…"
    }
}

extension EmailCategory {
    /// Who is asking, until an agent knows better.
    var contactType: ContactType {
        switch self {
        case .citizen, .personal: .citizen
        case .official: .otherAuthority
        case .colleague: .employee
        case .other: .business
        }
    }
}

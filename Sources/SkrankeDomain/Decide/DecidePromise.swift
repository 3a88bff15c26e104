/// Receipts and dates: every inquiry is told when its final answer comes (R50).
extension Deciding {
    /// Records a receipt with its text and date, and shows it in the conversation.
    mutating func giveReceipt(
        _ key: CitizenTexts.Key, channel: Channel, expectedAt: Moment, more: [String: String] = [:]
    ) throws(Refusal) {
        guard let inquiry else { throw .notFound }
        let places = receiptPlaces(inquiry, expectedAt: expectedAt).merging(more) { $1 }
        let text = policy.texts.text(key, inquiry.language, places)
        // A letter's receipt is given when its server has taken it (DESIGN §4).
        if canWrite, channel == .email {
            let content = store(text + letterEnd(inquiry.language), as: .receipt)
            return post(context.identifiers.next(), content, .receipt, expectedAt: expectedAt)
        }
        let content = store(text, as: .receipt)
        emit(.receiptSent(channel: channel, expectedAt: expectedAt, content: content))
        meet(.receipt)
    }

    /// Says the receipt of another inquiry in this conversation, where its citizen reads.
    mutating func sayReceipt(_ reference: PublicReference, _ topic: TopicCode?, _ expected: Moment) {
        guard var other = inquiry else { return }
        other.reference = reference
        other.topic = topic
        let places = receiptPlaces(other, expectedAt: expected)
        say(.receiptEmail, places)
    }

    /// The places of a receipt's text (model §5.9): never the question's words, never a name.
    private func receiptPlaces(_ inquiry: Inquiry, expectedAt: Moment) -> [String: String] {
        let zone = policy.calendar.zone
        let phrases = Phrases(inquiry.language)
        let topic = inquiry.topic.flatMap { policy.services[$0]?.name }
        return [
            "reference": inquiry.reference.description,
            "topic": topic?[inquiry.language] ?? topic?[.nb]
                ?? policy.texts.text(.topicUnknown, inquiry.language),
            "received": phrases.dateAndTime(zone.wallTime(at: inquiry.receivedAt)),
            "expected": phrases.dateAndTime(zone.wallTime(at: expectedAt)),
        ]
    }

    /// The agent gives a receipt: by the date proposed, or an own one (key `k`).
    mutating func sendReceipt(expectedAt: Moment?) throws(Refusal) {
        _ = try agent()
        let inquiry = try existing()
        guard inquiry.state.isOpen, inquiry.state != .answered else { throw .wrongState(inquiry.state) }
        let date = expectedAt ?? dates.expected(for: inquiry, now: now)
        guard date > now else { throw .dateNotInFuture }
        guard dates.isServed(at: date) else { throw .dateNotOpen }
        let key: CitizenTexts.Key =
            switch inquiry.channel {
            case .chat, .mia: .receiptChat
            case .email, .letter, .sms, .social: .receiptEmail
            case .phone, .media: .receiptPhone
            case .visit: .receiptVisit
            case .callback: .receiptCallback
            case .appointment: .receiptAppointment
            }
        try giveReceipt(key, channel: inquiry.channel, expectedAt: date)
        try promise(date, in: inquiry)
    }

    /// The date that the citizen was given is the deadline that runs (model §5.9: both are equal).
    private mutating func promise(_ date: Moment, in inquiry: Inquiry) throws(Refusal) {
        for kind in [DeadlineKind.emailAnswer, .expectedFinal, .callback, .appointment] {
            // One that stands still until the citizen replies is running again then.
            if let state = inquiry.deadline(kind)?.state, state == .running || state == .paused { return }
        }
        start(.expectedFinal, from: now, due: date)
    }

    /// A new date always comes with its reason and a new receipt, before the old one is due (model §5.7).
    mutating func changeExpectedDate(
        to date: Moment, reason: String, seen: Int
    ) throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        guard inquiry.state.isOpen, inquiry.state != .answered else { throw .wrongState(inquiry.state) }
        try unmoved(inquiry, since: seen)
        guard !reason.isBlank else { throw .reasonMissing }
        guard date > now else { throw .dateNotInFuture }
        guard dates.isServed(at: date) else { throw .dateNotOpen }
        guard let why = try storeReason(reason) else { throw .reasonMissing }
        emit(.expectedDateChanged(from: inquiry.promisedAt, to: date, reason: why, by: agent))
        cancel(.expectedFinal)
        start(.expectedFinal, from: now, due: date)
        try giveReceipt(.expectedDateChanged, channel: inquiry.channel, expectedAt: date)
    }
}

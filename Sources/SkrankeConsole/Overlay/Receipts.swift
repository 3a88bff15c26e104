import SkrankeDomain
import SkrankeScreen

/// The receipt: the date that the rules propose, the words to read out, and a new date with its reason.
extension AppState {
    mutating func showReceipt() -> [Effect] {
        guard let id = current, let file = file(id) else { return [] }
        let proposed = PromiseDates(policy: policy).expected(for: file.inquiry, now: now)
        let promised = file.inquiry.promisedAt
        overlay = .receipt(
            ReceiptCard(inquiry: id, expectedAt: promised ?? proposed, proposed: proposed, promised: promised)
        )
        return []
    }

    mutating func press(_ key: Key, in card: ReceiptCard) -> [Effect] {
        var card = card
        switch key {
        case Key(.left), Key(.up): card.expectedAt = otherDay(card.expectedAt, -1) ?? card.expectedAt
        case Key(.right), Key(.down): card.expectedAt = otherDay(card.expectedAt, 1) ?? card.expectedAt
        case Key(.enter), .control("s"): return give(card)
        default:
            guard card.changesPromise else { return [] }
            card.reason.handle(key)
        }
        card.fault = nil
        overlay = .receipt(card)
        return []
    }

    private mutating func give(_ card: ReceiptCard) -> [Effect] {
        guard let file = file(card.inquiry) else { return [] }
        var card = card
        if card.changesPromise {
            guard !card.reason.text.isBlank else {
                card.fault = .refusal(.reasonMissing)
                overlay = .receipt(card)
                return []
            }
            overlay = nil
            let seen = tabs.first { $0.id == card.inquiry }?.seen(at: uptime) ?? file.inquiry.visibleVersion
            return submit(
                [
                    .changeExpectedDate(
                        card.inquiry, to: card.expectedAt, reason: card.reason.text, seen: seen)
                ],
                inquiry: card.inquiry, done: .promised)
        }
        overlay = nil
        return submit(
            [.sendReceipt(card.inquiry, expectedAt: card.expectedAt)], inquiry: card.inquiry, done: .receipt)
    }

    /// The closing time of the working day before or after; nil where none lies ahead.
    private func otherDay(_ moment: Moment, _ step: Int) -> Moment? {
        let calendar = policy.calendar
        let date = zone.date(at: moment)
        let other =
            step < 0 ? calendar.previousWorkingDay(before: date) : calendar.nextWorkingDay(after: date)
        guard let other, let closing = calendar.closing(on: other), closing > now else { return nil }
        return closing
    }

    /// The receipt's words as the citizen would have them now (model §5.9).
    func receiptText(_ card: ReceiptCard) -> String {
        guard let inquiry = file(card.inquiry)?.inquiry else { return "" }
        let phrases = Phrases(inquiry.language)
        let topic = inquiry.topic.map {
            Naming(policy: policy, names: names, language: inquiry.language).topic($0)
        }
        let key: CitizenTexts.Key =
            if card.changesPromise {
                .expectedDateChanged
            } else {
                switch inquiry.channel {
                case .chat, .mia: .receiptChat
                case .email, .letter, .sms, .social: .receiptEmail
                case .phone, .media: .receiptPhone
                case .visit: .receiptVisit
                case .callback: .receiptCallback
                case .appointment: .receiptAppointment
                }
            }
        return policy.texts.text(
            key, inquiry.language,
            [
                "reference": inquiry.reference.description,
                "topic": topic ?? policy.texts.text(.topicUnknown, inquiry.language),
                "received": phrases.dateAndTime(zone.wallTime(at: inquiry.receivedAt)),
                "expected": phrases.dateAndTime(zone.wallTime(at: card.expectedAt)),
            ])
    }
}

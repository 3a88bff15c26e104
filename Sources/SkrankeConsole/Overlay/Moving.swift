import SkrankeDomain
import SkrankeScreen

/// Why an inquiry goes on in another channel: one letter, or own words (model §5.10).
public enum MoveReason: String, Hashable, CaseIterable, Sendable {
    case wish, complex, expert, sensitive, meeting, unreachable
}

extension AppState {
    mutating func askMoveReason(_ id: InquiryID, _ channel: Channel) -> [Effect] {
        guard let head = head(id) else { return [] }
        var options = MoveReason.allCases.map {
            Picker.Option(.reason($0), texts.letter($0), texts.moveReason($0))
        }
        options.append(Picker.Option(.other, texts.letterOther, texts.otherReason))
        overlay = .picker(
            Picker(
                .moveReason(id, channel),
                title: texts.moveReasonTitle(head.reference.short, texts.channel(channel)),
                intro: [texts.moveReasonIntro], options: options, isUnchosen: true))
        return []
    }

    mutating func askMoveWords(_ id: InquiryID, _ channel: Channel) -> [Effect] {
        guard let head = head(id) else { return [] }
        overlay = .form(
            Form(
                .moveReason(id, channel),
                title: texts.moveReasonTitle(head.reference.short, texts.channel(channel)),
                fields: [Form.text(texts.fieldReason, height: 3)]))
        return []
    }

    mutating func move(_ id: InquiryID, to channel: Channel, because reason: String) -> [Effect] {
        guard let head = head(id) else { return [] }
        change(id) { $0.moveReason = reason }
        let file = file(id)
        if channel == .appointment || (channel == .callback && file != nil && !hasPhone(id)) {
            // The form behind needs the inquiry open, for its reason and its number.
            let effects = current == id ? [] : open(id)
            change(id) { $0.moveReason = reason }
            return effects
                + (channel == .appointment ? askFreeTimes(head, moving: false) : askContact(head, thenCallback: true))
        }
        return submit(
            claimed(id) + [.moveChannel(id, to: channel, .none, reason: reason)], inquiry: id,
            done: .moved(channel))
    }

    private func hasPhone(_ id: InquiryID) -> Bool { !(file(id)?.contact?.phone ?? "").isBlank }

    /// What was said before the form that the new channel asked for.
    func moveReason(_ id: InquiryID) -> String? { tabs.first { $0.id == id }?.moveReason }
}

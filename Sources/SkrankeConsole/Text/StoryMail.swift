import SkrankeDomain
import SkrankeJournal

extension Story {
    /// The lines around a letter's text: subject, copies, what is enclosed.
    func dressed(_ words: String, _ message: MessageID) -> String {
        guard let row = file.inquiry.mail.envelopes[message], let text = file.texts[row] else { return words }
        let envelope = MailEnvelope(text: text)
        var lines: [String] = []
        if !envelope.subject.isEmpty { lines.append(texts.mailSubject(envelope.subject)) }
        if envelope.from.isEmpty, !envelope.to.isEmpty {
            lines.append(texts.mailTo(envelope.to.map(\.address).joined(separator: ", ")))
        }
        if !envelope.cc.isEmpty {
            lines.append(texts.mailCopy(envelope.cc.map(\.address).joined(separator: ", ")))
        }
        lines.append(words)
        lines += envelope.attachments.map { texts.mailAttachment($0.name, $0.size) }
        if envelope.isCut { lines.append(texts.mailIsCut) }
        if envelope.isForged { lines.append(texts.mailIsForged) }
        return lines.joined(separator: "\n")
    }

    /// What became of a letter, as it stands now: one line for each, where its last news came.
    func posted(_ event: Event) -> (text: String, isBad: Bool)? {
        switch event {
        case .mailQueued(let message, _, _, _, _, _): return state(message, .onItsWay)
        case .emailSent(let message):
            // A receipt that was given stands in its own words.
            guard file.inquiry.mail[message]?.purpose != .receipt else { return nil }
            return state(message, .accepted)
        case .emailRefused(let message, _): return state(message, .refused)
        case .emailUnknown(let message): return state(message, .unknown)
        case .emailBounced(let message, _, let isFinal, let content):
            guard let (text, isBad) = state(message, isFinal ? .bounced : .delayed) else { return nil }
            return (text + (content.flatMap { file.texts[$0] }.map { ": " + $0 } ?? ""), isBad)
        case .emailResent(_, let by): return (texts.mailResent(naming.short(by)), false)
        case .receiptWithheld(_, let reason): return (texts.mailWithheld(reason), true)
        case .linkSuggested(_, let reference, let reason):
            return (texts.mailLink(reference.short, reason), false)
        default: return nil
        }
    }

    private func state(_ message: MessageID, _ wanted: SentMail.State) -> (text: String, isBad: Bool)? {
        guard let mail = file.inquiry.mail[message], mail.state == wanted else { return nil }
        return (texts.mailState(mail), mail.state.needsHelp)
    }
}

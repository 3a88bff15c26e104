import SkrankeDomain
import SkrankeJournal

/// Five lines for whoever goes on with it: who asks, what, what was said last, what was promised, what now
/// (model §5.10). Out of the file's own rows, as it stood at that event.
enum Digest {
    static func lines(_ file: InquiryFile, at envelope: Envelope, _ state: AppState) -> [String] {
        let texts = state.texts
        let inquiry = file.inquiry
        let who = [file.contact?.name, file.contact?.phone, file.contact?.email].compactMap { $0 }
        let asked = inquiry.subject.flatMap { file.texts[$0] }.map(one) ?? texts.erasedText
        let topic = inquiry.topic.map { " (\(state.naming.topic($0)))" } ?? ""
        return [
            texts.digestWho(who.isEmpty ? texts.unknownCitizen : who.joined(separator: ", ")),
            texts.digestAsked(asked + topic),
            texts.digestSaid(said(file, before: envelope, state)),
            texts.digestPromised(promised(file, before: envelope, state)),
            texts.digestNext(next(file, envelope, state)),
        ]
    }

    private static func said(_ file: InquiryFile, before envelope: Envelope, _ state: AppState) -> String {
        let last = file.inquiry.messages.last { message in
            guard message.sequence < envelope.version else { return false }
            switch message.author {
            case .agent, .note: return true
            case .citizen, .system: return false
            }
        }
        guard let last, let words = file.texts[last.content] else { return state.texts.digestNothing }
        return one(words)
    }

    private static func promised(
        _ file: InquiryFile, before envelope: Envelope, _ state: AppState
    ) -> String {
        let date = file.inquiry.receipts.last { $0.sequence <= envelope.version + 8 }?.expectedAt
        return date.map {
            Phrases(state.language).dateAndTime(state.zone.wallTime(at: $0))
        } ?? state.texts.digestNothing
    }

    private static func next(_ file: InquiryFile, _ envelope: Envelope, _ state: AppState) -> String {
        switch envelope.event {
        case .channelMoved(_, let to, let reason):
            let why = reason.flatMap { file.texts[$0] }.map { ": " + one($0) } ?? ""
            return state.texts.channel(to) + why
        case .inquiryTransferred(let unit, _, let brief, _):
            return state.naming.unit(unit) + (file.texts[brief].map { ": " + one($0) } ?? "")
        case .inquiryHandedOver(_, let to, _, let note):
            let who = to.map(state.naming.short) ?? state.texts.toQueue
            return who + (note.flatMap { file.texts[$0] }.map { ": " + one($0) } ?? "")
        default: return ""
        }
    }

    /// One line of at most a hundred characters.
    private static func one(_ text: String) -> String {
        let line = InquiryHead.firstWords(of: text)
        return line.count > 100 ? String(line.prefix(99)) + "…" : line
    }
}

import SkrankeDomain
import SkrankeJournal

extension StatusModel {
    /// The public side of an inquiry: no name, no note, no held or withdrawn text, no reason.
    init(frame: FrameModel, file: InquiryFile, zone: TimeZoneRules, language: Language, refresh: String) {
        let inquiry = file.inquiry
        let words = PageWords.of(language).status
        self.frame = frame
        self.words = words
        self.refresh = refresh
        state = words.states[inquiry.state] ?? inquiry.state.rawValue
        stateCode = inquiry.state.rawValue
        facts = Self.facts(inquiry, words, zone, Phrases(language))
        lines = Self.lines(file, words, zone, Phrases(language))
        isEmpty = lines.isEmpty
    }

    private static func facts(
        _ inquiry: Inquiry, _ words: PageWords.Status, _ zone: TimeZoneRules, _ phrases: Phrases
    ) -> [Fact] {
        func fact(_ name: String, _ moment: Moment?) -> Fact? {
            moment.map {
                Fact(
                    name: name, value: phrases.dateAndTime(zone.wallTime(at: $0)),
                    time: $0.rfc3339(zone: zone))
            }
        }
        let isAwaited = inquiry.state.isOpen && inquiry.state != .answered
        return [
            Fact(name: words.reference, value: inquiry.reference.text, time: nil),
            fact(words.received, inquiry.receivedAt),
            fact(words.expected, isAwaited ? inquiry.promisedAt : nil),
            fact(words.answered, inquiry.answeredAt),
            fact(words.closed, inquiry.state == .closed ? inquiry.closing?.at : nil),
        ].compactMap { $0 }
    }

    private static func lines(
        _ file: InquiryFile, _ words: PageWords.Status, _ zone: TimeZoneRules, _ phrases: Phrases
    ) -> [Line] {
        let today = zone.date(at: file.inquiry.receivedAt)
        let lang = file.inquiry.language.rawValue
        func line(_ kind: String, _ who: String, _ at: Moment, _ content: ContentID) -> Line {
            Line(
                kind: kind, who: who, time: at.rfc3339(zone: zone),
                when: Self.when(zone.wallTime(at: at), today, phrases),
                text: file.texts[content] ?? words.erased,
                lang: lang)
        }
        let messages: [(Int, Line)] = file.inquiry.messages.compactMap { message in
            guard message.isPublic else { return nil }
            let (kind, who): (String, String)
            switch message.author {
            case .citizen: (kind, who) = ("citizen", words.you)
            case .agent: (kind, who) = ("agent", words.desk)
            case .system: (kind, who) = ("system", words.system)
            case .note: return nil
            }
            return (message.sequence, line(kind, who, message.sentAt ?? message.at, message.content))
        }
        let receipts = file.inquiry.receipts.map {
            ($0.sequence, line("receipt", words.receipt, $0.sentAt, $0.content))
        }
        return (messages + receipts).sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// The time alone on the day of the question, else with its day.
    private static func when(_ wall: WallTime, _ today: CivilDate, _ phrases: Phrases) -> String {
        let time = phrases.time(wall.time)
        return wall.date == today ? time : "\(phrases.shortDate(wall.date)) \(time)"
    }
}

import SkrankeDomain
import SkrankeJournal

extension InquiryJSON {
    /// An e-mail of an inquiry, received or ours; the words themselves stand in "messages", those of the desk's
    /// own letters here.
    struct Letter: Encodable {
        /// `in` or `out`.
        var direction: String
        /// Ours: answer, question, receipt, explanation or reminder.
        var purpose: String?
        /// Ours: on-its-way, accepted, refused, unknown, delayed or bounced.
        var state: String?
        var status: String?
        var message: String
        var at: String
        var subject: String?
        var from: String?
        var to: [String]
        var cc: [String]
        var attachments: [Attachment]
        var text: String?

        struct Attachment: Encodable {
            var index: Int
            var name: String
            var type: String
            var size: Int
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(direction, forKey: "direction")
            try container.encode(purpose, forKey: "purpose")
            try container.encode(state, forKey: "state")
            try container.encode(status, forKey: "status")
            try container.encode(message, forKey: "message")
            try container.encode(at, forKey: "at")
            try container.encode(subject, forKey: "subject")
            try container.encode(from, forKey: "from")
            try container.encode(to, forKey: "to")
            try container.encode(cc, forKey: "cc")
            try container.encode(attachments, forKey: "attachments")
            try container.encode(text, forKey: "text")
        }
    }

    /// In the order in which they came and were queued.
    static func letters(_ file: InquiryFile, _ zone: TimeZoneRules) -> [Letter] {
        let thread = file.inquiry.mail
        let received = file.inquiry.messages.filter {
            $0.author == .citizen && thread.envelopes[$0.id] != nil
        }
        let all =
            received.map { ($0.at, letter($0, file, zone)) }
            + thread.sent.map { ($0.queuedAt, letter($0, file, zone)) }
        return all.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private static func envelope(_ message: MessageID, _ file: InquiryFile) -> MailEnvelope? {
        file.inquiry.mail.envelopes[message].flatMap { file.texts[$0] }.map { MailEnvelope(text: $0) }
    }

    private static func letter(
        _ message: SkrankeDomain.Message, _ file: InquiryFile, _ zone: TimeZoneRules
    ) -> Letter {
        let envelope = envelope(message.id, file)
        return Letter(
            direction: "in", message: message.id.description, at: message.at.rfc3339(zone: zone),
            subject: envelope?.subject, from: envelope?.from.first?.address,
            to: envelope?.to.map(\.address) ?? [], cc: envelope?.cc.map(\.address) ?? [],
            attachments: (envelope?.attachments ?? []).map {
                Letter.Attachment(index: $0.index, name: $0.name, type: $0.type, size: $0.size)
            })
    }

    private static func letter(_ mail: SentMail, _ file: InquiryFile, _ zone: TimeZoneRules) -> Letter {
        let own = envelope(mail.message, file)
        let answered = mail.answers.flatMap { envelope($0, file) }
        return Letter(
            direction: "out", purpose: mail.purpose.rawValue, state: mail.state.rawValue,
            status: mail.status, message: mail.message.description, at: mail.queuedAt.rfc3339(zone: zone),
            subject: answered?.subject,
            to: own?.to.map(\.address) ?? answered?.answerAddress.map { [$0.address] } ?? [],
            cc: own?.cc.map(\.address) ?? [], attachments: [], text: file.texts[mail.content])
    }
}

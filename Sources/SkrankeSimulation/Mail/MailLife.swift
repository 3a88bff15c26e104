import SkrankeDomain

/// One writer and his mailbox: what he sends first, and what comes back when something arrives. Pure.
public struct MailLife: Sendable, Equatable {
    public let mail: PlannedMail
    /// The desk's address.
    public let desk: String
    private var isThanked = false
    private var repliedByMachine = 0

    /// A message that came into his mailbox, as far as he looks at it.
    public struct Incoming: Sendable, Equatable {
        public var messageID: String
        public var subject: String
        /// The address that an answer goes to: `Reply-To`, else `From`.
        public var replyTo: String
        /// The sender of the envelope; empty for one that must not be answered.
        public var envelopeFrom: String
        /// Written by a machine (RFC 3834).
        public var isAutomatic: Bool

        public init(
            messageID: String, subject: String, replyTo: String, envelopeFrom: String, isAutomatic: Bool
        ) {
            self.messageID = messageID
            self.subject = subject
            self.replyTo = replyTo
            self.envelopeFrom = envelopeFrom
            self.isAutomatic = isAutomatic
        }
    }

    /// A letter some demonstrated time later.
    public struct Reply: Sendable, Equatable {
        public var after: Span
        public var letter: Letter
    }

    public init(_ mail: PlannedMail, desk: String) {
        self.mail = mail
        self.desk = desk
    }

    public func first(at now: Moment) -> Letter {
        var letter = letter("1", subject: mail.subject, text: mail.text, to: desk, at: now)
        if mail.kind == .oldCharset { letter.charset = .latin1 }
        if mail.kind == .spam {
            letter.fields = [
                ("List-Unsubscribe", "<http://tilbud.example/av>"), ("List-Id", "<uke.tilbud.example>"),
                ("Precedence", "bulk"),
            ]
        }
        return letter
    }

    /// What follows from a message in his mailbox.
    public mutating func react(to message: Incoming, at now: Moment) -> Reply? {
        switch mail.kind {
        case .unreachable: return message.envelopeFrom.isEmpty ? nil : bounce(message, at: now)
        case .autoReplies: return answerByMachine(message, at: now)
        default: break
        }
        guard let thanks = mail.thanks, !message.isAutomatic, !isThanked else { return nil }
        isThanked = true
        var reply = letter(
            "2", subject: "Re: \(message.subject)", text: "Tusen takk for svar!\n\n\(mail.name)\n",
            to: message.replyTo, at: now + thanks)
        reply.inReplyTo = message.messageID
        return Reply(after: thanks, letter: reply)
    }

    /// A machine that answers everything, also other machines: a loop, if we let it be one.
    private mutating func answerByMachine(_ message: Incoming, at now: Moment) -> Reply? {
        repliedByMachine += 1
        let after = Span.seconds(2)
        var reply = letter(
            "auto-\(repliedByMachine)", subject: "Fraværende: \(message.subject)",
            text: "Jeg er bortreist til 14. desember og leser ikke e-post.\n", to: message.replyTo,
            at: now + after)
        reply.inReplyTo = message.messageID
        reply.fields = [("Auto-Submitted", "auto-replied")]
        return Reply(after: after, letter: reply)
    }

    /// The report of a mail server that could not deliver (RFC 3464).
    private func bounce(_ message: Incoming, at now: Moment) -> Reply {
        let after = Span.seconds(3)
        var report = letter(
            "dsn-\(message.messageID.utf8.count)", subject: "Undelivered Mail Returned to Sender", text: "",
            to: message.envelopeFrom, at: now + after)
        report.name = "Mail Delivery System"
        report.from = "mailer-daemon@borte.example"
        return Reply(after: after, letter: BounceLetter.make(report, failed: mail.address, of: message))
    }

    private func letter(_ number: String, subject: String, text: String, to: String, at now: Moment) -> Letter {
        Letter(
            messageID: "demo.\(mail.index).\(number).\(now.milliseconds)@epost.example", date: now,
            name: mail.name, from: mail.address, to: to, subject: subject, text: text)
    }
}

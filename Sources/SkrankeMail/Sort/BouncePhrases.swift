/// How servers that send no machine-readable report say that a message did not arrive.
enum BouncePhrases {
    static func looksLikeReport(_ mail: ReceivedMail, _ headers: HeaderReader) -> Bool {
        let local = mail.from.first?.key.split(separator: "@").first.map(String.init) ?? ""
        let subject = mail.subject.lowercased()
        let type = headers.first("content-type")?.lowercased() ?? ""
        if type.contains("report-type=delivery-status") || headers.first("x-failed-recipients") != nil {
            return true
        }
        let isDaemon =
            ["mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon", "mdaemon"].contains {
                local.hasPrefix($0)
            }
            || mail.from.isEmpty || mail.returnPath == ""
            || mail.from.first?.name.lowercased().contains("mail delivery") == true
        guard isDaemon || mail.from.isEmpty else { return false }
        return subjects.contains { subject.contains($0) }
            || recipient(in: mail.text, except: []) != nil
                && phrases.contains { mail.text.lowercased().contains($0) }
    }

    private static let subjects = [
        "undeliver", "delivery status", "delivery fail", "delivery notif", "returned mail", "failure notice",
        "mail delivery", "delivery has failed", "non remis", "unzustellbar", "ikke levert",
        "kunne ikke leveres",
        "returning message to sender", "message status", "could not be delivered", "warning: ",
        "mail system error",
        "delivery report", "rejected", "error ", "undelivered", "nondeliverable", "not delivered", "bounce",
        "delivery problem", "user unknown", "kan ikke leveres", "levering", "delay", "abuse report",
        "mail could not",
    ]

    private static let phrases = [
        "user unknown", "unknown user", "no such user", "mailbox full", "over quota", "quota exceeded",
        "does not exist", "could not be delivered", "unable to deliver", "undeliver", "mailbox unavailable",
        "host unknown", "not our customer", "rejected", "delivery fail", "recipient", "was not delivered",
        "relaying denied", "denied", "refused", "blocked", "failed", "unknown",
    ]

    static func isDelay(_ text: String) -> Bool {
        let lower = text.lowercased()
        return [
            "delayed", "will be retried", "still trying", "no action is required", "warning: could not send",
            "not yet been delivered", "temporarily",
        ].contains { lower.contains($0) }
    }

    /// `5.1.1` and the like, not a part of an address or of a longer number.
    static func status(in text: String) -> String? {
        let pattern = /(?:^|[^0-9.])([245]\.[0-9]{1,3}\.[0-9]{1,3})(?![0-9.][0-9])/
        return text.firstMatch(of: pattern).map { String($0.1) }
    }

    /// What the words or an SMTP code mean, where no status is given.
    static func impliedStatus(_ text: String, _ outcome: DeliveryReport.Outcome) -> String? {
        let lower = text.lowercased()
        for (status, words) in meanings where words.contains(where: lower.contains) { return status }
        if let code = lower.firstMatch(of: /(?:^|[^0-9.])([45])[0-9]{2}[ -]/) { return "\(code.1).0.0" }
        return outcome == .delayed ? "4.0.0" : outcome == .failed ? "5.0.0" : nil
    }

    private static let meanings: [(String, [String])] = [
        (
            "5.1.1",
            [
                "user unknown", "unknown user", "no such user", "does not exist", "no mailbox here",
                "user not found", "invalid recipient", "unknown recipient", "recipient unknown",
                "not our customer",
                "unknown local-part", "no such recipient", "account has been disabled", "not listed in",
                "unknown or illegal", "address unknown", "unrouteable", "mailbox unavailable", "not a valid",
            ]
        ),
        (
            "5.1.2",
            [
                "host unknown", "unknown host", "host not found", "domain not found",
                "name or service not known",
            ]
        ),
        (
            "5.2.2",
            [
                "quota", "mailbox full", "mailbox is full", "mailfolder is full", "insufficient disk",
                "storage allocation",
            ]
        ),
        ("5.3.4", ["too large", "size limit", "exceeds the maximum", "too big"]),
        ("5.7.1", ["blocked", "spam", "denied", "blacklist", "rejected by", "refused", "policy"]),
        ("5.4.6", ["too many hops", "hop count", "mail loop", "loops back"]),
    ]

    /// The first address in `text`.
    static func address(in text: String) -> String? {
        text.firstMatch(of: /[A-Za-z0-9._%+='\/#!&*~^-]+@[A-Za-z0-9.-]+[A-Za-z0-9]/).map { String($0.0) }
    }

    /// The address that the report is most likely about: one on a line that tells a failure or stands alone,
    /// within the server's own words, before the message that it quotes.
    static func recipient(in text: String, except own: Set<String>) -> String? {
        var candidate: String?
        // A desk may write to itself, and to a postmaster.
        var lastResort: String?
        for line in text.split(separator: "\n").prefix(120) {
            let lower = line.lowercased()
            if quoted.contains(where: lower.hasPrefix) { break }
            guard let found = address(in: String(line)) else { continue }
            let key = found.lowercased()
            if own.contains(key) || helpers.contains(where: key.hasPrefix) {
                if marks.contains(where: lower.contains) || line.last == ":" {
                    lastResort = lastResort ?? found
                }
                continue
            }
            let rest = lower.replacing(key, with: "").filter { !$0.isWhitespace && !"<>:()\"'".contains($0) }
            if rest.isEmpty || marks.contains(where: lower.contains) { return found }
            if candidate == nil { candidate = found }
        }
        return candidate ?? lastResort
    }

    private static let helpers = ["postmaster@", "mailer-daemon@", "abuse@"]

    private static let quoted = [
        "received:", "return-path:", "-----original message", "--- below this line is",
    ]
    private static let marks = [
        "rcpt to", "recipient", "unknown", "failed", "undeliver", "not deliver", "no such", "rejected",
        "user", "550", "554", "full",
        "quota", "<<<", "to:", "adress", "delivering",
    ]

    /// The line that a human being would quote.
    static func sentence(in text: String) -> String? {
        let lines = text.split(separator: "\n").prefix(120)
        let line = lines.first { line in
            let lower = line.lowercased()
            return meanings.contains { $0.1.contains(where: lower.contains) }
                || line.contains(/(?:^|[^0-9.])[45][0-9]{2}[ -]/)
        }
        return line.map { OneLine.clean(String($0)) }
    }
}

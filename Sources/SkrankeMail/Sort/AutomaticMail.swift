/// Why a message asks for no answer by a machine (RFC 3834 §2, R140).
public enum AutomaticMail: String, Sendable, Codable, CaseIterable {
    /// Auto-Submitted with another word than `no`.
    case autoSubmitted = "auto-submitted"
    /// The null sender, or a report of delivery.
    case report
    case list
    case bulk
    /// The sender's program asks for no automatic reply.
    case suppressed
    /// From a mailbox that reads nothing.
    case noReply = "no-reply"
    /// From the desk's own address.
    case own

    /// - Parameter own: the desk's own addresses, lower case.
    static func judge(_ headers: HeaderReader, _ mail: ReceivedMail, own: Set<String>) -> AutomaticMail? {
        let sender = mail.from.first?.key ?? ""
        let local = sender.split(separator: "@").first.map(String.init) ?? ""
        if mail.report != nil || mail.returnPath == "" || reporters.contains(local) { return .report }
        if mail.from.contains(where: { own.contains($0.key) }) { return .own }
        if let word = headers.first("auto-submitted").map(firstWord), word != "no", !word.isEmpty {
            return .autoSubmitted
        }
        if ["x-autoreply", "x-autorespond", "x-auto-response"].contains(where: { headers.first($0) != nil }) {
            return .autoSubmitted
        }
        if listFields.contains(where: { headers.first($0) != nil }) { return .list }
        if let word = headers.first("precedence").map(firstWord), bulkWords.contains(word) {
            return word == "list" ? .list : word == "auto_reply" ? .autoSubmitted : .bulk
        }
        if headers.first("feedback-id") != nil, headers.first("list-unsubscribe") != nil { return .bulk }
        if let value = headers.first("x-auto-response-suppress"), suppresses(value) { return .suppressed }
        if isNoReply(local) { return .noReply }
        return nil
    }

    private static let reporters: Set<String> = [
        "mailer-daemon", "postmaster-daemon", "mail-daemon", "mailerdaemon",
    ]
    private static let listFields = ["list-id", "list-post", "list-help", "x-mailing-list"]
    private static let bulkWords: Set<String> = ["bulk", "list", "junk", "auto_reply"]

    private static func firstWord(_ value: String) -> String {
        value.lowercased().split { $0 == ";" || $0 == "(" || $0.isWhitespace }.first.map(String.init) ?? ""
    }

    private static func suppresses(_ value: String) -> Bool {
        let words = value.lowercased().split { $0 == "," || $0 == ";" || $0.isWhitespace }
        return words.contains { ["all", "oof", "autoreply"].contains($0) }
    }

    private static func isNoReply(_ local: String) -> Bool {
        let word = local.filter { $0 != "-" && $0 != "_" && $0 != "." }
        return ["noreply", "donotreply", "ikkesvar", "svarikke", "ikkjesvar"].contains { word.hasPrefix($0) }
    }
}

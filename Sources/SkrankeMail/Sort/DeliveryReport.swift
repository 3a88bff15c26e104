/// What a mail server says about a message of ours (RFC 3464, and the dialects of those who never read it).
public struct DeliveryReport: Equatable, Sendable, Codable {
    public enum Outcome: String, Sendable, Codable {
        /// It will not arrive.
        case failed
        /// The server still tries.
        case delayed
        case delivered
        /// A complaint about it (RFC 5965): the recipient calls it spam.
        case complaint
        /// A report that does not say.
        case unclear
    }
    public var outcome: Outcome
    /// Whom it could not be given to.
    public var addresses: [String] = []
    /// As in RFC 3463, e.g. `5.1.1`.
    public var status: String?
    /// The server's own sentence.
    public var diagnosis: String?
    /// The Message-ID of the message that it is about, where it is quoted.
    public var original: String?
    public init(outcome: Outcome) { self.outcome = outcome }
}

extension DeliveryReport {
    static func read(_ leaves: [MimeLeaf], _ mail: ReceivedMail, _ headers: HeaderReader) -> DeliveryReport? {
        let machine = leaves.first {
            $0.type == "message/delivery-status" || $0.type == "message/global-delivery-status"
        }
        let complaint = leaves.contains { $0.type == "message/feedback-report" }
        let texts = leaves.filter { $0.type.hasPrefix("text/") && $0.type != "text/html" }
            .map { LineEnds.normalised(Charset.decode($0.bytes, named: $0.charset)) }
        let enclosed = leaves.first { $0.type == "message/rfc822" || $0.type == "text/rfc822-headers" }
            .map { LineEnds.normalised(String(decoding: $0.bytes, as: UTF8.self)) }
        var report: DeliveryReport
        if complaint {
            report = DeliveryReport(outcome: .complaint)
        } else if let machine {
            report = fields(LineEnds.normalised(String(decoding: machine.bytes, as: UTF8.self)))
        } else if BouncePhrases.looksLikeReport(mail, headers) {
            report = DeliveryReport(outcome: .unclear)
        } else {
            return nil
        }
        let body = texts.joined(separator: "\n")
        report.complete(from: body, mail: mail, headers: headers)
        if report.addresses.isEmpty, report.outcome != .complaint, let enclosed {
            report.addresses =
                HeaderLines.read(enclosed).first { $0.name == "to" }
                .flatMap { BouncePhrases.address(in: $0.value) }.map { [$0] } ?? []
        }
        report.original = enclosed.flatMap(Self.messageID) ?? Self.messageID(body)
        return report
    }

    /// The groups of `message/delivery-status`; the worst outcome stands for all.
    private static func fields(_ text: String) -> DeliveryReport {
        var report = DeliveryReport(outcome: .unclear)
        var (action, recipients) = ("", [String]())
        for (name, value) in HeaderLines.read(text) {
            let typed = value.split(separator: ";", maxSplits: 1).last.map { OneLine.clean(String($0)) } ?? ""
            switch name {
            case "action":
                let word = value.lowercased().split { !$0.isLetter }.first.map(String.init) ?? ""
                if action.isEmpty || word == "failed" { action = word }
            case "final-recipient", "original-recipient":
                let address = BouncePhrases.address(in: typed) ?? typed
                if !address.isEmpty, !recipients.contains(address) { recipients.append(address) }
            case "status":
                if report.status == nil, let code = BouncePhrases.status(in: value) { report.status = code }
            case "diagnostic-code": if report.diagnosis == nil { report.diagnosis = typed }
            default: break
            }
        }
        report.addresses = recipients
        report.outcome =
            switch action {
            case "failed", "failure": .failed
            case "delayed": .delayed
            case "delivered", "relayed", "expanded": .delivered
            default:
                report.status.map { $0.hasPrefix("4") ? .delayed : $0.hasPrefix("2") ? .delivered : .failed }
                    ?? .unclear
            }
        return report
    }

    private mutating func complete(from body: String, mail: ReceivedMail, headers: HeaderReader) {
        if outcome == .complaint { return }
        if addresses.isEmpty, let failed = headers.first("x-failed-recipients") {
            addresses = failed.split(separator: ",").map { OneLine.clean(String($0)) }
        }
        let own = Set((mail.from + mail.to).map(\.key))
        if addresses.isEmpty, let found = BouncePhrases.recipient(in: body, except: own) {
            addresses = [found]
        }
        if status == nil {
            status = diagnosis.flatMap(BouncePhrases.status) ?? BouncePhrases.status(in: body)
        }
        if diagnosis == nil { diagnosis = BouncePhrases.sentence(in: body) }
        if outcome == .unclear {
            let isTemporary = status?.hasPrefix("4") ?? BouncePhrases.isDelay(mail.subject + "\n" + body)
            outcome = isTemporary ? .delayed : .failed
        }
        if status == nil { status = BouncePhrases.impliedStatus(body, outcome) }
    }

    private static func messageID(_ text: String) -> String? {
        for (name, value) in HeaderLines.read(text) where name == "message-id" {
            if let id = MessageName.all(value).first { return id }
        }
        return nil
    }
}

/// Lines of the shape `Name: value`, continued by lines that begin with a blank, wherever they stand.
enum HeaderLines {
    static func read(_ text: String) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        var isOpen = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(20_000) {
            if isOpen, line.first == " " || line.first == "\t", !fields.isEmpty {
                fields[fields.count - 1].value += " " + line.drop(while: \.isWhitespace)
                continue
            }
            isOpen = false
            let bare = line.drop { $0 == " " || $0 == ">" || $0 == "\t" }
            guard let colon = bare.firstIndex(of: ":") else { continue }
            let name = bare[..<colon]
            guard !name.isEmpty, name.utf8.count < 60,
                name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else { continue }
            fields.append(
                (name.lowercased(), String(bare[bare.index(after: colon)...].drop(while: \.isWhitespace))))
            isOpen = true
        }
        return fields
    }
}

/// Who, to whom, about what, and what was enclosed: the part of a letter that is not its text. Personal data,
/// hence a row of `content`, in lines that can be searched and need no parser of a foreign format (law 10).
public struct MailEnvelope: Equatable, Sendable {
    /// Without angle brackets.
    public var messageID: String?
    /// Newest last.
    public var references: [String] = []
    public var from: [EmailAddress] = []
    public var replyTo: [EmailAddress] = []
    public var to: [EmailAddress] = []
    public var cc: [EmailAddress] = []
    public var subject = ""
    public var attachments: [EmailAttachment] = []
    /// More than could be kept: the rest stands in the original.
    public var isCut = false
    /// It came with a tag that is not ours.
    public var isForged = false
    public init() {}

    /// Whom an answer goes to.
    public var answerAddress: EmailAddress? { (replyTo.isEmpty ? from : replyTo).first }

    /// Everybody who takes part.
    public var participants: Set<String> { Set((from + replyTo + to + cc).map(\.key)) }

    /// One `name<TAB>value…` a line.
    public var text: String {
        var lines: [String] = []
        if !subject.isEmpty { lines.append(Self.line("subject", [subject])) }
        for (name, list) in [("from", from), ("reply-to", replyTo), ("to", to), ("cc", cc)] {
            lines += list.map { Self.line(name, [$0.address, $0.name]) }
        }
        if let messageID { lines.append(Self.line("id", [messageID])) }
        lines += references.suffix(Limits.mailReferences).map { Self.line("reference", [$0]) }
        lines += attachments.prefix(Limits.mailAttachments).map {
            Self.line("file", ["\($0.index)", "\($0.size)", $0.isInline ? "inline" : "-", $0.type, $0.name])
        }
        if isCut { lines.append("cut") }
        if isForged { lines.append("forged") }
        return lines.joined(separator: "\n")
    }

    /// Total: a line that makes no sense is passed over.
    public init(text: String) {
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            read(fields[0], Array(fields.dropFirst()))
        }
    }

    private mutating func read(_ name: String, _ values: [String]) {
        let first = values.first ?? ""
        let address = EmailAddress(name: values.dropFirst().first ?? "", address: first)
        switch name {
        case "subject": subject = first
        case "from": from.append(address)
        case "reply-to": replyTo.append(address)
        case "to": to.append(address)
        case "cc": cc.append(address)
        case "id": messageID = first
        case "reference": references.append(first)
        case "file":
            guard values.count == 5, let index = Int(values[0]), let size = Int(values[1]) else { return }
            attachments.append(
                EmailAttachment(
                    index: index, name: values[4], type: values[3], size: size,
                    isInline: values[2] == "inline"))
        case "cut": isCut = true
        case "forged": isForged = true
        default: break
        }
    }

    private static func line(_ name: String, _ values: [String]) -> String {
        ([name] + values.map(oneLine)).joined(separator: "\t")
    }

    /// Without line ends, tabs and other control characters, within the limit of a field.
    static func oneLine(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars.prefix(Limits.fieldLength) {
            let isControl = scalar.properties.generalCategory == .control || scalar.value == 0x2028
            result.unicodeScalars.append(isControl || scalar.value == 0x2029 ? " " : scalar)
        }
        return result
    }
}

extension EmailAddress {
    /// Could be an address that a server takes: one `@`, something on both sides, no blank, no sign that ends
    /// an address in a header or a command.
    public var isPlausible: Bool {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].utf8.count > 2, address.utf8.count <= 254,
            !address.hasPrefix("-")
        else { return false }
        return address.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"<>()[],;:\\\"".unicodeScalars.contains($0)
        }
    }
}

import SkrankeDomain

/// How one value is read, and what is expected where it can't be.
struct Rule<Value: Sendable>: Sendable {
    enum Reading: Sendable {
        case good(Value)
        case bad(DataExpectation)
    }
    /// Stands in for a value that could not be read, until the file is refused.
    let placeholder: Value
    let read: @Sendable (DataNode) -> Reading

    /// A rule on top of text: nil from `convert` means `expected` was not met.
    static func text(
        _ expected: DataExpectation, placeholder: Value, _ convert: @escaping @Sendable (String) -> Value?
    ) -> Rule {
        Rule(placeholder: placeholder) { node in
            guard case .text(let text) = node else { return .bad(.kind(.text)) }
            if PlainText.hasForbidden(text) { return .bad(.plainCharacters) }
            return convert(text).map(Reading.good) ?? .bad(expected)
        }
    }
}

extension Rule where Value == String {
    /// Text on one line, not empty.
    static func line(max: Int = Limits.fieldLength) -> Rule {
        text(.line(max: max), placeholder: "") { text in
            let isBlank = text.utf8.allSatisfy { $0 == 32 }
            return isBlank || text.utf8.contains(10) || text.unicodeScalars.count > max ? nil : text
        }
    }

    /// Text on one or more lines, not empty; line ends at the end are dropped.
    static func paragraphs(max: Int) -> Rule {
        text(.paragraphs(max: max), placeholder: "") { text in
            var body = text.unicodeScalars[...]
            while body.last == "\n" { body.removeLast() }
            let isBlank = body.allSatisfy { $0 == " " || $0 == "\n" }
            return isBlank || body.count > max ? nil : String(body)
        }
    }

    /// A code: small letters a-z, digits and hyphens, at most 60.
    static let code = text(.format(.code), placeholder: "") { text in
        let utf8 = text.utf8
        guard (1...60).contains(utf8.count), utf8.first != UInt8(ascii: "-"), utf8.last != UInt8(ascii: "-")
        else { return nil }
        let isCode = utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        return isCode ? text : nil
    }

    /// A telephone number as people write it: an optional +, 3 to 15 digits, single spaces.
    static let phone = text(.format(.phone), placeholder: "") { text in
        let body = text.hasPrefix("+") ? text.dropFirst() : Substring(text)
        let isPlain = body.utf8.allSatisfy { (48...57).contains($0) || $0 == 32 }
        let digits = body.utf8.count { $0 != 32 }
        let isSpaced = !body.hasPrefix(" ") && !body.hasSuffix(" ") && !body.contains("  ")
        return isPlain && isSpaced && (3...15).contains(digits) ? text : nil
    }

    /// An e-mail address: one @, something on both sides, a dot in the domain, nothing that a header
    /// could be broken with.
    static let email = text(.format(.email), placeholder: "") { text in
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, !parts[0].isEmpty else { return nil }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        return text.utf8.allSatisfy { $0 > 32 && $0 < 127 && !"<>\"(),:;[]\\".utf8.contains($0) } ? text : nil
    }

    /// A web address that begins with https:// (or http:// for one's own machine).
    static let webAddress = text(.format(.webAddress), placeholder: "") { text in
        let isSecure = text.hasPrefix("https://") && text.utf8.count > 8
        let isLocal = text.hasPrefix("http://localhost") || text.hasPrefix("http://127.0.0.1")
        let isPlain = text.utf8.allSatisfy { $0 > 32 && $0 < 127 && !"\"<>\\^`{|}".utf8.contains($0) }
        return (isSecure || isLocal) && isPlain && text.utf8.count <= 200 ? text : nil
    }

    /// A site's origin: scheme, host and perhaps a port, and nothing behind it (RFC 6454). It goes into a
    /// header (`frame-ancestors`), so nothing may stand in it that could begin another directive.
    static let origin = text(.format(.origin), placeholder: "") { text in
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), text.utf8.count <= 200,
            let scheme = text.firstRange(of: "://")
        else { return nil }
        let parts = text[scheme.upperBound...].split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, !host.isEmpty, parts.count <= 2 else { return nil }
        let isOwn = host == "localhost" || host == "127.0.0.1"
        guard text.hasPrefix("https://") || isOwn else { return nil }
        let isHost = host.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46
        }
        let port = parts.count == 2 ? Digits.number(parts[1]) ?? 0 : 443
        return isHost && (1...65_535).contains(port) ? text : nil
    }

    /// The name of an HTTP header.
    static let headerName = text(.format(.headerName), placeholder: "") { text in
        let isToken = text.utf8.allSatisfy {
            (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 45
        }
        return isToken && (1...60).contains(text.utf8.count) ? text : nil
    }
}

extension Rule where Value == Int {
    static func integer(_ range: ClosedRange<Int>) -> Rule {
        Rule(placeholder: range.lowerBound) { node in
            guard case .integer(let value) = node else { return .bad(.kind(.integer)) }
            return range.contains(value) ? .good(value) : .bad(.integer(range))
        }
    }
}

extension Rule where Value == Bool {
    static let flag = Rule(placeholder: false) { node in
        if case .flag(let value) = node { .good(value) } else { .bad(.kind(.flag)) }
    }
}

extension Rule where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of the words of an enumeration.
    static func word(_ placeholder: Value) -> Rule {
        text(.oneOf(Value.allCases.map(\.rawValue)), placeholder: placeholder) { Value(rawValue: $0) }
    }
}

/// The citizen's own new words in a reply: what he quotes below is cut off (craft: fold, never lose; the
/// whole text stays).
public enum ReplyCut {
    /// The new words; the whole text where nothing would be left.
    public static func cut(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = quoteStart(lines) else { return LineEnds.trimmed(text) }
        let above = LineEnds.trimmed(lines[..<start].joined(separator: "\n"))
        if !above.isEmpty { return above }
        // Answered below what was quoted.
        let quote = lines[start...].lastIndex { $0.hasPrefix(">") } ?? start
        let below = LineEnds.trimmed(lines[(quote + 1)...].joined(separator: "\n"))
        return lines[quote].hasPrefix(">") && !below.isEmpty ? below : LineEnds.trimmed(text)
    }

    private static func quoteStart(_ lines: [String]) -> Int? {
        let splitter = lines.indices.first { isSplitter(lines, $0) }
        return [splitter, trailingQuote(lines)].compactMap(\.self).min()
    }

    /// A run of `>` lines up to the end. Answers written between quotes stay whole.
    private static func trailingQuote(_ lines: [String]) -> Int? {
        var start: Int?
        for index in lines.indices.reversed() {
            let line = trimmed(lines[index])
            if line.isEmpty { continue }
            guard line.hasPrefix(">") else { break }
            start = index
        }
        return start
    }

    private static func isSplitter(_ lines: [String], _ index: Int) -> Bool {
        let line = trimmed(lines[index])
        if line.isEmpty || line.hasPrefix(">") { return false }
        if isRule(line) || isForwardHead(lines, index) { return true }
        // "On … wrote:", on one line or wrapped over up to four.
        guard isDateOpening(line) else { return false }
        var joined = ""
        for next in lines[index..<min(index + 4, lines.count)] {
            if trimmed(next).isEmpty { return false }
            joined += (joined.isEmpty ? "" : " ") + trimmed(next)
            if isDateLine(joined) { return true }
        }
        return false
    }

    private static func isRule(_ line: String) -> Bool {
        let dashes = line.prefix { $0 == "-" || $0 == "_" || $0 == "*" }.count
        let words = line.lowercased().filter { $0.isLetter || $0 == " " }.trimmingSpaces
        if dashes >= 2, originals.contains(where: words.contains) { return true }
        return dashes >= 30 && dashes == line.count
    }

    private static let originals = [
        "original message", "opprinnelig melding", "opphavleg melding", "opprinnelege melding",
        "ursprungligt meddelande",
        "forwarded message", "videresendt melding", "vidaresend melding", "oprindelig meddelelse",
        "reply message",
        "ursprüngliche nachricht", "message dorigine", "original appointment",
    ]

    /// A block of headers as Outlook quotes them: From/Fra and, close below, Date/Sent and Subject.
    private static func isForwardHead(_ lines: [String], _ index: Int) -> Bool {
        guard field(lines[index], of: ["from", "fra", "frå", "från", "von", "de"]) else { return false }
        let block = lines[index + 1..<min(index + 7, lines.count)]
        let isDated = block.contains {
            field($0, of: ["date", "sent", "sendt", "dato", "skickat", "gesendet", "datum"])
        }
        let isNamed = block.contains {
            field($0, of: ["subject", "to", "emne", "til", "ämne", "till", "betreff", "an", "objet"])
        }
        return isDated && isNamed
    }

    private static func field(_ line: String, of names: Set<String>) -> Bool {
        let bare = trimmed(line).drop { $0 == "*" || $0 == ">" || $0 == " " }
        guard let colon = bare.firstIndex(of: ":") else { return false }
        return names.contains(bare[..<colon].lowercased().filter { $0 != "*" && $0 != " " })
    }

    private static let openings = [
        "on ", "den ", "på ", "am ", "le ", "op ", "fra:", "tirsdag", "mandag", "onsdag",
        "torsdag", "fredag", "lørdag", "laurdag", "søndag", "sundag", "måndag", "tysdag", "man", "tir", "ons",
        "tor", "fre", "lør", "søn",
    ]
    private static let verbs = [
        "wrote", "skrev", "skreiv", "schrieb", "a écrit", "написал", "escribió", "skrifaði", "kirjoitti",
        "sendte",
    ]

    private static func isDateOpening(_ line: String) -> Bool {
        let lower = line.lowercased()
        return openings.contains(where: lower.hasPrefix) || lower.first?.isNumber == true
            || verbs.contains { lower.hasSuffix($0 + ":") } || line.hasPrefix("<") || line.contains("@")
    }

    private static func isDateLine(_ text: String) -> Bool {
        let lower = text.lowercased()
        let isClosed = lower.hasSuffix(":") || lower.hasSuffix(": ") || lower.hasSuffix(":>")
        guard isClosed, verbs.contains(where: lower.contains) else { return false }
        return text.contains(where: \.isNumber) || text.contains("@")
    }

    private static func trimmed(_ line: String) -> String { line.trimmingSpaces }
}

extension String {
    var trimmingSpaces: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars = scalars.dropFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars = scalars.dropLast() }
        return String(scalars)
    }
}

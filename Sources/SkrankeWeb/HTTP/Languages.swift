import SkrankeDomain

/// Which of our languages a citizen reads.
enum Languages {
    /// The language of a tag such as `nb`, `no-NO`, `nn`, `en-GB`; nil for one that we do not speak.
    static func language(tag: some StringProtocol) -> Language? {
        let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return primary == "no" ? .nb : Language(rawValue: primary)
    }

    /// The best of an Accept-Language header (RFC 9110 §12.5.4); nil where none of ours is in it.
    static func preferred(_ header: String?) -> Language? {
        guard let header, header.utf8.count <= 1_000 else { return nil }
        var best: (language: Language, quality: Int)?
        for part in header.split(separator: ",") {
            let pieces = part.split(separator: ";").map { trimmed($0) }
            guard let tag = pieces.first, let language = language(tag: tag) else { continue }
            let weight =
                pieces.dropFirst().first { $0.hasPrefix("q=") }.map { quality($0.dropFirst(2)) } ?? 1_000
            if weight > best?.quality ?? 0 { best = (language, weight) }
        }
        return best?.language
    }

    /// Thousandths; 0 for anything that is no quality.
    private static func quality(_ text: Substring) -> Int {
        guard let value = Double(text), value >= 0, value <= 1 else { return 0 }
        return Int(value * 1_000)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}

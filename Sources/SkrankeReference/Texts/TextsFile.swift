import SkrankeDomain

/// What `texts.toml` says: each text in three languages, with the places that it may and must fill.
enum TextsFile {
    /// Scalars of one text.
    static let length = 2_000

    static func read(_ log: FileLog) -> CitizenTexts {
        TableReader.read(log) { root in
            var groups: [String] = []
            for key in CitizenTexts.Key.allCases where !groups.contains(key.group) {
                groups.append(key.group)
            }
            var texts: [CitizenTexts.Key: [Language: String]] = [:]
            for group in groups {
                root.section(group) { table in
                    for key in CitizenTexts.Key.allCases where key.group == group {
                        texts[key] = table.section(key.name) { text(key, $0) }
                    }
                }
            }
            return CitizenTexts(texts: texts)
        }
    }

    private static func text(_ key: CitizenTexts.Key, _ table: TableReader) -> [Language: String] {
        var result: [Language: String] = [:]
        for language in Language.allCases {
            let text = table.value(language.rawValue, .paragraphs(max: length))
            result[language] = text
            if !text.isEmpty { check(text, of: key, language.rawValue, table) }
        }
        return result
    }

    private static func check(
        _ text: String, of key: CitizenTexts.Key, _ language: String, _ table: TableReader
    ) {
        let found = CitizenTexts.places(in: text)
        for place in found where !key.places.contains(place) {
            table.report(language, .places(key.places), found: "{\(place)}")
        }
        for place in key.requiredPlaces where !found.contains(place) {
            table.report(language, .requiredPlace(place))
        }
    }
}

extension CitizenTexts.Key {
    /// The table in the file: what stands before the dot.
    var group: String { String(rawValue.prefix { $0 != "." }) }
    /// The table within the group.
    var name: String { String(rawValue.dropFirst(group.count + 1)) }

    /// Whether it tells a citizen that his question is kept and when the answer comes (R49, model §5.9).
    public var isReceipt: Bool { group == "receipt" || group == "left" || self == .expectedDateChanged }

    /// The places that the text may fill. `phone` and `municipality` are filled in when the files are read.
    public var places: [String] {
        if self == .mailExplanation { return ["reference", "phone", "municipality"] }
        if group == "appointment" { return ["when", "host", "place", "reference", "phone", "municipality"] }
        if self == .receiptStaffMessage {
            return ["reference", "topic", "received", "expected", "phone", "municipality", "person", "after"]
        }
        return isReceipt
            ? ["reference", "topic", "received", "expected", "phone", "municipality"]
            : ["phone", "municipality"]
    }

    /// The places without which it would not be a receipt: reference, topic, when received, and when the
    /// final answer comes.
    public var requiredPlaces: [String] {
        switch self {
        case .expectedDateChanged: ["reference", "expected"]
        case .mailExplanation: ["reference"]
        case _ where group == "appointment": ["when", "host"]
        case _ where isReceipt: ["reference", "topic", "received", "expected"]
        default: []
        }
    }
}

extension CitizenTexts {
    /// The texts with what the municipality is once and for all, its telephone and its name, filled in:
    /// the core fills in only what differs from one inquiry to the next.
    func filled(for municipality: MunicipalityProfile) -> CitizenTexts {
        let places = ["phone": municipality.phone, "municipality": municipality.name]
        var filled = self
        for key in Key.allCases {
            for language in Language.allCases { filled.texts[key]?[language] = text(key, language, places) }
        }
        return filled
    }

    /// The names between braces in `template`.
    static func places(in template: String) -> [String] {
        var result: [String] = []
        var rest = template.unicodeScalars[...]
        while let open = rest.firstIndex(of: "{") {
            rest = rest[rest.index(after: open)...]
            guard let close = rest.firstIndex(where: { $0 == "}" || $0 == "{" }) else {
                return result + [String(rest.prefix(20))]
            }
            result.append(String(rest[..<close]))
            rest = rest[(rest[close] == "}" ? rest.index(after: close) : close)...]
        }
        return result
    }
}

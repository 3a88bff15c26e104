import SkrankeDomain
import SkrankeScreen

/// Decodes a theme: every role's look, own or inherited (craft habit 19).
public enum ThemeFile {
    /// Themes in one line of inheritance, the own one counted.
    public static let depth = 5

    /// Decodes the theme in `source`.
    /// - Parameter parent: The text of another theme by its name, nil where there is none.
    /// - Throws: Every error of the theme and of those that it inherits from.
    public static func decode(
        _ source: DataText, parent: (String) -> DataText? = { _ in nil }
    ) throws(DataFileErrors) -> Palette {
        var logs: [FileLog] = []
        let theme = read(source, parent, &logs)
        if let errors = DataFileErrors(logs.flatMap(\.sortedErrors)) { throw errors }
        return Palette(name: theme.name, looks: theme.looks)
    }

    private struct Theme {
        var name = ""
        var looks: [Role: RoleLook] = [:]
    }

    private static func read(
        _ source: DataText, _ parent: (String) -> DataText?, _ logs: inout [FileLog]
    ) -> Theme {
        let log = FileLog(file: source.shownPath, text: source.text)
        logs.append(log)
        let ancestors = logs
        var base: (name: String, text: DataText)?
        let own = TableReader.read(log) { root in
            let name = root.value("name", .line(max: 60))
            if let inherited = root.optional("inherits", .code), !inherited.isEmpty {
                base = self.parent(inherited, parent, ancestors)
                if base == nil { root.report("inherits", .parentTheme, found: inherited) }
            }
            let mayInherit = root.has("inherits")
            return Theme(name: name, looks: root.section("roles") { looks($0, mayInherit: mayInherit) })
        }
        guard let base else { return own }
        let inherited = read(base.text, parent, &logs)
        return Theme(name: own.name, looks: inherited.looks.merging(own.looks) { _, own in own })
    }

    /// The parent's text, unless it is missing, one of its own heirs, or one too many.
    private static func parent(
        _ name: String, _ find: (String) -> DataText?, _ heirs: [FileLog]
    ) -> (name: String, text: DataText)? {
        guard heirs.count < depth, let text = find(name) else { return nil }
        return heirs.contains { $0.file == text.shownPath } ? nil : (name, text)
    }

    private static func looks(_ table: TableReader, mayInherit: Bool) -> [Role: RoleLook] {
        var looks: [Role: RoleLook] = [:]
        for role in Role.allCases where !mayInherit || table.has("\(role)") {
            looks[role] = table.section("\(role)", look)
        }
        if mayInherit { table.allow(Role.allCases.map { "\($0)" }) }
        return looks
    }

    private static func look(_ table: TableReader) -> RoleLook {
        var attributes: Look.Attributes = []
        for (word, attribute) in Look.Attributes.words where table.optional(word, .flag) == true {
            attributes.insert(attribute)
        }
        return RoleLook(
            fg: table.colour("fg", 255), bg: table.colour("bg", 255), attributes,
            fg16: table.colour("fg16", 15),
            bg16: table.colour("bg16", 15), fg8: table.colour("fg8", 7), bg8: table.colour("bg8", 7),
            mono: table.optional("mono", .attributes) ?? [])
    }
}

extension TableReader {
    /// A palette number, 0...`last`.
    fileprivate func colour(_ key: String, _ last: Int) -> UInt8? {
        optional(key, .integer(0...last)).map { UInt8($0) }
    }
}

extension Look.Attributes {
    static let words: [(String, Look.Attributes)] = [
        ("bold", .bold), ("dim", .dim), ("reverse", .reverse), ("underline", .underline), ("italic", .italic),
    ]
}

extension Rule where Value == Look.Attributes {
    /// Words with spaces between, e.g. `bold reverse`; an empty text is none.
    static let attributes = text(.attributes(Look.Attributes.words.map(\.0)), placeholder: []) { text in
        var result: Look.Attributes = []
        for word in text.split(separator: " ") {
            guard let known = Look.Attributes.words.first(where: { $0.0 == word }) else { return nil }
            result.insert(known.1)
        }
        return result
    }
}

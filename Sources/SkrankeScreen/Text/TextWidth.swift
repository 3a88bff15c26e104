/// Columns that text takes, and text made to fit columns. Pure; fast for `SimpleText`.
public enum TextWidth {
    public enum Alignment: Hashable, Sendable { case left, right, center }

    /// The mark of text that was cut.
    public static let ellipsis = "…"

    /// Columns of a text when it is drawn in one row (line breaks count as a dot each).
    public static func of(_ text: String) -> Int {
        if let columns = SimpleText.columns(text) { return columns }
        var width = 0
        for cluster in DisplayClusters(text) { width += cluster.width }
        return width
    }

    /// Columns of one grapheme: at least 1.
    public static func of(_ character: Character) -> Int {
        if character.utf8.count == 1 { return 1 }
        return of(String(character))
    }

    /// The text if it fits, else its beginning with `…` in the last column. Never splits a grapheme.
    public static func truncate(_ text: String, to width: Int) -> String {
        guard width > 0 else { return "" }
        if of(text) <= width { return text }
        return prefix(text, columns: width - 1) + ellipsis
    }

    /// As many whole graphemes from the beginning as fit.
    public static func prefix(_ text: String, columns: Int) -> String {
        if let all = SimpleText.columns(text) {
            return all <= columns ? text : String(text.unicodeScalars.prefix(max(0, columns)))
        }
        var result = ""
        var used = 0
        for character in text {
            used += of(character)
            if used > columns { break }
            result.append(character)
        }
        return result
    }

    /// The text truncated or padded with spaces to exactly `width` columns.
    public static func fit(_ text: String, to width: Int, _ alignment: Alignment = .left) -> String {
        let short = truncate(text, to: width)
        let missing = max(0, width - of(short))
        let before: Int
        switch alignment {
        case .left: before = 0
        case .right: before = missing
        case .center: before = missing / 2
        }
        return String(repeating: " ", count: before) + short + String(repeating: " ", count: missing - before)
    }

    /// The text as cells would show it, on one line: what may go to a window title, a log or a notification.
    public static func clean(_ text: String) -> String {
        if SimpleText.columns(text) != nil { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for cluster in DisplayClusters(text) { cluster.append(to: &result) }
        return result
    }
}

extension DisplayCluster {
    /// The cluster's scalars, as they stand in a cell.
    func append(to text: inout String) {
        Cell(base: base, marks: marks, style: Style(rawValue: 0)).append(to: &text)
    }
}

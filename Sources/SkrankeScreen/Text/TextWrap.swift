/// Text broken into lines.
public enum TextWrap {
    /// Columns from one tab stop to the next in text from outside.
    public static let tabStop = 4

    /// The lines of a text in so many columns.
    ///
    /// Words stay whole, longer ones are broken; the space at a break is dropped, indentation and empty
    /// lines stay. LF, CR, CRLF, VT, FF, NEL and the line and paragraph separators end a line. A grapheme
    /// that is wider than the line stands alone in one. An empty text has one empty line.
    public static func lines(_ text: String, width: Int) -> [String] {
        let width = max(1, width)
        var result: [String] = []
        for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            wrap(paragraph, width: width, into: &result)
        }
        return result
    }

    private static func wrap(_ paragraph: Substring, width: Int, into result: inout [String]) {
        if paragraph.utf8.count <= width && TextWidth.isPlain(String(paragraph)) {
            result.append(String(paragraph))
            return
        }
        var line = LineFill(width: width)
        for character in paragraph { line.add(character, lines: &result) }
        line.end(lines: &result)
    }
}

/// A line being filled.
private struct LineFill {
    let width: Int
    private var line: [Character] = []
    private var columns = 0
    /// Where the last word starts, if a space stands before it.
    private var wordStart: Int?
    private var wordColumns = 0
    /// Spaces at a break are dropped until the next word.
    private var atBreak = false

    init(width: Int) { self.width = width }

    mutating func add(_ character: Character, lines: inout [String]) {
        if character == "\t" {
            let stop = TextWrap.tabStop - columns % TextWrap.tabStop
            for _ in 0..<stop { addSpace(lines: &lines) }
        } else if character == " " {
            addSpace(lines: &lines)
        } else {
            addInk(character, columns: TextWidth.of(character), lines: &lines)
        }
    }

    /// Ends the paragraph.
    mutating func end(lines: inout [String]) {
        if !(atBreak && line.isEmpty) { lines.append(String(line)) }
    }

    private mutating func addInk(_ character: Character, columns added: Int, lines: inout [String]) {
        atBreak = false
        if columns + added > width && !line.isEmpty { breakLine(lines: &lines) }
        if columns + added > width && !line.isEmpty { finish(lines: &lines) }
        line.append(character)
        columns += added
        wordColumns += added
    }

    private mutating func addSpace(lines: inout [String]) {
        if atBreak { return }
        if columns >= width {
            finish(lines: &lines)
            atBreak = true
            return
        }
        line.append(" ")
        columns += 1
        wordStart = line.count
        wordColumns = 0
    }

    /// Moves the unfinished word to the next line, or breaks it if nothing but indentation stands before it.
    private mutating func breakLine(lines: inout [String]) {
        guard let start = wordStart, line[..<start].contains(where: { $0 != " " }) else {
            finish(lines: &lines)
            return
        }
        let word = Array(line[start...])
        let kept = wordColumns
        line.removeSubrange(start...)
        finish(lines: &lines)
        line = word
        columns = kept
        wordColumns = kept
    }

    private mutating func finish(lines: inout [String]) {
        while line.last == " " { line.removeLast() }
        lines.append(String(line))
        line.removeAll(keepingCapacity: true)
        columns = 0
        wordStart = nil
        wordColumns = 0
    }
}

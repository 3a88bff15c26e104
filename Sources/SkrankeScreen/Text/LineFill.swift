/// A line being filled with graphemes, for `TextWrap`.
struct LineFill {
    let width: Int
    private var line: [Character] = []
    private var columns = 0
    /// Where the last word starts, if a space stands before it.
    private var wordStart: Int?
    private var wordColumns = 0
    /// Spaces at a break are dropped until the next word.
    private var isAtBreak = false

    init(width: Int) { self.width = width }

    mutating func add(_ character: Character, lines: inout [String]) {
        if character == "\t" {
            let stop = TextWrap.tabStop - columns % TextWrap.tabStop
            for _ in 0..<stop { addSpace(lines: &lines) }
        } else if character == " " {
            addSpace(lines: &lines)
        } else {
            let columns = TextWidth.of(character)
            if columns <= width {
                addInk(character, columns: columns, lines: &lines)
            } else {
                addParts(of: character, lines: &lines)
            }
        }
    }

    /// Ends the paragraph.
    mutating func end(lines: inout [String]) {
        if !(isAtBreak && line.isEmpty) { lines.append(String(line)) }
    }

    /// A grapheme that no line can hold (a flag spelt out, a pile of marks) is broken as it is shown.
    private mutating func addParts(of character: Character, lines: inout [String]) {
        for cluster in DisplayClusters(String(character)) {
            let shown = cluster.width <= width ? cluster : .dot
            var text = ""
            shown.append(to: &text)
            for part in text { addInk(part, columns: shown.width, lines: &lines) }
        }
    }

    private mutating func addInk(_ character: Character, columns added: Int, lines: inout [String]) {
        isAtBreak = false
        if columns + added > width && !line.isEmpty { breakLine(lines: &lines) }
        if columns + added > width && !line.isEmpty { finish(lines: &lines) }
        line.append(character)
        columns += added
        wordColumns += added
    }

    private mutating func addSpace(lines: inout [String]) {
        if isAtBreak { return }
        if columns >= width {
            finish(lines: &lines)
            isAtBreak = true
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

/// Text broken into lines.
public enum TextWrap {
    /// Columns from one tab stop to the next in text from outside.
    public static let tabStop = 4

    /// The lines of a text in so many columns.
    ///
    /// Words stay whole, longer ones are broken; the space at a break is dropped, indentation and empty
    /// lines stay. LF, CR, CRLF, VT, FF, NEL and the line and paragraph separators end a line. No line is
    /// wider than `width` (at least 1): a grapheme that is, is broken as it is shown; a wide character in one
    /// column is a dot. An empty text has one empty line.
    public static func lines(_ text: String, width: Int) -> [String] {
        let width = max(1, width)
        var result: [String] = []
        let bytes = text.utf8Span.span
        var start = 0
        while start <= bytes.count {
            let (end, next) = paragraph(bytes, from: start)
            if SimpleText.columns(bytes, from: start, to: end) != nil {
                var cut = SimpleCut(start: start, width: width)
                cut.run(bytes, to: end) { result.append(piece(of: text, $0, $1)) }
            } else {
                wrapGraphemes(piece(of: text, start, end), width: width, into: &result)
            }
            start = next
        }
        return result
    }

    /// One paragraph that need not be simple.
    static func wrapGraphemes(_ paragraph: String, width: Int, into result: inout [String]) {
        var line = LineFill(width: width)
        for character in paragraph { line.add(character, lines: &result) }
        line.end(lines: &result)
    }

    /// Where the paragraph that starts at an offset ends, and where the next one starts (beyond the end for
    /// the last).
    private static func paragraph(_ bytes: Span<UInt8>, from start: Int) -> (end: Int, next: Int) {
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A: return (index, index + 2)
            case 0x0A...0x0D: return (index, index + 1)
            case 0xC2 where bytes[index + 1] == 0x85: return (index, index + 2)
            case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
                return (index, index + 3)
            default: index += 1
            }
        }
        return (bytes.count, bytes.count + 1)
    }

    /// The text between two byte offsets.
    private static func piece(of text: String, _ start: Int, _ end: Int) -> String {
        let utf8 = text.utf8
        let first = utf8.index(utf8.startIndex, offsetBy: start)
        return String(text[first..<utf8.index(first, offsetBy: end - start)])
    }
}

/// Cuts a simple paragraph into lines by byte offsets: the rules of `LineFill`, ten times faster.
struct SimpleCut {
    private let width: Int
    private var start: Int
    private var columns = 0
    /// After the last space with ink before it, and the columns from there.
    private var wordStart: Int?
    private var wordColumns = 0
    /// One past the last ink of the line, and of the line up to `wordStart`.
    private var inkEnd: Int
    private var inkEndBeforeWord: Int
    /// Spaces at a break are dropped until the next word.
    private var isAtBreak = false

    init(start: Int, width: Int) {
        self.width = width
        self.start = start
        inkEnd = start
        inkEndBeforeWord = start
    }

    /// Calls `line` with the first and the last offset of every line up to the end of the paragraph.
    mutating func run(_ bytes: Span<UInt8>, to end: Int, line: (Int, Int) -> Void) {
        var index = start
        while index < end {
            let next = index + max(1, SimpleText.length(bytes, index))
            let isSpace = bytes[index] == 0x20
            if columns == width { breakLine(before: index, isSpace: isSpace, line: line) }
            take(to: next, isSpace: isSpace)
            index = next
        }
        if !(isAtBreak && columns == 0) { line(start, end) }
    }

    private mutating func take(to next: Int, isSpace: Bool) {
        if isSpace && isAtBreak {
            restart(at: next)
            return
        }
        isAtBreak = false
        columns += 1
        if !isSpace {
            wordColumns += 1
            inkEnd = next
        } else if inkEnd > start {
            (wordStart, wordColumns, inkEndBeforeWord) = (next, 0, inkEnd)
        }
    }

    private mutating func breakLine(before index: Int, isSpace: Bool, line: (Int, Int) -> Void) {
        if let wordStart, !isSpace {
            line(start, inkEndBeforeWord)
            let kept = wordColumns
            restart(at: wordStart)
            columns = kept
            if kept > 0 { inkEnd = index }
        } else {
            line(start, inkEnd)
            restart(at: index)
            isAtBreak = isSpace
        }
    }

    private mutating func restart(at index: Int) {
        (start, inkEnd, inkEndBeforeWord) = (index, index, index)
        (columns, wordStart, wordColumns) = (0, nil, 0)
    }
}

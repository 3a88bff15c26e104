import SkrankeScreen
import Testing

/// Screens as text: what a golden test compares and what a bug report shows.
public enum GoldenScreen {
    /// Stands before the cell that the hardware cursor is on; it is inserted, so no letter is lost.
    public static let cursorMark: Character = "▮"

    /// The rows of a frame, without blanks at their ends, with the cursor marked.
    ///
    /// - Parameter marks: roles to show, each with its letters: a run of them is `{w:text}`. Other roles are
    ///   shown plain. A run ends with the row.
    public static func rows(_ frame: Frame, marks: [Role: String] = [:]) -> [String] {
        (0..<frame.grid.size.height).map { y in
            let cursor = frame.cursor.y == y ? frame.cursor.x : nil
            return row(Array(frame.grid.row(y)), cursor: cursor, marks: marks)
        }
    }

    /// The rows as one text; empty rows at the end are kept, as the height is part of the picture.
    public static func text(_ frame: Frame, marks: [Role: String] = [:]) -> String {
        rows(frame, marks: marks).joined(separator: "\n")
    }

    private static func row(_ cells: [Cell], cursor: Int?, marks: [Role: String]) -> String {
        var row = ""
        var open: String?
        let end = meaningfulEnd(cells, cursor: cursor, marks: marks)
        for x in 0..<end {
            let cell = cells[x]
            if !cell.isContinuation {
                let mark = marks[cell.style.role]
                if mark != open {
                    if open != nil { row += "}" }
                    if let mark { row += "{\(mark):" }
                    open = mark
                }
            }
            if cursor == x { row.append(cursorMark) }
            cell.append(to: &row)
        }
        if open != nil { row += "}" }
        while row.last == " " { row.removeLast() }
        return row
    }

    /// One past the last cell that shows something: ink, a marked role, the cursor.
    private static func meaningfulEnd(_ cells: [Cell], cursor: Int?, marks: [Role: String]) -> Int {
        var end = cells.count
        while end > 0 {
            let cell = cells[end - 1]
            if cell.base != 32 || cell.hasMarks || cursor == end - 1 { break }
            if marks[cell.style.role] != nil { break }
            end -= 1
        }
        return end
    }

    /// Both screens, with `>` before the rows that differ.
    static func difference(expected: String, actual: String) -> String {
        let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let found = actual.split(separator: "\n", omittingEmptySubsequences: false)
        func marked(_ rows: [Substring], _ others: [Substring]) -> String {
            rows.enumerated().map { index, row in
                (index < others.count && others[index] == row ? "  " : "> ") + row
            }.joined(separator: "\n")
        }
        return "expected:\n\(marked(wanted, found))\nfound:\n\(marked(found, wanted))"
    }
}

/// Expects a frame to look like a literal in the test's source (habit 6): see `GoldenScreen.rows`.
///
/// Rows and their blanks at the end are compared as `GoldenScreen` renders them. With SKRANKE_ACCEPT=1 in the
/// environment the literal in the source is replaced by what was found, and the diff shows what changed.
public func expectScreen(
    _ frame: Frame, marks: [Role: String] = [:], _ expected: String,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
) {
    let actual = GoldenScreen.text(frame, marks: marks)
    guard actual != expected else { return }
    let place = SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    if GoldenAcceptance.isOn {
        do {
            try GoldenAcceptance.accept(actual, filePath: filePath, line: line)
        } catch {
            Issue.record("The literal can't be rewritten: \(error)", sourceLocation: place)
        }
        return
    }
    let comment =
        "The screen differs. SKRANKE_ACCEPT=1 accepts it.\n"
        + GoldenScreen.difference(expected: expected, actual: actual)
    Issue.record(Comment(rawValue: comment), sourceLocation: place)
}

/// Why an edit was not made.
public enum EditRefusal: Error, Hashable, Sendable {
    /// The text would hold more Unicode scalars than the limit, `over` too many. Nothing was inserted.
    case tooLong(limit: Int, over: Int)
}

/// A text being edited: graphemes, a cursor between them, undo. No layout.
struct EditBuffer: Equatable, Sendable {
    private(set) var glyphs: [EditGlyph] = []
    /// 0...glyphs.count
    private(set) var cursor = 0
    private(set) var scalarCount = 0
    private var history: EditHistory
    let scalarLimit: Int
    let isMultiline: Bool

    init(_ text: String, scalarLimit: Int, isMultiline: Bool) {
        self.scalarLimit = scalarLimit
        self.isMultiline = isMultiline
        history = EditHistory(stepLimit: ScreenLimits.undoSteps, glyphLimit: 5 * scalarLimit)
        reset(text)
    }

    var text: String { String(glyphs.map(\.character)) }
    var canUndo: Bool { !history.done.isEmpty }
    var canRedo: Bool { !history.undone.isEmpty }

    /// Replaces everything, forgets undo, puts the cursor at the end. Text above the limit is cut.
    mutating func reset(_ text: String) {
        var kept: [EditGlyph] = []
        var scalars = 0
        for glyph in EditIntake.glyphs(EditIntake.clean(text, multiline: isMultiline)) {
            scalars += glyph.scalarCount
            if scalars > scalarLimit {
                scalars -= glyph.scalarCount
                break
            }
            kept.append(glyph)
        }
        glyphs = kept
        scalarCount = scalars
        cursor = kept.count
        history = EditHistory(stepLimit: ScreenLimits.undoSteps, glyphLimit: 5 * scalarLimit)
    }

    // MARK: Moving

    mutating func moveCursor(to index: Int) {
        let place = min(max(0, index), glyphs.count)
        if place != cursor { history.seal() }
        cursor = place
    }

    /// The end of the word at or after the cursor.
    func wordEnd(after index: Int) -> Int {
        var place = index
        while place < glyphs.count && !glyphs[place].isWord { place += 1 }
        while place < glyphs.count && glyphs[place].isWord { place += 1 }
        return place
    }

    /// The start of the word at or before the cursor.
    func wordStart(before index: Int) -> Int {
        var place = index
        while place > 0 && !glyphs[place - 1].isWord { place -= 1 }
        while place > 0 && glyphs[place - 1].isWord { place -= 1 }
        return place
    }

    func paragraphStart(of index: Int) -> Int {
        var place = index
        while place > 0 && !glyphs[place - 1].isNewline { place -= 1 }
        return place
    }

    func paragraphEnd(of index: Int) -> Int {
        var place = index
        while place < glyphs.count && !glyphs[place].isNewline { place += 1 }
        return place
    }

    // MARK: Changing

    /// Inserts at the cursor, cleaned; all of it or nothing.
    mutating func insert(_ text: String, kind: EditStep.Kind) throws(EditRefusal) {
        let clean = EditIntake.clean(text, multiline: isMultiline)
        let added = clean.unicodeScalars.count
        guard added > 0 else { return }
        guard scalarCount + added <= scalarLimit else {
            throw .tooLong(limit: scalarLimit, over: scalarCount + added - scalarLimit)
        }
        change(cursor..<cursor, to: clean, kind: kind)
    }

    mutating func remove(_ range: Range<Int>, kind: EditStep.Kind) {
        let range = range.clamped(to: 0..<glyphs.count)
        if !range.isEmpty { change(range, to: "", kind: kind) }
    }

    mutating func undo() -> Bool {
        guard let step = history.takeUndo() else { return false }
        replace(step.start..<(step.start + step.inserted.count), with: step.removed)
        cursor = step.cursorBefore
        return true
    }

    mutating func redo() -> Bool {
        guard let step = history.takeRedo() else { return false }
        replace(step.start..<(step.start + step.removed.count), with: step.inserted)
        cursor = step.cursorAfter
        return true
    }

    /// Puts a text in the place of a range; graphemes that the seams join or part are formed anew, in the
    /// whole paragraph, as flags pair up from its beginning.
    private mutating func change(_ range: Range<Int>, to text: String, kind: EditStep.Kind) {
        var span = range
        if !areSeamsPlain(around: range, text) {
            span = paragraphStart(of: range.lowerBound)..<paragraphEnd(of: range.upperBound)
        }
        let before = String(glyphs[span.lowerBound..<range.lowerBound].map(\.character))
        let after = String(glyphs[range.upperBound..<span.upperBound].map(\.character))
        let formed = EditIntake.glyphs(before + text + after)
        let scalarsBefore = before.unicodeScalars.count + text.unicodeScalars.count
        let newCursor = span.lowerBound + Self.index(in: formed, scalars: scalarsBefore)
        record(span, formed, kind: kind, cursor: newCursor)
    }

    /// Records what really differs and makes the change.
    private mutating func record(
        _ span: Range<Int>, _ formed: [EditGlyph], kind: EditStep.Kind, cursor place: Int
    ) {
        var (low, oldHigh, newHigh) = (0, span.count, formed.count)
        while low < oldHigh && low < newHigh && glyphs[span.lowerBound + low] == formed[low] { low += 1 }
        while oldHigh > low && newHigh > low && glyphs[span.lowerBound + oldHigh - 1] == formed[newHigh - 1] {
            oldHigh -= 1
            newHigh -= 1
        }
        let changed = (span.lowerBound + low)..<(span.lowerBound + oldHigh)
        let step = EditStep(
            kind: kind, start: changed.lowerBound, removed: Array(glyphs[changed]),
            inserted: Array(formed[low..<newHigh]), cursorBefore: cursor, cursorAfter: place)
        replace(changed, with: step.inserted)
        cursor = min(place, glyphs.count)
        history.record(step)
    }

    private mutating func replace(_ range: Range<Int>, with new: [EditGlyph]) {
        for glyph in glyphs[range] { scalarCount -= glyph.scalarCount }
        for glyph in new { scalarCount += glyph.scalarCount }
        glyphs.replaceSubrange(range, with: new)
    }

    /// The number of glyphs that hold so many scalars; a glyph that is only partly needed counts.
    private static func index(in glyphs: [EditGlyph], scalars: Int) -> Int {
        var left = scalars
        var index = 0
        while left > 0 && index < glyphs.count {
            left -= glyphs[index].scalarCount
            index += 1
        }
        return index
    }

    /// Whether no grapheme can reach across the ends of the change: scalars below U+0300 join nothing.
    private func areSeamsPlain(around range: Range<Int>, _ text: String) -> Bool {
        let before = glyphs[..<range.lowerBound].last?.character
        let after = glyphs[range.upperBound...].first?.character
        let (left, right) = (before?.unicodeScalars.last, after?.unicodeScalars.first)
        let inner = text.unicodeScalars
        func plain(_ scalar: Unicode.Scalar?) -> Bool { (scalar?.value ?? 0) < 0x300 }
        return plain(left) && plain(right) && plain(inner.first) && plain(inner.last)
    }
}

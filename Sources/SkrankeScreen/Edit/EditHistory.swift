/// One step that can be undone: glyphs from `start` on were replaced.
struct EditStep: Equatable, Sendable {
    /// Steps of the same kind that follow each other become one.
    enum Kind: Sendable { case typing, erasingBackward, erasingForward, other }

    var kind: Kind
    var start: Int
    var removed: [EditGlyph]
    var inserted: [EditGlyph]
    var cursorBefore: Int
    var cursorAfter: Int

    var weight: Int { removed.count + inserted.count }

    /// Takes a following step into this one, if both are one gesture.
    mutating func absorb(_ next: EditStep) -> Bool {
        guard kind == next.kind else { return false }
        switch kind {
        case .other: return false
        case .typing:
            let offset = next.start - start
            let end = offset + next.removed.count
            guard offset >= 0, end <= inserted.count, !startsWord(next) else { return false }
            inserted.replaceSubrange(offset..<end, with: next.inserted)
        case .erasingBackward:
            guard inserted.isEmpty, next.inserted.isEmpty, next.start + next.removed.count == start
            else { return false }
            removed = next.removed + removed
            start = next.start
        case .erasingForward:
            guard inserted.isEmpty, next.inserted.isEmpty, next.start == start else { return false }
            removed += next.removed
        }
        cursorAfter = next.cursorAfter
        return true
    }

    /// A word typed after a space, and a line break, start a step of their own.
    private func startsWord(_ next: EditStep) -> Bool {
        guard let typed = next.inserted.last, let last = inserted.last else { return false }
        return typed.isNewline || last.isNewline || (last.isSpace && !typed.isSpace)
    }
}

/// Undo and redo, limited in steps and in glyphs held.
struct EditHistory: Equatable, Sendable {
    private(set) var done: [EditStep] = []
    private(set) var undone: [EditStep] = []
    /// The last step takes no more: the cursor was moved since.
    private var isSealed = false
    /// Glyphs that the steps done hold.
    private var held = 0
    private let stepLimit: Int
    private let glyphLimit: Int

    init(stepLimit: Int, glyphLimit: Int) {
        self.stepLimit = stepLimit
        self.glyphLimit = glyphLimit
    }

    mutating func record(_ step: EditStep) {
        undone.removeAll()
        defer { isSealed = false }
        if !isSealed, let last = done.indices.last {
            let before = done[last].weight
            if done[last].absorb(step) {
                held += done[last].weight - before
                return
            }
        }
        done.append(step)
        held += step.weight
        // The newest step always stays.
        while done.count > 1 && (done.count > stepLimit || held > glyphLimit) {
            held -= done.removeFirst().weight
        }
    }

    mutating func seal() { isSealed = true }

    mutating func takeUndo() -> EditStep? {
        guard let step = done.popLast() else { return nil }
        held -= step.weight
        undone.append(step)
        isSealed = true
        return step
    }

    mutating func takeRedo() -> EditStep? {
        guard let step = undone.popLast() else { return nil }
        held += step.weight
        done.append(step)
        isSealed = true
        return step
    }
}

/// What can be done in a text field besides inserting.
public enum EditCommand: Hashable, Sendable, CaseIterable {
    case left, right, wordLeft, wordRight
    case lineStart, lineEnd, textStart, textEnd
    case up, down, pageUp, pageDown
    case eraseBackward, eraseForward, eraseWordBackward, eraseWordForward
    case eraseToLineStart, eraseToLineEnd
    case undo, redo

    /// The command that a key means in a text field, if any. Whoever owns the screen may take keys first.
    public init?(_ key: Key) {
        if let command = Self.plain(key) ?? Self.modified(key) ?? Self.letter(key) {
            self = command
        } else {
            return nil
        }
    }

    /// Whether the text stays as it is.
    var isMovement: Bool {
        switch self {
        case .left, .right, .wordLeft, .wordRight, .lineStart, .lineEnd, .textStart, .textEnd: true
        case .up, .down, .pageUp, .pageDown: true
        case .eraseBackward, .eraseForward, .eraseWordBackward, .eraseWordForward: false
        case .eraseToLineStart, .eraseToLineEnd, .undo, .redo: false
        }
    }

    private static func plain(_ key: Key) -> EditCommand? {
        guard key.modifiers.isEmpty else { return nil }
        switch key.code {
        case .left: return .left
        case .right: return .right
        case .up: return .up
        case .down: return .down
        case .home: return .lineStart
        case .end: return .lineEnd
        case .pageUp: return .pageUp
        case .pageDown: return .pageDown
        case .backspace: return .eraseBackward
        case .delete: return .eraseForward
        default: return nil
        }
    }

    private static func modified(_ key: Key) -> EditCommand? {
        guard key.modifiers == .control || key.modifiers == .alt else { return nil }
        switch key.code {
        case .left: return .wordLeft
        case .right: return .wordRight
        case .home: return .textStart
        case .end: return .textEnd
        case .backspace: return .eraseWordBackward
        case .delete: return .eraseWordForward
        default: return nil
        }
    }

    private static func letter(_ key: Key) -> EditCommand? {
        switch key {
        case .control("w"): return .eraseWordBackward
        case .control("k"): return .eraseToLineEnd
        case .control("u"): return .eraseToLineStart
        case .control("a"): return .lineStart
        case .control("e"): return .lineEnd
        // As in readline; Ctrl+Z is the shell's.
        case .control("_"): return .undo
        case .control("y"): return .redo
        default: return nil
        }
    }
}

extension EditBuffer {
    /// Carries out a command that needs no layout; false if it needs one.
    mutating func perform(_ command: EditCommand) -> Bool {
        switch command {
        case .left: moveCursor(to: cursor - 1)
        case .right: moveCursor(to: cursor + 1)
        case .wordLeft: moveCursor(to: wordStart(before: cursor))
        case .wordRight: moveCursor(to: wordEnd(after: cursor))
        case .textStart: moveCursor(to: 0)
        case .textEnd: moveCursor(to: glyphs.count)
        case .eraseBackward: remove((cursor - 1)..<cursor, kind: .erasingBackward)
        case .eraseForward: remove(cursor..<(cursor + 1), kind: .erasingForward)
        case .eraseWordBackward: remove(wordStart(before: cursor)..<cursor, kind: .other)
        case .eraseWordForward: remove(cursor..<wordEnd(after: cursor), kind: .other)
        case .eraseToLineStart: remove(paragraphStart(of: cursor)..<cursor, kind: .other)
        case .eraseToLineEnd:
            // At the end of a line its break goes, so that lines can be joined.
            remove(cursor..<max(paragraphEnd(of: cursor), cursor + 1), kind: .other)
        case .undo: _ = undo()
        case .redo: _ = redo()
        case .lineStart, .lineEnd, .up, .down, .pageUp, .pageDown: return false
        }
        return true
    }
}

extension TextEditor {
    /// What a key does in the field: text is inserted, Enter breaks the line, the rest is `EditCommand`.
    @discardableResult
    public mutating func handle(_ key: Key) -> EditOutcome {
        if let command = EditCommand(key) {
            perform(command)
            return .done
        }
        guard key.modifiers.isEmpty || key.modifiers == .shift else { return .ignored }
        switch key.code {
        case .enter: return insert("\n")
        case .scalar(let value):
            guard let scalar = Unicode.Scalar(value) else { return .ignored }
            return insert(String(Character(scalar)))
        default: return .ignored
        }
    }

    public mutating func perform(_ command: EditCommand) {
        if buffer.perform(command) {
            if command.isMovement { settleMovement() } else { settle() }
            return
        }
        let line = layout.line(of: cursor)
        let page = max(1, size.height - 1)
        switch command {
        case .lineStart: moveInLine(to: layout.lines[line].start)
        case .lineEnd: moveInLine(to: layout.lastPlace(inLine: line))
        case .up: moveLines(-1)
        case .down: moveLines(1)
        case .pageUp: moveLines(-page)
        case .pageDown: moveLines(page)
        default: break
        }
    }

    private mutating func moveInLine(to place: Int) {
        buffer.moveCursor(to: place)
        settleMovement()
    }

    /// Up and down keep to the goal column; above the first line is the beginning, below the last the end.
    private mutating func moveLines(_ count: Int) {
        let line = layout.line(of: cursor)
        let goal = goalColumn ?? layout.column(of: cursor, buffer.glyphs)
        let target = line + count
        if target < 0 && line == 0 {
            buffer.moveCursor(to: 0)
        } else if target >= layout.lines.count && line == layout.lines.count - 1 {
            buffer.moveCursor(to: buffer.glyphs.count)
        } else {
            let reached = min(max(0, target), layout.lines.count - 1)
            buffer.moveCursor(to: layout.place(line: reached, column: goal, buffer.glyphs))
        }
        goalColumn = goal
        reveal()
    }
}

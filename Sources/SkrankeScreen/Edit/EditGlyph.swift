/// One grapheme of an edited text, with its columns reckoned once.
struct EditGlyph: Sendable {
    let character: Character
    /// Columns when drawn; 0 for a line break.
    let width: Int16

    /// Its scalar, if that is a simple one or a line break; else 0.
    let scalar: UInt32

    init(_ character: Character) {
        self.character = character
        let text = String(character)
        if let first = text.unicodeScalars.first, SimpleText.columns(text) == 1 {
            (width, scalar) = (1, first.value)
            return
        }
        scalar = character == "\n" ? 10 : 0
        width = character == "\n" ? 0 : Int16(clamping: TextWidth.of(character))
    }

    var isNewline: Bool { scalar == 10 }
    var isSpace: Bool { scalar == 32 }
    var isWord: Bool { character.isLetter || character.isNumber || character == "_" }
    var scalarCount: Int { scalar != 0 ? 1 : character.unicodeScalars.count }
}

extension EditGlyph: Equatable {
    /// By scalars: canonically equal texts may differ in columns of what is stored.
    static func == (one: EditGlyph, other: EditGlyph) -> Bool {
        one.scalar == other.scalar && one.width == other.width
            && one.character.unicodeScalars.elementsEqual(other.character.unicodeScalars)
    }
}

/// Text on its way into an editor.
enum EditIntake {
    /// Columns that a tab becomes, in spaces.
    static let tab = "    "

    /// Line breaks of all kinds become LF (or a space), tabs spaces; controls and format characters go.
    /// Joiners, variation selectors and tags stay, for they make pictures; a pile of marks is cut.
    static func clean(_ text: String, multiline: Bool) -> String {
        var result = String.UnicodeScalarView()
        var skipsLineFeed = false
        for scalar in text.unicodeScalars {
            let isLineFeed = scalar == "\n"
            if isLineFeed && skipsLineFeed {
                skipsLineFeed = false
                continue
            }
            skipsLineFeed = scalar == "\r"
            switch scalar {
            case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
                result.append(multiline ? "\n" : " ")
            case "\t":
                result.append(contentsOf: multiline ? tab.unicodeScalars : " ".unicodeScalars)
            default:
                if isKept(scalar) { result.append(scalar) }
            }
        }
        return String(result)
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value >= 0x20 }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: return false
        case .format:
            let value = scalar.value
            return value == 0x200C || value == ScalarGroup.joiner || ScalarGroup.isTag(value)
        default: return true
        }
    }

    /// The glyphs of a cleaned text.
    static func glyphs(_ text: String) -> [EditGlyph] {
        text.map { character in
            guard character.utf8.count > ScreenLimits.graphemeScalars,
                character.unicodeScalars.count > ScreenLimits.graphemeScalars
            else { return EditGlyph(character) }
            let kept = character.unicodeScalars.prefix(ScreenLimits.graphemeScalars)
            return EditGlyph(String(String.UnicodeScalarView(kept)).first ?? character)
        }
    }
}

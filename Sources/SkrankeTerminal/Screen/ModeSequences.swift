import SkrankeScreen

/// What we say to the terminal beside ncurses. All of it is ignored where it isn't known.
enum ModeSequences {
    static let beginFrame = "\u{1B}[?2026h"
    static let endFrame = "\u{1B}[?2026l"
    static let bell = "\u{7}"

    /// Bracketed paste, focus, mouse with drag in its SGR form.
    static func enter(mouse: Bool, title: Bool) -> String {
        (title ? "\u{1B}[22;2t" : "") + "\u{1B}[?2004h\u{1B}[?1004h" + (mouse ? "\u{1B}[?1002h\u{1B}[?1006h" : "")
    }

    static func leave(mouse: Bool, title: Bool) -> String {
        (mouse ? "\u{1B}[?1006l\u{1B}[?1002l" : "") + "\u{1B}[?1004l\u{1B}[?2004l" + (title ? "\u{1B}[23;2t" : "")
    }

    static func title(_ text: String) -> String { "\u{1B}]2;\(CellText.title(text))\u{7}" }
}

import SkrankeScreen

/// What we say to the terminal beside ncurses. All of it is ignored where it isn't known.
enum ModeSequences {
    static let beginFrame = "\u{1B}[?2026h"
    static let endFrame = "\u{1B}[?2026l"
    static let bell = "\u{7}"

    /// Bracketed paste, focus, mouse with drag in its SGR form.
    static func enter(mouse: Bool, title: Bool) -> String {
        (title ? "\u{1B}[22;2t" : "") + "\u{1B}[?2004h\u{1B}[?1004h"
            + (mouse ? "\u{1B}[?1002h\u{1B}[?1006h" : "")
    }

    static func leave(mouse: Bool, title: Bool) -> String {
        (mouse ? "\u{1B}[?1006l\u{1B}[?1002l" : "") + "\u{1B}[?1004l\u{1B}[?2004l"
            + (title ? "\u{1B}[23;2t" : "")
    }

    static func title(_ text: String) -> String { "\u{1B}]2;\(CellText.title(text))\u{7}" }

    /// OSC 52. Base64 keeps every byte of the text away from the terminal's own language.
    static func copy(_ text: String) -> String { "\u{1B}]52;c;\(base64(Array(text.utf8.prefix(4096))))\u{7}" }

    private static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            let bits = part.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - part.count))
            for place in 0..<4 {
                let isFiller = place > part.count
                result.append(
                    isFiller ? UInt8(ascii: "=") : letters[Int(bits >> UInt32(18 - 6 * place)) & 63])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

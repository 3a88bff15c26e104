import Foundation

/// Text at the rim: what a citizen wrote, made storable, with nothing lost.
///
/// Line ends become LF, NUL becomes U+FFFD, and the whole is NFC (model §5.5). Every other character,
/// controls included, is kept: it is made harmless where it is shown (law 5).
enum InboundText {
    static func clean(_ text: String) -> String {
        var isPlain = true
        for byte in text.utf8 where byte >= 0x80 || byte == 0 || byte == 13 {
            isPlain = false
            break
        }
        if isPlain { return text }
        var scalars = String.UnicodeScalarView()
        var wasCarriageReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": scalars.append("\n")
            case "\n" where wasCarriageReturn: break
            case "\0": scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
            wasCarriageReturn = scalar == "\r"
        }
        return String(scalars).precomposedStringWithCanonicalMapping
    }

    /// A few characters of what a client sent, for a sentence about it.
    static func shown(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.prefix(40).map { HTML.isHarmful($0) ? "\u{FFFD}" : $0 }))
    }

    /// Nil stays nil, and so does a field that holds nothing.
    static func field(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return clean(text)
    }
}

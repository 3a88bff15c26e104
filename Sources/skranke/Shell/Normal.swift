import Foundation

/// Text as it enters: NFC, line ends as one sign, NUL as U+FFFD, which every store and terminal can hold
/// (craft §4.5). All else is kept, and made harmless where it is shown (law 5). At the rim, where Foundation is.
enum Normal {
    static func form(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": scalars.append("\n")
            case "\n" where wasReturn: break
            case "\0": scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
            wasReturn = scalar == "\r"
        }
        return String(scalars).precomposedStringWithCanonicalMapping
    }
}

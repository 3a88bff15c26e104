import Foundation

/// Text as it enters: NFC, and line ends as one sign (craft §4.5). At the rim, where Foundation is.
enum Normal {
    static func form(_ text: String) -> String {
        text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
            .precomposedStringWithCanonicalMapping
    }
}

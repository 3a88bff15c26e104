import Mustache

/// Escapes text for HTML by scalars.
///
/// The library's own escaping goes by grapheme clusters, so that a quotation mark followed by a combining
/// accent would pass and end an attribute; and it lets controls through. Here controls of C0 (but tab and
/// line feed), DEL, C1 and the bidirectional embeddings, overrides and isolates become U+FFFD: they would
/// do something to the page, and say nothing on it.
enum HTML {
    static func escape(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case "`": result.append(contentsOf: "&#96;".unicodeScalars)
            default: result.append(isHarmful(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }

    static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The content type that every template names in its first line.
    static let contentType = "SKRANKE"

    static func register() { MustacheContentTypes.register(Escaping(), named: contentType) }

    private struct Escaping: MustacheContentType {
        func escapeText(_ text: String) -> String { HTML.escape(text) }
    }
}

import Crypto

/// What the pages load: all from this server, all compiled in.
struct Asset: Sendable {
    var source: String
    var type: String
    var tag: String

    init(_ source: String, _ type: String) {
        self.source = source
        self.type = type
        tag = "\"\(Self.digest(source))\""
    }

    static let all: [String: Asset] = [
        "page.css": Asset(PageStyle.source, "text/css; charset=utf-8"),
        "page.js": Asset(PageScript.source, "text/javascript; charset=utf-8"),
        "hall.css": Asset(HallStyle.source, "text/css; charset=utf-8"),
        "kiosk.js": Asset(KioskScript.source, "text/javascript; charset=utf-8"),
        "display.js": Asset(DisplayScript.source, "text/javascript; charset=utf-8"),
        "icon.svg": Asset(PageIcon.source, "image/svg+xml"),
    ]

    /// Changes with any of them, so that a new program never meets an old page's cache.
    static let stamp = digest(all.sorted { $0.key < $1.key }.map(\.value.tag).joined())

    private static func digest(_ text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).prefix(6).map { byte in
            let hex = String(byte, radix: 16)
            return hex.utf8.count == 1 ? "0" + hex : hex
        }.joined()
    }
}

/// A counter's sign: two speech bubbles.
enum PageIcon {
    static let source = #"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8"
          fill="#0b5566"/>
        <path d="M7 9h13a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-7l-4 4v-4H7a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2z"
          fill="#fff"/>
        <path d="M24 13h1a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2v3l-3-3h-6l2-2h4a2 2 0 0 0 2-2z" fill="#9fd3de"/></svg>

        """#
}

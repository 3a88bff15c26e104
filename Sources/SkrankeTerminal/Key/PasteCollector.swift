/// Collects a bracketed paste until its end, `ESC [ 201 ~`, split anywhere. ESC bytes inside belong to it.
struct PasteCollector {
    private static let end: [UInt8] = Array("\u{1B}[201~".utf8)

    private var bytes: [UInt8] = []
    private var matched = 0
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// The text, as soon as the paste is complete.
    mutating func take(_ byte: UInt8) -> String? {
        if byte == Self.end[matched] {
            matched += 1
            return matched == Self.end.count ? finish() : nil
        }
        // Only its first byte, ESC, can begin the end anew.
        for held in Self.end[..<matched] { keep(held) }
        matched = byte == Self.end[0] ? 1 : 0
        if matched == 0 { keep(byte) }
        return nil
    }

    /// What came so far, when the terminal never sends the end.
    mutating func finish() -> String {
        defer {
            bytes = []
            matched = 0
        }
        if bytes.count == limit { dropPartialScalar() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func keep(_ byte: UInt8) {
        if bytes.count < limit { bytes.append(byte) }
    }

    /// A paste that was cut at the limit must not end in half a character.
    private mutating func dropPartialScalar() {
        var tail = bytes.count
        while tail > 0, bytes.count - tail < 3, bytes[tail - 1] & 0xC0 == 0x80 { tail -= 1 }
        guard tail > 0, bytes[tail - 1] >= 0xC0 else { return }
        let lead = bytes[tail - 1]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        if bytes.count - tail + 1 < length { bytes.removeLast(bytes.count - tail + 1) }
    }
}

/// `value` in decimal with leading zeros up to `width` digits; a sign comes on top.
func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (value < 0 ? "-" : "") + zeros + digits
}

/// Reads ASCII text from left to right; nothing is consumed where nothing fits.
struct DigitReader {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var atEnd: Bool { position == bytes.count }

    /// Exactly `count` digits as a number.
    mutating func digits(_ count: Int) -> Int? {
        guard position + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + count] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        position += count
        return value
    }

    /// The next byte, where it is one of `set`.
    mutating func one(of set: String) -> UInt8? {
        guard position < bytes.count, set.utf8.contains(bytes[position]) else { return nil }
        position += 1
        return bytes[position - 1]
    }
}

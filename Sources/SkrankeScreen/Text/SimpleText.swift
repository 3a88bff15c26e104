/// Text of which every scalar is one grapheme in one column: printable ASCII, Latin up to U+02FF, dashes,
/// quotes and the ellipsis (U+2010...2027). Nearly all that a Norwegian desk writes is such text, and its
/// bytes can be counted and cut without forming graphemes.
enum SimpleText {
    /// Columns of a text that is simple, nil of another.
    static func columns(_ text: String) -> Int? { columns(text.utf8Span.span, from: 0, to: text.utf8.count) }

    /// Columns of the bytes from an offset to another; both are scalar boundaries of valid UTF-8.
    static func columns(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var columns = 0
        var index = start
        while index < end {
            let length = length(bytes, index)
            if length == 0 { return nil }
            index += length
            columns += 1
        }
        return columns
    }

    /// Bytes of the simple scalar at an offset, 0 if the scalar there is not simple.
    static func length(_ bytes: Span<UInt8>, _ index: Int) -> Int {
        let lead = bytes[index]
        if lead < 0x80 { return lead >= 0x20 && lead != 0x7F ? 1 : 0 }
        switch lead {
        case 0xC3...0xCB: return 2
        case 0xC2:
            let second = bytes[index + 1]
            return second >= 0xA0 && second != 0xAD ? 2 : 0
        case 0xE2:
            let third = bytes[index + 2]
            return bytes[index + 1] == 0x80 && third >= 0x90 && third <= 0xA7 ? 3 : 0
        default: return 0
        }
    }

    /// The simple scalar of so many bytes at an offset.
    static func scalar(_ bytes: Span<UInt8>, _ index: Int, length: Int) -> UInt32 {
        let lead = UInt32(bytes[index])
        switch length {
        case 1: return lead
        case 2: return (lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
        default: return 0x2000 | UInt32(bytes[index + 2] & 0x3F)
        }
    }
}

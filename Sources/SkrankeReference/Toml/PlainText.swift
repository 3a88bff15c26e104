/// Which characters data files may hold: what is refused here can never reach a terminal (law 5).
enum PlainText {
    /// C0 and C1 controls but the line feed, DEL, line and paragraph separators, bidirectional
    /// controls, byte order marks, and scalars that are no characters.
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0...0x1F, 0x7F...0x9F: true
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        case 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    static func hasForbidden(_ text: String) -> Bool {
        maybeForbidden(text.utf8) && text.unicodeScalars.contains(where: isForbidden)
    }

    /// A quick look that never misses one, and is seldom wrong on Norwegian text: whether the bytes hold
    /// what a forbidden scalar may begin with. Launch counts milliseconds.
    static func maybeForbidden(_ bytes: some Sequence<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for byte in bytes {
            switch byte {
            case 0x20...0x7E, 0x0A, 0xC2...0xC7, 0xE2: break
            case 0x80...0x9F where previous == 0xC2, 0x80...0x81 where previous == 0xE2: return true
            case 0x80...0xBF: break
            default: return true
            }
            previous = byte
        }
        return false
    }
}

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
}

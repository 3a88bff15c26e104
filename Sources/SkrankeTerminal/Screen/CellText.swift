import SkrankeScreen

/// The last line of defence (DESIGN law 5): whatever a cell holds, no control, bidirectional or
/// zero-width character reaches the terminal. Text is cleaned where cells are written; a fault there
/// shows as `·` and does no harm.
public enum CellText {
    /// Shown in place of what must not be shown.
    public static let substitute: UInt32 = 0xB7

    /// Whether a scalar may reach a terminal at all.
    public static func isAllowed(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x61B: return true
        case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x180E: return false
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: return false
        case 0xD800...0xDFFF, 0xFE00...0xFE0F, 0xFFF0...0xFFFB, 0xFDD0...0xFDEF: return false
        case 0xE0000...0xE0FFF: return false
        default: return scalar <= 0x10FFFF && scalar & 0xFFFE != 0xFFFE
        }
    }

    /// A window title: what is allowed, one line, at most 120 characters.
    static func title(_ text: String) -> String {
        let allowed = text.unicodeScalars.lazy.filter { isAllowed($0.value) }
        return String(String.UnicodeScalarView(allowed.prefix(120)))
    }
}

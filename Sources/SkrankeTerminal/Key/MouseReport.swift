import SkrankeScreen

/// Reports of the mouse: SGR (mode 1006) and, where a terminal knows no other, the old three bytes.
enum MouseReport {
    /// `ESC [ < button ; column ; row M` (press, drag, wheel) or `m` (release); columns and rows from 1.
    static func sgr(_ parameters: [[Int]], final: UInt8) -> Mouse? {
        let isMouse = final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
        guard parameters.count == 3, isMouse else { return nil }
        return mouse(
            bits: parameters[0][0], column: parameters[1][0], row: parameters[2][0],
            released: final == UInt8(ascii: "m"))
    }

    /// `ESC [ M` and three bytes, each 32 too high; a release does not tell which button.
    static func old(_ bytes: [UInt8]) -> Mouse? {
        guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
        let bits = Int(bytes[0]) - 32
        let isRelease = bits & 0b1110_0011 == 3
        return mouse(
            bits: isRelease ? bits & ~3 : bits, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32,
            released: isRelease)
    }

    private static func mouse(bits: Int, column: Int, row: Int, released: Bool) -> Mouse? {
        let places = 1...10_000
        guard bits >= 0, bits < 128, places.contains(column), places.contains(row) else { return nil }
        guard let action = action(bits, released) else { return nil }
        var modifiers: Key.Modifiers = []
        if bits & 4 != 0 { modifiers.insert(.shift) }
        if bits & 8 != 0 { modifiers.insert(.alt) }
        if bits & 16 != 0 { modifiers.insert(.control) }
        let button = bits & 64 != 0 ? 0 : bits & 3
        return Mouse(
            action: action, button: button, at: Point(x: column - 1, y: row - 1), modifiers: modifiers)
    }

    private static func action(_ bits: Int, _ released: Bool) -> Mouse.Action? {
        switch (bits & 64 != 0, bits & 3) {
        case (true, 0): released ? nil : .wheelUp
        case (true, 1): released ? nil : .wheelDown
        // Wheels that turn sideways, and movement without a button.
        case (true, _), (false, 3): nil
        default: released ? .release : bits & 32 != 0 ? .drag : .press
        }
    }
}

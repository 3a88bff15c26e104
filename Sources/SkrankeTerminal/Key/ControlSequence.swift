import SkrankeScreen

/// A CSI sequence as it comes in: parameters and intermediates, with a limit on what is kept.
struct ControlSequence {
    /// Longer ones are read to their end and dropped.
    static let limit = 64

    private(set) var bytes: [UInt8] = []
    private(set) var isTooLong = false

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        isTooLong = false
    }

    mutating func append(_ byte: UInt8) {
        if bytes.count < Self.limit { bytes.append(byte) } else { isTooLong = true }
    }

    var isEmpty: Bool { bytes.isEmpty && !isTooLong }
    /// `?`, `<`, `>` or `=`: the sequence belongs to a dialect, replies mostly.
    var dialect: UInt8? { bytes.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil } }
    var isDigitsOnly: Bool { !bytes.isEmpty && !isTooLong && bytes.allSatisfy { (0x30...0x39).contains($0) } }

    /// Parameters, each with its colon-separated parts; a missing one is 0. nil when it isn't well formed.
    var parameters: [[Int]]? {
        guard !isTooLong else { return nil }
        var result: [[Int]] = [[0]]
        for byte in dialect == nil ? bytes[...] : bytes.dropFirst() {
            switch byte {
            case 0x30...0x39:
                let value = result[result.count - 1][result[result.count - 1].count - 1]
                result[result.count - 1][result[result.count - 1].count - 1] =
                    min(value * 10 + Int(byte - 0x30), 1_000_000)
            case 0x3A: result[result.count - 1].append(0)
            case 0x3B: result.append([0])
            default: return nil
            }
        }
        return result
    }
}

/// What the final byte of a CSI or SS3 sequence means.
enum FinalByte {
    /// The event of a CSI sequence, nil for replies and for what we don't know: it is swallowed.
    static func event(_ sequence: ControlSequence, final: UInt8) -> InputEvent? {
        if sequence.dialect == UInt8(ascii: "<") {
            return MouseReport.sgr(sequence.parameters ?? [], final: final).map(InputEvent.mouse)
        }
        guard sequence.dialect == nil else { return nil }
        if sequence.isEmpty, final == UInt8(ascii: "I") { return .focus(true) }
        if sequence.isEmpty, final == UInt8(ascii: "O") { return .focus(false) }
        guard let parameters = sequence.parameters else { return nil }
        return key(parameters, final: final).map(InputEvent.key)
    }

    /// The key of `ESC O` and a final byte; application mode and keypads.
    static func applicationKey(_ final: UInt8, modifier: Int) -> Key? {
        let modifiers = modifiers(modifier)
        if let code = letter(final) { return Key(code, modifiers) }
        switch final {
        case UInt8(ascii: "M"): return Key(.enter, modifiers)
        case UInt8(ascii: "I"): return Key(.tab, modifiers)
        case UInt8(ascii: " "), UInt8(ascii: "X"):
            return Key(.scalar(final == 0x20 ? 0x20 : 0x3D), modifiers)
        case UInt8(ascii: "j")...UInt8(ascii: "y"): return Key(.scalar(UInt32(final) - 0x40), modifiers)
        case UInt8(ascii: "a")...UInt8(ascii: "d"):
            return letter(final - 0x20).map { Key($0, modifiers.union(.control)) }
        default: return nil
        }
    }

    /// xterm's modifier parameter: 1 + shift, alt, control, meta.
    static func modifiers(_ parameter: Int) -> Key.Modifiers {
        guard parameter > 1, parameter <= 256 else { return [] }
        let bits = parameter - 1
        var result: Key.Modifiers = []
        if bits & 1 != 0 { result.insert(.shift) }
        if bits & 2 != 0 { result.insert(.alt) }
        if bits & 4 != 0 { result.insert(.control) }
        return result
    }

    private static func key(_ parameters: [[Int]], final: UInt8) -> Key? {
        let modifiers = modifiers(parameters.count > 1 ? parameters[1][0] : 1)
        switch final {
        case UInt8(ascii: "~"): return tilde(parameters, modifiers)
        case UInt8(ascii: "u"): return unicode(parameters, modifiers)
        case UInt8(ascii: "Z"): return Key(.backTab, modifiers.subtracting(.shift))
        // rxvt: $ shift, ^ control, @ both.
        case UInt8(ascii: "$"): return numbered(parameters[0][0]).map { Key($0, .shift) }
        case UInt8(ascii: "^"): return numbered(parameters[0][0]).map { Key($0, .control) }
        case UInt8(ascii: "@"): return numbered(parameters[0][0]).map { Key($0, [.shift, .control]) }
        case UInt8(ascii: "a")...UInt8(ascii: "d"):
            return parameters == [[0]] ? letter(final - 0x20).map { Key($0, .shift) } : nil
        default:
            // `1;5P` is Ctrl+F1; `24;80R` is a report of the cursor and no key.
            let known = parameters.count <= 2 && parameters[0][0] <= 1
            return known ? letter(final).map { Key($0, modifiers) } : nil
        }
    }

    private static func letter(_ final: UInt8) -> Key.Code? {
        switch final {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final) - 0x4F)
        default: nil
        }
    }

    private static func tilde(_ parameters: [[Int]], _ modifiers: Key.Modifiers) -> Key? {
        // xterm's modifyOtherKeys: 27;modifiers;code~
        if parameters.count == 3, parameters[0][0] == 27 { return scalar(parameters[2][0], modifiers) }
        return parameters.count <= 2 ? numbered(parameters[0][0]).map { Key($0, modifiers) } : nil
    }

    private static func numbered(_ number: Int) -> Key.Code? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23...26: .function(number - 12)
        case 28, 29: .function(number - 13)
        case 31...34: .function(number - 14)
        default: nil
        }
    }

    /// Kitty's protocol: code;modifiers:kind u. A release (kind 3) is no key press.
    private static func unicode(_ parameters: [[Int]], _ modifiers: Key.Modifiers) -> Key? {
        if parameters.count > 1, parameters[1].count > 1, parameters[1][1] == 3 { return nil }
        return scalar(parameters[0][0], modifiers)
    }

    private static func scalar(_ code: Int, _ modifiers: Key.Modifiers) -> Key? {
        switch code {
        case 9:
            return modifiers.contains(.shift)
                ? Key(.backTab, modifiers.subtracting(.shift)) : Key(.tab, modifiers)
        case 13: return Key(.enter, modifiers)
        case 27: return Key(.escape, modifiers)
        case 8, 127: return Key(.backspace, modifiers)
        // Kitty keeps its keys without a character in the private use area.
        case 57344...63743: return nil
        default:
            guard code >= 0x20, !(0x7F...0x9F).contains(code), let value = Unicode.Scalar(UInt32(code))
            else { return nil }
            return Key(.scalar(value.value), modifiers)
        }
    }
}

/// What a terminal was sent, taken apart: the program's own sequences, and the text between them.
struct TerminalBytes {
    /// Kinds of sequence with their numbers left out: `[m`, `[?h`, `(B`.
    private(set) var kinds: Set<String> = []
    private(set) var findings: [String] = []
    private(set) var text = ""

    private static let plainControls: Set<UInt32> = [0x08, 0x0A, 0x0D]

    init(_ bytes: [UInt8]) {
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == "\u{1B}" {
                index = sequence(scalars, from: index + 1)
            } else {
                take(scalar, scalars, index)
                index += 1
            }
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar, _ scalars: [Unicode.Scalar], _ index: Int) {
        let value = scalar.value
        let isControl = value < 0x20 || (0x7F...0x9F).contains(value)
        if isControl, !Self.plainControls.contains(value) { find("control \(value)", scalars, index) }
        if HostileTexts.bidirectional.contains(value) { find("bidirectional \(value)", scalars, index) }
        if value == 0x2028 || value == 0x2029 { find("line separator", scalars, index) }
        text.unicodeScalars.append(scalar)
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == ":" || scalar.properties.isAlphabetic
            || scalar.properties.numericType != nil
    }

    /// Returns the index after the sequence.
    private mutating func sequence(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        guard start < scalars.count else { return start }
        switch scalars[start] {
        case "[":
            var end = start + 1
            while end < scalars.count, !(0x40...0x7E).contains(scalars[end].value) { end += 1 }
            guard end < scalars.count else { return end }
            var kind = ""
            kind.unicodeScalars.append(contentsOf: scalars[start...end])
            if kind.contains(HostileTexts.mark) { find("foreign sequence \(kind)", scalars, start) }
            kinds.insert(kind.filter { !$0.isNumber && $0 != ";" })
            return end + 1
        case "(", ")":
            var kind = ""
            kind.unicodeScalars.append(contentsOf: scalars[start...min(start + 1, scalars.count - 1)])
            kinds.insert(kind)
            return start + 2
        case "]" where scalars[start...].starts(with: "]2;Skranke: ".unicodeScalars):
            // The window's title: our own words and a number, up to the bell that ends it.
            let end = scalars[start...].firstIndex { $0 == "\u{7}" } ?? scalars.count
            let title = scalars[(start + 3)..<end]
            if title.count > 30 || !title.allSatisfy(Self.isPlain) { find("title", scalars, start) }
            kinds.insert("]2;")
            return end + 1
        case "]", "P", "_", "^", "X", "N", "O", "#", "c", "%":
            find("ESC \(scalars[start])", scalars, start)
            return start + 1
        default:
            kinds.insert(String(Character(scalars[start])))
            return start + 1
        }
    }

    private mutating func find(_ what: String, _ scalars: [Unicode.Scalar], _ index: Int) {
        guard findings.count < 20 else { return }
        let near = scalars[max(0, index - 20)..<min(scalars.count, index + 20)]
        findings.append(what + " near " + near.map { $0.escaped(asASCII: true) }.joined())
    }
}

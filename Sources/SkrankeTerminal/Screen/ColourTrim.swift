/// Says the same with fewer bytes: ncurses sends each change of colours and attributes in pieces, with the
/// character set that is in force anyway (`ESC ( B ESC [ 0 ; 1 m ESC [ 38 ; 5 ; 221 m ...`); here a run of
/// them becomes one sequence that holds only what changes, a sixth of a key's bytes (DESIGN §6).
///
/// Bytes in, bytes out; what it does not know goes through as it is. Uses no sequence that ncurses did not
/// use: attributes go by the reset, never by switches that a terminal may not have.
struct ColourTrim {
    /// As the terminal has it; nil while that is not known.
    private var shown: Rendition?
    /// The character set in force is US-ASCII's.
    private var isASCII = false

    /// Changes of colour that stand together.
    private struct Run {
        var start: Int
        /// What they come to.
        var wanted: Rendition?
    }

    /// Nothing is known any more: somebody else wrote, or the terminal was left.
    mutating func forget() {
        shown = nil
        isASCII = false
    }

    mutating func trim(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var run: Run?
        var place = 0
        while place < bytes.count {
            if bytes[place] == 0x1B, let end = sequence(bytes, place, &run) {
                place = end
                continue
            }
            close(&run, bytes, place, &out)
            out.append(bytes[place])
            place += 1
        }
        close(&run, bytes, place, &out)
        return out
    }

    /// The end of a sequence that belongs to a run, which it joins; nil where it is something else.
    private mutating func sequence(
        _ bytes: [UInt8], _ start: Int, _ run: inout Run?
    ) -> Int? {
        guard start + 2 < bytes.count else { return nil }
        if bytes[start + 1] == UInt8(ascii: "(") {
            guard bytes[start + 2] == UInt8(ascii: "B"), isASCII else {
                isASCII = bytes[start + 2] == UInt8(ascii: "B")
                return nil
            }
            run = run ?? Run(start: start, wanted: shown)
            return start + 3
        }
        guard bytes[start + 1] == UInt8(ascii: "["), let (numbers, end) = Self.numbers(bytes, start + 2)
        else { return nil }
        var joined = run ?? Run(start: start, wanted: shown)
        guard Rendition.apply(numbers, to: &joined.wanted) else {
            // What came before it goes as it is, and what it made of that is not known.
            run?.wanted = nil
            shown = nil
            return nil
        }
        run = joined
        return end
    }

    /// Sends the run in the shorter of both forms.
    private mutating func close(
        _ run: inout Run?, _ bytes: [UInt8], _ end: Int, _ out: inout [UInt8]
    ) {
        guard let ended = run else { return }
        run = nil
        let raw = bytes[ended.start..<end]
        defer { shown = ended.wanted }
        guard let wanted = ended.wanted else { return out.append(contentsOf: raw) }
        let short = wanted.sequence(after: shown)
        if short.count < raw.count { out += short } else { out.append(contentsOf: raw) }
    }

    /// The numbers of `ESC [ ... m`, and where it ends; nil for what is anything else.
    private static func numbers(_ bytes: [UInt8], _ start: Int) -> ([Int], end: Int)? {
        var numbers = [0]
        for place in start..<min(start + 64, bytes.count) {
            switch bytes[place] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let number = numbers.removeLast() * 10 + Int(bytes[place] - UInt8(ascii: "0"))
                guard number < 10_000 else { return nil }
                numbers.append(number)
            case UInt8(ascii: ";"): numbers.append(0)
            case UInt8(ascii: "m"): return (numbers, place + 1)
            default: return nil
            }
        }
        return nil
    }
}

/// Attributes and colours as SGR numbers them (ECMA-48 §8.3.117, and xterm's 256 colours).
private struct Rendition: Equatable {
    /// Bit n for attribute n: 1 bold, 2 dim, 3 italic, 4 underline, 5 blink, 7 reverse, 8 hidden, 9 struck.
    var attributes: UInt16 = 0
    /// 0 = the terminal's own; 30-37, 90-97; of the 256 the number and `palette`.
    var front = 0
    /// The same with 40-47, 100-107.
    var back = 0

    static let palette = 1_000

    /// Changes `look`, nil where that stays unknown. False for a number that is not known here.
    static func apply(_ numbers: [Int], to look: inout Rendition?) -> Bool {
        var rest = numbers[...]
        var new = look
        while let number = rest.popFirst() {
            switch number {
            case 0: new = Rendition()
            case 1...5, 7...9: new?.attributes |= 1 << UInt16(number)
            case 22: new?.attributes &= ~0b110
            case 23...25, 27...29: new?.attributes &= ~(1 << UInt16(number - 20))
            case 30...37, 90...97: new?.front = number
            case 40...47, 100...107: new?.back = number
            case 39: new?.front = 0
            case 49: new?.back = 0
            case 38, 48:
                guard rest.popFirst() == 5, let colour = rest.popFirst(), colour < 256 else { return false }
                if number == 38 { new?.front = palette + colour } else { new?.back = palette + colour }
            default: return false
            }
        }
        look = new
        return true
    }

    /// What makes a terminal that shows `before` show this; nothing where it does.
    func sequence(after before: Rendition?) -> [UInt8] {
        if before == self { return [] }
        if self == Rendition() { return Array("\u{1B}[m".utf8) }
        var from = before ?? Rendition()
        var parts: [String] = []
        // An attribute that ends, ends with all the rest.
        if before == nil || from.attributes & ~attributes != 0 {
            from = Rendition()
            parts.append("0")
        }
        for number in 1...9 where (attributes & ~from.attributes) >> UInt16(number) & 1 == 1 {
            parts.append(String(number))
        }
        if front != from.front { parts.append(Self.words(front, own: 39, palette: 38)) }
        if back != from.back { parts.append(Self.words(back, own: 49, palette: 48)) }
        return Array("\u{1B}[\(parts.joined(separator: ";"))m".utf8)
    }

    private static func words(_ colour: Int, own: Int, palette number: Int) -> String {
        colour == 0 ? String(own) : colour < palette ? String(colour) : "\(number);5;\(colour - palette)"
    }
}

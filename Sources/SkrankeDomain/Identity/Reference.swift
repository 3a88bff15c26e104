/// The reference that a citizen gets and can read out over the telephone, e.g. `H26-004217-X` (model §5.9).
///
/// Two digits of the year, six digits of the year's running number, and a check character: the sum
/// of digit times weight (2 to 9, left to right over the eight digits) modulo 19, looked up in
/// `BCDFGHJKLMNPRSTVWXZ`. As 19 is prime and the weights differ by one, every wrong digit and every
/// pair of swapped neighbours changes the character; as there are no vowels, it forms no words.
public struct PublicReference: Hashable, Comparable, Sendable {
    /// 2000...2099
    public let year: Int
    /// The running number within the year, 1...999 999.
    public let number: Int

    /// The reference of the year's `number`-th inquiry, or nil outside of the ranges above.
    public init?(year: Int, number: Int) {
        guard (2_000...2_099).contains(year), (1...999_999).contains(number) else { return nil }
        self.year = year
        self.number = number
    }

    /// The character that betrays a wrong digit.
    public var checkCharacter: Character {
        Self.checkCharacter(digits: year % 100 * 1_000_000 + number)
    }

    /// As it is printed: `H26-004217-X`.
    public var text: String {
        "H\(padded(year % 100, to: 2))-\(padded(number, to: 6))-\(checkCharacter)"
    }

    /// As it is said within its year: `4217-X`.
    public var short: String { "\(number)-\(checkCharacter)" }

    public static func < (a: PublicReference, b: PublicReference) -> Bool {
        (a.year, a.number) < (b.year, b.number)
    }
}

extension PublicReference: CustomStringConvertible {
    public var description: String { text }
}

/// Why a text is no reference.
public enum ReferenceFault: Error, Hashable, Sendable {
    /// It does not have the shape `H26-004217-X`.
    case malformed
    /// The shape is right, but a digit or the check character must have been misread.
    case wrongCheckCharacter
}

extension PublicReference {
    /// The reference that `text` means, or nil; see `parse(_:)`.
    public init?(_ text: String) {
        guard let parsed = try? Self.parse(text) else { return nil }
        self = parsed
    }

    /// Reads a reference as people type it: any case, with or without dashes (of any kind), spaces and
    /// dots, with or without the leading H.
    public static func parse(_ text: String) throws(ReferenceFault) -> PublicReference {
        var symbols = try Self.symbols(of: text)
        if symbols.first == UInt8(ascii: "H") { symbols.removeFirst() }
        guard symbols.count == 9, let check = symbols.popLast(), let digits = number(symbols),
            let reference = PublicReference(year: 2_000 + digits / 1_000_000, number: digits % 1_000_000)
        else { throw .malformed }
        return try reference.checked(check)
    }

    /// Reads what an agent types within a year: `4217-X`, `4217x`, `004217 X`.
    public static func parse(short text: String, year: Int) throws(ReferenceFault) -> PublicReference {
        var symbols = try Self.symbols(of: text)
        if symbols.first == UInt8(ascii: "H") { symbols.removeFirst() }
        guard (2...7).contains(symbols.count), let check = symbols.popLast(), let digits = number(symbols),
            let reference = PublicReference(year: year, number: digits)
        else { throw .malformed }
        return try reference.checked(check)
    }

    private func checked(_ character: UInt8) throws(ReferenceFault) -> PublicReference {
        guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(character) else { throw .malformed }
        guard Character(UnicodeScalar(character)) == checkCharacter else { throw .wrongCheckCharacter }
        return self
    }

    private static let alphabet = Array("BCDFGHJKLMNPRSTVWXZ")

    private static func checkCharacter(digits: Int) -> Character {
        var rest = digits
        var sum = 0
        for weight in stride(from: 9, through: 2, by: -1) {
            sum += rest % 10 * weight
            rest /= 10
        }
        return alphabet[sum % alphabet.count]
    }

    /// Capital letters and digits of the text; separators are dropped, all else is a fault.
    static func symbols(of text: String) throws(ReferenceFault) -> [UInt8] {
        var symbols: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A: symbols.append(UInt8(scalar.value))
            case 0x61...0x7A: symbols.append(UInt8(scalar.value - 32))
            // Space, tab, line ends, dot, hyphen-minus, no-break space, the dashes U+2010...2015, minus.
            case 0x20, 0x09, 0x0A, 0x0D, 0x2E, 0x2D, 0xA0, 0x2010...0x2015, 0x202F, 0x2212: continue
            default: throw .malformed
            }
            if symbols.count > 10 { throw .malformed }
        }
        return symbols
    }

    static func number(_ digits: [UInt8]) -> Int? {
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return digits.isEmpty ? nil : value
    }
}

extension PublicReference: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let reference = PublicReference(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected H26-004217-X")
        }
        self = reference
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

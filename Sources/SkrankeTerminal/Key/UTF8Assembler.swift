/// Puts scalars together from bytes that come in pieces. What is not UTF-8 becomes U+FFFD, one for each
/// maximal part that could have begun a scalar (Unicode §3.9), so nothing that was typed is lost silently.
struct UTF8Assembler {
    private var scalar: UInt32 = 0
    private var missing = 0
    private var lower: UInt8 = 0x80
    private var upper: UInt8 = 0xBF

    static let replacement: UInt32 = 0xFFFD

    enum Step: Equatable {
        /// More bytes are needed.
        case more
        case scalar(UInt32)
        /// What came so far was no scalar; the byte has to be looked at again.
        case brokenAgain
        case broken
    }

    var isInside: Bool { missing > 0 }

    mutating func take(_ byte: UInt8) -> Step {
        guard isInside else { return begin(byte) }
        guard byte >= lower, byte <= upper else {
            missing = 0
            return .brokenAgain
        }
        lower = 0x80
        upper = 0xBF
        scalar = scalar << 6 | UInt32(byte & 0x3F)
        missing -= 1
        return missing == 0 ? .scalar(scalar) : .more
    }

    mutating func reset() { missing = 0 }

    /// The bounds of the second byte keep out overlong forms, surrogates and what lies above U+10FFFF.
    private mutating func begin(_ byte: UInt8) -> Step {
        lower = 0x80
        upper = 0xBF
        switch byte {
        case 0..<0x80: return .scalar(UInt32(byte))
        case 0xC2...0xDF: expect(1, UInt32(byte & 0x1F))
        case 0xE0...0xEF:
            expect(2, UInt32(byte & 0x0F))
            if byte == 0xE0 { lower = 0xA0 }
            if byte == 0xED { upper = 0x9F }
        case 0xF0...0xF4:
            expect(3, UInt32(byte & 0x07))
            if byte == 0xF0 { lower = 0x90 }
            if byte == 0xF4 { upper = 0x8F }
        default: return .broken
        }
        return .more
    }

    private mutating func expect(_ count: Int, _ bits: UInt32) {
        missing = count
        scalar = bits
    }
}

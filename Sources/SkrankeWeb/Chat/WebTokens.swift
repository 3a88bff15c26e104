import Crypto
import SkrankeDomain

/// A citizen's tokens: HMAC-SHA256 over purpose and inquiry, so that nothing is stored, nothing can be
/// guessed, and a status link opens nothing but the status page (DESIGN §5).
///
/// A token is 64 characters of base64url: the inquiry's 16 bytes and the code's 32.
public struct WebTokens: Sendable {
    public enum Purpose: String, Sendable, CaseIterable {
        /// Reads and writes one chat.
        case chat = "skranke/chat/1"
        /// Reads the status page of one inquiry.
        case status = "skranke/status/1"
        /// Moves and cancels one appointment.
        case booking = "skranke/booking/1"
    }

    static let length = 64
    private let key: SymmetricKey

    /// - Parameter key: at least 32 random bytes, the same for every process and run of a store.
    /// - Throws: `WebFault.weakKey`.
    public init(key: [UInt8]) throws(WebFault) {
        guard key.count >= 32 else { throw .weakKey }
        self.key = SymmetricKey(data: key)
    }

    public func token(_ purpose: Purpose, for inquiry: InquiryID) -> String {
        let id = Self.bytes(inquiry)
        let code = HMAC<SHA256>.authenticationCode(for: Self.signed(purpose, id), using: key)
        return Base64URL.encode(id + Array(code))
    }

    /// The path of the page behind a receipt's link, from the server's root.
    public func statusPath(for inquiry: InquiryID) -> String { "/status/" + token(.status, for: inquiry) }

    /// The inquiry that the token opens; nil for a forged one or one of another purpose. Constant time.
    public func inquiry(of token: some StringProtocol, _ purpose: Purpose) -> InquiryID? {
        guard token.utf8.count == Self.length, let bytes = Base64URL.decode(token) else { return nil }
        let id = Array(bytes[..<16])
        guard
            HMAC<SHA256>.isValidAuthenticationCode(
                bytes[16...], authenticating: Self.signed(purpose, id), using: key)
        else { return nil }
        let halves = (Self.number(id[..<8]), Self.number(id[8...]))
        return InquiryID(Identifier(high: halves.0, low: halves.1))
    }

    static let codeLength = 6

    /// The page behind a booking, from the server's root.
    public func bookingPath(for inquiry: InquiryID) -> String {
        "/booking/" + token(.booking, for: inquiry)
    }

    /// Six digits that a booked visitor types at the kiosk. Guessing is what its rate limit is for; whoever
    /// guesses right has checked somebody in, and sees no name.
    public func code(for inquiry: InquiryID) -> String {
        let bytes = Array("skranke/check-in/1".utf8) + [0] + Self.bytes(inquiry)
        let code = Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
        let digits = String(Self.number(code[..<8]) % 1_000_000)
        return String(repeating: "0", count: Self.codeLength - digits.utf8.count) + digits
    }

    private static func signed(_ purpose: Purpose, _ id: [UInt8]) -> [UInt8] {
        Array(purpose.rawValue.utf8) + [0] + id
    }

    private static func bytes(_ inquiry: InquiryID) -> [UInt8] {
        [inquiry.value.high, inquiry.value.low].flatMap { half in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> UInt64($0)) }
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// Base64 with the alphabet that needs no escaping in a URL, without padding; whole groups only.
enum Base64URL {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// `bytes` in groups of three.
    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count / 3 * 4)
        for start in stride(from: 0, to: bytes.count - 2, by: 3) {
            let group = UInt32(bytes[start]) << 16 | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2])
            for shift in [18, 12, 6, 0] as [UInt32] { text.append(alphabet[Int(group >> shift & 63)]) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil for any other character and for a length that is no multiple of four.
    static func decode(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        var group: UInt32 = 0
        var count = 0
        for byte in text.utf8 {
            guard let value = value(byte) else { return nil }
            group = group << 6 | value
            count += 1
            if count == 4 {
                bytes += [UInt8(group >> 16 & 255), UInt8(group >> 8 & 255), UInt8(group & 255)]
                (group, count) = (0, 0)
            }
        }
        return count == 0 ? bytes : nil
    }

    private static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - 65)
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - 71)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) + 4
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}

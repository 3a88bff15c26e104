import Crypto
import SkrankeDomain

/// The signed word in the address that citizens reply to: `desk+<reference>.<mark>@municipality`. It survives
/// a changed subject and cannot be guessed, so a reply finds its inquiry and nobody else's (R140, lessons 66).
public struct ReplyToken: Sendable {
    private let key: SymmetricKey

    /// - Parameter key: at least 32 bytes, kept in the store's folder.
    public init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

    /// The address's part behind `+`: lower case, letters, digits, `-` and `.`, which every server carries.
    public func tag(_ reference: PublicReference) -> String {
        let word = reference.text.lowercased()
        return word + "." + mark(word)
    }

    /// The reference whose tag this is; nil for one that was forged or torn.
    public func reference(tag: String) -> PublicReference? {
        let tag = tag.lowercased()
        guard let dot = tag.lastIndex(of: ".") else { return nil }
        let (word, given) = (String(tag[..<dot]), String(tag[tag.index(after: dot)...]))
        guard given.utf8.count == Self.letters, constantTimeEqual(given, mark(word)) else { return nil }
        return PublicReference(word.uppercased())
    }

    /// The tag in an address, where it has one.
    public static func tag(in address: String) -> String? {
        guard let at = address.lastIndex(of: "@"), let plus = address[..<at].firstIndex(of: "+") else {
            return nil
        }
        return String(address[address.index(after: plus)..<at])
    }

    /// The tag in an address that is our own but for it; nil in anybody else's.
    public static func tag(in address: String, of own: String, delimiter: Character) -> String? {
        let (address, own) = (address.lowercased(), own.lowercased())
        guard let at = own.lastIndex(of: "@"), address.hasSuffix(own[at...]) else { return nil }
        let local = address.dropLast(own[at...].count)
        let start = own[..<at] + String(delimiter)
        guard local.hasPrefix(start), local.count > start.count else { return nil }
        return String(local.dropFirst(start.count))
    }

    private static let letters = 16

    private func mark(_ word: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(("reply/" + word).utf8), using: key)
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
        return String(code.prefix(Self.letters).map { alphabet[Int($0) & 31] })
    }

    private func constantTimeEqual(_ one: String, _ other: String) -> Bool {
        zip(one.utf8, other.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

import Crypto

/// Names for bytes and for addresses.
public enum MailDigest {
    /// The same for the same bytes, and for no others: SHA-256 in hexadecimal.
    public static func of(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map(hex).joined()
    }

    /// A name for an address, from which nobody without the key gets back to it (law 10).
    public static func pseudonym(_ address: String, key: [UInt8]) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(("sender/" + address.lowercased()).utf8), using: SymmetricKey(data: key))
        return code.prefix(12).map(hex).joined()
    }

    private static func hex(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16)
        return text.utf8.count == 1 ? "0" + text : text
    }
}

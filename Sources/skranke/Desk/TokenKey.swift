import SkrankeDomain
import SkrankeJournal

/// The secret that citizens' tokens are made with: random, made once, kept in the store.
enum TokenKey {
    static let name = "token.key"

    /// Called by the gateway that holds the lock, hence by one process at a time.
    static func of(_ store: any JournalStore) async throws(StoreFault) -> [UInt8] {
        if let key = bytes(try await store.metadata().values[name]) { return key }
        var random = SystemRandomNumberGenerator()
        let text = (0..<2).map { _ in
            Identifier(high: random.next(), low: random.next()).description
        }.joined()
        try await store.setMetadata(name, text)
        guard let key = bytes(text) else { throw .failed("token key") }
        return key
    }

    private static func bytes(_ text: String?) -> [UInt8]? {
        guard let text, text.utf8.count == 64 else { return nil }
        let digits = Array(text.utf8)
        let bytes = stride(from: 0, to: 64, by: 2).compactMap {
            UInt8(String(decoding: digits[$0...($0 + 1)], as: UTF8.self), radix: 16)
        }
        return bytes.count == 32 ? bytes : nil
    }
}

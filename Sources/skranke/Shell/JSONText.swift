import FoundationEssentials

/// JSON of the scripts' interface: stable keys in a fixed order, one document on one line (DESIGN §5).
enum JSONText {
    static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

import FoundationEssentials

/// The platform's JSON in the one form that the journal writes: compact, members sorted by name, UTF-8.
/// Optional members that are nil are left out; unknown members are passed over, so that an event written
/// by a newer program with one more optional field can still be read.
public enum JSONCoder {
    /// - Throws: `EncodingError`, e.g. for a number that is not finite.
    public static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// - Throws: `DecodingError` for what is no JSON or holds something else.
    public static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
